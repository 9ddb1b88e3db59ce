/* SPDX-License-Identifier: MIT */
#include "exchange/workbook-private.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* GDate's number of 30 December 1899, from which Excel counts (right from 1 March 1900 on). */
#define EXCEL_EPOCH 693594
#define FIRST_EXCEL_DAY (EXCEL_EPOCH + 61)

/* In characters: a wider table would be too small to read on the usual paper. */
#define WIDEST_ON_A4 170
#define PAPER_A3 8

/* Excel's doubles hold fifteen figures; a longer number is only right as text. */
#define MAX_EXACT G_GINT64_CONSTANT (999999999999999)

/* Excel takes 65,530 links in a sheet; each costs memory until the end, a text does not. */
#define MAX_LINKS 5000
#define MAX_URL 2000

/* Words of a choice column that get a colour of their own. */
#define MAX_CHOICES 24
#define MAX_CHOICE_LENGTH 100

static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };

static const double widths[] = {
    [UPSTAND_CELL_TEXT] = 36,
    [UPSTAND_CELL_WHOLE] = 12,
    [UPSTAND_CELL_DECIMAL] = 12,
    [UPSTAND_CELL_PERCENT] = 12,
    [UPSTAND_CELL_DATE] = 13,
    [UPSTAND_CELL_YES_NO] = 10,
    [UPSTAND_CELL_CHOICE] = 20,
    [UPSTAND_CELL_LINK] = 32,
};

typedef struct {
    guint8 tone;
    char *shown;
} Choice;

/* One sheet of the book on its way into one worksheet, or more when it is very long. */
typedef struct {
    WorkbookWriter *writer;
    UpstandSheet *sheet;
    guint position;
    guint n_columns;
    lxw_worksheet *worksheet;
    lxw_row_t header_row, row;
    guint64 n_rows;
    guint n_links, n_cut;
    GPtrArray **choices; /* per column, Choice; NULL until one was met */
    gboolean *is_number; /* per column */
    gsize *capacities; /* per column, characters on one line */
    gsize n_lines; /* of the tallest cell in the row */
    GString *text;
} SheetWriter;

static void
choice_free (gpointer data)
{
    Choice *choice = data;

    g_free (choice->shown);
    g_free (choice);
}

static void
sheet_writer_clear (SheetWriter *self)
{
    for (guint i = 0; self->choices && i < self->n_columns; i++)
        g_clear_pointer (&self->choices[i], g_ptr_array_unref);
    g_free (self->choices);
    g_free (self->capacities);
    g_free (self->is_number);
    g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheetWriter, sheet_writer_clear)

static lxw_error
write_string (SheetWriter *self, lxw_col_t column, const char *text, lxw_format *format)
{
    self->writer->was_cut = FALSE;
    const char *clean = workbook_clean_text (self->writer, text);
    self->n_cut += self->writer->was_cut;
    if (!*clean)
        return LXW_NO_ERROR;
    self->n_lines = MAX (self->n_lines, workbook_count_lines (clean, self->capacities[column]));
    return worksheet_write_string (self->worksheet, self->row, column, clean, format);
}

static lxw_error
write_plain (SheetWriter *self, lxw_col_t column, const UpstandCell *cell, WorkbookStyle style)
{
    g_string_truncate (self->text, 0);
    upstand_cell_append_plain (cell, self->text);
    return write_string (self, column, self->text->str, self->writer->styles[style]);
}

static lxw_error
write_number (SheetWriter *self, lxw_col_t column, const UpstandCell *cell)
{
    guint places = cell->kind == UPSTAND_CELL_WHOLE ? 0 : cell->places;
    double divisor = powers[places] * (cell->kind == UPSTAND_CELL_PERCENT ? 100 : 1);

    if (cell->number > MAX_EXACT || cell->number < -MAX_EXACT)
        return write_plain (self, column, cell, STYLE_TEXT);
    return worksheet_write_number (self->worksheet, self->row, column,
        (double)cell->number / divisor,
        workbook_style_of_number (self->writer, cell->kind, places));
}

