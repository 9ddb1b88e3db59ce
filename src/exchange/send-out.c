/* SPDX-License-Identifier: MIT */
#include "exchange/send-out.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "database/error.h"
#include "exchange/headcount-form.h"
#include "exchange/update-form.h"
#include "exchange/workbook.h"
#include "records/export-log.h"
#include "records/plan.h"

#define DAYS_TO_REPLY 14

/* What all forms of one sending share. */
typedef struct {
    UpstandStore *store;
    UpstandDatabase *database;
    const UpstandSendOut *request;
    const char *classification;
    const char *reply_to;
    char *force;
    char *period; /* in words, for the cover */
    char *period_key; /* in file names and the log */
    gint64 plan_id, batch_id;
    UpstandHeadcountPlan *plan; /* of headcount */
    UpstandCensus *census;
} Sending;

static void
recipient_free (gpointer data)
{
    UpstandRecipient *recipient = data;
    g_free (recipient->subject);
    g_free (recipient->name);
    g_free (recipient);
}

static void
add_recipient (GPtrArray *list, const char *subject, const char *name)
{
    UpstandRecipient *recipient = g_new (UpstandRecipient, 1);
    recipient->subject = g_strdup (subject);
    recipient->name = g_strdup (name);
    g_ptr_array_add (list, recipient);
}

static const char *
get_name (UpstandRepliesKind kind)
{
    return kind == UPSTAND_REPLIES_HEADCOUNT ? UPSTAND_HEADCOUNT_FORM : UPSTAND_UPDATE_FORM;
}

const char *
upstand_send_out_classification (UpstandRepliesKind kind)
{
    /* Activities name risks and blockers, as the plan that is exported does. */
    return kind == UPSTAND_REPLIES_UPDATES ? "OFFICIAL-SENSITIVE" : "OFFICIAL";
}

UpstandDay
upstand_send_out_due (UpstandDay census, UpstandDay today)
{
    return MAX (census, today) + DAYS_TO_REPLY;
}

/* Recipients -----------------------------------------------------------------------------------
 */

static gboolean
list_units (
    UpstandHeadcountPlan *plan, const UpstandSendOut *request, GPtrArray *list, GError **error)
{
    UpstandCensus *census = upstand_headcount_plan_get_census (plan, request->census_id);
    if (!census) {
        g_set_error_literal (
            error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND, _ ("The plan has no such census."));
        return FALSE;
    }
    g_autoptr (GPtrArray) units = upstand_headcount_plan_list_units (plan, census->as_at);
    for (guint i = 0; i < units->len; i++) {
        UpstandUnit *unit = g_ptr_array_index (units, i);
        g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, UPSTAND_RECORD (unit)->id);
        if (!request->only || strcmp (request->only, subject) == 0)
            add_recipient (list, subject, unit->name);
    }
    return TRUE;
}

static gboolean
list_owners (
    UpstandDatabase *database, const UpstandSendOut *request, GPtrArray *list, GError **error)
{
    g_auto (GStrv) owners = upstand_update_form_list_owners (database, error);
    for (guint i = 0; owners && owners[i]; i++)
        if (!request->only || strcmp (request->only, owners[i]) == 0)
            add_recipient (list, owners[i], owners[i]);
    return owners != NULL;
}

static GPtrArray *
list_recipients (UpstandDatabase *database, UpstandHeadcountPlan *plan,
    const UpstandSendOut *request, GError **error)
{
    g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (recipient_free);
    gboolean headcount = request->kind == UPSTAND_REPLIES_HEADCOUNT;
    if (!(headcount ? list_units (plan, request, list, error)
                    : list_owners (database, request, list, error)))
        return NULL;
    if (list->len)
        return g_steal_pointer (&list);
    const char *reason;
    if (headcount)
        reason = request->only
                     ? _ ("This unit is asked for no figures: it was not open on that day, or its "
                          "parts are asked.")
                     : _ ("No unit was open on the day of this census.");
    else
        reason = request->only ? _ ("This owner has no activity that is still to be done.")
                               : _ ("No activity that is still to be done has an owner.");
    g_set_error_literal (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND, reason);
    return NULL;
}

GPtrArray *
upstand_send_out_list (UpstandDatabase *database, const UpstandSendOut *request, GError **error)
{
    g_return_val_if_fail (database && request, NULL);
    g_autoptr (UpstandHeadcountPlan) plan = NULL;
    if (request->kind == UPSTAND_REPLIES_HEADCOUNT) {
        plan = upstand_headcount_plan_read (database, error);
        if (!plan)
            return NULL;
    }
    return list_recipients (database, plan, request, error);
}

