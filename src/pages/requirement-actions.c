/* SPDX-License-Identifier: MIT */
#include "pages/requirement-actions.h"

#include <glib/gi18n-lib.h>

#include "pages/record-dialog.h"
#include "pages/step.h"
#include "records/deadline-change.h"
#include "records/duty-done.h"

/* Until when a decision is proposed to hold; the person sees the date and may change it. */
#define PROPOSED_MONTHS 3

static void
show_dialog (GtkWidget *owner, UpstandStore *store, gpointer record, const char *heading,
    const char *advice, const char *const *fields, const char *step, UpstandDay today)
{
    UpstandRecordDialog *dialog = upstand_record_dialog_new (heading, store, record, fields, today);
    upstand_record_dialog_set_step (dialog, step);
    upstand_record_dialog_set_advice (dialog, advice);
    upstand_record_dialog_present (dialog, owner);
}

static void
default_text (char **text, const char *words)
{
    if (!*text)
        *text = g_strdup (words);
}

void
upstand_requirement_set_rating (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement, UpstandDay today)
{
    static const char *const fields[] = { "override_rating", "override_reason", "override_by",
        "override_review", NULL };
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (requirement);
    g_autofree char *step = g_strdup_printf (_ ("Rating of %s set by hand"), copy->code);
    if (!copy->override_rating)
        copy->override_rating = UPSTAND_RATING_ON_TRACK;
    default_text (&copy->override_by, upstand_store_get_post (store));
    copy->override_on = today;
    if (copy->override_review <= today)
        copy->override_review = upstand_date_add_months (today, PROPOSED_MONTHS);
    show_dialog (owner, store, copy, _ ("Set the rating by hand"),
        _ ("The computed rating stays beside it, and leads again when yours lapses."), fields, step,
        today);
}

void
upstand_requirement_clear_rating (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement)
{
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (requirement);
    g_autofree char *step = g_strdup_printf (_ ("%s goes by its computed rating"), copy->code);
    copy->override_rating = UPSTAND_RATING_NONE;
    g_clear_pointer (&copy->override_reason, g_free);
    g_clear_pointer (&copy->override_by, g_free);
    copy->override_on = copy->override_review = 0;
    upstand_step_save_with_undo (owner, store, copy, step);
}

void
upstand_requirement_set_not_applicable (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement, UpstandDay today)
{
    static const char *const fields[] = { "not_applicable_reason", "not_applicable_by", NULL };
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (requirement);
    g_autofree char *step = g_strdup_printf (_ ("%s does not apply"), copy->code);
    copy->not_applicable = TRUE;
    show_dialog (owner, store, copy, _ ("This duty does not apply to us"),
        _ ("An inspector will ask why, and who agreed. Name the post, not the person."), fields,
        step, today);
}

void
upstand_requirement_clear_not_applicable (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement)
{
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (requirement);
    g_autofree char *step = g_strdup_printf (_ ("%s applies again"), copy->code);
    copy->not_applicable = FALSE;
    g_clear_pointer (&copy->not_applicable_reason, g_free);
    g_clear_pointer (&copy->not_applicable_by, g_free);
    upstand_step_save_with_undo (owner, store, copy, step);
}

void
upstand_requirement_set_waiting (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement, UpstandDay today)
{
    static const char *const fields[] = { "waiting_reason", "waiting_review", NULL };
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (requirement);
    g_autofree char *step = g_strdup_printf (_ ("%s waits on others"), copy->code);
    copy->waiting = TRUE;
    if (copy->waiting_review <= today)
        copy->waiting_review = upstand_date_add_months (today, PROPOSED_MONTHS);
    show_dialog (owner, store, copy, _ ("Waiting on others"),
        _ ("After the day you give, the dates and the progress count again."), fields, step, today);
}

void
upstand_requirement_clear_waiting (
    GtkWidget *owner, UpstandStore *store, UpstandRequirement *requirement)
{
    g_autoptr (UpstandRequirement) copy = upstand_record_copy (requirement);
    g_autofree char *step = g_strdup_printf (_ ("%s no longer waits on others"), copy->code);
    copy->waiting = FALSE;
    g_clear_pointer (&copy->waiting_reason, g_free);
    copy->waiting_review = 0;
    upstand_step_save_with_undo (owner, store, copy, step);
}

void
upstand_requirement_move_deadline (GtkWidget *owner, UpstandStore *store,
    UpstandRequirement *requirement, UpstandDay current, UpstandDay today)
{
    static const char *const fields[] = { "new_date", "reason", "approved_by", NULL };
    g_autoptr (UpstandDeadlineChange) move = upstand_record_new (&upstand_deadline_change_type);
    g_autofree char *step = g_strdup_printf (_ ("Deadline of %s moved"), requirement->code);
    g_autofree char *from = upstand_date_format (current, UPSTAND_DATE_LONG);
    g_autofree char *advice =
        current
            ? g_strdup_printf (
                  _ ("It is %s now. A long move without an approval makes the duty slip."), from)
            : g_strdup (_ ("It has no deadline now."));
    move->requirement_id = requirement->parent_instance.id;
    move->old_date = current;
    show_dialog (owner, store, move, _ ("Move the deadline"), advice, fields, step, today);
}

gboolean
upstand_requirement_can_mark_done (
    const UpstandDutyRating *duty, const UpstandThresholds *thresholds)
{
    g_return_val_if_fail (duty && thresholds, FALSE);
    const UpstandClock *clock = &duty->result.clock;
    return (clock->kind == UPSTAND_CLOCK_REPEAT || clock->kind == UPSTAND_CLOCK_DEADLINE) &&
           upstand_clock_get_months (&duty->facts.clock.timing, thresholds) > 0;
}

void
upstand_requirement_mark_done (GtkWidget *owner, UpstandStore *store,
    UpstandRequirement *requirement, const UpstandClock *clock, UpstandDay today)
{
    static const char *const fields[] = { "done", "post", NULL };
    g_autoptr (UpstandDutyDone) period = upstand_record_new (&upstand_duty_done_type);
    g_autofree char *date = upstand_date_format (clock->intended, UPSTAND_DATE_LONG);
    g_autofree char *advice =
        g_strdup_printf (_ ("This answers the period that ends on %s."), date);
    g_autofree char *step = g_strdup_printf (_ ("%s done for %s"), requirement->code, date);
    period->requirement_id = requirement->parent_instance.id;
    period->intended = clock->intended;
    period->done = today;
    period->post = g_strdup (upstand_store_get_post (store));
    show_dialog (owner, store, period, _ ("Mark the period as done"), advice, fields, step, today);
}
