/* SPDX-License-Identifier: MIT */
/* Writing 100 k rows of 12 typed columns: beside libxlsxwriter alone in its constant-memory mode.
 */
#include "bare-workbook.h"
#include "bench.h"

#include "exchange/workbook.h"

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
    bare_make_row (rows->next++, row);
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
        columns[i] = (UpstandSheetColumn){
            .title = bare_headings[i], .kind = kinds[i], .places = places[i]
        };

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
    bare_write_workbook (data, TRUE);
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
