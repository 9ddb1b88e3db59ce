/* SPDX-License-Identifier: MIT */
#include "pages/activity-filter.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "records/framework-records.h"
#include "widgets/filter-choice.h"

#define MOST_OWNERS 300

typedef enum {
    PILLAR,
    ACTION,
    REQUIREMENT,
    OWNER,
    STATE,
    RATING,
    CADENCE,
    N_CHOICES,
} Choice;

static const struct {
    const char *name, *label, *any;
} choices[N_CHOICES] = {
    [PILLAR] = { "pillar", N_ ("Pillar"), N_ ("Any pillar") },
    [ACTION] = { "action", N_ ("Action"), N_ ("Any action") },
    [REQUIREMENT] = { "requirement", N_ ("Requirement"), N_ ("Any requirement") },
    [OWNER] = { "owner", N_ ("Owner"), N_ ("Any owner") },
    [STATE] = { "state", N_ ("State"), N_ ("Any state") },
    [RATING] = { "rating", N_ ("Rating of the requirement"), N_ ("Any rating") },
    [CADENCE] = { "cadence", N_ ("How often"), N_ ("Any cadence") },
};

struct _UpstandActivityFilter {
    AdwBin parent_instance;
    UpstandFilterChoice *choices[N_CHOICES];
    GtkToggleButton *overdue;
    UpstandStore *store; /* borrowed */
    UpstandPlanIndex *index; /* borrowed */
    UpstandPlanRatings *ratings;
    gboolean owners_listed;
    gboolean quiet;
};

G_DEFINE_FINAL_TYPE (UpstandActivityFilter, upstand_activity_filter, ADW_TYPE_BIN)

enum {
    SIGNAL_CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_key (UpstandActivityFilter *self, Choice choice)
{
    return upstand_filter_choice_get_key (self->choices[choice]);
}

static gint64
get_id (UpstandActivityFilter *self, Choice choice)
{
    const char *key = get_key (self, choice);
    return key ? g_ascii_strtoll (key, NULL, 10) : 0;
}

static void
add_record (UpstandFilterChoice *choice, UpstandRecord *record, const char *code,
    const char *english, const char *welsh)
{
    gboolean in_welsh = welsh && g_str_has_prefix (g_get_language_names ()[0], "cy");
    g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
    g_autofree char *label = g_strdup_printf ("%s %s", code, in_welsh ? welsh : english);
    upstand_filter_choice_add (choice, key, label);
}

static void
add_requirements (UpstandActivityFilter *self, UpstandOutlineNode *action)
{
    for (guint i = 0; action->children && i < action->children->len; i++) {
        UpstandOutlineNode *node = g_ptr_array_index (action->children, i);
        UpstandRequirement *requirement = node->record;
        add_record (self->choices[REQUIREMENT], node->record, requirement->code,
            requirement->title_en, requirement->title_cy);
    }
}

/* Below a pillar or action that is chosen, only what belongs to it is offered. */
static void
list_plan (UpstandActivityFilter *self)
{
    GPtrArray *outline = upstand_plan_index_get_outline (self->index);
    for (Choice choice = PILLAR; choice <= REQUIREMENT; choice++)
        upstand_filter_choice_clear (self->choices[choice]);
    for (guint i = 0; i < outline->len; i++) {
        UpstandOutlineNode *node = g_ptr_array_index (outline, i);
        UpstandPillar *pillar = node->record;
        gint64 wanted = get_id (self, PILLAR);
        add_record (
            self->choices[PILLAR], node->record, pillar->code, pillar->title_en, pillar->title_cy);
        for (guint j = 0; node->children && j < node->children->len; j++) {
            UpstandOutlineNode *below = g_ptr_array_index (node->children, j);
            UpstandAction *action = below->record;
            if (wanted && wanted != pillar->parent_instance.id)
                continue;
            add_record (self->choices[ACTION], below->record, action->code, action->title_en,
                action->title_cy);
            if (!get_id (self, ACTION) || get_id (self, ACTION) == action->parent_instance.id)
                add_requirements (self, below);
        }
    }
    for (Choice choice = PILLAR; choice <= REQUIREMENT; choice++)
        upstand_filter_choice_fill (self->choices[choice]);
}

static void
list_words (UpstandActivityFilter *self)
{
    UpstandFilterChoice *state = self->choices[STATE];
    UpstandFilterChoice *rating = self->choices[RATING];
    UpstandFilterChoice *cadence = self->choices[CADENCE];
    upstand_filter_choice_clear (state);
    for (const UpstandChoice *one = upstand_activity_states; one->key; one++)
        upstand_filter_choice_add (state, one->key, gettext (one->label));
    upstand_filter_choice_clear (rating);
    for (guint i = UPSTAND_RATING_COMPLETE; i < UPSTAND_N_RATINGS; i++)
        upstand_filter_choice_add (
            rating, upstand_rating_choices[i].key, upstand_rating_get_label (i));
    upstand_filter_choice_clear (cadence);
    for (guint i = 0; i < UPSTAND_N_CADENCES; i++)
        upstand_filter_choice_add (
            cadence, upstand_cadence_to_key (i), upstand_cadence_get_label (i));
    upstand_filter_choice_fill (state);
    upstand_filter_choice_fill (rating);
    upstand_filter_choice_fill (cadence);
}

static void
changed_cb (GtkWidget *widget, UpstandActivityFilter *self)
{
    if (self->quiet)
        return;
    if (widget == GTK_WIDGET (self->choices[PILLAR]) ||
        widget == GTK_WIDGET (self->choices[ACTION]))
        list_plan (self);
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
upstand_activity_filter_finalize (GObject *object)
{
    UpstandActivityFilter *self = UPSTAND_ACTIVITY_FILTER (object);
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    G_OBJECT_CLASS (upstand_activity_filter_parent_class)->finalize (object);
}

static void
upstand_activity_filter_class_init (UpstandActivityFilterClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_activity_filter_finalize;
    signals[SIGNAL_CHANGED] = g_signal_new ("changed", UPSTAND_TYPE_ACTIVITY_FILTER,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_activity_filter_init (UpstandActivityFilter *self)
{
    GtkWidget *flow = gtk_flow_box_new ();
    gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
    gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), N_CHOICES + 1);
    gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 2);
    gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
    gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
    adw_bin_set_child (ADW_BIN (self), flow);
    for (Choice choice = 0; choice < N_CHOICES; choice++) {
        self->choices[choice] = UPSTAND_FILTER_CHOICE (upstand_filter_choice_new ());
        upstand_filter_choice_set_names (
            self->choices[choice], _ (choices[choice].label), _ (choices[choice].any));
        g_signal_connect (self->choices[choice], "changed", G_CALLBACK (changed_cb), self);
        gtk_flow_box_append (GTK_FLOW_BOX (flow), GTK_WIDGET (self->choices[choice]));
    }
    self->overdue = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_ ("O_verdue")));
    g_signal_connect (self->overdue, "toggled", G_CALLBACK (changed_cb), self);
    gtk_flow_box_append (GTK_FLOW_BOX (flow), GTK_WIDGET (self->overdue));
    /* What is in the boxes has the keyboard, not the boxes. */
    for (GtkWidget *child = gtk_widget_get_first_child (flow); child;
         child = gtk_widget_get_next_sibling (child))
        gtk_widget_set_focusable (child, FALSE);
    list_words (self);
}

