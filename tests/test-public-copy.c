/* SPDX-License-Identifier: MIT */
#include "database/error.h"
#include "exchange/public-copy.h"
#include "rules/identifiers.h"

enum { PLACE, OFFICERS, STAFF, ALL, SHARE, VENUE, CLEARED, REMARK, SOURCE, HOURS, KEY, N_COLUMNS };

/* In the order in which they go out. */
enum {
    OUT_PLACE,
    OUT_OFFICERS,
    OUT_STAFF,
    OUT_ALL,
    OUT_SHARE,
    OUT_VENUE,
    OUT_REMARK,
    OUT_SOURCE,
    OUT_HOURS,
    N_OUT
};

static const UpstandSheetColumn columns[N_COLUMNS] = {
    [PLACE] = { .title = "Place", .in_public = UPSTAND_PUBLIC_LABEL },
    [OFFICERS] = { .title = "Officers",
        .kind = UPSTAND_CELL_WHOLE,
        .in_public = UPSTAND_PUBLIC_FIGURES },
    [STAFF] = { .title = "Staff", .kind = UPSTAND_CELL_WHOLE, .in_public = UPSTAND_PUBLIC_FIGURES },
    [ALL] = { .title = "All", .kind = UPSTAND_CELL_WHOLE, .in_public = UPSTAND_PUBLIC_FIGURES },
    [SHARE] = { .title = "Share of officers",
        .kind = UPSTAND_CELL_PERCENT,
        .places = 1,
        .in_public = UPSTAND_PUBLIC_FIGURES },
    [VENUE] = { .title = "Venue", .in_public = UPSTAND_PUBLIC_CLEARED, .clearance = CLEARED },
    [CLEARED] = { .title = "Venue cleared", .kind = UPSTAND_CELL_YES_NO },
    [REMARK] = { .title = "Remark", .in_public = UPSTAND_PUBLIC_OPEN },
    [SOURCE] = { .title = "Source", .kind = UPSTAND_CELL_LINK, .in_public = UPSTAND_PUBLIC_OPEN },
    [HOURS] = { .title = "Hours",
        .kind = UPSTAND_CELL_DECIMAL,
        .places = 1,
        .in_public = UPSTAND_PUBLIC_FIGURES },
    [KEY] = { .title = "Id" },
};

static void
add_row (UpstandSheet *sheet, const char *place, gint64 officers, gint64 staff, const char *remark,
    const char *source, gboolean cleared)
{
    gint64 all = officers + staff;
    UpstandCell cells[N_COLUMNS] = {
        [PLACE] = upstand_cell_text (place),
        [OFFICERS] = upstand_cell_whole (officers),
        [STAFF] = upstand_cell_whole (staff),
        [ALL] = upstand_cell_whole (all),
        [SHARE] = all ? upstand_cell_percent (officers * 1000 / all, 1)
                      : upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE),
        [VENUE] = upstand_cell_text ("Riverside Hall"),
        [CLEARED] = upstand_cell_yes_no (cleared),
        [REMARK] = upstand_cell_text (remark),
        [SOURCE] = upstand_cell_link ("Report", source),
        [HOURS] = upstand_cell_decimal (25, 1),
        [KEY] = upstand_cell_text ("4611686018427387904"),
    };
    upstand_sheet_add_row (sheet, cells);
}

static void
relate (UpstandSheet *sheet, guint n_rows)
{
    const guint parts[] = { OFFICERS, STAFF }, share[] = { OFFICERS, ALL };
    g_autofree guint *rows = g_new (guint, n_rows);

    upstand_sheet_add_relation (
        sheet, &(UpstandSheetRelation){ UPSTAND_RELATION_SUM, FALSE, ALL, parts, 2 });
    upstand_sheet_add_relation (
        sheet, &(UpstandSheetRelation){ UPSTAND_RELATION_RATE, FALSE, SHARE, share, 2 });
    for (guint i = 0; i < n_rows; i++)
        rows[i] = i;
    upstand_sheet_add_relation (
        sheet, &(UpstandSheetRelation){ UPSTAND_RELATION_SUM, TRUE, n_rows, rows, n_rows });
}

