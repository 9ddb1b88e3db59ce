/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/headcount-plan.h"
#include "records/plan.h"
#include "replies-fixture.h"

#define N_UNITS 3

typedef struct {
    char *folder;
    UpstandStore *store;
    gint64 census_id;
    GStrv forms;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
    fixture->folder = g_dir_make_tmp ("upstand-replies-XXXXXX", NULL);
    g_autofree char *plan = g_build_filename (fixture->folder, "plan.upstand", NULL);
    fixture->store = replies_make_plan (plan, N_UNITS, &fixture->census_id);
    fixture->forms = replies_send (fixture->store, fixture->census_id, fixture->folder);
    g_assert_cmpuint (g_strv_length (fixture->forms), ==, N_UNITS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_clear_object (&fixture->store);
    g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
    const char *name;
    while ((name = g_dir_read_name (folder))) {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_unlink (path);
    }
    g_rmdir (fixture->folder);
    g_strfreev (fixture->forms);
    g_free (fixture->folder);
}

static UpstandReplies *
take (Fixture *fixture, const char *const *paths)
{
    g_autoptr (GError) error = NULL;
    UpstandRepliesRequest request = { .kind = UPSTAND_REPLIES_HEADCOUNT, .today = REPLIES_TODAY };
    UpstandReplies *replies = upstand_replies_new (&request);
    upstand_replies_read (
        replies, upstand_store_get_database (fixture->store), paths, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    return replies;
}

static gint64
count_cells (Fixture *fixture)
{
    return upstand_database_number (upstand_store_get_database (fixture->store), -1, NULL,
        "SELECT COUNT(*) FROM headcount", "");
}

static gint64
sum_cells (Fixture *fixture)
{
    return upstand_database_number (upstand_store_get_database (fixture->store), -1, NULL,
        "SELECT COALESCE(SUM(value), 0) FROM headcount", "");
}

/* As they went out, they say nothing. */
static void
test_untouched (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandReplies) replies = take (fixture, (const char *const *)fixture->forms);
    g_assert_cmpuint (upstand_replies_get_changes (replies)->len, ==, 0);
    g_assert_cmpuint (upstand_replies_get_refusals (replies)->len, ==, 0);
    g_assert_cmpuint (upstand_replies_count_unchanged (replies), ==, 0);
    g_assert_true (upstand_replies_apply (replies, fixture->store, NULL, NULL));
    g_assert_cmpint (count_cells (fixture), ==, 0);
}

/* Everything filled in, taken in as one step, and taken back as one. */
static void
test_filled (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    guint n = 0;
    for (guint i = 0; i < N_UNITS; i++)
        n += replies_fill (fixture->forms[i], i);
    g_assert_cmpuint (n, ==, N_UNITS * (6 * 34 + 4));
    g_autoptr (UpstandReplies) replies = take (fixture, (const char *const *)fixture->forms);
    g_assert_cmpuint (upstand_replies_get_refusals (replies)->len, ==, 0);
    g_assert_cmpuint (upstand_replies_count_taken (replies), ==, n);
    upstand_replies_apply (replies, fixture->store, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (count_cells (fixture), ==, n);
    gint64 sum = sum_cells (fixture);
    g_assert_cmpint (sum, >, n * 100);

    /* Again they say what the plan has already. */
    g_autoptr (UpstandReplies) again = take (fixture, (const char *const *)fixture->forms);
    g_assert_cmpuint (upstand_replies_get_changes (again)->len, ==, 0);
    g_assert_cmpuint (upstand_replies_count_unchanged (again), ==, n);

    g_assert_true (upstand_store_undo (fixture->store, NULL));
    g_assert_cmpint (count_cells (fixture), ==, 0);
    g_assert_true (upstand_store_redo (fixture->store, NULL));
    g_assert_cmpint (sum_cells (fixture), ==, sum);
}

/* Somebody saved between the preview and its applying: nothing is overwritten. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    replies_fill (fixture->forms[0], 0);
    g_autoptr (UpstandReplies) first = take (fixture, (const char *const *)fixture->forms);
    g_autoptr (UpstandReplies) second = take (fixture, (const char *const *)fixture->forms);
    g_assert_true (upstand_replies_apply (first, fixture->store, NULL, NULL));
    gint64 cells = count_cells (fixture);
    g_assert_false (upstand_replies_apply (second, fixture->store, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE);
    g_assert_cmpint (count_cells (fixture), ==, cells);
}

static char *
copy_form (Fixture *fixture, const char *name)
{
    g_autoptr (GFile) from = g_file_new_for_path (fixture->forms[0]);
    char *path = g_build_filename (fixture->folder, name, NULL);
    g_autoptr (GFile) to = g_file_new_for_path (path);
    g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
    return path;
}

/* Two answers to each cell: nothing is saved before somebody has decided every one. */
static void
test_conflicts (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *one = copy_form (fixture, "one.xlsx");
    g_autofree char *two = copy_form (fixture, "two.xlsx");
    const char *const paths[] = { one, two, NULL };
    guint n = replies_fill (one, 0);
    replies_fill (two, 7);
    g_autoptr (UpstandReplies) replies = take (fixture, paths);
    GPtrArray *changes = upstand_replies_get_changes (replies);
    g_assert_cmpuint (changes->len, ==, 2 * n);
    g_assert_cmpuint (upstand_replies_count_open (replies), ==, n);
    g_assert_cmpuint (upstand_replies_count_taken (replies), ==, 0);
    g_assert_false (upstand_replies_apply (replies, fixture->store, NULL, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
    g_assert_cmpint (count_cells (fixture), ==, 0);

    for (guint i = 0; i < changes->len; i++) {
        UpstandReplyChange *change = g_ptr_array_index (changes, i);
        /* The first choice is thought better of. */
        if (strcmp (change->file, "one.xlsx") == 0)
            upstand_replies_set_taken (replies, change, TRUE);
    }
    for (guint i = 0; i < changes->len; i++) {
        UpstandReplyChange *change = g_ptr_array_index (changes, i);
        if (strcmp (change->file, "two.xlsx") == 0)
            upstand_replies_set_taken (replies, change, TRUE);
    }
    g_assert_cmpuint (upstand_replies_count_open (replies), ==, 0);
    g_assert_cmpuint (upstand_replies_count_taken (replies), ==, n);
    g_assert_true (upstand_replies_apply (replies, fixture->store, NULL, NULL));
    g_autoptr (UpstandReplies) again = take (fixture, (const char *const[]){ two, NULL });
    g_assert_cmpuint (upstand_replies_count_unchanged (again), ==, n);
}

/* Bytes of a reply changed at random: refused, or understood as a whole; never a change to the
 * plan, never a crash. The seed is the test's own, so a failure comes again. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
    g_autofree char *path = copy_form (fixture, "whole.xlsx");
    g_autofree char *spoilt = g_build_filename (fixture->folder, "spoilt.xlsx", NULL);
    g_autofree char *content = NULL;
    const char *const paths[] = { spoilt, fixture->forms[1], NULL };
    gsize length;
    guint n = replies_fill (path, 0), refused = 0;
    guint others = replies_fill (fixture->forms[1], 3);
    g_assert_true (g_file_get_contents (path, &content, &length, NULL));
    for (guint round = 0; round < 200; round++) {
        g_autofree char *bytes = g_memdup2 (content, length);
        gsize kept = length;
        for (int k = g_test_rand_int_range (1, 20); k > 0; k--)
            bytes[g_test_rand_int_range (0, (gint32)length)] ^= 1 << g_test_rand_int_range (0, 8);
        if (round % 5 == 0)
            kept = (gsize)g_test_rand_int_range (0, (gint32)length);
        g_assert_true (g_file_set_contents (spoilt, bytes, (gssize)kept, NULL));
        g_autoptr (UpstandReplies) replies = take (fixture, paths);
        GPtrArray *files = upstand_replies_get_files (replies);
        UpstandReplyFile *other = g_ptr_array_index (files, 1);
        g_assert_cmpuint (other->n_changes, ==, others);
        g_assert_cmpuint (upstand_replies_get_changes (replies)->len, <=, n + others);
        refused += upstand_replies_get_refusals (replies)->len > 0;
        g_assert_cmpint (count_cells (fixture), ==, 0);
    }
    /* Most of the bytes matter. */
    g_assert_cmpuint (refused, >, 100);
}

/* Cells changed at random, in a file that is whole: whatever is not refused is in the plan. */
static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
    static const char *const nonsense[] = { "", "7", "-7", "7.5", "1e5", "=A1", "n/a", "withheld",
        "\342\210\2223", "\"1,00\"", "99999999999999999999", "NaN", "TRUE", "2022-03-31", "\"",
        "7 people" };
    UpstandFormIdentity identity = { .kind = (char *)"headcount",
        .plan = upstand_database_number (
            upstand_store_get_database (fixture->store), 0, NULL, "SELECT MIN(id) FROM batch", ""),
        .census = fixture->census_id };
    g_autoptr (UpstandHeadcountPlan) plan =
        upstand_headcount_plan_read (upstand_store_get_database (fixture->store), NULL);
    gint64 unit = upstand_headcount_plan_find_unit (plan, "unit 02");
    gint64 capability = upstand_headcount_plan_find_capability (plan, "initial response");
    g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, unit);
    g_autofree char *path = g_build_filename (fixture->folder, "reply.csv", NULL);
    g_assert_cmpint (unit, >, 0);
    g_assert_cmpint (capability, >, 0);
    identity.subject = subject;
    g_autofree char *mark = upstand_form_identity_to_text (&identity);
    for (guint round = 0; round < 200; round++) {
        g_autoptr (GString) text = g_string_new (NULL);
        g_string_printf (text,
            "%s,establishment,in-post,trained,state,note\n,a,b,c,d,e\n"
            "%" G_GINT64_FORMAT "/officers/headcount",
            mark, capability);
        for (guint i = 0; i < 4; i++) {
            gboolean odd = g_test_rand_int_range (0, 6) == 0;
            guint choice = (guint)g_test_rand_int_range (0, G_N_ELEMENTS (nonsense));
            if (odd)
                g_string_append_printf (text, ",%s", nonsense[choice]);
            else if (i < 3)
                g_string_append_printf (text, ",%u", choice);
            else
                g_string_append_c (text, ',');
        }
        g_string_append (text, ",");
        g_string_append_c (text, '\n');
        g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
        g_autoptr (UpstandReplies) replies = take (fixture, (const char *const[]){ path, NULL });
        gint64 before = count_cells (fixture);
        g_assert_true (upstand_replies_apply (replies, fixture->store, NULL, NULL));
        if (upstand_replies_get_refusals (replies)->len)
            g_assert_cmpint (count_cells (fixture), ==, before);
        g_autoptr (UpstandReplies) again = take (fixture, (const char *const[]){ path, NULL });
        g_assert_cmpuint (upstand_replies_get_changes (again)->len, ==, 0);
    }
    g_assert_cmpint (count_cells (fixture), ==, 3);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GCancellable) cancelled = g_cancellable_new ();
    g_cancellable_cancel (cancelled);
    replies_fill (fixture->forms[0], 0);
    g_autoptr (UpstandReplies) replies = take (fixture, (const char *const *)fixture->forms);
    g_assert_false (upstand_replies_apply (replies, fixture->store, cancelled, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint (count_cells (fixture), ==, 0);

    /* A sending that was stopped leaves no file, and is not in the log. */
    g_clear_error (&error);
    gint64 logged = upstand_database_number (upstand_store_get_database (fixture->store), 0, NULL,
        "SELECT COUNT(*) FROM export_log", "");
    UpstandSendOut request = {
        .kind = UPSTAND_REPLIES_HEADCOUNT, .census_id = fixture->census_id, .today = REPLIES_TODAY
    };
    g_auto (GStrv) paths = upstand_send_out_write (
        fixture->store, &request, fixture->folder, NULL, NULL, cancelled, &error);
    g_assert_null (paths);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpint (logged, ==,
        upstand_database_number (upstand_store_get_database (fixture->store), 0, NULL,
            "SELECT COUNT(*) FROM export_log", ""));

    /* Sent again on the same day: what is there, a reply perhaps, is left alone. */
    g_auto (GStrv) more = replies_send (fixture->store, fixture->census_id, fixture->folder);
    g_assert_cmpstr (more[0], !=, fixture->forms[0]);
}

#define REPLIES_TEST(name, function) \
    g_test_add ("/replies/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    REPLIES_TEST ("untouched", test_untouched);
    REPLIES_TEST ("filled", test_filled);
    REPLIES_TEST ("stale", test_stale);
    REPLIES_TEST ("conflicts", test_conflicts);
    REPLIES_TEST ("damage", test_damage);
    REPLIES_TEST ("nonsense", test_nonsense);
    REPLIES_TEST ("cancel", test_cancel);
    return g_test_run ();
}
