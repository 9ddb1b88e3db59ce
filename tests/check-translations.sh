#!/bin/sh
# SPDX-License-Identifier: MIT
# Every word a person sees can be translated, and every language has all of them.
set -u
cd "$(dirname "$0")/.."
place=$(mktemp -d) || exit 99
trap 'rm -rf "$place"' EXIT
failed=0

grep -vE '^(#|$)' po/POTFILES.in | sort >"$place/listed"
{
    grep -rlE '(^|[^A-Za-z0-9_])(_|N_|Q_|C_|NC_|ngettext|g_dngettext) ?\(("|$)' src --include='*.c' --include='*.h'
    grep -rl 'translatable="yes"' ui-definitions resources 2>/dev/null
    find data -name '*.desktop.in' -o -name '*.metainfo.xml.in'
} | sort -u >"$place/with-words"
comm -13 "$place/listed" "$place/with-words" >"$place/unlisted"
if [ -s "$place/unlisted" ]; then
    echo "Words in these are not in po/POTFILES.in:"
    cat "$place/unlisted"
    failed=1
fi
while IFS= read -r file; do
    [ -f "$file" ] || {
        echo "po/POTFILES.in lists $file, which is not there"
        failed=1
    }
done <"$place/listed"
[ "$failed" -eq 0 ] || exit 1

xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --add-comments --package-name=upstand \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dcgettext:2 \
    --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 --flag=N_:1:pass-c-format \
    --flag=g_strdup_printf:1:c-format --flag=g_set_error:4:c-format --flag=g_dngettext:2:pass-c-format \
    --output="$place/upstand.pot" 2>"$place/said" || {
    cat "$place/said"
    exit 1
}
total=$(grep -c '^msgid ' "$place/upstand.pot")

for language in $(grep -v '^#' po/LINGUAS); do
    msgmerge --quiet --no-fuzzy-matching --output-file="$place/$language.po" \
        "po/$language.po" "$place/upstand.pot" || exit 1
    # Errors such as a lost %d, or a plural form too few.
    msgfmt --check --output-file=/dev/null "po/$language.po" || failed=1
    missing=$(msgattrib --untranslated --no-obsolete "$place/$language.po" | grep -c '^msgid "[^"]\|^msgid ""$')
    missing=$((missing > 0 ? missing - 1 : 0))
    fuzzy=$(msgattrib --only-fuzzy --no-obsolete "po/$language.po" | grep -c '^#,.*fuzzy')
    echo "$language: $((total - 1)) messages, $missing untranslated, $fuzzy fuzzy"
    if [ "$missing" -gt 0 ] || [ "$fuzzy" -gt 0 ]; then
        msgattrib --untranslated --no-obsolete --no-wrap "$place/$language.po" |
            grep -E '^(#:|msgid "[^"])' | head -n 20
        failed=1
    fi
done
exit "$failed"
