/* SPDX-License-Identifier: MIT */
#include "exchange/replies-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "database/error.h"
#include "exchange/headcount-form.h"
#include "exchange/headcount-table.h"
#include "rules/identifiers.h"

typedef enum { FIELD_FIGURE, FIELD_NOTE } Field;

/* One row on its way into changes. */
typedef struct {
    UpstandReplies *self;
    UpstandReplyFile *file;
    UpstandReply *reply;
    UpstandReplyRow *row;
    UpstandHeadcountPlan *plan;
    UpstandHeadcountPlace place;
    UpstandFigure otherwise; /* of empty cells; unanswered: they are no answer */
} Comparing;

static gpointer
prepare (UpstandReplies *self, UpstandDatabase *database, GError **error)
{
    return upstand_headcount_plan_read (database, error);
}

static void
release (gpointer plan)
{
    upstand_headcount_plan_free (plan);
}

static char *
make_key (const UpstandHeadcountPlace *place)
{
    return g_strdup_printf (
        "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%u/%u/%u", place->census_id,
        place->unit_id, place->capability_id, place->workforce, place->basis, place->count);
}

/* A state's word may be in the language the form was sent in, which is not always ours. */
static gboolean
parse (Comparing *at, const char *text, int decimals, UpstandFigure *figure, GError **error)
{
    /* Most cells are numbers. */
    g_autofree char *folded = g_ascii_isdigit (*text) ? NULL : g_utf8_casefold (text, -1);
    const char *key = folded ? g_hash_table_lookup (at->reply->words, folded) : NULL;
    return upstand_figure_parse (key ? key : text, decimals, figure, error);
}

static char *
describe_place (Comparing *at)
{
    const UpstandHeadcountPlace *place = &at->place;
    /* Translators: count, capability, workforce, basis: "In post: PIP 2, Officers, FTE" */
    return g_strdup_printf (_ ("%s: %s, %s, %s"), gettext (upstand_counts[place->count].label),
        upstand_headcount_plan_get_capability_title (at->plan, place->capability_id),
        gettext (upstand_workforces[place->workforce].label),
        gettext (upstand_bases[place->basis].label));
}

/* The record as it would be, checked by its own rules. */
static gboolean
check_record (Comparing *at, UpstandFigure figure, GError **error)
{
    UpstandHeadcount *kept = upstand_headcount_plan_find (at->plan, &at->place);
    g_autoptr (UpstandHeadcount) record =
        kept ? upstand_record_copy (kept) : upstand_record_new (&upstand_headcount_type);
    record->census_id = at->place.census_id;
    record->unit_id = at->place.unit_id;
    record->capability_id = at->place.capability_id;
    record->workforce = at->place.workforce;
    record->basis = at->place.basis;
    record->count = at->place.count;
    record->state = figure.state;
    record->value = figure.value;
    g_autoptr (UpstandProblems) problems = upstand_record_check (UPSTAND_RECORD (record));
    const char *sentence = upstand_problems_first (problems, NULL);
    if (sentence)
        g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_INVALID, sentence);
    return !sentence;
}

static ReplyChange *
add_change (Comparing *at, const UpstandReplyCell *cell, Field field)
{
    ReplyChange *change = upstand_replies_add (at->self, at->file, at->reply, at->row, cell);
    UpstandUnit *unit = upstand_headcount_plan_get_unit (at->plan, at->place.unit_id);
    change->field = field;
    change->record_key = make_key (&at->place);
    change->key = g_strconcat (change->record_key, field == FIELD_NOTE ? "/note" : "", NULL);
    change->shown.subject = g_strdup (unit->name);
    change->shown.what = describe_place (at);
    return change;
}

