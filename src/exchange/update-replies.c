/* SPDX-License-Identifier: MIT */
#include "exchange/replies-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "database/error.h"
#include "exchange/update-form.h"
#include "records/activity.h"
#include "records/dated-update.h"
#include "rules/identifiers.h"

typedef enum { FIELD_STATE, FIELD_PERCENT, FIELD_WORDS, FIELD_DUE } Field;

/* What replies are compared with: the activities met so far. */
typedef struct {
    GHashTable *activities; /* id as text -> UpstandActivity */
} Plan;

/* One row on its way into changes. */
typedef struct {
    UpstandReplies *self;
    UpstandReplyFile *file;
    UpstandReply *reply;
    UpstandReplyRow *row;
    UpstandDatabase *database;
    UpstandActivity *now;
    UpstandActivity *then; /* as it would be */
    const char *words; /* the update; NULL: none */
    guint first; /* of the changes of this row */
} Comparing;

static gpointer
prepare (UpstandReplies *self, UpstandDatabase *database, GError **error)
{
    Plan *plan = g_new0 (Plan, 1);
    plan->activities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
    return plan;
}

static void
release (gpointer data)
{
    Plan *plan = data;
    g_hash_table_unref (plan->activities);
    g_free (plan);
}

static UpstandActivity *
find_activity (Plan *plan, UpstandDatabase *database, const char *key, GError **error)
{
    UpstandActivity *known = g_hash_table_lookup (plan->activities, key);
    gint64 id = g_ascii_strtoll (key, NULL, 10);
    if (known || id <= 0)
        return known;
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_list_query_only (query, id);
    g_autoptr (GPtrArray) found = upstand_list_query_run (query, database, 1, error);
    if (!found || !found->len)
        return NULL;
    UpstandActivity *activity = g_object_ref (g_ptr_array_index (found, 0));
    g_hash_table_insert (plan->activities, g_strdup (key), activity);
    return activity;
}

static const UpstandField *
field_of (const char *name)
{
    return upstand_record_type_find_field (&upstand_activity_type, name);
}

static ReplyChange *
add_change (Comparing *at, const UpstandReplyCell *cell, Field field, const char *what)
{
    ReplyChange *change = upstand_replies_add (at->self, at->file, at->reply, at->row, cell);
    change->field = field;
    change->record_key = g_strdup (at->row->key);
    change->key = g_strdup_printf ("%s/%u", at->row->key, field);
    change->shown.subject = g_strdup (at->now->title);
    change->shown.what = g_strdup (what);
    if (g_strcmp0 (at->now->owner, at->file->subject) != 0)
        change->shown.warning = g_strdup_printf (
            _ ("This activity now belongs to “%s”."), at->now->owner ? at->now->owner : "–");
    return change;
}

static void
warn (ReplyChange *change, const char *sentence)
{
    if (!sentence)
        return;
    char *both = change->shown.warning ? g_strdup_printf ("%s\n%s", change->shown.warning, sentence)
                                       : g_strdup (sentence);
    g_free (change->shown.warning);
    change->shown.warning = both;
}

/* The cell as a field of a scratch record; FALSE with a refusal. */
static gboolean
read_typed (Comparing *at, const UpstandReplyCell *cell, const char *text, const char *field,
    UpstandActivity *scratch)
{
    g_autofree char *folded = g_utf8_casefold (text, -1);
    const char *key = g_hash_table_lookup (at->reply->words, folded);
    g_autoptr (GError) error = NULL;
    if (cell->kind == UPSTAND_RAW_ERROR) {
        upstand_replies_refuse_cell (at->reply, at->row, cell, _ ("The formula there failed."));
        return FALSE;
    }
    if (upstand_record_set_typed (
            scratch, field_of (field), key ? key : text, at->self->request.today, &error))
        return TRUE;
    upstand_replies_refuse_cell (at->reply, at->row, cell, error->message);
    return FALSE;
}

/* State and percent: TRUE when the person changed it, and to something else than the plan has. */
static gboolean
differs (Comparing *at, const UpstandReplyCell *cell, const char *field, UpstandActivity *typed,
    ReplyChange **change, Field kind)
{
    g_autoptr (UpstandActivity) sent = upstand_record_copy (at->now);
    if (!cell || !*cell->text || !read_typed (at, cell, cell->text, field, typed))
        return FALSE;
    /* What stood there was written by us: it can be read. */
    if (cell->sent && *cell->sent)
        read_typed (at, cell, cell->sent, field, sent);
    if (upstand_record_same (typed, at->now, field_of (field)) ||
        (cell->sent && upstand_record_same (typed, sent, field_of (field)))) {
        at->file->n_unchanged++;
        return FALSE;
    }
    *change = add_change (at, cell, kind, gettext (field_of (field)->label));
    (*change)->shown.before = upstand_record_get_display (at->now, field_of (field));
    (*change)->shown.after = upstand_record_get_display (typed, field_of (field));
    (*change)->text = upstand_record_get_text (typed, field_of (field));
    if (!upstand_record_same (sent, at->now, field_of (field))) {
        (*change)->shown.sent = upstand_record_get_display (sent, field_of (field));
        warn (*change, _ ("The plan has changed since the form was sent."));
    }
    return TRUE;
}

