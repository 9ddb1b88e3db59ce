/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "widgets/grid-model.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_GRID_FIELD (upstand_grid_field_get_type ())
G_DECLARE_FINAL_TYPE (UpstandGridField, upstand_grid_field, UPSTAND, GRID_FIELD, GtkWidget)

typedef enum {
    UPSTAND_GRID_FIELD_CELL,
    UPSTAND_GRID_FIELD_ROW, /* the title of a row */
    UPSTAND_GRID_FIELD_COLUMN, /* the title of a column */
    UPSTAND_GRID_FIELD_GROUP, /* over several columns */
} UpstandGridFieldKind;

/**
 * UpstandGridField:
 *
 * One cell or heading in sight. It draws its own text; style classes say what it is.
 */
GtkWidget *upstand_grid_field_new (UpstandGridFieldKind kind);

UpstandGridFieldKind upstand_grid_field_get_kind (UpstandGridField *self);

/** A heading: @row for a row, else NULL. */
void upstand_grid_field_set_heading (
    UpstandGridField *self, const char *title, const UpstandGridRow *row);

/** A cell. @row and @column: their titles, for a screen reader. */
void upstand_grid_field_set_cell (
    UpstandGridField *self, const UpstandGridCell *cell, const char *row, const char *column);

void upstand_grid_field_set_selected (UpstandGridField *self, gboolean selected, gboolean cursor);

/** The width that the text asks for on one line. */
int upstand_grid_field_measure (UpstandGridField *self);

/** The text as it stands there. */
const char *upstand_grid_field_get_text (UpstandGridField *self);

G_END_DECLS