/* @few: the officers in the first place. */
static UpstandBook *
book_new (gint64 few)
{
    const UpstandCover cover = { .title = "Engagement",
        .force = "Mid Wessex Constabulary",
        .classification = "OFFICIAL-SENSITIVE",
        .version = "Version 2",
        .digest = "9f86d0" };
    UpstandBook *book = upstand_book_new (&cover);
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("places", "Places", columns, N_COLUMNS);
    const UpstandSheetColumn hidden[] = { { .title = "Organisation" } };
    g_autoptr (UpstandSheet) organisations = upstand_sheet_new ("names", "Names", hidden, 1);
    const guint values[] = { OFFICERS };

    add_row (sheet, "North", few, 40, "Feedback given.", "https://example.org/north", TRUE);
    add_row (sheet, "South", 60, 70, "Ring Mrs Smith on 07700 900123.", "file:///home/x", FALSE);
    add_row (sheet, "West", 80, 90, NULL, NULL, FALSE);
    add_row (sheet, "Force", few + 140, 200, NULL, NULL, FALSE);
    relate (sheet, 3);
    upstand_sheet_add_note (sheet, "Three fewer than before.");
    upstand_sheet_add_row (organisations, (UpstandCell[]){ upstand_cell_text ("Safe Harbour") });
    upstand_book_add_sheet (book, sheet);
    upstand_book_add_sheet (book, organisations);
    upstand_book_add_fact (book, "Finding", "Three of four.");
    upstand_book_add_chart (book, &(UpstandBookChart){ .title = "Officers",
                                      .sheet = "places",
                                      .values = values,
                                      .n_values = 1,
                                      .description = "Three in the north." });
    return book;
}

static UpstandBook *
copy_new (UpstandBook *official, const UpstandPublicVersion *earlier, guint n_earlier,
    UpstandPublicOutcome *outcome, GError **error)
{
    UpstandThresholds thresholds;

    upstand_thresholds_init (&thresholds);
    return upstand_public_copy_new (official,
        &(UpstandPublicRequest){ &thresholds, "OFFICIAL", earlier, n_earlier }, outcome, error);
}

static UpstandCell
cell_at (UpstandBook *book, guint row, guint column)
{
    UpstandSheet *sheet = upstand_book_get_sheet (book, 0);
    UpstandCell cells[N_COLUMNS];

    g_assert_true (upstand_sheet_rewind (sheet, NULL));
    for (guint i = 0; i <= row; i++)
        g_assert_true (upstand_sheet_next (sheet, cells, NULL));
    return cells[column];
}

static void
assert_text (UpstandBook *book, guint row, guint column, const char *expected)
{
    UpstandCell cell = cell_at (book, row, column);
    g_autoptr (GString) text = g_string_new (NULL);

    upstand_cell_append_canonical (&cell, text);
    g_assert_cmpstr (text->str, ==, expected);
}

static void
test_figures (void)
{
    g_autoptr (UpstandBook) official = book_new (3);
    UpstandPublicOutcome outcome;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandBook) copy = copy_new (official, NULL, 0, &outcome, &error);
    g_assert_no_error (error);

    /* 3 and the ring that covers it; the totals stay. */
    assert_text (copy, 0, OUT_OFFICERS, "[c]");
    assert_text (copy, 0, OUT_STAFF, "[c]");
    assert_text (copy, 0, OUT_ALL, "43");
    assert_text (copy, 1, OUT_OFFICERS, "[c]");
    assert_text (copy, 1, OUT_STAFF, "[c]");
    assert_text (copy, 2, OUT_OFFICERS, "80");
    assert_text (copy, 3, OUT_OFFICERS, "143");
    assert_text (copy, 0, OUT_SHARE, "[c]");
    assert_text (copy, 1, OUT_SHARE, "[c]");
    assert_text (copy, 2, OUT_SHARE, "47.0%");
    /* Hours are no count, and no relation explains them. */
    assert_text (copy, 2, OUT_HOURS, "[c]");
    g_assert_cmpuint (outcome.n_figures, ==, 20);
    g_assert_cmpuint (outcome.n_hidden, ==, 10);
    g_assert_cmpuint (outcome.n_given_away, ==, 0);

    g_autoptr (UpstandBook) enough = book_new (5);
    g_autoptr (UpstandBook) whole = copy_new (enough, NULL, 0, NULL, &error);
    g_assert_no_error (error);
    assert_text (whole, 0, OUT_OFFICERS, "5");
    assert_text (whole, 0, OUT_SHARE, "11.1%");
}

