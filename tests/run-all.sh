#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds, runs every test and closes with one line: N passed, N failed, N skipped.
# usage: run-all.sh BUILD-FOLDER [meson setup option...]     UPSTAND_SUITES="core charts" for some only,
#        UPSTAND_PATIENCE=4 for four times the time, where checks make everything slower
set -u
cd "$(dirname "$0")/.."
build=$1
shift

{
    { [ -f "$build/build.ninja" ] || meson setup "$build" "$@"; } && meson compile -C "$build"
} </dev/null || {
    echo "The build failed, so nothing could be tested."
    echo "0 passed, 1 failed, 0 skipped"
    exit 1
}

suites=
for suite in ${UPSTAND_SUITES:-}; do
    suites="$suites --suite $suite"
done
# An old log must never be counted for a run that did not happen.
rm -f "$build/meson-logs/testlog.json"
# shellcheck disable=SC2086
meson test -C "$build" --no-rebuild --print-errorlogs \
    --timeout-multiplier "${UPSTAND_PATIENCE:-1}" $suites </dev/null
# shellcheck disable=SC2086
exec python3 tests/count-results.py "$build" ${UPSTAND_SUITES:-}
