/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "exchange/form.h"

G_BEGIN_DECLS

#define UPSTAND_UPDATE_FORM "updates"

/* The keys of the columns that an owner fills. */
#define UPSTAND_UPDATE_STATE "state"
#define UPSTAND_UPDATE_PERCENT "percent"
#define UPSTAND_UPDATE_WORDS "update"
#define UPSTAND_UPDATE_DUE "new-due"
#define UPSTAND_UPDATE_REASON "reason"

/** (transfer full): the owners who have activities that are neither complete nor cancelled. */
GStrv upstand_update_form_list_owners (UpstandDatabase *database, GError **error);

/**
 * Builds the form that asks an owner (the identity's subject) how each open activity stands: state,
 * percent, an update in words, and a new date with its reason.
 *
 * Returns: NULL with @error set; UPSTAND_ERROR_NOT_FOUND when the owner has none.
 */
UpstandForm *upstand_update_form_new (UpstandDatabase *database,
    const UpstandFormIdentity *identity, const UpstandCover *cover, GError **error);

G_END_DECLS