static void
remember_choice (SheetWriter *self, lxw_col_t column, const UpstandCell *cell, const char *shown)
{
    GPtrArray *choices = self->choices[column];

    if (!choices)
        choices = self->choices[column] = g_ptr_array_new_with_free_func (choice_free);
    for (guint i = 0; i < choices->len; i++) {
        if (!strcmp (((Choice *)choices->pdata[i])->shown, shown))
            return;
    }
    if (choices->len == MAX_CHOICES || strlen (shown) > MAX_CHOICE_LENGTH)
        return;
    Choice *choice = g_new (Choice, 1);
    choice->tone = MIN (cell->tone, UPSTAND_TONE_WAITING);
    choice->shown = g_strdup (shown);
    g_ptr_array_add (choices, choice);
}

static lxw_error
write_choice (SheetWriter *self, lxw_col_t column, const UpstandCell *cell)
{
    g_string_assign (self->text, upstand_cell_get_shape (cell));
    g_string_append_c (self->text, ' ');
    g_string_append (self->text, cell->text);
    remember_choice (self, column, cell, self->text->str);
    return write_string (self, column, self->text->str, self->writer->styles[STYLE_CHOICE]);
}

static gboolean
is_web_address (const char *target)
{
    return g_ascii_strncasecmp (target, "https://", 8) == 0 ||
           g_ascii_strncasecmp (target, "http://", 7) == 0 ||
           g_ascii_strncasecmp (target, "mailto:", 7) == 0;
}

static lxw_error
write_cell_link (SheetWriter *self, lxw_col_t column, const UpstandCell *cell)
{
    const char *target = cell->detail ? cell->detail : "";
    lxw_format *format = self->writer->styles[STYLE_LINK];

    if (is_web_address (target) && strlen (target) < MAX_URL && strlen (cell->text) < 255 &&
        self->n_links < MAX_LINKS && g_utf8_validate (target, -1, NULL)) {
        self->n_links++;
        return worksheet_write_url_opt (self->worksheet, self->row, column, target, format,
            workbook_clean_text (self->writer, cell->text), NULL);
    }
    /* Anything else that could be followed (a program, a script) is only ever shown. */
    g_string_assign (self->text, cell->text);
    if (*target && strcmp (target, cell->text))
        g_string_append_printf (self->text, " (%s)", target);
    return write_string (self, column, self->text->str, self->writer->styles[STYLE_TEXT]);
}

static lxw_error
write_cell (SheetWriter *self, lxw_col_t column, const UpstandCell *cell)
{
    if (cell->state == UPSTAND_CELL_BLANK)
        return LXW_NO_ERROR;
    if (cell->state != UPSTAND_CELL_VALUE)
        return write_plain (
            self, column, cell, self->is_number[column] ? STYLE_HOLE_RIGHT : STYLE_HOLE);
    double day;

    switch ((UpstandCellKind)cell->kind) {
    case UPSTAND_CELL_TEXT:
        return write_string (self, column, cell->text, self->writer->styles[STYLE_TEXT]);
    case UPSTAND_CELL_WHOLE:
    case UPSTAND_CELL_DECIMAL:
    case UPSTAND_CELL_PERCENT: return write_number (self, column, cell);
    case UPSTAND_CELL_DATE:
        if (!workbook_day_number ((UpstandDay)cell->number, &day))
            return write_plain (self, column, cell, STYLE_TEXT);
        return worksheet_write_number (
            self->worksheet, self->row, column, day, self->writer->styles[STYLE_DATE]);
    case UPSTAND_CELL_YES_NO: return write_plain (self, column, cell, STYLE_TEXT);
    case UPSTAND_CELL_CHOICE: return write_choice (self, column, cell);
    case UPSTAND_CELL_LINK: return write_cell_link (self, column, cell);
    }
    return LXW_NO_ERROR;
}

static gboolean
has_units (UpstandSheet *sheet)
{
    for (guint i = 0; i < upstand_sheet_get_n_columns (sheet); i++) {
        if (upstand_sheet_get_column (sheet, i)->unit)
            return TRUE;
    }
    return FALSE;
}

static char *
make_subtitle (SheetWriter *self)
{
    const UpstandCover *cover = self->writer->cover;
    const char *classification = upstand_sheet_get_classification (self->sheet);
    const char *const parts[] = { cover->force, cover->period, cover->version,
        classification ? classification : cover->classification };
    g_autoptr (GString) line = g_string_new (NULL);

    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
        if (parts[i] && *parts[i])
            g_string_append_printf (line, "%s%s", line->len ? "  ·  " : "", parts[i]);
    }
    return g_strdup (line->str);
}

