/* SPDX-License-Identifier: MIT */
#include "exchange/replies-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "database/error.h"
#include "exchange/headcount-table.h"
#include "exchange/xlsx-values.h"

static const ReplyKind *const kinds[] = {
    [UPSTAND_REPLIES_HEADCOUNT] = &upstand_headcount_replies,
    [UPSTAND_REPLIES_UPDATES] = &upstand_update_replies,
};

static void
change_free (gpointer data)
{
    ReplyChange *change = data;
    char *const texts[] = { change->shown.file, change->shown.sheet, change->shown.column,
        change->shown.subject, change->shown.what, change->shown.sent, change->shown.before,
        change->shown.after, change->shown.warning, change->key, change->record_key, change->text,
        change->words };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_free (texts[i]);
    g_free (change);
}

static void
file_free (gpointer data)
{
    UpstandReplyFile *file = data;
    g_free (file->path);
    g_free (file->name);
    g_free (file->subject);
    g_free (file);
}

UpstandReplies *
upstand_replies_new (const UpstandRepliesRequest *request)
{
    g_return_val_if_fail (request && request->kind < G_N_ELEMENTS (kinds), NULL);
    UpstandReplies *self = g_new0 (UpstandReplies, 1);
    self->kind = kinds[request->kind];
    self->request = *request;
    self->request.subject = g_strdup (request->subject);
    self->request.mapping = g_strdup (request->mapping);
    self->files = g_ptr_array_new_with_free_func (file_free);
    self->all = g_ptr_array_new_with_free_func (change_free);
    self->changes = g_ptr_array_new ();
    self->headings = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (self->headings, NULL);
    self->refusals = g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_reply_refusal_free);
    return self;
}

static void
forget (UpstandReplies *self)
{
    g_ptr_array_set_size (self->changes, 0);
    g_ptr_array_set_size (self->all, 0);
    g_ptr_array_set_size (self->refusals, 0);
    g_ptr_array_set_size (self->files, 0);
    g_ptr_array_set_size (self->headings, 0);
    g_ptr_array_add (self->headings, NULL);
    if (self->plan)
        self->kind->release (g_steal_pointer (&self->plan));
}

void
upstand_replies_free (UpstandReplies *self)
{
    if (!self)
        return;
    forget (self);
    g_ptr_array_unref (self->changes);
    g_ptr_array_unref (self->all);
    g_ptr_array_unref (self->refusals);
    g_ptr_array_unref (self->files);
    g_ptr_array_unref (self->headings);
    g_free ((char *)self->request.subject);
    g_free ((char *)self->request.mapping);
    g_free (self);
}

ReplyChange *
upstand_replies_add (UpstandReplies *self, UpstandReplyFile *file, UpstandReply *reply,
    const UpstandReplyRow *row, const UpstandReplyCell *cell)
{
    ReplyChange *change = g_new0 (ReplyChange, 1);
    const char *heading = g_hash_table_lookup (reply->headings, cell->column);
    g_autofree char *letters = upstand_xlsx_column_letters (cell->at);
    change->file = file;
    change->shown.file = g_strdup (reply->name);
    change->shown.sheet = g_strdup (row->sheet);
    change->shown.row = row->number;
    change->shown.column =
        heading && *heading ? g_strdup_printf ("%s, %s", letters, heading) : g_strdup (letters);
    g_ptr_array_add (self->all, change);
    return change;
}

void
upstand_replies_refuse_cell (UpstandReply *reply, const UpstandReplyRow *row,
    const UpstandReplyCell *cell, const char *reason)
{
    upstand_reply_refuse (reply, row->sheet, row->number, cell ? (int)cell->at : -1,
        cell ? g_hash_table_lookup (reply->headings, cell->column) : NULL, cell ? cell->text : NULL,
        reason);
}

gboolean
upstand_replies_check_identity (UpstandReplies *self, UpstandReply *reply)
{
    const char *reason = NULL;
    if (strcmp (reply->identity.kind, self->kind->kind) != 0)
        reason = _ ("This form asks for something else: it is not one of these.");
    else if (reply->layout != UPSTAND_FORM_LAYOUT)
        reason = _ ("This form was made by another version of Upstand. Send a new one out.");
    else if (reply->identity.plan != self->plan_id)
        reason = _ ("This form belongs to another plan.");
    if (reason)
        upstand_reply_refuse (reply, NULL, 0, -1, NULL, NULL, reason);
    return !reason;
}

