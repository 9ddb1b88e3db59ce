/* SPDX-License-Identifier: MIT */
#include "exchange/workbook-private.h"

#include <glib/gi18n-lib.h>

/* One chart fills a landscape page: 20 rows of 20 pixels, and its sentence above it. */
#define CHART_WIDTH 860
#define CHART_HEIGHT 400
#define CHART_ROWS 24

#define VALUE_WIDTH 82.0
#define NOTE_WIDTH 80.0

static void
write_fact (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t *row, const char *label,
    const char *value, WorkbookStyle style)
{
    if (!value || !*value)
        return;
    workbook_write_text (self, worksheet, *row, 1, label, STYLE_FACT);
    workbook_write_text (self, worksheet, *row, 2, value, style);
    gsize lines = workbook_count_lines (value, workbook_line_capacity (VALUE_WIDTH));
    if (lines > 1)
        worksheet_set_row (worksheet, *row, workbook_row_height (lines), NULL);
    (*row)++;
}

static void
write_facts (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t *row)
{
    const UpstandCover *cover = self->cover;

    write_fact (self, worksheet, row, _ ("Period"), cover->period, STYLE_FACT_VALUE);
    write_fact (self, worksheet, row, _ ("Version"), cover->version, STYLE_FACT_VALUE);
    write_fact (
        self, worksheet, row, _ ("Classification"), cover->classification, STYLE_FACT_VALUE);
    write_fact (self, worksheet, row, _ ("Signed off by"),
        cover->signed_by ? cover->signed_by : _ ("Not signed off"), STYLE_FACT_VALUE);
    write_fact (self, worksheet, row, _ ("Signed off on"), cover->signed_on, STYLE_FACT_VALUE);
    for (guint i = 0; i < upstand_book_get_n_facts (self->book); i++) {
        const char *label, *value;
        upstand_book_get_fact (self->book, i, &label, &value);
        write_fact (self, worksheet, row, label, value, STYLE_FACT_VALUE);
    }
    write_fact (self, worksheet, row, _ ("Digest (SHA-256)"), cover->digest, STYLE_DIGEST);
}

static void
write_contents (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t *row)
{
    workbook_write_text (self, worksheet, *row, 1, _ ("Contents"), STYLE_SECTION);
    *row += 1;
    for (guint i = 0; i < self->written->len; i++) {
        const WrittenSheet *written = &g_array_index (self->written, WrittenSheet, i);
        g_autofree char *size = NULL;
        g_autofree char *marked = NULL;
        if (written->source != G_MAXUINT) {
            UpstandCell cell = upstand_cell_whole ((gint64)written->n_rows);
            g_autofree char *number = upstand_cell_format (&cell);
            size =
                g_strdup_printf (ngettext ("%s row", "%s rows", (gulong)written->n_rows), number);
        }
        if (size && written->classification)
            marked = g_strdup_printf ("%s  ·  %s", size, written->classification);
        workbook_write_link (self, worksheet, *row, 1, written->name, written->name);
        if (size)
            workbook_write_text (self, worksheet, *row, 2, marked ? marked : size, STYLE_PLAIN);
        *row += 1;
    }
}

static gboolean
has_choices (WorkbookWriter *self)
{
    for (guint i = 0; i < upstand_book_get_n_sheets (self->book); i++) {
        UpstandSheet *sheet = upstand_book_get_sheet (self->book, i);
        for (guint k = 0; k < upstand_sheet_get_n_columns (sheet); k++) {
            if (upstand_sheet_get_column (sheet, k)->kind == UPSTAND_CELL_CHOICE)
                return TRUE;
        }
    }
    return FALSE;
}

