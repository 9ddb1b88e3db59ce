/* SPDX-License-Identifier: MIT */
/* Writes generated tables and their public copies as JSON to standard output, for
 * check-suppression.py to attack. The numbers are the same each time. */
#include "exchange/public-copy.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

#define MOST 16
#define HOLE -1
#define NOT_APPLICABLE -2
#define RATE -3

/* A sheet on its way: a column of labels, then @columns of figures. */
typedef struct {
    guint rows, columns;
    gint64 values[MOST][MOST];
    UpstandSheetRelation relations[MOST];
    guint parts[MOST][MOST];
    guint n_relations;
} Draft;

static GRand *random_numbers;

static gint64
some_count (void)
{
    return g_rand_int_range (random_numbers, 0, 10) < 4 ? g_rand_int_range (random_numbers, 0, 7)
                                                        : g_rand_int_range (random_numbers, 5, 80);
}

static guint
between (guint least, guint most)
{
    return (guint)g_rand_int_range (random_numbers, (gint32)least, (gint32)most + 1);
}

/* Rows and columns of figures count from 0; in the sheet the labels stand before the columns. */
static void
relate (Draft *draft, UpstandRelationKind kind, gboolean of_rows, guint whole, const guint *parts,
    guint n_parts)
{
    guint at = draft->n_relations++, shift = of_rows ? 0 : 1;

    for (guint i = 0; i < n_parts; i++)
        draft->parts[at][i] = parts[i] + shift;
    draft->relations[at] = (UpstandSheetRelation){ kind, of_rows, whole + shift, NULL, n_parts };
}

/* Says that a line is the sum of others, and makes it so. */
static void
add_sum (Draft *draft, gboolean of_rows, guint whole, const guint *parts, guint n_parts)
{
    relate (draft, UPSTAND_RELATION_SUM, of_rows, whole, parts, n_parts);
    for (guint i = 0; i < (of_rows ? draft->columns : draft->rows); i++) {
        gint64 *total = of_rows ? &draft->values[whole][i] : &draft->values[i][whole];
        *total = 0;
        for (guint k = 0; k < n_parts; k++) {
            gint64 part = of_rows ? draft->values[parts[k]][i] : draft->values[i][parts[k]];
            *total += MAX (part, 0);
        }
    }
}

static void
add_sum_of_all (Draft *draft, gboolean of_rows)
{
    guint parts[MOST], last = (of_rows ? draft->rows : draft->columns) - 1;

    for (guint i = 0; i < last; i++)
        parts[i] = i;
    add_sum (draft, of_rows, last, parts, last);
}

static void
fill (Draft *draft)
{
    for (guint row = 0; row < draft->rows; row++)
        for (guint column = 0; column < draft->columns; column++)
            draft->values[row][column] = some_count ();
}

static UpstandSheet *
sheet_from (const Draft *draft, const char *id)
{
    UpstandSheetColumn columns[MOST + 1] = { { .title = "Row",
        .in_public = UPSTAND_PUBLIC_LABEL } };
    char titles[MOST][8];

    for (guint i = 0; i < draft->columns; i++) {
        g_snprintf (titles[i], sizeof titles[i], "C%u", i);
        columns[i + 1] = (UpstandSheetColumn){
            .title = titles[i], .kind = UPSTAND_CELL_WHOLE, .in_public = UPSTAND_PUBLIC_FIGURES
        };
    }
    UpstandSheet *sheet = upstand_sheet_new (id, id, columns, draft->columns + 1);
    for (guint row = 0; row < draft->rows; row++) {
        g_autofree char *label = g_strdup_printf ("Row %u", row);
        UpstandCell cells[MOST + 1] = { upstand_cell_text (label) };
        for (guint i = 0; i < draft->columns; i++) {
            gint64 value = draft->values[row][i];
            cells[i + 1] = value == HOLE   ? upstand_cell_hole (UPSTAND_CELL_NOT_COLLECTED)
                           : value == RATE ? upstand_cell_percent (0, 1)
                           : value == NOT_APPLICABLE
                               ? upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE)
                               : upstand_cell_whole (value);
        }
        upstand_sheet_add_row (sheet, cells);
    }
    for (guint i = 0; i < draft->n_relations; i++) {
        UpstandSheetRelation relation = draft->relations[i];
        relation.parts = draft->parts[i];
        upstand_sheet_add_relation (sheet, &relation);
    }
    return sheet;
}

