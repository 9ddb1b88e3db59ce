/* SPDX-License-Identifier: MIT */
#include "rules/suppression.h"

#define MOST_CELLS 32

/* A table with totals in the last row and column, as it is printed. */
typedef struct {
    guint rows, columns; /* totals included */
    gint64 values[MOST_CELLS];
    guint cells[MOST_CELLS];
} Table;

static UpstandThresholds
thresholds (int smallest_shown, gboolean zeros_hidden)
{
    UpstandThresholds usual;

    upstand_thresholds_init (&usual);
    usual.smallest_shown = smallest_shown;
    usual.zeros_hidden = zeros_hidden;
    return usual;
}

static UpstandSuppression *
suppression_new (void)
{
    UpstandThresholds usual;

    upstand_thresholds_init (&usual);
    return upstand_suppression_new (&usual);
}

static void
run (UpstandSuppression *suppression)
{
    guint broken = 0;

    g_assert_true (upstand_suppression_run (suppression, &broken));
}

static gboolean
is_shown (const UpstandSuppression *suppression, guint cell)
{
    return upstand_suppression_get_fate (suppression, cell) == UPSTAND_FATE_SHOWN;
}

/* Parts, then their total, as counts with a sum. */
static void
add_line (UpstandSuppression *suppression, const gint64 *values, guint n, guint *cells)
{
    for (guint i = 0; i < n; i++)
        cells[i] = upstand_suppression_add_count (suppression, values[i]);
    upstand_suppression_add_sum (suppression, cells[n - 1], cells, n - 1);
}

/* @expected: a letter for each cell: "." shown, "s" small, "c" cover. */
static void
assert_line (const gint64 *values, guint n, const char *expected)
{
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    g_autofree guint *cells = g_new (guint, n);
    g_autofree char *got = g_new0 (char, n + 1);

    add_line (suppression, values, n, cells);
    run (suppression);
    for (guint i = 0; i < n; i++) {
        got[i] = ".sc"[upstand_suppression_get_fate (suppression, cells[i])];
        g_assert_false (upstand_suppression_is_given_away (suppression, cells[i]));
    }
    g_assert_cmpstr (got, ==, expected);
}

#define ASSERT_LINE(expected, ...) \
    assert_line ((const gint64[]){ __VA_ARGS__ }, \
        sizeof ((const gint64[]){ __VA_ARGS__ }) / sizeof (gint64), expected)

static void
table_sum (Table *table)
{
    guint last_row = table->rows - 1, last = table->columns - 1;

    for (guint row = 0; row < table->rows; row++)
        table->values[row * table->columns + last] = 0;
    for (guint column = 0; column <= last; column++)
        table->values[last_row * table->columns + column] = 0;
    for (guint row = 0; row < last_row; row++)
        for (guint column = 0; column < last; column++) {
            gint64 value = table->values[row * table->columns + column];
            table->values[row * table->columns + last] += value;
            table->values[last_row * table->columns + column] += value;
            table->values[last_row * table->columns + last] += value;
        }
}

static void
table_add (Table *table, UpstandSuppression *suppression)
{
    guint rows = table->rows, columns = table->columns, parts[MOST_CELLS];

    for (guint i = 0; i < rows * columns; i++)
        table->cells[i] = upstand_suppression_add_count (suppression, table->values[i]);
    for (guint row = 0; row < rows; row++)
        upstand_suppression_add_sum (suppression, table->cells[row * columns + columns - 1],
            &table->cells[row * columns], columns - 1);
    for (guint column = 0; column < columns; column++) {
        for (guint row = 0; row < rows - 1; row++)
            parts[row] = table->cells[row * columns + column];
        upstand_suppression_add_sum (
            suppression, table->cells[(rows - 1) * columns + column], parts, rows - 1);
    }
}

