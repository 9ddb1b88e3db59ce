/* SPDX-License-Identifier: MIT */
#include "exchange/xlsx-parts.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* One part being read: which of these members a handler uses depends on the part. */
typedef struct {
    UpstandXlsxParts *parts;
    UpstandPackage *package;
    UpstandXmlParser *parser;
    char *workbook;
    GPtrArray *ids; /* relationship of each sheet */
    GHashTable *sheet_targets; /* relationship -> part */
    GHashTable *custom_formats; /* number -> UpstandXlsxFormat */
    gboolean is_inside; /* cellXfs, or a string's t */
    gboolean is_phonetic;
    GString *text;
} Reading;

static void
reading_clear (Reading *self)
{
    g_free (self->workbook);
    g_clear_pointer (&self->ids, g_ptr_array_unref);
    g_clear_pointer (&self->sheet_targets, g_hash_table_unref);
    g_clear_pointer (&self->custom_formats, g_hash_table_unref);
    if (self->text)
        g_string_free (self->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
fail_limit (Reading *self)
{
    upstand_xml_parser_fail (
        self->parser, g_error_new (UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
                          _ ("“%s” holds more sheets, styles or texts than can be read."),
                          upstand_package_get_name (self->package)));
}

static guint
read_uint (const UpstandXmlAttributes *attributes, const char *name)
{
    gsize length;
    const char *value = upstand_xml_attributes_get (attributes, name, &length);
    char digits[16] = "";

    if (value && length < sizeof digits)
        memcpy (digits, value, length);
    return (guint)strtoul (digits, NULL, 10);
}

/* A target is relative to the part that names it, or absolute from the package's root. */
static char *
resolve (const char *base, const char *target)
{
    g_autofree char *folder = g_path_get_dirname (base);
    g_autofree char *joined = *target == '/' || !strcmp (folder, ".")
                                  ? g_strdup (target)
                                  : g_strconcat (folder, "/", target, NULL);
    g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
    g_autoptr (GPtrArray) kept = g_ptr_array_new ();

    for (guint i = 0; steps[i]; i++) {
        if (!strcmp (steps[i], "..") && kept->len)
            g_ptr_array_set_size (kept, (int)kept->len - 1);
        else if (*steps[i] && strcmp (steps[i], ".") && strcmp (steps[i], ".."))
            g_ptr_array_add (kept, steps[i]);
    }
    g_ptr_array_add (kept, NULL);
    return g_strjoinv ("/", (char **)kept->pdata);
}

static gboolean
has_type (const UpstandXmlAttributes *attributes, const char *type)
{
    g_autofree char *value = upstand_xml_attributes_dup (attributes, "Type");

    return value && g_str_has_suffix (value, type);
}

static void
root_relation_started (gpointer data, const char *name, const UpstandXmlAttributes *attributes)
{
    Reading *self = data;

    if (self->workbook || strcmp (name, "Relationship") ||
        !has_type (attributes, "/officeDocument"))
        return;
    g_autofree char *target = upstand_xml_attributes_dup (attributes, "Target");
    if (target)
        self->workbook = resolve ("", target);
}

static void
workbook_started (gpointer data, const char *name, const UpstandXmlAttributes *attributes)
{
    Reading *self = data;
    gsize length;

    if (!strcmp (name, "workbookPr")) {
        const char *value = upstand_xml_attributes_get (attributes, "date1904", &length);
        self->parts->is_1904 = value && length && (*value == '1' || *value == 't');
    } else if (!strcmp (name, "sheet")) {
        char *title = upstand_xml_attributes_dup (attributes, "name");
        if (self->ids->len >= UPSTAND_XLSX_MAX_SHEETS)
            fail_limit (self);
        g_ptr_array_add (self->parts->names, title ? title : g_strdup (""));
        /* "r:id": the only attribute of that local name. */
        char *id = upstand_xml_attributes_dup (attributes, "id");
        g_ptr_array_add (self->ids, id ? id : g_strdup (""));
    }
}

static void
workbook_relation_started (gpointer data, const char *name, const UpstandXmlAttributes *attributes)
{
    Reading *self = data;

    if (strcmp (name, "Relationship"))
        return;
    g_autofree char *id = upstand_xml_attributes_dup (attributes, "Id");
    g_autofree char *target = upstand_xml_attributes_dup (attributes, "Target");
    if (!id || !target)
        return;
    g_autofree char *part = resolve (self->workbook, target);
    if (has_type (attributes, "/worksheet")) {
        if (g_hash_table_size (self->sheet_targets) >= UPSTAND_XLSX_MAX_SHEETS)
            fail_limit (self);
        g_hash_table_insert (self->sheet_targets, g_steal_pointer (&id), g_steal_pointer (&part));
    } else if (has_type (attributes, "/sharedStrings") && !self->parts->strings_part) {
        self->parts->strings_part = g_steal_pointer (&part);
    } else if (has_type (attributes, "/styles") && !self->parts->styles_part) {
        self->parts->styles_part = g_steal_pointer (&part);
    }
}

static void
styles_started (gpointer data, const char *name, const UpstandXmlAttributes *attributes)
{
    Reading *self = data;

    if (!strcmp (name, "numFmt")) {
        g_autofree char *code = upstand_xml_attributes_dup (attributes, "formatCode");
        guint id = read_uint (attributes, "numFmtId");
        if (g_hash_table_size (self->custom_formats) >= UPSTAND_XLSX_MAX_STYLES)
            fail_limit (self);
        if (code)
            g_hash_table_insert (self->custom_formats, GUINT_TO_POINTER (id),
                GUINT_TO_POINTER (upstand_xlsx_format_from_code (code)));
    } else if (!strcmp (name, "cellXfs")) {
        self->is_inside = TRUE;
    } else if (self->is_inside && !strcmp (name, "xf")) {
        guint id = read_uint (attributes, "numFmtId");
        gpointer custom;
        guint8 format = (guint8)upstand_xlsx_format_from_id (id);
        if (g_hash_table_lookup_extended (
                self->custom_formats, GUINT_TO_POINTER (id), NULL, &custom))
            format = (guint8)GPOINTER_TO_UINT (custom);
        if (self->parts->formats->len >= UPSTAND_XLSX_MAX_STYLES)
            fail_limit (self);
        g_byte_array_append (self->parts->formats, &format, 1);
    }
}

static void
styles_ended (gpointer data, const char *name)
{
    Reading *self = data;

    if (!strcmp (name, "cellXfs"))
        self->is_inside = FALSE;
}

static void
strings_started (gpointer data, const char *name, const UpstandXmlAttributes *attributes)
{
    Reading *self = data;

    if (!strcmp (name, "t"))
        self->is_inside = !self->is_phonetic;
    else if (!strcmp (name, "rPh"))
        self->is_phonetic = TRUE;
    else if (!strcmp (name, "si"))
        g_string_truncate (self->text, 0);
}

static void
strings_ended (gpointer data, const char *name)
{
    Reading *self = data;
    UpstandXlsxParts *parts = self->parts;

    if (!strcmp (name, "t")) {
        self->is_inside = FALSE;
    } else if (!strcmp (name, "rPh")) {
        self->is_phonetic = FALSE;
    } else if (!strcmp (name, "si")) {
        upstand_xlsx_append_unescaped (parts->strings, self->text->str, self->text->len);
        g_string_append_c (parts->strings, '\0');
        guint32 end = (guint32)parts->strings->len;
        g_array_append_val (parts->offsets, end);
        if (parts->offsets->len > UPSTAND_XLSX_MAX_STRING_COUNT)
            fail_limit (self);
    }
}

static void
strings_text (gpointer data, const char *text, gsize length)
{
    Reading *self = data;

    if (!self->is_inside)
        return;
    g_string_append_len (self->text, text, (gssize)length);
    if (self->parts->strings->len + self->text->len > UPSTAND_XLSX_MAX_STRINGS)
        fail_limit (self);
}

static const UpstandXmlHandler root_relations = { .start = root_relation_started };
static const UpstandXmlHandler workbook_handler = { .start = workbook_started };
static const UpstandXmlHandler workbook_relations = { .start = workbook_relation_started };
static const UpstandXmlHandler styles_handler = { .start = styles_started, .end = styles_ended };
static const UpstandXmlHandler strings_handler = {
    .start = strings_started, .end = strings_ended, .text = strings_text
};

static gboolean
read_part (Reading *self, const char *part, const UpstandXmlHandler *handler, GError **error)
{
    g_autoptr (UpstandXmlParser) parser =
        upstand_xml_parser_new (handler, self, upstand_package_get_name (self->package));

    self->parser = parser;
    return upstand_xlsx_parse_part (self->package, part, parser, error);
}

/* Says what the zip is when it is no workbook that can be read. */
static void
set_not_xlsx (UpstandPackage *package, const char *workbook, GError **error)
{
    const char *name = upstand_package_get_name (package);

    if (upstand_package_has (package, "content.xml"))
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is an OpenDocument file. Open it and save it as an Excel workbook (.xlsx)."),
            name);
    else if (workbook && g_str_has_suffix (workbook, ".bin"))
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is a binary workbook. Open it and save it as an Excel workbook (.xlsx)."),
            name);
    else
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” holds no sheets: it is not an Excel workbook."), name);
}