static UpstandBook *
book_from (const Draft *draft)
{
    UpstandBook *book = upstand_book_new (&(UpstandCover){ .title = "Generated" });
    g_autoptr (UpstandSheet) sheet = sheet_from (draft, "table");

    upstand_book_add_sheet (book, sheet);
    return book;
}

static UpstandBook *
two_way (void)
{
    Draft draft = { .rows = between (3, 8), .columns = between (3, 7) };

    fill (&draft);
    add_sum_of_all (&draft, FALSE);
    add_sum_of_all (&draft, TRUE);
    return book_from (&draft);
}

/* Districts in two areas, areas in the force; a total column. */
static UpstandBook *
areas (void)
{
    Draft draft = { .rows = 8, .columns = between (3, 5) };

    fill (&draft);
    add_sum_of_all (&draft, FALSE);
    add_sum (&draft, TRUE, 3, (const guint[]){ 0, 1, 2 }, 3);
    add_sum (&draft, TRUE, 6, (const guint[]){ 4, 5 }, 2);
    add_sum (&draft, TRUE, 7, (const guint[]){ 3, 6 }, 2);
    return book_from (&draft);
}

/* Proposed, scrutinised among them, sent back among those, and the share scrutinised. */
static UpstandBook *
chain (void)
{
    Draft draft = { .rows = between (3, 7), .columns = 4 };
    const guint scrutinised = 1, back = 2, rate[] = { 1, 0 };

    for (guint row = 0; row < draft.rows; row++) {
        gint64 *values = draft.values[row];
        values[0] = some_count () + some_count ();
        gint64 not_yet = (gint64)between (0, 12) - 4;
        values[1] = CLAMP (values[0] - not_yet, 0, values[0]);
        values[2] = between (0, (guint)values[1]);
    }
    add_sum_of_all (&draft, TRUE);
    for (guint row = 0; row < draft.rows; row++)
        draft.values[row][3] = RATE;
    relate (&draft, UPSTAND_RELATION_WITHIN, FALSE, 0, &scrutinised, 1);
    relate (&draft, UPSTAND_RELATION_WITHIN, FALSE, 1, &back, 1);
    relate (&draft, UPSTAND_RELATION_RATE, FALSE, 3, rate, 2);
    return book_from (&draft);
}

/* One total, broken down by sex, by age and by ethnicity; a row of totals. */
static UpstandBook *
breakdowns (void)
{
    Draft draft = { .rows = between (2, 5), .columns = 9 };
    const guint sex[] = { 1, 2 }, age[] = { 3, 4, 5 }, ethnicity[] = { 6, 7, 8 };
    const guint starts[] = { 3, 6 };

    for (guint row = 0; row < draft.rows; row++) {
        gint64 *values = draft.values[row];
        values[1] = some_count ();
        values[2] = some_count ();
        for (guint i = 0; i < 2; i++) {
            gint64 left = values[1] + values[2];
            for (guint k = 0; k < 2; k++) {
                gint64 part = between (0, (guint)left);
                values[starts[i] + k] = part;
                left -= part;
            }
            values[starts[i] + 2] = left;
        }
    }
    add_sum (&draft, FALSE, 0, sex, 2);
    add_sum (&draft, FALSE, 0, age, 3);
    add_sum (&draft, FALSE, 0, ethnicity, 3);
    add_sum_of_all (&draft, TRUE);
    return book_from (&draft);
}

/* Some figures not collected, some not applicable, some held in a total all the same. */
static UpstandBook *
holes (void)
{
    Draft draft = { .rows = between (4, 7), .columns = between (3, 6) };

    fill (&draft);
    for (guint i = 0; i < 3; i++)
        draft.values[between (0, draft.rows - 2)][between (0, draft.columns - 2)] =
            i < 2 ? HOLE : NOT_APPLICABLE;
    add_sum_of_all (&draft, FALSE);
    add_sum_of_all (&draft, TRUE);
    guint last = draft.columns - 1;
    for (guint row = 0; row + 1 < draft.rows; row++)
        for (guint column = 0; column < last; column++)
            if (draft.values[row][column] == HOLE && between (0, 1)) {
                gint64 held = some_count ();
                draft.values[row][last] += held;
                draft.values[draft.rows - 1][last] += held;
                draft.values[draft.rows - 1][column] += held;
            }
    return book_from (&draft);
}