/* Forms ----------------------------------------------------------------------------------------
 */

static void
add_instructions (const Sending *self, UpstandForm *form, const UpstandRecipient *recipient)
{
    const UpstandSendOut *request = self->request;
    g_autofree char *due = upstand_date_format (request->due, UPSTAND_DATE_LONG);
    upstand_form_add_instruction (form, _ ("For"), recipient->name);
    if (request->due)
        upstand_form_add_instruction (form, _ ("Wanted by"), due);
    upstand_form_add_instruction (
        form, _ ("Send it back to"), *self->reply_to ? self->reply_to : _ ("whoever sent it"));
    if (request->kind == UPSTAND_REPLIES_HEADCOUNT) {
        upstand_form_add_instruction (form, _ ("What is asked"), self->period);
        upstand_form_add_instruction (form, _ ("How to fill it in"),
            _ ("Fill in the framed cells of the sheets that follow: as at the day of the census, "
               "officers and staff apart, by heads and in full-time equivalents. The definitions "
               "show beside a cell that you choose, and on a sheet of their own. The figures of "
               "the census before stand on the right."));
        upstand_form_add_instruction (form, _ ("Where there is no number"),
            _ ("Type 0 only when there are none. When a figure is not collected, does not apply to "
               "your unit or is withheld, leave the cell empty and choose the word at the end of "
               "the row. What is empty and without a word counts as not answered."));
    } else {
        upstand_form_add_instruction (form, _ ("How to fill it in"),
            _ ("For each activity put the state and the percentage right if they have changed, and "
               "write in a sentence or two what happened. If a date cannot be held, propose a new "
               "one and say why. What you leave as it is stays as it is."));
    }
    upstand_form_add_instruction (form, _ ("No names"),
        _ ("Write no names of victims, suspects or officers, no addresses and no crime numbers."));
    upstand_form_add_instruction (form, _ ("Keep the form"),
        _ ("Do not rename sheets, move rows or change headings: the reply is read by a program. "
           "Save it as an Excel workbook and send the file back."));
}

static UpstandForm *
build (const Sending *self, const UpstandRecipient *recipient, GError **error)
{
    const UpstandSendOut *request = self->request;
    gboolean headcount = request->kind == UPSTAND_REPLIES_HEADCOUNT;
    UpstandFormIdentity identity = { .kind = (char *)get_name (request->kind),
        .plan = self->plan_id,
        .census = headcount ? request->census_id : 0,
        .batch = self->batch_id,
        .subject = recipient->subject,
        .sent = request->today };
    g_autofree char *title = headcount ? g_strdup_printf (_ ("Specialists: %s"), recipient->name)
                                       : g_strdup_printf (_ ("Activities: %s"), recipient->name);
    UpstandCover cover = { .title = title,
        .force = self->force,
        .period = self->period,
        .classification = self->classification,
        /* Noon of the day, so that the same form has the same bytes. */
        .created =
            ((gint64)request->today - (gint64)upstand_date_new (1970, 1, 1)) * 86400 + 43200 };
    UpstandForm *form;
    if (headcount) {
        gint64 unit_id = g_ascii_strtoll (recipient->subject, NULL, 10);
        form = upstand_headcount_form_new (self->plan, self->census,
            upstand_headcount_plan_get_unit (self->plan, unit_id), &identity, &cover);
    } else {
        form = upstand_update_form_new (self->database, &identity, &cover, error);
    }
    if (form)
        add_instructions (self, form, recipient);
    return form;
}

static char *
make_path (const Sending *self, const char *folder, const UpstandRecipient *recipient)
{
    for (guint n = 1;; n++) {
        g_autofree char *number = n > 1 ? g_strdup_printf (" %u", n) : g_strdup ("");
        g_autofree char *name =
            g_strdup_printf ("%s %s %s %s%s %s.xlsx", self->force, get_name (self->request->kind),
                self->period_key, recipient->name, number, self->classification);
        g_strdelimit (name, "/\\:*?\"<>|\n\r\t", '-');
        g_autofree char *path = g_build_filename (folder, name, NULL);
        /* What is there may be a reply that nobody has taken in yet. */
        if (!g_file_test (path, G_FILE_TEST_EXISTS))
            return g_steal_pointer (&path);
    }
}

