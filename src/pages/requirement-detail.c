/* SPDX-License-Identifier: MIT */
#include "pages/requirement-detail.h"

#include <glib/gi18n-lib.h>

#include "pages/activity-list.h"
#include "pages/day-words.h"
#include "pages/deadline-list.h"
#include "pages/evidence-list.h"
#include "pages/names.h"
#include "pages/recommendation-list.h"
#include "pages/requirement-actions.h"
#include "pages/requirement-status.h"
#include "pages/tie-list.h"
#include "pages/update-list.h"
#include "widgets/record-form.h"

struct _UpstandRequirementDetail {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandDay today;
    gint64 id;
    UpstandRequirement *requirement;
    UpstandPlanRatings *ratings;
    gulong changed_handler;

    GtkScrolledWindow *scroller;
    GtkLabel *title, *duty, *evidence_heading, *evidence;
    UpstandRequirementStatus *status;
    GtkLabel *owner_heading, *owner, *cadence, *original, *current_heading, *current, *due_heading,
        *due;
    UpstandSectionList *activities, *evidence_list, *ties, *updates, *deadlines, *periods;
    UpstandSectionList *recommendations;
    GtkWidget *mark_done;
    AdwBin *form_place;
    UpstandRecordForm *form; /* of what the force says of the duty; made with the first store */
};

G_DEFINE_FINAL_TYPE (UpstandRequirementDetail, upstand_requirement_detail, ADW_TYPE_BIN)

static const char *const own_fields[] = { "owner", "success_measure", "success_met", NULL };
static const UpstandFormSection own_sections[] = {
    { N_ ("Owner and success"), own_fields },
    { NULL, NULL },
};
static const UpstandFormSetup own_setup = {
    .sections = own_sections,
    .resolve = upstand_names_resolve,
};

static const UpstandDutyRating *
get_duty (UpstandRequirementDetail *self)
{
    return self->ratings ? upstand_plan_ratings_get (self->ratings, self->id) : NULL;
}

static void
set_fact (GtkLabel *heading, GtkLabel *label, const char *words)
{
    gtk_label_set_text (label, words);
    gtk_widget_set_visible (GTK_WIDGET (heading), *words != '\0');
    gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static char *
name_current (UpstandDay original, UpstandDay current)
{
    if (!current || current == original)
        return g_strdup ("");
    g_autofree char *date = upstand_date_format (current, UPSTAND_DATE_LONG);
    if (!original)
        return g_steal_pointer (&date);
    gulong days = current > original ? current - original : original - current;
    if (current > original)
        return g_strdup_printf (
            ngettext ("%s, %lu day later", "%s, %lu days later", days), date, days);
    return g_strdup_printf (
        ngettext ("%s, %lu day earlier", "%s, %lu days earlier", days), date, days);
}

static char *
name_due (const UpstandDutyRating *duty, UpstandDay today)
{
    if (!duty)
        return g_strdup ("");
    const UpstandClock *clock = &duty->result.clock;
    if (clock->kind == UPSTAND_CLOCK_NONE)
        return g_strdup (_ ("Nothing more falls due"));
    g_autofree char *date = upstand_date_format (clock->due, UPSTAND_DATE_LONG);
    g_autofree char *intended = upstand_date_format (clock->intended, UPSTAND_DATE_SHORT);
    g_autofree char *distance = upstand_day_words_distance (clock->due, today);
    if (clock->kind == UPSTAND_CLOCK_EVIDENCE)
        /* Translators: a date, and how far off it is. */
        return g_strdup_printf (_ ("New evidence by %s, %s"), date, distance);
    if (clock->kind == UPSTAND_CLOCK_REPEAT && clock->intended != clock->due)
        /* Translators: a date, how far off it is, and the end of the period it answers. */
        return g_strdup_printf (_ ("%s, %s (for the period to %s)"), date, distance, intended);
    return g_strdup_printf ("%s, %s", date, distance);
}

static void
show_dates (UpstandRequirementDetail *self)
{
    const UpstandDutyRating *duty = get_duty (self);
    UpstandDay original = duty ? duty->original_deadline : self->requirement->deadline;
    UpstandDay current = upstand_deadline_list_get_current (self->store, self->id, original);
    g_autofree char *first =
        original ? upstand_date_format (original, UPSTAND_DATE_LONG) : g_strdup (_ ("None stated"));
    g_autofree char *moved = name_current (original, current);
    g_autofree char *due = name_due (duty, self->today);

    set_fact (
        self->owner_heading, self->owner, self->requirement->owner ? self->requirement->owner : "");
    gtk_label_set_text (self->cadence, upstand_cadence_get_label (self->requirement->cadence));
    gtk_label_set_text (self->original, first);
    set_fact (self->current_heading, self->current, moved);
    set_fact (self->due_heading, self->due, due);
}

static void
enable_actions (UpstandRequirementDetail *self)
{
    const UpstandRequirement *requirement = self->requirement;
    const UpstandDutyRating *duty = get_duty (self);
    gboolean writable = requirement && !upstand_store_is_read_only (self->store);
    const struct {
        const char *name;
        gboolean enabled;
    } actions[] = {
        { "requirement.set-rating", writable },
        { "requirement.clear-rating", writable && requirement->override_rating },
        { "requirement.not-applicable", writable && !requirement->not_applicable },
        { "requirement.applicable", writable && requirement->not_applicable },
        { "requirement.wait", writable && !requirement->waiting },
        { "requirement.stop-waiting", writable && requirement->waiting },
        { "requirement.move-deadline", writable },
        { "requirement.mark-done", writable && duty &&
                                       upstand_requirement_can_mark_done (duty,
                                           upstand_plan_ratings_get_thresholds (self->ratings)) },
    };
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].enabled);
}

