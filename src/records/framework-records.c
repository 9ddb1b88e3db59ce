/* SPDX-License-Identifier: MIT */
#include "records/framework-records.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const UpstandField edition_fields[] = {
    UPSTAND_TEXT (UpstandEdition, code, N_ ("Code"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandEdition, title_en, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandEdition, title_cy, N_ ("Title (Welsh)"), UPSTAND_FIELD_FIXED),
    UPSTAND_DATE (UpstandEdition, launched, N_ ("Launched"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_FIXED),
    UPSTAND_PARAGRAPH (UpstandEdition, source, N_ ("Framework file"), UPSTAND_FIELD_FIXED),
};
/* clang-format on */

const UpstandRecordType upstand_edition_type = {
    .name = "edition",
    .label = N_ ("Editions"),
    .singular = N_ ("Edition"),
    .title = "code",
    .fields = edition_fields,
    .n_fields = G_N_ELEMENTS (edition_fields),
    .get_type = upstand_edition_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandEdition, upstand_edition, upstand_edition_type)

/* clang-format off */
static const UpstandField pillar_fields[] = {
    UPSTAND_REFERENCE (UpstandPillar, edition_id, N_ ("Edition"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED, &upstand_edition_type),
    UPSTAND_TEXT (UpstandPillar, code, N_ ("Code"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandPillar, title_en, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandPillar, title_cy, N_ ("Title (Welsh)"), UPSTAND_FIELD_FIXED),
    UPSTAND_NUMBER (UpstandPillar, position, N_ ("Position"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
};
/* clang-format on */

const UpstandRecordType upstand_pillar_type = {
    .name = "pillar",
    .label = N_ ("Pillars"),
    .singular = N_ ("Pillar"),
    .title = "title_en",
    .fields = pillar_fields,
    .n_fields = G_N_ELEMENTS (pillar_fields),
    .get_type = upstand_pillar_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandPillar, upstand_pillar, upstand_pillar_type)

/* clang-format off */
static const UpstandField action_fields[] = {
    UPSTAND_REFERENCE (UpstandAction, pillar_id, N_ ("Pillar"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED, &upstand_pillar_type),
    UPSTAND_TEXT (UpstandAction, code, N_ ("Code"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandAction, title_en, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandAction, title_cy, N_ ("Title (Welsh)"), UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandAction, short_en, N_ ("Short title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandAction, short_cy, N_ ("Short title (Welsh)"), UPSTAND_FIELD_FIXED),
    UPSTAND_NUMBER (UpstandAction, position, N_ ("Position"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
};
/* clang-format on */

const UpstandRecordType upstand_action_type = {
    .name = "action",
    .label = N_ ("Actions"),
    .singular = N_ ("Action"),
    .title = "title_en",
    .fields = action_fields,
    .n_fields = G_N_ELEMENTS (action_fields),
    .get_type = upstand_action_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandAction, upstand_action, upstand_action_type)

/* clang-format off */
static const UpstandField framework_item_fields[] = {
    UPSTAND_REFERENCE (UpstandFrameworkItem, edition_id, N_ ("Edition"), UPSTAND_FIELD_FIXED, &upstand_edition_type),
    UPSTAND_TEXT (UpstandFrameworkItem, list, N_ ("List"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandFrameworkItem, code, N_ ("Code"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_TEXT (UpstandFrameworkItem, title_en, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandFrameworkItem, title_cy, N_ ("Title (Welsh)"), 0),
    UPSTAND_TEXT (UpstandFrameworkItem, short_en, N_ ("Short title"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandFrameworkItem, short_cy, N_ ("Short title (Welsh)"), 0),
    UPSTAND_NUMBER (UpstandFrameworkItem, position, N_ ("Position"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_FIXED),
    UPSTAND_DATE (UpstandFrameworkItem, from_date, N_ ("From"), 0),
    UPSTAND_DATE (UpstandFrameworkItem, until_date, N_ ("Until"), 0),
    UPSTAND_TEXT (UpstandFrameworkItem, applies, N_ ("Counts that apply"), UPSTAND_FIELD_FIXED),
};
/* clang-format on */

const UpstandRecordType upstand_framework_item_type = {
    .name = "framework_item",
    .label = N_ ("Framework lists"),
    .singular = N_ ("Framework list"),
    .title = "title_en",
    .fields = framework_item_fields,
    .n_fields = G_N_ELEMENTS (framework_item_fields),
    .get_type = upstand_framework_item_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandFrameworkItem, upstand_framework_item, upstand_framework_item_type)

static const char *
in_language (const char *english, const char *welsh, const char *language)
{
    return welsh && language && g_str_has_prefix (language, "cy") ? welsh : english;
}

const char *
upstand_edition_get_title (UpstandEdition *self, const char *language)
{
    return in_language (self->title_en, self->title_cy, language);
}

const char *
upstand_pillar_get_title (UpstandPillar *self, const char *language)
{
    return in_language (self->title_en, self->title_cy, language);
}

const char *
upstand_action_get_title (UpstandAction *self, const char *language)
{
    return in_language (self->title_en, self->title_cy, language);
}

const char *
upstand_framework_item_get_title (UpstandFrameworkItem *self, const char *language)
{
    return in_language (self->title_en, self->title_cy, language);
}

const char *
upstand_framework_item_get_short (UpstandFrameworkItem *self, const char *language)
{
    if (!self->short_en)
        return upstand_framework_item_get_title (self, language);
    return in_language (self->short_en, self->short_cy, language);
}

gboolean
upstand_framework_item_has (const UpstandFrameworkItem *self, const char *word)
{
    g_auto (GStrv) applies = g_strsplit (self->applies ? self->applies : "", " ", -1);
    return g_strv_contains ((const char *const *)applies, word);
}