static void
assert_table (const gint64 *inner, guint rows, guint columns, const char *expected)
{
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    Table table = { .rows = rows + 1, .columns = columns + 1 };
    char got[MOST_CELLS + 1] = "";

    for (guint row = 0; row < rows; row++)
        for (guint column = 0; column < columns; column++)
            table.values[row * (columns + 1) + column] = inner[row * columns + column];
    table_sum (&table);
    table_add (&table, suppression);
    run (suppression);
    for (guint i = 0; i < table.rows * table.columns; i++)
        got[i] = ".sc"[upstand_suppression_get_fate (suppression, table.cells[i])];
    g_assert_cmpstr (got, ==, expected);
}

static void
test_edge (void)
{
    for (int least = 3; least <= 7; least += 2)
        for (gboolean zeros = FALSE; zeros <= TRUE; zeros++) {
            UpstandThresholds some = thresholds (least, zeros);
            g_autoptr (UpstandSuppression) suppression = upstand_suppression_new (&some);
            const gint64 values[] = { 0, 1, least - 1, least, least + 1 };
            guint cells[G_N_ELEMENTS (values)];
            for (guint i = 0; i < G_N_ELEMENTS (values); i++)
                cells[i] = upstand_suppression_add_count (suppression, values[i]);
            run (suppression);
            g_assert_true (is_shown (suppression, cells[0]) == !zeros);
            g_assert_false (is_shown (suppression, cells[1]));
            g_assert_false (is_shown (suppression, cells[2]));
            g_assert_true (is_shown (suppression, cells[3]));
            g_assert_true (is_shown (suppression, cells[4]));
        }
}

static void
test_line (void)
{
    ASSERT_LINE ("...", 5, 6, 11);
    ASSERT_LINE ("sc.", 4, 5, 9);
    /* One other number, the smallest that has room. */
    ASSERT_LINE ("s..c.", 3, 97, 50, 9, 159);
    /* 1 may be 5 only where 4 can be taken from another without leaving nobody there. */
    ASSERT_LINE ("sc.", 1, 5, 6);
    ASSERT_LINE ("sc..", 1, 6, 97, 104);
}

static void
test_small_line (void)
{
    /* Two small ones cover each other when there is room between them, or their total goes too. */
    ASSERT_LINE ("ss.", 3, 4, 7);
    ASSERT_LINE ("ssc", 4, 1, 5);
    /* In a small total a zero tells which group the few are not in. */
    ASSERT_LINE ("ssss", 0, 3, 0, 3);
    ASSERT_LINE (".ss.", 0, 3, 4, 7);
    ASSERT_LINE ("....", 0, 0, 0, 0);
    ASSERT_LINE ("..", 9, 9);
    ASSERT_LINE ("ss", 2, 2);
}

static void
test_table (void)
{
    /* One small number takes a rectangle of four, and the totals stay. */
    assert_table ((const gint64[]){ 3, 20, 30, 40, 11, 60, 70, 80, 90 }, 3, 3, "sc..cc..........");
    assert_table ((const gint64[]){ 5, 20, 30, 40 }, 2, 2, ".........");
    assert_table ((const gint64[]){ 0, 0, 0, 0, 0, 0 }, 2, 3, "............");
    /* Where all is small, all of it is withheld. */
    assert_table ((const gint64[]){ 1, 0, 0, 1 }, 2, 2, "sssssssss");
}

static void
test_zeros_hidden (void)
{
    UpstandThresholds some = thresholds (5, TRUE);
    g_autoptr (UpstandSuppression) suppression = upstand_suppression_new (&some);
    const gint64 values[] = { 0, 9, 30, 39 };
    guint cells[4];

    add_line (suppression, values, 4, cells);
    run (suppression);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, cells[0]), ==, UPSTAND_FATE_SMALL);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, cells[1]), ==, UPSTAND_FATE_COVER);
    g_assert_true (is_shown (suppression, cells[2]));
    g_assert_true (is_shown (suppression, cells[3]));
}