static void
show_requirement (UpstandRequirementDetail *self)
{
    UpstandRequirement *requirement = self->requirement;
    const char *language = g_get_language_names ()[0];
    const char *evidence = upstand_requirement_get_evidence (requirement, language);
    g_autofree char *title = g_strdup_printf (
        "%s  %s", requirement->code, upstand_requirement_get_title (requirement, language));

    gtk_label_set_text (self->title, title);
    gtk_label_set_text (self->duty, upstand_requirement_get_duty (requirement, language));
    set_fact (self->evidence_heading, self->evidence, evidence ? evidence : "");
    upstand_requirement_status_set (self->status, get_duty (self), self->today);
    show_dates (self);
    enable_actions (self);
}

static gboolean
reload (UpstandRequirementDetail *self)
{
    g_autoptr (UpstandRequirement) requirement =
        upstand_store_get (self->store, &upstand_requirement_type, self->id, NULL);
    if (!requirement)
        return FALSE;
    g_set_object (&self->requirement, requirement);
    show_requirement (self);
    return TRUE;
}

static void
store_changed_cb (UpstandRequirementDetail *self)
{
    if (self->id)
        reload (self);
}

static void
make_form (UpstandRequirementDetail *self)
{
    self->form =
        upstand_record_form_new (self->store, &upstand_requirement_type, &own_setup, self->store);
    adw_bin_set_child (self->form_place, GTK_WIDGET (self->form));
}

static void
forget_store (UpstandRequirementDetail *self)
{
    if (self->store)
        g_clear_signal_handler (&self->changed_handler, self->store);
    g_clear_object (&self->store);
}

static void
set_rating_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    upstand_requirement_set_rating (widget, self->store, self->requirement, self->today);
}

static void
clear_rating_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    upstand_requirement_clear_rating (widget, self->store, self->requirement);
}

static void
not_applicable_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    upstand_requirement_set_not_applicable (widget, self->store, self->requirement, self->today);
}

static void
applicable_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    upstand_requirement_clear_not_applicable (widget, self->store, self->requirement);
}

static void
wait_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    upstand_requirement_set_waiting (widget, self->store, self->requirement, self->today);
}

static void
stop_waiting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    upstand_requirement_clear_waiting (widget, self->store, self->requirement);
}

static void
move_deadline_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    const UpstandDutyRating *duty = get_duty (self);
    UpstandDay original = duty ? duty->original_deadline : self->requirement->deadline;
    upstand_requirement_move_deadline (widget, self->store, self->requirement,
        upstand_deadline_list_get_current (self->store, self->id, original), self->today);
}

static void
mark_done_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (widget);
    const UpstandDutyRating *duty = get_duty (self);
    if (duty)
        upstand_requirement_mark_done (
            widget, self->store, self->requirement, &duty->result.clock, self->today);
}

