/* SPDX-License-Identifier: MIT */
#include "pages/evidence-list.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "pages/open-reference.h"
#include "pages/record-dialog.h"
#include "pages/step.h"
#include "records/activity.h"
#include "records/evidence.h"
#include "records/requirement.h"
#include "widgets/mark.h"

struct _UpstandEvidenceList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandEvidenceList, upstand_evidence_list, UPSTAND_TYPE_SECTION_LIST)

static const char *const form_fields[] = {
    "title",
    "kind",
    "dated",
    "expires",
    "reference",
    "proves",
    "requirements",
    NULL,
};

static GPtrArray *
list_linked (
    UpstandSectionList *self, const char *field, const GArray *ids, guint most, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_evidence_type);
    upstand_list_query_where_ids (query, field, UPSTAND_LINKED, ids);
    upstand_list_query_order (query, "dated", TRUE);
    return upstand_store_list (upstand_section_list_get_store (self), query, most, error);
}

/* The activities that serve the requirement: what evidences them evidences it. */
static GArray *
list_activities (UpstandSectionList *self, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_section_list_where_linked (
        query, "requirements", upstand_section_list_get_requirement (self));
    g_autoptr (GPtrArray) activities =
        upstand_store_list (upstand_section_list_get_store (self), query, 500, error);
    if (!activities)
        return NULL;
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    for (guint i = 0; i < activities->len; i++)
        ids = upstand_ids_add (ids, UPSTAND_RECORD (g_ptr_array_index (activities, i))->id);
    return ids;
}

static int
compare_dated (gconstpointer a, gconstpointer b)
{
    const UpstandEvidence *one = *(UpstandEvidence *const *)a;
    const UpstandEvidence *other = *(UpstandEvidence *const *)b;
    if (one->dated != other->dated)
        return one->dated > other->dated ? -1 : 1;
    gint64 first = one->parent_instance.id, second = other->parent_instance.id;
    return first < second ? 1 : first > second ? -1 : 0;
}

static GPtrArray *
list_evidence (UpstandSectionList *self, guint most, GError **error)
{
    gint64 requirement = upstand_section_list_get_requirement (self);
    g_autoptr (GArray) ids = NULL;

    if (!requirement) {
        ids = upstand_ids_add (NULL, upstand_section_list_get_activity (self));
        return list_linked (self, "activities", ids, most, error);
    }
    ids = upstand_ids_add (NULL, requirement);
    g_autoptr (GPtrArray) direct = list_linked (self, "requirements", ids, most, error);
    g_autoptr (GArray) activities = direct ? list_activities (self, error) : NULL;
    if (!activities)
        return NULL;
    if (activities->len == 0)
        return g_steal_pointer (&direct);
    g_autoptr (GPtrArray) through = list_linked (self, "activities", activities, most, error);
    if (!through)
        return NULL;
    for (guint i = 0; i < through->len; i++) {
        UpstandEvidence *evidence = g_ptr_array_index (through, i);
        if (!upstand_ids_contain (evidence->requirements, requirement))
            g_ptr_array_add (direct, g_object_ref (evidence));
    }
    g_ptr_array_sort (direct, compare_dated);
    if (direct->len > most)
        g_ptr_array_set_size (direct, (int)most);
    return g_steal_pointer (&direct);
}

static GtkWidget *
new_expiry_mark (UpstandEvidence *evidence, UpstandDay today)
{
    GtkWidget *mark = upstand_mark_new ();
    UpstandDay expires = evidence->expires;
    UpstandStanding standing = !expires          ? UPSTAND_STANDING_COMPLETE
                               : expires < today ? UPSTAND_STANDING_OVERDUE
                               : expires - today <= UPSTAND_DAY_WORDS_NEAR
                                   ? UPSTAND_STANDING_DUE_TODAY
                                   : UPSTAND_STANDING_COMPLETE;
    upstand_mark_set_standing (UPSTAND_MARK (mark), standing);
    return mark;
}