/* Reading --------------------------------------------------------------------------------------
 */

/* What a reply says, so that the same one sent twice is known. */
static char *
make_print (UpstandReply *reply)
{
    g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
    const char *head = reply->identity.subject ? reply->identity.subject : "";
    g_checksum_update (sum, (const guchar *)head, (gssize)strlen (head) + 1);
    for (guint i = 0; i < reply->rows->len; i++) {
        UpstandReplyRow *row = g_ptr_array_index (reply->rows, i);
        g_checksum_update (sum, (const guchar *)row->key, (gssize)strlen (row->key) + 1);
        if (row->subject)
            g_checksum_update (
                sum, (const guchar *)row->subject, (gssize)strlen (row->subject) + 1);
        for (guint c = 0; c < row->cells->len; c++) {
            UpstandReplyCell *cell = g_ptr_array_index (row->cells, c);
            g_checksum_update (
                sum, (const guchar *)cell->column, (gssize)strlen (cell->column) + 1);
            g_checksum_update (sum, (const guchar *)cell->text, (gssize)strlen (cell->text) + 1);
        }
    }
    return g_strdup (g_checksum_get_string (sum));
}

static void
keep_headings (UpstandReplies *self, const char *const *headings)
{
    for (guint i = 0; headings[i]; i++) {
        if (!*headings[i] || g_strv_contains (upstand_replies_get_headings (self), headings[i]))
            continue;
        g_ptr_array_insert (self->headings, (int)self->headings->len - 1, g_strdup (headings[i]));
    }
}

static UpstandReply *
read_reply (UpstandReplies *self, const char *path, GCancellable *cancellable, GError **error)
{
    g_autoptr (UpstandTableReader) reader = upstand_table_reader_new (path, error);
    gboolean is_form = FALSE;
    UpstandReply *reply =
        reader ? upstand_form_reply_read (reader, path, &is_form, cancellable, error) : NULL;
    if (reply || !reader || is_form)
        return reply;
    if (self->request.kind == UPSTAND_REPLIES_HEADCOUNT) {
        reply =
            upstand_headcount_table_read (reader, path, self->request.mapping, cancellable, error);
        keep_headings (self, upstand_table_reader_get_headings (reader));
        return reply;
    }
    g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
        _ ("This is not a form that was sent out from a plan."));
    return NULL;
}

static void
take_refusals (UpstandReplies *self, UpstandReplyFile *file, GPtrArray *refusals)
{
    file->n_refused = refusals->len;
    while (refusals->len)
        g_ptr_array_add (self->refusals, g_ptr_array_steal_index (refusals, 0));
}

static gboolean
read_file (UpstandReplies *self, UpstandDatabase *database, const char *path, GHashTable *prints,
    GCancellable *cancellable, GError **error)
{
    g_autoptr (GError) local = NULL;
    UpstandReplyFile *file = g_new0 (UpstandReplyFile, 1);
    g_autoptr (UpstandReply) reply = read_reply (self, path, cancellable, &local);
    g_ptr_array_add (self->files, file);
    file->path = g_strdup (path);
    if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    if (!reply) {
        reply = upstand_reply_new (path);
        upstand_reply_refuse (reply, NULL, 0, -1, NULL, NULL, local->message);
        g_clear_error (&local);
    }
    file->name = g_strdup (reply->name);
    g_autofree char *print = make_print (reply);
    const char *earlier = reply->rows->len ? g_hash_table_lookup (prints, print) : NULL;
    gboolean is_whole = reply->refusals->len == 0;
    if (is_whole && earlier) {
        g_autofree char *reason = g_strdup_printf (_ ("This is the same reply as “%s”."), earlier);
        upstand_reply_refuse (reply, NULL, 0, -1, NULL, NULL, reason);
        is_whole = FALSE;
    }
    if (is_whole) {
        g_hash_table_insert (prints, g_steal_pointer (&print), g_strdup (reply->name));
        is_whole = self->kind->compare (self, file, reply, database, &local);
    }
    if (local) {
        g_propagate_error (error, g_steal_pointer (&local));
        return FALSE;
    }
    file->is_refused = !is_whole;
    take_refusals (self, file, reply->refusals);
    return TRUE;
}

