/* SPDX-License-Identifier: MIT */
#include "records/shape.h"

#include "database/error.h"
#include "records/data-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ID 40
#define MAX_WORDS 4000 /* characters in one text: a page, never a book */
#define MAX_FOUND 40 /* characters of what was found, in a message */

#define EARLIEST_YEAR 2000
#define LATEST_YEAR 2100

typedef struct {
    const char *name; /* of the file */
    GString *path; /* of the member being read */
    GHashTable *ids; /* "scope id" of every id that others may call */
    GPtrArray *mentions; /* Mention: what others called, looked up when all is read */
    GError **error;
} Reader;

typedef struct {
    char *path;
    char *id;
    char *key;
} Mention;

/* The struct that offset points to, in its C type. */
#define AT(ctype, data, offset) ((ctype *)(gpointer)((char *)(data) + (offset)))

static gboolean read_object (Reader *reader, const UpstandShape *shape, gpointer data,
    JsonObject *object, gboolean outermost);

static void
mention_free (gpointer data)
{
    Mention *mention = data;
    g_free (mention->path);
    g_free (mention->id);
    g_free (mention->key);
    g_free (mention);
}

/* What stands in the file, short enough for a message. To be freed. */
static char *
describe_found (JsonNode *node)
{
    if (JSON_NODE_HOLDS_OBJECT (node))
        return g_strdup ("{…}");
    if (JSON_NODE_HOLDS_ARRAY (node))
        return g_strdup ("[…]");

    g_autofree char *written = json_to_string (node, FALSE);
    /* A lone surrogate, which JSON can spell, is no character. */
    g_autofree char *whole = g_utf8_make_valid (written, -1);
    if (g_utf8_strlen (whole, -1) <= MAX_FOUND)
        return g_steal_pointer (&whole);
    *g_utf8_offset_to_pointer (whole, MAX_FOUND) = '\0';
    return g_strconcat (whole, "…", NULL);
}

static G_GNUC_PRINTF (2, 3) gboolean refuse (Reader *reader, const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *words = g_strdup_vprintf (format, arguments);
    /* Half of a surrogate pair, escaped, is JSON and no text. */
    g_autofree char *message = g_utf8_make_valid (words, -1);
    va_end (arguments);
    g_set_error_literal (reader->error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT, message);
    return FALSE;
}

/* One line of words, or several for a paragraph; anything else would break a sheet or a page. */
static gboolean
read_words (Reader *reader, JsonNode *node, char **words)
{
    const char *path = reader->path->str;
    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING) {
        g_autofree char *found = describe_found (node);
        return refuse (
            reader, _ ("%s: %s should be words in quotes, not %s."), reader->name, path, found);
    }

    const char *text = json_node_get_string (node);
    if (text[strspn (text, " \t\n")] == '\0')
        return refuse (reader, _ ("%s: %s should not be empty."), reader->name, path);
    if (!g_utf8_validate (text, -1, NULL))
        return refuse (reader, _ ("%s: %s holds half a character (\\ud800)."), reader->name, path);
    if (g_utf8_strlen (text, -1) > MAX_WORDS)
        return refuse (
            reader, _ ("%s: %s is longer than %d characters."), reader->name, path, MAX_WORDS);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
        gunichar character = g_utf8_get_char (at);
        if (character != '\n' && g_unichar_iscntrl (character))
            return refuse (reader,
                _ ("%s: %s holds a control character (U+%04X), which no page can show."),
                reader->name, path, character);
    }
    *words = g_strdup (text);
    return TRUE;
}

/* Keeps an id that others may call, or notes one that is called. */
static gboolean
register_id (Reader *reader, const UpstandShapeMember *member, const char *id)
{
    if (member->scope == NULL)
        return TRUE;
    char *key = g_strdup_printf ("%s %s", member->scope, id);
    if (member->flags & UPSTAND_SHAPE_UNIQUE) {
        if (g_hash_table_add (reader->ids, key))
            return TRUE;
        return refuse (reader, _ ("%s: %s: the id \"%s\" is already taken by another."),
            reader->name, reader->path->str, id);
    }
    Mention *mention = g_new (Mention, 1);
    *mention = (Mention){ g_strdup (reader->path->str), g_strdup (id), key };
    g_ptr_array_add (reader->mentions, mention);
    return TRUE;
}

