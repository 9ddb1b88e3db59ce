/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/record.h"

G_BEGIN_DECLS

/**
 * UpstandListQuery:
 *
 * Which records, in which order. Filters name fields of the type and hold canonical texts; the
 * values are bound, never written into the statement. While there is a search text and no order
 * was asked for since, the newest come first.
 */
typedef struct _UpstandListQuery UpstandListQuery;

typedef enum {
    UPSTAND_IS, /* one of the values; "" stands for empty */
    UPSTAND_IS_NOT, /* none of the values */
    UPSTAND_BEFORE, /* a date or number below the value, and not empty */
    UPSTAND_FROM, /* at or above the value */
    UPSTAND_LINKED, /* of a links field: tied to one of the ids */
} UpstandOperator;

UpstandListQuery *upstand_list_query_new (const UpstandRecordType *type);

/** What a reference or links field may name: all of its target, or of the list that it keeps to. */
UpstandListQuery *upstand_list_query_new_for_target (const UpstandField *field);
UpstandListQuery *upstand_list_query_copy (const UpstandListQuery *query);
void upstand_list_query_free (UpstandListQuery *query);
const UpstandRecordType *upstand_list_query_get_record_type (const UpstandListQuery *query);

/**
 * Adds a condition; all of them must hold. @field: a field's name, or "id". @values are copied;
 * none: no row fits.
 */
void upstand_list_query_where (UpstandListQuery *query, const char *field, UpstandOperator relation,
    const char *const *values);
void upstand_list_query_where_id (
    UpstandListQuery *query, const char *field, UpstandOperator relation, gint64 id);
void upstand_list_query_where_ids (
    UpstandListQuery *query, const char *field, UpstandOperator relation, const GArray *ids);

/** Only the record with that id, if it fits the rest too. */
void upstand_list_query_only (UpstandListQuery *query, gint64 id);

/** Words that must all be in the record's searched fields, each as the beginning of a word. */
void upstand_list_query_search (UpstandListQuery *query, const char *words);

/** By that field; NULL: by age. Later calls replace earlier ones. */
void upstand_list_query_order (UpstandListQuery *query, const char *field, gboolean descending);

/** The order in force: the field's name or NULL. */
const char *upstand_list_query_get_order (const UpstandListQuery *query, gboolean *descending);

/* For the store and the list model: the statement, bound. @columns: "id" or the type's own. */
UpstandQuery *upstand_list_query_prepare (const UpstandListQuery *query, UpstandDatabase *database,
    const char *columns, guint most, GError **error);

/** (transfer full) (element-type UpstandRecord): what is asked for, at most @most (0: all). */
GPtrArray *upstand_list_query_run (
    const UpstandListQuery *query, UpstandDatabase *database, guint most, GError **error);

/** Reads one row of a statement with upstand_list_query_columns() into a new record. */
char *upstand_list_query_columns (const UpstandRecordType *type);
gpointer upstand_list_query_read (const UpstandRecordType *type, UpstandQuery *row);

/** Fills the links fields of @records, which are of @type: one statement for each such field. */
gboolean upstand_list_query_read_links (
    const UpstandRecordType *type, UpstandDatabase *database, GPtrArray *records, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandListQuery, upstand_list_query_free)

G_END_DECLS
