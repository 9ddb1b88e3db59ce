/* SPDX-License-Identifier: MIT */
#include "pages/engagement-filter.h"

#include <glib/gi18n-lib.h>

#include "records/engagement.h"
#include "records/framework-records.h"
#include "records/requirement.h"
#include "widgets/filter-choice.h"

/* So far back quarters are offered; what is older is found by searching. */
#define MOST_QUARTERS 40

typedef enum {
    KIND,
    GROUP,
    QUARTER,
    REQUIREMENT,
    N_CHOICES,
} Choice;

static const struct {
    const char *name, *label, *any;
} choices[N_CHOICES] = {
    [KIND] = { "kind", N_ ("Kind"), N_ ("Any kind") },
    [GROUP] = { "group", N_ ("Group"), N_ ("Any group") },
    [QUARTER] = { "quarter", N_ ("Quarter"), N_ ("Any quarter") },
    [REQUIREMENT] = { "requirement", N_ ("Requirement"), N_ ("Any requirement") },
};

struct _UpstandEngagementFilter {
    AdwBin parent_instance;

    UpstandStore *store;
    UpstandDay today;
    UpstandFilterChoice *choices[N_CHOICES];
};

G_DEFINE_FINAL_TYPE (UpstandEngagementFilter, upstand_engagement_filter, ADW_TYPE_BIN)

static guint changed_signal;

/* What is offered --------------------------------------------------------------------------------
 */

static GPtrArray *
list_items (UpstandEngagementFilter *self, const char *list)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_framework_item_type);
    upstand_list_query_where (query, "list", UPSTAND_IS, (const char *[]){ list, NULL });
    upstand_list_query_order (query, "position", FALSE);
    GPtrArray *items = upstand_store_list (self->store, query, 0, NULL);
    return items ? items : g_ptr_array_new ();
}

static void
offer_items (UpstandEngagementFilter *self, Choice choice, const char *list)
{
    g_autoptr (GPtrArray) items = list_items (self, list);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < items->len; i++) {
        UpstandFrameworkItem *item = g_ptr_array_index (items, i);
        if (g_hash_table_add (seen, item->code))
            upstand_filter_choice_add (self->choices[choice], item->code,
                upstand_framework_item_get_title (item, g_get_language_names ()[0]));
    }
    upstand_filter_choice_fill (self->choices[choice]);
}

static void
offer_requirements (UpstandEngagementFilter *self)
{
    const char *language = g_get_language_names ()[0];
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_requirement_type);
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
    upstand_list_query_order (query, "code", FALSE);
    g_autoptr (GPtrArray) duties = upstand_store_list (self->store, query, 0, NULL);
    for (guint i = 0; duties && i < duties->len; i++) {
        UpstandRequirement *duty = g_ptr_array_index (duties, i);
        g_autofree char *label =
            g_strdup_printf ("%s %s", duty->code, upstand_requirement_get_title (duty, language));
        if (g_hash_table_add (seen, duty->code))
            upstand_filter_choice_add (self->choices[REQUIREMENT], duty->code, label);
    }
    upstand_filter_choice_fill (self->choices[REQUIREMENT]);
}

static UpstandDay
find_end (UpstandEngagementFilter *self, gboolean newest)
{
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_engagement_type);
    upstand_list_query_order (query, "dated", newest);
    g_autoptr (GPtrArray) found = upstand_store_list (self->store, query, 1, NULL);
    return found && found->len ? ((UpstandEngagement *)g_ptr_array_index (found, 0))->dated : 0;
}

/* From the newest there is, or the one that runs, back to the first. */
static void
offer_quarters (UpstandEngagementFilter *self)
{
    UpstandDay first = find_end (self, FALSE), last = find_end (self, TRUE);
    UpstandPeriod quarter =
        upstand_period_current (UPSTAND_PERIOD_QUARTERLY, MAX (last, self->today));
    for (guint i = 0; i < MOST_QUARTERS; i++) {
        g_autofree char *key = upstand_period_label (&quarter);
        g_autofree char *label = upstand_period_describe (&quarter);
        upstand_filter_choice_add (self->choices[QUARTER], key, label);
        if (!first || quarter.start <= first)
            break;
        quarter = upstand_period_previous (&quarter);
    }
    upstand_filter_choice_fill (self->choices[QUARTER]);
}

static void
offer (UpstandEngagementFilter *self)
{
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        upstand_filter_choice_clear (self->choices[choice]);
    offer_items (self, KIND, UPSTAND_LIST_ENGAGEMENT_KIND);
    offer_items (self, GROUP, UPSTAND_LIST_GROUP);
    offer_quarters (self);
    offer_requirements (self);
}

/* Life --------------------------------------------------------------------------------------------
 */

static void
changed_cb (UpstandEngagementFilter *self)
{
    g_signal_emit (self, changed_signal, 0);
}

static void
upstand_engagement_filter_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_ENGAGEMENT_FILTER (object)->store);
    G_OBJECT_CLASS (upstand_engagement_filter_parent_class)->dispose (object);
}

