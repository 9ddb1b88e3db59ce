/* SPDX-License-Identifier: MIT */
#include "pages/space-filter.h"

#include <glib/gi18n-lib.h>

#include "pages/space-registers.h"
#include "records/space.h"
#include "rules/profile.h"
#include "widgets/filter-choice.h"

typedef enum {
    KIND,
    RISK,
    AIM,
    REVIEW,
    N_CHOICES,
} Choice;

static const struct {
    const char *name, *label, *any;
} choices[N_CHOICES] = {
    [KIND] = { "kind", N_ ("Kind"), N_ ("Any kind") },
    [RISK] = { "risk", N_ ("Risk"), N_ ("Any risk") },
    [AIM] = { "aim", N_ ("Aimed at it"), N_ ("Whatever is aimed at it") },
    [REVIEW] = { "review", N_ ("Review"), N_ ("Any review") },
};

#define AIM_NOTHING "nothing"
#define AIM_NEGLECTED "neglected"
#define REVIEW_OVERDUE "overdue"

struct _UpstandSpaceFilter {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandDay today;
    UpstandFilterChoice *choices[N_CHOICES];
};

G_DEFINE_FINAL_TYPE (UpstandSpaceFilter, upstand_space_filter, ADW_TYPE_BIN)

static guint changed_signal;

static void
changed_cb (UpstandSpaceFilter *self)
{
    g_signal_emit (self, changed_signal, 0);
}

static void
offer (UpstandSpaceFilter *self)
{
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        upstand_filter_choice_clear (self->choices[choice]);
    for (guint i = 0; upstand_space_kinds[i].key; i++)
        upstand_filter_choice_add (
            self->choices[KIND], upstand_space_kinds[i].key, _ (upstand_space_kinds[i].label));
    for (guint i = UPSTAND_N_RISKS; i > 0; i--) {
        g_autofree char *key = g_strdup_printf ("%u", i - 1);
        g_autofree char *label = g_strdup_printf (
            "%s %s", upstand_risk_get_shape (i - 1), upstand_risk_get_label (i - 1));
        upstand_filter_choice_add (self->choices[RISK], key, label);
    }
    upstand_filter_choice_add (self->choices[AIM], AIM_NOTHING, _ ("Nothing aimed at it"));
    upstand_filter_choice_add (
        self->choices[AIM], AIM_NEGLECTED, _ ("Risk rose, nothing aimed at it"));
    upstand_filter_choice_add (self->choices[REVIEW], REVIEW_OVERDUE, _ ("Review overdue"));
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        upstand_filter_choice_fill (self->choices[choice]);
}

static void
upstand_space_filter_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_SPACE_FILTER (object)->store);
    G_OBJECT_CLASS (upstand_space_filter_parent_class)->dispose (object);
}

static void
upstand_space_filter_class_init (UpstandSpaceFilterClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_space_filter_dispose;
    changed_signal = g_signal_new ("changed", UPSTAND_TYPE_SPACE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
        NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_space_filter_init (UpstandSpaceFilter *self)
{
    GtkWidget *flow = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
        "max-children-per-line", N_CHOICES, "min-children-per-line", 2, "column-spacing", 6,
        "row-spacing", 6, "margin-start", 8, "margin-end", 8, "margin-bottom", 6, NULL);
    adw_bin_set_child (ADW_BIN (self), flow);
    for (Choice choice = 0; choice < N_CHOICES; choice++) {
        self->choices[choice] = UPSTAND_FILTER_CHOICE (upstand_filter_choice_new ());
        upstand_filter_choice_set_names (
            self->choices[choice], _ (choices[choice].label), _ (choices[choice].any));
        g_signal_connect_object (
            self->choices[choice], "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
        gtk_flow_box_append (GTK_FLOW_BOX (flow), GTK_WIDGET (self->choices[choice]));
    }
    /* What is in the boxes has the keyboard, not the boxes. */
    for (GtkWidget *child = gtk_widget_get_first_child (flow); child;
         child = gtk_widget_get_next_sibling (child))
        gtk_widget_set_focusable (child, FALSE);
    offer (self);
}

GtkWidget *
upstand_space_filter_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandSpaceFilter *self = g_object_new (UPSTAND_TYPE_SPACE_FILTER, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    return GTK_WIDGET (self);
}

/* The conditions ----------------------------------------------------------------------------------
 */

static const char *
get_key (UpstandSpaceFilter *self, Choice choice)
{
    return upstand_filter_choice_get_key (self->choices[choice]);
}

static gboolean
fits (UpstandSpaceFilter *self, const UpstandSpace *space)
{
    const char *risk = get_key (self, RISK);
    gint64 score = upstand_risk_score (space->likelihood, space->harm);
    if (risk && upstand_risk_of_score (score) != (UpstandRisk)g_ascii_strtoull (risk, NULL, 10))
        return FALSE;
    return g_strcmp0 (get_key (self, AIM), AIM_NOTHING) != 0 ||
           (!space->closed && upstand_space_count_aimed (self->store, space) == 0);
}

static GArray *
find_fitting (UpstandSpaceFilter *self)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_space_type);
    g_autoptr (GPtrArray) spaces = upstand_store_list (self->store, query, 0, NULL);
    for (guint i = 0; spaces && i < spaces->len; i++) {
        UpstandSpace *space = g_ptr_array_index (spaces, i);
        if (fits (self, space))
            ids = upstand_ids_add (ids, UPSTAND_RECORD (space)->id);
    }
    return ids;
}

