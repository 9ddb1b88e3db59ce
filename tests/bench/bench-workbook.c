/* SPDX-License-Identifier: MIT */
/* Writing 100 k rows of 12 typed columns: beside libxlsxwriter alone in its constant-memory mode.
 */
#include "bench.h"

#include "exchange/workbook.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#define ROWS 100000
#define COLUMNS 12
/* 1 January 2022, as GDate counts days and as Excel does. */
#define FIRST_DAY 738156
#define FIRST_SERIAL 44562.0

/* Both sides write exactly these cells. */
typedef struct {
    char title[64];
    char owner[64];
    const char *state;
    char requirement[16];
    const char *measure;
    guint start, due; /* days after FIRST_DAY */
    gint64 percent;
    gint64 cost; /* pence */
    gint64 hours; /* tenths */
    gint64 people;
    gboolean milestone;
} Row;

static const char *const headings[COLUMNS] = { "Title", "Owner", "State", "Requirement", "Measure",
    "Start", "Due", "Percent", "Cost", "Hours", "People", "Key milestone" };
static const char *const states[] = { "Not started", "In progress", "Blocked", "Complete" };

static void
make_row (guint number, Row *row)
{
    g_snprintf (row->title, sizeof row->title, "Review of allegation handling, part %u", number);
    g_snprintf (row->owner, sizeof row->owner, "Head of Public Protection, unit %u", number % 40);
    row->state = states[number % G_N_ELEMENTS (states)];
    g_snprintf (
        row->requirement, sizeof row->requirement, "%u.%u", 1 + number % 10, 1 + number % 5);
    row->measure = "Nine in ten reviews finished within twenty days, dip-sampled each quarter";
    row->start = number % 200;
    row->due = 200 + number % 300;
    row->percent = number % 101;
    row->cost = (gint64)number * 125;
    row->hours = number % 900;
    row->people = number % 60;
    row->milestone = number % 7 == 0;
}

typedef struct {
    guint next;
    Row row;
} Rows;

static gboolean
next_row (gpointer data, UpstandCell *cells, GError **error)
{
    Rows *rows = data;
    if (rows->next == ROWS)
        return FALSE;
    Row *row = &rows->row;
    make_row (rows->next++, row);
    cells[0] = upstand_cell_text (row->title);
    cells[1] = upstand_cell_text (row->owner);
    cells[2] = upstand_cell_text (row->state);
    cells[3] = upstand_cell_text (row->requirement);
    cells[4] = upstand_cell_text (row->measure);
    cells[5] = upstand_cell_date (FIRST_DAY + row->start);
    cells[6] = upstand_cell_date (FIRST_DAY + row->due);
    cells[7] = upstand_cell_percent (row->percent, 0);
    cells[8] = upstand_cell_decimal (row->cost, 2);
    cells[9] = upstand_cell_decimal (row->hours, 1);
    cells[10] = upstand_cell_whole (row->people);
    cells[11] = upstand_cell_yes_no (row->milestone);
    return TRUE;
}

static gboolean
rewind_rows (gpointer data, GError **error)
{
    ((Rows *)data)->next = 0;
    return TRUE;
}

static void
write_with_upstand (gpointer data)
{
    const char *path = data;
    UpstandSheetColumn columns[COLUMNS] = { 0 };
    static const UpstandCellKind kinds[COLUMNS] = { UPSTAND_CELL_TEXT, UPSTAND_CELL_TEXT,
        UPSTAND_CELL_TEXT, UPSTAND_CELL_TEXT, UPSTAND_CELL_TEXT, UPSTAND_CELL_DATE,
        UPSTAND_CELL_DATE, UPSTAND_CELL_PERCENT, UPSTAND_CELL_DECIMAL, UPSTAND_CELL_DECIMAL,
        UPSTAND_CELL_WHOLE, UPSTAND_CELL_YES_NO };
    static const guint places[COLUMNS] = { [8] = 2, [9] = 1 };
    for (guint i = 0; i < COLUMNS; i++)
        columns[i] =
            (UpstandSheetColumn){ .title = headings[i], .kind = kinds[i], .places = places[i] };

    Rows rows = { 0 };
    UpstandSheetSource source = { .next = next_row, .rewind = rewind_rows };
    g_autoptr (UpstandSheet) sheet =
        upstand_sheet_new_stream ("activities", "Activities", columns, COLUMNS, &source, &rows);
    upstand_sheet_set_n_rows (sheet, ROWS);
    g_autoptr (UpstandBook) book = upstand_book_new (&(UpstandCover){
        .title = "Local action plan", .force = "Bench", .classification = "OFFICIAL" });
    upstand_book_add_sheet (book, sheet);
    g_autoptr (GError) error = NULL;
    if (!upstand_workbook_write (book, path, NULL, NULL, NULL, &error))
        bench_fail ("%s", error->message);
    if (rows.next != ROWS)
        bench_fail ("%u rows written", rows.next);
}

static void
write_bare (gpointer data)
{
    const char *path = data;
    lxw_workbook_options options = { .constant_memory = LXW_TRUE };
    lxw_workbook *workbook = workbook_new_opt (path, &options);
    lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Activities");
    lxw_format *heading = workbook_add_format (workbook);
    format_set_bold (heading);
    static const char *const number_formats[] = { "d mmm yyyy", "0%", "#,##0.00", "#,##0.0",
        "#,##0" };
    lxw_format *formats[G_N_ELEMENTS (number_formats)];
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
        formats[i] = workbook_add_format (workbook);
        format_set_num_format (formats[i], number_formats[i]);
    }
    lxw_format *wrapped = workbook_add_format (workbook);
    format_set_text_wrap (wrapped);

    for (lxw_col_t i = 0; i < COLUMNS; i++)
        worksheet_write_string (sheet, 0, i, headings[i], heading);
    for (guint number = 0; number < ROWS; number++) {
        Row row;
        make_row (number, &row);
        lxw_row_t at = number + 1;
        worksheet_write_string (sheet, at, 0, row.title, wrapped);
        worksheet_write_string (sheet, at, 1, row.owner, wrapped);
        worksheet_write_string (sheet, at, 2, row.state, wrapped);
        worksheet_write_string (sheet, at, 3, row.requirement, wrapped);
        worksheet_write_string (sheet, at, 4, row.measure, wrapped);
        worksheet_write_number (sheet, at, 5, FIRST_SERIAL + row.start, formats[0]);
        worksheet_write_number (sheet, at, 6, FIRST_SERIAL + row.due, formats[0]);
        worksheet_write_number (sheet, at, 7, (double)row.percent / 100, formats[1]);
        worksheet_write_number (sheet, at, 8, (double)row.cost / 100, formats[2]);
        worksheet_write_number (sheet, at, 9, (double)row.hours / 10, formats[3]);
        worksheet_write_number (sheet, at, 10, (double)row.people, formats[4]);
        worksheet_write_string (sheet, at, 11, row.milestone ? "Yes" : "No", wrapped);
    }
    lxw_error error = workbook_close (workbook);
    if (error != LXW_NO_ERROR)
        bench_fail ("%s", lxw_strerror (error));
}

int
main (void)
{
    g_autofree char *path = bench_path ("out.xlsx");
    bench_compare (&(BenchCase){
        .name = "export to xlsx, 100 k rows x 12",
        .ours = write_with_upstand,
        .raw = write_bare,
        .data = path,
        .target = 1.15,
        .memory = 16,
    });
    return 0;
}
