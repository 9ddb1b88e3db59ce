/* SPDX-License-Identifier: MIT */
#include "rules/reviews.h"

#include <glib/gi18n-lib.h>

static void
review_free (UpstandReview *review)
{
    g_free (review->title);
    g_free (review->owner);
    g_free (review);
}

GPtrArray *
upstand_reviews_overdue (
    UpstandDatabase *database, gint64 requirement_id, UpstandDay today, GError **error)
{
    g_return_val_if_fail (database && today, NULL);
    g_autofree char *iso = upstand_date_to_iso (today);
    g_autoptr (UpstandQuery) rows = upstand_database_query (database, error,
        "SELECT d.id, d.title, d.owner, d.review FROM document d"
        " WHERE d.adopted <= $1 AND d.review < $1 AND COALESCE(d.withdrawn, '9999') > $1"
        " AND ($2 = 0 OR EXISTS (SELECT 1 FROM document_requirement l"
        "   WHERE l.document_id = d.id AND l.requirement_id = $2))"
        " ORDER BY d.review, d.id",
        "ti", iso, requirement_id);
    g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify)review_free);
    g_autoptr (GError) local = NULL;
    if (!rows)
        return NULL;
    while (upstand_query_step (rows, &local)) {
        UpstandReview *review = g_new0 (UpstandReview, 1);
        review->document_id = upstand_query_number (rows, 0);
        review->title = g_strdup (upstand_query_text (rows, 1));
        review->owner = g_strdup (upstand_query_text (rows, 2));
        review->review = upstand_date_from_iso (upstand_query_text (rows, 3));
        review->days = (int)(today - review->review);
        g_ptr_array_add (reviews, review);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    return g_steal_pointer (&reviews);
}

char *
upstand_review_describe (const UpstandReview *review)
{
    return g_strdup_printf (
        ngettext ("Due for review %d day ago: %s", "Due for review %d days ago: %s", review->days),
        review->days, review->title);
}