static gboolean
check_mentions (Reader *reader)
{
    for (guint i = 0; i < reader->mentions->len; i++) {
        const Mention *mention = g_ptr_array_index (reader->mentions, i);
        if (!g_hash_table_contains (reader->ids, mention->key))
            return refuse (reader, _ ("%s: %s names \"%s\", which this file does not describe."),
                reader->name, mention->path, mention->id);
    }
    return TRUE;
}

static gboolean
read_id (Reader *reader, const UpstandShapeMember *member, JsonNode *node, char **id)
{
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
        upstand_shape_is_id (json_node_get_string (node))) {
        *id = json_node_dup_string (node);
        return register_id (reader, member, *id);
    }
    g_autofree char *found = describe_found (node);
    return refuse (reader,
        _ ("%s: %s should be an id in quotes (at most %d letters, figures, '.', '-' and '_', "
           "beginning with a letter or figure), not %s."),
        reader->name, reader->path->str, MAX_ID, found);
}

static gboolean
read_date (Reader *reader, JsonNode *node, UpstandDay *day)
{
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
        *day = upstand_date_from_iso (json_node_get_string (node));
        if (*day >= upstand_date_new (EARLIEST_YEAR, 1, 1) &&
            *day <= upstand_date_new (LATEST_YEAR, 12, 31))
            return TRUE;
        *day = 0;
    }
    g_autofree char *found = describe_found (node);
    return refuse (reader,
        _ ("%s: %s should be a date written \"2022-03-31\", from the year %d to %d, not %s."),
        reader->name, reader->path->str, EARLIEST_YEAR, LATEST_YEAR, found);
}

static gboolean
read_number (Reader *reader, const UpstandShapeMember *member, JsonNode *node, int *number)
{
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64) {
        gint64 value = json_node_get_int (node);
        if (value >= member->minimum && value <= member->maximum) {
            *number = value;
            return TRUE;
        }
    }
    g_autofree char *found = describe_found (node);
    return refuse (reader, _ ("%s: %s should be a whole number from %d to %d, not %s."),
        reader->name, reader->path->str, member->minimum, member->maximum, found);
}

static gboolean
read_yes_no (Reader *reader, JsonNode *node, gboolean *yes)
{
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN) {
        *yes = json_node_get_boolean (node);
        return TRUE;
    }
    g_autofree char *found = describe_found (node);
    return refuse (reader, _ ("%s: %s should be true or false, not %s."), reader->name,
        reader->path->str, found);
}

static gboolean
read_choice (Reader *reader, const UpstandShapeMember *member, JsonNode *node, int *place)
{
    if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING) {
        for (int i = 0; member->choices[i] != NULL; i++) {
            if (strcmp (json_node_get_string (node), member->choices[i]) == 0) {
                *place = i;
                return TRUE;
            }
        }
    }
    g_autofree char *keys = g_strjoinv ("\", \"", (char **)member->choices);
    g_autofree char *found = describe_found (node);
    return refuse (reader, _ ("%s: %s should be one of \"%s\", not %s."), reader->name,
        reader->path->str, keys, found);
}

static JsonArray *
expect_list (Reader *reader, const UpstandShapeMember *member, JsonNode *node)
{
    if (!JSON_NODE_HOLDS_ARRAY (node)) {
        g_autofree char *found = describe_found (node);
        refuse (reader, _ ("%s: %s should be a list in square brackets, not %s."), reader->name,
            reader->path->str, found);
        return NULL;
    }
    JsonArray *array = json_node_get_array (node);
    if ((member->flags & UPSTAND_SHAPE_FILLED) && json_array_get_length (array) == 0) {
        refuse (reader, _ ("%s: %s should list at least one."), reader->name, reader->path->str);
        return NULL;
    }
    return array;
}

static gboolean
read_strings (Reader *reader, const UpstandShapeMember *member, JsonNode *node, char ***strings)
{
    JsonArray *array = expect_list (reader, member, node);
    if (array == NULL)
        return FALSE;

    guint length = json_array_get_length (array);
    gsize outer = reader->path->len;
    *strings = g_new0 (char *, length + 1);
    for (guint i = 0; i < length; i++) {
        g_string_append_printf (reader->path, "[%u]", i);
        JsonNode *element = json_array_get_element (array, i);
        if (member->kind == UPSTAND_SHAPE_STRINGS) {
            if (!read_words (reader, element, &(*strings)[i]))
                return FALSE;
        } else {
            g_autofree char *id = NULL;
            if (!read_id (reader, member, element, &id))
                return FALSE;
            if (g_strv_contains ((const char *const *)*strings, id))
                return refuse (reader, _ ("%s: %s names \"%s\" a second time."), reader->name,
                    reader->path->str, id);
            (*strings)[i] = g_steal_pointer (&id);
        }
        g_string_truncate (reader->path, outer);
    }
    return TRUE;
}