/* One row of headings or of units; @style's neighbour is the same, set flush right. */
static void
write_headings (SheetWriter *self, lxw_row_t row, WorkbookStyle style)
{
    gsize n_lines = 1;

    for (guint i = 0; i < self->n_columns; i++) {
        const UpstandSheetColumn *column = upstand_sheet_get_column (self->sheet, i);
        const char *text = style == STYLE_HEADING ? column->title : column->unit;
        workbook_write_text (self->writer, self->worksheet, row, (lxw_col_t)i, text,
            style + (self->is_number[i] ? 1 : 0));
        /* Bold, and the filter's button takes two characters. */
        gsize capacity = style == STYLE_UNIT
                             ? self->capacities[i]
                             : (gsize)MAX ((double)self->capacities[i] * 0.9 - 2, 1);
        n_lines = MAX (n_lines, workbook_count_lines (text ? text : "", capacity));
    }
    worksheet_set_row (self->worksheet, row, workbook_row_height (n_lines) + 3, NULL);
}

/* Title, a way back, units and headings: everything above the first row. */
static void
start_worksheet (SheetWriter *self)
{
    WorkbookWriter *writer = self->writer;
    const char *title = upstand_sheet_get_title (self->sheet);
    const char *classification = upstand_sheet_get_classification (self->sheet);
    WrittenSheet written = { .name = workbook_make_name (writer, title),
        .title = title,
        .classification = classification,
        .source = self->position };
    g_autofree char *subtitle = make_subtitle (self);
    gboolean units = has_units (self->sheet);
    double first_width = 0;

    self->worksheet = workbook_add_worksheet (writer->workbook, written.name);
    g_array_append_val (writer->written, written);
    workbook_set_up_pages (writer, self->worksheet, title, classification);
    worksheet_fit_to_pages (self->worksheet, 1, 0);
    worksheet_set_default_row (self->worksheet, workbook_row_height (1), LXW_FALSE);
    double total = 0;
    for (guint i = 0; i < self->n_columns; i++) {
        const UpstandSheetColumn *column = upstand_sheet_get_column (self->sheet, i);
        double width = column->width > 0 ? column->width : widths[column->kind];
        total += width;
        worksheet_set_column (self->worksheet, (lxw_col_t)i, (lxw_col_t)i, width, NULL);
        self->capacities[i] = workbook_line_capacity (width);
        self->is_number[i] = upstand_cell_kind_is_number (column->kind);
        if (!i)
            first_width = width;
    }
    if (total > WIDEST_ON_A4)
        worksheet_set_paper (self->worksheet, PAPER_A3);

    worksheet_set_row (self->worksheet, 0, 24, NULL);
    workbook_write_text (writer, self->worksheet, 0, 0, title, STYLE_SHEET_TITLE);
    workbook_write_link (writer, self->worksheet, 1, 0, writer->cover_name, _ ("Contents"));
    if (self->n_columns > 1)
        workbook_write_text (writer, self->worksheet, 1, 1, subtitle, STYLE_REMARK);

    self->header_row = units ? 3 : 2;
    if (units)
        write_headings (self, 2, STYLE_UNIT);
    write_headings (self, self->header_row, STYLE_HEADING);
    worksheet_repeat_rows (self->worksheet, units ? 2 : self->header_row, self->header_row);
    /* A narrow first column is a name or number by which one finds the row again. */
    worksheet_freeze_panes (self->worksheet, self->header_row + 1, first_width <= 16 ? 1 : 0);
    self->row = self->header_row + 1;
}

static void
add_rule (SheetWriter *self, guint first, guint last, lxw_conditional_format *rule)
{
    worksheet_conditional_format_range (self->worksheet, self->header_row + 1, (lxw_col_t)first,
        self->row - 1, (lxw_col_t)last, rule);
}

/* Hairlines between the rows, blank cells included, for the price of a rule. It comes after a
 * column's colours and never overlaps another range: LibreOffice lets only one of those win. */
static void
rule_rows (SheetWriter *self, guint first, guint last)
{
    lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_FORMULA,
        .value_string = (char *)"=TRUE",
        .format = self->writer->hairline };

    add_rule (self, first, last, &rule);
}

