/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/sample.h"
#include "records/store.h"

G_BEGIN_DECLS

/**
 * Fills a sample plan, which holds the activities and their evidence already, with engagement,
 * spaces, profile versions and documents. In the open batch.
 *
 * @activities: the story's id -> id of the record
 */
gboolean upstand_sample_contacts_tell (UpstandStore *store, const UpstandSample *story,
    UpstandDay launch, GHashTable *activities, GError **error);

G_END_DECLS
