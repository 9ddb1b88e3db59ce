#!/bin/sh
# SPDX-License-Identifier: MIT
# The shape of the sources: clang-format, the floors, well-formed XML. Exit 1 if anything is amiss.
set -u
cd "$(dirname "$0")/.."
failed=0

for tool in clang-format xmllint; do
    command -v "$tool" >/dev/null || {
        echo "lint.sh: $tool is not installed; \"make lint\" brings it" >&2
        exit 99
    }
done

find src tests -name '*.[ch]' -print0 | xargs -0 -r clang-format --dry-run -Werror || failed=1
tests/check-floors.sh . || failed=1
# --nonet: a file that needs another machine to be read is wrong anyway.
find data resources ui-definitions \( -name '*.xml' -o -name '*.xml.in' -o -name '*.ui' -o -name '*.svg' \) \
    -print0 2>/dev/null | xargs -0 -r xmllint --nonet --noout || failed=1
find data flatpak -name '*.json' -print0 2>/dev/null |
    xargs -0 -r -n 1 python3 -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' || failed=1
exit "$failed"