/* Two answers to one cell: the same are one, different ones are a conflict. */
static void
settle_key (GPtrArray *answers, guint *n_conflicts)
{
    ReplyChange *first = g_ptr_array_index (answers, 0);
    gboolean differ = FALSE;
    for (guint i = 1; i < answers->len; i++) {
        ReplyChange *other = g_ptr_array_index (answers, i);
        differ |= g_strcmp0 (first->shown.after, other->shown.after) != 0;
    }
    if (differ)
        ++*n_conflicts;
    for (guint i = 0; i < answers->len; i++) {
        ReplyChange *change = g_ptr_array_index (answers, i);
        change->shown.conflict = differ ? *n_conflicts : 0;
        change->shown.is_taken = !differ && i == 0;
    }
}

/* Decides which changes are shown, and which of them are about one cell. */
static void
settle (UpstandReplies *self)
{
    g_autoptr (GHashTable) by_key =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    g_autoptr (GPtrArray) order = g_ptr_array_new ();
    guint n_conflicts = 0;

    g_ptr_array_set_size (self->changes, 0);
    for (guint i = 0; i < self->files->len; i++)
        ((UpstandReplyFile *)g_ptr_array_index (self->files, i))->n_changes = 0;
    for (guint i = 0; i < self->all->len; i++) {
        ReplyChange *change = g_ptr_array_index (self->all, i);
        if (change->file->is_refused || (change->file->n_refused && !self->skip_refused))
            continue;
        change->file->n_changes++;
        GPtrArray *answers = g_hash_table_lookup (by_key, change->key);
        if (!answers) {
            answers = g_ptr_array_new ();
            g_hash_table_insert (by_key, change->key, answers);
            g_ptr_array_add (order, answers);
        }
        g_ptr_array_add (answers, change);
    }
    for (guint i = 0; i < order->len; i++) {
        GPtrArray *answers = g_ptr_array_index (order, i);
        settle_key (answers, &n_conflicts);
        for (guint k = 0; k < answers->len; k++) {
            ReplyChange *change = g_ptr_array_index (answers, k);
            if (change->shown.conflict || k == 0)
                g_ptr_array_add (self->changes, change);
        }
    }
}

gboolean
upstand_replies_read (UpstandReplies *self, UpstandDatabase *database, const char *const *paths,
    UpstandRepliesProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (self && database && paths, FALSE);
    g_autoptr (GHashTable) prints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    guint n = g_strv_length ((GStrv)paths);
    forget (self);
    self->plan_id = upstand_database_number (database, 0, error, "SELECT MIN(id) FROM batch", "");
    if (!self->request.mapping)
        self->request.mapping = upstand_database_text (database, NULL,
            "SELECT value FROM setting WHERE name = $1", "t", UPSTAND_SETTING_HEADCOUNT_MAPPING);
    self->plan = self->kind->prepare (self, database, error);
    if (!self->plan)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        if (progress)
            progress ((double)i / n, user_data);
        if (!read_file (self, database, paths[i], prints, cancellable, error))
            return FALSE;
    }
    settle (self);
    return TRUE;
}

GPtrArray *
upstand_replies_get_files (UpstandReplies *self)
{
    return self->files;
}

GPtrArray *
upstand_replies_get_refusals (UpstandReplies *self)
{
    return self->refusals;
}

GPtrArray *
upstand_replies_get_changes (UpstandReplies *self)
{
    return self->changes;
}

const char *const *
upstand_replies_get_headings (UpstandReplies *self)
{
    return (const char *const *)self->headings->pdata;
}

const char *
upstand_replies_get_column (UpstandReplies *self, const char *heading)
{
    return upstand_headcount_table_find_column (heading, self->request.mapping);
}

