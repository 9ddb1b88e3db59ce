/* SPDX-License-Identifier: MIT */
#include "bare-workbook.h"

#include <xlsxwriter.h>

#include "bench.h"

/* The same day as Excel counts. */
#define FIRST_SERIAL 44562.0

const char *const bare_headings[COLUMNS] = { "Title", "Owner", "State", "Requirement", "Measure",
    "Start", "Due", "Percent", "Cost", "Hours", "People", "Key milestone" };
static const char *const states[] = { "Not started", "In progress", "Blocked", "Complete" };

void
bare_make_row (guint number, Row *row)
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

void
bare_write_workbook (const char *path, gboolean constant_memory)
{
    lxw_workbook_options options = { .constant_memory = constant_memory };
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
        worksheet_write_string (sheet, 0, i, bare_headings[i], heading);
    for (guint number = 0; number < ROWS; number++) {
        Row row;
        bare_make_row (number, &row);
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