static gboolean
log_one (const Sending *self, const char *path, const UpstandRecipient *recipient, GError **error)
{
    g_autoptr (UpstandExportLog) entry = upstand_record_new (&upstand_export_log_type);
    entry->made = self->request->today;
    entry->return_id = g_strdup (get_name (self->request->kind));
    entry->period = g_strdup (self->period_key);
    entry->format = g_strdup ("xlsx");
    entry->classification = g_strdup (self->classification);
    entry->file = g_path_get_basename (path);
    entry->recipient = g_strdup (recipient->name);
    entry->reason = g_strdup (_ ("Form to be filled in and sent back"));
    return upstand_store_save (self->store, entry, error);
}

static gboolean
log_all (const Sending *self, GPtrArray *paths, GPtrArray *recipients, GError **error)
{
    g_autofree char *title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Sent out: %u form", "Sent out: %u forms", paths->len),
        paths->len);
    if (!upstand_store_begin (self->store, title, error))
        return FALSE;
    upstand_store_fix_batch (self->store);
    gboolean done = TRUE;
    for (guint i = 0; done && i < paths->len; i++)
        done =
            log_one (self, g_ptr_array_index (paths, i), g_ptr_array_index (recipients, i), error);
    if (done)
        return upstand_store_commit (self->store, error);
    upstand_store_rollback (self->store);
    return FALSE;
}

static void
sending_clear (Sending *self)
{
    g_free (self->force);
    g_free (self->period);
    g_free (self->period_key);
    g_clear_pointer (&self->plan, upstand_headcount_plan_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sending, sending_clear)

static gboolean
prepare (Sending *self, GError **error)
{
    const UpstandSendOut *request = self->request;
    self->plan_id =
        upstand_database_number (self->database, 0, error, "SELECT MIN(id) FROM batch", "");
    self->batch_id =
        upstand_database_number (self->database, 0, error, "SELECT MAX(id) FROM batch", "");
    if (request->kind == UPSTAND_REPLIES_UPDATES) {
        g_autofree char *day = upstand_date_format (request->today, UPSTAND_DATE_LONG);
        self->period = g_strdup_printf (_ ("As at %s"), day);
        self->period_key = upstand_date_to_iso (request->today);
        return TRUE;
    }
    self->plan = upstand_headcount_plan_read (self->database, error);
    self->census =
        self->plan ? upstand_headcount_plan_get_census (self->plan, request->census_id) : NULL;
    if (!self->census)
        return self->plan != NULL; /* who asks for the recipients is told */
    g_autofree char *day = upstand_date_format (self->census->as_at, UPSTAND_DATE_LONG);
    self->period = g_strdup_printf (_ ("Census of %s"), day);
    self->period_key = upstand_date_to_iso (self->census->as_at);
    UpstandCensus *earlier = upstand_headcount_plan_get_earlier (self->plan, self->census);
    return upstand_headcount_plan_read_census (
               self->plan, self->database, request->census_id, error) &&
           (!earlier || upstand_headcount_plan_read_census (
                            self->plan, self->database, UPSTAND_RECORD (earlier)->id, error));
}

GStrv
upstand_send_out_write (UpstandStore *store, const UpstandSendOut *request, const char *folder,
    UpstandRepliesProgress progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && request && folder, NULL);
    const char *post = upstand_store_get_post (store);
    g_auto (Sending) self = { .store = store,
        .database = upstand_store_get_database (store),
        .request = request,
        .classification = request->classification ? request->classification
                                                  : upstand_send_out_classification (request->kind),
        .reply_to =
            request->reply_to && *request->reply_to ? request->reply_to : (post ? post : ""),
        .force = upstand_plan_get_force (store) };
    if (!prepare (&self, error))
        return NULL;
    g_autoptr (GPtrArray) recipients = list_recipients (self.database, self.plan, request, error);
    g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
    gboolean done = recipients != NULL;
    for (guint i = 0; done && i < recipients->len; i++) {
        const UpstandRecipient *recipient = g_ptr_array_index (recipients, i);
        g_autofree char *path = make_path (&self, folder, recipient);
        g_autoptr (UpstandForm) form = build (&self, recipient, error);
        if (progress)
            progress ((double)i / recipients->len, user_data);
        done = form && upstand_workbook_write_form (form, path, cancellable, error);
        if (done)
            g_ptr_array_add (paths, g_steal_pointer (&path));
    }
    done = done && log_all (&self, paths, recipients, error);
    for (guint i = 0; !done && i < paths->len; i++)
        g_unlink (g_ptr_array_index (paths, i));
    if (!done)
        return NULL;
    g_ptr_array_add (paths, NULL);
    return (GStrv)g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}
