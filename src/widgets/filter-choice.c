/* SPDX-License-Identifier: MIT */
#include "widgets/filter-choice.h"

#define MOST_UNSEARCHED 12

struct _UpstandFilterChoice {
    AdwBin parent_instance;
    GtkDropDown *drop_down; /* made when first seen */
    GPtrArray *keys; /* of the list; the first, NULL, is any */
    GPtrArray *labels;
    char *label;
    char *any;
    char *key; /* what is chosen, also while the list is made anew */
    gboolean filling;
};

G_DEFINE_FINAL_TYPE (UpstandFilterChoice, upstand_filter_choice, ADW_TYPE_BIN)

enum {
    SIGNAL_CHANGED,
    N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
label_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer chars)
{
    GtkWidget *label = gtk_label_new (NULL);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (chars));
    gtk_list_item_set_child (item, label);
}

static void
label_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
    gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
        gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (int chars)
{
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_signal_connect (factory, "setup", G_CALLBACK (label_set_up_cb), GINT_TO_POINTER (chars));
    g_signal_connect (factory, "bind", G_CALLBACK (label_bound_cb), NULL);
    return factory;
}

static void
show_active (UpstandFilterChoice *self)
{
    if (self->key)
        gtk_widget_add_css_class (GTK_WIDGET (self), "active");
    else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, UpstandFilterChoice *self)
{
    guint selected = gtk_drop_down_get_selected (drop_down);
    if (self->filling)
        return;
    g_free (self->key);
    self->key =
        g_strdup (selected < self->keys->len ? g_ptr_array_index (self->keys, selected) : NULL);
    show_active (self);
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Where the key that is chosen stands in the list; 0, any, when it is not there. */
static guint
find_key (UpstandFilterChoice *self, const char *key)
{
    for (guint i = 1; key && i < self->keys->len; i++)
        if (strcmp (g_ptr_array_index (self->keys, i), key) == 0)
            return i;
    return 0;
}

static void
show_list (UpstandFilterChoice *self)
{
    if (!self->drop_down)
        return;
    g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
    for (guint i = 0; i < self->labels->len; i++)
        gtk_string_list_append (list, g_ptr_array_index (self->labels, i));
    self->filling = TRUE;
    gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
    gtk_drop_down_set_enable_search (self->drop_down, self->keys->len > MOST_UNSEARCHED);
    gtk_drop_down_set_selected (self->drop_down, find_key (self, self->key));
    self->filling = FALSE;
}

static void
make_drop_down (UpstandFilterChoice *self)
{
    g_autoptr (GtkListItemFactory) in_button = make_factory (16);
    g_autoptr (GtkListItemFactory) in_list = make_factory (48);
    g_autoptr (GtkExpression) words =
        gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
    self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
    gtk_drop_down_set_expression (self->drop_down, words);
    gtk_drop_down_set_factory (self->drop_down, in_button);
    gtk_drop_down_set_list_factory (self->drop_down, in_list);
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
    g_signal_connect (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
    show_list (self);
}

static void
upstand_filter_choice_map (GtkWidget *widget)
{
    UpstandFilterChoice *self = UPSTAND_FILTER_CHOICE (widget);
    if (!self->drop_down)
        make_drop_down (self);
    GTK_WIDGET_CLASS (upstand_filter_choice_parent_class)->map (widget);
}

static void
upstand_filter_choice_finalize (GObject *object)
{
    UpstandFilterChoice *self = UPSTAND_FILTER_CHOICE (object);
    g_ptr_array_unref (self->keys);
    g_ptr_array_unref (self->labels);
    g_free (self->label);
    g_free (self->any);
    g_free (self->key);
    G_OBJECT_CLASS (upstand_filter_choice_parent_class)->finalize (object);
}

static void
upstand_filter_choice_class_init (UpstandFilterChoiceClass *klass)
{
    G_OBJECT_CLASS (klass)->finalize = upstand_filter_choice_finalize;
    signals[SIGNAL_CHANGED] = g_signal_new ("changed", UPSTAND_TYPE_FILTER_CHOICE,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    GTK_WIDGET_CLASS (klass)->map = upstand_filter_choice_map;
    gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filter-choice");
}

static void
upstand_filter_choice_init (UpstandFilterChoice *self)
{
    self->keys = g_ptr_array_new_with_free_func (g_free);
    self->labels = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
upstand_filter_choice_new (void)
{
    return g_object_new (UPSTAND_TYPE_FILTER_CHOICE, NULL);
}

void
upstand_filter_choice_set_names (UpstandFilterChoice *self, const char *label, const char *any)
{
    g_return_if_fail (UPSTAND_IS_FILTER_CHOICE (self) && label && any);
    g_free (self->label);
    g_free (self->any);
    self->label = g_strdup (label);
    self->any = g_strdup (any);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
}

void
upstand_filter_choice_clear (UpstandFilterChoice *self)
{
    g_return_if_fail (UPSTAND_IS_FILTER_CHOICE (self));
    g_ptr_array_set_size (self->keys, 0);
    g_ptr_array_set_size (self->labels, 0);
    upstand_filter_choice_add (self, NULL, self->any);
}

void
upstand_filter_choice_add (UpstandFilterChoice *self, const char *key, const char *label)
{
    g_return_if_fail (UPSTAND_IS_FILTER_CHOICE (self) && label);
    g_ptr_array_add (self->keys, g_strdup (key));
    g_ptr_array_add (self->labels, g_strdup (label));
}

void
upstand_filter_choice_fill (UpstandFilterChoice *self)
{
    g_return_if_fail (UPSTAND_IS_FILTER_CHOICE (self));
    if (find_key (self, self->key) == 0)
        g_clear_pointer (&self->key, g_free);
    show_active (self);
    show_list (self);
}

const char *
upstand_filter_choice_get_key (UpstandFilterChoice *self)
{
    g_return_val_if_fail (UPSTAND_IS_FILTER_CHOICE (self), NULL);
    return self->key;
}

void
upstand_filter_choice_set_key (UpstandFilterChoice *self, const char *key)
{
    g_return_if_fail (UPSTAND_IS_FILTER_CHOICE (self));
    guint place = find_key (self, key);
    char *kept = g_strdup (place ? key : NULL);
    g_free (self->key);
    self->key = kept;
    show_active (self);
    if (!self->drop_down)
        return;
    self->filling = TRUE;
    gtk_drop_down_set_selected (self->drop_down, place);
    self->filling = FALSE;
}
