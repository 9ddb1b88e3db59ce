/* SPDX-License-Identifier: MIT */
#include "pages/profile-view.h"

#include <glib/gi18n-lib.h>

#include "pages/names.h"
#include "pages/record-dialog.h"
#include "pages/space-lists.h"
#include "records/problem-profile.h"
#include "rules/profile.h"
#include "rules/risk.h"
#include "widgets/record-form.h"

/* Changed places that are named one by one. */
#define MOST_ROWS 40

struct _UpstandProfileView {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandDay today;
    guint refresh_source;
    GPtrArray *profiles; /* the newest first */
    gint64 shown;
    gboolean choosing;

    GtkDropDown *versions;
    GtkStack *stack;
    GtkScrolledWindow *scrolled;
    GtkLabel *title, *why, *review;
    AdwBin *form_place;
    UpstandRecordForm *form;
    AdwPreferencesGroup *changes, *since;
    GtkListBox *changes_list, *since_list;
    UpstandSectionList *uses, *spaces;
};

G_DEFINE_FINAL_TYPE (UpstandProfileView, upstand_profile_view, ADW_TYPE_BIN)

static const char *const own_fields[] = { "terms", "review", "owner", NULL };
static const UpstandFormSection own_sections[] = {
    { NULL, own_fields },
    { NULL, NULL },
};
static const UpstandFormSetup own_setup = {
    .sections = own_sections,
    .resolve = upstand_names_resolve,
};

static UpstandProblemProfile *
find_profile (UpstandProfileView *self, gint64 id, guint *position)
{
    for (guint i = 0; i < self->profiles->len; i++) {
        UpstandProblemProfile *profile = g_ptr_array_index (self->profiles, i);
        if (UPSTAND_RECORD (profile)->id != id)
            continue;
        if (position)
            *position = i;
        return profile;
    }
    return NULL;
}

/* What changed, in words --------------------------------------------------------------------------
 */

static char *
summarise (GPtrArray *changes)
{
    guint counts[UPSTAND_SPACE_CHANGE_GONE + 1] = { 0 };
    for (guint i = 0; i < changes->len; i++)
        counts[((UpstandSpaceChange *)g_ptr_array_index (changes, i))->change]++;
    /* Translators: five numbers of places. */
    return g_strdup_printf (_ ("Risk rose: %1$u. Fell: %2$u. New: %3$u. No longer of concern: %4$u."
                               " The same: %5$u."),
        counts[UPSTAND_SPACE_CHANGE_ROSE], counts[UPSTAND_SPACE_CHANGE_FELL],
        counts[UPSTAND_SPACE_CHANGE_NEW], counts[UPSTAND_SPACE_CHANGE_GONE],
        counts[UPSTAND_SPACE_CHANGE_SAME]);
}

static char *
describe_change (const UpstandSpaceChange *change)
{
    const char *label = upstand_space_change_get_label (change->change);
    g_autofree char *before = upstand_space_risk_words (change->before);
    g_autofree char *after = upstand_space_risk_words (change->after);
    const char *aim = change->n_aimed == 0 ? _ ("nothing aimed at it") : NULL;
    g_autofree char *risk = change->change == UPSTAND_SPACE_CHANGE_NEW ? g_strdup (after)
                            : change->change == UPSTAND_SPACE_CHANGE_GONE
                                ? g_strdup (before)
                                /* Translators: a risk, and what it is now. */
                                : g_strdup_printf (_ ("%1$s → %2$s"), before, after);
    if (aim && change->change != UPSTAND_SPACE_CHANGE_GONE)
        return g_strdup_printf ("%s · %s · %s", label, risk, aim);
    return g_strdup_printf ("%s · %s", label, risk);
}

static void
empty_list (GtkListBox *list)
{
    GtkWidget *row;
    while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))))
        gtk_list_box_remove (list, row);
}

static void
change_activated_cb (GtkWidget *row, gpointer id)
{
    gtk_widget_activate_action (row, "win.show-record", "(sx)", "space", *(gint64 *)id);
}

