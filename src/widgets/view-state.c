/* SPDX-License-Identifier: MIT */
#include "widgets/view-state.h"

/* A column dragged wider says so many times a second. */
#define SECONDS_BEFORE_WRITING 1

struct _UpstandViewState {
    char *id;
    char *path;
    GKeyFile *file; /* only the group of this list is looked at */
    guint timeout;
};

static void
read_file (UpstandViewState *self)
{
    g_clear_pointer (&self->file, g_key_file_unref);
    self->file = g_key_file_new ();
    g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_NONE, NULL);
}

static gboolean
write_later_cb (gpointer user_data)
{
    UpstandViewState *self = user_data;
    self->timeout = 0;
    g_autoptr (GKeyFile) mine = g_steal_pointer (&self->file);

    /* Other lists write to the same file: everything but this group is theirs. */
    read_file (self);
    g_key_file_remove_group (self->file, self->id, NULL);
    g_auto (GStrv) keys = g_key_file_get_keys (mine, self->id, NULL, NULL);
    for (guint i = 0; keys && keys[i]; i++) {
        g_autofree char *value = g_key_file_get_value (mine, self->id, keys[i], NULL);
        g_key_file_set_value (self->file, self->id, keys[i], value);
    }
    g_autofree char *folder = g_path_get_dirname (self->path);
    if (g_mkdir_with_parents (folder, 0700) == 0)
        g_key_file_save_to_file (self->file, self->path, NULL);
    return G_SOURCE_REMOVE;
}

static void
write_later (UpstandViewState *self)
{
    if (self->timeout == 0)
        self->timeout = g_timeout_add_seconds (SECONDS_BEFORE_WRITING, write_later_cb, self);
}

UpstandViewState *
upstand_view_state_new (const char *id)
{
    g_return_val_if_fail (id, NULL);
    UpstandViewState *self = g_new0 (UpstandViewState, 1);
    self->id = g_strdup (id);
    self->path = g_build_filename (g_get_user_config_dir (), "upstand", "views.ini", NULL);
    read_file (self);
    return self;
}

void
upstand_view_state_flush (UpstandViewState *self)
{
    if (self->timeout == 0)
        return;
    g_source_remove (self->timeout);
    write_later_cb (self);
}

void
upstand_view_state_free (UpstandViewState *self)
{
    upstand_view_state_flush (self);
    g_key_file_unref (self->file);
    g_free (self->path);
    g_free (self->id);
    g_free (self);
}

int
upstand_view_state_get_number (UpstandViewState *self, const char *key, int otherwise)
{
    g_autoptr (GError) error = NULL;
    int number = g_key_file_get_integer (self->file, self->id, key, &error);
    return error ? otherwise : number;
}

void
upstand_view_state_set_number (UpstandViewState *self, const char *key, int number)
{
    g_autoptr (GError) error = NULL;
    if (g_key_file_get_integer (self->file, self->id, key, &error) == number && !error)
        return;
    g_key_file_set_integer (self->file, self->id, key, number);
    write_later (self);
}

char *
upstand_view_state_get_text (UpstandViewState *self, const char *key)
{
    return g_key_file_get_string (self->file, self->id, key, NULL);
}

void
upstand_view_state_set_text (UpstandViewState *self, const char *key, const char *text)
{
    g_autofree char *before = upstand_view_state_get_text (self, key);
    if (g_strcmp0 (before, text) == 0)
        return;
    if (text)
        g_key_file_set_string (self->file, self->id, key, text);
    else
        g_key_file_remove_key (self->file, self->id, key, NULL);
    write_later (self);
}

char **
upstand_view_state_get_list (UpstandViewState *self, const char *key)
{
    return g_key_file_get_string_list (self->file, self->id, key, NULL, NULL);
}

void
upstand_view_state_set_list (UpstandViewState *self, const char *key, const char *const *list)
{
    g_auto (GStrv) before = upstand_view_state_get_list (self, key);
    if (before && g_strv_equal ((const char *const *)before, list))
        return;
    g_key_file_set_string_list (self->file, self->id, key, list, g_strv_length ((char **)list));
    write_later (self);
}
