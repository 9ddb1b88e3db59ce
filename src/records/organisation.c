/* SPDX-License-Identifier: MIT */
#include "records/organisation.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"

const UpstandLinkType upstand_organisation_group = { "organisation_group", "organisation_id",
    "group_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandOrganisation, name, N_ ("Name"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandOrganisation, what, N_ ("What it does"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_ITEMS (UpstandOrganisation, groups, N_ ("Speaks for"), UPSTAND_FIELD_LISTED, &upstand_framework_item_type, &upstand_organisation_group, UPSTAND_LIST_GROUP),
    UPSTAND_TEXT (UpstandOrganisation, contact, N_ ("Contact (a role)"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandOrganisation, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandOrganisation, review, N_ ("Review due"), UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandOrganisation, ended, N_ ("Ended"), 0),
    UPSTAND_YES_NO (UpstandOrganisation, cleared, N_ ("Cleared for the public"), 0),
    UPSTAND_PARAGRAPH (UpstandOrganisation, note, N_ ("Note"), UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

const UpstandRecordType upstand_organisation_type = {
    .name = "organisation",
    .label = N_ ("Organisations"),
    .singular = N_ ("Organisation"),
    .title = "name",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_organisation_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandOrganisation, upstand_organisation, upstand_organisation_type)