/* Sets the state, and the words that such a state wants. */
static void
set_state (UpstandActivity *activity, guint state, const char *words, UpstandDay today)
{
    upstand_activity_set_state (activity, state, today);
    if (state == UPSTAND_ACTIVITY_CANCELLED && !activity->cancel_reason)
        activity->cancel_reason = g_strdup (words);
    if (state == UPSTAND_ACTIVITY_BLOCKED && !activity->blockers)
        activity->blockers = g_strdup (words);
}

static void
compare_state (Comparing *at)
{
    const UpstandReplyCell *state = upstand_reply_row_find (at->row, UPSTAND_UPDATE_STATE);
    const UpstandReplyCell *percent = upstand_reply_row_find (at->row, UPSTAND_UPDATE_PERCENT);
    g_autoptr (UpstandActivity) typed = upstand_record_copy (at->now);
    ReplyChange *change;
    if (differs (at, percent, "percent", typed, &change, FIELD_PERCENT))
        at->then->percent = typed->percent;
    if (differs (at, state, "state", typed, &change, FIELD_STATE)) {
        change->words = g_strdup (at->words);
        set_state (at->then, typed->state, at->words, at->self->request.today);
    }
}

/* The same words about the same activity are not said twice. */
static gboolean
is_known (Comparing *at, const char *words, GError **error)
{
    return upstand_database_number (at->database, 0, error,
               "SELECT COUNT(*) FROM dated_update"
               " WHERE activity_id = $1 AND words = $2 AND retracted = 0",
               "it", UPSTAND_RECORD (at->now)->id, words) > 0;
}

static void
compare_words (Comparing *at, GError **error)
{
    const UpstandReplyCell *cell = upstand_reply_row_find (at->row, UPSTAND_UPDATE_WORDS);
    if (!cell || !*cell->text)
        return;
    at->words = cell->text;
    if (is_known (at, cell->text, error)) {
        at->file->n_unchanged++;
        return;
    }
    ReplyChange *change = add_change (at, cell, FIELD_WORDS, _ ("Update"));
    g_autofree char *found = upstand_identifiers_warn (cell->text);
    change->text = g_strdup (cell->text);
    change->shown.before = g_strdup ("");
    change->shown.after = g_strdup (cell->text);
    warn (change, found);
}

/* The update that says why a date was moved. */
static char *
say_new_date (UpstandDay was, UpstandDay now, const char *reason)
{
    g_autofree char *new_date = upstand_date_format (now, UPSTAND_DATE_LONG);
    g_autofree char *old_date = upstand_date_format (was, UPSTAND_DATE_LONG);
    return was ? g_strdup_printf (_ ("New date %s instead of %s: %s"), new_date, old_date, reason)
               : g_strdup_printf (_ ("Date set to %s: %s"), new_date, reason);
}

static void
compare_due (Comparing *at)
{
    const UpstandReplyCell *due = upstand_reply_row_find (at->row, UPSTAND_UPDATE_DUE);
    const UpstandReplyCell *reason = upstand_reply_row_find (at->row, UPSTAND_UPDATE_REASON);
    gboolean has_reason = reason && *reason->text;
    g_autoptr (UpstandActivity) typed = upstand_record_copy (at->now);
    if (!due || !*due->text) {
        if (has_reason)
            upstand_replies_refuse_cell (at->reply, at->row, reason,
                _ ("There is a reason for a new date, and no new date."));
        return;
    }
    if (due->day)
        typed->due = due->day;
    else if (!read_typed (at, due, due->text, "due", typed))
        return;
    if (typed->due == at->now->due) {
        at->file->n_unchanged++;
        return;
    }
    if (!has_reason) {
        upstand_replies_refuse_cell (
            at->reply, at->row, due, _ ("A new date needs its reason, in the column beside it."));
        return;
    }
    ReplyChange *change = add_change (at, due, FIELD_DUE, gettext (field_of ("due")->label));
    g_autofree char *found = upstand_identifiers_warn (reason->text);
    g_autofree char *day = upstand_record_get_display (typed, field_of ("due"));
    change->day = typed->due;
    change->text = g_strdup (reason->text);
    change->shown.before = upstand_record_get_display (at->now, field_of ("due"));
    /* Translators: a new date and its reason: "31 Mar 2023: the trainer is ill" */
    change->shown.after = g_strdup_printf (_ ("%s: %s"), day, reason->text);
    warn (change, found);
    at->then->due = typed->due;
}

