/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/form.h"
#include "exchange/raw-cell.h"
#include "exchange/table-reader.h"

G_BEGIN_DECLS

/* What a file that was sent back says, before anybody has compared it with the plan: rows with
 * their keys, and the cells in which something may be entered, the blank ones too. */

/** Why something in a file is not taken in. All but @file and @reason may be NULL or 0. */
typedef struct {
    char *file; /* its name */
    char *sheet;
    guint64 row; /* as the file counts; 0: the sheet as a whole */
    char *column; /* letter and heading: "D, In post" */
    char *value;
    char *reason;
} UpstandReplyRefusal;

/** A cell. @text is "" for a blank one. */
typedef struct {
    char *column; /* its key: "in-post" */
    guint at; /* its column in the file, from 0 */
    char *text;
    UpstandRawKind kind;
    UpstandDay day;
    char *sent; /* what stood there when it was sent; NULL: not known, or nothing may be entered */
} UpstandReplyCell;

typedef struct {
    char *subject; /* of a plain table, the unit's name; NULL: that of the whole reply */
    char *key;
    char *label; /* as it was sent; NULL: not known */
    char *sheet; /* NULL for CSV */
    guint64 number;
    GPtrArray *cells; /* UpstandReplyCell */
} UpstandReplyRow;

typedef struct {
    char *path;
    char *name; /* for messages */
    UpstandFormIdentity identity; /* kind NULL: a plain table */
    guint layout;
    GHashTable *words; /* folded word as shown -> key of the choice */
    GHashTable *headings; /* column's key -> heading in the file */
    GPtrArray *rows; /* UpstandReplyRow */
    GPtrArray *refusals; /* UpstandReplyRefusal: changed headings and rows */
} UpstandReply;

/** An empty reply, for who fills it from a plain table. */
UpstandReply *upstand_reply_new (const char *path);
void upstand_reply_free (UpstandReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandReply, upstand_reply_free)

UpstandReplyRow *upstand_reply_add_row (
    UpstandReply *self, const char *key, const char *sheet, guint64 number);
UpstandReplyCell *upstand_reply_row_add_cell (
    UpstandReplyRow *row, const char *column, guint at, const UpstandRawCell *cell);

/** The cell of that column in the row, or NULL. */
UpstandReplyCell *upstand_reply_row_find (UpstandReplyRow *row, const char *column);

/** Notes that something in the reply is refused. @at: a column, -1 for none. */
void upstand_reply_refuse (UpstandReply *self, const char *sheet, guint64 row, int at,
    const char *column, const char *value, const char *reason);

void upstand_reply_refusal_free (UpstandReplyRefusal *refusal);

/**
 * Reads a form that was sent back, as a workbook or as one of its sheets saved as CSV.
 *
 * @is_form: FALSE when the file can be read and is no form: a plain table perhaps
 *
 * Returns: NULL with UPSTAND_ERROR_FORMAT or _LIMIT, naming the file, when it cannot be read to its
 * end; or without an error when it is no form.
 */
UpstandReply *upstand_form_reply_read (UpstandTableReader *reader, const char *path,
    gboolean *is_form, GCancellable *cancellable, GError **error);

G_END_DECLS
