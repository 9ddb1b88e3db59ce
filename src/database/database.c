/* SPDX-License-Identifier: MIT */
#include "database/database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "database/migrations.h"

/* How long a statement waits for another program's write before it gives up. */
#define PATIENCE_MS 4000

static const char signature[16] = "SQLite format 3";

void
upstand_database_translate (sqlite3 *handle, int code, const char *path, GError **error)
{
    g_autofree char *name = g_filename_display_name (path);
    const char *detail = handle ? sqlite3_errmsg (handle) : sqlite3_errstr (code);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_BUSY,
            _ ("“%s” is being written by another program. Try again in a moment."), name);
        break;
    case SQLITE_FULL:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FULL,
            _ ("The disk that holds “%s” is full. Nothing was changed."), name);
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” cannot be written here."), name);
        break;
    case SQLITE_CORRUPT:
        g_set_error (
            error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED, _ ("“%s” is damaged: %s."), name, detail);
        break;
    case SQLITE_NOTADB:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_A_PLAN,
            _ ("“%s” is not an Upstand plan."), name);
        break;
    case SQLITE_CANTOPEN:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” cannot be opened: %s."), name, detail);
        break;
    case SQLITE_INTERRUPT:
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));
        break;
    case SQLITE_IOERR:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED,
            _ ("The disk failed while “%s” was used: %s."), name, detail);
        break;
    default:
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED, _ ("“%s”: %s."), name, detail);
    }
}

/* WAL needs shared memory, which a network file system does not give. */
static gboolean
is_on_network (const char *path)
{
    struct statfs info;
    if (statfs (path, &info) != 0)
        return FALSE;
    switch ((guint32)info.f_type) {
    case 0x6969: /* NFS */
    case 0x517b: /* SMB */
    case 0xff534d42: /* CIFS */
    case 0xfe534d42: /* SMB2 */
    case 0x65735546: /* FUSE: sshfs, GVfs */ return TRUE;
    default: return FALSE;
    }
}

/* Reads the first page's head by hand: the engine would take an empty file for a new plan. */
static gboolean
check_signature (const char *path, GError **error)
{
    g_autofree char *name = g_filename_display_name (path);
    int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0) {
        int code = errno == ENOENT ? UPSTAND_ERROR_NOT_FOUND : UPSTAND_ERROR_READ_ONLY;
        g_set_error (
            error, UPSTAND_ERROR, code, _ ("“%s” cannot be opened: %s."), name, g_strerror (errno));
        return FALSE;
    }
    guint8 head[100] = { 0 };
    gssize got = read (fd, head, sizeof head);
    close (fd);
    guint32 mark = (guint32)head[68] << 24 | head[69] << 16 | head[70] << 8 | head[71];
    if (got == sizeof head && memcmp (head, signature, sizeof signature) == 0 &&
        mark == UPSTAND_DATABASE_MARK)
        return TRUE;
    g_set_error (
        error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_A_PLAN, _ ("“%s” is not an Upstand plan."), name);
    return FALSE;
}

