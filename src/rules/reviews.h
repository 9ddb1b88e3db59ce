/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/record.h"

G_BEGIN_DECLS

/** A document in force whose review is overdue. Due today is not overdue. */
typedef struct {
    gint64 document_id;
    char *title;
    char *owner; /* or NULL */
    UpstandDay review; /* when it was due */
    int days; /* since */
} UpstandReview;

/**
 * (transfer full) (element-type UpstandReview): the longest overdue first; @requirement_id: only
 * those that evidence it; 0: all. Drafts and what was withdrawn by @today are left out.
 */
GPtrArray *upstand_reviews_overdue (
    UpstandDatabase *database, gint64 requirement_id, UpstandDay today, GError **error);

/** "Due for review 12 days ago: Domestic abuse policy". To be freed. */
char *upstand_review_describe (const UpstandReview *review);

G_END_DECLS