static void
upstand_requirement_detail_dispose (GObject *object)
{
    UpstandRequirementDetail *self = UPSTAND_REQUIREMENT_DETAIL (object);
    forget_store (self);
    g_clear_object (&self->requirement);
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    G_OBJECT_CLASS (upstand_requirement_detail_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
    static const struct {
        const char *name;
        GtkWidgetActionActivateFunc activate;
    } actions[] = {
        { "requirement.set-rating", set_rating_action },
        { "requirement.clear-rating", clear_rating_action },
        { "requirement.not-applicable", not_applicable_action },
        { "requirement.applicable", applicable_action },
        { "requirement.wait", wait_action },
        { "requirement.stop-waiting", stop_waiting_action },
        { "requirement.move-deadline", move_deadline_action },
        { "requirement.mark-done", mark_done_action },
    };
    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static void
upstand_requirement_detail_class_init (UpstandRequirementDetailClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_requirement_detail_dispose;
    g_type_ensure (UPSTAND_TYPE_REQUIREMENT_STATUS);
    g_type_ensure (UPSTAND_TYPE_ACTIVITY_LIST);
    g_type_ensure (UPSTAND_TYPE_EVIDENCE_LIST);
    g_type_ensure (UPSTAND_TYPE_TIE_LIST);
    g_type_ensure (UPSTAND_TYPE_UPDATE_LIST);
    g_type_ensure (UPSTAND_TYPE_DEADLINE_LIST);
    g_type_ensure (UPSTAND_TYPE_PERIOD_LIST);
    g_type_ensure (UPSTAND_TYPE_RECOMMENDATION_LIST);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/requirement-detail.ui");
#define CHILD(name) \
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementDetail, name)
    CHILD (scroller);
    CHILD (title);
    CHILD (duty);
    CHILD (evidence_heading);
    CHILD (evidence);
    CHILD (status);
    CHILD (owner_heading);
    CHILD (owner);
    CHILD (form_place);
    CHILD (mark_done);
    CHILD (cadence);
    CHILD (original);
    CHILD (current_heading);
    CHILD (current);
    CHILD (due_heading);
    CHILD (due);
    CHILD (activities);
    CHILD (evidence_list);
    CHILD (ties);
    CHILD (updates);
    CHILD (deadlines);
    CHILD (periods);
    CHILD (recommendations);
#undef CHILD
    install_actions (widget_class);
}

static void
upstand_requirement_detail_init (UpstandRequirementDetail *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_requirement_detail_new (void)
{
    return g_object_new (UPSTAND_TYPE_REQUIREMENT_DETAIL, NULL);
}

gboolean
upstand_requirement_detail_show (UpstandRequirementDetail *self, UpstandStore *store, gint64 id,
    UpstandPlanRatings *ratings, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_REQUIREMENT_DETAIL (self) && UPSTAND_IS_STORE (store), FALSE);
    UpstandSectionList *const lists[] = { self->activities, self->evidence_list, self->ties,
        self->updates, self->deadlines, self->periods, self->recommendations };
    gboolean other = id != self->id;

    if (other && !upstand_requirement_detail_save_pending (self))
        return FALSE;
    if (store != self->store) {
        forget_store (self);
        self->store = g_object_ref (store);
        self->changed_handler =
            g_signal_connect_swapped (store, "changed::batch", G_CALLBACK (store_changed_cb), self);
        make_form (self);
    }
    self->id = id;
    self->today = today;
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    self->ratings = ratings ? upstand_plan_ratings_ref (ratings) : NULL;
    if (!reload (self))
        return FALSE;
    /* The form follows the store by itself: it is only told of another requirement. */
    upstand_record_form_set_today (self->form, today);
    if (other)
        upstand_record_form_set_record (self->form, UPSTAND_RECORD (self->requirement));
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        upstand_section_list_set_subject (lists[i], store, today, id, 0);
    if (other)
        gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    return TRUE;
}

void
upstand_requirement_detail_set_ratings (UpstandRequirementDetail *self, UpstandPlanRatings *ratings)
{
    g_return_if_fail (UPSTAND_IS_REQUIREMENT_DETAIL (self) && ratings);
    UpstandPlanRatings *before = self->ratings;
    self->ratings = upstand_plan_ratings_ref (ratings);
    self->today = upstand_plan_ratings_get_today (ratings);
    if (self->requirement)
        show_requirement (self);
    g_clear_pointer (&before, upstand_plan_ratings_unref);
}

UpstandRequirement *
upstand_requirement_detail_get (UpstandRequirementDetail *self)
{
    g_return_val_if_fail (UPSTAND_IS_REQUIREMENT_DETAIL (self), NULL);
    return self->requirement;
}

gboolean
upstand_requirement_detail_save_pending (UpstandRequirementDetail *self)
{
    g_return_val_if_fail (UPSTAND_IS_REQUIREMENT_DETAIL (self), TRUE);
    return !self->form || upstand_record_form_flush (self->form);
}

void
upstand_requirement_detail_show_part (UpstandRequirementDetail *self, const char *table)
{
    g_return_if_fail (UPSTAND_IS_REQUIREMENT_DETAIL (self) && table);
    const struct {
        const char *table;
        UpstandSectionList *list;
    } parts[] = {
        { "activity", self->activities },
        { "evidence", self->evidence_list },
        { "dated_update", self->updates },
        { "deadline_change", self->deadlines },
        { "duty_done", self->periods },
        { "recommendation", self->recommendations },
    };
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        if (strcmp (parts[i].table, table) == 0)
            gtk_widget_child_focus (GTK_WIDGET (parts[i].list), GTK_DIR_TAB_FORWARD);
}
