/* SPDX-License-Identifier: MIT */
#include "database/search.h"

#include <glib/gi18n-lib.h>

#include "database/database-private.h"

/* Longer questions are cut: nobody types them, and each word is one more list to walk. */
#define MOST_WORDS 12

gboolean
upstand_search_forget (UpstandDatabase *database, const char *source, gint64 id, GError **error)
{
    return upstand_database_execute (database, error,
        "INSERT INTO search (search, rowid, words)"
        " SELECT 'delete', id, words FROM searchable WHERE source = $1 AND id = $2",
        "ti", source, id);
}

gboolean
upstand_search_add (UpstandDatabase *database, const char *source, gint64 id, GError **error)
{
    return upstand_database_execute (database, error,
        "INSERT INTO search (rowid, words)"
        " SELECT id, words FROM searchable WHERE source = $1 AND id = $2",
        "ti", source, id);
}

gboolean
upstand_search_add_newer (UpstandDatabase *database, gint64 id, GError **error)
{
    return upstand_database_execute (database, error,
        "INSERT INTO search (rowid, words) SELECT id, words FROM searchable WHERE id > $1", "i",
        id);
}

gboolean
upstand_search_rebuild (UpstandDatabase *database, GError **error)
{
    return upstand_database_execute (
        database, error, "INSERT INTO search (search) VALUES ('rebuild')", "");
}

gboolean
upstand_search_check (UpstandDatabase *database, GError **error)
{
    return upstand_database_execute (
        database, error, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", "");
}

char *
upstand_search_question (const char *typed)
{
    g_autofree char *valid = g_utf8_make_valid (typed, -1);
    g_auto (GStrv) words = g_strsplit_set (valid, " \t\n\r\"", -1);
    GString *question = g_string_new (NULL);
    int n = 0;
    for (guint i = 0; words[i] && n < MOST_WORDS; i++) {
        gboolean has_letter = FALSE;
        for (const char *p = words[i]; *p && !has_letter; p = g_utf8_next_char (p))
            has_letter = g_unichar_isalnum (g_utf8_get_char (p));
        if (has_letter)
            g_string_append_printf (question, "%s\"%s\"*", n++ ? " " : "", words[i]);
    }
    return g_string_free (question, n == 0);
}

static void
hit_free (UpstandSearchHit *hit)
{
    g_free (hit->source);
    g_free (hit->title);
    g_free (hit->excerpt);
    g_free (hit);
}

GPtrArray *
upstand_search_find (UpstandDatabase *database, const char *typed, guint most, GError **error)
{
    g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify)hit_free);
    g_autofree char *question = upstand_search_question (typed);
    if (!question)
        return g_steal_pointer (&hits);
    g_autoptr (UpstandQuery) found = upstand_database_query (database, error,
        "SELECT rowid, snippet(search, 0, '', '', '…', 12) FROM search WHERE search MATCH $1"
        " ORDER BY rowid DESC LIMIT $2",
        "ti", question, (gint64)most);
    if (!found)
        return NULL;
    g_autoptr (GError) local = NULL;
    while (upstand_query_step (found, &local)) {
        UpstandSearchHit *hit = g_new0 (UpstandSearchHit, 1);
        hit->id = upstand_query_number (found, 0);
        hit->excerpt = g_strdup (upstand_query_text (found, 1));
        g_ptr_array_add (hits, hit);
    }
    for (guint i = 0; i < hits->len && !local; i++) {
        UpstandSearchHit *hit = g_ptr_array_index (hits, i);
        g_autoptr (UpstandQuery) row = upstand_database_query (
            database, &local, "SELECT source, title FROM searchable WHERE id = $1", "i", hit->id);
        if (row && upstand_query_step (row, &local)) {
            hit->source = g_strdup (upstand_query_text (row, 0));
            hit->title = g_strdup (upstand_query_text (row, 1));
        }
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&hits);
}
