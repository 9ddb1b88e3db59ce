/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

#include "widgets/resolver.h"
#include "widgets/view-state.h"

G_BEGIN_DECLS

/** A column that is worked out and not kept: a rating, a count. */
typedef struct {
    const char *id; /* under which it is remembered */
    const char *title; /* N_() */
    /** What stands in it; (transfer full) (nullable). */
    char *(*text) (UpstandRecord *record, gpointer user_data);
    /** A style class for the cell, or NULL; may be missing. */
    const char *(*style) (UpstandRecord *record, gpointer user_data);
    const char *after; /* the column it follows; NULL: the last */
    int width; /* in pixels */
    gboolean hidden; /* not shown from the start */
} UpstandTableExtra;

/** What a page says of its table. */
typedef struct {
    const char *id; /* under which the columns are remembered */
    UpstandResolver resolve; /* for references and links; may be missing */
    /** A style class for a field's cell, or NULL; may be missing. */
    const char *(*style) (UpstandRecord *record, const UpstandField *field, gpointer user_data);
    const UpstandTableExtra *extras;
    guint n_extras;
    const char *const *hidden; /* listed fields not shown from the start; NULL-ended, or NULL */
} UpstandTableSetup;

/**
 * UpstandTableColumns:
 *
 * The columns of a record table: made from the descriptors and the setup, with cells of
 * GtkInscription that show an UpstandRow, and their place, width and visibility remembered.
 */
typedef struct _UpstandTableColumns UpstandTableColumns;

/** Adds the columns of @type to @view. @setup is not copied. */
UpstandTableColumns *upstand_table_columns_new (GtkColumnView *view, const UpstandRecordType *type,
    const UpstandTableSetup *setup, UpstandViewState *state, gpointer user_data);
void upstand_table_columns_free (UpstandTableColumns *self);

/** What the column shows of @record; to be freed. */
char *upstand_table_columns_get_text (
    UpstandTableColumns *self, GtkColumnViewColumn *column, UpstandRecord *record);

/** The field that the column sorts by, or NULL; and the column that sorts by that field. */
const char *upstand_table_columns_get_order (
    UpstandTableColumns *self, GtkColumnViewColumn *column);
GtkColumnViewColumn *upstand_table_columns_find_order (
    UpstandTableColumns *self, const char *field);

/**
 * The column that was clicked to sort by, and whether downwards; NULL: none. GTK 4.8 draws the
 * arrow but does not say whose it is.
 */
GtkColumnViewColumn *upstand_table_columns_get_sorted (
    UpstandTableColumns *self, gboolean *descending);

/** The id of a column: a field's name or an extra's id. */
const char *upstand_table_columns_get_id (UpstandTableColumns *self, GtkColumnViewColumn *column);

/** TRUE when the text of @cell does not fit it and a tooltip is wanted. */
gboolean upstand_table_columns_is_cut (GtkWidget *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandTableColumns, upstand_table_columns_free)

G_END_DECLS