GtkWidget *
upstand_activity_filter_new (void)
{
    return g_object_new (UPSTAND_TYPE_ACTIVITY_FILTER, NULL);
}

void
upstand_activity_filter_set_plan (
    UpstandActivityFilter *self, UpstandStore *store, UpstandPlanIndex *index)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self) && index);
    self->store = store;
    self->index = index;
    list_plan (self);
}

void
upstand_activity_filter_list_owners (UpstandActivityFilter *self)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self) && self->store);
    g_auto (GStrv) owners =
        upstand_store_list_values (self->store, &upstand_activity_type, "owner", MOST_OWNERS);
    self->owners_listed = TRUE;
    UpstandFilterChoice *choice = self->choices[OWNER];
    upstand_filter_choice_clear (choice);
    upstand_filter_choice_add (choice, "", _ ("No owner"));
    for (guint i = 0; owners && owners[i]; i++)
        upstand_filter_choice_add (choice, owners[i], owners[i]);
    upstand_filter_choice_fill (choice);
}

gboolean
upstand_activity_filter_set_ratings (UpstandActivityFilter *self, UpstandPlanRatings *ratings)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self), FALSE);
    UpstandRating rating = UPSTAND_RATING_NONE;
    const char *key = get_key (self, RATING);
    gboolean matters = key && upstand_rating_from_key (key, &rating);
    g_autoptr (GArray) before =
        matters && self->ratings ? upstand_plan_ratings_find (self->ratings, rating) : NULL;
    g_autoptr (GArray) now =
        matters && ratings ? upstand_plan_ratings_find (ratings, rating) : NULL;
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    self->ratings = ratings ? upstand_plan_ratings_ref (ratings) : NULL;
    if (!before || !now)
        return before != now;
    return before->len != now->len ||
           (now->len && memcmp (before->data, now->data, now->len * sizeof (gint64)) != 0);
}

void
upstand_activity_filter_where_overdue (UpstandListQuery *query, UpstandDay today)
{
    g_autofree char *day = upstand_date_to_iso (today);
    static const char *const done[] = { "complete", "cancelled", NULL };
    upstand_list_query_where (query, "due", UPSTAND_BEFORE, (const char *[]){ day, NULL });
    upstand_list_query_where (query, "state", UPSTAND_IS_NOT, done);
}

