/* SPDX-License-Identifier: MIT */
#include "returns/return-book.h"

#include <glib/gi18n-lib.h>

#include "records/plan.h"
#include "returns/record-sheet.h"

const char *
upstand_return_language (void)
{
    /* Translators: the code of the language you translate into. */
    return C_ ("code of this language", "en");
}

UpstandBook *
upstand_return_book_new (const UpstandReturnRequest *request, const char *title)
{
    UpstandDatabase *database = request->database;
    g_autofree char *force = upstand_database_text (
        database, NULL, "SELECT value FROM setting WHERE name = $1", "t", UPSTAND_SETTING_FORCE);
    g_autofree char *period = upstand_period_describe (&request->period);
    int year, month, day;
    upstand_date_split (request->today, &year, &month, &day);
    g_autoptr (GDateTime) made = g_date_time_new_utc (year, month, day, 0, 0, 0);
    UpstandCover cover = {
        .title = title,
        .force = force,
        .period = period,
        .version = _ ("Draft, not signed off"),
        .classification = request->classification,
        .created = g_date_time_to_unix (made),
    };
    UpstandBook *book = upstand_book_new (&cover);
    const char *column = g_str_has_prefix (upstand_return_language (), "cy")
                             ? "COALESCE(title_cy, title_en)"
                             : "title_en";
    g_autofree char *sql =
        g_strdup_printf ("SELECT %s FROM edition ORDER BY launched DESC, id DESC LIMIT 1", column);
    g_autofree char *edition = upstand_database_text (database, NULL, sql, "");
    upstand_book_add_fact (book, _ ("Framework"), edition);
    return book;
}

void
upstand_return_add_register (UpstandBook *book, const char *id, const char *title,
    const UpstandRecordType *type, const char *order, UpstandDay since, UpstandDatabase *database)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (type);
    upstand_list_query_order (query, order, FALSE);
    g_autofree char *first = upstand_date_to_iso (since);
    if (first)
        upstand_list_query_where (query, order, UPSTAND_FROM, (const char *[]){ first, NULL });
    g_autoptr (UpstandSheet) sheet = upstand_record_sheet_new (id, title, query, NULL, database);
    g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM %s", type->name);
    if (!first)
        upstand_sheet_set_n_rows (sheet, upstand_database_number (database, -1, NULL, sql, ""));
    upstand_book_add_sheet (book, sheet);
}

UpstandCell
upstand_return_figure_cell (UpstandFigure figure, guint places)
{
    switch (figure.state) {
    case UPSTAND_FIGURE_VALUE:
        return places == 0 && figure.value % UPSTAND_FIGURE_ONE == 0
                   ? upstand_cell_whole (figure.value / UPSTAND_FIGURE_ONE)
                   : upstand_cell_decimal (figure.value, UPSTAND_FIGURE_PLACES);
    case UPSTAND_FIGURE_NOT_COLLECTED: return upstand_cell_hole (UPSTAND_CELL_NOT_COLLECTED);
    case UPSTAND_FIGURE_NOT_APPLICABLE: return upstand_cell_hole (UPSTAND_CELL_NOT_APPLICABLE);
    case UPSTAND_FIGURE_WITHHELD: return upstand_cell_hole (UPSTAND_CELL_WITHHELD);
    default: return upstand_cell_hole (UPSTAND_CELL_NOT_ANSWERED);
    }
}
