/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/public-copy.h"
#include "rules/suppression.h"

G_BEGIN_DECLS

/* What a cell is in the table of figures. */
typedef enum {
    FIGURE_NONE, /* not applicable, or in no column of figures */
    FIGURE_COUNT,
    FIGURE_RATE,
    FIGURE_HOLE, /* not collected and the like, or neither count nor rate */
} FigureRole;

/* An official sheet in memory. The cell of @column in @row is at row * n_columns + column. */
typedef struct {
    UpstandSheet *sheet;
    guint n_columns, n_rows;
    GArray *cells; /* UpstandCell */
    GStringChunk *texts;
    guint *figures; /* by cell: of the suppression, or UPSTAND_SUPPRESSION_NONE */
    guint8 *roles; /* by cell: FigureRole */
} PublicGrid;

/** Reads @sheet whole; UPSTAND_ERROR_LIMIT when it has more than UPSTAND_PUBLIC_MOST_ROWS. */
PublicGrid *public_grid_new (UpstandSheet *sheet, GError **error);
void public_grid_free (PublicGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PublicGrid, public_grid_free)

/** All sheets of @book that have something to let out; element-type PublicGrid. */
GPtrArray *public_grids_read (UpstandBook *book, GError **error);

/** The one called @id, or NULL. */
PublicGrid *public_grids_find (GPtrArray *grids, const char *id);

static inline const UpstandCell *
public_grid_at (const PublicGrid *self, guint row, guint column)
{
    return &g_array_index (self->cells, UpstandCell, row * self->n_columns + column);
}

/** Whether it is a column of figures; FALSE for one that is not there. */
gboolean public_grid_is_figures (const PublicGrid *self, guint column);

/** What of a cell outside the figures may go out: itself, or the mark. */
UpstandCell public_grid_open (const PublicGrid *self, guint row, guint column);

/* The figures of one or several books on their way into one suppression. */
typedef struct {
    UpstandSuppression *suppression;
    GPtrArray *earlier; /* GPtrArray of PublicGrid: the sheets of each earlier version */
    GArray *origins; /* by relation of the suppression: where its total stands */
} PublicFigures;

PublicFigures *public_figures_new (UpstandSuppression *suppression);
void public_figures_free (PublicFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PublicFigures, public_figures_free)

/** Adds the figures of @grids, which come from @book, and their relations. */
gboolean public_figures_add (
    PublicFigures *self, GPtrArray *grids, UpstandBook *book, GError **error);

/** Says that @one is the same figure as @other, which stands in @grid at @at. */
void public_figures_tie (
    PublicFigures *self, guint one, guint other, const PublicGrid *grid, guint at);

/** Adds what went out with an earlier version, tied to those of @grids that have not changed. */
gboolean public_figures_add_version (
    PublicFigures *self, GPtrArray *grids, const UpstandPublicVersion *version, GError **error);

/** Runs the suppression. */
gboolean public_figures_decide (PublicFigures *self, GError **error);

G_END_DECLS
