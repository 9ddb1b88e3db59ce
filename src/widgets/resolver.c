/* SPDX-License-Identifier: MIT */
#include "widgets/resolver.h"

GArray *
upstand_resolver_get_ids (UpstandRecord *record, const UpstandField *field)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    if (field->kind == UPSTAND_KIND_REFERENCE) {
        gint64 id = G_STRUCT_MEMBER (gint64, record, field->offset);
        if (id)
            g_array_append_val (ids, id);
        return ids;
    }
    g_return_val_if_fail (field->kind == UPSTAND_KIND_LINKS, ids);
    const GArray *linked = G_STRUCT_MEMBER (GArray *, record, field->offset);
    if (linked)
        g_array_append_vals (ids, linked->data, linked->len);
    return ids;
}

char *
upstand_resolver_get_display (
    UpstandResolver resolve, UpstandRecord *record, const UpstandField *field, gpointer user_data)
{
    if (field->kind != UPSTAND_KIND_REFERENCE && field->kind != UPSTAND_KIND_LINKS)
        return upstand_record_get_display (record, field);
    g_autoptr (GArray) ids = upstand_resolver_get_ids (record, field);
    GString *text = g_string_new (NULL);
    for (guint i = 0; resolve && i < ids->len; i++) {
        g_autofree char *one = resolve (field, g_array_index (ids, gint64, i), user_data);
        if (one)
            g_string_append_printf (text, "%s%s", text->len ? ", " : "", one);
    }
    return g_string_free (text, FALSE);
}
