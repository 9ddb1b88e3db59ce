/* SPDX-License-Identifier: MIT */
#include "pages/finding-list.h"

#include <glib/gi18n-lib.h>

#include "pages/record-dialog.h"
#include "pages/step.h"
#include "records/panel-finding.h"
#include "widgets/mark.h"

struct _UpstandFindingList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandFindingList, upstand_finding_list, UPSTAND_TYPE_SECTION_LIST)

static const char *const form_fields[] = { "words", "state", "answer", "answered", "owner", NULL };

static GPtrArray *
list_findings (UpstandSectionList *self, guint most, GError **error)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_panel_finding_type);
    upstand_list_query_where_id (
        query, "engagement_id", UPSTAND_IS, upstand_section_list_get_owner (self));
    return upstand_store_list (upstand_section_list_get_store (self), query, most, error);
}

static char *
describe (UpstandPanelFinding *finding)
{
    const char *state = _ (upstand_panel_finding_states[finding->state].label);
    if (!finding->answer)
        return finding->owner
                   /* Translators: the state of a finding, and the post that answers for it. */
                   ? g_strdup_printf (_ ("%s · not answered yet · %s"), state, finding->owner)
                   : g_strdup_printf (_ ("%s · not answered yet"), state);
    g_autofree char *day = upstand_date_format (finding->answered, UPSTAND_DATE_SHORT);
    /* Translators: the state of a finding, the day of the answer, the answer itself. */
    return g_strdup_printf (_ ("%s · answered %s\n%s"), state, day, finding->answer);
}

static GtkWidget *
new_state_mark (UpstandPanelFinding *finding)
{
    static const UpstandStanding standings[] = {
        [UPSTAND_PANEL_FINDING_OPEN] = UPSTAND_STANDING_NOT_STARTED,
        [UPSTAND_PANEL_FINDING_ACCEPTED] = UPSTAND_STANDING_IN_PROGRESS,
        [UPSTAND_PANEL_FINDING_DONE] = UPSTAND_STANDING_COMPLETE,
        [UPSTAND_PANEL_FINDING_NOT_ACCEPTED] = UPSTAND_STANDING_CANCELLED,
    };
    GtkWidget *mark = upstand_mark_new ();
    upstand_mark_set_standing (UPSTAND_MARK (mark), standings[finding->state]);
    return mark;
}

static void
delete_clicked_cb (GtkWidget *button, UpstandPanelFinding *finding)
{
    GtkWidget *self = gtk_widget_get_ancestor (button, UPSTAND_TYPE_FINDING_LIST);
    g_autoptr (UpstandPanelFinding) kept = g_object_ref (finding);
    upstand_step_delete (self, upstand_section_list_get_store (UPSTAND_SECTION_LIST (self)), kept,
        _ ("Finding deleted"));
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    UpstandPanelFinding *finding = record;
    g_autofree char *subtitle = describe (finding);
    GtkWidget *row = upstand_section_list_new_row (finding->words, subtitle);

    adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_state_mark (finding));
    if (!upstand_store_is_read_only (upstand_section_list_get_store (self))) {
        GtkWidget *button =
            upstand_section_list_new_button ("user-trash-symbolic", _ ("Delete this finding"));
        g_signal_connect_object (button, "clicked", G_CALLBACK (delete_clicked_cb), finding, 0);
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
    return row;
}

static void
show_dialog (
    UpstandSectionList *self, UpstandPanelFinding *finding, const char *heading, const char *step)
{
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (heading, upstand_section_list_get_store (self), finding,
            form_fields, upstand_section_list_get_today (self));
    upstand_record_dialog_set_step (dialog, step);
    upstand_record_dialog_set_advice (
        dialog, _ ("What was found of the work, never of a case: no names, no crime numbers."));
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_finding (UpstandSectionList *self)
{
    g_autoptr (UpstandPanelFinding) finding = upstand_record_new (&upstand_panel_finding_type);
    finding->engagement_id = upstand_section_list_get_owner (self);
    show_dialog (self, finding, _ ("Add a finding"), _ ("Finding added"));
}

static void
open_finding (UpstandSectionList *self, gpointer record)
{
    g_autoptr (UpstandPanelFinding) finding = upstand_record_copy (record);
    show_dialog (self, finding, _ ("Finding"), _ ("Finding changed"));
}

static void
upstand_finding_list_class_init (UpstandFindingListClass *klass)
{
    static const char *const tables[] = { "finding", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("Findings");
    list_class->empty = N_ ("Nothing noted yet. Each finding keeps what the force answered.");
    list_class->add_label = N_ ("Add a finding");
    list_class->tables = tables;
    list_class->list = list_findings;
    list_class->make_row = make_row;
    list_class->add = add_finding;
    list_class->open = open_finding;
}

static void
upstand_finding_list_init (UpstandFindingList *self)
{
}

GtkWidget *
upstand_finding_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_FINDING_LIST, NULL);
}