static gboolean
read_list (Reader *reader, const UpstandShapeMember *member, JsonNode *node, gpointer data)
{
    JsonArray *array = expect_list (reader, member, node);
    if (array == NULL)
        return FALSE;

    guint length = json_array_get_length (array);
    gsize outer = reader->path->len;
    char *items = g_malloc0_n (length, member->shape->size);
    *AT (gpointer, data, member->offset) = items;
    for (guint i = 0; i < length; i++) {
        g_string_append_printf (reader->path, "[%u]", i);
        JsonNode *element = json_array_get_element (array, i);
        /* Counted before it is read, so that a half-read one is freed with the rest. */
        *AT (gsize, data, member->count_offset) = i + 1;
        if (!JSON_NODE_HOLDS_OBJECT (element)) {
            g_autofree char *found = describe_found (element);
            return refuse (reader, _ ("%s: %s should be an object in curly brackets, not %s."),
                reader->name, reader->path->str, found);
        }
        if (!read_object (reader, member->shape, items + i * member->shape->size,
                json_node_get_object (element), FALSE))
            return FALSE;
        g_string_truncate (reader->path, outer);
    }
    return TRUE;
}

static const UpstandShapeMember text_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandText, en, UPSTAND_SHAPE_REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandText, cy, 0),
};
static const UpstandShape text_shape = UPSTAND_SHAPE (UpstandText, text_members);

static gboolean
read_inner (Reader *reader, const UpstandShape *shape, JsonNode *node, gpointer data)
{
    if (JSON_NODE_HOLDS_OBJECT (node))
        return read_object (reader, shape, data, json_node_get_object (node), FALSE);

    g_autofree char *found = describe_found (node);
    if (shape == &text_shape)
        return refuse (reader, _ ("%s: %s should be words as { \"en\": …, \"cy\": … }, not %s."),
            reader->name, reader->path->str, found);
    return refuse (reader, _ ("%s: %s should be an object in curly brackets, not %s."),
        reader->name, reader->path->str, found);
}

static gboolean
read_member (Reader *reader, const UpstandShapeMember *member, JsonNode *node, gpointer data)
{
    switch (member->kind) {
    case UPSTAND_SHAPE_STRING: return read_words (reader, node, AT (char *, data, member->offset));
    case UPSTAND_SHAPE_ID: return read_id (reader, member, node, AT (char *, data, member->offset));
    case UPSTAND_SHAPE_IDS:
    case UPSTAND_SHAPE_STRINGS:
        return read_strings (reader, member, node, AT (char **, data, member->offset));
    case UPSTAND_SHAPE_TEXT:
        return read_inner (reader, &text_shape, node, AT (UpstandText, data, member->offset));
    case UPSTAND_SHAPE_DATE: return read_date (reader, node, AT (UpstandDay, data, member->offset));
    case UPSTAND_SHAPE_NUMBER:
        return read_number (reader, member, node, AT (int, data, member->offset));
    case UPSTAND_SHAPE_YES_NO:
        return read_yes_no (reader, node, AT (gboolean, data, member->offset));
    case UPSTAND_SHAPE_CHOICE:
        return read_choice (reader, member, node, AT (int, data, member->offset));
    case UPSTAND_SHAPE_KEY: {
        int place;
        if (!read_choice (reader, member, node, &place))
            return FALSE;
        *AT (char *, data, member->offset) = g_strdup (member->choices[place]);
        return TRUE;
    }
    case UPSTAND_SHAPE_OBJECT:
        return read_inner (reader, member->shape, node, AT (char, data, member->offset));
    case UPSTAND_SHAPE_LIST: return read_list (reader, member, node, data);
    }
    g_return_val_if_reached (FALSE);
}

static void
enter (Reader *reader, const char *member)
{
    if (reader->path->len > 0)
        g_string_append_c (reader->path, '.');
    g_string_append (reader->path, member);
}