/* The totals of one sheet printed again on a summary, beside another figure. */
static UpstandBook *
two_sheets (void)
{
    Draft table = { .rows = between (3, 6), .columns = between (3, 5) }, summary = { 0 };

    fill (&table);
    add_sum_of_all (&table, FALSE);
    add_sum_of_all (&table, TRUE);
    summary.rows = table.rows;
    summary.columns = 3;
    for (guint row = 0; row < table.rows; row++) {
        summary.values[row][0] = table.values[row][table.columns - 1];
        summary.values[row][1] = some_count ();
    }
    add_sum_of_all (&summary, FALSE);
    UpstandBook *book = book_from (&table);
    g_autoptr (UpstandSheet) sheet = sheet_from (&summary, "summary");
    upstand_book_add_sheet (book, sheet);
    for (guint row = 0; row < table.rows; row++) {
        const UpstandBookPlace places[] = { { "summary", row, 1 },
            { "table", row, table.columns } };
        upstand_book_add_relation (book, &(UpstandBookRelation){ UPSTAND_RELATION_SUM, places, 2 });
    }
    return book;
}

/* The same table three times, with a correction or two in between. */
static void
versions (UpstandBook **books, guint n)
{
    Draft draft = { .rows = between (3, 6), .columns = between (3, 6) };

    fill (&draft);
    for (guint i = 0; i < n; i++) {
        draft.n_relations = 0;
        add_sum_of_all (&draft, FALSE);
        add_sum_of_all (&draft, TRUE);
        books[i] = book_from (&draft);
        for (guint k = between (0, 2); k > 0; k--)
            draft.values[between (0, draft.rows - 2)][between (0, draft.columns - 2)] =
                some_count ();
    }
}

/* As JSON ------------------------------------------------------------------------------------ */

static void
add_rows (JsonBuilder *json, UpstandSheet *sheet)
{
    UpstandCell cells[MOST + 1];
    GError *error = NULL;

    json_builder_begin_array (json);
    upstand_sheet_rewind (sheet, NULL);
    while (upstand_sheet_next (sheet, cells, &error)) {
        json_builder_begin_array (json);
        for (guint i = 0; i < upstand_sheet_get_n_columns (sheet); i++) {
            g_autoptr (GString) text = g_string_new (NULL);
            upstand_cell_append_canonical (&cells[i], text);
            if (cells[i].state == UPSTAND_CELL_VALUE && cells[i].kind == UPSTAND_CELL_WHOLE)
                json_builder_add_int_value (json, cells[i].number);
            else
                json_builder_add_string_value (json, text->str);
        }
        json_builder_end_array (json);
    }
    g_assert_no_error (error);
    json_builder_end_array (json);
}

static void
add_sheets (JsonBuilder *json, UpstandBook *book)
{
    json_builder_begin_object (json);
    for (guint i = 0; i < upstand_book_get_n_sheets (book); i++) {
        UpstandSheet *sheet = upstand_book_get_sheet (book, i);
        json_builder_set_member_name (json, upstand_sheet_get_id (sheet));
        add_rows (json, sheet);
    }
    json_builder_end_object (json);
}

static void
begin_relation (JsonBuilder *json, UpstandRelationKind kind)
{
    static const char *const kinds[] = { "sum", "within", "rate" };

    json_builder_begin_object (json);
    json_builder_set_member_name (json, "kind");
    json_builder_add_string_value (json, kinds[kind]);
}

static void
add_cell (JsonBuilder *json, const char *sheet, guint row, guint column)
{
    json_builder_begin_array (json);
    json_builder_add_string_value (json, sheet);
    json_builder_add_int_value (json, row);
    json_builder_add_int_value (json, column);
    json_builder_end_array (json);
}

/* Each relation of lines once for every cell that it runs across. */
static void
add_lines (JsonBuilder *json, UpstandSheet *sheet, const UpstandSheetRelation *relation)
{
    guint n = relation->of_rows ? upstand_sheet_get_n_columns (sheet)
                                : (guint)upstand_sheet_get_n_rows (sheet);

    for (guint i = relation->of_rows ? 1 : 0; i < n; i++) {
        begin_relation (json, relation->kind);
        json_builder_set_member_name (json, "cells");
        json_builder_begin_array (json);
        for (guint k = 0; k <= relation->n_parts; k++) {
            guint line = k ? relation->parts[k - 1] : relation->whole;
            add_cell (json, upstand_sheet_get_id (sheet), relation->of_rows ? line : i,
                relation->of_rows ? i : line);
        }
        json_builder_end_array (json);
        json_builder_end_object (json);
    }
}

