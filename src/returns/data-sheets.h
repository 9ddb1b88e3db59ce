/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/sheet.h"
#include "rules/measures.h"

G_BEGIN_DECLS

/* The tables of the data return. */

/** An area's figures in one column of the grid; NULL when its return asks for none of them. */
UpstandSheet *upstand_data_sheet_area (const UpstandMeasures *measures, guint area, guint period);

/** What was said in words about the period; NULL with an engine error. */
UpstandSheet *upstand_data_sheet_narrative (
    const UpstandMeasures *measures, guint period, UpstandDatabase *database, GError **error);

/** @answered: (element-type UpstandAnsweredFinding). */
UpstandSheet *upstand_data_sheet_checks (GPtrArray *answered);

/** The breaks up to the period's end. */
UpstandSheet *upstand_data_sheet_breaks (const UpstandMeasures *measures, guint period);

/** What each measure of the column's return is, what good looks like, and where its data lives. */
UpstandSheet *upstand_data_sheet_measures (const UpstandMeasures *measures, guint period);

G_END_DECLS
