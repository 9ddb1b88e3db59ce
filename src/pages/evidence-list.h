/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/section-list.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_EVIDENCE_LIST (upstand_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandEvidenceList, upstand_evidence_list, UPSTAND, EVIDENCE_LIST, UpstandSectionList)

/**
 * UpstandEvidenceList:
 *
 * The evidence of a requirement, its activities' included, or of one activity; newest first, with
 * what has expired or is about to said in words and by shape.
 */
GtkWidget *upstand_evidence_list_new (void);

G_END_DECLS
