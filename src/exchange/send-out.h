/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/replies.h"

G_BEGIN_DECLS

/**
 * UpstandSendOut:
 * @census_id: of headcount, the census that is asked about
 * @only: only this unit (its id as text) or owner; NULL: all who are to be asked
 * @reply_to: the post that replies go to; NULL: the one that sends
 * @due: by when; 0: not said
 * @classification: "OFFICIAL" or "OFFICIAL-SENSITIVE"; NULL: upstand_send_out_classification()
 *
 * Which forms go out, and what they say.
 */
typedef struct {
    UpstandRepliesKind kind;
    gint64 census_id;
    const char *only;
    const char *reply_to;
    UpstandDay due;
    UpstandDay today;
    const char *classification;
} UpstandSendOut;

/** What such forms are classified as until somebody chooses otherwise. */
const char *upstand_send_out_classification (UpstandRepliesKind kind);

/** By when replies are usually wanted: two weeks after the census, or after today. */
UpstandDay upstand_send_out_due (UpstandDay census, UpstandDay today);

/** One who gets a form. */
typedef struct {
    char *subject; /* a unit's id as text, or the owner */
    char *name;
} UpstandRecipient;

/**
 * (transfer full) (element-type UpstandRecipient): who is to be asked, by name. For headcount the
 * units open on the day of the census and without parts below them, for updates the owners with
 * activities still to be done. UPSTAND_ERROR_NOT_FOUND when the census, or the one named, is none.
 */
GPtrArray *upstand_send_out_list (
    UpstandDatabase *database, const UpstandSendOut *request, GError **error);

/**
 * Writes a workbook for each recipient into @folder under its standard name (force, form, period,
 * recipient, classification; numbered where there is such a file already) and keeps them in the
 * plan's log of exports. When it fails or is cancelled, what was written is taken away again.
 *
 * Returns: (transfer full): the paths; NULL with @error set.
 */
GStrv upstand_send_out_write (UpstandStore *store, const UpstandSendOut *request,
    const char *folder, UpstandRepliesProgress progress, gpointer user_data,
    GCancellable *cancellable, GError **error);

G_END_DECLS