static void
color_choices (SheetWriter *self, guint column)
{
    const GPtrArray *choices = self->choices[column];

    for (guint i = 0; i < choices->len; i++) {
        const Choice *choice = choices->pdata[i];
        g_autoptr (GString) value = g_string_new (choice->shown);
        g_string_replace (value, "\"", "\"\"", 0);
        g_string_prepend_c (value, '"');
        g_string_append_c (value, '"');
        lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
            .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
            .value_string = value->str,
            .format = self->writer->tones[choice->tone] };
        add_rule (self, column, column, &rule);
    }
}

static void
add_rules (SheetWriter *self)
{
    guint first = 0;

    for (guint column = 0; column < self->n_columns; column++) {
        if (!self->choices[column])
            continue;
        if (first < column)
            rule_rows (self, first, column - 1);
        color_choices (self, column);
        rule_rows (self, column, column);
        g_clear_pointer (&self->choices[column], g_ptr_array_unref);
        first = column + 1;
    }
    if (first < self->n_columns)
        rule_rows (self, first, self->n_columns - 1);
}

static void
finish_worksheet (SheetWriter *self)
{
    WorkbookWriter *writer = self->writer;
    WrittenSheet *written =
        &g_array_index (writer->written, WrittenSheet, writer->written->len - 1);

    written->header_row = self->header_row;
    written->n_rows = self->row - self->header_row - 1;
    if (written->n_rows)
        add_rules (self);
    worksheet_autofilter (self->worksheet, self->header_row, 0,
        MAX (self->row, self->header_row + 2) - 1, (lxw_col_t)(self->n_columns - 1));
}

static gboolean
report_rows (WorkbookWriter *writer, GError **error)
{
    if (writer->rows_written)
        writer->rows_written (writer->rows, writer->data);
    return !g_cancellable_set_error_if_cancelled (writer->cancellable, error);
}

gboolean
workbook_day_number (UpstandDay day, double *number)
{
    *number = (double)day - EXCEL_EPOCH;
    return day >= FIRST_EXCEL_DAY;
}

gboolean
workbook_write_sheet (WorkbookWriter *writer, guint position, GError **error)
{
    UpstandSheet *sheet = upstand_book_get_sheet (writer->book, position);
    guint n_columns = MIN (upstand_sheet_get_n_columns (sheet), LXW_COL_MAX);
    g_autofree UpstandCell *cells = g_new (UpstandCell, upstand_sheet_get_n_columns (sheet));
    GError *failure = NULL;
    lxw_error status = LXW_NO_ERROR;
    g_auto (SheetWriter) self = { .writer = writer,
        .sheet = sheet,
        .position = position,
        .n_columns = n_columns,
        .choices = g_new0 (GPtrArray *, n_columns),
        .capacities = g_new0 (gsize, n_columns),
        .is_number = g_new0 (gboolean, n_columns),
        .text = g_string_new (NULL) };

    if (!upstand_sheet_rewind (sheet, error))
        return FALSE;
    start_worksheet (&self);
    while (upstand_sheet_next (sheet, cells, &failure)) {
        if (self.row == LXW_ROW_MAX) {
            finish_worksheet (&self);
            self.n_links = 0;
            start_worksheet (&self);
        }
        for (guint i = 0; i < n_columns && status == LXW_NO_ERROR; i++)
            status = write_cell (&self, (lxw_col_t)i, &cells[i]);
        if (self.n_lines > 1)
            worksheet_set_row (self.worksheet, self.row, workbook_row_height (self.n_lines), NULL);
        self.n_lines = 0;
        if (status != LXW_NO_ERROR)
            break;
        self.row++;
        if (++writer->rows % 512 == 0 && !report_rows (writer, error))
            return FALSE;
    }
    finish_worksheet (&self);
    if (failure) {
        g_propagate_error (error, failure);
        return FALSE;
    }
    if (status != LXW_NO_ERROR) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED,
            _ ("“%s”, row %u could not be written: %s."), upstand_sheet_get_title (sheet),
            self.row - self.header_row, lxw_strerror (status));
        return FALSE;
    }
    if (self.n_cut)
        writer->remarks->pdata[position] = g_strdup_printf (
            ngettext ("%u text was longer than a cell can hold and was cut.",
                "%u texts were longer than a cell can hold and were cut.", self.n_cut),
            self.n_cut);
    return TRUE;
}
