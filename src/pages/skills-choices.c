/* SPDX-License-Identifier: MIT */
#include "pages/skills-choices.h"

#include <glib/gi18n-lib.h>

struct _UpstandSkillsChoices {
    AdwBin parent_instance;

    UpstandSkillsDesk *desk;
    gboolean filling;
    guint offered_for; /* the census that the units are offered for */
    GArray *censuses, *units; /* guint: the place that each line stands for */
    GtkDropDown *census, *unit, *basis;
    GtkWidget *census_child;
};

G_DEFINE_FINAL_TYPE (UpstandSkillsChoices, upstand_skills_choices, ADW_TYPE_BIN)

static guint
place_of (GArray *places, GtkDropDown *choice)
{
    guint position = gtk_drop_down_get_selected (choice);
    return position < places->len ? g_array_index (places, guint, position) : UPSTAND_NOWHERE;
}

static void
chosen_cb (UpstandSkillsChoices *self)
{
    if (self->filling || !self->desk)
        return;
    upstand_skills_desk_choose (self->desk, place_of (self->censuses, self->census),
        place_of (self->units, self->unit), gtk_drop_down_get_selected (self->basis));
}

static void
select_place (GtkDropDown *choice, GArray *places, guint place)
{
    for (guint i = 0; i < places->len; i++)
        if (g_array_index (places, guint, i) == place)
            gtk_drop_down_set_selected (choice, i);
}

/* The newest first: that is the one that is worked on. */
static void
fill_censuses (UpstandSkillsChoices *self, UpstandSkillsOutline *outline)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    g_array_set_size (self->censuses, 0);
    for (guint i = upstand_skills_outline_get_n_censuses (outline); i-- > 0;) {
        g_autofree char *day = upstand_date_format (
            upstand_skills_outline_get_census (outline, i)->as_at, UPSTAND_DATE_SHORT);
        gtk_string_list_append (names, day);
        g_array_append_val (self->censuses, i);
    }
    gtk_drop_down_set_model (self->census, G_LIST_MODEL (names));
    select_place (self->census, self->censuses, upstand_skills_desk_get_census (self->desk));
}

static gboolean
is_offered (UpstandSkillsChoices *self, UpstandSkillsOutline *outline, guint unit)
{
    guint census = upstand_skills_desk_get_census (self->desk);
    return census == UPSTAND_NOWHERE || unit == upstand_skills_desk_get_unit (self->desk) ||
           upstand_skills_unit_is_open (upstand_skills_outline_get_unit (outline, unit),
               upstand_skills_outline_get_census (outline, census)->as_at);
}

static void
fill_units (UpstandSkillsChoices *self, UpstandSkillsOutline *outline)
{
    g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
    guint n = upstand_skills_outline_get_n_units (outline), nowhere = UPSTAND_NOWHERE;
    gboolean one_trunk = n > 0 && upstand_skills_outline_get_unit (outline, 0)->end == n;
    g_array_set_size (self->units, 0);
    if (!one_trunk) {
        gtk_string_list_append (names, _ ("Whole force"));
        g_array_append_val (self->units, nowhere);
    }
    for (guint i = 0; i < n; i++) {
        const UpstandSkillsUnit *unit = upstand_skills_outline_get_unit (outline, i);
        if (!is_offered (self, outline, i))
            continue;
        g_autoptr (GString) name = g_string_new (NULL);
        for (guint depth = 0; depth < unit->depth; depth++)
            g_string_append (name, "\u2003");
        g_string_append (name, unit->name);
        gtk_string_list_append (names, name->str);
        g_array_append_val (self->units, i);
    }
    gtk_drop_down_set_model (self->unit, G_LIST_MODEL (names));
    select_place (self->unit, self->units, upstand_skills_desk_get_unit (self->desk));
}

/* Never the list of a choice that is being made: GTK is still busy with it. */
static void
desk_chosen_cb (UpstandSkillsChoices *self)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    guint census = upstand_skills_desk_get_census (self->desk);
    guint unit = upstand_skills_desk_get_unit (self->desk);
    if (!outline)
        return;
    self->filling = TRUE;
    if (self->offered_for != census)
        fill_units (self, outline);
    self->offered_for = census;
    if (place_of (self->censuses, self->census) != census)
        select_place (self->census, self->censuses, census);
    if (place_of (self->units, self->unit) != unit)
        select_place (self->unit, self->units, unit);
    gtk_drop_down_set_selected (self->basis, upstand_skills_desk_get_basis (self->desk));
    self->filling = FALSE;
}

static void
outline_changed_cb (UpstandSkillsChoices *self)
{
    UpstandSkillsOutline *outline = upstand_skills_desk_get_outline (self->desk);
    if (!outline)
        return;
    self->filling = TRUE;
    fill_censuses (self, outline);
    fill_units (self, outline);
    self->filling = FALSE;
    self->offered_for = upstand_skills_desk_get_census (self->desk);
}

static void
upstand_skills_choices_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_SKILLS_CHOICES (object)->desk);
    G_OBJECT_CLASS (upstand_skills_choices_parent_class)->dispose (object);
}

static void
upstand_skills_choices_finalize (GObject *object)
{
    UpstandSkillsChoices *self = UPSTAND_SKILLS_CHOICES (object);
    g_array_unref (self->censuses);
    g_array_unref (self->units);
    G_OBJECT_CLASS (upstand_skills_choices_parent_class)->finalize (object);
}

static void
upstand_skills_choices_class_init (UpstandSkillsChoicesClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_choices_dispose;
    G_OBJECT_CLASS (klass)->finalize = upstand_skills_choices_finalize;
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/skills-choices.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsChoices, census);
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsChoices, census_child);
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsChoices, unit);
    gtk_widget_class_bind_template_child (widget_class, UpstandSkillsChoices, basis);
    gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
upstand_skills_choices_init (UpstandSkillsChoices *self)
{
    self->filling = TRUE;
    self->censuses = g_array_new (FALSE, FALSE, sizeof (guint));
    self->units = g_array_new (FALSE, FALSE, sizeof (guint));
    gtk_widget_init_template (GTK_WIDGET (self));
}

UpstandSkillsChoices *
upstand_skills_choices_new (UpstandSkillsDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (desk), NULL);
    UpstandSkillsChoices *self = g_object_new (UPSTAND_TYPE_SKILLS_CHOICES, NULL);
    self->desk = g_object_ref (desk);
    g_signal_connect_object (
        desk, "outline-changed", G_CALLBACK (outline_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (desk, "chosen", G_CALLBACK (desk_chosen_cb), self, G_CONNECT_SWAPPED);
    outline_changed_cb (self);
    desk_chosen_cb (self);
    return self;
}

void
upstand_skills_choices_set_with_census (UpstandSkillsChoices *self, gboolean with_census)
{
    g_return_if_fail (UPSTAND_IS_SKILLS_CHOICES (self));
    gtk_widget_set_visible (self->census_child, with_census);
}

GtkDropDown *
upstand_skills_choices_get_census (UpstandSkillsChoices *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_CHOICES (self), NULL);
    return self->census;
}

GtkDropDown *
upstand_skills_choices_get_unit (UpstandSkillsChoices *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_CHOICES (self), NULL);
    return self->unit;
}

GtkDropDown *
upstand_skills_choices_get_basis (UpstandSkillsChoices *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_CHOICES (self), NULL);
    return self->basis;
}