static void
test_subtotals (void)
{
    /* Two areas of two districts each, and the force: a small district takes its neighbour. */
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    const gint64 north[] = { 2, 30, 32 }, south[] = { 40, 50, 90 };
    guint cells[7];

    add_line (suppression, north, 3, cells);
    add_line (suppression, south, 3, cells + 3);
    cells[6] = upstand_suppression_add_count (suppression, 122);
    upstand_suppression_add_sum (suppression, cells[6], (const guint[]){ cells[2], cells[5] }, 2);
    run (suppression);
    for (guint i = 0; i < 7; i++)
        g_assert_true (is_shown (suppression, cells[i]) == (i > 1));

    /* A small area takes the force's total, which with the other area would tell it. */
    g_autoptr (UpstandSuppression) other = suppression_new ();
    const gint64 small[] = { 2, 0, 2 };
    add_line (other, small, 3, cells);
    add_line (other, south, 3, cells + 3);
    cells[6] = upstand_suppression_add_count (other, 92);
    upstand_suppression_add_sum (other, cells[6], (const guint[]){ cells[2], cells[5] }, 2);
    run (other);
    const gboolean shown[] = { FALSE, FALSE, FALSE, TRUE, TRUE, TRUE, FALSE };
    for (guint i = 0; i < 7; i++)
        g_assert_true (is_shown (other, cells[i]) == shown[i]);
}

static void
test_several_totals (void)
{
    /* One total by sex, by age and by ethnicity: each breakdown needs a cover of its own. */
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    guint total = upstand_suppression_add_count (suppression, 60), cells[6];
    const gint64 values[] = { 3, 57, 20, 40, 25, 35 };

    for (guint i = 0; i < 6; i++)
        cells[i] = upstand_suppression_add_count (suppression, values[i]);
    for (guint i = 0; i < 3; i++)
        upstand_suppression_add_sum (suppression, total, &cells[2 * i], 2);
    run (suppression);
    g_assert_true (is_shown (suppression, total));
    for (guint i = 0; i < 6; i++)
        g_assert_true (is_shown (suppression, cells[i]) == (i > 1));
}

static void
test_within (void)
{
    const struct {
        gint64 live, reviewed;
        gboolean shown[2];
    } cases[] = {
        { 50, 50, { TRUE, TRUE } },
        { 50, 45, { TRUE, TRUE } },
        { 50, 46, { TRUE, FALSE } }, /* four not reviewed */
        { 50, 49, { TRUE, FALSE } },
        { 50, 4, { TRUE, FALSE } },
        { 5, 1, { FALSE, FALSE } },
        { 4, 0, { FALSE, FALSE } },
        { 0, 0, { TRUE, TRUE } },
    };

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (UpstandSuppression) suppression = suppression_new ();
        guint live = upstand_suppression_add_count (suppression, cases[i].live);
        guint reviewed = upstand_suppression_add_count (suppression, cases[i].reviewed);
        upstand_suppression_add_within (suppression, live, &reviewed, 1);
        run (suppression);
        g_assert_true (is_shown (suppression, live) == cases[i].shown[0]);
        g_assert_true (is_shown (suppression, reviewed) == cases[i].shown[1]);
    }
}

static void
test_rates (void)
{
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    guint few = upstand_suppression_add_count (suppression, 4);
    guint many = upstand_suppression_add_count (suppression, 100);
    guint none = upstand_suppression_add_count (suppression, 0);
    guint hole = upstand_suppression_add_hole (suppression);
    guint small = upstand_suppression_add_rate (suppression, few, many);
    guint turned = upstand_suppression_add_rate (suppression, many, few);
    guint nil = upstand_suppression_add_rate (suppression, none, many);
    guint empty = upstand_suppression_add_rate (suppression, hole, many);
    guint lost = upstand_suppression_add_rate (suppression, UPSTAND_SUPPRESSION_NONE, many);

    run (suppression);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, small), ==, UPSTAND_FATE_DERIVED);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, turned), ==, UPSTAND_FATE_DERIVED);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, nil), ==, UPSTAND_FATE_SHOWN);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, empty), ==, UPSTAND_FATE_DERIVED);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, lost), ==, UPSTAND_FATE_DERIVED);
    g_assert_true (is_shown (suppression, many));
}

