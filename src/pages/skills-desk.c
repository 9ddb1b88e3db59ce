/* SPDX-License-Identifier: MIT */
#include "pages/skills-desk.h"

#include <glib/gi18n-lib.h>

struct _UpstandSkillsDesk {
    GObject parent_instance;

    UpstandStore *store;
    UpstandDay today;
    GError *error;
    UpstandSkillsOutline *outline;
    guint census, unit;
    UpstandBasis basis;
    UpstandSkills *figures; /* of the chosen unit; NULL: not read yet, or no census */
    UpstandSkills *whole; /* NULL: not read yet */
    guint held;
};

G_DEFINE_FINAL_TYPE (UpstandSkillsDesk, upstand_skills_desk, G_TYPE_OBJECT)

enum { OUTLINE_CHANGED, CHOSEN, FIGURES_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static UpstandDatabase *
database_of (UpstandSkillsDesk *self)
{
    return upstand_store_get_database (self->store);
}

static void
drop_figures (UpstandSkillsDesk *self)
{
    g_clear_pointer (&self->figures, upstand_skills_free);
    g_clear_pointer (&self->whole, upstand_skills_free);
}

/* The newest census that has come, else the first that is to come; and the only force there is. */
static void
choose_usual (UpstandSkillsDesk *self)
{
    guint n = upstand_skills_outline_get_n_censuses (self->outline);
    if (self->census == UPSTAND_NOWHERE)
        for (guint i = 0; i < n; i++)
            if (i == 0 ||
                upstand_skills_outline_get_census (self->outline, i)->as_at <= self->today)
                self->census = i;
    /* A tree with one trunk: that is the whole force, and can be answered for. */
    if (self->unit == UPSTAND_NOWHERE && upstand_skills_outline_get_n_units (self->outline) > 0 &&
        upstand_skills_outline_get_unit (self->outline, 0)->end ==
            upstand_skills_outline_get_n_units (self->outline))
        self->unit = 0;
}

static void
load_outline (UpstandSkillsDesk *self)
{
    g_autoptr (UpstandSkillsOutline) before = g_steal_pointer (&self->outline);
    gint64 census = before && self->census != UPSTAND_NOWHERE
                        ? upstand_skills_outline_get_census (before, self->census)->id
                        : 0;
    gint64 unit = before && self->unit != UPSTAND_NOWHERE
                      ? upstand_skills_outline_get_unit (before, self->unit)->id
                      : 0;
    drop_figures (self);
    g_clear_error (&self->error);
    self->outline =
        upstand_skills_outline_load (database_of (self), g_get_language_names ()[0], &self->error);
    self->census = self->unit = UPSTAND_NOWHERE;
    if (!self->outline)
        return;
    self->census = upstand_skills_outline_find_census (self->outline, census);
    self->unit = upstand_skills_outline_find_unit (self->outline, unit);
    choose_usual (self);
}

static void
outline_changed_cb (UpstandSkillsDesk *self)
{
    load_outline (self);
    g_signal_emit (self, signals[OUTLINE_CHANGED], 0);
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
headcount_changed_cb (UpstandSkillsDesk *self)
{
    if (!self->held)
        upstand_skills_desk_reload (self);
}

static void
upstand_skills_desk_dispose (GObject *object)
{
    UpstandSkillsDesk *self = UPSTAND_SKILLS_DESK (object);
    drop_figures (self);
    g_clear_pointer (&self->outline, upstand_skills_outline_unref);
    g_clear_error (&self->error);
    g_clear_object (&self->store);
    G_OBJECT_CLASS (upstand_skills_desk_parent_class)->dispose (object);
}

static void
upstand_skills_desk_class_init (UpstandSkillsDeskClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_skills_desk_dispose;
    signals[OUTLINE_CHANGED] = g_signal_new ("outline-changed", UPSTAND_TYPE_SKILLS_DESK,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[CHOSEN] = g_signal_new (
        "chosen", UPSTAND_TYPE_SKILLS_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
    signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", UPSTAND_TYPE_SKILLS_DESK,
        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
upstand_skills_desk_init (UpstandSkillsDesk *self)
{
    self->census = self->unit = UPSTAND_NOWHERE;
}

UpstandSkillsDesk *
upstand_skills_desk_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    static const char *const outline_tables[] = { "changed::unit", "changed::census",
        "changed::framework_item", "changed::series_break" };
    UpstandSkillsDesk *self = g_object_new (UPSTAND_TYPE_SKILLS_DESK, NULL);
    self->store = g_object_ref (store);
    self->today = today;
    load_outline (self);
    for (guint i = 0; i < G_N_ELEMENTS (outline_tables); i++)
        g_signal_connect_object (
            store, outline_tables[i], G_CALLBACK (outline_changed_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        store, "changed::headcount", G_CALLBACK (headcount_changed_cb), self, G_CONNECT_SWAPPED);
    return self;
}

UpstandStore *
upstand_skills_desk_get_store (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), NULL);
    return self->store;
}

UpstandDay
upstand_skills_desk_get_today (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), 0);
    return self->today;
}

const GError *
upstand_skills_desk_get_error (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), NULL);
    return self->error;
}