static void
upstand_engagement_filter_class_init (UpstandEngagementFilterClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_engagement_filter_dispose;
    changed_signal = g_signal_new ("changed", UPSTAND_TYPE_ENGAGEMENT_FILTER, G_SIGNAL_RUN_LAST, 0,
        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_engagement_filter_init (UpstandEngagementFilter *self)
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
}

GtkWidget *
upstand_engagement_filter_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandEngagementFilter *self = g_object_new (UPSTAND_TYPE_ENGAGEMENT_FILTER, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    offer (self);
    return GTK_WIDGET (self);
}

/* The conditions ----------------------------------------------------------------------------------
 */

static const char *
get_key (UpstandEngagementFilter *self, Choice choice)
{
    return upstand_filter_choice_get_key (self->choices[choice]);
}

/* The ids that go by @code, one for each edition. */
static GArray *
find_by_code (UpstandEngagementFilter *self, const UpstandRecordType *type, const char *list,
    const char *code)
{
    GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (type);
    upstand_list_query_where (query, "code", UPSTAND_IS, (const char *[]){ code, NULL });
    if (list)
        upstand_list_query_where (query, "list", UPSTAND_IS, (const char *[]){ list, NULL });
    g_autoptr (GPtrArray) found = upstand_store_list (self->store, query, 0, NULL);
    for (guint i = 0; found && i < found->len; i++)
        ids = upstand_ids_add (ids, UPSTAND_RECORD (g_ptr_array_index (found, i))->id);
    return ids;
}

static void
where_code (UpstandEngagementFilter *self, UpstandListQuery *query, Choice choice,
    const char *field, UpstandOperator relation, const UpstandRecordType *type, const char *list)
{
    const char *code = get_key (self, choice);
    if (!code)
        return;
    g_autoptr (GArray) ids = find_by_code (self, type, list, code);
    upstand_list_query_where_ids (query, field, relation, ids);
}

static void
where_quarter (UpstandEngagementFilter *self, UpstandListQuery *query)
{
    UpstandPeriod quarter;
    const char *label = get_key (self, QUARTER);
    if (!label || !upstand_period_parse (label, &quarter, NULL))
        return;
    g_autofree char *start = upstand_date_to_iso (quarter.start);
    g_autofree char *after = upstand_date_to_iso (quarter.end + 1);
    upstand_list_query_where (query, "dated", UPSTAND_FROM, (const char *[]){ start, NULL });
    upstand_list_query_where (query, "dated", UPSTAND_BEFORE, (const char *[]){ after, NULL });
}

UpstandListQuery *
upstand_engagement_filter_make_query (UpstandEngagementFilter *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_FILTER (self), NULL);
    gboolean set = FALSE;
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        set |= get_key (self, choice) != NULL;
    if (!set)
        return NULL;
    UpstandListQuery *query = upstand_list_query_new (&upstand_engagement_type);
    where_code (self, query, KIND, "kind_id", UPSTAND_IS, &upstand_framework_item_type,
        UPSTAND_LIST_ENGAGEMENT_KIND);
    where_code (self, query, GROUP, "groups", UPSTAND_LINKED, &upstand_framework_item_type,
        UPSTAND_LIST_GROUP);
    where_code (
        self, query, REQUIREMENT, "requirements", UPSTAND_LINKED, &upstand_requirement_type, NULL);
    where_quarter (self, query);
    return query;
}

void
upstand_engagement_filter_clear (UpstandEngagementFilter *self)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENT_FILTER (self));
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        upstand_filter_choice_set_key (self->choices[choice], NULL);
}

void
upstand_engagement_filter_set (UpstandEngagementFilter *self, const char *name, const char *key)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENT_FILTER (self) && name);
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        if (g_str_equal (name, choices[choice].name))
            upstand_filter_choice_set_key (self->choices[choice], key);
}

const char *
upstand_engagement_filter_get (UpstandEngagementFilter *self, const char *name)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_FILTER (self) && name, NULL);
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        if (g_str_equal (name, choices[choice].name))
            return get_key (self, choice);
    return NULL;
}

char *
upstand_engagement_filter_to_text (UpstandEngagementFilter *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_FILTER (self), NULL);
    GVariantBuilder builder;
    g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
    for (Choice choice = 0; choice < N_CHOICES; choice++)
        if (get_key (self, choice))
            g_variant_builder_add (&builder, "{ss}", choices[choice].name, get_key (self, choice));
    g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_builder_end (&builder));
    return g_variant_print (all, FALSE);
}

void
upstand_engagement_filter_from_text (UpstandEngagementFilter *self, const char *text)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENT_FILTER (self));
    g_autoptr (GVariant) all =
        text ? g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL) : NULL;
    GVariantIter iter;
    const char *name, *key;
    upstand_engagement_filter_clear (self);
    if (!all)
        return;
    g_variant_iter_init (&iter, all);
    while (g_variant_iter_next (&iter, "{&s&s}", &name, &key))
        upstand_engagement_filter_set (self, name, key);
}
