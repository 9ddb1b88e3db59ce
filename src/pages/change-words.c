/* SPDX-License-Identifier: MIT */
#include "pages/change-words.h"

#include <glib/gi18n.h>

#include "records/registry.h"

/* A note of several pages is not read in a list of changes. */
#define LONGEST 240

static char *
title_of (UpstandStore *store, const UpstandRecordType *type, gint64 id)
{
    g_autoptr (UpstandRecord) record = id ? upstand_store_get (store, type, id, NULL) : NULL;
    g_autofree char *title = record ? upstand_record_get_title (record) : NULL;
    if (title && *title)
        return g_steal_pointer (&title);
    return g_strdup_printf (
        C_ ("record no longer there", "%s (deleted)"), gettext (type->singular));
}

static char *
shorten (const char *text)
{
    if (g_utf8_strlen (text, -1) <= LONGEST)
        return g_strdup (text);
    g_autofree char *head = g_utf8_substring (text, 0, LONGEST);
    return g_strconcat (head, "…", NULL);
}

/* Canonical text as people read it in that field. */
static char *
show_text (
    UpstandStore *store, const UpstandRecordType *type, const UpstandField *field, const char *text)
{
    if (!text || !*text)
        return g_strdup (_ ("empty"));
    if (field->target && field->kind != UPSTAND_KIND_LINKS)
        return title_of (store, field->target, g_ascii_strtoll (text, NULL, 10));
    if (!type || field->kind == UPSTAND_KIND_LINKS)
        return shorten (text);
    g_autoptr (UpstandRecord) record = upstand_record_new (type);
    if (!upstand_record_set_text (record, field, text, NULL))
        return shorten (text);
    g_autofree char *shown = upstand_record_get_display (record, field);
    return shorten (shown);
}

/* The title as it was in the change itself, for a record that is no longer there. */
static const char *
title_in (const UpstandChange *change, const UpstandRecordType *type)
{
    for (guint i = 0; i < change->fields->len; i++) {
        const UpstandFieldChange *field = g_ptr_array_index (change->fields, i);
        if (g_strcmp0 (field->field, type->title) == 0)
            return field->after ? field->after : field->before;
    }
    return NULL;
}

char *
upstand_change_describe (UpstandStore *store, const UpstandChange *change)
{
    g_return_val_if_fail (store && change, NULL);
    const UpstandRecordType *type = upstand_registry_find (change->table);
    gboolean added = g_strcmp0 (change->verb, "insert") == 0;
    gboolean removed = g_strcmp0 (change->verb, "delete") == 0;
    if (!type)
        return g_strdup (added     ? _ ("A tie added")
                         : removed ? _ ("A tie removed")
                                   : _ ("A tie changed"));
    g_autoptr (UpstandRecord) record = upstand_store_get (store, type, change->row_id, NULL);
    g_autofree char *title = record ? upstand_record_get_title (record) : NULL;
    const char *known = title && *title ? title : title_in (change, type);
    g_autofree char *brief = shorten (known ? known : "");
    return g_strdup_printf (added     ? _ ("%s added: “%s”")
                            : removed ? _ ("%s deleted: “%s”")
                                      : _ ("%s changed: “%s”"),
        gettext (type->singular), brief);
}

char *
upstand_change_describe_field (
    UpstandStore *store, const UpstandChange *change, const UpstandFieldChange *field)
{
    g_return_val_if_fail (store && change && field, NULL);
    const UpstandRecordType *type = upstand_registry_find (change->table);
    const UpstandField *known = upstand_registry_find_column (change->table, field->field);
    if (!known || (!field->before && !field->after))
        return NULL;
    g_autofree char *after = show_text (store, type, known, field->after);
    const char *label = gettext (known->label);
    if (g_strcmp0 (change->verb, "insert") == 0)
        return field->after && *field->after
                   ? g_strdup_printf (C_ ("field and value", "%s: %s"), label, after)
                   : NULL;
    g_autofree char *before = show_text (store, type, known, field->before);
    if (g_strcmp0 (change->verb, "delete") == 0)
        return field->before && *field->before
                   ? g_strdup_printf (C_ ("field and value", "%s: %s"), label, before)
                   : NULL;
    return g_strdup_printf (C_ ("field, before, after", "%s: %s → %s"), label, before, after);
}

char *
upstand_change_describe_time (const char *made)
{
    g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
    g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (made ? made : "", utc);
    if (!time)
        return g_strdup (made);
    g_autoptr (GDateTime) local = g_date_time_to_local (time);
    UpstandDay day = upstand_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
        g_date_time_get_day_of_month (local));
    g_autofree char *date = upstand_date_format (day, UPSTAND_DATE_SHORT);
    g_autofree char *clock = g_date_time_format (local, "%H:%M");
    return g_strdup_printf (C_ ("date and time", "%s, %s"), date, clock);
}