static void
test_cover_hides_rate (void)
{
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    const gint64 values[] = { 3, 20, 23 };
    guint cells[3];

    add_line (suppression, values, 3, cells);
    guint rate = upstand_suppression_add_rate (suppression, cells[1], cells[2]);
    run (suppression);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, cells[1]), ==, UPSTAND_FATE_COVER);
    g_assert_cmpint (upstand_suppression_get_fate (suppression, rate), ==, UPSTAND_FATE_DERIVED);
}

static void
test_holes (void)
{
    /* The total without what was not collected: the others must add up to it by themselves. */
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    guint cells[4];
    cells[0] = upstand_suppression_add_count (suppression, 3);
    cells[1] = upstand_suppression_add_hole (suppression);
    cells[2] = upstand_suppression_add_count (suppression, 20);
    cells[3] = upstand_suppression_add_count (suppression, 23);
    upstand_suppression_add_sum (suppression, cells[3], cells, 3);
    run (suppression);
    g_assert_true (is_shown (suppression, cells[1]));
    g_assert_false (is_shown (suppression, cells[2]));
    g_assert_true (is_shown (suppression, cells[3]));

    /* A total that leaves 2 for the hole tells a small number nobody printed. */
    g_autoptr (UpstandSuppression) telling = suppression_new ();
    cells[0] = upstand_suppression_add_hole (telling);
    cells[1] = upstand_suppression_add_count (telling, 20);
    cells[2] = upstand_suppression_add_count (telling, 22);
    upstand_suppression_add_sum (telling, cells[2], cells, 2);
    run (telling);
    g_assert_true (!is_shown (telling, cells[1]) || !is_shown (telling, cells[2]));

    /* Without a total there is nothing to work it out from. */
    g_autoptr (UpstandSuppression) open = suppression_new ();
    cells[0] = upstand_suppression_add_count (open, 3);
    cells[1] = upstand_suppression_add_count (open, 20);
    cells[2] = upstand_suppression_add_hole (open);
    upstand_suppression_add_sum (open, cells[2], cells, 2);
    upstand_suppression_add_sum (open, UPSTAND_SUPPRESSION_NONE, cells, 2);
    run (open);
    g_assert_false (is_shown (open, cells[0]));
    g_assert_true (is_shown (open, cells[1]));
}

static void
test_broken (void)
{
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    const gint64 good[] = { 3, 20, 23 }, bad[] = { 3, 20, 24 };
    guint cells[3], broken = 0;

    add_line (suppression, good, 3, cells);
    add_line (suppression, bad, 3, cells);
    g_assert_false (upstand_suppression_run (suppression, &broken));
    g_assert_cmpuint (broken, ==, 1);

    g_autoptr (UpstandSuppression) within = suppression_new ();
    cells[0] = upstand_suppression_add_count (within, 20);
    cells[1] = upstand_suppression_add_count (within, 21);
    upstand_suppression_add_within (within, cells[0], &cells[1], 1);
    g_assert_false (upstand_suppression_run (within, &broken));
    g_assert_cmpuint (broken, ==, 0);
}

static void
test_known (void)
{
    const gint64 values[] = { 3, 9, 50, 62 };
    guint cells[4];

    /* 9 would cover 3, but everybody knows it: 50 has to. */
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    add_line (suppression, values, 4, cells);
    upstand_suppression_set_known (suppression, cells[1]);
    run (suppression);
    g_assert_true (is_shown (suppression, cells[1]));
    g_assert_false (is_shown (suppression, cells[2]));

    /* All the others are known: nothing helps, and somebody has to be told. */
    g_autoptr (UpstandSuppression) late = suppression_new ();
    add_line (late, values, 4, cells);
    for (guint i = 1; i < 4; i++)
        upstand_suppression_set_known (late, cells[i]);
    run (late);
    g_assert_false (is_shown (late, cells[0]));
    g_assert_true (upstand_suppression_is_given_away (late, cells[0]));
    g_assert_false (upstand_suppression_is_given_away (late, cells[1]));

    /* Small, and known by itself: hidden for form, and no other has to go for it. */
    g_autoptr (UpstandSuppression) known = suppression_new ();
    add_line (known, values, 4, cells);
    upstand_suppression_set_known (known, cells[0]);
    run (known);
    g_assert_false (is_shown (known, cells[0]));
    g_assert_false (upstand_suppression_is_given_away (known, cells[0]));
    g_assert_true (is_shown (known, cells[1]));
}