/* The duties that are asked for; NULL: any. */
static GArray *
find_requirements (UpstandActivityFilter *self)
{
    UpstandRating rating = UPSTAND_RATING_NONE;
    UpstandCadence cadence;
    const char *often = get_key (self, CADENCE), *stands = get_key (self, RATING);
    gint64 pillar = get_id (self, PILLAR), action = get_id (self, ACTION);
    gint64 requirement = get_id (self, REQUIREMENT);
    if (!self->index || (!pillar && !action && !requirement && !often && !stands))
        return NULL;
    gboolean by_cadence = often && upstand_cadence_from_key (often, &cadence);
    gboolean by_rating = stands && upstand_rating_from_key (stands, &rating);
    g_autoptr (GArray) rated =
        by_rating && self->ratings ? upstand_plan_ratings_find (self->ratings, rating) : NULL;
    g_autoptr (GArray) found =
        upstand_plan_index_find (self->index, pillar, action, by_cadence ? (int)cadence : -1);
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    for (guint i = 0; i < found->len; i++) {
        gint64 id = g_array_index (found, gint64, i);
        if ((requirement && id != requirement) || (by_rating && !upstand_ids_contain (rated, id)))
            continue;
        g_array_append_val (ids, id);
    }
    return ids;
}

void
upstand_activity_filter_apply (
    UpstandActivityFilter *self, UpstandListQuery *query, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self) && query);
    g_autoptr (GArray) requirements = find_requirements (self);
    const char *owner = get_key (self, OWNER), *state = get_key (self, STATE);
    if (requirements)
        upstand_list_query_where_ids (query, "requirements", UPSTAND_LINKED, requirements);
    if (owner)
        upstand_list_query_where (query, "owner", UPSTAND_IS, (const char *[]){ owner, NULL });
    if (state)
        upstand_list_query_where (query, "state", UPSTAND_IS, (const char *[]){ state, NULL });
    if (gtk_toggle_button_get_active (self->overdue))
        upstand_activity_filter_where_overdue (query, today);
}

guint
upstand_activity_filter_count (UpstandActivityFilter *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self), 0);
    guint n = gtk_toggle_button_get_active (self->overdue) ? 1 : 0;
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        n += get_key (self, choice) != NULL;
    return n;
}

void
upstand_activity_filter_clear (UpstandActivityFilter *self)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self));
    self->quiet = TRUE;
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        upstand_filter_choice_set_key (self->choices[choice], NULL);
    gtk_toggle_button_set_active (self->overdue, FALSE);
    if (self->index)
        list_plan (self);
    self->quiet = FALSE;
}

void
upstand_activity_filter_set (UpstandActivityFilter *self, const char *name, const char *key)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self) && name);
    self->quiet = TRUE;
    if (strcmp (name, "overdue") == 0)
        gtk_toggle_button_set_active (self->overdue, key != NULL);
    for (Choice choice = 0; choice < N_CHOICES; choice++) {
        if (strcmp (name, choices[choice].name) != 0)
            continue;
        if (choice == OWNER && key && self->store && !self->owners_listed)
            upstand_activity_filter_list_owners (self);
        upstand_filter_choice_set_key (self->choices[choice], key);
        if (self->index && choice <= ACTION)
            list_plan (self);
    }
    self->quiet = FALSE;
}

const char *
upstand_activity_filter_get (UpstandActivityFilter *self, const char *name)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self) && name, NULL);
    if (strcmp (name, "overdue") == 0)
        return gtk_toggle_button_get_active (self->overdue) ? "1" : NULL;
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        if (strcmp (name, choices[choice].name) == 0)
            return get_key (self, choice);
    return NULL;
}

char *
upstand_activity_filter_to_text (UpstandActivityFilter *self)
{
    g_return_val_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self), NULL);
    GVariantBuilder builder;
    g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        if (get_key (self, choice))
            g_variant_builder_add (&builder, "{ss}", choices[choice].name, get_key (self, choice));
    if (gtk_toggle_button_get_active (self->overdue))
        g_variant_builder_add (&builder, "{ss}", "overdue", "1");
    g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_builder_end (&builder));
    return g_variant_print (all, FALSE);
}

void
upstand_activity_filter_from_text (UpstandActivityFilter *self, const char *text)
{
    g_return_if_fail (UPSTAND_IS_ACTIVITY_FILTER (self));
    g_autoptr (GVariant) all =
        text ? g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL) : NULL;
    upstand_activity_filter_clear (self);
    if (!all)
        return;
    GVariantIter iter;
    const char *name, *key;
    g_variant_iter_init (&iter, all);
    while (g_variant_iter_next (&iter, "{&s&s}", &name, &key))
        upstand_activity_filter_set (self, name, key);
}
