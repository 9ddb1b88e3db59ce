/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/cell.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpstandSheet:
 *
 * A titled table of typed cells: what every return is made of, what the window previews, what
 * becomes one sheet of a workbook or one CSV file. Its rows are a *stream*, so that a sheet of a
 * million rows costs what one row costs; a small table is filled with upstand_sheet_add_row() and
 * read the same way. A sheet is read by one thread at a time.
 */
#define UPSTAND_TYPE_SHEET (upstand_sheet_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSheet, upstand_sheet, UPSTAND, SHEET, GObject)

/**
 * UpstandPublic:
 *
 * What becomes of a column in a public copy (exchange/public-copy.h). Nothing said: it stays here.
 */
typedef enum {
    UPSTAND_PUBLIC_LEFT_OUT,
    UPSTAND_PUBLIC_LABEL, /* the program's or framework's own words, which tell the rows apart */
    UPSTAND_PUBLIC_OPEN, /* as it is; a text only when nothing in it looks like an identifier */
    UPSTAND_PUBLIC_CLEARED, /* as OPEN, in those rows whose clearance column says yes */
    UPSTAND_PUBLIC_FIGURES, /* whole counts, and rates that a relation makes from them */
} UpstandPublic;

/**
 * UpstandSheetColumn:
 * @title: the heading, in the reader's language
 * @kind: how its cells are written, aligned and filtered
 * @places: decimals of a decimal or percent column
 * @width: in characters; 0 lets the kind decide
 * @unit: "hours", "FTE"; or NULL
 * @definition: what exactly is counted; or NULL
 * @in_public: what becomes of it in a public copy
 * @clearance: of a cleared column: the column, yes or no, that says in which rows it may go out
 *
 * Texts are copied by the sheet.
 */
typedef struct {
    const char *title;
    UpstandCellKind kind;
    guint places;
    double width;
    const char *unit;
    const char *definition;
    UpstandPublic in_public;
    guint clearance;
} UpstandSheetColumn;

typedef enum {
    UPSTAND_RELATION_SUM, /* the whole is the sum of its parts */
    UPSTAND_RELATION_WITHIN, /* the parts are among the whole, which may hold more */
    UPSTAND_RELATION_RATE, /* the whole is a rate: of parts[0], its numerator, in parts[1] */
} UpstandRelationKind;

/**
 * UpstandSheetRelation:
 * @kind: what the figures have to do with each other
 * @of_rows: TRUE: between rows, in each column of figures; FALSE: between columns, in each row
 * @whole: the row or column of the total, the whole or the rate, from 0
 * @parts: those of the parts
 *
 * What a reader of the sheet knows, and could work a hidden figure out from.
 */
typedef struct {
    UpstandRelationKind kind;
    gboolean of_rows;
    guint whole;
    const guint *parts;
    guint n_parts;
} UpstandSheetRelation;

/**
 * UpstandSheetSource:
 * @next: fills one row of cells (as many as columns, all blank on entry) and returns TRUE; returns
 *   FALSE at the end, or with @error set. Texts it hands out live until it is called again.
 * @rewind: starts again at the first row; NULL when the rows can be read only once
 * @free: called once, when the sheet goes; or NULL
 *
 * Where the rows of a streamed sheet come from.
 */
typedef struct {
    gboolean (*next) (gpointer data, UpstandCell *cells, GError **error);
    gboolean (*rewind) (gpointer data, GError **error);
    void (*free) (gpointer data);
} UpstandSheetSource;

/** Called now and then while rows are written, from the writing thread. */
typedef void (*UpstandRowsWritten) (guint64 rows, gpointer data);

/** An empty table in memory. @id is a stable key ("activities"), @title is for people. */
UpstandSheet *upstand_sheet_new (
    const char *id, const char *title, const UpstandSheetColumn *columns, guint n_columns);

/** A table whose rows come from @source, which must stay valid; @data is freed by @source->free. */
UpstandSheet *upstand_sheet_new_stream (const char *id, const char *title,
    const UpstandSheetColumn *columns, guint n_columns, const UpstandSheetSource *source,
    gpointer data);

/** Adds a row of as many @cells as columns to a table in memory; the texts are copied. */
void upstand_sheet_add_row (UpstandSheet *self, const UpstandCell *cells);

/**
 * Reads one row into @cells (room for as many as columns). The texts are valid until the next call.
 *
 * Returns: FALSE at the end, and with @error set when the row cannot be read.
 */
gboolean upstand_sheet_next (UpstandSheet *self, UpstandCell *cells, GError **error);

/** Goes back before the first row; UPSTAND_ERROR_FAILED for a stream that can be read only once. */
gboolean upstand_sheet_rewind (UpstandSheet *self, GError **error);

/**
 * Copies the first @limit rows into a table in memory, for a preview. Reads from the start and
 * leaves the sheet rewound when it can be.
 */
UpstandSheet *upstand_sheet_preview (UpstandSheet *self, guint limit, GError **error);

const char *upstand_sheet_get_id (UpstandSheet *self);
const char *upstand_sheet_get_title (UpstandSheet *self);
guint upstand_sheet_get_n_columns (UpstandSheet *self);
const UpstandSheetColumn *upstand_sheet_get_column (UpstandSheet *self, guint column);

/** The number of rows: exact for a table in memory, a hint for a stream, -1 when unknown. */
gint64 upstand_sheet_get_n_rows (UpstandSheet *self);
void upstand_sheet_set_n_rows (UpstandSheet *self, gint64 rows);

/** A remark or reason that belongs under the table: "Provisional until the quarter closes". */
void upstand_sheet_add_note (UpstandSheet *self, const char *note);
guint upstand_sheet_get_n_notes (UpstandSheet *self);
const char *upstand_sheet_get_note (UpstandSheet *self, guint note);

/** The sheet's own classification when it is higher than the book's; NULL (default) for the book's.
 */
void upstand_sheet_set_classification (UpstandSheet *self, const char *classification);
const char *upstand_sheet_get_classification (UpstandSheet *self);

/** Adds a relation between rows or columns; copied. No row or column may stand in it twice. */
void upstand_sheet_add_relation (UpstandSheet *self, const UpstandSheetRelation *relation);
guint upstand_sheet_get_n_relations (UpstandSheet *self);
const UpstandSheetRelation *upstand_sheet_get_relation (UpstandSheet *self, guint relation);

/**
 * Adds the sheet's canonical form (id, titles, units, every cell, notes) to @checksum: the same
 * facts give the same digest whatever file they were written to. Reads all rows and rewinds.
 */
gboolean upstand_sheet_checksum (UpstandSheet *self, GChecksum *checksum, GError **error);

G_END_DECLS
