/* SPDX-License-Identifier: MIT */
#include "pages/theme-step-list.h"

#include <glib/gi18n-lib.h>

#include "pages/engagement-desk.h"
#include "pages/names.h"
#include "pages/record-dialog.h"
#include "pages/step.h"
#include "records/evidence.h"
#include "records/theme.h"
#include "widgets/resolver.h"

struct _UpstandThemeStepList {
    UpstandSectionList parent_instance;
};

G_DEFINE_FINAL_TYPE (UpstandThemeStepList, upstand_theme_step_list, UPSTAND_TYPE_SECTION_LIST)

static const char *const form_fields[] = { "kind", "dated", "words", "owner", "evidence",
    "activities", NULL };

static const UpstandChainStage stage_of_kind[] = {
    [UPSTAND_STEP_DECIDED] = UPSTAND_CHAIN_DECIDED,
    [UPSTAND_STEP_DECLINED] = UPSTAND_CHAIN_DECLINED,
    [UPSTAND_STEP_CHANGED] = UPSTAND_CHAIN_CHANGED,
    [UPSTAND_STEP_FED_BACK] = UPSTAND_CHAIN_FED_BACK,
};

static const struct {
    UpstandStepKind kind;
    const char *label;
} next_steps[UPSTAND_N_CHAIN_STAGES] = {
    [UPSTAND_CHAIN_HEARD] = { UPSTAND_STEP_DECIDED, N_ ("Record what was _decided…") },
    [UPSTAND_CHAIN_DECIDED] = { UPSTAND_STEP_CHANGED, N_ ("Record what _changed…") },
    [UPSTAND_CHAIN_DECLINED] = { UPSTAND_STEP_FED_BACK, N_ ("Record how it was _fed back…") },
    [UPSTAND_CHAIN_CHANGED] = { UPSTAND_STEP_FED_BACK, N_ ("Record how it was _fed back…") },
    [UPSTAND_CHAIN_FED_BACK] = { UPSTAND_STEP_FED_BACK, NULL },
};

/* The theme itself is the first entry. */
static GPtrArray *
list_steps (UpstandSectionList *self, guint most, GError **error)
{
    UpstandStore *store = upstand_section_list_get_store (self);
    gint64 id = upstand_section_list_get_owner (self);
    g_autoptr (UpstandTheme) theme = upstand_store_get (store, &upstand_theme_type, id, error);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_theme_step_type);
    upstand_list_query_where_id (query, "theme_id", UPSTAND_IS, id);
    upstand_list_query_order (query, "dated", FALSE);
    GPtrArray *steps = theme ? upstand_store_list (store, query, most, error) : NULL;
    if (steps)
        g_ptr_array_insert (steps, 0, g_steal_pointer (&theme));
    return steps;
}

static void
add_names (UpstandSectionList *self, GString *text, UpstandRecord *record, const char *name)
{
    const UpstandField *field =
        upstand_record_type_find_field (upstand_record_get_record_type (record), name);
    g_autofree char *names = upstand_resolver_get_display (
        upstand_names_resolve, record, field, upstand_section_list_get_store (self));
    if (*names)
        /* Translators: a field and what stands in it: "Evidence: minutes of 3 May". */
        g_string_append_printf (text, _ ("\n%s: %s"), gettext (field->label), names);
}

static char *
describe (UpstandSectionList *self, UpstandRecord *record, UpstandChainStage stage, UpstandDay day,
    const char *owner, const char *more)
{
    g_autofree char *date = upstand_date_format (day, UPSTAND_DATE_SHORT);
    GString *text = g_string_new (NULL);
    g_string_append_printf (text, "%s · %s", upstand_chain_stage_get_label (stage), date);
    if (owner)
        g_string_append_printf (text, " · %s", owner);
    add_names (self, text, record, more);
    add_names (self, text, record, "evidence");
    return g_string_free (text, FALSE);
}

