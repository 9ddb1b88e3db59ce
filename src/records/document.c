/* SPDX-License-Identifier: MIT */
#include "records/document.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"
#include "records/requirement.h"

const UpstandLinkType upstand_document_requirement = { "document_requirement", "document_id",
    "requirement_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandDocument, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_ITEM (UpstandDocument, kind_id, N_ ("Kind"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED, &upstand_framework_item_type, UPSTAND_LIST_DOCUMENT_KIND),
    UPSTAND_TEXT (UpstandDocument, issue, N_ ("Version"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandDocument, adopted, N_ ("Adopted"), UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandDocument, assessed, N_ ("Equality impact assessment"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandDocument, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandDocument, review, N_ ("Review due"), UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandDocument, withdrawn, N_ ("Withdrawn"), 0),
    UPSTAND_TEXT (UpstandDocument, reference, N_ ("Link or file"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_LINKS (UpstandDocument, requirements, N_ ("Requirement"), UPSTAND_FIELD_LISTED, &upstand_requirement_type, &upstand_document_requirement),
    UPSTAND_PARAGRAPH (UpstandDocument, note, N_ ("Note"), UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandDocument *self = (UpstandDocument *)record;
    if (self->adopted && self->review && self->review < self->adopted)
        upstand_problems_add (problems, "review", _ ("The review is due before it was adopted."));
    if (self->adopted && self->withdrawn && self->withdrawn < self->adopted)
        upstand_problems_add (problems, "withdrawn", _ ("It was withdrawn before it was adopted."));
}

const UpstandRecordType upstand_document_type = {
    .name = "document",
    .label = N_ ("Documents and processes"),
    .singular = N_ ("Document or process"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_document_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandDocument, upstand_document, upstand_document_type)
