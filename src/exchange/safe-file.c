/* SPDX-License-Identifier: MIT */
#include "exchange/safe-file.h"

#include "database/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct _UpstandSafeFile {
    char *path;
    char *temporary; /* NULL once committed */
    int fd;
};

UpstandSafeFile *
upstand_safe_file_new (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    g_autofree char *folder = g_path_get_dirname (path);
    g_autofree char *name = g_path_get_basename (path);
    g_autofree char *hidden = g_strdup_printf (".%.100s.XXXXXX", name);
    g_autofree char *temporary = g_build_filename (folder, hidden, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
        upstand_safe_file_set_error (error, path, EISDIR);
        return NULL;
    }
    /* The rename would quietly replace a file that was made read-only on purpose. */
    if (g_file_test (path, G_FILE_TEST_EXISTS) && g_access (path, W_OK)) {
        upstand_safe_file_set_error (error, path, errno);
        return NULL;
    }
    int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
    if (fd < 0) {
        upstand_safe_file_set_error (error, path, errno);
        return NULL;
    }
    GStatBuf old;
    if (!g_stat (path, &old))
        (void)fchmod (fd, old.st_mode & 0777);

    UpstandSafeFile *self = g_new0 (UpstandSafeFile, 1);
    self->path = g_strdup (path);
    self->temporary = g_steal_pointer (&temporary);
    self->fd = fd;
    return self;
}

const char *
upstand_safe_file_get_temporary (UpstandSafeFile *self)
{
    return self->temporary;
}

gboolean
upstand_safe_file_write (UpstandSafeFile *self, const void *data, gsize length, GError **error)
{
    const char *at = data;

    while (length) {
        gssize written = write (self->fd, at, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            upstand_safe_file_set_error (error, self->path, errno);
            return FALSE;
        }
        at += written;
        length -= (gsize)written;
    }
    return TRUE;
}

gboolean
upstand_safe_file_commit (UpstandSafeFile *self, GError **error)
{
    g_return_val_if_fail (self && self->temporary, FALSE);

    if (fsync (self->fd) || g_rename (self->temporary, self->path)) {
        upstand_safe_file_set_error (error, self->path, errno);
        return FALSE;
    }
    g_clear_pointer (&self->temporary, g_free);

    /* The name lives in the folder: without this a power cut could bring the old file back. */
    g_autofree char *folder = g_path_get_dirname (self->path);
    int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync (fd);
        close (fd);
    }
    return TRUE;
}

void
upstand_safe_file_free (UpstandSafeFile *self)
{
    if (!self)
        return;
    close (self->fd);
    if (self->temporary)
        g_unlink (self->temporary);
    g_free (self->temporary);
    g_free (self->path);
    g_free (self);
}

void
upstand_safe_file_set_error (GError **error, const char *path, int number)
{
    g_autofree char *name = g_filename_display_name (path);

    switch (number) {
    case ENOSPC:
    case EDQUOT:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FULL,
            _ ("“%s” could not be written: there is no room left on the disk."), name);
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” could not be written: you may not write there."), name);
        break;
    case ENOENT:
    case ENOTDIR:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("“%s” could not be written: its folder does not exist."), name);
        break;
    case EISDIR:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS,
            _ ("“%s” could not be written: a folder has that name."), name);
        break;
    default:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED,
            _ ("“%s” could not be written: %s."), name, g_strerror (number));
    }
}
