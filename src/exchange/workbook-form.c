/* SPDX-License-Identifier: MIT */
#include "exchange/workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/form-layout.h"

/* What Excel takes: longer ones it does not show at all. */
#define MAX_TIP_TITLE 32
#define MAX_TIP 255
#define MAX_LIST 255
#define MOST_CHOICES 32

#define INSTRUCTION_WIDTH 96.0
#define DEFINITION_WIDTH 90.0
#define FIRST_COLUMN 1 /* the keys of the rows stand, hidden, before it */
#define LARGEST 1e9

/* One table on its way into a worksheet. */
typedef struct {
    WorkbookWriter *writer;
    UpstandFormTable *table;
    lxw_worksheet *worksheet;
    guint n_columns, n_rows;
} TableWriter;

static const WorkbookStyle entry_styles[] = {
    [UPSTAND_ENTRY_NONE] = STYLE_SHOWN,
    [UPSTAND_ENTRY_WHOLE] = STYLE_ENTRY_WHOLE,
    [UPSTAND_ENTRY_DECIMAL] = STYLE_ENTRY_DECIMAL,
    [UPSTAND_ENTRY_PERCENT] = STYLE_ENTRY_WHOLE,
    [UPSTAND_ENTRY_DATE] = STYLE_ENTRY_DATE,
    [UPSTAND_ENTRY_CHOICE] = STYLE_ENTRY_WORDS,
    [UPSTAND_ENTRY_WORDS] = STYLE_ENTRY_WORDS,
};

static void
protect (lxw_worksheet *worksheet)
{
    /* Columns may be made wider; nothing else that is locked may change. */
    lxw_protection options = { .format_columns = 1, .format_rows = 1 };
    worksheet_protect (worksheet, NULL, &options);
}

static void
write_title (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_col_t column, const char *title)
{
    const UpstandCover *cover = self->cover;
    g_autofree char *line = g_strdup_printf ("%s  ·  %s  ·  %s", cover->force ? cover->force : "",
        cover->period ? cover->period : "", cover->classification ? cover->classification : "");
    worksheet_set_row (worksheet, 0, 24, NULL);
    workbook_write_text (self, worksheet, 0, column, title, STYLE_SHEET_TITLE);
    workbook_write_text (self, worksheet, 1, column, line, STYLE_REMARK);
}

static void
write_instructions (WorkbookWriter *self)
{
    g_autofree char *name = workbook_make_name (self, _ ("Read this first"));
    lxw_worksheet *worksheet = workbook_add_worksheet (self->workbook, name);
    lxw_row_t row = 3;

    workbook_set_up_pages (self, worksheet, self->cover->title, NULL);
    worksheet_fit_to_pages (worksheet, 1, 0);
    worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_column (worksheet, 0, 0, 24, NULL);
    worksheet_set_column (worksheet, 1, 1, INSTRUCTION_WIDTH, NULL);
    write_title (self, worksheet, 0, self->cover->title);
    for (guint i = 0; i < upstand_form_get_n_instructions (self->form); i++) {
        const char *heading, *text;
        upstand_form_get_instruction (self->form, i, &heading, &text);
        workbook_write_text (self, worksheet, row, 0, heading, STYLE_FACT);
        workbook_write_text (self, worksheet, row, 1, text, STYLE_TEXT);
        gsize lines =
            workbook_count_lines (text ? text : "", workbook_line_capacity (INSTRUCTION_WIDTH));
        worksheet_set_row (worksheet, row++, workbook_row_height (lines) + 4, NULL);
    }
    protect (worksheet);
    worksheet_activate (worksheet);
}