static UpstandDatabase *
connect (const char *path, const char *uri, int flags, GError **error)
{
    UpstandDatabase *database = g_new0 (UpstandDatabase, 1);
    database->path = g_strdup (path);
    upstand_database_forget_queries (database);
    int code = sqlite3_open_v2 (uri, &database->handle,
        flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code != SQLITE_OK) {
        upstand_database_translate (database->handle, code, path, error);
        upstand_database_close (database);
        return NULL;
    }
    sqlite3_busy_timeout (database->handle, PATIENCE_MS);
    sqlite3_db_config (database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    if (!upstand_database_script (database,
            "PRAGMA foreign_keys = ON;"
            "PRAGMA trusted_schema = OFF;"
            "PRAGMA synchronous = FULL;"
            "PRAGMA temp_store = MEMORY;",
            error)) {
        upstand_database_close (database);
        return NULL;
    }
    return database;
}

/* A path as the engine's URI; the path may hold '?', '#' and '%'. */
static char *
uri_for (const char *path, const char *query)
{
    g_autofree char *absolute = g_canonicalize_filename (path, NULL);
    g_autofree char *escaped = g_uri_escape_string (absolute, "/", TRUE);
    return g_strconcat ("file:", escaped, query, NULL);
}

/* In a folder that cannot be written the engine cannot make its side files. With no log beside the
 * plan it may be read as it lies; with one, the last entries are in the log: read a copy of both.
 */
static UpstandDatabase *
connect_read_only (const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname (path);
    g_autofree char *log = g_strconcat (path, "-wal", NULL);
    if (faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) == 0) {
        g_autofree char *uri = uri_for (path, "?mode=ro");
        return connect (path, uri, SQLITE_OPEN_READONLY, error);
    }
    GStatBuf info;
    if (g_stat (log, &info) != 0 || info.st_size == 0) {
        g_autofree char *uri = uri_for (path, "?mode=ro&immutable=1");
        return connect (path, uri, SQLITE_OPEN_READONLY, error);
    }
    g_autofree char *place = g_dir_make_tmp ("upstand-XXXXXX", error);
    if (!place)
        return NULL;
    const char *ends[] = { "", "-wal" };
    for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
        g_autofree char *from = g_strconcat (path, ends[i], NULL);
        g_autofree char *to = g_strconcat (place, "/plan", ends[i], NULL);
        g_autoptr (GFile) source = g_file_new_for_path (from);
        g_autoptr (GFile) target = g_file_new_for_path (to);
        if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
            return NULL;
    }
    g_autofree char *copied = g_build_filename (place, "plan", NULL);
    g_autofree char *uri = uri_for (copied, "?mode=rw");
    UpstandDatabase *database = connect (path, uri, SQLITE_OPEN_READWRITE, error);
    if (database) {
        database->copy = g_steal_pointer (&place);
        upstand_database_script (database, "PRAGMA query_only = ON", NULL);
    }
    return database;
}

/* A plan of an earlier schema is brought up to date in memory: the file itself stays as it is. It
 * keeps its name, so that a thread which opens it again gets such a copy too. Takes @database. */
static UpstandDatabase *
bring_up_to_date (UpstandDatabase *database, GError **error)
{
    g_autoptr (UpstandDatabase) original = database;
    g_autoptr (GError) local = NULL;
    int current = upstand_migrations_current (original, &local);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    if (current >= upstand_migrations_newest ())
        return g_steal_pointer (&original);
    g_autoptr (UpstandDatabase) copy = upstand_database_copy_to_memory (original, error);
    if (!copy || !upstand_migrations_apply (copy, error) ||
        !upstand_database_script (copy, "PRAGMA query_only = ON", error))
        return NULL;
    g_free (copy->path);
    copy->path = g_strdup (original->path);
    return g_steal_pointer (&copy);
}

static gboolean
set_journal (UpstandDatabase *database, GError **error)
{
    if (is_on_network (database->path))
        return upstand_database_script (database, "PRAGMA journal_mode = DELETE", error);
    return upstand_database_script (database, "PRAGMA journal_mode = WAL", error);
}

UpstandDatabase *
upstand_database_open_again (const char *path, UpstandDatabaseMode mode, GError **error)
{
    g_return_val_if_fail (path, NULL);
    if (strcmp (path, ":memory:") == 0)
        return connect (path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    if (mode == UPSTAND_DATABASE_READ_ONLY) {
        UpstandDatabase *database = connect_read_only (path, error);
        database = database ? bring_up_to_date (database, error) : NULL;
        if (database)
            database->read_only = TRUE;
        return database;
    }
    g_autofree char *uri = uri_for (path, "?mode=rw");
    g_autoptr (UpstandDatabase) database = connect (path, uri, SQLITE_OPEN_READWRITE, error);
    if (!database)
        return NULL;
    if (sqlite3_db_readonly (database->handle, "main") == 1) {
        upstand_database_translate (NULL, SQLITE_READONLY, path, error);
        return NULL;
    }
    return g_steal_pointer (&database);
}

static gboolean
create_file (const char *path, GError **error)
{
    int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0) {
        close (fd);
        return TRUE;
    }
    g_autofree char *name = g_filename_display_name (path);
    if (errno == EEXIST)
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_EXISTS,
            _ ("There is already a file “%s”. Choose another name."), name);
    else
        g_set_error (error, UPSTAND_ERROR,
            errno == ENOSPC ? UPSTAND_ERROR_FULL : UPSTAND_ERROR_READ_ONLY,
            _ ("“%s” cannot be made: %s."), name, g_strerror (errno));
    return FALSE;
}

