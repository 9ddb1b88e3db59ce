/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/amounts.h"
#include "charts/chart.h"

G_BEGIN_DECLS

/** A year of a forecast; the rules have worked out the gap. */
typedef struct {
    UpstandFigure demand, supply;
    UpstandShortfall gap;
} UpstandSupplyYear;

/**
 * UpstandSupplyRow:
 * @id: what the marks of the row carry; their part is the number of the year
 * @title: a capability
 * @note: (nullable): an assumption: "Two intakes of 12 a year"
 * @years: one for each year
 */
typedef struct {
    gint64 id;
    const char *title;
    const char *note;
    const UpstandSupplyYear *years;
} UpstandSupplyRow;

/**
 * UpstandSupply:
 *
 * Demand against supply over some years in the making.
 */
typedef struct _UpstandSupply UpstandSupply;

/**
 * @years: "2023", "2024" and so on, the base year first
 * @n_known: how many of them have been counted; those that follow are expected
 */
UpstandSupply *upstand_supply_new (
    const UpstandChartWords *words, const char *const *years, guint n_years, guint n_known);

void upstand_supply_add (UpstandSupply *supply, const UpstandSupplyRow *row);

/** Makes the chart and frees @supply. */
UpstandChart *upstand_supply_end (UpstandSupply *supply);

/** Throws away what was not ended. */
void upstand_supply_free (UpstandSupply *supply);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSupply, upstand_supply_free)

G_END_DECLS
