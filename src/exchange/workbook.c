/* SPDX-License-Identifier: MIT */
#include "exchange/workbook.h"

#include "database/error.h"
#include "exchange/package.h"
#include "exchange/safe-file.h"
#include "exchange/workbook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/statvfs.h>

/* Below this much free room for temporary files the finished workbook is read back whole. */
#define TIGHT_ROOM (G_GUINT64_CONSTANT (32) * 1024 * 1024)

static void
written_clear (gpointer data)
{
    g_free (((WrittenSheet *)data)->name);
}

static void
writer_clear (WorkbookWriter *self)
{
    if (self->workbook)
        lxw_workbook_free (self->workbook);
    g_hash_table_unref (self->names);
    g_array_unref (self->written);
    g_ptr_array_unref (self->remarks);
    g_string_free (self->scratch, TRUE);
    g_free (self->cover_name);
    g_free (self->charts_name);
    g_free (self->notes_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WorkbookWriter, writer_clear)

/* The library prints numbers with the locale's decimal point; a workbook has dots everywhere. */
typedef struct {
    locale_t plain, previous;
} NumberLocale;

static void
number_locale_clear (NumberLocale *self)
{
    if (!self->plain)
        return;
    uselocale (self->previous);
    freelocale (self->plain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NumberLocale, number_locale_clear)

static NumberLocale
number_locale_enter (void)
{
    NumberLocale self = { 0 };
    locale_t base = duplocale (uselocale ((locale_t)0));

    self.plain = newlocale (LC_NUMERIC_MASK, "C", base);
    if (self.plain)
        self.previous = uselocale (self.plain);
    else
        freelocale (base);
    return self;
}

/* The sheets grow in temporary files. /tmp may be memory; /var/tmp is meant for large ones. */
static const char *
temporary_folder (void)
{
    if (!g_getenv ("TMPDIR") && !g_access ("/var/tmp", W_OK | X_OK))
        return "/var/tmp";
    return g_get_tmp_dir ();
}

static void
set_properties (WorkbookWriter *self)
{
    const UpstandCover *cover = self->cover;
    g_autofree char *author = g_strdup (cover->signed_by ? cover->signed_by : cover->force);
    lxw_doc_properties properties = { .title = (char *)cover->title,
        .subject = (char *)cover->period,
        .author = author,
        .company = (char *)cover->force,
        .category = (char *)cover->classification,
        .status = (char *)cover->version,
        /* 0 would mean the present moment. */
        .created = (time_t)(cover->created ? cover->created : 1) };
    const struct {
        const char *name, *value;
    } more[] = { { "Classification", cover->classification }, { "Digest", cover->digest },
        { "Period", cover->period }, { "Version", cover->version } };

    workbook_set_properties (self->workbook, &properties);
    for (guint i = 0; i < G_N_ELEMENTS (more); i++) {
        if (more[i].value && *more[i].value && strlen (more[i].value) < 255)
            workbook_set_custom_property_string (self->workbook, more[i].name, more[i].value);
    }
}

static gboolean
write_all (WorkbookWriter *self, GError **error)
{
    lxw_worksheet *cover;

    self->cover_name = workbook_make_name (self, _ ("Cover"));
    self->charts_name = workbook_make_name (self, _ ("Charts"));
    self->notes_name = workbook_make_name (self, _ ("Notes"));
    /* The first tab, but written last, when the contents are known: each sheet has a file of its
     * own, so only the order within a sheet matters. */
    cover = workbook_add_worksheet (self->workbook, self->cover_name);
    for (guint i = 0; i < upstand_book_get_n_sheets (self->book); i++) {
        if (!workbook_write_sheet (self, i, error))
            return FALSE;
    }
    workbook_write_charts (self);
    if (workbook_has_notes (self))
        workbook_write_notes (self);
    workbook_write_cover (self, cover);
    worksheet_activate (cover);
    if (self->rows_written)
        self->rows_written (self->rows, self->data);
    return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* libxlsxwriter does not look whether its temporary files could be written. How large each one is
 * now says how large its part in the zip must at least be. */
static GArray *
measure_sheets (WorkbookWriter *self, const char *path, GError **error)
{
    g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gint64));
    lxw_worksheet *worksheet;

    STAILQ_FOREACH (worksheet, self->workbook->worksheets, list_pointers)
    {
        gint64 size = 0;
        if (worksheet->optimize_tmpfile) {
            if (fflush (worksheet->optimize_tmpfile) || ferror (worksheet->optimize_tmpfile)) {
                upstand_safe_file_set_error (error, path, errno ? errno : EIO);
                return NULL;
            }
            size = ftell (worksheet->optimize_tmpfile);
        }
        g_array_append_val (sizes, size);
    }
    return g_steal_pointer (&sizes);
}

static gboolean
read_back (UpstandPackage *package, const char *part, GError **error)
{
    static const char end[] = "</worksheet>";
    g_autoptr (GString) tail = g_string_new (NULL);
    const void *block;
    gssize length;

    if (!upstand_package_start (package, part, error))
        return FALSE;
    while ((length = upstand_package_read (package, &block, error)) > 0) {
        g_string_append_len (tail, block, length);
        if (tail->len > sizeof end)
            g_string_erase (tail, 0, (gssize)(tail->len - sizeof end));
    }
    return !length && g_strrstr (tail->str, end);
}

/* Is everything in the zip that should be there? */
static gboolean
check_written (const char *temporary, const char *path, GArray *sizes, GError **error)
{
    g_autoptr (UpstandPackage) package = upstand_package_new (temporary, NULL);
    struct statvfs room;
    gboolean is_tight = !statvfs (temporary_folder (), &room) &&
                        (guint64)room.f_bavail * room.f_frsize < TIGHT_ROOM;
    gboolean is_whole = package != NULL;

    for (guint i = 0; is_whole && i < sizes->len; i++) {
        g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
        is_whole = upstand_package_get_size (package, part) > g_array_index (sizes, gint64, i) &&
                   (!is_tight || read_back (package, part, NULL));
    }
    if (!is_whole)
        upstand_safe_file_set_error (error, path, is_tight ? ENOSPC : EIO);
    return is_whole;
}

static gboolean
close_workbook (WorkbookWriter *self, const char *path, GError **error)
{
    errno = 0;
    lxw_error status = workbook_close (g_steal_pointer (&self->workbook));
    int number = errno;

    switch (status) {
    case LXW_NO_ERROR: return TRUE;
    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
    case LXW_ERROR_ZIP_FILE_ADD:
    case LXW_ERROR_ZIP_CLOSE:
        upstand_safe_file_set_error (error, path, number ? number : EIO);
        break;
    default: {
        g_autofree char *name = g_filename_display_name (path);
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED,
            _ ("“%s” could not be written: %s."), name, lxw_strerror (status));
    }
    }
    return FALSE;
}