static GArray *
find_neglected (UpstandSpaceFilter *self)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GPtrArray) changes =
        upstand_profile_neglected (upstand_store_get_database (self->store), 0, self->today, NULL);
    for (guint i = 0; changes && i < changes->len; i++)
        ids =
            upstand_ids_add (ids, ((UpstandSpaceChange *)g_ptr_array_index (changes, i))->space_id);
    return ids;
}

UpstandListQuery *
upstand_space_filter_make_query (UpstandSpaceFilter *self)
{
    g_return_val_if_fail (UPSTAND_IS_SPACE_FILTER (self), NULL);
    gboolean set = FALSE;
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        set |= get_key (self, choice) != NULL;
    if (!set)
        return NULL;
    UpstandListQuery *query = upstand_list_query_new (&upstand_space_type);
    g_autoptr (GArray) fitting =
        get_key (self, RISK) || get_key (self, AIM) ? find_fitting (self) : NULL;
    g_autoptr (GArray) neglected =
        g_strcmp0 (get_key (self, AIM), AIM_NEGLECTED) == 0 ? find_neglected (self) : NULL;
    g_autofree char *day = upstand_date_to_iso (self->today);
    if (get_key (self, KIND))
        upstand_list_query_where (
            query, "kind", UPSTAND_IS, (const char *[]){ get_key (self, KIND), NULL });
    if (fitting)
        upstand_list_query_where_ids (query, "id", UPSTAND_IS, fitting);
    if (neglected)
        upstand_list_query_where_ids (query, "id", UPSTAND_IS, neglected);
    if (get_key (self, REVIEW)) {
        upstand_list_query_where (query, "review", UPSTAND_BEFORE, (const char *[]){ day, NULL });
        upstand_list_query_where (query, "closed", UPSTAND_IS, (const char *[]){ "", NULL });
    }
    return query;
}

void
upstand_space_filter_clear (UpstandSpaceFilter *self)
{
    g_return_if_fail (UPSTAND_IS_SPACE_FILTER (self));
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        upstand_filter_choice_set_key (self->choices[choice], NULL);
}

void
upstand_space_filter_set (UpstandSpaceFilter *self, const char *name, const char *key)
{
    g_return_if_fail (UPSTAND_IS_SPACE_FILTER (self) && name);
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        if (g_str_equal (name, choices[choice].name))
            upstand_filter_choice_set_key (self->choices[choice], key);
}

char *
upstand_space_filter_to_text (UpstandSpaceFilter *self)
{
    g_return_val_if_fail (UPSTAND_IS_SPACE_FILTER (self), NULL);
    GVariantBuilder builder;
    g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        if (get_key (self, choice))
            g_variant_builder_add (&builder, "{ss}", choices[choice].name, get_key (self, choice));
    g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_builder_end (&builder));
    return g_variant_print (all, FALSE);
}

void
upstand_space_filter_from_text (UpstandSpaceFilter *self, const char *text)
{
    g_return_if_fail (UPSTAND_IS_SPACE_FILTER (self));
    g_autoptr (GVariant) all =
        text ? g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL) : NULL;
    GVariantIter iter;
    const char *name, *key;
    upstand_space_filter_clear (self);
    if (!all)
        return;
    g_variant_iter_init (&iter, all);
    while (g_variant_iter_next (&iter, "{&s&s}", &name, &key))
        upstand_space_filter_set (self, name, key);
}
