/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/record.h"

G_BEGIN_DECLS

/* What is recorded evidences duties without being typed again. Which ones, the framework says: by
 * the kind of an engagement or a document, and for whole registers (docs/framework-format.md). */

/** Ids of the requirements that an entry of the framework's lists names; NULL for none. */
GArray *upstand_ties_of_item (UpstandDatabase *database, gint64 item_id);

/** The same for a register: "theme", "learning". */
GArray *upstand_ties_of_register (UpstandDatabase *database, const char *name);

/**
 * Gives a new engagement, document, theme or learning that names no requirement those that its
 * kind or register evidences. Any other record stays as it is.
 */
void upstand_ties_settle (UpstandDatabase *database, UpstandRecord *record);

/** TRUE for the types that upstand_ties_settle () knows. */
gboolean upstand_ties_cover (const UpstandRecordType *type);

/** One thing that evidences a requirement, whichever register it lies in. */
typedef struct {
    const UpstandRecordType *type; /* of the record to open */
    gint64 id;
    char *title;
    UpstandDay dated;
    UpstandDay expires; /* 0: never */
} UpstandTie;

/** (transfer full) (element-type UpstandTie): the newest first, at most @most (0: all). */
GPtrArray *upstand_ties_list (
    UpstandDatabase *database, gint64 requirement_id, guint most, GError **error);

G_END_DECLS
