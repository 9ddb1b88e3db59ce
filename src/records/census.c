/* SPDX-License-Identifier: MIT */
#include "records/census.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"
#include "records/unit.h"

/* clang-format off */
static const UpstandField census_fields[] = {
    UPSTAND_DATE (UpstandCensus, as_at, N_ ("As at"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandCensus, note, N_ ("Note"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

const UpstandRecordType upstand_census_type = {
    .name = "census",
    .label = N_ ("Censuses"),
    .singular = N_ ("Census"),
    .title = "as_at",
    .fields = census_fields,
    .n_fields = G_N_ELEMENTS (census_fields),
    .get_type = upstand_census_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandCensus, upstand_census, upstand_census_type)

/* clang-format off */
static const UpstandField break_fields[] = {
    UPSTAND_DATE (UpstandSeriesBreak, dated, N_ ("First day of the new series"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_ITEM (UpstandSeriesBreak, capability_id, N_ ("Capability"), UPSTAND_FIELD_LISTED, &upstand_framework_item_type, UPSTAND_LIST_CAPABILITY),
    UPSTAND_REFERENCE (UpstandSeriesBreak, unit_id, N_ ("Unit"), UPSTAND_FIELD_LISTED, &upstand_unit_type),
    UPSTAND_PARAGRAPH (UpstandSeriesBreak, reason, N_ ("What changed"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

const UpstandRecordType upstand_series_break_type = {
    .name = "series_break",
    .label = N_ ("Breaks in a series"),
    .singular = N_ ("Break in a series"),
    .title = "reason",
    .fields = break_fields,
    .n_fields = G_N_ELEMENTS (break_fields),
    .get_type = upstand_series_break_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandSeriesBreak, upstand_series_break, upstand_series_break_type)
