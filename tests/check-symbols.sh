#!/bin/sh
# SPDX-License-Identifier: MIT
# The proof by the linker's own table that a library calls nothing of a floor it must not know.
# usage: check-symbols.sh LIBRARY PREFIX...
set -u
library=$1
shift
symbols=$(nm --undefined-only "$library") || exit 1
# An archive that needs nothing at all was not read.
printf '%s\n' "$symbols" | grep -q ' U g_' || {
    echo "$library: no symbols to look at"
    exit 1
}
for prefix; do
    found=$(printf '%s\n' "$symbols" | grep -E " U ${prefix}_" | sort -u)
    if [ -n "$found" ]; then
        echo "$library calls what it must not know:"
        printf '%s\n' "$found"
        exit 1
    fi
done
