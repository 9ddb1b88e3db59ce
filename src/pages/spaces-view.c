/* SPDX-License-Identifier: MIT */
#include "pages/spaces-view.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "pages/space-filter.h"
#include "pages/space-lists.h"
#include "pages/space-registers.h"
#include "records/space.h"
#include "rules/profile.h"
#include "rules/risk.h"

/* Places that the warning names at most. */
#define MOST_NAMED 3

struct _UpstandSpacesView {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandDay today;
    guint refresh_source;
    GtkWidget *warning; /* the bar */
    GtkLabel *warning_words;
    UpstandDetailView *detail;
    UpstandSpaceFilter *filter;
};

G_DEFINE_FINAL_TYPE (UpstandSpacesView, upstand_spaces_view, ADW_TYPE_BIN)

/* What is said of a space -------------------------------------------------------------------------
 */

static const UpstandSpaceChange *
find_change (GPtrArray *changes, gint64 id)
{
    for (guint i = 0; changes && i < changes->len; i++) {
        const UpstandSpaceChange *change = g_ptr_array_index (changes, i);
        if (change->space_id == id)
            return change;
    }
    return NULL;
}

static void
say_confidence (GString *text, const UpstandSpace *space)
{
    if (space->confidence == UPSTAND_CONFIDENCE_NONE)
        return;
    g_string_append_printf (
        /* Translators: low, medium or high. */
        text, _ (" Confidence: %s."), _ (upstand_confidences[space->confidence].label));
}

static void
say_change (GString *text, const UpstandSpace *space, UpstandStore *store, UpstandDay today)
{
    UpstandDatabase *database = upstand_store_get_database (store);
    gint64 newest = upstand_profile_newest (database, today);
    g_autoptr (GPtrArray) changes =
        newest ? upstand_profile_compare (database, newest, 0, today, NULL) : NULL;
    const UpstandSpaceChange *change = find_change (changes, space->parent_instance.id);
    if (!change || change->change == UPSTAND_SPACE_CHANGE_SAME)
        return;
    if (change->change == UPSTAND_SPACE_CHANGE_NEW) {
        g_string_append (text, _ (" New since the last version of the profile."));
        return;
    }
    g_autofree char *before = upstand_space_risk_words (change->before);
    g_string_append_printf (text,
        change->change == UPSTAND_SPACE_CHANGE_ROSE
            ? _ (" It rose since the last version of the profile: it was %s.")
            : _ (" It fell since the last version of the profile: it was %s."),
        before);
}