static void
compare_cell (Comparing *at, const UpstandReplyCell *cell)
{
    int decimals = upstand_count_get_decimals (at->place.count, at->place.basis);
    UpstandFigure now = upstand_headcount_plan_get (at->plan, &at->place);
    UpstandFigure sent = now, figure = at->otherwise;
    g_autoptr (GError) error = NULL;

    if (cell->kind == UPSTAND_RAW_ERROR) {
        g_autofree char *reason =
            g_strdup_printf (_ ("The formula there failed (%s)."), cell->text);
        upstand_replies_refuse_cell (at->reply, at->row, cell, reason);
        return;
    }
    if (*cell->text && !parse (at, cell->text, decimals, &figure, &error)) {
        upstand_replies_refuse_cell (at->reply, at->row, cell, error->message);
        return;
    }
    /* Nothing said, or nothing changed by the person: the plan keeps what it has. */
    if (cell->sent && !parse (at, cell->sent, UPSTAND_FIGURE_PLACES, &sent, NULL))
        sent = now;
    gboolean is_answer = figure.state != UPSTAND_FIGURE_UNANSWERED;
    if (!is_answer || upstand_figure_equal (figure, now) ||
        (cell->sent && upstand_figure_equal (figure, sent))) {
        at->file->n_unchanged += is_answer;
        return;
    }
    if (!check_record (at, figure, &error)) {
        upstand_replies_refuse_cell (at->reply, at->row, cell, error->message);
        return;
    }
    ReplyChange *change = add_change (at, cell, FIELD_FIGURE);
    change->figure = figure;
    change->shown.before = upstand_figure_describe (now);
    change->shown.after = upstand_figure_describe (figure);
    if (!upstand_figure_equal (sent, now)) {
        change->shown.sent = upstand_figure_describe (sent);
        change->shown.warning = g_strdup (_ ("The plan has changed since the form was sent."));
    }
}

static void
compare_note (Comparing *at, const UpstandReplyCell *cell)
{
    const UpstandHeadcount *kept = upstand_headcount_plan_find (at->plan, &at->place);
    const char *now = kept && kept->note ? kept->note : "";
    if (!*cell->text)
        return;
    if (strcmp (cell->text, now) == 0 || g_strcmp0 (cell->sent, cell->text) == 0) {
        at->file->n_unchanged++;
        return;
    }
    ReplyChange *change = add_change (at, cell, FIELD_NOTE);
    /* Translators: the note of a cell: "Note, In post: PIP 2, Officers, FTE" */
    g_autofree char *what = g_strdup_printf (_ ("Note, %s"), change->shown.what);
    g_free (change->shown.what);
    change->shown.what = g_steal_pointer (&what);
    change->text = g_strdup (cell->text);
    change->shown.before = g_strdup (now);
    change->shown.after = g_strdup (cell->text);
    change->shown.warning = upstand_identifiers_warn (cell->text);
    if (cell->sent && strcmp (cell->sent, now) != 0)
        change->shown.sent = g_strdup (cell->sent);
}

/* What the row says of its empty cells. */
static void
read_otherwise (Comparing *at)
{
    UpstandReplyCell *cell = upstand_reply_row_find (at->row, UPSTAND_HEADCOUNT_STATE);
    g_autoptr (GError) error = NULL;
    at->otherwise = upstand_figure_without (UPSTAND_FIGURE_UNANSWERED);
    if (!cell || !*cell->text)
        return;
    UpstandFigure figure;
    if (parse (at, cell->text, 0, &figure, &error) && !upstand_figure_has_value (figure))
        at->otherwise = figure;
    else
        upstand_replies_refuse_cell (at->reply, at->row, cell,
            error ? error->message : _ ("A number does not belong here."));
}

static void
compare_row (Comparing *at)
{
    gboolean is_first = TRUE;
    read_otherwise (at);
    for (guint count = 0; count < UPSTAND_N_COUNTS; count++) {
        UpstandReplyCell *cell = upstand_reply_row_find (at->row, upstand_counts[count].key);
        gboolean is_people = count == UPSTAND_COUNT_PEOPLE;
        at->place.count = count;
        if (!cell)
            continue;
        const char *reason = NULL;
        if (is_people != (at->place.capability_id == 0))
            reason =
                _ ("Distinct people are counted over all capabilities, everything else for one.");
        else if (!upstand_count_applies (count, at->place.workforce, at->place.basis))
            reason = upstand_count_traits[count].by_workforce
                         ? _ ("This is counted for officers and staff apart.")
                         : _ ("This is counted for all together, and by heads.");
        if (reason) {
            if (*cell->text)
                upstand_replies_refuse_cell (at->reply, at->row, cell, reason);
            continue;
        }
        compare_cell (at, cell);
        UpstandReplyCell *note = upstand_reply_row_find (at->row, UPSTAND_HEADCOUNT_NOTE);
        if (is_first && note)
            compare_note (at, note);
        is_first = FALSE;
    }
}

/* Plain tables -----------------------------------------------------------------------------------
 */