static void
free_id (gpointer id, GClosure *closure)
{
    g_free (id);
}

static GtkWidget *
make_change_row (const UpstandSpaceChange *change)
{
    g_autofree char *words = describe_change (change);
    GtkWidget *row = upstand_section_list_new_row (change->name, words);
    if (change->change == UPSTAND_SPACE_CHANGE_GONE)
        return row;
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    g_signal_connect_data (row, "activated", G_CALLBACK (change_activated_cb),
        g_memdup2 (&change->space_id, sizeof change->space_id), free_id, 0);
    adw_action_row_add_suffix (
        ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    return row;
}

static void
show_changes (UpstandProfileView *self, AdwPreferencesGroup *group, GtkListBox *list,
    gint64 earlier, gint64 later)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) changes = upstand_profile_compare (
        upstand_store_get_database (self->store), earlier, later, self->today, &error);
    g_autofree char *words = changes ? summarise (changes) : g_strdup (error->message);
    guint n = 0;
    empty_list (list);
    adw_preferences_group_set_description (group, words);
    for (guint i = 0; changes && i < changes->len; i++) {
        const UpstandSpaceChange *change = g_ptr_array_index (changes, i);
        if (change->change != UPSTAND_SPACE_CHANGE_SAME && n++ < MOST_ROWS)
            gtk_list_box_append (list, make_change_row (change));
    }
    gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
}

static void
show_both_changes (UpstandProfileView *self, guint position)
{
    gboolean first = position + 1 == self->profiles->len;
    gtk_widget_set_visible (GTK_WIDGET (self->since), position == 0);
    if (position == 0)
        show_changes (self, self->since, self->since_list, self->shown, 0);
    gtk_widget_set_visible (GTK_WIDGET (self->changes), !first);
    if (first)
        return;
    UpstandProblemProfile *before = g_ptr_array_index (self->profiles, position + 1);
    g_autofree char *title =
        g_strdup_printf (_ ("What changed since version %u"), (guint)before->number);
    adw_preferences_group_set_title (self->changes, title);
    show_changes (
        self, self->changes, self->changes_list, UPSTAND_RECORD (before)->id, self->shown);
}

/* The version -------------------------------------------------------------------------------------
 */

static char *
name_version (UpstandProblemProfile *profile)
{
    g_autofree char *day = upstand_date_format (profile->dated, UPSTAND_DATE_LONG);
    /* Translators: a number, a date, a title. */
    return g_strdup_printf (
        _ ("Version %1$u, %2$s: %3$s"), (guint)profile->number, day, profile->title);
}

static void
show_review (UpstandProfileView *self, UpstandProblemProfile *profile, gboolean newest)
{
    gboolean overdue = newest && profile->review && profile->review < self->today;
    guint days = overdue ? self->today - profile->review : 0;
    g_autofree char *words = g_strdup_printf (
        ngettext ("◆ The review is %u day overdue.", "◆ The review is %u days overdue.", days),
        days);
    gtk_label_set_label (self->review, words);
    gtk_widget_set_visible (GTK_WIDGET (self->review), overdue);
}

static gboolean
show_version (UpstandProfileView *self, guint position)
{
    UpstandProblemProfile *profile = g_ptr_array_index (self->profiles, position);
    gint64 id = UPSTAND_RECORD (profile)->id;
    gboolean other = id != self->shown;
    if (other && !upstand_record_form_set_record (self->form, UPSTAND_RECORD (profile)))
        return FALSE;
    g_autofree char *title = name_version (profile);
    self->shown = id;
    gtk_label_set_label (self->title, title);
    gtk_label_set_label (self->why, profile->why);
    show_review (self, profile, position == 0);
    show_both_changes (self, position);
    upstand_section_list_set_owner (self->uses, self->store, self->today, id);
    upstand_section_list_set_owner (self->spaces, self->store, self->today, id);
    if (other)
        gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
    return TRUE;
}

