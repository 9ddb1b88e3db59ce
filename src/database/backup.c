/* SPDX-License-Identifier: MIT */
#include "database/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "database/database-private.h"

/* Pages copied between two looks at the cancellable: about 4 MiB. */
#define PAGES_A_STEP 1024

static gboolean
make_durable (const char *path, GError **error)
{
    int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
    gboolean done = fd >= 0 && fsync (fd) == 0;
    if (!done)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED, _ ("“%s” could not be kept: %s."),
            path, g_strerror (errno));
    if (fd >= 0)
        close (fd);
    return done;
}

static gboolean
copy_pages (UpstandDatabase *from, sqlite3 *to, const char *target, UpstandBackupProgress progress,
    gpointer user_data, GCancellable *cancellable, GError **error)
{
    sqlite3_backup *work = sqlite3_backup_init (to, "main", from->handle, "main");
    if (!work) {
        upstand_database_translate (to, sqlite3_errcode (to), target, error);
        return FALSE;
    }
    int code;
    do {
        code = sqlite3_backup_step (work, PAGES_A_STEP);
        int all = sqlite3_backup_pagecount (work);
        if (progress && all > 0)
            progress (1.0 - sqlite3_backup_remaining (work) / (double)all, user_data);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
            sqlite3_sleep (50);
    } while ((code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) &&
             !g_cancellable_is_cancelled (cancellable));
    sqlite3_backup_finish (work);
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    if (code != SQLITE_DONE)
        upstand_database_translate (to, code, target, error);
    return code == SQLITE_DONE;
}

gboolean
upstand_database_backup (UpstandDatabase *database, const char *target,
    UpstandBackupProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (database && target, FALSE);
    g_autofree char *part = g_strdup_printf ("%s.%08x.part", target, g_random_int ());
    int fd = g_open (part, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) {
        g_set_error (error, UPSTAND_ERROR,
            errno == ENOSPC ? UPSTAND_ERROR_FULL : UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” cannot be written: %s."), target, g_strerror (errno));
        return FALSE;
    }
    close (fd);
    sqlite3 *to = NULL;
    int code = sqlite3_open_v2 (part, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
    gboolean done = FALSE;
    if (code != SQLITE_OK)
        upstand_database_translate (to, code, target, error);
    else
        done = copy_pages (database, to, target, progress, user_data, cancellable, error);
    /* A backup is one file that can be mailed or put on a stick: no log beside it. */
    if (done)
        sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
    sqlite3_close (to);
    done = done && make_durable (part, error);
    if (done && g_rename (part, target) != 0) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” cannot be written: %s."), target, g_strerror (errno));
        done = FALSE;
    }
    if (!done)
        g_unlink (part);
    return done;
}

static void
cancelled_cb (GCancellable *cancellable, UpstandDatabase *database)
{
    upstand_database_interrupt (database);
}

gboolean
upstand_database_check (UpstandDatabase *database, GCancellable *cancellable, GError **error)
{
    g_autoptr (UpstandQuery) query =
        upstand_database_query (database, error, "PRAGMA quick_check(1)", "");
    if (!query)
        return FALSE;
    gulong handler = 0;
    if (cancellable)
        handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), database, NULL);
    g_autoptr (GError) local = NULL;
    gboolean stepped = upstand_query_step (query, &local);
    if (handler)
        g_cancellable_disconnect (cancellable, handler);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    const char *finding = stepped ? upstand_query_text (query, 0) : "";
    if (g_strcmp0 (finding, "ok") == 0)
        return TRUE;
    g_autofree char *name = g_filename_display_name (database->path);
    g_set_error (
        error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED, _ ("“%s” is damaged: %s."), name, finding);
    return FALSE;
}

/* The log belongs to its plan and goes where that goes; a plan need not have one. */
static gboolean
move_plan (const char *from, const char *to)
{
    const char *ends[] = { "", "-wal", "-shm" };
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
        g_autofree char *source = g_strconcat (from, ends[i], NULL);
        g_autofree char *target = g_strconcat (to, ends[i], NULL);
        if (g_rename (source, target) != 0 && i == 0)
            return FALSE;
    }
    return TRUE;
}

static char *
name_aside (const char *path)
{
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    g_autofree char *when = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
    g_autofree char *stem = g_str_has_suffix (path, ".upstand")
                                ? g_strndup (path, strlen (path) - strlen (".upstand"))
                                : g_strdup (path);
    return g_strdup_printf ("%s.replaced-%s.upstand", stem, when);
}

gboolean
upstand_database_restore (const char *backup, const char *target, char **kept, GError **error)
{
    g_return_val_if_fail (backup && target, FALSE);
    if (kept)
        *kept = NULL;
    g_autoptr (UpstandDatabase) source =
        upstand_database_open (backup, UPSTAND_DATABASE_READ_ONLY, error);
    if (!source || !upstand_database_check (source, NULL, error))
        return FALSE;
    g_autofree char *part = g_strdup_printf ("%s.restored", target);
    if (!upstand_database_backup (source, part, NULL, NULL, NULL, error))
        return FALSE;
    gboolean replaces = g_file_test (target, G_FILE_TEST_EXISTS);
    g_autofree char *aside = name_aside (target);
    gboolean done = !replaces || move_plan (target, aside);
    int number = errno;
    if (done && g_rename (part, target) != 0) {
        number = errno;
        done = FALSE;
        /* Better the earlier plan in its place than none. */
        if (replaces)
            move_plan (aside, target);
    }
    if (!done) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” cannot be replaced: %s."), target, g_strerror (number));
        g_unlink (part);
    } else if (replaces && kept)
        *kept = g_steal_pointer (&aside);
    return done;
}
