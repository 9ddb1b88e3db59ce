#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the benches as the program is shipped and prints one table. A figure over its target is said
# so and is not a failure: only a bench that could not run is.
# usage: run.sh BUILD-FOLDER [PROGRAM...]       programs by name: bench-csv; all of them without one
set -u
cd "$(dirname "$0")/../.."
build=$1
shift

{ [ -f "$build/build.ninja" ] || meson setup "$build" --buildtype=release; } </dev/null >/dev/null &&
    meson compile -C "$build" bench-programs >/dev/null || {
    echo "The benches do not build: meson compile -C $build bench-programs" >&2
    exit 1
}

# What this build knows of, not what an older one left behind.
programs=$*
[ -n "$programs" ] || programs=$(cat "$build/tests/bench/programs")

model=$(sed -n 's/^model name[[:space:]]*: //p' /proc/cpuinfo | head -n 1)
echo "$(uname -n): ${model:-$(uname -m)}, $(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)," \
    "$(. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-Linux}")," \
    "$(git describe --always --dirty 2>/dev/null || echo "no version")"
echo "Medians of runs that take turns; wall time, and CPU time in brackets, in milliseconds."
echo
printf '%-38s %20s %20s %10s %10s\n' "" "ours" "bare" "ratio" "target"

failed=0
for program in $programs; do
    case "$program" in
    bench-window*)
        GSETTINGS_SCHEMA_DIR="$PWD/$build/data" tests/with-display.sh "$build/tests/bench/$program" ;;
    *) LC_ALL=C.UTF-8 TZ=UTC "$build/tests/bench/$program" ;;
    esac || {
        echo "$program did not come to its end"
        failed=1
    }
done
exit "$failed"
