/* SPDX-License-Identifier: MIT */
#pragma once

#include "charts/chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * UpstandChartPicture:
 *
 * A chart as it stands in the window: drawn in the window's font and in its light, dark or high
 * contrast inks, and drawn anew only when something of that changed. Its marks have tooltips and
 * are reached by the arrow keys, Home, End, Page Up and Page Down. It scrolls its own rows when it
 * is in a scrolled window, and is as high as its chart when it is not.
 *
 * Signal "activated" (gint64 id, int part): a click on a mark, Enter or Space.
 */
#define UPSTAND_TYPE_CHART_PICTURE (upstand_chart_picture_get_type ())
G_DECLARE_FINAL_TYPE (UpstandChartPicture, upstand_chart_picture, UPSTAND, CHART_PICTURE, GtkWidget)

GtkWidget *upstand_chart_picture_new (void);

/** Shows @chart (NULL: nothing) and takes a reference. */
void upstand_chart_picture_set_chart (UpstandChartPicture *self, UpstandChart *chart);
UpstandChart *upstand_chart_picture_get_chart (UpstandChartPicture *self);

/** Shows a timeline from @from to @to; 0 for its own first and last day. */
void upstand_chart_picture_set_days (UpstandChartPicture *self, UpstandDay from, UpstandDay to);

/** Keeps @pixels right of the title free. */
void upstand_chart_picture_set_corner (UpstandChartPicture *self, double pixels);

/** The mark that the keyboard is on, -1 for none. Setting it brings it into sight. */
int upstand_chart_picture_get_mark (UpstandChartPicture *self);
void upstand_chart_picture_set_mark (UpstandChartPicture *self, int index);

/** How often the chart was really drawn, and not copied from the last time. */
guint upstand_chart_picture_get_drawings (UpstandChartPicture *self);

G_END_DECLS
