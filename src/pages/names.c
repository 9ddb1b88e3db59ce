/* SPDX-License-Identifier: MIT */
#include "pages/names.h"

#include "records/framework-records.h"
#include "records/requirement.h"

char *
upstand_names_resolve (const UpstandField *field, gint64 id, gpointer user_data)
{
    g_autoptr (UpstandRecord) record =
        upstand_store_get (UPSTAND_STORE (user_data), field->target, id, NULL);
    if (!record)
        return NULL;
    const char *language = g_get_language_names ()[0];
    if (field->target == &upstand_framework_item_type)
        return g_strdup (
            upstand_framework_item_get_title ((UpstandFrameworkItem *)record, language));
    if (field->target != &upstand_requirement_type)
        return upstand_record_get_title (record);
    UpstandRequirement *requirement = (UpstandRequirement *)record;
    return g_strdup_printf (
        "%s %s", requirement->code, upstand_requirement_get_title (requirement, language));
}