static gboolean
write_file (UpstandBook *book, UpstandForm *form, const char *path, UpstandRowsWritten written,
    gpointer data, GCancellable *cancellable, GError **error)
{
    g_autoptr (UpstandSafeFile) file = upstand_safe_file_new (path, error);
    if (!file)
        return FALSE;

    const char *temporary = upstand_safe_file_get_temporary (file);
    lxw_workbook_options options = { .constant_memory = LXW_TRUE,
        .tmpdir = (char *)temporary_folder () };
    guint n_sheets = upstand_book_get_n_sheets (book);
    g_auto (NumberLocale) locale = number_locale_enter ();
    g_auto (WorkbookWriter) self = { .book = book,
        .form = form,
        .cover = upstand_book_get_cover (book),
        .workbook = workbook_new_opt (temporary, &options),
        .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
        .written = g_array_new (FALSE, FALSE, sizeof (WrittenSheet)),
        .remarks = g_ptr_array_new_full (n_sheets, g_free),
        .scratch = g_string_new (NULL),
        .rows_written = written,
        .data = data,
        .cancellable = cancellable };
    (void)locale;
    g_array_set_clear_func (self.written, written_clear);
    g_ptr_array_set_size (self.remarks, (int)n_sheets);
    if (!self.workbook) {
        upstand_safe_file_set_error (error, path, errno ? errno : EIO);
        return FALSE;
    }
    /* A name that Excel keeps for itself. */
    g_hash_table_add (self.names, g_strdup ("history"));
    workbook_make_styles (&self);
    set_properties (&self);
    if (!(form ? workbook_write_form : write_all) (&self, error))
        return FALSE;
    g_autoptr (GArray) sizes = measure_sheets (&self, path, error);
    return sizes && close_workbook (&self, path, error) &&
           check_written (temporary, path, sizes, error) &&
           !g_cancellable_set_error_if_cancelled (cancellable, error) &&
           upstand_safe_file_commit (file, error);
}

gboolean
upstand_workbook_write (UpstandBook *book, const char *path, UpstandRowsWritten written,
    gpointer data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_BOOK (book) && path, FALSE);
    return write_file (book, NULL, path, written, data, cancellable, error);
}

gboolean
upstand_workbook_write_form (
    UpstandForm *form, const char *path, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (form && path, FALSE);
    return write_file (upstand_form_get_book (form), form, path, NULL, NULL, cancellable, error);
}
