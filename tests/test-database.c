/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "database/backup.h"
#include "database/database.h"
#include "database/migrations.h"
#include "records/setting.h"
#include "records/store.h"

typedef struct {
    char *folder;
    char *path;
} Fixture;

static UpstandDatabase *
open_plan (const char *path, UpstandDatabaseMode mode, GError **error)
{
    return upstand_database_open (path, mode, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->folder = g_dir_make_tmp ("upstand-database-XXXXXX", NULL);
    /* A name that an URI or a statement could trip over. */
    fixture->path = g_build_filename (fixture->folder, "Plan 100% #1?'x'.upstand", NULL);
    g_autoptr (UpstandDatabase) database =
        open_plan (fixture->path, UPSTAND_DATABASE_CREATE, &error);
    g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_chmod (fixture->folder, 0700);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_free (fixture->folder);
    g_free (fixture->path);
}

static void
expect_refusal (const char *path, UpstandDatabaseMode mode, int code)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandDatabase) database = open_plan (path, mode, &error);
    g_assert_null (database);
    g_assert_error (error, UPSTAND_ERROR, code);
    g_assert_cmpint (strlen (error->message), >, 20);
}

static gint64
count_settings (const char *path, UpstandDatabaseMode mode)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandDatabase) database = open_plan (path, mode, &error);
    g_assert_no_error (error);
    return upstand_database_number (database, -1, NULL, "SELECT COUNT(*) FROM setting", "");
}

static void
add_settings (const char *path, int n)
{
    g_autoptr (UpstandStore) store =
        upstand_store_new (open_plan (path, UPSTAND_DATABASE_WRITE, NULL), "t", "");
    for (int i = 0; i < n; i++) {
        g_autofree char *name = g_strdup_printf ("setting-%d", i);
        g_assert_true (upstand_store_set_setting (store, name, "1", NULL));
    }
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
    struct stat info;
    g_assert_cmpint (stat (fixture->path, &info), ==, 0);
    g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    expect_refusal (fixture->path, UPSTAND_DATABASE_CREATE, UPSTAND_ERROR_EXISTS);
    g_autoptr (UpstandDatabase) database = open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL);
    g_autofree char *mode = upstand_database_text (database, NULL, "PRAGMA journal_mode", "");
    g_assert_cmpstr (mode, ==, "wal");
    g_assert_cmpint (upstand_database_number (database, 0, NULL, "PRAGMA synchronous", ""), ==, 2);
    g_assert_cmpint (upstand_database_number (database, 0, NULL, "PRAGMA foreign_keys", ""), ==, 1);
    g_assert_cmpint (
        upstand_database_number (database, 1, NULL, "PRAGMA trusted_schema", ""), ==, 0);
    g_assert_cmpint (upstand_migrations_current (database, NULL), ==, upstand_migrations_newest ());
}

static void
test_not_a_plan (Fixture *fixture, gconstpointer data)
{
    g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
    expect_refusal (other, UPSTAND_DATABASE_WRITE, UPSTAND_ERROR_NOT_FOUND);
    g_file_set_contents (other, "", 0, NULL);
    expect_refusal (other, UPSTAND_DATABASE_WRITE, UPSTAND_ERROR_NOT_A_PLAN);
    g_file_set_contents (other, "PK\3\4 a workbook, say", -1, NULL);
    expect_refusal (other, UPSTAND_DATABASE_WRITE, UPSTAND_ERROR_NOT_A_PLAN);
    expect_refusal (other, UPSTAND_DATABASE_READ_ONLY, UPSTAND_ERROR_NOT_A_PLAN);
    /* An SQLite file of some other program. */
    g_autofree char *contents = NULL;
    gsize length;
    g_file_get_contents (fixture->path, &contents, &length, NULL);
    memset (contents + 68, 0, 4);
    g_file_set_contents (other, contents, length, NULL);
    expect_refusal (other, UPSTAND_DATABASE_WRITE, UPSTAND_ERROR_NOT_A_PLAN);
    expect_refusal (fixture->folder, UPSTAND_DATABASE_WRITE, UPSTAND_ERROR_NOT_A_PLAN);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
    add_settings (fixture->path, 300);
    g_autofree char *contents = NULL;
    gsize length;
    g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
    g_autofree char *other = g_build_filename (fixture->folder, "damaged.upstand", NULL);
    GRand *rand = g_rand_new_with_seed (7);
    int found = 0;
    for (int round = 0; round < 60; round++) {
        g_autofree char *broken = g_memdup2 (contents, length);
        gsize size = length;
        if (round % 3 == 0)
            size = g_rand_int_range (rand, 100, length);
        for (int i = 0; i < 200; i++)
            broken[g_rand_int_range (rand, 100, length)] = g_rand_int (rand);
        g_file_set_contents (other, broken, size, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (UpstandDatabase) database =
            open_plan (other, UPSTAND_DATABASE_READ_ONLY, &error);
        if (database && !upstand_database_check (database, NULL, &error))
            g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_DAMAGED);
        found += error != NULL;
    }
    g_rand_free (rand);
    /* Never a crash; and nearly always noticed. */
    g_assert_cmpint (found, >, 50);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
    {
        g_autoptr (UpstandDatabase) database =
            open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL);
        g_assert_true (upstand_database_execute (
            database, NULL, "INSERT INTO schema_version VALUES (9999, 'later', '2099-01-01')", ""));
    }
    expect_refusal (fixture->path, UPSTAND_DATABASE_WRITE, UPSTAND_ERROR_NEWER);
    expect_refusal (fixture->path, UPSTAND_DATABASE_READ_ONLY, UPSTAND_ERROR_NEWER);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandDatabase) one = open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL);
    g_autoptr (UpstandDatabase) two = open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL);
    g_assert_true (upstand_database_script (two, "PRAGMA busy_timeout = 50", NULL));
    g_assert_true (upstand_database_begin (one, NULL));
    g_autoptr (GError) error = NULL;
    g_assert_false (upstand_database_begin (two, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_BUSY);
    upstand_database_rollback (one);
    g_assert_true (upstand_database_begin (two, NULL));
    upstand_database_rollback (two);
}

