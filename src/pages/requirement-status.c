/* SPDX-License-Identifier: MIT */
#include "pages/requirement-status.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "widgets/mark.h"

struct _UpstandRequirementStatus {
    GtkWidget parent_instance;

    GtkBox *box;
    UpstandMark *mark;
    GtkLabel *rating, *counts, *sentence, *missing;
    GtkBox *computed;
    UpstandMark *computed_mark;
    GtkLabel *computed_rating, *computed_sentence;
    GtkLabel *lapsed;
};

G_DEFINE_FINAL_TYPE (UpstandRequirementStatus, upstand_requirement_status, GTK_TYPE_WIDGET)

/* "60% of 5 activities, 1 overdue · 3 pieces of evidence" */
static char *
count (const UpstandDutyRating *duty)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    if (duty->n_activities == 0)
        g_ptr_array_add (parts, g_strdup (_ ("no activity yet")));
    else
        g_ptr_array_add (parts,
            /* Translators: the share that is done, and of how many activities. */
            g_strdup_printf (
                ngettext ("%d%% of %u activity", "%d%% of %u activities", duty->n_activities),
                upstand_rating_facts_get_percent (&duty->facts), duty->n_activities));
    if (duty->n_overdue > 0)
        g_ptr_array_add (
            parts, g_strdup_printf (
                       ngettext ("%u overdue", "%u overdue", duty->n_overdue), duty->n_overdue));
    if (duty->n_evidence == 0)
        g_ptr_array_add (parts, g_strdup (_ ("no evidence yet")));
    else
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u piece of evidence",
                                                     "%u pieces of evidence", duty->n_evidence),
                                    duty->n_evidence));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
set_words (GtkLabel *label, const char *words)
{
    gtk_label_set_text (label, words ? words : "");
    gtk_widget_set_visible (GTK_WIDGET (label), words && *words);
}

static char *
name_lapsed (const UpstandDutyRating *duty)
{
    const UpstandRequirement *requirement = duty->requirement;
    if (!duty->facts.override.rating || duty->result.override_active)
        return NULL;
    g_autofree char *date = upstand_date_format (requirement->override_review, UPSTAND_DATE_SHORT);
    /* Translators: a rating, and the day until which it held. */
    return g_strdup_printf (_ ("Set by hand to “%s” until %s; that has lapsed."),
        upstand_rating_get_label (duty->facts.override.rating), date);
}

void
upstand_requirement_status_set (
    UpstandRequirementStatus *self, const UpstandDutyRating *duty, UpstandDay today)
{
    g_return_if_fail (UPSTAND_IS_REQUIREMENT_STATUS (self));
    gtk_widget_set_visible (GTK_WIDGET (self->computed), FALSE);
    if (!duty) {
        upstand_mark_set_rating (self->mark, UPSTAND_RATING_NONE);
        gtk_label_set_text (self->rating, _ ("Working it out…"));
        set_words (self->counts, NULL);
        set_words (self->sentence, NULL);
        set_words (self->missing, NULL);
        set_words (self->lapsed, NULL);
        return;
    }
    const UpstandRatingResult *result = &duty->result;
    g_autofree char *counts = count (duty);
    g_autofree char *computed = upstand_rating_explain (result, &duty->facts);
    g_autofree char *override = upstand_rating_explain_override (result, &duty->facts);
    g_autofree char *missing = upstand_rating_explain_missing (result);
    g_autofree char *lapsed = name_lapsed (duty);
    upstand_mark_set_rating (self->mark, result->shown);
    gtk_label_set_text (self->rating, upstand_rating_get_label (result->shown));
    set_words (self->counts, counts);
    set_words (self->sentence, override ? override : computed);
    set_words (self->missing, missing);
    set_words (self->lapsed, lapsed);
    if (!override)
        return;
    g_autofree char *word =
        g_strdup_printf (_ ("Computed: %s"), upstand_rating_get_label (result->computed));
    upstand_mark_set_rating (self->computed_mark, result->computed);
    gtk_label_set_text (self->computed_rating, word);
    gtk_label_set_text (self->computed_sentence, computed);
    gtk_widget_set_visible (GTK_WIDGET (self->computed), TRUE);
}

static void
upstand_requirement_status_dispose (GObject *object)
{
    UpstandRequirementStatus *self = UPSTAND_REQUIREMENT_STATUS (object);
    g_clear_pointer ((GtkWidget **)&self->box, gtk_widget_unparent);
    G_OBJECT_CLASS (upstand_requirement_status_parent_class)->dispose (object);
}

static void
upstand_requirement_status_class_init (UpstandRequirementStatusClass *klass)
{
    GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
    G_OBJECT_CLASS (klass)->dispose = upstand_requirement_status_dispose;
    g_type_ensure (UPSTAND_TYPE_MARK);
    gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
    gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
    gtk_widget_class_set_template_from_resource (
        widget_class, "/uk/upstand/Upstand/pages/requirement-status.ui");
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, box);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, mark);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, rating);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, counts);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, sentence);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, missing);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, computed);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, computed_mark);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, computed_rating);
    gtk_widget_class_bind_template_child (
        widget_class, UpstandRequirementStatus, computed_sentence);
    gtk_widget_class_bind_template_child (widget_class, UpstandRequirementStatus, lapsed);
}

static void
upstand_requirement_status_init (UpstandRequirementStatus *self)
{
    gtk_widget_init_template (GTK_WIDGET (self));
}