void
upstand_replies_set_column (UpstandReplies *self, const char *heading, const char *column)
{
    g_autofree char *folded = upstand_table_reader_fold_heading (heading);
    g_auto (GStrv) lines =
        g_strsplit (self->request.mapping ? self->request.mapping : "", "\n", -1);
    g_autoptr (GString) mapping = g_string_new (NULL);
    for (guint i = 0; lines[i]; i++) {
        g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
        g_autofree char *other = parts[0] ? upstand_table_reader_fold_heading (parts[0]) : NULL;
        if (other && *other && strcmp (other, folded) != 0)
            g_string_append_printf (mapping, "%s\n", lines[i]);
    }
    g_string_append_printf (mapping, "%s\t%s\n", heading, column ? column : "");
    g_free ((char *)self->request.mapping);
    self->request.mapping = g_string_free (g_steal_pointer (&mapping), FALSE);
    self->is_mapped = TRUE;
}

guint
upstand_replies_count_taken (UpstandReplies *self)
{
    guint n = 0;
    for (guint i = 0; i < self->changes->len; i++)
        n += ((UpstandReplyChange *)g_ptr_array_index (self->changes, i))->is_taken;
    return n;
}

guint
upstand_replies_count_open (UpstandReplies *self)
{
    g_autoptr (GHashTable) open = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < self->changes->len; i++) {
        UpstandReplyChange *change = g_ptr_array_index (self->changes, i);
        if (change->conflict)
            g_hash_table_add (open, GUINT_TO_POINTER (change->conflict));
    }
    for (guint i = 0; i < self->changes->len; i++) {
        UpstandReplyChange *change = g_ptr_array_index (self->changes, i);
        if (change->is_taken)
            g_hash_table_remove (open, GUINT_TO_POINTER (change->conflict));
    }
    return g_hash_table_size (open);
}

guint
upstand_replies_count_unchanged (UpstandReplies *self)
{
    guint n = 0;
    for (guint i = 0; i < self->files->len; i++) {
        UpstandReplyFile *file = g_ptr_array_index (self->files, i);
        n += file->is_refused ? 0 : file->n_unchanged;
    }
    return n;
}

void
upstand_replies_set_taken (UpstandReplies *self, UpstandReplyChange *change, gboolean taken)
{
    g_return_if_fail (self && change);
    for (guint i = 0; taken && change->conflict && i < self->changes->len; i++) {
        UpstandReplyChange *other = g_ptr_array_index (self->changes, i);
        if (other->conflict == change->conflict)
            other->is_taken = FALSE;
    }
    change->is_taken = taken;
}

void
upstand_replies_set_skip_refused (UpstandReplies *self, gboolean skip)
{
    self->skip_refused = skip;
    settle (self);
}

/* Applying -------------------------------------------------------------------------------------
 */

gboolean
upstand_replies_apply (
    UpstandReplies *self, UpstandStore *store, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (self && UPSTAND_IS_STORE (store), FALSE);
    guint open = upstand_replies_count_open (self), n = upstand_replies_count_taken (self);
    if (open) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_REFUSED,
            g_dngettext (GETTEXT_PACKAGE,
                "%u cell is answered differently by two replies, so nothing was saved.",
                "%u cells are answered differently by two replies, so nothing was saved.", open),
            open);
        return FALSE;
    }
    g_autofree char *title =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Replies taken in: %u change",
                             "Replies taken in: %u changes", n),
            n);
    if (!upstand_store_begin (store, title, error))
        return FALSE;
    g_autoptr (GHashTable) edited = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
    gboolean done = TRUE;
    self->edited = edited;
    self->added = added;
    for (guint i = 0; done && i < self->changes->len; i++) {
        const ReplyChange *change = g_ptr_array_index (self->changes, i);
        if (change->shown.is_taken)
            done = self->kind->apply (self, change, store, error);
    }
    for (guint i = 0; done && i < added->len; i++)
        done = upstand_store_save (store, g_ptr_array_index (added, i), error);
    if (done && self->is_mapped)
        done = upstand_store_set_setting (
            store, UPSTAND_SETTING_HEADCOUNT_MAPPING, self->request.mapping, error);
    done = done && !g_cancellable_set_error_if_cancelled (cancellable, error);
    self->edited = NULL;
    self->added = NULL;
    if (done)
        return upstand_store_commit (store, error);
    upstand_store_rollback (store);
    return FALSE;
}