/* What root may write anyway is tried as somebody else. */
static gboolean
as_nobody (void)
{
    return geteuid () != 0 || seteuid (65534) == 0;
}

static void
as_oneself (void)
{
    if (getuid () == 0)
        g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
    add_settings (fixture->path, 3);
    g_chmod (fixture->path, 0444);
    g_chmod (fixture->folder, 0555);
    if (!as_nobody ()) {
        g_test_skip ("cannot become another user");
        return;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandDatabase) written = open_plan (fixture->path, UPSTAND_DATABASE_WRITE, &error);
    UpstandDatabase *read = open_plan (fixture->path, UPSTAND_DATABASE_READ_ONLY, NULL);
    gint64 n =
        read ? upstand_database_number (read, -1, NULL, "SELECT COUNT(*) FROM setting", "") : -1;
    g_clear_pointer (&read, upstand_database_close);
    as_oneself ();
    g_assert_null (written);
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY);
    g_assert_cmpint (n, ==, 3);
}

/* The last entries still lie in the log beside the plan, as after a power cut. */
static void
test_read_only_folder_with_log (Fixture *fixture, gconstpointer data)
{
    pid_t child = fork ();
    if (child == 0) {
        add_settings (fixture->path, 2);
        UpstandStore *store =
            upstand_store_new (open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL), "t", "");
        upstand_store_set_setting (store, "last", "1", NULL);
        kill (getpid (), SIGKILL);
    }
    waitpid (child, NULL, 0);
    g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
    g_autofree char *shared = g_strconcat (fixture->path, "-shm", NULL);
    g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
    g_unlink (shared);
    g_chmod (fixture->path, 0444);
    g_chmod (log, 0444);
    g_chmod (fixture->folder, 0555);
    if (!as_nobody ()) {
        g_test_skip ("cannot become another user");
        return;
    }
    g_autoptr (GError) error = NULL;
    UpstandDatabase *read = open_plan (fixture->path, UPSTAND_DATABASE_READ_ONLY, &error);
    gint64 n =
        read ? upstand_database_number (read, -1, NULL, "SELECT COUNT(*) FROM setting", "") : -1;
    g_clear_pointer (&read, upstand_database_close);
    as_oneself ();
    g_assert_no_error (error);
    g_assert_cmpint (n, ==, 3);
}

/* Killed at any moment, whatever was acknowledged is there. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
    for (int round = 0; round < 12; round++) {
        int ends[2];
        g_assert_cmpint (pipe (ends), ==, 0);
        pid_t child = fork ();
        if (child == 0) {
            UpstandStore *store = upstand_store_new (
                open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL), "t", "");
            for (int i = 0;; i++) {
                char name[40];
                g_snprintf (name, sizeof name, "round-%d-%d", round, i);
                if (!upstand_store_set_setting (store, name, "kept", NULL) ||
                    write (ends[1], name, sizeof name) != sizeof name)
                    _exit (1);
            }
        }
        close (ends[1]);
        char last[40] = "", next[40];
        int acknowledged = 0;
        while (acknowledged < 5 + round && read (ends[0], next, sizeof next) == sizeof next) {
            memcpy (last, next, sizeof last);
            acknowledged++;
        }
        g_usleep (round * 150);
        kill (child, SIGKILL);
        while (read (ends[0], next, sizeof next) == sizeof next)
            memcpy (last, next, sizeof last);
        close (ends[0]);
        waitpid (child, NULL, 0);
        g_autoptr (GError) error = NULL;
        g_autoptr (UpstandDatabase) database =
            open_plan (fixture->path, UPSTAND_DATABASE_WRITE, &error);
        g_assert_no_error (error);
        g_assert_true (upstand_database_check (database, NULL, &error));
        g_autofree char *value = upstand_database_text (
            database, NULL, "SELECT value FROM setting WHERE name = $1", "t", last);
        g_assert_cmpstr (value, ==, "kept");
        /* No row without its history. */
        g_assert_cmpint (upstand_database_number (database, -1, NULL,
                             "SELECT COUNT(*) FROM setting s WHERE NOT EXISTS"
                             " (SELECT 1 FROM change c WHERE c.row_id = s.id)",
                             ""),
            ==, 0);
    }
}