static char *
describe (UpstandSectionList *self, UpstandEvidence *evidence)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (parts, g_strdup (_ (upstand_evidence_kinds[evidence->kind].label)));
    g_ptr_array_add (parts, upstand_date_format (evidence->dated, UPSTAND_DATE_SHORT));
    if (evidence->expires)
        g_ptr_array_add (parts,
            upstand_day_words_expires (evidence->expires, upstand_section_list_get_today (self)));
    g_autofree char *others = upstand_section_list_name_others (self, evidence->requirements);
    if (others && upstand_section_list_get_requirement (self))
        g_ptr_array_add (parts, g_strdup_printf (_ ("also for %s"), others));
    if (upstand_section_list_get_requirement (self) &&
        !upstand_ids_contain (evidence->requirements, upstand_section_list_get_requirement (self)))
        g_ptr_array_add (parts, g_strdup (_ ("through an activity")));
    g_ptr_array_add (parts, NULL);
    g_autofree char *facts = g_strjoinv (" · ", (char **)parts->pdata);
    return evidence->proves ? g_strdup_printf ("%s\n%s", facts, evidence->proves)
                            : g_steal_pointer (&facts);
}

static void
open_clicked_cb (GtkWidget *button, UpstandEvidence *evidence)
{
    upstand_open_reference (button, evidence->reference);
}

static void
delete_clicked_cb (GtkWidget *button, UpstandEvidence *evidence)
{
    GtkWidget *self = gtk_widget_get_ancestor (button, UPSTAND_TYPE_EVIDENCE_LIST);
    g_autofree char *title = g_strdup_printf (_ ("Evidence deleted: %s"), evidence->title);
    g_autoptr (UpstandEvidence) kept = g_object_ref (evidence);
    upstand_step_delete (
        self, upstand_section_list_get_store (UPSTAND_SECTION_LIST (self)), kept, title);
}

static void
add_button (GtkWidget *row, const char *icon, const char *name, GCallback clicked,
    UpstandEvidence *evidence)
{
    GtkWidget *button = upstand_section_list_new_button (icon, name);
    g_signal_connect_object (button, "clicked", clicked, evidence, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    UpstandEvidence *evidence = record;
    g_autofree char *subtitle = describe (self, evidence);
    GtkWidget *row = upstand_section_list_new_row (evidence->title, subtitle);

    adw_action_row_add_prefix (
        ADW_ACTION_ROW (row), new_expiry_mark (evidence, upstand_section_list_get_today (self)));
    if (evidence->reference) {
        g_autofree char *open = g_strdup_printf (_ ("Open %s"), evidence->reference);
        add_button (row,
            upstand_can_open_reference (evidence->reference) ? "adw-external-link-symbolic"
                                                             : "edit-copy-symbolic",
            open, G_CALLBACK (open_clicked_cb), evidence);
    }
    if (!upstand_store_is_read_only (upstand_section_list_get_store (self)))
        add_button (row, "user-trash-symbolic", _ ("Delete this evidence"),
            G_CALLBACK (delete_clicked_cb), evidence);
    return row;
}

static void
show_dialog (
    UpstandSectionList *self, UpstandEvidence *evidence, const char *heading, const char *step)
{
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (heading, upstand_section_list_get_store (self), evidence,
            form_fields, upstand_section_list_get_today (self));
    upstand_record_dialog_set_step (dialog, step);
    upstand_record_dialog_set_advice (
        dialog, _ ("Say where it is kept rather than what is in it: no names, no crime numbers."));
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_evidence (UpstandSectionList *self)
{
    g_autoptr (UpstandEvidence) evidence = upstand_record_new (&upstand_evidence_type);
    gint64 requirement = upstand_section_list_get_requirement (self);
    evidence->dated = upstand_section_list_get_today (self);
    if (requirement)
        evidence->requirements = upstand_ids_add (evidence->requirements, requirement);
    else
        evidence->activities =
            upstand_ids_add (evidence->activities, upstand_section_list_get_activity (self));
    show_dialog (self, evidence, _ ("Add evidence"), _ ("Evidence added"));
}

static void
open_evidence (UpstandSectionList *self, gpointer record)
{
    g_autoptr (UpstandEvidence) evidence = upstand_record_copy (record);
    show_dialog (self, evidence, _ ("Evidence"), _ ("Evidence changed"));
}

static void
upstand_evidence_list_class_init (UpstandEvidenceListClass *klass)
{
    static const char *const tables[] = { "evidence", "evidence_requirement", "evidence_activity",
        "activity_requirement", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("Evidence");
    list_class->empty = N_ ("Nothing shows it yet. Add minutes, a document, figures or a review.");
    list_class->add_label = N_ ("Add evidence");
    list_class->tables = tables;
    list_class->list = list_evidence;
    list_class->make_row = make_row;
    list_class->add = add_evidence;
    list_class->open = open_evidence;
}

static void
upstand_evidence_list_init (UpstandEvidenceList *self)
{
}

GtkWidget *
upstand_evidence_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_EVIDENCE_LIST, NULL);
}