void
workbook_write_cover (WorkbookWriter *self, lxw_worksheet *worksheet)
{
    const UpstandCover *cover = self->cover;
    lxw_row_t row = 2;

    workbook_set_up_pages (self, worksheet, cover->title, NULL);
    worksheet_fit_to_pages (worksheet, 1, 0);
    worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_column (worksheet, 0, 0, 3, NULL);
    worksheet_set_column (worksheet, 1, 1, 34, NULL);
    worksheet_set_column (worksheet, 2, 2, VALUE_WIDTH, NULL);

    worksheet_set_row (worksheet, 0, 24, NULL);
    workbook_write_text (self, worksheet, 0, 1, cover->classification, STYLE_BAND);
    workbook_write_text (self, worksheet, 0, 2, NULL, STYLE_BAND);
    worksheet_set_row (worksheet, row, 36, NULL);
    workbook_write_text (self, worksheet, row++, 1, cover->title, STYLE_COVER_TITLE);
    if (cover->force) {
        worksheet_set_row (worksheet, row, 24, NULL);
        workbook_write_text (self, worksheet, row++, 1, cover->force, STYLE_COVER_FORCE);
    }
    row++;
    write_facts (self, worksheet, &row);
    row++;
    write_contents (self, worksheet, &row);
    row++;
    workbook_write_text (self, worksheet, row++, 1, _ ("How to read it"), STYLE_SECTION);
    workbook_write_text (self, worksheet, row, 1, _ ("Figures"), STYLE_FACT);
    workbook_write_text (self, worksheet, row++, 2,
        _ ("A zero is a figure. What is not known is written as a word: not answered, not "
           "collected, not applicable or withheld. It is never zero."),
        STYLE_PLAIN);
    if (has_choices (self)) {
        workbook_write_text (self, worksheet, row, 1, _ ("States and ratings"), STYLE_FACT);
        workbook_write_text (self, worksheet, row++, 2,
            _ ("Each is a shape and a word; colour only repeats what they say."), STYLE_PLAIN);
    }
    row++;
    worksheet_set_row (worksheet, row, 24, NULL);
    workbook_write_text (self, worksheet, row, 1, cover->classification, STYLE_BAND);
    workbook_write_text (self, worksheet, row, 2, NULL, STYLE_BAND);
}

static const char *
number_format_of (WorkbookWriter *self, const UpstandBookChart *chart)
{
    int position = upstand_book_find_sheet (self->book, chart->sheet);
    UpstandSheet *sheet = upstand_book_get_sheet (self->book, (guint)position);
    const UpstandSheetColumn *column = upstand_sheet_get_column (sheet, chart->values[0]);

    return column->kind == UPSTAND_CELL_PERCENT ? "0%" : "#,##0.##";
}

