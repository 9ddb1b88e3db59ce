/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"
#include "widgets/chart-picture.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * UpstandChartView:
 *
 * A chart with what belongs to every chart: a button that shows it as its table, and a menu (a
 * button, the right mouse button, Menu or Shift+F10) to copy the picture to save it as PNG or
 * PDF, and to print it.
 *
 * Signal "activated" (gint64 id, int part): as of UpstandChartPicture.
 * Signal "saved" (GFile): a picture has left the plan; the page notes it in the log of exports.
 * Signal "printed": likewise on paper.
 */
#define UPSTAND_TYPE_CHART_VIEW (upstand_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandChartView, upstand_chart_view, UPSTAND, CHART_VIEW, AdwBin)

/** @scrolls: its rows scroll inside it; else it is as high as its chart. */
GtkWidget *upstand_chart_view_new (gboolean scrolls);

/** Shows @chart (NULL: nothing) and takes a reference. */
void upstand_chart_view_set_chart (UpstandChartView *self, UpstandChart *chart);
UpstandChart *upstand_chart_view_get_chart (UpstandChartView *self);

/** Shows a timeline from @from to @to; 0 for its own first and last day. */
void upstand_chart_view_set_days (UpstandChartView *self, UpstandDay from, UpstandDay to);

/** What stands at the head and foot of each picture that leaves: "OFFICIAL". */
void upstand_chart_view_set_classification (UpstandChartView *self, const char *classification);

gboolean upstand_chart_view_get_as_table (UpstandChartView *self);
void upstand_chart_view_set_as_table (UpstandChartView *self, gboolean as_table);

/** The drawn chart inside. */
UpstandChartPicture *upstand_chart_view_get_picture (UpstandChartView *self);

/**
 * Saves the chart in a worker: as a PDF when @file's name ends so, else as a PNG. An error is said
 * in a dialog; "saved" follows otherwise.
 */
void upstand_chart_view_save (UpstandChartView *self, GFile *file);

/** The chart as it is printed, for a dialog or to a file. (transfer full) */
GtkPrintOperation *upstand_chart_view_new_print (UpstandChartView *self);

G_END_DECLS