static void
choose (UpstandProfileView *self, guint position)
{
    self->choosing = TRUE;
    gtk_drop_down_set_selected (self->versions, position);
    self->choosing = FALSE;
}

static void
chosen_cb (UpstandProfileView *self)
{
    guint position = gtk_drop_down_get_selected (self->versions), shown;
    if (!self->store || self->choosing || position >= self->profiles->len)
        return;
    if (!show_version (self, position) && find_profile (self, self->shown, &shown))
        choose (self, shown);
}

static void
read_profiles (UpstandProfileView *self)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_problem_profile_type);
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    upstand_list_query_order (query, "number", TRUE);
    g_autoptr (GPtrArray) profiles = upstand_store_list (self->store, query, 0, NULL);
    if (!profiles)
        return;
    for (guint i = 0; i < profiles->len; i++) {
        g_autofree char *name = name_version (g_ptr_array_index (profiles, i));
        gtk_string_list_append (names, name);
    }
    g_ptr_array_unref (self->profiles);
    self->profiles = g_steal_pointer (&profiles);
    self->choosing = TRUE;
    gtk_drop_down_set_model (self->versions, G_LIST_MODEL (names));
    self->choosing = FALSE;
}

/* Keeps to the version that is shown while it is there; else the newest. */
static void
refresh (UpstandProfileView *self)
{
    guint position = 0;
    read_profiles (self);
    gboolean any = self->profiles->len > 0;
    gtk_widget_set_visible (GTK_WIDGET (self->versions), any);
    gtk_stack_set_visible_child_name (self->stack, any ? "version" : "empty");
    if (!any) {
        self->shown = 0;
        upstand_record_form_set_record (self->form, NULL);
        return;
    }
    find_profile (self, self->shown, &position);
    choose (self, position);
    show_version (self, position);
}

static gboolean
refresh_cb (gpointer data)
{
    UPSTAND_PROFILE_VIEW (data)->refresh_source = 0;
    refresh (data);
    return G_SOURCE_REMOVE;
}

static void
store_changed_cb (UpstandProfileView *self)
{
    if (!self->refresh_source)
        self->refresh_source = g_idle_add (refresh_cb, self);
}

/* Freezing ----------------------------------------------------------------------------------------
 */

static gboolean
freeze (UpstandStore *store, gpointer record, const char *step, GError **error)
{
    UpstandProblemProfile *profile = record;
    UpstandProfileFacts facts = {
        .title = profile->title,
        .why = profile->why,
        .terms = profile->terms,
        .owner = profile->owner,
        .dated = profile->dated,
        .review = profile->review,
    };
    return upstand_profile_freeze (store, &facts, &UPSTAND_RECORD (profile)->id, error);
}

static void
frozen_cb (UpstandProfileView *self, UpstandRecord *record)
{
    refresh (self);
    upstand_profile_view_show (self, record->id);
}

void
upstand_profile_view_freeze (UpstandProfileView *self)
{
    static const char *const fields[] = { "title", "why", "terms", "dated", "review", "owner",
        NULL };
    g_return_if_fail (UPSTAND_IS_PROFILE_VIEW (self));
    if (upstand_store_is_read_only (self->store))
        return;
    g_autoptr (UpstandProblemProfile) profile = upstand_record_new (&upstand_problem_profile_type);
    UpstandProblemProfile *last =
        self->profiles->len ? g_ptr_array_index (self->profiles, 0) : NULL;
    profile->number = last ? last->number + 1 : 1;
    profile->title = g_strdup (_ ("Problem profile"));
    profile->terms = last ? g_strdup (last->terms) : NULL;
    profile->owner = last ? g_strdup (last->owner) : NULL;
    profile->dated = self->today;
    UpstandRecordDialog *dialog = upstand_record_dialog_new (
        _ ("Freeze a new version"), self->store, profile, fields, self->today);
    upstand_record_dialog_set_advice (dialog,
        _ ("A version keeps what the register says of each space now. Later changes in the register"
           " change nothing in it."));
    upstand_record_dialog_set_accept (dialog, _ ("_Freeze"));
    upstand_record_dialog_set_saver (dialog, freeze);
    g_signal_connect_object (dialog, "saved", G_CALLBACK (frozen_cb), self, G_CONNECT_SWAPPED);
    upstand_record_dialog_present (dialog, GTK_WIDGET (self));
}