static GtkWidget *
new_shape (UpstandChainStage stage)
{
    GtkWidget *label = gtk_label_new (upstand_chain_stage_get_shape (stage));
    gtk_label_set_width_chars (GTK_LABEL (label), 2);
    gtk_widget_add_css_class (label, "dim-label");
    gtk_accessible_update_state (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    return label;
}

/* Evidence ----------------------------------------------------------------------------------------
 */

typedef struct {
    GtkWidget *list;
    const UpstandRecordType *type;
    gint64 id;
} Evidenced;

static void
evidenced_free (gpointer data, GClosure *closure)
{
    g_object_unref (((Evidenced *)data)->list);
    g_free (data);
}

static void
evidence_saved_cb (UpstandRecordDialog *dialog, UpstandRecord *evidence, gpointer data)
{
    const Evidenced *to = data;
    UpstandStore *store = upstand_section_list_get_store (UPSTAND_SECTION_LIST (to->list));
    g_autoptr (GError) error = NULL;
    g_autoptr (UpstandRecord) record = upstand_store_get (store, to->type, to->id, &error);
    g_autoptr (UpstandRecord) copy = record ? upstand_record_copy (record) : NULL;
    if (copy && to->type == &upstand_theme_type)
        ((UpstandTheme *)copy)->evidence =
            upstand_ids_add (((UpstandTheme *)copy)->evidence, evidence->id);
    else if (copy)
        ((UpstandThemeStep *)copy)->evidence =
            upstand_ids_add (((UpstandThemeStep *)copy)->evidence, evidence->id);
    if (!copy || !upstand_step_save (store, copy, _ ("Evidence tied to the step"), &error))
        upstand_step_show_error (to->list, _ ("The change was not saved"), error);
}

static void
evidence_clicked_cb (GtkWidget *button, UpstandRecord *record)
{
    static const char *const fields[] = { "title", "kind", "dated", "expires", "reference",
        "proves", NULL };
    GtkWidget *self = gtk_widget_get_ancestor (button, UPSTAND_TYPE_THEME_STEP_LIST);
    UpstandStore *store = upstand_section_list_get_store (UPSTAND_SECTION_LIST (self));
    UpstandDay today = upstand_section_list_get_today (UPSTAND_SECTION_LIST (self));
    g_autoptr (UpstandEvidence) evidence = upstand_record_new (&upstand_evidence_type);
    g_autoptr (UpstandTheme) theme = upstand_store_get (store, &upstand_theme_type,
        upstand_section_list_get_owner (UPSTAND_SECTION_LIST (self)), NULL);
    evidence->dated = today;
    /* What shows that it happened shows that the duty is done. */
    for (guint i = 0; theme && theme->requirements && i < theme->requirements->len; i++)
        evidence->requirements = upstand_ids_add (
            evidence->requirements, g_array_index (theme->requirements, gint64, i));
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("Add evidence"), store, evidence, fields, today);
    Evidenced *to = g_new (Evidenced, 1);
    *to = (Evidenced){ g_object_ref (self), upstand_record_get_record_type (record), record->id };
    upstand_record_dialog_set_step (dialog, _ ("Evidence added"));
    upstand_record_dialog_set_advice (
        dialog, _ ("Say where it is kept rather than what is in it: no names, no crime numbers."));
    g_signal_connect_data (dialog, "saved", G_CALLBACK (evidence_saved_cb), to, evidenced_free, 0);
    upstand_record_dialog_present (dialog, self);
}

/* Rows --------------------------------------------------------------------------------------------
 */

static void
delete_clicked_cb (GtkWidget *button, UpstandThemeStep *step)
{
    GtkWidget *self = gtk_widget_get_ancestor (button, UPSTAND_TYPE_THEME_STEP_LIST);
    g_autoptr (UpstandThemeStep) kept = g_object_ref (step);
    upstand_step_delete (self, upstand_section_list_get_store (UPSTAND_SECTION_LIST (self)), kept,
        _ ("Step deleted"));
}