static int
find_choice (const UpstandChoice *choices, const char *text)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (text);
    for (int i = 0; choices[i].key; i++) {
        const char *words[] = { choices[i].key, choices[i].label, gettext (choices[i].label) };
        for (guint w = 0; w < G_N_ELEMENTS (words); w++) {
            g_autofree char *word = upstand_table_reader_fold_heading (words[w]);
            if (strcmp (word, folded) == 0)
                return i;
        }
    }
    return -1;
}

/* A choice that a column names; @usual where there is no such column or the cell is empty. */
static gboolean
read_choice (
    Comparing *at, const char *column, const UpstandChoice *choices, guint usual, guint *chosen)
{
    UpstandReplyCell *cell = upstand_reply_row_find (at->row, column);
    int found = cell && *cell->text ? find_choice (choices, cell->text) : (int)usual;
    if (found < 0)
        upstand_replies_refuse_cell (at->reply, at->row, cell,
            choices == upstand_bases ? _ ("The basis is Headcount or FTE.")
                                     : _ ("The workforce is All, Officers or Staff."));
    *chosen = (guint)MAX (found, 0);
    return found >= 0;
}

static gboolean
refuse_row (Comparing *at, const UpstandReplyCell *cell, const char *reason)
{
    upstand_replies_refuse_cell (at->reply, at->row, cell, reason);
    return FALSE;
}

/* Whose figures the row of a plain table has, by the names in it. */
static gboolean
find_place (Comparing *at)
{
    UpstandReplyCell *cell = upstand_reply_row_find (at->row, UPSTAND_HEADCOUNT_TABLE_CAPABILITY);
    if (cell && *cell->text) {
        at->place.capability_id = upstand_headcount_plan_find_capability (at->plan, cell->text);
        if (!at->place.capability_id)
            return refuse_row (at, cell, _ ("The plan has no capability of this name."));
    }
    if (at->row->subject)
        at->place.unit_id = upstand_headcount_plan_find_unit (at->plan, at->row->subject);
    if (at->place.unit_id == 0 && at->row->subject) {
        g_autofree char *reason =
            g_strdup_printf (_ ("The plan has no unit “%s”."), at->row->subject);
        return refuse_row (at, NULL, reason);
    }
    if (at->place.unit_id < 0)
        return refuse_row (at, NULL, _ ("The plan has more than one unit of this name."));
    if (at->place.unit_id == 0)
        return refuse_row (at, NULL, _ ("Which unit these are the figures of is not said."));
    return read_choice (at, UPSTAND_HEADCOUNT_TABLE_WORKFORCE, upstand_workforces,
               UPSTAND_WORKFORCE_ALL, &at->place.workforce) &&
           read_choice (at, UPSTAND_HEADCOUNT_TABLE_BASIS, upstand_bases, UPSTAND_BASIS_HEADCOUNT,
               &at->place.basis);
}

/* Files ----------------------------------------------------------------------------------------
 */

static gboolean
refuse_file (UpstandReply *reply, const char *reason)
{
    upstand_reply_refuse (reply, NULL, 0, -1, NULL, NULL, reason);
    return FALSE;
}

static gboolean
find_unit (
    UpstandReplies *self, UpstandReply *reply, UpstandHeadcountPlace *place, UpstandReplyFile *file)
{
    UpstandHeadcountPlan *plan = self->plan;
    place->unit_id = reply->identity.kind ? g_ascii_strtoll (reply->identity.subject, NULL, 10)
                                          : self->request.unit_id;
    UpstandUnit *unit = upstand_headcount_plan_get_unit (plan, place->unit_id);
    if (!unit && reply->identity.kind)
        return refuse_file (reply, _ ("This form is of a unit that is no longer in the plan."));
    file->subject = unit ? g_strdup (unit->name) : NULL;
    if (!reply->identity.kind || !self->request.subject ||
        strcmp (self->request.subject, reply->identity.subject) == 0)
        return TRUE;
    g_autofree char *reason =
        g_strdup_printf (_ ("This form is of another unit than asked: %s."), unit->name);
    return refuse_file (reply, reason);
}

static gboolean
find_census (UpstandReplies *self, UpstandReply *reply, UpstandHeadcountPlace *place)
{
    gint64 asked = self->request.census_id;
    place->census_id = reply->identity.kind ? reply->identity.census : asked;
    UpstandCensus *census = upstand_headcount_plan_get_census (self->plan, place->census_id);
    if (!place->census_id)
        return refuse_file (reply, _ ("This is a plain table: say which census it is of."));
    if (!census)
        return refuse_file (reply, _ ("This form is of a census that is no longer in the plan."));
    if (!asked || asked == place->census_id)
        return TRUE;
    g_autofree char *day = upstand_date_format (census->as_at, UPSTAND_DATE_SHORT);
    g_autofree char *reason =
        g_strdup_printf (_ ("This form is of another census than asked: that of %s."), day);
    return refuse_file (reply, reason);
}