/* Refuses what the activity's own rules refuse, beside the cell that it came from. */
static void
check_row (Comparing *at)
{
    g_autoptr (UpstandProblems) problems = upstand_record_check (UPSTAND_RECORD (at->then));
    const char *field = NULL;
    const char *sentence = upstand_problems_first (problems, &field);
    if (!sentence || at->self->all->len == at->first)
        return;
    const char *column = strcmp (field, "due") == 0       ? UPSTAND_UPDATE_DUE
                         : strcmp (field, "percent") == 0 ? UPSTAND_UPDATE_PERCENT
                                                          : UPSTAND_UPDATE_STATE;
    upstand_replies_refuse_cell (
        at->reply, at->row, upstand_reply_row_find (at->row, column), sentence);
    g_ptr_array_set_size (at->self->all, (int)at->first);
}

static gboolean
compare_row (Comparing *at, GError **error)
{
    g_autoptr (GError) local = NULL;
    at->now = find_activity (at->self->plan, at->database, at->row->key, &local);
    if (!at->now && !local)
        upstand_replies_refuse_cell (
            at->reply, at->row, NULL, _ ("This activity is no longer in the plan."));
    if (at->now) {
        g_autoptr (UpstandActivity) then = upstand_record_copy (at->now);
        at->then = then;
        at->first = at->self->all->len;
        compare_words (at, &local);
        compare_state (at);
        compare_due (at);
        check_row (at);
    }
    if (local)
        g_propagate_error (error, g_steal_pointer (&local));
    return !(error && *error);
}

static gboolean
compare (UpstandReplies *self, UpstandReplyFile *file, UpstandReply *reply,
    UpstandDatabase *database, GError **error)
{
    if (!upstand_replies_check_identity (self, reply))
        return FALSE;
    file->subject = g_strdup (reply->identity.subject);
    if (self->request.subject && strcmp (self->request.subject, file->subject) != 0) {
        g_autofree char *reason =
            g_strdup_printf (_ ("This form is of another owner than asked: %s."), file->subject);
        upstand_reply_refuse (reply, NULL, 0, -1, NULL, NULL, reason);
        return FALSE;
    }
    for (guint i = 0; i < reply->rows->len; i++) {
        Comparing at = { .self = self,
            .file = file,
            .reply = reply,
            .row = g_ptr_array_index (reply->rows, i),
            .database = database };
        if (!compare_row (&at, error))
            return FALSE;
    }
    return TRUE;
}

static void
add_update (UpstandReplies *self, const ReplyChange *change, guint kind, const char *words)
{
    UpstandDatedUpdate *update = upstand_record_new (&upstand_dated_update_type);
    update->dated = self->request.today;
    update->kind = kind;
    update->words = g_strdup (words);
    update->post = g_strdup (change->file->subject);
    update->activity_id = g_ascii_strtoll (change->record_key, NULL, 10);
    g_ptr_array_add (self->added, update);
}

static gboolean
apply (UpstandReplies *self, const ReplyChange *change, UpstandStore *store, GError **error)
{
    Plan *plan = self->plan;
    UpstandActivity *record = g_hash_table_lookup (self->edited, change->record_key);
    if (!record && change->field != FIELD_WORDS) {
        record = upstand_record_copy (g_hash_table_lookup (plan->activities, change->record_key));
        g_hash_table_insert (self->edited, change->record_key, record);
        g_ptr_array_add (self->added, record);
    }
    switch ((Field)change->field) {
    case FIELD_STATE:
        set_state (record, (guint)upstand_choice_find (upstand_activity_states, change->text),
            change->words, self->request.today);
        break;
    case FIELD_PERCENT: record->percent = g_ascii_strtoll (change->text, NULL, 10); break;
    case FIELD_WORDS: add_update (self, change, UPSTAND_UPDATE_PROGRESS, change->text); break;
    case FIELD_DUE: {
        g_autofree char *words = say_new_date (record->due, change->day, change->text);
        add_update (self, change, UPSTAND_UPDATE_DECISION, words);
        record->due = change->day;
        break;
    }
    }
    return TRUE;
}

const ReplyKind upstand_update_replies = {
    .kind = UPSTAND_UPDATE_FORM,
    .prepare = prepare,
    .release = release,
    .compare = compare,
    .apply = apply,
};
