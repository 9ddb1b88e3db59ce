/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/figure.h"

G_BEGIN_DECLS

/** A row; its texts are the model's and hold until the layout changes. */
typedef struct {
    const char *title;
    const char *definition; /* or NULL */
    gboolean is_total; /* set off from the rows above it */
    gboolean is_part; /* indented under the row above it */
} UpstandGridRow;

/** A column; likewise. */
typedef struct {
    const char *group; /* over the titles of neighbours that have the same; or NULL */
    const char *title;
    const char *definition; /* or NULL */
    guint width; /* in characters, until somebody pulls it wider */
    gboolean is_computed; /* nothing is entered in it */
} UpstandGridColumn;

/** The worst that the checks say of a cell. */
typedef enum {
    UPSTAND_GRID_SOUND,
    UPSTAND_GRID_WARNED,
    UPSTAND_GRID_BLOCKED,
} UpstandGridSeverity;

/** A cell as it is shown. @text and @finding are owned by whoever asked. */
typedef struct {
    UpstandFigure figure;
    char *text; /* in place of the figure; NULL: the figure as it is written */
    char *finding; /* what the checks say; or NULL */
    UpstandGridSeverity severity;
    gboolean applies; /* FALSE: there is nothing to say here */
    gboolean is_entered; /* it can be typed into */
    gboolean has_hole; /* a sum in which something is missing: at least so many */
    gboolean has_note, is_followed_up, is_provisional;
} UpstandGridCell;

void upstand_grid_cell_clear (UpstandGridCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UpstandGridCell, upstand_grid_cell_clear)

typedef enum {
    UPSTAND_GRID_SET_TEXT, /* typed or pasted: a number or a state in words */
    UPSTAND_GRID_SET_STATE,
    UPSTAND_GRID_SET_NOTE, /* NULL or "": none */
    UPSTAND_GRID_SET_FOLLOW_UP,
} UpstandGridEditKind;

typedef struct {
    guint row, column;
    UpstandGridEditKind kind;
    const char *text; /* of a text or a note */
    UpstandFigureState state;
    gboolean is_followed_up;
} UpstandGridEdit;

/** Why one cell was not changed. */
typedef struct {
    guint row, column;
    char *reason;
} UpstandGridRefusal;

/** To be freed with the array that holds it. */
UpstandGridRefusal *upstand_grid_refusal_new (guint row, guint column, const char *reason);
void upstand_grid_refusal_free (UpstandGridRefusal *refusal);

#define UPSTAND_TYPE_GRID_MODEL (upstand_grid_model_get_type ())
G_DECLARE_INTERFACE (UpstandGridModel, upstand_grid_model, UPSTAND, GRID_MODEL, GObject)

/**
 * UpstandGridModel:
 *
 * What a grid shows and changes. The model keeps, parses, checks and undoes; the grid only shows
 * and asks.
 *
 * Signal "cells-changed" (row, column): that cell is to be asked for again.
 * Signal "layout-changed": there are other rows or columns, and every cell is another.
 */
struct _UpstandGridModelInterface {
    GTypeInterface parent;

    guint (*get_n_rows) (UpstandGridModel *self);
    guint (*get_n_columns) (UpstandGridModel *self);
    void (*get_row) (UpstandGridModel *self, guint row, UpstandGridRow *out);
    void (*get_column) (UpstandGridModel *self, guint column, UpstandGridColumn *out);
    void (*get_cell) (UpstandGridModel *self, guint row, guint column, UpstandGridCell *out);
    /** The note of a cell, to be freed; NULL: none. */
    char *(*get_note) (UpstandGridModel *self, guint row, guint column);
    /**
     * Makes all of the changes as one step of undo, or none: FALSE with @refusals filled, or with
     * @error set when the plan could not be written.
     */
    gboolean (*apply) (UpstandGridModel *self, const UpstandGridEdit *edits, guint n_edits,
        GPtrArray *refusals, GError **error);
    /** TRUE when cells can be marked for follow-up. */
    gboolean (*can_follow_up) (UpstandGridModel *self);
};

guint upstand_grid_model_get_n_rows (UpstandGridModel *self);
guint upstand_grid_model_get_n_columns (UpstandGridModel *self);
void upstand_grid_model_get_row (UpstandGridModel *self, guint row, UpstandGridRow *out);
void upstand_grid_model_get_column (UpstandGridModel *self, guint column, UpstandGridColumn *out);

/** @out is filled anew and must be cleared. */
void upstand_grid_model_get_cell (
    UpstandGridModel *self, guint row, guint column, UpstandGridCell *out);
char *upstand_grid_model_get_note (UpstandGridModel *self, guint row, guint column);

/** @refusals: of UpstandGridRefusal. */
gboolean upstand_grid_model_apply (UpstandGridModel *self, const UpstandGridEdit *edits,
    guint n_edits, GPtrArray *refusals, GError **error);
gboolean upstand_grid_model_can_follow_up (UpstandGridModel *self);

/** For models: emit the signals. */
void upstand_grid_model_cell_changed (UpstandGridModel *self, guint row, guint column);
void upstand_grid_model_layout_changed (UpstandGridModel *self);

/** What a cell shows, without marks; to be freed. */
char *upstand_grid_cell_format (const UpstandGridCell *cell);

G_END_DECLS
