/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"

G_BEGIN_DECLS

/* Full-text search, which every engine does its own way: kept behind this seam. The index covers
 * the view "searchable" and its rows are named by record id. */

/** Takes a row out of the index. Call it before the row changes: its old words are needed. */
gboolean upstand_search_forget (
    UpstandDatabase *database, const char *source, gint64 id, GError **error);

/** Puts a row, as it is now, into the index. */
gboolean upstand_search_add (
    UpstandDatabase *database, const char *source, gint64 id, GError **error);

/** Puts in every row whose id is above @id: a whole batch in one statement. */
gboolean upstand_search_add_newer (UpstandDatabase *database, gint64 id, GError **error);

/** Builds the index anew. */
gboolean upstand_search_rebuild (UpstandDatabase *database, GError **error);

/** Compares the index with the rows: UPSTAND_ERROR_DAMAGED when they differ. */
gboolean upstand_search_check (UpstandDatabase *database, GError **error);

/** What a person typed as the engine's question; NULL when there is no word in it. To be freed. */
char *upstand_search_question (const char *typed);

/** The words for a statement: "<table> JOIN search ..." for rows of @table, question bound as $1.
 */
#define UPSTAND_SEARCH_JOIN "search CROSS JOIN %s t ON t.id = search.rowid"
#define UPSTAND_SEARCH_MATCH "search MATCH $1"
#define UPSTAND_SEARCH_NEWEST "search.rowid DESC"

typedef struct {
    gint64 id;
    char *source; /* the table it is in */
    char *title;
    char *excerpt; /* the words around the first hit */
} UpstandSearchHit;

/** (transfer full) (element-type UpstandSearchHit): the newest @most hits in the whole plan. */
GPtrArray *upstand_search_find (
    UpstandDatabase *database, const char *typed, guint most, GError **error);

G_END_DECLS