static void
freeze_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
    upstand_profile_view_freeze (UPSTAND_PROFILE_VIEW (widget));
}

/* The view ----------------------------------------------------------------------------------------
 */

static gboolean
upstand_profile_view_grab_focus (GtkWidget *widget)
{
    UpstandProfileView *self = UPSTAND_PROFILE_VIEW (widget);
    return (gtk_widget_get_visible (GTK_WIDGET (self->versions)) &&
               gtk_widget_grab_focus (GTK_WIDGET (self->versions))) ||
           gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
upstand_profile_view_dispose (GObject *object)
{
    UpstandProfileView *self = UPSTAND_PROFILE_VIEW (object);
    g_clear_handle_id (&self->refresh_source, g_source_remove);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_profile_view_parent_class)->dispose (object);
}

static void
upstand_profile_view_finalize (GObject *object)
{
    g_ptr_array_unref (UPSTAND_PROFILE_VIEW (object)->profiles);
    G_OBJECT_CLASS (upstand_profile_view_parent_class)->finalize (object);
}

static void
upstand_profile_view_class_init (UpstandProfileViewClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_profile_view_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_profile_view_finalize;
    widget_class->grab_focus = upstand_profile_view_grab_focus;
    g_type_ensure (upstand_profile_uses_get_type ());
    g_type_ensure (upstand_profile_spaces_get_type ());
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/profile-view.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, UpstandProfileView, name)
    CHILD (versions);
    CHILD (stack);
    CHILD (scrolled);
    CHILD (title);
    CHILD (why);
    CHILD (review);
    CHILD (form_place);
    CHILD (changes);
    CHILD (changes_list);
    CHILD (since);
    CHILD (since_list);
    CHILD (uses);
    CHILD (spaces);
#undef CHILD
    gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
    gtk_widget_class_install_action (widget_class, "profile.freeze", NULL, freeze_action);
}

static void
upstand_profile_view_init (UpstandProfileView *self)
{
    self->profiles = g_ptr_array_new ();
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_profile_view_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandProfileView *self = g_object_new (UPSTAND_TYPE_PROFILE_VIEW, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    self->form = upstand_record_form_new (store, &upstand_problem_profile_type, &own_setup, store);
    upstand_record_form_set_today (self->form, today);
    adw_bin_set_child (self->form_place, GTK_WIDGET (self->form));
    gtk_widget_action_set_enabled (
        GTK_WIDGET (self), "profile.freeze", !upstand_store_is_read_only (store));
    g_signal_connect_object (
        store, "changed::batch", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    refresh (self);
    return GTK_WIDGET (self);
}

gboolean
upstand_profile_view_show (UpstandProfileView *self, gint64 profile_id)
{
    g_return_val_if_fail (UPSTAND_IS_PROFILE_VIEW (self), FALSE);
    guint position;
    if (!find_profile (self, profile_id, &position) || !show_version (self, position))
        return FALSE;
    choose (self, position);
    return TRUE;
}

gint64
upstand_profile_view_get_shown (UpstandProfileView *self)
{
    g_return_val_if_fail (UPSTAND_IS_PROFILE_VIEW (self), 0);
    return self->shown;
}

gboolean
upstand_profile_view_save_pending (UpstandProfileView *self)
{
    g_return_val_if_fail (UPSTAND_IS_PROFILE_VIEW (self), TRUE);
    return upstand_record_form_flush (self->form);
}

const char *
upstand_profile_view_get_words (UpstandProfileView *self, gboolean since)
{
    g_return_val_if_fail (UPSTAND_IS_PROFILE_VIEW (self), NULL);
    return adw_preferences_group_get_description (since ? self->since : self->changes);
}
