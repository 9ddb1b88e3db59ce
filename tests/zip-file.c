/* SPDX-License-Identifier: MIT */
#include "zip-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

void
zip_file_write (const char *path, const ZipEntry *entries)
{
    struct archive *archive = archive_write_new ();

    archive_write_set_format_zip (archive);
    g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
    for (; entries->name; entries++) {
        gsize length = entries->length < 0 ? strlen (entries->bytes) : (gsize)entries->length;
        struct archive_entry *entry = archive_entry_new ();
        archive_entry_set_pathname (entry, entries->name);
        archive_entry_set_size (entry, (la_int64_t)length);
        archive_entry_set_filetype (entry, AE_IFREG);
        archive_entry_set_perm (entry, 0644);
        g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
        g_assert_cmpint (archive_write_data (archive, entries->bytes, length), ==, (gssize)length);
        archive_entry_free (entry);
    }
    g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
    archive_write_free (archive);
}

void
zip_file_write_sheet (const char *path, const char *data, const char *strings, const char *styles,
    const char *workbook)
{
    static const char office[] =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    g_autofree char *root =
        g_strdup_printf ("<Relationships><Relationship Id=\"r1\" Type=\"%s/officeDocument\" "
                         "Target=\"xl/workbook.xml\"/></Relationships>",
            office);
    g_autofree char *book =
        g_strdup_printf ("<workbook xmlns:r=\"%s\">%s<sheets><sheet "
                         "name=\"Only\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            office, workbook ? workbook : "");
    g_autofree char *relations = g_strdup_printf (
        "<Relationships><Relationship Id=\"r1\" Type=\"%s/worksheet\" "
        "Target=\"worksheets/../worksheets/sheet1.xml\"/><Relationship Id=\"r2\" "
        "Type=\"%s/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"r3\" "
        "Type=\"%s/styles\" Target=\"styles.xml\"/></Relationships>",
        office, office, office);
    g_autofree char *sheet = g_strdup_printf (
        "<?xml version=\"1.0\"?><worksheet><sheetData>%s</sheetData></worksheet>", data);
    g_autofree char *texts = g_strdup_printf ("<sst>%s</sst>", strings ? strings : "");
    const ZipEntry entries[] = { { "_rels/.rels", root, -1 },
        { "xl/worksheets/sheet1.xml", sheet, -1 }, { "xl/workbook.xml", book, -1 },
        { "xl/_rels/workbook.xml.rels", relations, -1 }, { "xl/sharedStrings.xml", texts, -1 },
        { "xl/styles.xml", styles ? styles : "<styleSheet/>", -1 }, { NULL } };

    zip_file_write (path, entries);
}