/* Writes what stands in the cell and returns how many lines it takes. */
static gsize
write_cell (TableWriter *self, lxw_row_t row, lxw_col_t column, const UpstandFormCell *form,
    const UpstandFormColumn *of)
{
    const UpstandCell *cell = &form->cell;
    lxw_format *format =
        self->writer->styles[of->is_label ? STYLE_LABEL : entry_styles[form->entry]];
    gboolean is_number = cell->kind == UPSTAND_CELL_WHOLE || cell->kind == UPSTAND_CELL_DECIMAL;
    double day;

    if (cell->state == UPSTAND_CELL_BLANK) {
        worksheet_write_blank (self->worksheet, row, column, format);
        return 1;
    }
    if (cell->state == UPSTAND_CELL_VALUE && is_number) {
        double number = (double)cell->number;
        for (guint i = 0; cell->kind == UPSTAND_CELL_DECIMAL && i < cell->places; i++)
            number /= 10;
        worksheet_write_number (self->worksheet, row, column, number, format);
        return 1;
    }
    if (cell->state == UPSTAND_CELL_VALUE && cell->kind == UPSTAND_CELL_DATE &&
        workbook_day_number ((UpstandDay)cell->number, &day)) {
        /* A date that is only shown has the frameless style of all dates. */
        worksheet_write_number (self->worksheet, row, column, day,
            form->entry ? format : self->writer->styles[STYLE_DATE]);
        return 1;
    }
    g_autoptr (GString) text = g_string_new (NULL);
    upstand_cell_append_plain (cell, text);
    const char *clean = workbook_clean_text (self->writer, text->str);
    if (cell->kind == UPSTAND_CELL_TEXT && !form->entry && !of->is_label)
        format =
            self->writer->styles[cell->state == UPSTAND_CELL_VALUE ? STYLE_TEXT : STYLE_HOLE_RIGHT];
    worksheet_write_string (self->worksheet, row, column, clean, format);
    return workbook_count_lines (clean, workbook_line_capacity (of->width));
}

/* A tip in Excel's measure: cut at a word. */
static char *
make_tip (const char *text, glong most)
{
    if (!text || g_utf8_strlen (text, -1) <= most)
        return g_strdup (text);
    g_autofree char *head = g_utf8_substring (text, 0, most - 1);
    char *space = strrchr (head, ' ');
    if (space)
        *space = '\0';
    return g_strconcat (head, "…", NULL);
}

/* The words that a drop-down offers; FALSE when they are too long for one. */
static gboolean
list_choices (const UpstandFormColumn *column, const char *words[MOST_CHOICES + 1])
{
    gsize length = 0;
    guint n = 0;
    for (const UpstandChoice *choice = column->choices + column->first;
         choice->key && n < MOST_CHOICES; choice++) {
        words[n] = gettext (choice->label);
        /* A comma would part one choice into two. */
        if (strchr (words[n], ','))
            return FALSE;
        length += g_utf8_strlen (words[n++], -1) + 1;
    }
    words[n] = NULL;
    return n > 0 && length <= MAX_LIST;
}

static const char *
set_rule (lxw_data_validation *rule, UpstandEntry entry)
{
    rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule->maximum_number = LARGEST;
    switch (entry) {
    case UPSTAND_ENTRY_WHOLE:
        rule->validate = LXW_VALIDATION_TYPE_INTEGER;
        return _ (
            "A whole number is needed, zero or more. Leave the cell empty when there is none.");
    case UPSTAND_ENTRY_DECIMAL:
        rule->validate = LXW_VALIDATION_TYPE_DECIMAL;
        return _ ("A number is needed, zero or more. Leave the cell empty when there is none.");
    case UPSTAND_ENTRY_PERCENT:
        rule->validate = LXW_VALIDATION_TYPE_INTEGER;
        rule->maximum_number = 100;
        return _ ("A whole number from 0 to 100 is needed, without the sign.");
    case UPSTAND_ENTRY_DATE:
        rule->validate = LXW_VALIDATION_TYPE_DATE;
        rule->criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN;
        rule->value_datetime = (lxw_datetime){ .year = 2000, .month = 1, .day = 1 };
        return _ ("A date is needed, such as 31/3/2023.");
    case UPSTAND_ENTRY_CHOICE:
        rule->validate = LXW_VALIDATION_TYPE_LIST;
        return _ ("Choose one of the words in the list, or leave the cell empty.");
    case UPSTAND_ENTRY_WORDS:
    case UPSTAND_ENTRY_NONE: break;
    }
    rule->validate = LXW_VALIDATION_TYPE_ANY;
    return NULL;
}

