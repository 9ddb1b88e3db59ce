/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/date.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_DATE_ROW (upstand_date_row_get_type ())
G_DECLARE_FINAL_TYPE (UpstandDateRow, upstand_date_row, UPSTAND, DATE_ROW, AdwEntryRow)

/**
 * UpstandDateRow:
 *
 * A row for a date, typed freely ("31/3/22", "31 Mar", "+7") or picked from a calendar. What was
 * typed stays as it was until somebody who can judge it takes it.
 *
 * Signal "chosen": a day was picked from the calendar, or cleared there.
 */
UpstandDateRow *upstand_date_row_new (const char *title);

/** The day for a date without a year, and where the calendar opens. */
void upstand_date_row_set_today (UpstandDateRow *self, UpstandDay today);

void upstand_date_row_set_day (UpstandDateRow *self, UpstandDay day);

/** What stands there; an empty row is 0. FALSE, with a plain sentence, when it is no date. */
gboolean upstand_date_row_get_day (UpstandDateRow *self, UpstandDay *day, GError **error);

G_END_DECLS
