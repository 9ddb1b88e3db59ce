#!/bin/sh
# SPDX-License-Identifier: MIT
# Holds check-floors.sh to one breach of every kind: a check that cannot fail checks nothing.
set -u
check=$(dirname "$0")/check-floors.sh
place=$(mktemp -d) || exit 99
trap 'rm -rf "$place"' EXIT
wrong=0

tree () { # file line...: a tree of one file with these lines, and one harmless neighbour
    rm -rf "$place/src"
    mkdir -p "$place/tests" "$place/$(dirname "$1")" "$place/src/database"
    printf '/* SPDX-License-Identifier: MIT */\n#include "database/open.h"\n' \
        >"$place/src/database/open.c"
    file=$1
    shift
    printf '%s\n' "$@" >"$place/$file"
}

refused () { # what: the tree must be refused
    if "$check" "$place" >"$place/said"; then
        echo "not noticed: $1"
        wrong=$((wrong + 1))
    elif ! grep -qF "$2" "$place/said"; then
        echo "noticed $1, without naming $2:"
        cat "$place/said"
        wrong=$((wrong + 1))
    fi
}

accepted () {
    if ! "$check" "$place" >"$place/said"; then
        echo "refused: $1"
        cat "$place/said"
        wrong=$((wrong + 1))
    fi
}

mit='/* SPDX-License-Identifier: MIT */'
tree src/records/a.c "$mit" '#include "database/open.h"' 'x = "http://example";' '/* any time */'
accepted 'a look downwards'
tree src/pages/a.c "$mit" '#include "widgets/table.h"' 'title = _("Select the unit from the list");'
accepted 'words that only look like SQL'
tree src/database/a.c "$mit" '#include "records/date.h"'
refused 'a look upwards' src/database/a.c:2
tree src/rules/a.c "$mit" '#include <cairo.h>'
refused 'cairo in the core' src/rules/a.c:2
tree src/charts/a.c "$mit" '#include <gtk/gtk.h>'
refused 'GTK in a chart' src/charts/a.c:2
tree src/records/a.c "$mit" '#include <sqlite3.h>'
refused 'the engine outside its folder' src/records/a.c:2
tree src/window.c "$mit" 'sqlite3_close (db);'
refused 'the engine in the window' src/window.c:2
tree src/pages/a.c "$mit" '  "SELECT id FROM activity"'
refused 'SQL in a page' src/pages/a.c:2
tree src/widgets/a.c "$mit" '' 'text = "DELETE FROM activity";'
refused 'SQL in a widget' src/widgets/a.c:3
tree src/rules/a.c "$mit" 'now = g_date_time_new_now_utc ();'
refused 'a rule that looks at the clock' src/rules/a.c:2
tree src/records/a.c "$mit" 'int a; // one'
refused 'a // comment' src/records/a.c:2
tree src/records/a.c "$mit" '/* TODO: later */'
refused 'unfinished work' src/records/a.c:2
tree src/records/a.c 'int a;'
refused 'no licence line' src/records/a.c:1
tree src/records/utils.c "$mit"
refused 'a file of odds and ends' src/records/utils.c
tree src/records/a.h "$mit" '#ifndef A_H'
refused 'a header without pragma once' src/records/a.h
tree src/exchange/a.c "$mit" '#include <archive.h>'
printf '%s\n#include <archive.h>\n' "$mit" >"$place/src/exchange/b.c"
refused 'libarchive in two files' src/exchange/b.c

exit "$((wrong > 0))"