static void
add_button (GtkWidget *row, const char *icon, const char *name, GCallback clicked, gpointer record)
{
    GtkWidget *button = upstand_section_list_new_button (icon, name);
    g_signal_connect_object (button, "clicked", clicked, record, 0);
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (UpstandSectionList *self, gpointer record)
{
    gboolean writes = !upstand_store_is_read_only (upstand_section_list_get_store (self));
    gboolean is_theme = upstand_record_get_record_type (record) == &upstand_theme_type;
    UpstandTheme *theme = record;
    UpstandThemeStep *step = record;
    UpstandChainStage stage = is_theme ? UPSTAND_CHAIN_HEARD : stage_of_kind[step->kind];
    g_autofree char *subtitle =
        is_theme ? describe (self, record, stage, theme->heard_on, theme->owner, "engagements")
                 : describe (self, record, stage, step->dated, step->owner, "activities");
    GtkWidget *row = upstand_section_list_new_row (is_theme ? theme->heard : step->words, subtitle);

    adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_shape (stage));
    if (writes)
        add_button (row, "mail-attachment-symbolic", _ ("Add evidence of this step"),
            G_CALLBACK (evidence_clicked_cb), record);
    if (writes && !is_theme)
        add_button (row, "user-trash-symbolic", _ ("Delete this step"),
            G_CALLBACK (delete_clicked_cb), record);
    return row;
}

static void
add_step (UpstandSectionList *self)
{
    UpstandEngagementDesk *desk = upstand_engagement_desk_find (GTK_WIDGET (self));
    gint64 theme = upstand_section_list_get_owner (self);
    const UpstandChain *chain = desk ? upstand_engagement_desk_find_chain (desk, theme) : NULL;
    upstand_theme_step_add (GTK_WIDGET (self), upstand_section_list_get_store (self),
        upstand_section_list_get_today (self), theme, chain ? chain->stage : UPSTAND_CHAIN_HEARD);
}

static void
open_step (UpstandSectionList *self, gpointer record)
{
    /* The first entry is the theme, whose form stands above. */
    if (upstand_record_get_record_type (record) != &upstand_theme_step_type)
        return;
    g_autoptr (UpstandThemeStep) step = upstand_record_copy (record);
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("Step"), upstand_section_list_get_store (self), step,
            form_fields, upstand_section_list_get_today (self));
    upstand_record_dialog_set_step (dialog, _ ("Step changed"));
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
upstand_theme_step_list_class_init (UpstandThemeStepListClass *klass)
{
    static const char *const tables[] = { "theme", "theme_engagement", "theme_evidence",
        "theme_step", "theme_step_evidence", "theme_step_activity", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    list_class->title = N_ ("From heard to fed back");
    list_class->empty = N_ ("Nothing was heard yet.");
    list_class->add_label = N_ ("Add a step");
    list_class->tables = tables;
    list_class->list = list_steps;
    list_class->make_row = make_row;
    list_class->add = add_step;
    list_class->open = open_step;
}

static void
upstand_theme_step_list_init (UpstandThemeStepList *self)
{
}

GtkWidget *
upstand_theme_step_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_THEME_STEP_LIST, NULL);
}

const char *
upstand_theme_step_get_next_label (UpstandChainStage stage)
{
    g_return_val_if_fail (stage < UPSTAND_N_CHAIN_STAGES, NULL);
    return next_steps[stage].label ? _ (next_steps[stage].label) : NULL;
}

void
upstand_theme_step_add (GtkWidget *owner, UpstandStore *store, UpstandDay today, gint64 theme_id,
    UpstandChainStage stage)
{
    g_return_if_fail (GTK_IS_WIDGET (owner) && UPSTAND_IS_STORE (store));
    g_return_if_fail (stage < UPSTAND_N_CHAIN_STAGES);
    g_autoptr (UpstandThemeStep) step = upstand_record_new (&upstand_theme_step_type);
    step->theme_id = theme_id;
    step->kind = next_steps[stage].kind;
    step->dated = today;
    UpstandRecordDialog *dialog =
        upstand_record_dialog_new (_ ("Add a step"), store, step, form_fields, today);
    upstand_record_dialog_set_step (dialog, _ ("Step added"));
    upstand_record_dialog_present (dialog, owner);
}