static lxw_chart *
make_chart (WorkbookWriter *self, const UpstandBookChart *chart, const WrittenSheet *sheet)
{
    static const guint8 kinds[] = { LXW_CHART_COLUMN, LXW_CHART_LINE, LXW_CHART_BAR_STACKED };
    lxw_chart *made = workbook_add_chart (self->workbook, kinds[chart->kind]);
    lxw_chart_font bold = { .size = 14, .bold = LXW_TRUE, .color = 0x3D2B63 };
    lxw_chart_font plain = { .size = 10, .bold = LXW_EXPLICIT_FALSE };
    lxw_row_t first = sheet->header_row + 1 + chart->first_row;
    guint64 rows = chart->n_rows ? chart->n_rows : sheet->n_rows;

    rows = MIN (rows, sheet->n_rows - chart->first_row);
    for (guint i = 0; i < chart->n_values; i++) {
        lxw_col_t column = (lxw_col_t)chart->values[i];
        lxw_chart_series *series = chart_add_series (made, NULL, NULL);
        lxw_color_t color =
            chart->tones ? workbook_tone_color (chart->tones[i]) : workbook_series_color (i);
        lxw_chart_fill fill = { .color = color };
        lxw_chart_line line = { .color = color, .width = 2.5 };
        chart_series_set_categories (series, sheet->name, first, (lxw_col_t)chart->category,
            (lxw_row_t)(first + rows - 1), (lxw_col_t)chart->category);
        chart_series_set_values (
            series, sheet->name, first, column, (lxw_row_t)(first + rows - 1), column);
        chart_series_set_name_range (series, sheet->name, sheet->header_row, column);
        if (chart->kind == UPSTAND_BOOK_CHART_LINE) {
            chart_series_set_line (series, &line);
            chart_series_set_marker_type (series, (guint8)(LXW_CHART_MARKER_SQUARE + i % 3));
            chart_series_set_marker_size (series, 7);
            chart_series_set_marker_fill (series, &fill);
        } else {
            chart_series_set_fill (series, &fill);
        }
    }
    /* Lying bars have their categories on what the library calls the y axis. */
    gboolean is_lying = chart->kind == UPSTAND_BOOK_CHART_STACKED;
    lxw_chart_axis *values = is_lying ? made->x_axis : made->y_axis;
    chart_title_set_name (made, chart->title);
    chart_title_set_name_font (made, &bold);
    chart_legend_set_position (
        made, chart->n_values > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_axis_set_num_font (made->x_axis, &plain);
    chart_axis_set_num_font (made->y_axis, &plain);
    chart_axis_set_num_format (values, number_format_of (self, chart));
    if (chart->value_title) {
        chart_axis_set_name (values, chart->value_title);
        chart_axis_set_name_font (values, &plain);
    }
    if (is_lying) {
        /* The first category on top, and the figures still below. */
        chart_axis_set_reverse (made->y_axis);
        chart_axis_set_crossing_max (made->y_axis);
        chart_set_series_gap (made, 60);
    }
    return made;
}

static const WrittenSheet *
find_written (WorkbookWriter *self, const char *id)
{
    int source = upstand_book_find_sheet (self->book, id);

    for (guint i = 0; source >= 0 && i < self->written->len; i++) {
        const WrittenSheet *written = &g_array_index (self->written, WrittenSheet, i);
        if (written->source == (guint)source)
            return written;
    }
    return NULL;
}

static void
add_written (WorkbookWriter *self, const char *name)
{
    WrittenSheet written = { .name = g_strdup (name), .source = G_MAXUINT };

    g_array_append_val (self->written, written);
}

static void
start_extra_sheet (WorkbookWriter *self, lxw_worksheet *worksheet, const char *title)
{
    workbook_set_up_pages (self, worksheet, title, NULL);
    worksheet_set_row (worksheet, 0, 24, NULL);
    workbook_write_text (self, worksheet, 0, 0, title, STYLE_SHEET_TITLE);
    workbook_write_link (self, worksheet, 1, 0, self->cover_name, _ ("Contents"));
}

void
workbook_write_charts (WorkbookWriter *self)
{
    guint n_charts = upstand_book_get_n_charts (self->book);
    g_autofree lxw_row_t *breaks = g_new0 (lxw_row_t, n_charts + 1);
    lxw_row_t row = 2;
    guint n_breaks = 0;
    lxw_worksheet *worksheet = NULL;

    for (guint i = 0; i < n_charts; i++) {
        const UpstandBookChart *chart = upstand_book_get_chart (self->book, i);
        const WrittenSheet *sheet = find_written (self, chart->sheet);
        /* A chart of nothing draws as an empty box with made-up axes. */
        if (!sheet || sheet->n_rows <= chart->first_row)
            continue;
        if (!worksheet) {
            worksheet = workbook_add_worksheet (self->workbook, self->charts_name);
            start_extra_sheet (self, worksheet, _ ("Charts"));
            worksheet_fit_to_pages (worksheet, 1, 0);
            worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
            add_written (self, self->charts_name);
            sheet = find_written (self, chart->sheet); /* adding may have moved it */
        } else {
            breaks[n_breaks++] = row;
        }
        if (chart->description)
            workbook_write_text (self, worksheet, row, 0, chart->description, STYLE_REMARK);
        lxw_chart_options options = { .x_scale = CHART_WIDTH / 480.0,
            .y_scale = CHART_HEIGHT / 288.0,
            .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
            .description = (char *)(chart->description ? chart->description : chart->title) };
        worksheet_insert_chart_opt (
            worksheet, row + 1, 0, make_chart (self, chart, sheet), &options);
        row += CHART_ROWS;
    }
    if (n_breaks)
        worksheet_set_h_pagebreaks (worksheet, breaks);
}

gboolean
workbook_has_notes (WorkbookWriter *self)
{
    for (guint i = 0; i < upstand_book_get_n_sheets (self->book); i++) {
        UpstandSheet *sheet = upstand_book_get_sheet (self->book, i);
        if (upstand_sheet_get_n_notes (sheet) || self->remarks->pdata[i])
            return TRUE;
        for (guint k = 0; k < upstand_sheet_get_n_columns (sheet); k++) {
            const UpstandSheetColumn *column = upstand_sheet_get_column (sheet, k);
            if (column->definition || column->unit)
                return TRUE;
        }
    }
    return FALSE;
}

static void
write_note (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t *row, const char *sheet,
    const UpstandSheetColumn *column, const char *note)
{
    workbook_write_text (self, worksheet, *row, 0, sheet, STYLE_TEXT);
    workbook_write_text (self, worksheet, *row, 1, column ? column->title : NULL, STYLE_TEXT);
    workbook_write_text (self, worksheet, *row, 2, column ? column->unit : NULL, STYLE_TEXT);
    workbook_write_text (self, worksheet, *row, 3, note, STYLE_TEXT);
    gsize lines = workbook_count_lines (note ? note : "", workbook_line_capacity (NOTE_WIDTH));
    if (lines > 1)
        worksheet_set_row (worksheet, *row, workbook_row_height (lines), NULL);
    (*row)++;
}

static void
write_notes_of (WorkbookWriter *self, guint position, lxw_worksheet *worksheet, lxw_row_t *row)
{
    UpstandSheet *sheet = upstand_book_get_sheet (self->book, position);
    const char *title = upstand_sheet_get_title (sheet);

    for (guint i = 0; i < upstand_sheet_get_n_notes (sheet); i++)
        write_note (self, worksheet, row, title, NULL, upstand_sheet_get_note (sheet, i));
    if (self->remarks->pdata[position])
        write_note (self, worksheet, row, title, NULL, self->remarks->pdata[position]);
    for (guint i = 0; i < upstand_sheet_get_n_columns (sheet); i++) {
        const UpstandSheetColumn *column = upstand_sheet_get_column (sheet, i);
        if (column->definition || column->unit)
            write_note (self, worksheet, row, title, column, column->definition);
    }
}

void
workbook_write_notes (WorkbookWriter *self)
{
    const char *const headings[] = { _ ("Sheet"), _ ("Column"), _ ("Unit"),
        _ ("Note or definition") };
    static const double widths[] = { 26, 30, 16, NOTE_WIDTH };
    lxw_worksheet *worksheet = workbook_add_worksheet (self->workbook, self->notes_name);
    lxw_row_t row = 2;

    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        worksheet_set_column (worksheet, (lxw_col_t)i, (lxw_col_t)i, widths[i], NULL);
    start_extra_sheet (self, worksheet, _ ("Notes and definitions"));
    worksheet_fit_to_pages (worksheet, 1, 0);
    for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
        workbook_write_text (self, worksheet, row, (lxw_col_t)i, headings[i], STYLE_HEADING);
    row++;
    for (guint i = 0; i < upstand_book_get_n_sheets (self->book); i++)
        write_notes_of (self, i, worksheet, &row);
    worksheet_autofilter (worksheet, 2, 0, row - 1, G_N_ELEMENTS (headings) - 1);
    worksheet_repeat_rows (worksheet, 2, 2);
    worksheet_freeze_panes (worksheet, 3, 0);
    add_written (self, self->notes_name);
}
