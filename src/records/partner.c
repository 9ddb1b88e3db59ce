/* SPDX-License-Identifier: MIT */
#include "records/partner.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"

const UpstandChoice upstand_sectors[] = {
    [UPSTAND_SECTOR_JUSTICE] = { "justice", N_ ("Criminal justice") },
    [UPSTAND_SECTOR_EDUCATION] = { "education", N_ ("Education") },
    [UPSTAND_SECTOR_HEALTH] = { "health", N_ ("Health") },
    [UPSTAND_SECTOR_LOCAL_GOVERNMENT] = { "local-government", N_ ("Local government") },
    [UPSTAND_SECTOR_VOLUNTARY] = { "voluntary", N_ ("Voluntary and community") },
    [UPSTAND_SECTOR_BUSINESS] = { "business", N_ ("Business") },
    [UPSTAND_SECTOR_OTHER] = { "other", N_ ("Other") },
    { NULL, NULL },
};

const UpstandLinkType upstand_partner_activity = { "partner_activity", "partner_id",
    "activity_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandPartner, name, N_ ("Name"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandPartner, sector, N_ ("Sector"), UPSTAND_FIELD_LISTED, upstand_sectors),
    UPSTAND_YES_NO (UpstandPartner, statutory, N_ ("Statutory"), UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandPartner, what, N_ ("What with"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandPartner, contact, N_ ("Contact (a role)"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandPartner, since, N_ ("Working together since"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandPartner, crime_plan, N_ ("Police and crime plan reference"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_LINKS (UpstandPartner, activities, N_ ("Activity"), 0, &upstand_activity_type, &upstand_partner_activity),
    UPSTAND_TEXT (UpstandPartner, owner, N_ ("Owner"), UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandPartner, review, N_ ("Review due"), UPSTAND_FIELD_LISTED),
    UPSTAND_YES_NO (UpstandPartner, cleared, N_ ("Cleared for the public"), 0),
};
/* clang-format on */

const UpstandRecordType upstand_partner_type = {
    .name = "partner",
    .label = N_ ("Partners"),
    .singular = N_ ("Partner"),
    .title = "name",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_partner_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandPartner, upstand_partner, upstand_partner_type)