UpstandSkillsOutline *
upstand_skills_desk_get_outline (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), NULL);
    return self->outline;
}

guint
upstand_skills_desk_get_census (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), UPSTAND_NOWHERE);
    return self->census;
}

guint
upstand_skills_desk_get_unit (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), UPSTAND_NOWHERE);
    return self->unit;
}

UpstandBasis
upstand_skills_desk_get_basis (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), UPSTAND_BASIS_HEADCOUNT);
    return self->basis;
}

void
upstand_skills_desk_choose (UpstandSkillsDesk *self, guint census, guint unit, UpstandBasis basis)
{
    g_return_if_fail (UPSTAND_IS_SKILLS_DESK (self) && self->outline);
    g_return_if_fail (census == UPSTAND_NOWHERE ||
                      census < upstand_skills_outline_get_n_censuses (self->outline));
    g_return_if_fail (
        unit == UPSTAND_NOWHERE || unit < upstand_skills_outline_get_n_units (self->outline));
    if (census == self->census && unit == self->unit && basis == self->basis)
        return;
    if (census != self->census)
        drop_figures (self);
    else if (unit != self->unit)
        g_clear_pointer (&self->figures, upstand_skills_free);
    self->census = census;
    self->unit = unit;
    self->basis = basis;
    g_signal_emit (self, signals[CHOSEN], 0);
}

static UpstandSkills *
read_figures (UpstandSkillsDesk *self, guint census, guint unit)
{
    if (!self->outline || census == UPSTAND_NOWHERE)
        return NULL;
    g_clear_error (&self->error);
    return upstand_skills_load (self->outline, database_of (self), census, unit, &self->error);
}

UpstandSkills *
upstand_skills_desk_get_figures (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), NULL);
    if (!self->figures)
        self->figures = read_figures (self, self->census, self->unit);
    return self->figures;
}

UpstandSkills *
upstand_skills_desk_get_whole (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), NULL);
    if (!self->whole)
        self->whole = read_figures (self, self->census, UPSTAND_NOWHERE);
    return self->whole;
}

UpstandSkills *
upstand_skills_desk_load (UpstandSkillsDesk *self, guint census)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), NULL);
    return read_figures (self, census, self->unit);
}

gboolean
upstand_skills_desk_is_leaf (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), FALSE);
    return self->outline && self->census != UPSTAND_NOWHERE && self->unit != UPSTAND_NOWHERE &&
           upstand_skills_outline_is_leaf (self->outline, self->unit,
               upstand_skills_outline_get_census (self->outline, self->census)->as_at);
}

char *
upstand_skills_desk_describe (UpstandSkillsDesk *self)
{
    g_return_val_if_fail (UPSTAND_IS_SKILLS_DESK (self), NULL);
    if (!self->outline || self->census == UPSTAND_NOWHERE)
        return g_strdup ("");
    g_autofree char *day = upstand_date_format (
        upstand_skills_outline_get_census (self->outline, self->census)->as_at, UPSTAND_DATE_SHORT);
    const char *unit = self->unit == UPSTAND_NOWHERE
                           ? _ ("Whole force")
                           : upstand_skills_outline_get_unit (self->outline, self->unit)->name;
    /* Translators: a unit and the day of a census. */
    return g_strdup_printf (_ ("%s, %s"), unit, day);
}

void
upstand_skills_desk_hold (UpstandSkillsDesk *self)
{
    g_return_if_fail (UPSTAND_IS_SKILLS_DESK (self));
    self->held++;
}

void
upstand_skills_desk_release (UpstandSkillsDesk *self)
{
    g_return_if_fail (UPSTAND_IS_SKILLS_DESK (self) && self->held);
    if (--self->held)
        return;
    /* What was read for all of the force is of before. */
    g_clear_pointer (&self->whole, upstand_skills_free);
    g_signal_emit (self, signals[FIGURES_CHANGED], 0);
}

void
upstand_skills_desk_reload (UpstandSkillsDesk *self)
{
    g_return_if_fail (UPSTAND_IS_SKILLS_DESK (self));
    drop_figures (self);
    g_signal_emit (self, signals[CHOSEN], 0);
}

void
upstand_skills_desk_refresh (UpstandSkillsDesk *self)
{
    g_return_if_fail (UPSTAND_IS_SKILLS_DESK (self));
    drop_figures (self);
    g_signal_emit (self, signals[FIGURES_CHANGED], 0);
}