/* Keeps the sheets that have cells; a chart's tab has none. */
static void
match_sheets (Reading *self)
{
    UpstandXlsxParts *parts = self->parts;

    for (guint i = 0; i < parts->names->len;) {
        const char *target = g_hash_table_lookup (self->sheet_targets, self->ids->pdata[i]);
        if (target) {
            g_ptr_array_add (parts->targets, g_strdup (target));
            i++;
        } else {
            g_ptr_array_remove_index (parts->names, i);
            g_ptr_array_remove_index (self->ids, i);
        }
    }
}

UpstandXlsxParts *
upstand_xlsx_parts_new (UpstandPackage *package, GError **error)
{
    g_return_val_if_fail (package != NULL, NULL);

    g_autoptr (UpstandXlsxParts) self = g_new0 (UpstandXlsxParts, 1);
    guint32 zero = 0;
    self->names = g_ptr_array_new_with_free_func (g_free);
    self->targets = g_ptr_array_new_with_free_func (g_free);
    self->formats = g_byte_array_new ();
    self->strings = g_string_new (NULL);
    self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_array_append_val (self->offsets, zero);

    g_auto (Reading) reading = { .parts = self,
        .package = package,
        .ids = g_ptr_array_new_with_free_func (g_free),
        .sheet_targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
    if (!upstand_package_has (package, "_rels/.rels")) {
        set_not_xlsx (package, NULL, error);
        return NULL;
    }
    if (!read_part (&reading, "_rels/.rels", &root_relations, error))
        return NULL;
    if (!reading.workbook || g_str_has_suffix (reading.workbook, ".bin") ||
        !upstand_package_has (package, reading.workbook)) {
        set_not_xlsx (package, reading.workbook, error);
        return NULL;
    }

    g_autofree char *folder = g_path_get_dirname (reading.workbook);
    g_autofree char *base = g_path_get_basename (reading.workbook);
    g_autofree char *relations = g_strdup_printf ("%s/_rels/%s.rels", folder, base);
    g_autofree char *relations_part = resolve ("", relations);
    if (!read_part (&reading, reading.workbook, &workbook_handler, error) ||
        !read_part (&reading, relations_part, &workbook_relations, error))
        return NULL;
    match_sheets (&reading);
    if (!self->names->len) {
        set_not_xlsx (package, NULL, error);
        return NULL;
    }
    g_ptr_array_add (self->names, NULL);
    return g_steal_pointer (&self);
}

gboolean
upstand_xlsx_parts_load (UpstandXlsxParts *self, UpstandPackage *package, GError **error)
{
    g_return_val_if_fail (self && package, FALSE);

    if (self->has_values)
        return TRUE;
    g_auto (Reading) reading = { .parts = self,
        .package = package,
        .custom_formats = g_hash_table_new (NULL, NULL),
        .text = g_string_new (NULL) };
    if (self->styles_part && upstand_package_has (package, self->styles_part) &&
        !read_part (&reading, self->styles_part, &styles_handler, error))
        return FALSE;
    reading.is_inside = FALSE;
    if (self->strings_part && upstand_package_has (package, self->strings_part) &&
        !read_part (&reading, self->strings_part, &strings_handler, error))
        return FALSE;
    self->has_values = TRUE;
    return TRUE;
}

gboolean
upstand_xlsx_parse_part (
    UpstandPackage *package, const char *part, UpstandXmlParser *parser, GError **error)
{
    const void *block;
    gssize length;

    if (!upstand_package_start (package, part, error))
        return FALSE;
    do {
        length = upstand_package_read (package, &block, error);
        if (length < 0 || !upstand_xml_parser_push (parser, block, (gsize)length, error))
            return FALSE;
    } while (length);
    return TRUE;
}

void
upstand_xlsx_parts_free (UpstandXlsxParts *self)
{
    if (!self)
        return;
    g_ptr_array_unref (self->names);
    g_ptr_array_unref (self->targets);
    g_byte_array_unref (self->formats);
    g_string_free (self->strings, TRUE);
    g_array_unref (self->offsets);
    g_free (self->styles_part);
    g_free (self->strings_part);
    g_free (self);
}
