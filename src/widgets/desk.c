/* SPDX-License-Identifier: MIT */
#include "widgets/desk.h"

#include "upstand-config.h"

#define MOST_RECENT 10

GSettings *
upstand_desk_open (void)
{
    GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
    g_autoptr (GSettingsSchema) schema = NULL;
    if (installed)
        schema = g_settings_schema_source_lookup (installed, UPSTAND_APPLICATION_ID, TRUE);
    if (!schema) {
        /* Run from the folder it was built in, before any installation. */
        g_autoptr (GSettingsSchemaSource) built = g_settings_schema_source_new_from_directory (
            UPSTAND_BUILD_DIR "/data", installed, FALSE, NULL);
        if (built)
            schema = g_settings_schema_source_lookup (built, UPSTAND_APPLICATION_ID, FALSE);
    }
    return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* GSettings ends the program when it is asked for a key that it does not know. */
static gboolean
has_key (GSettings *desk, const char *key)
{
    if (!desk)
        return FALSE;
    g_autoptr (GSettingsSchema) schema = NULL;
    g_object_get (desk, "settings-schema", &schema, NULL);
    return g_settings_schema_has_key (schema, key);
}

static gboolean
has_choices (GSettings *desk, const char *key)
{
    g_autoptr (GSettingsSchema) schema = NULL;
    g_object_get (desk, "settings-schema", &schema, NULL);
    g_autoptr (GSettingsSchemaKey) described = g_settings_schema_get_key (schema, key);
    return g_variant_type_equal (
        g_settings_schema_key_get_value_type (described), G_VARIANT_TYPE_STRING);
}

char *
upstand_desk_get_text (GSettings *desk, const char *key)
{
    return has_key (desk, key) ? g_settings_get_string (desk, key) : g_strdup ("");
}

void
upstand_desk_set_text (GSettings *desk, const char *key, const char *text)
{
    if (has_key (desk, key))
        g_settings_set_string (desk, key, text ? text : "");
}

int
upstand_desk_get_number (GSettings *desk, const char *key, int usual)
{
    if (!has_key (desk, key))
        return usual;
    return has_choices (desk, key) ? g_settings_get_enum (desk, key)
                                   : g_settings_get_int (desk, key);
}

void
upstand_desk_set_number (GSettings *desk, const char *key, int number)
{
    if (!has_key (desk, key))
        return;
    if (has_choices (desk, key))
        g_settings_set_enum (desk, key, number);
    else
        g_settings_set_int (desk, key, number);
}

gboolean
upstand_desk_get_yes (GSettings *desk, const char *key, gboolean usual)
{
    return has_key (desk, key) ? g_settings_get_boolean (desk, key) : usual;
}

void
upstand_desk_set_yes (GSettings *desk, const char *key, gboolean yes)
{
    if (has_key (desk, key))
        g_settings_set_boolean (desk, key, yes);
}

GStrv
upstand_desk_get_list (GSettings *desk, const char *key)
{
    return has_key (desk, key) ? g_settings_get_strv (desk, key) : g_new0 (char *, 1);
}

void
upstand_desk_set_list (GSettings *desk, const char *key, const char *const *list)
{
    if (has_key (desk, key))
        g_settings_set_strv (desk, key, list);
}

void
upstand_desk_note_plan (GSettings *desk, const char *uri)
{
    g_return_if_fail (uri);
    g_auto (GStrv) known = upstand_desk_get_list (desk, "recent-plans");
    g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
    g_strv_builder_add (builder, uri);
    for (guint i = 0, kept = 1; known[i] && kept < MOST_RECENT; i++) {
        if (g_str_equal (known[i], uri))
            continue;
        g_strv_builder_add (builder, known[i]);
        kept++;
    }
    g_auto (GStrv) list = g_strv_builder_end (builder);
    upstand_desk_set_list (desk, "recent-plans", (const char *const *)list);
    upstand_desk_set_text (desk, "last-plan", uri);
}