/* The rule of rows @first to @last of a column, which all take the same entry. */
static void
add_rule (TableWriter *self, guint column, guint first, guint last, UpstandEntry entry)
{
    const UpstandFormColumn *of = upstand_form_table_get_column (self->table, column);
    const char *words[MOST_CHOICES + 1] = { NULL };
    lxw_data_validation rule = { .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = LXW_VALIDATION_ON };
    const char *sentence = set_rule (&rule, entry);

    if (entry == UPSTAND_ENTRY_NONE || (entry == UPSTAND_ENTRY_WORDS && !of->definition) ||
        (entry == UPSTAND_ENTRY_CHOICE && !list_choices (of, words)))
        return;
    g_autofree char *title = make_tip (of->title, MAX_TIP_TITLE);
    g_autofree char *tip = make_tip (of->definition, MAX_TIP);
    g_autofree char *refusal = make_tip (sentence, MAX_TIP);
    if (entry == UPSTAND_ENTRY_CHOICE)
        rule.value_list = (void *)words;
    rule.input_title = tip ? title : NULL;
    rule.input_message = tip;
    rule.error_title = title;
    rule.error_message = refusal;
    worksheet_data_validation_range (self->worksheet, UPSTAND_FORM_FIRST_ROW + first,
        (lxw_col_t)(FIRST_COLUMN + column), UPSTAND_FORM_FIRST_ROW + last,
        (lxw_col_t)(FIRST_COLUMN + column), &rule);
}

static void
add_rules (TableWriter *self)
{
    for (guint column = 0; column < self->n_columns; column++) {
        guint first = 0;
        for (guint row = 0; row < self->n_rows; row++) {
            UpstandEntry entry = upstand_form_table_get_cell (self->table, row, column)->entry;
            gboolean ends =
                row + 1 == self->n_rows ||
                upstand_form_table_get_cell (self->table, row + 1, column)->entry != entry;
            if (!ends)
                continue;
            add_rule (self, column, first, row, entry);
            first = row + 1;
        }
    }
}

/* Identity and keys, in a row and a column that nobody sees, and the headings. */
static void
write_head (TableWriter *self)
{
    WorkbookWriter *writer = self->writer;
    lxw_row_col_options hidden = { .hidden = 1 };
    g_autofree char *identity =
        upstand_form_identity_to_text (upstand_form_get_identity (writer->form));
    gsize lines = 1;
    guint n_labels = 0;

    worksheet_set_column_opt (self->worksheet, 0, 0, 8, NULL, &hidden);
    workbook_write_text (writer, self->worksheet, UPSTAND_FORM_KEY_ROW, 0, identity, STYLE_REMARK);
    for (guint i = 0; i < self->n_columns; i++)
        workbook_write_text (writer, self->worksheet, UPSTAND_FORM_KEY_ROW,
            (lxw_col_t)(FIRST_COLUMN + i), upstand_form_table_get_column (self->table, i)->key,
            STYLE_REMARK);
    worksheet_set_row_opt (
        self->worksheet, UPSTAND_FORM_KEY_ROW, LXW_DEF_ROW_HEIGHT, NULL, &hidden);
    for (guint i = 0; i < self->n_columns; i++) {
        const UpstandFormColumn *column = upstand_form_table_get_column (self->table, i);
        n_labels += column->is_label;
        workbook_write_text (writer, self->worksheet, UPSTAND_FORM_HEADING_ROW,
            (lxw_col_t)(FIRST_COLUMN + i), column->title, STYLE_HEADING);
        lines = MAX (lines, workbook_count_lines (column->title,
                                workbook_line_capacity (MAX (column->width * 0.9, 1))));
        worksheet_set_column (self->worksheet, (lxw_col_t)(FIRST_COLUMN + i),
            (lxw_col_t)(FIRST_COLUMN + i), column->width, NULL);
    }
    worksheet_set_row (
        self->worksheet, UPSTAND_FORM_HEADING_ROW, workbook_row_height (lines) + 3, NULL);
    worksheet_repeat_rows (self->worksheet, UPSTAND_FORM_HEADING_ROW, UPSTAND_FORM_HEADING_ROW);
    worksheet_freeze_panes (
        self->worksheet, UPSTAND_FORM_FIRST_ROW, (lxw_col_t)(FIRST_COLUMN + n_labels));
}

