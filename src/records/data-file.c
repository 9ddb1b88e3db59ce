/* SPDX-License-Identifier: MIT */
#include "records/data-file.h"

#include "database/error.h"
#include "upstand-core-resources.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define MAX_DEPTH 16

/*
 * Strict where the parser below is lenient: no comments, no single quotes, no line breaks inside
 * quotes. That also makes the depth certain, and the parser, which calls itself for each level,
 * safe from a file of nothing but brackets.
 */
static gboolean
check_characters (const char *text, gsize length, const char *name, GError **error)
{
    gboolean quoted = FALSE;
    int depth = 0, line = 1;
    for (gsize i = 0; i < length; i++) {
        guchar character = text[i];
        if (character == '\n')
            line++;
        gboolean fits;
        if (quoted) {
            fits = character >= ' ';
            if (character == '\\' && i + 1 < length && (guchar)text[i + 1] >= ' ')
                i++;
            else if (character == '"')
                quoted = FALSE;
        } else {
            fits = g_ascii_isalnum (character) || strchr (" \t\r\n{}[]:,+-.\"", character) != NULL;
            if (character == '"')
                quoted = TRUE;
            else if (character == '{' || character == '[')
                depth++;
            else if (character == '}' || character == ']')
                depth--;
        }
        if (!fits || character == '\0') {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
                _ ("%s: line %d holds a character that JSON does not allow there."), name, line);
            return FALSE;
        }
        if (depth > MAX_DEPTH) {
            g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
                _ ("%s: line %d opens more than %d brackets inside each other."), name, line,
                MAX_DEPTH);
            return FALSE;
        }
    }
    return TRUE;
}

typedef struct {
    GHashTable *seen; /* "object/member" */
    char *repeated;
    guint repeated_line;
    guint error_line;
} Parsing;

/* The parser keeps the last of two members with one name and says nothing. */
static void
member_parsed_cb (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
    Parsing *parsing = data;
    char *key = g_strdup_printf ("%p/%s", (gpointer)object, name);
    if (!g_hash_table_add (parsing->seen, key) && parsing->repeated == NULL) {
        parsing->repeated = g_utf8_make_valid (name, -1); /* it lets a lone surrogate pass */
        parsing->repeated_line = json_parser_get_current_line (parser);
    }
}

/* Afterwards the parser no longer knows its line. */
static void
error_met_cb (JsonParser *parser, gpointer error, gpointer data)
{
    Parsing *parsing = data;
    parsing->error_line = json_parser_get_current_line (parser);
}

static JsonNode *
parse (const char *text, gsize length, const char *name, GError **error)
{
    g_autoptr (JsonParser) parser = json_parser_new_immutable ();
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    Parsing parsing = { .seen = seen };
    g_signal_connect (parser, "object-member", G_CALLBACK (member_parsed_cb), &parsing);
    g_signal_connect (parser, "error", G_CALLBACK (error_met_cb), &parsing);

    gboolean parsed = json_parser_load_from_data (parser, text, length, NULL);
    g_autofree char *member = g_steal_pointer (&parsing.repeated);
    g_autofree char *repeated = member ? g_utf8_make_valid (member, -1) : NULL;
    if (!parsed) {
        /* The parser's own words are English and speak of symbols: the line helps more. */
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("%s: line %u is not JSON: a comma, colon, quote or bracket is missing or one too "
               "many, there or just before."),
            name, parsing.error_line);
        return NULL;
    }
    if (repeated != NULL) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("%s: line %u: the member \"%s\" stands twice in one object."), name,
            parsing.repeated_line, repeated);
        return NULL;
    }
    JsonNode *root = json_parser_steal_root (parser);
    if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
        g_clear_pointer (&root, json_node_unref);
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("%s should hold one object in curly brackets."), name);
    }
    return root;
}

static gboolean
check_format (JsonObject *root, const char *name, const char *format, int version, GError **error)
{
    JsonNode *found = json_object_get_member (root, "format");
    if (found == NULL || json_node_get_value_type (found) != G_TYPE_STRING ||
        g_strcmp0 (json_node_get_string (found), format) != 0) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("%s: format should be \"%s\"; this looks like a file for something else."), name,
            format);
        return FALSE;
    }

    found = json_object_get_member (root, "format_version");
    gint64 written = found != NULL && json_node_get_value_type (found) == G_TYPE_INT64
                         ? json_node_get_int (found)
                         : 0;
    if (written < 1) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("%s: format_version should be the number of a version, at most %d."), name, version);
        return FALSE;
    }
    if (written > version) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NEWER,
            _ ("%s is written in version %" PRId64
               " of its format; this program knows versions up to %d."),
            name, written, version);
        return FALSE;
    }
    return TRUE;
}

GBytes *
upstand_data_file_load (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GError) problem = NULL;
    g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &problem);
    if (stream == NULL) {
        if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
            g_set_error (
                error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND, _ ("There is no file %s."), path);
        else
            g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED, problem->message);
        return NULL;
    }

    /* One byte more than allowed is asked for: a pipe or a growing file tells no size. */
    g_autofree char *contents = g_malloc (UPSTAND_DATA_FILE_MAX_BYTES + 1);
    gsize length;
    if (!g_input_stream_read_all (G_INPUT_STREAM (stream), contents,
            UPSTAND_DATA_FILE_MAX_BYTES + 1, &length, NULL, &problem)) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED, _ ("Cannot read %s: %s"), path,
            problem->message);
        return NULL;
    }
    if (length > UPSTAND_DATA_FILE_MAX_BYTES) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
            _ ("%s is larger than %d MiB, the most that is read."), path,
            UPSTAND_DATA_FILE_MAX_BYTES / (1024 * 1024));
        return NULL;
    }
    return g_bytes_new (contents, length);
}

GBytes *
upstand_data_file_load_resource (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);
    return g_resource_lookup_data (
        upstand_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

JsonNode *
upstand_data_file_parse (
    GBytes *bytes, const char *name, const char *format, int version, GError **error)
{
    g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
    g_return_val_if_fail (format != NULL && version > 0, NULL);

    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    if (length > UPSTAND_DATA_FILE_MAX_BYTES) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
            _ ("%s is larger than %d MiB, the most that is read."), name,
            UPSTAND_DATA_FILE_MAX_BYTES / (1024 * 1024));
        return NULL;
    }
    if (length == 0) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT, _ ("%s is empty."), name);
        return NULL;
    }
    /* Notepad writes a byte order mark before the first bracket. */
    if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        length -= 3;
    }
    if (!g_utf8_validate_len (text, length, NULL)) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("%s is not text in UTF-8; save it again with that encoding."), name);
        return NULL;
    }
    if (!check_characters (text, length, name, error))
        return NULL;

    g_autoptr (JsonNode) root = parse (text, length, name, error);
    if (root == NULL || !check_format (json_node_get_object (root), name, format, version, error))
        return NULL;
    return g_steal_pointer (&root);
}