static char *
say (UpstandRecord *record, gpointer view, const char **next)
{
    const UpstandSpace *space = (UpstandSpace *)record;
    UpstandStore *store = upstand_detail_view_get_store (UPSTAND_DETAIL_VIEW (view));
    UpstandDay today = upstand_detail_view_get_today (UPSTAND_DETAIL_VIEW (view));
    g_autofree char *risk =
        upstand_space_risk_words (upstand_risk_score (space->likelihood, space->harm));
    g_autoptr (GString) text = g_string_new (NULL);
    /* Translators: a shape and a level of risk. */
    g_string_append_printf (text, _ ("Risk: %s."), risk);
    say_confidence (text, space);
    say_change (text, space, store, today);
    if (!space->closed && upstand_space_count_aimed (store, space) == 0)
        g_string_append (text, _ (" Nothing is aimed at it."));
    if (!space->closed && space->review && space->review < today)
        g_string_append_printf (text,
            ngettext (" ◆ Its review is %u day overdue.", " ◆ Its review is %u days overdue.",
                today - space->review),
            today - space->review);
    return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *const what_fields[] = { "name", "kind", "description", NULL };
static const char *const risk_fields[] = { "likelihood", "harm", "confidence", "sources", NULL };
static const char *const done_fields[] = { "activities", "partners", "owner", "review", "closed",
    NULL };
static const char *const public_fields[] = { "cleared", NULL };

static const UpstandFormSection sections[] = {
    { NULL, what_fields },
    { N_ ("Risk, and what says so"), risk_fields },
    { N_ ("What is done about it"), done_fields },
    { N_ ("Public copies"), public_fields },
    { NULL, NULL },
};

static GtkWidget *
make_operations (void)
{
    return g_object_new (upstand_space_operations_get_type (), NULL);
}

static GtkWidget *
make_activities (void)
{
    return g_object_new (upstand_space_activities_get_type (), NULL);
}

static GtkWidget *
make_streetsafe (void)
{
    return g_object_new (upstand_space_streetsafe_get_type (), NULL);
}

static GtkWidget *
make_engagements (void)
{
    return g_object_new (upstand_space_engagements_get_type (), NULL);
}

static GtkWidget *(*const parts[]) (void) = {
    make_operations,
    make_activities,
    make_streetsafe,
    make_engagements,
    NULL,
};

static const UpstandDetail detail = {
    .list = &upstand_space_register,
    .sections = sections,
    .parts = parts,
    .say = say,
};

/* What is said of all of them ---------------------------------------------------------------------
 */

static char *
name_some (GPtrArray *changes)
{
    g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
    for (guint i = 0; i < changes->len && i < MOST_NAMED; i++)
        g_strv_builder_add (names, ((UpstandSpaceChange *)g_ptr_array_index (changes, i))->name);
    if (changes->len > MOST_NAMED)
        g_strv_builder_add (names, "…");
    g_auto (GStrv) list = g_strv_builder_end (names);
    return g_strjoinv (", ", list);
}

static void
show_warning (UpstandSpacesView *self)
{
    UpstandDatabase *database = upstand_store_get_database (self->store);
    g_autoptr (GPtrArray) neglected = upstand_profile_neglected (database, 0, self->today, NULL);
    guint n = neglected ? neglected->len : 0;
    gtk_widget_set_visible (self->warning, n > 0);
    if (!n)
        return;
    g_autofree char *names = name_some (neglected);
    g_autofree char *words =
        upstand_profile_newest (database, self->today)
            ? g_strdup_printf (ngettext ("◆ %u place whose risk rose, or that is new, has nothing"
                                         " aimed at it: %s",
                                   "◆ %u places whose risk rose, or that are new, have nothing"
                                   " aimed at them: %s",
                                   n),
                  n, names)
            : g_strdup_printf (ngettext ("◆ %u place has nothing aimed at it: %s",
                                   "◆ %u places have nothing aimed at them: %s", n),
                  n, names);
    gtk_label_set_label (self->warning_words, words);
}

static void
filter (UpstandSpacesView *self)
{
    g_autoptr (UpstandListQuery) query = upstand_space_filter_make_query (self->filter);
    upstand_register_view_set_filter (upstand_detail_view_get_register (self->detail), query);
}

static gboolean
refresh_cb (gpointer data)
{
    UpstandSpacesView *self = data;
    g_autoptr (UpstandListQuery) query = upstand_space_filter_make_query (self->filter);
    self->refresh_source = 0;
    show_warning (self);
    if (query)
        filter (self);
    upstand_record_table_refresh (
        upstand_register_view_get_table (upstand_detail_view_get_register (self->detail)));
    return G_SOURCE_REMOVE;
}

static void
store_changed_cb (UpstandSpacesView *self)
{
    if (!self->refresh_source)
        self->refresh_source = g_idle_add (refresh_cb, self);
}

static void
cleared_cb (UpstandSpacesView *self)
{
    upstand_space_filter_clear (self->filter);
}

static void
show_neglected_cb (UpstandSpacesView *self)
{
    upstand_spaces_view_filter (self, "aim", "neglected");
}

/* The view ----------------------------------------------------------------------------------------
 */

static gboolean
upstand_spaces_view_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (UPSTAND_SPACES_VIEW (widget)->detail));
}