/* A line as an earlier version printed it, and as it is now. */
static void
add_versions (UpstandSuppression *suppression, const gint64 *before, const char *printed,
    const gint64 *now, guint n, guint *cells)
{
    g_autofree guint *earlier = g_new (guint, n);

    add_line (suppression, before, n, earlier);
    add_line (suppression, now, n, cells);
    for (guint i = 0; i < n; i++) {
        gboolean shown = printed[i] == '.';
        if (shown)
            upstand_suppression_set_known (suppression, earlier[i]);
        else
            upstand_suppression_set_hidden (suppression, earlier[i]);
        if (before[i] == now[i])
            upstand_suppression_add_sum (suppression, earlier[i], &cells[i], 1);
    }
}

static void
assert_versions (const gint64 *before, const char *printed, const gint64 *now, const char *expected)
{
    g_autoptr (UpstandSuppression) suppression = suppression_new ();
    char got[5] = "";
    guint cells[4];

    add_versions (suppression, before, printed, now, 4, cells);
    run (suppression);
    for (guint i = 0; i < 4; i++) {
        got[i] = is_shown (suppression, cells[i]) ? '.' : 'x';
        g_assert_false (upstand_suppression_is_given_away (suppression, cells[i]));
    }
    g_assert_cmpstr (got, ==, expected);
}

#define LINE(...) \
    (const gint64[]) \
    { \
        __VA_ARGS__ \
    }

static void
test_versions (void)
{
    /* Nothing changed: the same again. */
    assert_versions (LINE (3, 9, 50, 62), "xx..", LINE (3, 9, 50, 62), "xx..");
    /* The 50 was shown; now that it is 20, 9 is still what covers the 3. */
    assert_versions (LINE (3, 9, 50, 62), "xx..", LINE (3, 9, 20, 32), "xx..");
    /* The small one has grown, but the 9 has not changed: both of them stay hidden. */
    assert_versions (LINE (3, 9, 50, 62), "xx..", LINE (8, 9, 50, 67), "xx..");
    /* All was shown. Now one is small, the others are known, and only the total is new. */
    assert_versions (LINE (7, 9, 50, 66), "....", LINE (3, 9, 50, 62), "x..x");
    /* Of the others only 60 and the total are new, and 60 covers the small one. */
    assert_versions (LINE (0, 9, 50, 59), "....", LINE (2, 9, 60, 71), "x.x.");
}

/* By force ----------------------------------------------------------------------------------- */

typedef struct {
    const Table *table;
    gboolean hidden[MOST_CELLS];
    gint64 least;
    gint64 tried[MOST_CELLS];
    gint64 low[MOST_CELLS], high[MOST_CELLS];
} Attack;

/* Tries every table of numbers near the true ones that prints the same. */
static void
try_cell (Attack *attack, guint row, guint column)
{
    const Table *table = attack->table;
    guint last_row = table->rows - 1, last = table->columns - 1, at = row * table->columns + column;

    if (column == last) {
        attack->tried[at] = 0;
        for (guint i = 0; i < last; i++)
            attack->tried[at] += attack->tried[row * table->columns + i];
        if (!attack->hidden[at] && attack->tried[at] != table->values[at])
            return;
        row++;
        column = 0;
    }
    if (row < last_row) {
        at = row * table->columns + column;
        gint64 value = table->values[at];
        for (gint64 x = attack->hidden[at] ? 0 : value;
             x <= (attack->hidden[at] ? value + attack->least : value); x++) {
            attack->tried[at] = x;
            try_cell (attack, row, column + 1);
        }
        return;
    }
    Table sums = *table;
    for (guint i = 0; i < last_row * table->columns; i++)
        sums.values[i] = attack->tried[i];
    table_sum (&sums);
    guint n = table->rows * table->columns;
    for (guint i = 0; i < n; i++)
        if (!attack->hidden[i] && sums.values[i] != table->values[i])
            return;
    for (guint i = 0; i < n; i++) {
        attack->low[i] = MIN (attack->low[i], sums.values[i]);
        attack->high[i] = MAX (attack->high[i], sums.values[i]);
    }
}

