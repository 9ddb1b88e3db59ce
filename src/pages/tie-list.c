/* SPDX-License-Identifier: MIT */
#include "pages/tie-list.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "records/evidence.h"
#include "rules/reviews.h"
#include "rules/ties.h"
#include "widgets/mark.h"

struct _UpstandTieList {
    UpstandSectionList parent_instance;

    GPtrArray *ties, *reviews; /* of what was listed last */
};

G_DEFINE_FINAL_TYPE (UpstandTieList, upstand_tie_list, UPSTAND_TYPE_SECTION_LIST)

static GPtrArray *
list_ties (UpstandSectionList *list, guint most, GError **error)
{
    UpstandTieList *self = UPSTAND_TIE_LIST (list);
    UpstandStore *store = upstand_section_list_get_store (list);
    UpstandDatabase *database = upstand_store_get_database (store);
    gint64 requirement = upstand_section_list_get_requirement (list);
    g_autoptr (GPtrArray) ties = upstand_ties_list (database, requirement, 0, error);
    g_autoptr (GPtrArray) reviews = ties ? upstand_reviews_overdue (database, requirement,
                                               upstand_section_list_get_today (list), error)
                                         : NULL;
    if (!reviews)
        return NULL;
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
    for (guint i = 0; i < ties->len && records->len < most; i++) {
        const UpstandTie *tie = g_ptr_array_index (ties, i);
        if (!tie->type || tie->type == &upstand_evidence_type)
            continue;
        gpointer record = upstand_store_get (store, tie->type, tie->id, error);
        if (!record)
            return NULL;
        g_ptr_array_add (records, record);
    }
    g_clear_pointer (&self->ties, g_ptr_array_unref);
    g_clear_pointer (&self->reviews, g_ptr_array_unref);
    self->ties = g_steal_pointer (&ties);
    self->reviews = g_steal_pointer (&reviews);
    return g_steal_pointer (&records);
}

static const UpstandTie *
find_tie (UpstandTieList *self, UpstandRecord *record)
{
    for (guint i = 0; i < self->ties->len; i++) {
        const UpstandTie *tie = g_ptr_array_index (self->ties, i);
        if (tie->id == record->id && tie->type == upstand_record_get_record_type (record))
            return tie;
    }
    return NULL;
}

static const UpstandReview *
find_review (UpstandTieList *self, UpstandRecord *record)
{
    for (guint i = 0; i < self->reviews->len; i++) {
        const UpstandReview *review = g_ptr_array_index (self->reviews, i);
        if (review->document_id == record->id)
            return review;
    }
    return NULL;
}

static char *
describe (UpstandTieList *self, UpstandRecord *record, const UpstandReview *review)
{
    const UpstandTie *tie = find_tie (self, record);
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (parts, g_strdup (gettext (upstand_record_get_record_type (record)->singular)));
    if (tie && tie->dated)
        g_ptr_array_add (parts, upstand_date_format (tie->dated, UPSTAND_DATE_SHORT));
    if (tie && tie->expires)
        g_ptr_array_add (parts, upstand_day_words_expires (tie->expires,
                                    upstand_section_list_get_today (UPSTAND_SECTION_LIST (self))));
    if (review)
        g_ptr_array_add (parts, g_strdup_printf (ngettext ("its review is %d day overdue",
                                                     "its review is %d days overdue", review->days),
                                    review->days));
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **)parts->pdata);
}

static GtkWidget *
make_row (UpstandSectionList *list, gpointer record)
{
    UpstandTieList *self = UPSTAND_TIE_LIST (list);
    const UpstandReview *review = find_review (self, record);
    g_autofree char *title = upstand_record_get_title (record);
    g_autofree char *words = describe (self, record, review);
    GtkWidget *row = upstand_section_list_new_row (title, words);
    GtkWidget *mark = upstand_mark_new ();
    upstand_mark_set_standing (
        UPSTAND_MARK (mark), review ? UPSTAND_STANDING_OVERDUE : UPSTAND_STANDING_COMPLETE);
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
    adw_action_row_add_suffix (
        ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    return row;
}

static void
open_tie (UpstandSectionList *self, gpointer record)
{
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)",
        upstand_record_get_record_type (record)->name, UPSTAND_RECORD (record)->id);
}

static void
upstand_tie_list_finalize (GObject *object)
{
    UpstandTieList *self = UPSTAND_TIE_LIST (object);
    g_clear_pointer (&self->ties, g_ptr_array_unref);
    g_clear_pointer (&self->reviews, g_ptr_array_unref);
    G_OBJECT_CLASS (upstand_tie_list_parent_class)->finalize (object);
}

static void
upstand_tie_list_class_init (UpstandTieListClass *klass)
{
    static const char *const tables[] = { "engagement", "engagement_requirement", "document",
        "document_requirement", "learning", "learning_requirement", "theme", "theme_requirement",
        "theme_step", "training_material", "deployment_model", "operation", "problem_profile",
        "profile_use", "streetsafe", "partner", NULL };
    UpstandSectionListClass *list_class = UPSTAND_SECTION_LIST_CLASS (klass);
    G_OBJECT_CLASS (klass)->finalize = upstand_tie_list_finalize;
    list_class->title = N_ ("Evidence from the other registers");
    list_class->empty = N_ ("Nothing in the other registers speaks for it.");
    list_class->tables = tables;
    list_class->hidden_when_empty = TRUE;
    list_class->list = list_ties;
    list_class->make_row = make_row;
    list_class->open = open_tie;
}

static void
upstand_tie_list_init (UpstandTieList *self)
{
}

GtkWidget *
upstand_tie_list_new (void)
{
    return g_object_new (UPSTAND_TYPE_TIE_LIST, NULL);
}