static gboolean
compare (UpstandReplies *self, UpstandReplyFile *file, UpstandReply *reply,
    UpstandDatabase *database, GError **error)
{
    UpstandHeadcountPlace place = { 0 };
    if ((reply->identity.kind && !upstand_replies_check_identity (self, reply)) ||
        !find_unit (self, reply, &place, file) || !find_census (self, reply, &place) ||
        !upstand_headcount_plan_read_census (self->plan, database, place.census_id, error))
        return FALSE;
    for (guint i = 0; i < reply->rows->len; i++) {
        Comparing at = { self, file, reply, g_ptr_array_index (reply->rows, i), self->plan, place,
            { 0 } };
        gboolean is_known = TRUE;
        if (!reply->identity.kind) {
            is_known = find_place (&at);
        } else if (!upstand_headcount_form_read_key (at.row->key, &at.place) ||
                   (at.place.capability_id && !upstand_headcount_plan_get_capability (
                                                  self->plan, at.place.capability_id))) {
            refuse_row (&at, NULL, _ ("This row is of a capability that is not in the plan."));
            is_known = FALSE;
        }
        if (is_known)
            compare_row (&at);
    }
    return TRUE;
}

/* Applying ---------------------------------------------------------------------------------------
 */

static gboolean
read_place (const char *key, UpstandHeadcountPlace *place)
{
    g_auto (GStrv) parts = g_strsplit (key, "/", 6);
    g_return_val_if_fail (g_strv_length (parts) == 6, FALSE);
    place->census_id = g_ascii_strtoll (parts[0], NULL, 10);
    place->unit_id = g_ascii_strtoll (parts[1], NULL, 10);
    place->capability_id = g_ascii_strtoll (parts[2], NULL, 10);
    place->workforce = (guint)g_ascii_strtoull (parts[3], NULL, 10);
    place->basis = (guint)g_ascii_strtoull (parts[4], NULL, 10);
    place->count = (guint)g_ascii_strtoull (parts[5], NULL, 10);
    return TRUE;
}

/* A cell that was empty when the replies were compared, and is not any more. */
static gboolean
check_empty (const UpstandHeadcount *record, UpstandDatabase *database, GError **error)
{
    gint64 taken = upstand_database_number (database, 0, error,
        "SELECT id FROM headcount WHERE census_id = $1 AND unit_id = $2"
        " AND COALESCE(capability_id, 0) = $3 AND count = $4 AND workforce = $5 AND basis = $6",
        "iiittt", record->census_id, record->unit_id, record->capability_id,
        upstand_counts[record->count].key, upstand_workforces[record->workforce].key,
        upstand_bases[record->basis].key);
    if (!taken)
        return !(error && *error);
    g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_STALE,
        _ ("Somebody else answered one of these cells in the meantime. Read the replies again."));
    return FALSE;
}

static gboolean
apply (UpstandReplies *self, const ReplyChange *change, UpstandStore *store, GError **error)
{
    UpstandHeadcount *record = g_hash_table_lookup (self->edited, change->record_key);
    if (!record) {
        UpstandHeadcountPlace place = { 0 };
        read_place (change->record_key, &place);
        UpstandHeadcount *kept = upstand_headcount_plan_find (self->plan, &place);
        record = kept ? upstand_record_copy (kept) : upstand_record_new (&upstand_headcount_type);
        record->census_id = place.census_id;
        record->unit_id = place.unit_id;
        record->capability_id = place.capability_id;
        record->workforce = place.workforce;
        record->basis = place.basis;
        record->count = place.count;
        g_hash_table_insert (self->edited, change->record_key, record);
        g_ptr_array_add (self->added, record);
        if (!kept && !check_empty (record, upstand_store_get_database (store), error))
            return FALSE;
    }
    if (change->field == FIELD_NOTE) {
        g_free (record->note);
        record->note = g_strdup (change->text);
    } else {
        record->state = change->figure.state;
        record->value = change->figure.value;
    }
    return TRUE;
}

const ReplyKind upstand_headcount_replies = {
    .kind = UPSTAND_HEADCOUNT_FORM,
    .prepare = prepare,
    .release = release,
    .compare = compare,
    .apply = apply,
};