/* A full disk, by the engine's own limit on the number of pages. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandStore) store =
        upstand_store_new (open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL), "t", "");
    UpstandDatabase *database = upstand_store_get_database (store);
    gint64 pages = upstand_database_number (database, 0, NULL, "PRAGMA page_count", "");
    g_autofree char *limit =
        g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 6);
    g_assert_true (upstand_database_script (database, limit, NULL));
    g_autofree char *long_value = g_strnfill (8000, 'x');
    g_autoptr (GError) error = NULL;
    int kept = 0;
    while (kept < 100) {
        g_autofree char *name = g_strdup_printf ("s%d", kept);
        if (!upstand_store_set_setting (store, name, long_value, &error))
            break;
        kept++;
    }
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FULL);
    g_assert_cmpint (
        upstand_database_number (database, -1, NULL, "SELECT COUNT(*) FROM setting", ""), ==, kept);
    /* Room again: it goes on. */
    g_assert_true (upstand_database_script (database, "PRAGMA max_page_count = 100000", NULL));
    g_assert_true (upstand_store_set_setting (store, "after", "1", NULL));
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    add_settings (fixture->path, 4);
    g_autofree char *target = g_build_filename (fixture->folder, "copy.upstand", NULL);
    g_file_set_contents (target, "older", -1, NULL);
    {
        g_autoptr (UpstandDatabase) database =
            open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL);
        g_assert_true (upstand_database_backup (database, target, NULL, NULL, NULL, &error));
        /* A cancelled one leaves what was there, and nothing beside it. */
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        g_cancellable_cancel (cancellable);
        g_assert_false (
            upstand_database_backup (database, target, NULL, NULL, cancellable, &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
        g_clear_error (&error);
        g_assert_false (upstand_database_backup (database, "/nowhere/x", NULL, NULL, NULL, &error));
        g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY);
        g_clear_error (&error);
    }
    g_assert_cmpint (count_settings (target, UPSTAND_DATABASE_READ_ONLY), ==, 4);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder)))
        g_assert_false (g_str_has_suffix (name, ".part"));
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    add_settings (fixture->path, 4);
    g_autofree char *backup = g_build_filename (fixture->folder, "backup.upstand", NULL);
    {
        g_autoptr (UpstandDatabase) database =
            open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL);
        g_assert_true (upstand_database_backup (database, backup, NULL, NULL, NULL, &error));
        g_assert_true (upstand_database_script (database, "DELETE FROM setting", NULL));
    }
    g_autofree char *kept = NULL;
    g_assert_true (upstand_database_restore (backup, fixture->path, &kept, &error));
    g_assert_no_error (error);
    g_assert_cmpint (count_settings (fixture->path, UPSTAND_DATABASE_WRITE), ==, 4);
    g_assert_cmpint (count_settings (kept, UPSTAND_DATABASE_READ_ONLY), ==, 0);
    /* A bad backup replaces nothing. */
    g_file_set_contents (backup, "no plan", -1, NULL);
    g_assert_false (upstand_database_restore (backup, fixture->path, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_A_PLAN);
    g_assert_cmpint (count_settings (fixture->path, UPSTAND_DATABASE_WRITE), ==, 4);
}

static void
test_parameters (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandDatabase) database = open_plan (fixture->path, UPSTAND_DATABASE_WRITE, NULL);
    /* SQLite numbers $n by first appearance; the seam does not. */
    g_autofree char *text = upstand_database_text (
        database, NULL, "SELECT $2 || '-' || $1 || '-' || $2", "tt", "one", "two");
    g_assert_cmpstr (text, ==, "two-one-two");
    g_autoptr (GError) error = NULL;
    g_assert_false (upstand_database_execute (database, &error, "SELECT nonsense", ""));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FAILED);
}

#define DATABASE_TEST(name, function) \
    g_test_add ("/database/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    DATABASE_TEST ("create", test_create);
    DATABASE_TEST ("not-a-plan", test_not_a_plan);
    DATABASE_TEST ("damaged", test_damaged);
    DATABASE_TEST ("newer", test_newer);
    DATABASE_TEST ("locked", test_locked);
    DATABASE_TEST ("read-only-folder", test_read_only_folder);
    DATABASE_TEST ("read-only-folder-with-log", test_read_only_folder_with_log);
    DATABASE_TEST ("killed", test_killed);
    DATABASE_TEST ("full", test_full);
    DATABASE_TEST ("backup", test_backup);
    DATABASE_TEST ("restore", test_restore);
    DATABASE_TEST ("parameters", test_parameters);
    return g_test_run ();
}