/* How many of the hidden numbers are told more closely than promised. */
static guint
count_told (const Table *table, const gboolean *hidden, gint64 least)
{
    Attack attack = { .table = table, .least = least };
    guint told = 0;

    for (guint i = 0; i < table->rows * table->columns; i++) {
        attack.hidden[i] = hidden[i];
        attack.low[i] = attack.high[i] = table->values[i];
    }
    try_cell (&attack, 0, 0);
    for (guint i = 0; i < table->rows * table->columns; i++) {
        gint64 value = table->values[i];
        if (hidden[i] && value < least)
            told += attack.low[i] > MIN (value, 1) || attack.high[i] < least;
        else if (hidden[i])
            told += attack.high[i] - attack.low[i] < least - 1;
    }
    return told;
}

static void
test_by_force (void)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (20220331);
    guint told_when_weak = 0, partly = 0;

    for (guint turn = 0; turn < 600; turn++) {
        gint64 least = 3 + turn % 2;
        UpstandThresholds some = thresholds ((int)least, turn % 5 == 0);
        g_autoptr (UpstandSuppression) suppression = upstand_suppression_new (&some);
        Table table = { .rows = 3, .columns = 3 + turn % 2 };
        for (guint row = 0; row < 2; row++)
            for (guint column = 0; column + 1 < table.columns; column++)
                table.values[row * table.columns + column] =
                    g_rand_int_range (random, 0, 4 + (int)(turn % 9));
        table_sum (&table);
        table_add (&table, suppression);
        run (suppression);

        gboolean hidden[MOST_CELLS], small[MOST_CELLS];
        guint n = table.rows * table.columns, n_hidden = 0;
        for (guint i = 0; i < n; i++) {
            UpstandFate fate = upstand_suppression_get_fate (suppression, table.cells[i]);
            hidden[i] = fate != UPSTAND_FATE_SHOWN;
            small[i] = fate == UPSTAND_FATE_SMALL;
            n_hidden += hidden[i];
            g_assert_true (hidden[i] || table.values[i] == 0 || table.values[i] >= least);
            g_assert_false (upstand_suppression_is_given_away (suppression, table.cells[i]));
        }
        g_assert_cmpuint (count_told (&table, hidden, least), ==, 0);
        told_when_weak += count_told (&table, small, least) > 0;
        partly += n_hidden > 0 && n_hidden < n;
    }
    /* The attack is one: hiding the small numbers alone does not stand up to it. */
    g_assert_cmpuint (told_when_weak, >, 200);
    /* And the tables are not simply all withheld. */
    g_assert_cmpuint (partly, >, 200);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/suppression/edge", test_edge);
    g_test_add_func ("/suppression/line", test_line);
    g_test_add_func ("/suppression/small-line", test_small_line);
    g_test_add_func ("/suppression/table", test_table);
    g_test_add_func ("/suppression/zeros-hidden", test_zeros_hidden);
    g_test_add_func ("/suppression/subtotals", test_subtotals);
    g_test_add_func ("/suppression/several-totals", test_several_totals);
    g_test_add_func ("/suppression/within", test_within);
    g_test_add_func ("/suppression/rates", test_rates);
    g_test_add_func ("/suppression/cover-hides-rate", test_cover_hides_rate);
    g_test_add_func ("/suppression/holes", test_holes);
    g_test_add_func ("/suppression/broken", test_broken);
    g_test_add_func ("/suppression/known", test_known);
    g_test_add_func ("/suppression/versions", test_versions);
    g_test_add_func ("/suppression/by-force", test_by_force);
    return g_test_run ();
}