static void
test_texts (void)
{
    g_autoptr (UpstandBook) official = book_new (3);
    UpstandPublicOutcome outcome;
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandBook) copy = copy_new (official, NULL, 0, &outcome, &error);
    g_assert_no_error (error);

    assert_text (copy, 0, OUT_PLACE, "North");
    assert_text (copy, 0, OUT_VENUE, "Riverside Hall");
    assert_text (copy, 1, OUT_VENUE, "[c]");
    assert_text (copy, 0, OUT_REMARK, "Feedback given.");
    assert_text (copy, 1, OUT_REMARK, "[c]");
    assert_text (copy, 2, OUT_REMARK, "");
    assert_text (copy, 0, OUT_SOURCE, "Report");
    assert_text (copy, 1, OUT_SOURCE, "[c]");
    g_assert_cmpuint (outcome.n_texts, ==, 5);
}

static void
test_left_out (void)
{
    g_autoptr (UpstandBook) official = book_new (3);
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandBook) copy = copy_new (official, NULL, 0, NULL, &error);
    g_assert_no_error (error);
    const UpstandCover *cover = upstand_book_get_cover (copy);

    g_assert_null (cover->digest);
    g_assert_cmpstr (cover->classification, ==, "OFFICIAL");
    g_assert_cmpstr (cover->version, ==, "Version 2");
    g_assert_cmpuint (upstand_book_get_n_charts (copy), ==, 0);
    g_assert_cmpuint (upstand_book_get_n_facts (copy), ==, 1);
    g_assert_cmpuint (upstand_book_get_n_sheets (copy), ==, 1);
    UpstandSheet *sheet = upstand_book_get_sheet (copy, 0);
    g_assert_cmpuint (upstand_sheet_get_n_columns (sheet), ==, N_OUT);
    for (guint i = 0; i < N_OUT; i++)
        g_assert_cmpint (
            upstand_sheet_get_column (sheet, i)->in_public, !=, UPSTAND_PUBLIC_LEFT_OUT);
    g_assert_cmpuint (upstand_sheet_get_n_notes (sheet), ==, 1);
    g_assert_nonnull (strstr (upstand_sheet_get_note (sheet, 0), "[c]"));
    g_assert_nonnull (strstr (upstand_sheet_get_note (sheet, 0), "1 to 4"));
}

static void
test_states (void)
{
    const UpstandSheetColumn some[] = {
        { .title = "Measure", .in_public = UPSTAND_PUBLIC_LABEL },
        { .title = "Count", .kind = UPSTAND_CELL_WHOLE, .in_public = UPSTAND_PUBLIC_FIGURES },
    };
    const UpstandCell cells[] = { upstand_cell_whole (0), upstand_cell_whole (4),
        upstand_cell_whole (5), upstand_cell_hole (UPSTAND_CELL_NOT_COLLECTED),
        upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE), upstand_cell_hole (UPSTAND_CELL_WITHHELD),
        upstand_cell_text ("about four") };
    const char *const expected[] = { "0", "[c]", "5", "not collected", "not applicable", "withheld",
        "[c]" };
    g_autoptr (UpstandBook) official = upstand_book_new (&(UpstandCover){ .title = "States" });
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("states", "States", some, 2);
    g_autoptr (GError) error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        upstand_sheet_add_row (sheet, (UpstandCell[]){ upstand_cell_text ("m"), cells[i] });
    upstand_book_add_sheet (official, sheet);
    g_autoptr (UpstandBook) copy = copy_new (official, NULL, 0, NULL, &error);
    g_assert_no_error (error);
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        assert_text (copy, i, 1, expected[i]);
}