static void
upstand_spaces_view_dispose (GObject *object)
{
    UpstandSpacesView *self = UPSTAND_SPACES_VIEW (object);
    g_clear_handle_id (&self->refresh_source, g_source_remove);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_spaces_view_parent_class)->dispose (object);
}

static void
upstand_spaces_view_class_init (UpstandSpacesViewClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_spaces_view_dispose;
    GTK_WIDGET_CLASS (klass)->grab_focus = upstand_spaces_view_grab_focus;
    gtk_widget_class_set_template_from_resource (
        GTK_WIDGET_CLASS (klass), "/uk/upstand/Upstand/pages/spaces-view.ui");
#define CHILD(name) \
    gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), UpstandSpacesView, name)
    CHILD (warning);
    CHILD (warning_words);
#undef CHILD
    gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), show_neglected_cb);
}

static void
upstand_spaces_view_init (UpstandSpacesView *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
upstand_spaces_view_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandSpacesView *self = g_object_new (UPSTAND_TYPE_SPACES_VIEW, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    self->detail = upstand_detail_view_new (&detail, store, today);
    self->filter = UPSTAND_SPACE_FILTER (upstand_space_filter_new (store, today));
    UpstandRegisterView *list = upstand_detail_view_get_register (self->detail);
    upstand_register_view_set_filter_bar (list, GTK_WIDGET (self->filter));
    gtk_widget_set_vexpand (GTK_WIDGET (self->detail), TRUE);
    gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->detail));
    g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (list, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        store, "changed::batch", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    show_warning (self);
    return GTK_WIDGET (self);
}

static void
show_filter (UpstandSpacesView *self)
{
    upstand_register_view_open_filter_bar (upstand_detail_view_get_register (self->detail));
    filter (self);
}

void
upstand_spaces_view_filter (UpstandSpacesView *self, const char *name, const char *key)
{
    g_return_if_fail (UPSTAND_IS_SPACES_VIEW (self) && name);
    upstand_space_filter_clear (self->filter);
    upstand_space_filter_set (self->filter, name, key);
    show_filter (self);
}

void
upstand_spaces_view_filter_risk (UpstandSpacesView *self, guint kind, guint risk)
{
    g_return_if_fail (UPSTAND_IS_SPACES_VIEW (self));
    g_autofree char *number = g_strdup_printf ("%u", risk);
    upstand_space_filter_clear (self->filter);
    upstand_space_filter_set (self->filter, "kind", upstand_space_kinds[kind].key);
    upstand_space_filter_set (self->filter, "risk", number);
    show_filter (self);
}

UpstandDetailView *
upstand_spaces_view_get_detail (UpstandSpacesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_SPACES_VIEW (self), NULL);
    return self->detail;
}

const char *
upstand_spaces_view_get_warning (UpstandSpacesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_SPACES_VIEW (self), NULL);
    return gtk_widget_get_visible (self->warning) ? gtk_label_get_label (self->warning_words)
                                                  : NULL;
}

char *
upstand_spaces_view_get_place (UpstandSpacesView *self)
{
    g_return_val_if_fail (UPSTAND_IS_SPACES_VIEW (self), NULL);
    g_autofree char *filters = upstand_space_filter_to_text (self->filter);
    return g_strdup_printf (
        "%" G_GINT64_FORMAT " %s", upstand_detail_view_get_shown (self->detail), filters);
}

void
upstand_spaces_view_set_place (UpstandSpacesView *self, const char *place)
{
    g_return_if_fail (UPSTAND_IS_SPACES_VIEW (self) && place);
    g_auto (GStrv) words = g_strsplit (place, " ", 2);
    gint64 id;
    if (g_strv_length (words) < 2 ||
        !g_ascii_string_to_signed (words[0], 10, 0, G_MAXINT64, &id, NULL))
        return;
    upstand_space_filter_from_text (self->filter, words[1]);
    filter (self);
    if (id)
        upstand_detail_view_show (self->detail, id);
}
