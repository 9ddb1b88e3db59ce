/* SPDX-License-Identifier: MIT */
#pragma once

/* Shared by the files that take replies in, and by no other. */

#include "exchange/replies.h"
#include "records/figure.h"

G_BEGIN_DECLS

/* A change, and what it needs to be applied. */
typedef struct {
    UpstandReplyChange shown; /* first, so that one is the other */
    UpstandReplyFile *file;
    char *key; /* what it is an answer about: two of one key are about one cell */
    char *record_key; /* which record it goes into */
    guint field;
    UpstandFigure figure;
    char *text;
    char *words; /* said beside it, for who needs a reason; NULL: none */
    UpstandDay day;
} ReplyChange;

/* What a kind of reply does its own way. */
typedef struct {
    const char *kind; /* in the form's identity */
    /** Reads what all files are compared with. */
    gpointer (*prepare) (UpstandReplies *self, UpstandDatabase *database, GError **error);
    void (*release) (gpointer plan);
    /** Checks whose form it is and compares every row; FALSE: the file as a whole is refused. */
    gboolean (*compare) (UpstandReplies *self, UpstandReplyFile *file, UpstandReply *reply,
        UpstandDatabase *database, GError **error);
    /** Puts one taken change into its record, and that among those to be saved. */
    gboolean (*apply) (
        UpstandReplies *self, const ReplyChange *change, UpstandStore *store, GError **error);
} ReplyKind;

struct _UpstandReplies {
    const ReplyKind *kind;
    UpstandRepliesRequest request; /* with texts of its own */
    GPtrArray *headings; /* of plain tables; NULL-terminated */
    gboolean is_mapped; /* somebody chose a column */
    gint64 plan_id;
    gpointer plan; /* of the kind */
    GPtrArray *files; /* UpstandReplyFile */
    GPtrArray *all; /* ReplyChange, of refused files too */
    GPtrArray *changes; /* those of @all that are shown; borrowed */
    GPtrArray *refusals; /* UpstandReplyRefusal */
    GHashTable *edited; /* while applying: record's key -> UpstandRecord, borrowed */
    GPtrArray *added; /* while applying: what is to be saved, in that order */
    gboolean skip_refused;
};

extern const ReplyKind upstand_headcount_replies;
extern const ReplyKind upstand_update_replies;

/** A change at that cell, to be filled in further. Owned by @self. Texts are copied. */
ReplyChange *upstand_replies_add (UpstandReplies *self, UpstandReplyFile *file, UpstandReply *reply,
    const UpstandReplyRow *row, const UpstandReplyCell *cell);

/** Refuses a cell; @cell NULL: the row. */
void upstand_replies_refuse_cell (UpstandReply *reply, const UpstandReplyRow *row,
    const UpstandReplyCell *cell, const char *reason);

/** The identity is this plan's and of this kind; FALSE with a refusal. */
gboolean upstand_replies_check_identity (UpstandReplies *self, UpstandReply *reply);

G_END_DECLS