static char *
write_table (WorkbookWriter *writer, UpstandFormTable *table)
{
    char *name = workbook_make_name (writer, upstand_form_table_get_title (table));
    TableWriter self = { .writer = writer,
        .table = table,
        .worksheet = workbook_add_worksheet (writer->workbook, name),
        .n_columns = upstand_form_table_get_n_columns (table),
        .n_rows = upstand_form_table_get_n_rows (table) };

    workbook_set_up_pages (writer, self.worksheet, upstand_form_table_get_title (table), NULL);
    worksheet_fit_to_pages (self.worksheet, 1, 0);
    write_title (writer, self.worksheet, FIRST_COLUMN, upstand_form_table_get_title (table));
    workbook_write_text (
        writer, self.worksheet, 2, FIRST_COLUMN, upstand_form_table_get_hint (table), STYLE_REMARK);
    write_head (&self);
    for (guint row = 0; row < self.n_rows; row++) {
        lxw_row_t at = UPSTAND_FORM_FIRST_ROW + row;
        gsize lines = 1;
        workbook_write_text (
            writer, self.worksheet, at, 0, upstand_form_table_get_key (table, row), STYLE_REMARK);
        for (guint i = 0; i < self.n_columns; i++)
            lines = MAX (lines, write_cell (&self, at, (lxw_col_t)(FIRST_COLUMN + i),
                                    upstand_form_table_get_cell (table, row, i),
                                    upstand_form_table_get_column (table, i)));
        worksheet_set_row (self.worksheet, at, workbook_row_height (lines), NULL);
    }
    add_rules (&self);
    protect (self.worksheet);
    return name;
}

static void
write_definitions (WorkbookWriter *self)
{
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    g_autofree char *name = workbook_make_name (self, _ ("Definitions"));
    lxw_worksheet *worksheet = workbook_add_worksheet (self->workbook, name);
    lxw_row_t row = 3;

    workbook_set_up_pages (self, worksheet, _ ("Definitions"), NULL);
    worksheet_fit_to_pages (worksheet, 1, 0);
    worksheet_set_column (worksheet, 0, 0, 34, NULL);
    worksheet_set_column (worksheet, 1, 1, DEFINITION_WIDTH, NULL);
    write_title (self, worksheet, 0, _ ("Definitions"));
    for (guint t = 0; t < upstand_form_get_n_tables (self->form); t++) {
        UpstandFormTable *table = upstand_form_get_table (self->form, t);
        for (guint i = 0; i < upstand_form_table_get_n_columns (table); i++) {
            const UpstandFormColumn *column = upstand_form_table_get_column (table, i);
            if (!column->definition || !g_hash_table_add (seen, (gpointer)column->key))
                continue;
            workbook_write_text (self, worksheet, row, 0, column->title, STYLE_FACT);
            workbook_write_text (self, worksheet, row, 1, column->definition, STYLE_TEXT);
            worksheet_set_row (worksheet, row++,
                workbook_row_height (workbook_count_lines (
                    column->definition, workbook_line_capacity (DEFINITION_WIDTH))),
                NULL);
        }
    }
    protect (worksheet);
}

/* The hidden sheet ------------------------------------------------------------------------------
 */

typedef struct {
    WorkbookWriter *writer;
    lxw_worksheet *worksheet;
    lxw_row_t row;
} Hidden;

