/* SPDX-License-Identifier: MIT */
#include <glib/gstdio.h>
#include <locale.h>

#include "database/search.h"
#include "records/activity.h"
#include "records/dated-update.h"
#include "records/evidence.h"
#include "records/framework-records.h"
#include "records/history.h"
#include "records/kinds.h"
#include "records/list-model.h"
#include "records/registry.h"
#include "records/requirement.h"
#include "records/setting.h"
#include "records/store.h"

typedef struct {
    char *folder;
    char *path;
    UpstandStore *store;
    gint64 requirement;
    gint64 other_requirement;
} Fixture;

static gint64
add_requirement (UpstandStore *store, gint64 action, const char *code, gint64 position)
{
    g_autoptr (UpstandRequirement) requirement = upstand_record_new (&upstand_requirement_type);
    requirement->action_id = action;
    requirement->code = g_strdup (code);
    requirement->title_en = g_strdup ("A duty");
    requirement->duty_en = g_strdup ("Do it");
    requirement->position = position;
    g_autoptr (GError) error = NULL;
    upstand_store_save (store, requirement, &error);
    g_assert_no_error (error);
    return requirement->parent_instance.id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    fixture->folder = g_dir_make_tmp ("upstand-store-XXXXXX", NULL);
    fixture->path = g_build_filename (fixture->folder, "plan.upstand", NULL);
    UpstandDatabase *database =
        upstand_database_open (fixture->path, UPSTAND_DATABASE_CREATE, &error);
    g_assert_no_error (error);
    fixture->store = upstand_store_new (database, "tester", "Head of Testing");
    g_assert_true (upstand_store_begin (fixture->store, "beginning", &error));
    upstand_store_fix_batch (fixture->store);
    g_autoptr (UpstandEdition) edition = upstand_record_new (&upstand_edition_type);
    edition->code = g_strdup ("e");
    edition->title_en = g_strdup ("Edition");
    edition->launched = upstand_date_new (2021, 12, 15);
    upstand_store_save (fixture->store, edition, &error);
    g_assert_no_error (error);
    g_autoptr (UpstandPillar) pillar = upstand_record_new (&upstand_pillar_type);
    pillar->edition_id = edition->parent_instance.id;
    pillar->code = g_strdup ("1");
    pillar->title_en = g_strdup ("Pillar");
    upstand_store_save (fixture->store, pillar, &error);
    g_assert_no_error (error);
    g_autoptr (UpstandAction) action = upstand_record_new (&upstand_action_type);
    action->pillar_id = pillar->parent_instance.id;
    action->code = g_strdup ("1");
    action->title_en = g_strdup ("Action");
    action->short_en = g_strdup ("Act");
    upstand_store_save (fixture->store, action, &error);
    g_assert_no_error (error);
    fixture->requirement = add_requirement (fixture->store, action->parent_instance.id, "1.1", 1);
    fixture->other_requirement =
        add_requirement (fixture->store, action->parent_instance.id, "1.2", 2);
    g_assert_true (upstand_store_commit (fixture->store, &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    if (fixture->store) {
        /* Whatever a test did, the index is still that of the rows. */
        upstand_search_check (upstand_store_get_database (fixture->store), &error);
        g_assert_no_error (error);
    }
    g_clear_object (&fixture->store);
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

static UpstandActivity *
make_activity (Fixture *fixture, const char *title)
{
    UpstandActivity *activity = upstand_record_new (&upstand_activity_type);
    activity->title = g_strdup (title);
    activity->owner = g_strdup ("Head of Public Protection");
    activity->due = upstand_date_new (2022, 3, 31);
    activity->requirements = upstand_ids_add (NULL, fixture->requirement);
    return activity;
}

static UpstandActivity *
add_activity (Fixture *fixture, const char *title)
{
    g_autoptr (GError) error = NULL;
    UpstandActivity *activity = make_activity (fixture, title);
    upstand_store_save (fixture->store, activity, &error);
    g_assert_no_error (error);
    return activity;
}

static UpstandActivity *
read_activity (Fixture *fixture, gint64 id)
{
    return upstand_store_get (fixture->store, &upstand_activity_type, id, NULL);
}

static gint64
count (Fixture *fixture, const char *table)
{
    g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM %s", table);
    return upstand_database_number (upstand_store_get_database (fixture->store), -1, NULL, sql, "");
}

static void
test_save_and_read (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "Train “40” detectives\n\\ \t x");
    activity->requirements = upstand_ids_add (activity->requirements, fixture->other_requirement);
    activity->percent = 40;
    activity->state = UPSTAND_ACTIVITY_IN_PROGRESS;
    g_autoptr (GError) error = NULL;
    g_assert_true (upstand_store_save (fixture->store, activity, &error));
    g_assert_no_error (error);
    g_assert_cmpint (activity->parent_instance.version, ==, 2);
    g_autoptr (UpstandActivity) read = read_activity (fixture, activity->parent_instance.id);
    for (guint i = 0; i < upstand_activity_type.n_fields; i++)
        g_assert_true (upstand_record_same (activity, read, &upstand_activity_type.fields[i]));
    g_assert_cmpint (read->requirements->len, ==, 2);
}

static void
test_same_saves_nothing (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "Same");
    gint64 before = count (fixture, "batch");
    g_assert_true (upstand_store_save (fixture->store, activity, NULL));
    g_assert_cmpint (count (fixture, "batch"), ==, before);
    g_assert_cmpint (activity->parent_instance.version, ==, 1);
}

static void
test_invalid (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandActivity) activity = make_activity (fixture, "Odd");
    activity->percent = 101;
    g_autoptr (GError) error = NULL;
    g_assert_false (upstand_store_save (fixture->store, activity, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
    g_assert_cmpint (count (fixture, "activity"), ==, 0);
    g_assert_cmpint (activity->parent_instance.id, ==, 0);
}

static void
test_stale (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "First");
    g_autoptr (UpstandActivity) mine = upstand_record_copy (activity);
    g_autoptr (UpstandActivity) theirs = upstand_record_copy (activity);
    g_autoptr (GError) error = NULL;
    theirs->percent = 10;
    g_assert_true (upstand_store_save (fixture->store, theirs, NULL));
    mine->percent = 20;
    g_assert_false (upstand_store_save (fixture->store, mine, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE);
    g_autoptr (UpstandActivity) read = read_activity (fixture, activity->parent_instance.id);
    g_assert_cmpint (read->percent, ==, 10);
    /* Deleted meanwhile: stale too. */
    g_clear_error (&error);
    g_assert_true (upstand_store_delete (fixture->store, theirs, NULL));
    g_assert_false (upstand_store_save (fixture->store, mine, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "Undo me");
    gint64 id = activity->parent_instance.id;
    activity->percent = 50;
    activity->requirements = upstand_ids_add (activity->requirements, fixture->other_requirement);
    g_assert_true (upstand_store_save (fixture->store, activity, NULL));
    g_assert_true (upstand_store_delete (fixture->store, activity, NULL));
    g_assert_cmpint (count (fixture, "activity_requirement"), ==, 0);

    /* Across a restart: the steps are in the file. */
    g_clear_object (&fixture->store);
    fixture->store = upstand_store_new (
        upstand_database_open (fixture->path, UPSTAND_DATABASE_WRITE, NULL), "t", "");
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_assert_no_error (error);
    g_autoptr (UpstandActivity) back = read_activity (fixture, id);
    g_assert_cmpint (back->percent, ==, 50);
    g_assert_cmpint (back->requirements->len, ==, 2);
    g_assert_cmpint (back->parent_instance.version, >, activity->parent_instance.version);

    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_autoptr (UpstandActivity) first = read_activity (fixture, id);
    g_assert_cmpint (first->percent, ==, 0);
    g_assert_cmpint (first->requirements->len, ==, 1);
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_assert_cmpint (count (fixture, "activity"), ==, 0);
    /* The plan's beginning is not undone. */
    g_assert_false (upstand_store_undo (fixture->store, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
    g_clear_error (&error);

    g_autofree char *title = upstand_store_get_redo_title (fixture->store);
    g_assert_cmpstr (title, ==, "Activity added: Undo me");
    g_assert_true (upstand_store_redo (fixture->store, &error));
    g_assert_true (upstand_store_redo (fixture->store, &error));
    g_autoptr (UpstandActivity) again = read_activity (fixture, id);
    g_assert_cmpint (again->percent, ==, 50);
    g_assert_true (upstand_store_redo (fixture->store, &error));
    g_assert_cmpint (count (fixture, "activity"), ==, 0);
    g_assert_false (upstand_store_redo (fixture->store, NULL));
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_assert_no_error (error);
    g_assert_cmpint (count (fixture, "activity"), ==, 1);
    /* Something new was done: nothing is left to redo. */
    g_autoptr (UpstandActivity) extra = add_activity (fixture, "New");
    g_assert_null (upstand_store_get_redo_title (fixture->store));
}

static void
test_undo_refused (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "Built upon");
    gint64 first = upstand_store_get_last_batch (fixture->store);
    activity->percent = 30;
    g_assert_true (upstand_store_save (fixture->store, activity, NULL));
    gint64 second = upstand_store_get_last_batch (fixture->store);
    g_assert_false (upstand_store_undo_batch (fixture->store, first, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
    g_clear_error (&error);
    activity->percent = 60;
    g_assert_true (upstand_store_save (fixture->store, activity, NULL));
    g_assert_false (upstand_store_undo_batch (fixture->store, second, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
    g_autoptr (UpstandActivity) read = read_activity (fixture, activity->parent_instance.id);
    g_assert_cmpint (read->percent, ==, 60);
}

static void
test_undo_distrusts_history (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "x");
    upstand_database_execute (upstand_store_get_database (fixture->store), &error,
        "UPDATE change SET after = $1, verb = 'update', before = $1 WHERE row_id = $2", "ti",
        "{\"percent = 1; DROP TABLE activity; --\": \"1\"}", activity->parent_instance.id);
    g_assert_no_error (error);
    g_assert_false (upstand_store_undo (fixture->store, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
    g_assert_cmpint (count (fixture, "activity"), ==, 1);
}

static void
test_batch (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (upstand_store_begin (fixture->store, "Fifty", &error));
    for (int i = 0; i < 50; i++) {
        g_autofree char *title = g_strdup_printf ("Number %d", i);
        g_autoptr (UpstandActivity) activity = add_activity (fixture, title);
        activity->percent = i;
        g_assert_true (upstand_store_save (fixture->store, activity, &error));
    }
    g_assert_true (upstand_store_commit (fixture->store, &error));
    g_assert_cmpint (count (fixture, "activity"), ==, 50);
    g_autoptr (GPtrArray) hits =
        upstand_search_find (upstand_store_get_database (fixture->store), "numb 49", 10, &error);
    g_assert_cmpint (hits->len, ==, 1);
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_assert_no_error (error);
    g_assert_cmpint (count (fixture, "activity"), ==, 0);
    g_assert_true (upstand_store_redo (fixture->store, &error));
    g_assert_cmpint (count (fixture, "activity"), ==, 50);

    /* Given up: nothing stays. */
    g_assert_true (upstand_store_begin (fixture->store, "Not", &error));
    g_autoptr (UpstandActivity) lost = add_activity (fixture, "lost");
    upstand_store_rollback (fixture->store);
    g_assert_cmpint (count (fixture, "activity"), ==, 50);
}

static void
test_delete_takes_what_it_owns (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "Owner of updates");
    g_autoptr (UpstandDatedUpdate) note = upstand_record_new (&upstand_dated_update_type);
    note->dated = upstand_date_new (2022, 1, 5);
    note->words = g_strdup ("Trainers found");
    note->activity_id = activity->parent_instance.id;
    g_assert_true (upstand_store_save (fixture->store, note, &error));
    g_autoptr (UpstandEvidence) evidence = upstand_record_new (&upstand_evidence_type);
    evidence->title = g_strdup ("Minutes");
    evidence->dated = upstand_date_new (2022, 2, 1);
    evidence->activities = upstand_ids_add (NULL, activity->parent_instance.id);
    g_assert_true (upstand_store_save (fixture->store, evidence, &error));
    g_assert_no_error (error);
    g_assert_cmpint (count (fixture, "requirement_evidence"), ==, 1);

    g_assert_true (upstand_store_delete (fixture->store, activity, &error));
    g_assert_no_error (error);
    g_assert_cmpint (count (fixture, "dated_update"), ==, 0);
    g_assert_cmpint (count (fixture, "evidence"), ==, 1);
    g_assert_cmpint (count (fixture, "requirement_evidence"), ==, 0);
    g_assert_true (upstand_store_undo (fixture->store, &error));
    g_assert_no_error (error);
    g_assert_cmpint (count (fixture, "dated_update"), ==, 1);
    g_assert_cmpint (count (fixture, "requirement_evidence"), ==, 1);

    /* A requirement that an update needs, and what is retracted only. */
    g_assert_false (upstand_store_delete (fixture->store, note, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
    g_clear_error (&error);
    g_autoptr (UpstandDatedUpdate) read = upstand_store_get (
        fixture->store, &upstand_dated_update_type, note->parent_instance.id, NULL);
    g_free (read->words);
    read->words = g_strdup ("Rewritten");
    g_assert_false (upstand_store_save (fixture->store, read, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED);
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "Told");
    activity->percent = 5;
    g_free (activity->owner);
    activity->owner = NULL;
    g_assert_true (upstand_store_save (fixture->store, activity, NULL));
    UpstandDatabase *database = upstand_store_get_database (fixture->store);
    g_autoptr (GPtrArray) batches = upstand_history_list (database, 0, 0, 0, &error);
    g_assert_cmpint (batches->len, ==, 3);
    UpstandBatch *newest = g_ptr_array_index (batches, 0);
    g_assert_cmpstr (newest->title, ==, "Activity changed: Told");
    g_assert_cmpstr (newest->login, ==, "tester");
    g_assert_cmpstr (newest->post, ==, "Head of Testing");
    g_autoptr (GPtrArray) changes = upstand_history_get_changes (database, newest->id, &error);
    g_assert_cmpint (changes->len, ==, 1);
    UpstandChange *change = g_ptr_array_index (changes, 0);
    g_assert_cmpint (change->fields->len, ==, 2);
    UpstandFieldChange *owner = g_ptr_array_index (change->fields, 0);
    g_assert_cmpstr (owner->field, ==, "owner");
    g_assert_cmpstr (owner->before, ==, "Head of Public Protection");
    g_assert_null (owner->after);
    g_autoptr (GPtrArray) row =
        upstand_history_get_row (database, activity->parent_instance.id, &error);
    g_assert_cmpint (row->len, ==, 2);
    g_autoptr (GPtrArray) later =
        upstand_history_list (database, upstand_date_today () + 2, 0, 0, &error);
    g_assert_cmpint (later->len, ==, 0);
}

static void
test_statements_prepare (Fixture *fixture, gconstpointer data)
{
    UpstandDatabase *database = upstand_store_get_database (fixture->store);
    for (const UpstandRecordType *const *type = upstand_registry_types (); *type; type++) {
        g_test_message ("%s", (*type)->name);
        g_autoptr (GError) error = NULL;
        g_autoptr (UpstandRecord) missing = upstand_store_get (fixture->store, *type, 1, &error);
        g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND);
        g_clear_error (&error);
        g_assert_nonnull (upstand_record_type_find_field (*type, (*type)->title));
        for (guint i = 0; i < (*type)->n_fields; i++) {
            const UpstandField *field = &(*type)->fields[i];
            g_autoptr (UpstandListQuery) query = upstand_list_query_new (*type);
            upstand_list_query_search (query, "word");
            if (field->kind == UPSTAND_KIND_LINKS)
                upstand_list_query_where_id (query, field->name, UPSTAND_LINKED, 5);
            else
                upstand_list_query_order (query, field->name, TRUE);
            g_autoptr (GPtrArray) rows = upstand_store_list (fixture->store, query, 3, &error);
            g_assert_no_error (error);
        }
        /* insert and update: what each statement names is there, in the same number. */
        g_autofree char *table =
            g_strdup_printf ("SELECT COUNT(*) FROM pragma_table_info('%s')", (*type)->name);
        gint64 columns = upstand_database_number (database, 0, NULL, table, ""), fields = 2;
        for (guint i = 0; i < (*type)->n_fields; i++)
            fields += (*type)->fields[i].kind != UPSTAND_KIND_LINKS;
        g_assert_cmpint (columns, ==, fields);
    }
}

/* The view that is searched names the fields marked as searched, in their order. */
static void
test_searchable_view (Fixture *fixture, gconstpointer data)
{
    UpstandDatabase *database = upstand_store_get_database (fixture->store);
    g_autofree char *sql = upstand_database_text (
        database, NULL, "SELECT sql FROM sqlite_schema WHERE name = 'searchable'", "");
    g_auto (GStrv) parts = g_strsplit (sql, "UNION ALL", -1);
    for (const UpstandRecordType *const *type = upstand_registry_types (); *type; type++) {
        g_autoptr (GString) wanted = g_string_new (NULL);
        for (guint i = 0; i < (*type)->n_fields; i++)
            if ((*type)->fields[i].flags & UPSTAND_FIELD_SEARCHED)
                g_string_append_printf (wanted, "%s ", (*type)->fields[i].name);
        g_autofree char *mark = g_strdup_printf ("FROM %s( WHERE .*)?$", (*type)->name);
        g_autoptr (GString) named = g_string_new (NULL);
        for (guint p = 0; parts[p]; p++) {
            g_strstrip (parts[p]);
            if (!g_regex_match_simple (mark, parts[p], 0, 0))
                continue;
            /* The words are the fourth column: after the third comma that is not in brackets. */
            const char *words = strchr (parts[p], '\'');
            words = strchr (strchr (words, ',') + 1, ',');
            g_autoptr (GRegex) name = g_regex_new ("[a-z_]{2,}", 0, 0, NULL);
            g_autoptr (GMatchInfo) match = NULL;
            g_autofree char *list = g_strndup (words, strstr (words, "FROM") - words);
            for (g_regex_match (name, list, 0, &match); g_match_info_matches (match);
                 g_match_info_next (match, NULL)) {
                g_autofree char *word = g_match_info_fetch (match, 0);
                g_string_append_printf (named, "%s ", word);
            }
        }
        g_assert_cmpstr (named->str, ==, wanted->str);
    }
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandActivity) one = add_activity (fixture, "beta");
    g_autoptr (UpstandActivity) two = make_activity (fixture, "Alpha");
    g_clear_pointer (&two->owner, g_free);
    two->due = 0;
    two->state = UPSTAND_ACTIVITY_IN_PROGRESS;
    two->requirements = upstand_ids_add (two->requirements, fixture->other_requirement);
    g_assert_true (upstand_store_save (fixture->store, two, NULL));
    const struct {
        const char *field;
        UpstandOperator relation;
        const char *value;
        int expected;
    } cases[] = {
        { "owner", UPSTAND_IS, "Head of Public Protection", 1 },
        { "owner", UPSTAND_IS, "", 1 },
        { "owner", UPSTAND_IS_NOT, "Head of Public Protection", 1 },
        { "owner", UPSTAND_IS_NOT, "", 1 },
        { "state", UPSTAND_IS, "in-progress", 1 },
        { "state", UPSTAND_IS_NOT, "complete", 2 },
        { "due", UPSTAND_BEFORE, "2022-03-31", 0 },
        { "due", UPSTAND_BEFORE, "2022-04-01", 1 },
        { "due", UPSTAND_FROM, "2022-03-31", 1 },
        { "owner", UPSTAND_IS, "' OR 1=1 --", 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
        upstand_list_query_where (
            query, cases[i].field, cases[i].relation, (const char *[]){ cases[i].value, NULL });
        g_assert_cmpint (upstand_store_count (fixture->store, query, NULL), ==, cases[i].expected);
    }
    g_autoptr (UpstandListQuery) linked = upstand_list_query_new (&upstand_activity_type);
    upstand_list_query_where_id (
        linked, "requirements", UPSTAND_LINKED, fixture->other_requirement);
    g_assert_cmpint (upstand_store_count (fixture->store, linked, NULL), ==, 1);
    g_autoptr (UpstandListQuery) sorted = upstand_list_query_new (&upstand_activity_type);
    upstand_list_query_order (sorted, "title", FALSE);
    g_autoptr (GPtrArray) rows = upstand_store_list (fixture->store, sorted, 0, NULL);
    g_assert_cmpstr (((UpstandActivity *)g_ptr_array_index (rows, 0))->title, ==, "Alpha");
    g_autoptr (UpstandListQuery) none = upstand_list_query_new (&upstand_activity_type);
    upstand_list_query_where_ids (none, "requirements", UPSTAND_LINKED, NULL);
    g_assert_cmpint (upstand_store_count (fixture->store, none, NULL), ==, 0);
}

static void
test_search_words (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandActivity) one = add_activity (fixture, "Siân’s training (phase \"2\")");
    g_autoptr (UpstandActivity) two = add_activity (fixture, "Something else");
    const struct {
        const char *typed;
        guint expected;
    } cases[] = { { "sian", 1 }, { "SIÂN train", 1 }, { "phas 2", 1 }, { "nothing", 0 },
        { "public prot", 2 }, { "\"", 0 }, { "AND OR NOT", 0 }, { "*", 0 }, { "words:x", 0 },
        { "\xff", 0 }, { "", 0 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) hits = upstand_search_find (
            upstand_store_get_database (fixture->store), cases[i].typed, 10, &error);
        g_assert_no_error (error);
        g_test_message ("%s", cases[i].typed);
        g_assert_cmpint (hits->len, ==, cases[i].expected);
    }
}

/* Two programs at one plan: each sees what the other saved, neither loses anything. */
static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
    g_autoptr (UpstandStore) other = upstand_store_new (
        upstand_database_open (fixture->path, UPSTAND_DATABASE_WRITE, NULL), "other", "");
    g_autoptr (UpstandActivity) activity = add_activity (fixture, "Shared");
    int seen = 0;
    g_signal_connect_swapped (other, "changed::activity", G_CALLBACK (g_atomic_int_inc), &seen);
    upstand_store_poll (other);
    g_assert_cmpint (seen, ==, 1);
    g_autoptr (UpstandActivity) theirs =
        upstand_store_get (other, &upstand_activity_type, activity->parent_instance.id, NULL);
    theirs->percent = 70;
    g_assert_true (upstand_store_save (other, theirs, NULL));
    activity->percent = 10;
    g_autoptr (GError) error = NULL;
    g_assert_false (upstand_store_save (fixture->store, activity, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE);
}

static void
test_list_model (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_assert_true (upstand_store_begin (fixture->store, "Many", &error));
    for (int i = 0; i < 500; i++) {
        g_autofree char *title = g_strdup_printf ("Number %03d", i);
        g_autoptr (UpstandActivity) activity = add_activity (fixture, title);
    }
    g_assert_true (upstand_store_commit (fixture->store, &error));
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_list_query_order (query, "title", FALSE);
    g_autoptr (UpstandListModel) model = upstand_list_model_new (fixture->store, query);
    g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 40);
    g_assert_true (upstand_list_model_is_loading (model));
    while (upstand_list_model_is_loading (model))
        g_main_context_iteration (NULL, TRUE);
    g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 500);
    for (guint i = 0; i < 500; i += 83) {
        g_autoptr (UpstandActivity) item = g_list_model_get_item (G_LIST_MODEL (model), i);
        g_autofree char *title = g_strdup_printf ("Number %03d", i);
        g_assert_cmpstr (item->title, ==, title);
        g_assert_cmpint (item->requirements->len, ==, 1);
    }
    /* An edit appears where it stands; a deletion closes the gap. */
    g_autoptr (UpstandActivity) item = g_list_model_get_item (G_LIST_MODEL (model), 7);
    g_autoptr (UpstandActivity) copy = upstand_record_copy (item);
    copy->percent = 33;
    g_assert_true (upstand_store_save (fixture->store, copy, NULL));
    g_autoptr (UpstandActivity) gone = g_list_model_get_item (G_LIST_MODEL (model), 8);
    g_assert_true (upstand_store_delete (fixture->store, gone, &error));
    g_assert_no_error (error);
    while (g_list_model_get_n_items (G_LIST_MODEL (model)) != 499)
        g_main_context_iteration (NULL, TRUE);
    g_autoptr (UpstandActivity) changed = g_list_model_get_item (G_LIST_MODEL (model), 7);
    g_assert_cmpint (changed->percent, ==, 33);
    g_autoptr (UpstandActivity) next = g_list_model_get_item (G_LIST_MODEL (model), 8);
    g_assert_cmpstr (next->title, ==, "Number 009");

    upstand_list_query_search (query, "number 42");
    upstand_list_model_set_query (model, query);
    g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 10);
    upstand_list_query_search (query, "042");
    upstand_list_model_set_query (model, query);
    g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
    g_autoptr (GError) error = NULL;
    g_clear_object (&fixture->store);
    fixture->store = upstand_store_new (
        upstand_database_open (fixture->path, UPSTAND_DATABASE_READ_ONLY, &error), "t", "");
    g_assert_no_error (error);
    g_autoptr (UpstandActivity) activity = make_activity (fixture, "No");
    g_assert_false (upstand_store_save (fixture->store, activity, &error));
    g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_READ_ONLY);
    g_clear_object (&fixture->store);
    fixture->store = upstand_store_new (
        upstand_database_open (fixture->path, UPSTAND_DATABASE_WRITE, NULL), "t", "");
}

/* Every kind's text form round-trips, and what is not of the kind is refused. */
static void
test_kinds (void)
{
    const struct {
        const char *field;
        const char *good[4];
        const char *bad[4];
    } cases[] = {
        { "title", { "x", "Siân \"=1+1\"", "a\nb" }, { "\xff" } },
        { "state", { "not-started", "cancelled" }, { "Cancelled", "nonsense" } },
        { "due", { "2022-03-31", "2024-02-29" }, { "2023-02-29", "31/3/2022", "2022-3-31" } },
        { "percent", { "0", "-5", "9223372036854775807" }, { "1.5", " 1", "9223372036854775808" } },
        { "key_milestone", { "1", "0" }, { "yes", "2" } },
        { "requirements", { "5", "5 12 90" }, { "a", "-1" } },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
        const UpstandField *field =
            upstand_record_type_find_field (&upstand_activity_type, cases[i].field);
        for (guint v = 0; v < 4 && cases[i].good[v]; v++) {
            g_assert_true (upstand_record_set_text (activity, field, cases[i].good[v], NULL));
            g_autofree char *text = upstand_record_get_text (activity, field);
            g_assert_cmpstr (text, ==, cases[i].good[v]);
            g_autoptr (UpstandActivity) copy = upstand_record_copy (activity);
            g_assert_true (upstand_record_same (activity, copy, field));
            for (guint b = 0; b < 4 && cases[i].bad[b]; b++) {
                g_autoptr (GError) error = NULL;
                g_assert_false (upstand_record_set_text (activity, field, cases[i].bad[b], &error));
                g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
                g_assert_true (upstand_record_same (activity, copy, field));
            }
        }
        g_assert_true (upstand_record_set_text (activity, field, NULL, NULL));
    }
}

typedef struct {
    UpstandRecord parent_instance;
    gint64 amount;
} Sum;

static void
test_decimals (void)
{
    const UpstandField field = UPSTAND_DECIMAL (Sum, amount, "Amount", 0, 2);
    const UpstandKindFunctions *kind = upstand_kind (UPSTAND_KIND_DECIMAL);
    gint64 amount;
    const struct {
        const char *text;
        gint64 expected;
        const char *canonical;
    } good[] = { { "12.5", 1250, "12.50" }, { "-0.05", -5, "-0.05" }, { "0", 0, "0.00" },
        { "1234567890123.45", G_GINT64_CONSTANT (123456789012345), "1234567890123.45" } };
    for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
        g_assert_true (kind->set (&amount, &field, good[i].text));
        g_assert_cmpint (amount, ==, good[i].expected);
        g_autofree char *text = kind->get (&amount, &field);
        g_assert_cmpstr (text, ==, good[i].canonical);
    }
    const char *bad[] = { "1.234", "1,5", "1e5", ".", "-", "1.2.3", "99999999999999999999" };
    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        g_assert_false (kind->set (&amount, &field, bad[i]));
    g_assert_true (kind->typed (&amount, &field, "1,234.5", 0, NULL));
    g_assert_cmpint (amount, ==, 123450);
}

static void
test_typed (void)
{
    UpstandDay today = upstand_date_new (2022, 2, 10);
    const struct {
        const char *field;
        const char *typed;
        const char *expected; /* NULL: refused */
    } cases[] = {
        { "state", "In progress", "in-progress" },
        { "state", " COMPLETE ", "complete" },
        { "state", "done", NULL },
        { "due", "31/3/22", "2022-03-31" },
        { "due", "31 Foo", NULL },
        { "percent", "45 %", "45" },
        { "percent", "45.0", "45" },
        { "percent", "a few", NULL },
        { "key_milestone", "Yes", "1" },
        { "key_milestone", "maybe", NULL },
        { "title", "  two\nlines ", "two lines" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (UpstandActivity) activity = upstand_record_new (&upstand_activity_type);
        const UpstandField *field =
            upstand_record_type_find_field (&upstand_activity_type, cases[i].field);
        g_autoptr (GError) error = NULL;
        gboolean taken = upstand_record_set_typed (activity, field, cases[i].typed, today, &error);
        g_autofree char *text = upstand_record_get_text (activity, field);
        g_test_message ("%s: %s", cases[i].field, cases[i].typed);
        g_assert_cmpint (taken, ==, cases[i].expected != NULL);
        if (taken)
            g_assert_cmpstr (text, ==, cases[i].expected);
        else
            g_assert_error (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID);
    }
}

#define STORE_TEST(name, function) \
    g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
    setlocale (LC_ALL, "");
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/kinds/text", test_kinds);
    g_test_add_func ("/kinds/decimals", test_decimals);
    g_test_add_func ("/kinds/typed", test_typed);
    STORE_TEST ("save-and-read", test_save_and_read);
    STORE_TEST ("same-saves-nothing", test_same_saves_nothing);
    STORE_TEST ("invalid", test_invalid);
    STORE_TEST ("stale", test_stale);
    STORE_TEST ("undo-redo", test_undo_redo);
    STORE_TEST ("undo-refused", test_undo_refused);
    STORE_TEST ("undo-distrusts-history", test_undo_distrusts_history);
    STORE_TEST ("batch", test_batch);
    STORE_TEST ("delete", test_delete_takes_what_it_owns);
    STORE_TEST ("history", test_history);
    STORE_TEST ("statements", test_statements_prepare);
    STORE_TEST ("searchable-view", test_searchable_view);
    STORE_TEST ("filters", test_filters);
    STORE_TEST ("search", test_search_words);
    STORE_TEST ("two-writers", test_two_writers);
    STORE_TEST ("list-model", test_list_model);
    STORE_TEST ("read-only", test_read_only);
    return g_test_run ();
}