static void
assert_refused (UpstandBook *official, const UpstandPublicVersion *earlier, const char *words)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (copy_new (official, earlier, earlier ? 1 : 0, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
    const guint part = OFFICERS, gone = N_COLUMNS;
    g_autoptr (UpstandBook) wrong = book_new (3);
    UpstandSheet *sheet = upstand_book_get_sheet (wrong, 0);
    /* The total row is the first row alone. */
    upstand_sheet_add_relation (
        sheet, &(UpstandSheetRelation){ UPSTAND_RELATION_SUM, FALSE, ALL, &part, 1 });
    assert_refused (wrong, NULL, "“Places”, row 1, “All”");

    g_autoptr (UpstandBook) outside = book_new (3);
    upstand_sheet_add_relation (upstand_book_get_sheet (outside, 0),
        &(UpstandSheetRelation){ UPSTAND_RELATION_SUM, FALSE, ALL, &gone, 1 });
    assert_refused (outside, NULL, "“Places”");

    g_autoptr (UpstandBook) negative = book_new (-3);
    assert_refused (negative, NULL, "row 1, “Officers”: a count cannot be -3");
}

static UpstandBook *
long_book (guint rows)
{
    const UpstandSheetColumn some[] = {
        { .title = "Count", .kind = UPSTAND_CELL_WHOLE, .in_public = UPSTAND_PUBLIC_FIGURES }
    };
    UpstandBook *book = upstand_book_new (&(UpstandCover){ .title = "Long" });
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("long", "Long", some, 1);

    for (guint i = 0; i < rows; i++)
        upstand_sheet_add_row (sheet, (UpstandCell[]){ upstand_cell_whole (i % 9) });
    upstand_book_add_sheet (book, sheet);
    return book;
}

static void
test_limit (void)
{
    g_autoptr (UpstandBook) most = long_book (UPSTAND_PUBLIC_MOST_ROWS);
    g_autoptr (UpstandBook) more = long_book (UPSTAND_PUBLIC_MOST_ROWS + 1);
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandBook) copy = copy_new (most, NULL, 0, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpint (
        upstand_sheet_get_n_rows (upstand_book_get_sheet (copy, 0)), ==, UPSTAND_PUBLIC_MOST_ROWS);
    g_assert_null (copy_new (more, NULL, 0, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT);
    g_assert_nonnull (strstr (error->message, "“Long”"));
}

static void
test_versions (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandBook) first = book_new (7), second = book_new (3), third = book_new (7);
    g_autoptr (UpstandBook) shown = copy_new (first, NULL, 0, NULL, &error);
    UpstandPublicVersion versions[] = { { first, shown }, { second, NULL } };

    /* All was shown; now that one is small, what else has changed with it must cover it. */
    assert_text (shown, 0, OUT_OFFICERS, "7");
    g_autoptr (UpstandBook) now = copy_new (second, versions, 1, NULL, &error);
    g_assert_no_error (error);
    assert_text (now, 0, OUT_OFFICERS, "[c]");
    assert_text (now, 0, OUT_STAFF, "40");
    assert_text (now, 0, OUT_ALL, "[c]");
    assert_text (now, 3, OUT_OFFICERS, "[c]");
    assert_text (now, 3, OUT_ALL, "[c]");

    /* And back again: what the first showed is no secret any more. */
    versions[1].copy = now;
    g_autoptr (UpstandBook) after = copy_new (third, versions, 2, NULL, &error);
    g_assert_no_error (error);
    assert_text (after, 0, OUT_OFFICERS, "7");
    assert_text (after, 3, OUT_ALL, "347");
}

static void
test_hidden_stays_hidden (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandBook) official = book_new (3);
    UpstandThresholds lower;
    UpstandPublicVersion version = { official, NULL };

    g_autoptr (UpstandBook) before = copy_new (official, NULL, 0, NULL, &error);
    g_assert_no_error (error);
    version.copy = before;
    /* With another threshold 3 is not small; but the copy that hid it is about. */
    upstand_thresholds_init (&lower);
    lower.smallest_shown = 3;
    g_autoptr (UpstandBook) alone = upstand_public_copy_new (
        official, &(UpstandPublicRequest){ &lower, NULL, NULL, 0 }, NULL, &error);
    g_autoptr (UpstandBook) after = upstand_public_copy_new (
        official, &(UpstandPublicRequest){ &lower, NULL, &version, 1 }, NULL, &error);
    g_assert_no_error (error);
    assert_text (alone, 0, OUT_OFFICERS, "3");
    assert_text (after, 0, OUT_OFFICERS, "[c]");
    assert_text (after, 1, OUT_STAFF, "[c]");
}