static void
add_line (Hidden *self, const char *what, const char *one, const char *two, const char *three)
{
    const char *const texts[] = { what, one, two, three };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (texts[i] && *texts[i])
            worksheet_write_string (self->worksheet, self->row, (lxw_col_t)i,
                workbook_clean_text (self->writer, texts[i]), NULL);
    self->row++;
}

static void
add_number (Hidden *self, const char *what, gint64 number)
{
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
    add_line (self, what, text, NULL, NULL);
}

static void
add_words (Hidden *self, UpstandFormTable *table)
{
    for (guint i = 0; i < upstand_form_table_get_n_columns (table); i++) {
        const UpstandFormColumn *column = upstand_form_table_get_column (table, i);
        for (const UpstandChoice *choice = column->choices; choice && choice->key; choice++)
            add_line (self, UPSTAND_FORM_WORD, gettext (choice->label), choice->key, NULL);
    }
}

static void
add_table (Hidden *self, UpstandFormTable *table, const char *name)
{
    add_line (self, UPSTAND_FORM_TABLE, name, NULL, NULL);
    for (guint i = 0; i < upstand_form_table_get_n_columns (table); i++) {
        const UpstandFormColumn *column = upstand_form_table_get_column (table, i);
        add_line (self, UPSTAND_FORM_COLUMN, column->key, column->title,
            column->is_label ? UPSTAND_FORM_LABEL : NULL);
    }
    for (guint row = 0; row < upstand_form_table_get_n_rows (table); row++) {
        g_autofree char *label = upstand_form_table_get_label (table, row);
        const char *key = upstand_form_table_get_key (table, row);
        add_line (self, UPSTAND_FORM_ROW, key, label, NULL);
        for (guint i = 0; i < upstand_form_table_get_n_columns (table); i++) {
            const UpstandFormCell *cell = upstand_form_table_get_cell (table, row, i);
            g_autoptr (GString) text = g_string_new (NULL);
            if (cell->entry == UPSTAND_ENTRY_NONE)
                continue;
            upstand_cell_append_plain (&cell->cell, text);
            add_line (self, UPSTAND_FORM_CELL, upstand_form_table_get_column (table, i)->key,
                text->str, NULL);
        }
    }
}

static void
write_hidden (WorkbookWriter *writer, GPtrArray *names)
{
    const UpstandFormIdentity *identity = upstand_form_get_identity (writer->form);
    g_autofree char *text = upstand_form_identity_to_text (identity);
    g_autofree char *sent = upstand_date_to_iso (identity->sent);
    Hidden self = { writer, workbook_add_worksheet (writer->workbook, UPSTAND_FORM_HIDDEN_SHEET),
        0 };

    add_line (&self, UPSTAND_FORM_IDENTITY, text, NULL, NULL);
    add_line (&self, UPSTAND_FORM_SENT, sent, NULL, NULL);
    add_number (&self, UPSTAND_FORM_BATCH, identity->batch);
    for (guint i = 0; i < names->len; i++)
        add_words (&self, upstand_form_get_table (writer->form, i));
    for (guint i = 0; i < names->len; i++)
        add_table (&self, upstand_form_get_table (writer->form, i), g_ptr_array_index (names, i));
    worksheet_set_column (self.worksheet, 0, 3, 20, NULL);
    workbook_set_up_pages (writer, self.worksheet, writer->cover->title, NULL);
    worksheet_hide (self.worksheet);
    protect (self.worksheet);
}

gboolean
workbook_write_form (WorkbookWriter *self, GError **error)
{
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_add (self->names, g_strdup (UPSTAND_FORM_HIDDEN_SHEET));
    write_instructions (self);
    for (guint i = 0; i < upstand_form_get_n_tables (self->form); i++)
        g_ptr_array_add (names, write_table (self, upstand_form_get_table (self->form, i)));
    write_definitions (self);
    write_hidden (self, names);
    return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
