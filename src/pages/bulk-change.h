/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/job.h"
#include "records/store.h"

G_BEGIN_DECLS

/* The same change to many records, as one step of history and of undo. */

/** More than so many are changed by a job, so that the window stays awake. */
#define UPSTAND_BULK_AT_ONCE 200

/** Changes one: saves @copy, deletes it, whatever it is; on a store with an open batch. */
typedef gboolean (*UpstandBulkChange) (
    UpstandStore *store, UpstandRecord *copy, gpointer data, GError **error);

/**
 * Does @change to each of @ids, all or none. An error names the record that stands in the way. A
 * record that is gone meanwhile is passed over.
 *
 * @title: what the step is called
 * @job: (nullable): told of the progress, and asked whether to stop
 */
gboolean upstand_bulk_change (UpstandStore *store, const UpstandRecordType *type, const char *title,
    const GArray *ids, UpstandBulkChange change, gpointer data, UpstandJob *job, GError **error);

/**
 * A job that does it over a connection of its own; poll the store when it is done. @data must
 * outlive it and be used by @change alone meanwhile.
 */
UpstandJob *upstand_bulk_change_job (UpstandStore *store, const UpstandRecordType *type,
    const char *title, const GArray *ids, UpstandBulkChange change, gpointer data);

G_END_DECLS
