/* SPDX-License-Identifier: MIT */
#include "records/setting.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandSetting, name, N_ ("Name"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandSetting, value, N_ ("Value"), 0),
};
/* clang-format on */

const UpstandRecordType upstand_setting_type = {
    .name = "setting",
    .label = N_ ("Settings"),
    .singular = N_ ("Setting"),
    .title = "name",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_setting_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandSetting, upstand_setting, upstand_setting_type)
