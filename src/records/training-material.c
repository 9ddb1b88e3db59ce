/* SPDX-License-Identifier: MIT */
#include "records/training-material.h"

#include <glib/gi18n-lib.h>

#include "records/theme.h"

const UpstandLinkType upstand_training_material_theme = { "training_material_theme",
    "training_material_id", "theme_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandTrainingMaterial, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandTrainingMaterial, issue, N_ ("Version"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_DATE (UpstandTrainingMaterial, dated, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandTrainingMaterial, what, N_ ("What was changed in it"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_LINKS (UpstandTrainingMaterial, themes, N_ ("Changed by"), UPSTAND_FIELD_LISTED, &upstand_theme_type, &upstand_training_material_theme),
    UPSTAND_TEXT (UpstandTrainingMaterial, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_TEXT (UpstandTrainingMaterial, reference, N_ ("Link or file"), UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

const UpstandRecordType upstand_training_material_type = {
    .name = "training_material",
    .label = N_ ("Training material"),
    .singular = N_ ("Training material"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_training_material_get_type,
};

UPSTAND_DEFINE_RECORD (
    UpstandTrainingMaterial, upstand_training_material, upstand_training_material_type)