UpstandDatabase *
upstand_database_open (const char *path, UpstandDatabaseMode mode, GError **error)
{
    g_return_val_if_fail (path, NULL);
    gboolean memory = strcmp (path, ":memory:") == 0;
    if (mode == UPSTAND_DATABASE_CREATE && !memory && !create_file (path, error))
        return NULL;
    if (mode != UPSTAND_DATABASE_CREATE && !check_signature (path, error))
        return NULL;
    g_autoptr (UpstandDatabase) database = upstand_database_open_again (path, mode, error);
    if (!database)
        return NULL;
    if (mode == UPSTAND_DATABASE_CREATE) {
        g_autofree char *mark =
            g_strdup_printf ("PRAGMA application_id = %d", UPSTAND_DATABASE_MARK);
        if (!upstand_database_script (database, mark, error))
            return NULL;
    }
    if (mode != UPSTAND_DATABASE_READ_ONLY && !memory && !set_journal (database, error))
        return NULL;

    g_autoptr (GError) local = NULL;
    int current = upstand_migrations_current (database, &local);
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return NULL;
    }
    g_autofree char *name = g_filename_display_name (path);
    if (current > upstand_migrations_newest ()) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NEWER,
            _ ("“%s” was last saved by a newer version of Upstand. Update the program to open it."),
            name);
        return NULL;
    }
    if (mode != UPSTAND_DATABASE_READ_ONLY)
        return upstand_migrations_apply (database, error) ? g_steal_pointer (&database) : NULL;
    return g_steal_pointer (&database);
}

UpstandDatabase *
upstand_database_copy_to_memory (UpstandDatabase *database, GError **error)
{
    g_autoptr (UpstandDatabase) copy =
        connect (":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    if (!copy)
        return NULL;
    sqlite3_backup *work = sqlite3_backup_init (copy->handle, "main", database->handle, "main");
    int code = work ? sqlite3_backup_step (work, -1) : SQLITE_ERROR;
    sqlite3_backup_finish (work);
    if (code != SQLITE_DONE) {
        upstand_database_translate (copy->handle, code, database->path, error);
        return NULL;
    }
    return g_steal_pointer (&copy);
}

void
upstand_database_close (UpstandDatabase *database)
{
    if (!database)
        return;
    g_hash_table_unref (database->idle);
    if (database->handle && sqlite3_close (database->handle) != SQLITE_OK)
        g_critical ("A query of “%s” is still open", database->path);
    if (database->copy) {
        const char *names[] = { "plan", "plan-wal", "plan-shm" };
        for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
            g_autofree char *file = g_build_filename (database->copy, names[i], NULL);
            g_unlink (file);
        }
        g_rmdir (database->copy);
    }
    g_free (database->copy);
    g_free (database->path);
    g_free (database);
}

const char *
upstand_database_get_path (UpstandDatabase *database)
{
    g_return_val_if_fail (database, NULL);
    return database->path;
}

gboolean
upstand_database_is_read_only (UpstandDatabase *database)
{
    g_return_val_if_fail (database, TRUE);
    return database->read_only;
}

gint64
upstand_database_get_data_version (UpstandDatabase *database)
{
    return upstand_database_number (database, 0, NULL, "PRAGMA data_version", "");
}

gboolean
upstand_database_script (UpstandDatabase *database, const char *sql, GError **error)
{
    g_return_val_if_fail (database && sql, FALSE);
    int code = sqlite3_exec (database->handle, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK)
        upstand_database_translate (database->handle, code, database->path, error);
    return code == SQLITE_OK;
}

gint64
upstand_database_count_changed (UpstandDatabase *database)
{
    return sqlite3_changes64 (database->handle);
}

gboolean
upstand_database_begin (UpstandDatabase *database, GError **error)
{
    return upstand_database_execute (database, error, "BEGIN IMMEDIATE", "");
}

gboolean
upstand_database_commit (UpstandDatabase *database, GError **error)
{
    if (upstand_database_execute (database, error, "COMMIT", ""))
        return TRUE;
    upstand_database_rollback (database);
    return FALSE;
}

void
upstand_database_rollback (UpstandDatabase *database)
{
    /* A full disk or a failed write may have rolled back already. */
    if (upstand_database_in_transaction (database))
        upstand_database_script (database, "ROLLBACK", NULL);
}

gboolean
upstand_database_in_transaction (UpstandDatabase *database)
{
    return !sqlite3_get_autocommit (database->handle);
}

void
upstand_database_interrupt (UpstandDatabase *database)
{
    sqlite3_interrupt (database->handle);
}
