#!/bin/sh
# SPDX-License-Identifier: MIT
# The first look: a plan of the invented force, in the window; where there is no display, what the
# window would be used for, done without one.
# usage: demo.sh BUILD-FOLDER
set -eu
cd "$(dirname "$0")/.."
build=$1
upstand=$build/src/upstand
place=$build/demo
plan=$place/sample.upstand
returns="action-plan"
period=2022-23-Q4

# Settings of the build tree, so that nothing has to be installed first.
export GSETTINGS_SCHEMA_DIR="$PWD/$build/data"

mkdir -p "$place"
if [ ! -f "$plan" ]; then
    echo "Making the sample force's plan: $plan"
    "$upstand" sample "$plan"
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "Opening $plan (your changes to it stay; remove the file for a new one)"
    exec "$upstand" "$plan"
fi

echo "There is no display here, so no window opens. This is its main job without one:"
"$upstand" returns "$plan"
for name in $returns; do
    file=$place/$name.xlsx
    "$upstand" export "$plan" "$name" --period "$period" -o "$file"
    echo "The return \"$name\" for $period: $file"
done
rm -rf "$place/pages"
mkdir "$place/pages"
tests/with-display.sh "$build/tests/render-pages" "$place/pages" "$plan" >/dev/null
pictures=$(find "$place/pages" -name '*.png' | sort)
[ -n "$pictures" ] || {
    echo "demo.sh: no page was drawn" >&2
    exit 1
}
echo "The pages as the window shows them:"
printf '%s\n' "$pictures" | sed 's/^/  /'