static gboolean
check_names (Reader *reader, const UpstandShape *shape, JsonObject *object, gboolean outermost)
{
    JsonObjectIter iter;
    const char *name;
    json_object_iter_init (&iter, object);
    while (json_object_iter_next (&iter, &name, NULL)) {
        gboolean known =
            outermost && (g_str_equal (name, "format") || g_str_equal (name, "format_version"));
        for (gsize i = 0; i < shape->n_members && !known; i++)
            known = g_str_equal (name, shape->members[i].name);
        if (known)
            continue;

        g_autoptr (GString) names = g_string_new (NULL);
        for (gsize i = 0; i < shape->n_members; i++)
            g_string_append_printf (names, i > 0 ? ", %s" : "%s", shape->members[i].name);
        gsize outer = reader->path->len;
        g_autofree char *shown = g_utf8_make_valid (name, MIN (strlen (name), MAX_FOUND));
        enter (reader, shown);
        refuse (reader, _ ("%s: %s is not a member that is known here (known are: %s)."),
            reader->name, reader->path->str, names->str);
        g_string_truncate (reader->path, outer);
        return FALSE;
    }
    return TRUE;
}

static gboolean
read_object (Reader *reader, const UpstandShape *shape, gpointer data, JsonObject *object,
    gboolean outermost)
{
    if (!check_names (reader, shape, object, outermost))
        return FALSE;

    for (gsize i = 0; i < shape->n_members; i++) {
        const UpstandShapeMember *member = &shape->members[i];
        JsonNode *node = json_object_get_member (object, member->name);
        gsize outer = reader->path->len;
        enter (reader, member->name);
        if (node == NULL || JSON_NODE_HOLDS_NULL (node)) {
            if (member->flags & UPSTAND_SHAPE_REQUIRED)
                return refuse (reader, _ ("%s: %s is missing."), reader->name, reader->path->str);
        } else if (!read_member (reader, member, node, data)) {
            return FALSE;
        }
        g_string_truncate (reader->path, outer);
    }
    return TRUE;
}

gboolean
upstand_shape_read (const UpstandShape *shape, gpointer data, GBytes *bytes, const char *name,
    const char *format, int version, GError **error)
{
    g_return_val_if_fail (shape != NULL && data != NULL && bytes != NULL && name != NULL, FALSE);

    g_autoptr (JsonNode) root = upstand_data_file_parse (bytes, name, format, version, error);
    if (root == NULL)
        return FALSE;

    g_autoptr (GString) path = g_string_new (NULL);
    g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (mention_free);
    Reader reader = {
        .name = name, .path = path, .ids = ids, .mentions = mentions, .error = error
    };
    if (!read_object (&reader, shape, data, json_node_get_object (root), TRUE) ||
        !check_mentions (&reader)) {
        upstand_shape_clear (shape, data);
        return FALSE;
    }
    return TRUE;
}

static void
clear_list (const UpstandShapeMember *member, gpointer data)
{
    gsize n_items = *AT (gsize, data, member->count_offset);
    char *items = *AT (gpointer, data, member->offset);
    for (gsize i = 0; i < n_items; i++)
        upstand_shape_clear (member->shape, items + i * member->shape->size);
    g_free (items);
}

void
upstand_shape_clear (const UpstandShape *shape, gpointer data)
{
    g_return_if_fail (shape != NULL && data != NULL);
    for (gsize i = 0; i < shape->n_members; i++) {
        const UpstandShapeMember *member = &shape->members[i];
        switch (member->kind) {
        case UPSTAND_SHAPE_STRING:
        case UPSTAND_SHAPE_ID:
        case UPSTAND_SHAPE_KEY: g_free (*AT (char *, data, member->offset)); break;
        case UPSTAND_SHAPE_IDS:
        case UPSTAND_SHAPE_STRINGS: g_strfreev (*AT (char **, data, member->offset)); break;
        case UPSTAND_SHAPE_TEXT: upstand_text_clear (AT (UpstandText, data, member->offset)); break;
        case UPSTAND_SHAPE_OBJECT:
            upstand_shape_clear (member->shape, AT (char, data, member->offset));
            break;
        case UPSTAND_SHAPE_LIST: clear_list (member, data); break;
        case UPSTAND_SHAPE_DATE:
        case UPSTAND_SHAPE_NUMBER:
        case UPSTAND_SHAPE_YES_NO:
        case UPSTAND_SHAPE_CHOICE: break;
        }
    }
    memset (data, 0, shape->size);
}

gboolean
upstand_shape_is_id (const char *id)
{
    if (id == NULL || !g_ascii_isalnum (id[0]))
        return FALSE;
    gsize length = strspn (id, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_");
    return id[length] == '\0' && length <= MAX_ID;
}