static void
test_versions_refused (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandBook) official = book_new (3), foreign = book_new (3);
    g_autoptr (UpstandBook) copy = copy_new (official, NULL, 0, NULL, &error);
    g_autoptr (UpstandBook) longer = long_book (3), other = long_book (4);
    g_autoptr (UpstandBook) short_copy = copy_new (longer, NULL, 0, NULL, &error);
    g_assert_no_error (error);

    assert_refused (other, &(UpstandPublicVersion){ other, short_copy }, "does not belong");

    UpstandSheetColumn welsh[N_COLUMNS];
    memcpy (welsh, columns, sizeof columns);
    for (guint i = OFFICERS; i <= HOURS; i++)
        welsh[i].title = "Cymraeg";
    g_autoptr (UpstandBook) translated =
        upstand_book_new (&(UpstandCover){ .title = "Ymgysylltu" });
    g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("places", "Lleoedd", welsh, N_COLUMNS);
    add_row (sheet, "Gogledd", 30, 40, NULL, NULL, FALSE);
    upstand_book_add_sheet (translated, sheet);
    assert_refused (translated, &(UpstandPublicVersion){ official, copy }, "another language");
}

/* Whatever is in the official book: nothing small and nothing like an identifier in the copy. */
static void
test_clean (void)
{
    static const char *const remarks[] = { "Feedback given.", "PC 4471 was there",
        "born 12/05/1998", "Call 07700 900123", "At SW1A 1AA", "Crime 42/12345/22",
        "ask@example.org", "Lighting is better.", NULL };
    g_autoptr (GRand) random = g_rand_new_with_seed (4);

    for (guint turn = 0; turn < 60; turn++) {
        g_autoptr (UpstandBook) official = upstand_book_new (&(UpstandCover){ .title = "Any" });
        g_autoptr (UpstandSheet) sheet = upstand_sheet_new ("places", "Places", columns, N_COLUMNS);
        g_autoptr (GError) error = NULL;
        gint64 officers = 0, staff = 0;
        guint rows = (guint)g_rand_int_range (random, 1, 12);
        for (guint row = 0; row < rows; row++) {
            const char *remark = remarks[g_rand_int_range (random, 0, G_N_ELEMENTS (remarks))];
            gint64 one = g_rand_int_range (random, 0, 12), other = g_rand_int_range (random, 0, 60);
            add_row (sheet, "Place", one, other, remark, "mailto:ask@example.org", row % 2);
            officers += one;
            staff += other;
        }
        add_row (sheet, "Force", officers, staff, NULL, NULL, FALSE);
        relate (sheet, rows);
        upstand_book_add_sheet (official, sheet);
        g_autoptr (UpstandBook) copy = copy_new (official, NULL, 0, NULL, &error);
        g_assert_no_error (error);

        for (guint row = 0; row <= rows; row++)
            for (guint i = 0; i < N_OUT; i++) {
                UpstandCell cell = cell_at (copy, row, i);
                g_assert_true (
                    cell.kind != UPSTAND_CELL_WHOLE || cell.number == 0 || cell.number > 4);
                if (!cell.text)
                    continue;
                g_autoptr (GArray) found = upstand_identifiers_find (cell.text);
                g_assert_cmpuint (found->len, ==, 0);
            }
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/public-copy/figures", test_figures);
    g_test_add_func ("/public-copy/texts", test_texts);
    g_test_add_func ("/public-copy/left-out", test_left_out);
    g_test_add_func ("/public-copy/states", test_states);
    g_test_add_func ("/public-copy/refused", test_refused);
    g_test_add_func ("/public-copy/limit", test_limit);
    g_test_add_func ("/public-copy/versions", test_versions);
    g_test_add_func ("/public-copy/hidden-stays-hidden", test_hidden_stays_hidden);
    g_test_add_func ("/public-copy/versions-refused", test_versions_refused);
    g_test_add_func ("/public-copy/clean", test_clean);
    return g_test_run ();
}
