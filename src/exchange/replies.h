/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/form-reply.h"
#include "exchange/sheet.h"
#include "records/store.h"

G_BEGIN_DECLS

/**
 * UpstandReplies:
 *
 * Forms that came back, and plain tables of headcount, on their way into the plan: read and
 * compared with it, shown as a list of changes, then applied as one batch. Of several files each
 * stands or falls by itself. A blank cell is no answer and changes nothing; neither does a cell
 * that still holds what was in it when the form was sent. Used by one thread at a time.
 */
typedef struct _UpstandReplies UpstandReplies;

typedef enum {
    UPSTAND_REPLIES_HEADCOUNT, /* from units */
    UPSTAND_REPLIES_UPDATES, /* from the owners of activities */
} UpstandRepliesKind;

/**
 * UpstandRepliesRequest:
 * @census_id: the census asked about; 0: the one that each form names
 * @subject: only replies of this unit (its id as text) or owner; NULL: of any
 * @unit_id: the unit of plain tables without a column of units; 0: none
 * @mapping: "heading\tcolumn" lines for plain tables; NULL: the one that the plan remembers
 * @today: the date of updates, and for dates typed without a year
 */
typedef struct {
    UpstandRepliesKind kind;
    gint64 census_id;
    const char *subject;
    gint64 unit_id;
    const char *mapping;
    UpstandDay today;
} UpstandRepliesRequest;

/** What became of a file. */
typedef struct {
    char *path;
    char *name;
    char *subject; /* the unit or owner, in words; NULL: not known or several */
    guint n_changes, n_unchanged, n_refused;
    gboolean is_refused; /* nothing of it is taken in */
} UpstandReplyFile;

/** One cell that would change. */
typedef struct {
    char *file;
    char *sheet; /* NULL for CSV */
    guint64 row;
    char *column; /* "D, In post" */
    char *subject; /* unit, or activity */
    char *what; /* "In post: PIP 2, Officers, FTE", or "Due" */
    char *sent; /* what stood there when the form was sent, where the plan changed since; or NULL */
    char *before; /* in the plan now */
    char *after;
    char *warning; /* what to look at before applying; or NULL */
    guint conflict; /* from 1, the same for those that answer one cell differently; 0: none */
    gboolean is_taken; /* would be applied; of a conflict at most one */
} UpstandReplyChange;

/** The setting in which a plan remembers what the columns of plain tables are. */
#define UPSTAND_SETTING_HEADCOUNT_MAPPING "headcount-mapping"

/** The request's texts are copied. */
UpstandReplies *upstand_replies_new (const UpstandRepliesRequest *request);
void upstand_replies_free (UpstandReplies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandReplies, upstand_replies_free)

typedef void (*UpstandRepliesProgress) (double done, gpointer user_data);

/**
 * Reads the files and compares them with the plan; changes nothing. May be called again.
 *
 * Returns: FALSE when the plan cannot be read, or cancelled. A file that cannot be taken in is no
 * failure: see the refusals.
 */
gboolean upstand_replies_read (UpstandReplies *self, UpstandDatabase *database,
    const char *const *paths, UpstandRepliesProgress progress, gpointer user_data,
    GCancellable *cancellable, GError **error);

/** (element-type UpstandReplyFile). Borrowed, as are the next two. */
GPtrArray *upstand_replies_get_files (UpstandReplies *self);

/** (element-type UpstandReplyRefusal) */
GPtrArray *upstand_replies_get_refusals (UpstandReplies *self);

/** (element-type UpstandReplyChange): of files that are not refused. */
GPtrArray *upstand_replies_get_changes (UpstandReplies *self);

/** The headings of the plain tables among the files, each once; ended by NULL. Borrowed. */
const char *const *upstand_replies_get_headings (UpstandReplies *self);

/** What a heading is taken for: a key of upstand_headcount_table_get_columns (), or NULL. */
const char *upstand_replies_get_column (UpstandReplies *self, const char *heading);

/** Takes a heading for that column from the next reading on; NULL passes it over. */
void upstand_replies_set_column (UpstandReplies *self, const char *heading, const char *column);

/** How many would be applied as things stand, and how many conflicts nobody has decided. */
guint upstand_replies_count_taken (UpstandReplies *self);
guint upstand_replies_count_open (UpstandReplies *self);

/** Answers that say what the plan says already. */
guint upstand_replies_count_unchanged (UpstandReplies *self);

/** Of a conflict, takes this answer and no other; @taken FALSE leaves this change out. */
void upstand_replies_set_taken (UpstandReplies *self, UpstandReplyChange *change, gboolean taken);

/**
 * The good cells of files in which others are refused are taken in too. A file of another plan,
 * census or unit, or with changed headings, stays out all the same.
 */
void upstand_replies_set_skip_refused (UpstandReplies *self, gboolean skip);

/** The changes, and the refusals, as tables to be shown. (transfer full) */
UpstandSheet *upstand_replies_list_changes (UpstandReplies *self);
UpstandSheet *upstand_replies_list_refusals (UpstandReplies *self);

/**
 * Saves what is taken as one batch, one step of undo, and with it which columns were chosen by
 * upstand_replies_set_column(). UPSTAND_ERROR_REFUSED while a conflict is
 * open; UPSTAND_ERROR_STALE when the plan has changed since it was read: read again.
 */
gboolean upstand_replies_apply (
    UpstandReplies *self, UpstandStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
