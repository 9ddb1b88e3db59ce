#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds the sources to the floors: who may include whom, where SQL and the outside libraries live.
# usage: check-floors.sh [SOURCE-FOLDER]      prints each breach as file:line, exit 1 if there is one
set -u
cd "${1:-$(dirname "$0")/..}" || exit 2
breaches=0

breach () { # reason, from lines of grep -n on stdin
    while IFS= read -r line; do
        printf '%s: %s\n' "${line%%:[!0-9]*}" "$1"
        printf '    %s\n' "${line#*:*:}"
    done
}

report () { # reason grep-arguments...
    reason=$1
    shift
    found=$(grep -nHE "$@" 2>/dev/null) || return 0
    printf '%s\n' "$found" | breach "$reason"
    breaches=$((breaches + $(printf '%s\n' "$found" | wc -l)))
}

sources () { # folder...: the C files in them
    for folder; do
        find "$folder" -name '*.[ch]' 2>/dev/null
    done
}

# Upwards: each floor names the floors it may not see.
while read -r floor above; do
    files=$(sources "src/$floor")
    [ -n "$files" ] || continue
    # shellcheck disable=SC2086
    report "$floor stands below what it includes" "^ *# *include *[\"<]($above)/" $files
done <<EOF
database records|rules|exchange|returns|charts|widgets|pages
records rules|exchange|returns|charts|widgets|pages
rules exchange|returns|charts|widgets|pages
exchange returns|charts|widgets|pages
returns charts|widgets|pages|commands
charts widgets|pages|commands
commands widgets|pages
widgets pages
EOF

core=$(sources src/database src/records src/rules src/exchange src/returns)
charts=$(sources src/charts)
commands=$(sources src/commands)
shown=$(sources src/widgets src/pages)
program=$(find src -maxdepth 1 -name '*.[ch]')
below=$(sources src/records src/rules src/exchange src/returns)
# shellcheck disable=SC2086
{
    report "the core has no screen" '^ *# *include *<(gtk|gdk|gsk|adwaita|cairo|pango)' $core
    report "the command line needs no screen" '^ *# *include *<(gtk|gdk|gsk|adwaita)' $commands
    report "a chart knows no toolkit" '^ *# *include *<(gtk|gdk|gsk|adwaita)' $charts
    report "only src/database knows the SQL engine" 'sqlite3(\.h|_)' $below $charts $commands $shown $program
    report "no SQL above the core" \
        '"[^"]*\b(SELECT .* FROM|INSERT (OR [A-Z]+ )?INTO|UPDATE .* SET|DELETE FROM|CREATE (TABLE|INDEX|VIEW)|ORDER BY)\b' \
        $charts $shown
    report "today is a parameter, never asked for inside a rule or a return" \
        '\b(g_date_time_new_now(_local|_utc)?|g_get_real_time|g_date_set_time_t|time|localtime(_r)?|gettimeofday|clock_gettime|upstand_date_today) \(' \
        $(sources src/rules src/returns src/charts)
    report "comments are /* like this */" '^[^"]*(^|[^:"])//' $core $charts $commands $shown $program
    report "finish it, or say in the README that it is missing" '\b(TODO|FIXME|XXX)\b' \
        $core $charts $commands $shown $program
}

# The libraries without version pins stay in one file each, so that their next change is one file's.
for header in libxml/ archive.h xlsxwriter.h; do
    users=$(sources src | xargs grep -lE "^ *# *include *[\"<]$header" 2>/dev/null | sort)
    if [ "$(printf '%s\n' "$users" | grep -c .)" -gt 1 ]; then
        echo "<$header> is included by more than one file:" $users
        breaches=$((breaches + 1))
    fi
done

for file in $(sources src tests) $(find . -path './build*' -prune -o \
    \( -name meson.build -o -name '*.py' -o -name '*.sh' \) -print); do
    if ! head -n 2 "$file" | grep -q 'SPDX-License-Identifier: MIT'; then
        echo "$file:1: no SPDX line"
        breaches=$((breaches + 1))
    fi
done
for file in $(sources src | grep -E '/(utils?|helpers|misc|common)\.[ch]$'); do
    echo "$file: a file is named after what it is about"
    breaches=$((breaches + 1))
done
for file in $(sources src | grep '\.h$'); do
    grep -q '^#pragma once$' "$file" || {
        echo "$file: no #pragma once"
        breaches=$((breaches + 1))
    }
done

if [ "$breaches" -gt 0 ]; then
    echo "$breaches against the floors (see CONTRIBUTING.md)"
    exit 1
fi
