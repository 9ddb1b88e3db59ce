/* SPDX-License-Identifier: MIT */
#include "exchange/package.h"

#include "database/error.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_SIZE (256 * 1024)

typedef struct {
    guint index;
    gint64 size;
    gboolean is_encrypted;
} Part;

struct _UpstandPackage {
    int fd;
    char *name;
    guint64 file_size;
    GHashTable *parts; /* lower-case name -> Part */

    struct archive *archive; /* stands in the started part */
    gint64 expected;
    guint64 done;
};

static void
set_damaged (UpstandPackage *self, GError **error)
{
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
        _ ("“%s” is damaged or was not copied whole: it cannot be unpacked."), self->name);
}

static void
set_too_large (UpstandPackage *self, GError **error)
{
    g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
        _ ("“%s” holds far more than its size lets expect and is not read, for safety."),
        self->name);
}

static struct archive *
archive_open (UpstandPackage *self, GError **error)
{
    struct archive *archive = archive_read_new ();

    /* Through the directory at the file's end only: a second, hidden list of parts is never seen.
     */
    if (lseek (self->fd, 0, SEEK_SET) < 0 ||
        archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
        archive_read_open_fd (archive, self->fd, READ_SIZE) != ARCHIVE_OK) {
        set_damaged (self, error);
        archive_read_free (archive);
        return NULL;
    }
    return archive;
}

static gboolean
list_parts (UpstandPackage *self, GError **error)
{
    struct archive *archive = archive_open (self, error);
    struct archive_entry *entry;
    guint index = 0;
    int status;

    if (!archive)
        return FALSE;
    while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK ||
           status == ARCHIVE_WARN) {
        const char *path = archive_entry_pathname_utf8 (entry);
        if (index >= UPSTAND_PACKAGE_MAX_ENTRIES) {
            set_too_large (self, error);
            archive_read_free (archive);
            return FALSE;
        }
        if (path) {
            Part *part = g_new (Part, 1);
            part->index = index;
            part->size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : -1;
            part->is_encrypted = archive_entry_is_data_encrypted (entry);
            while (*path == '/')
                path++;
            g_hash_table_insert (self->parts, g_ascii_strdown (path, -1), part);
        }
        index++;
    }
    archive_read_free (archive);
    if (status != ARCHIVE_EOF || !index) {
        set_damaged (self, error);
        return FALSE;
    }
    return TRUE;
}

static Part *
find_part (UpstandPackage *self, const char *name)
{
    g_autofree char *key = g_ascii_strdown (*name == '/' ? name + 1 : name, -1);

    return g_hash_table_lookup (self->parts, key);
}

UpstandPackage *
upstand_package_new (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autoptr (UpstandPackage) self = g_new0 (UpstandPackage, 1);
    struct stat about;

    self->name = g_path_get_basename (path);
    self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    self->fd = open (path, O_RDONLY | O_CLOEXEC);
    if (self->fd < 0 || fstat (self->fd, &about)) {
        int number = errno;
        g_set_error (error, UPSTAND_ERROR,
            number == ENOENT ? UPSTAND_ERROR_NOT_FOUND : UPSTAND_ERROR_FAILED,
            _ ("“%s” could not be opened: %s."), self->name, g_strerror (number));
        return NULL;
    }
    self->file_size = (guint64)about.st_size;
    if (self->file_size > UPSTAND_PACKAGE_MAX_FILE) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_LIMIT,
            _ ("“%s” is larger than 512 MiB, which is more than can be read."), self->name);
        return NULL;
    }
    if (!list_parts (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

gboolean
upstand_package_has (UpstandPackage *self, const char *part)
{
    g_return_val_if_fail (self && part, FALSE);
    return find_part (self, part) != NULL;
}

gint64
upstand_package_get_size (UpstandPackage *self, const char *part)
{
    g_return_val_if_fail (self && part, -1);
    Part *found = find_part (self, part);
    return found ? found->size : -1;
}

gboolean
upstand_package_start (UpstandPackage *self, const char *part, GError **error)
{
    g_return_val_if_fail (self && part, FALSE);

    Part *found = find_part (self, part);
    struct archive_entry *entry;

    if (!found) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is not a whole workbook: its part “%s” is missing."), self->name, part);
        return FALSE;
    }
    if (found->is_encrypted) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is locked with a password. Save it without one and try again."), self->name);
        return FALSE;
    }
    g_clear_pointer (&self->archive, archive_read_free);
    self->archive = archive_open (self, error);
    if (!self->archive)
        return FALSE;
    for (guint i = 0; i <= found->index; i++) {
        if (archive_read_next_header (self->archive, &entry) < ARCHIVE_WARN) {
            set_damaged (self, error);
            return FALSE;
        }
    }
    self->expected = found->size;
    self->done = 0;
    return TRUE;
}

gssize
upstand_package_read (UpstandPackage *self, const void **block, GError **error)
{
    g_return_val_if_fail (self && self->archive && block, -1);

    size_t length;
    la_int64_t offset;
    int status;

    do
        status = archive_read_data_block (self->archive, block, &length, &offset);
    while (status == ARCHIVE_OK && !length);
    if (status == ARCHIVE_EOF)
        return 0;
    /* Warnings are broken checksums and sizes that do not match: not to be read over. */
    if (status != ARCHIVE_OK) {
        set_damaged (self, error);
        return -1;
    }
    self->done += length;
    if (self->done > UPSTAND_PACKAGE_MAX_ENTRY ||
        (self->done > UPSTAND_PACKAGE_FREE_EXPANSION &&
            self->done / UPSTAND_PACKAGE_MAX_RATIO > self->file_size)) {
        set_too_large (self, error);
        return -1;
    }
    return (gssize)length;
}

double
upstand_package_get_fraction (UpstandPackage *self)
{
    g_return_val_if_fail (self, 0);
    return self->expected > 0 ? MIN ((double)self->done / (double)self->expected, 1) : 0;
}

const char *
upstand_package_get_name (UpstandPackage *self)
{
    g_return_val_if_fail (self, NULL);
    return self->name;
}

void
upstand_package_free (UpstandPackage *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->archive, archive_read_free);
    if (self->fd >= 0)
        close (self->fd);
    g_hash_table_unref (self->parts);
    g_free (self->name);
    g_free (self);
}