static void
add_relations (JsonBuilder *json, UpstandBook *book)
{
    json_builder_begin_array (json);
    for (guint i = 0; i < upstand_book_get_n_sheets (book); i++) {
        UpstandSheet *sheet = upstand_book_get_sheet (book, i);
        for (guint k = 0; k < upstand_sheet_get_n_relations (sheet); k++)
            add_lines (json, sheet, upstand_sheet_get_relation (sheet, k));
    }
    for (guint i = 0; i < upstand_book_get_n_relations (book); i++) {
        const UpstandBookRelation *relation = upstand_book_get_relation (book, i);
        begin_relation (json, relation->kind);
        json_builder_set_member_name (json, "cells");
        json_builder_begin_array (json);
        for (guint k = 0; k < relation->n_places; k++)
            add_cell (json, relation->places[k].sheet, relation->places[k].row,
                relation->places[k].column);
        json_builder_end_array (json);
        json_builder_end_object (json);
    }
    json_builder_end_array (json);
}

/* All versions of a book with their public copies: each knows of those before it, or should. */
static void
add_case (JsonBuilder *json, const char *kind, UpstandBook **books, guint n, gboolean remember)
{
    static guint turn;
    UpstandThresholds thresholds;
    UpstandPublicVersion out[MOST];
    g_autoptr (GError) error = NULL;

    upstand_thresholds_init (&thresholds);
    thresholds.smallest_shown = turn++ % 4 == 3 ? 10 : 5;
    thresholds.zeros_hidden = turn % 7 == 0;
    for (guint i = 0; i < n; i++) {
        out[i].official = books[i];
        out[i].copy = upstand_public_copy_new (books[i],
            &(UpstandPublicRequest){ &thresholds, NULL, out, remember ? i : 0 }, NULL, &error);
        g_assert_no_error (error);
    }
    json_builder_begin_object (json);
    json_builder_set_member_name (json, "kind");
    json_builder_add_string_value (json, kind);
    json_builder_set_member_name (json, "smallest_shown");
    json_builder_add_int_value (json, thresholds.smallest_shown);
    json_builder_set_member_name (json, "relations");
    add_relations (json, books[n - 1]);
    json_builder_set_member_name (json, "versions");
    json_builder_begin_array (json);
    for (guint i = 0; i < n; i++) {
        json_builder_begin_object (json);
        json_builder_set_member_name (json, "official");
        add_sheets (json, out[i].official);
        json_builder_set_member_name (json, "copy");
        add_sheets (json, out[i].copy);
        json_builder_end_object (json);
        g_object_unref (out[i].copy);
        g_object_unref (out[i].official);
    }
    json_builder_end_array (json);
    json_builder_end_object (json);
}

int
main (void)
{
    static const struct {
        const char *kind;
        UpstandBook *(*make) (void);
        guint n;
    } kinds[] = {
        { "two-way", two_way, 60 },
        { "areas", areas, 40 },
        { "chain", chain, 40 },
        { "breakdowns", breakdowns, 40 },
        { "holes", holes, 40 },
        { "two sheets", two_sheets, 30 },
    };
    g_autoptr (JsonBuilder) json = json_builder_new ();
    UpstandBook *books[3];

    random_numbers = g_rand_new_with_seed (16122021);
    json_builder_begin_array (json);
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        for (guint k = 0; k < kinds[i].n; k++) {
            books[0] = kinds[i].make ();
            add_case (json, kinds[i].kind, books, 1, TRUE);
        }
    for (guint k = 0; k < 70; k++) {
        gboolean remember = k < 50;
        versions (books, 3);
        add_case (json, remember ? "versions" : "forgetful", books, 3, remember);
    }
    json_builder_end_array (json);
    g_rand_free (random_numbers);

    g_autoptr (JsonNode) root = json_builder_get_root (json);
    g_autofree char *text = json_to_string (root, FALSE);
    puts (text);
    return 0;
}
