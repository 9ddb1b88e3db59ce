/* SPDX-License-Identifier: MIT */
/* Reading an xlsx of 100 k rows of 12 columns: beside a bare loop of libarchive and libxml2's SAX
 * that looks up shared strings and converts numbers. */
#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <string.h>

#include "bare-workbook.h"
#include "bench.h"
#include "exchange/table-reader.h"

#define FILLED ((guint64)(ROWS + 1) * COLUMNS)

static void
make_workbook (gpointer path)
{
    bare_write_workbook (path, FALSE);
}

static void
read_with_upstand (gpointer path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandTableReader) reader = upstand_table_reader_new (path, &error);
    if (!reader || !upstand_table_reader_start (reader, NULL, &error))
        bench_fail ("%s", error->message);
    const UpstandRawCell *cells;
    guint n_cells;
    guint64 filled = 0;
    gsize length = 0;
    while (upstand_table_reader_next (reader, &cells, &n_cells, &error)) {
        filled += n_cells;
        for (guint i = 0; i < n_cells; i++)
            length += cells[i].length;
    }
    if (error)
        bench_fail ("%s", error->message);
    if (filled != FILLED || length == 0)
        bench_fail ("%" G_GUINT64_FORMAT " cells read", filled);
}

typedef struct {
    GString *text;
    GPtrArray *strings; /* the shared ones */
    gboolean in_strings, is_reading, is_shared;
    guint64 filled;
    gsize length;
    double sum;
} Bare;

static void
element_started_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
    const xmlChar **attributes)
{
    Bare *bare = data;
    const char *element = (const char *)name;
    if (strcmp (element, "c") == 0) {
        bare->is_shared = FALSE;
        for (int i = 0; i < n_attributes; i++)
            if (strcmp ((const char *)attributes[i * 5], "t") == 0)
                bare->is_shared = *(const char *)attributes[i * 5 + 3] == 's';
    } else if (strcmp (element, "v") == 0 || strcmp (element, "t") == 0) {
        bare->is_reading = TRUE;
        g_string_truncate (bare->text, 0);
    }
}

static void
element_ended_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    Bare *bare = data;
    const char *element = (const char *)name;
    if (bare->in_strings && strcmp (element, "t") == 0) {
        g_ptr_array_add (bare->strings, g_strdup (bare->text->str));
    } else if (!bare->in_strings && strcmp (element, "v") == 0) {
        bare->filled++;
        if (bare->is_shared) {
            guint index = (guint)g_ascii_strtoull (bare->text->str, NULL, 10);
            bare->length += strlen (g_ptr_array_index (bare->strings, index));
        } else {
            bare->sum += g_ascii_strtod (bare->text->str, NULL);
        }
    }
    bare->is_reading = FALSE;
}

static void
text_read_cb (void *data, const xmlChar *text, int length)
{
    Bare *bare = data;
    if (bare->is_reading)
        g_string_append_len (bare->text, (const char *)text, length);
}

static void
read_part (Bare *bare, const char *path, const char *part)
{
    struct archive *zip = archive_read_new ();
    archive_read_support_format_zip (zip);
    if (archive_read_open_filename (zip, path, 65536) != ARCHIVE_OK)
        bench_fail ("%s", archive_error_string (zip));
    struct archive_entry *entry;
    gboolean found = FALSE;
    while (!found && archive_read_next_header (zip, &entry) == ARCHIVE_OK)
        found = strcmp (archive_entry_pathname (entry), part) == 0;
    if (!found)
        bench_fail ("no %s in %s", part, path);

    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = element_started_cb,
        .endElementNs = element_ended_cb,
        .characters = text_read_cb,
    };
    xmlParserCtxt *parser = xmlCreatePushParserCtxt (&handler, bare, NULL, 0, NULL);
    static char block[65536];
    la_ssize_t length;
    while ((length = archive_read_data (zip, block, sizeof block)) > 0)
        if (xmlParseChunk (parser, block, (int)length, 0) != 0)
            bench_fail ("%s is not XML", part);
    xmlParseChunk (parser, NULL, 0, 1);
    xmlFreeParserCtxt (parser);
    archive_read_free (zip);
}

static void
read_bare (gpointer path)
{
    Bare bare = { .text = g_string_new (NULL), .strings = g_ptr_array_new () };
    bare.in_strings = TRUE;
    read_part (&bare, path, "xl/sharedStrings.xml");
    bare.in_strings = FALSE;
    read_part (&bare, path, "xl/worksheets/sheet1.xml");
    if (bare.filled != FILLED || bare.length == 0 || bare.sum == 0)
        bench_fail ("%" G_GUINT64_FORMAT " cells read by the bare loop", bare.filled);
}

int
main (void)
{
    g_autofree char *path = bench_path ("in.xlsx");
    bench_prepare (make_workbook, path);
    bench_compare (&(BenchCase){
        .name = "reading xlsx, 100 k rows x 12",
        .ours = read_with_upstand,
        .raw = read_bare,
        .data = path,
        .target = 1.3,
        .memory = 16,
    });
    return 0;
}
