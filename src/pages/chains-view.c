/* SPDX-License-Identifier: MIT */
#include "pages/chains-view.h"

#include <glib/gi18n-lib.h>

#include "pages/theme-step-list.h"
#include "records/theme.h"
#include "rules/ties.h"
#include "widgets/filter-choice.h"

struct _UpstandChainsView {
    AdwBin parent_instance;

    UpstandEngagementDesk *desk;
    UpstandDetailView *detail;
    UpstandFilterChoice *stage;
    GtkToggleButton *late;
    gboolean quiet;
};

G_DEFINE_FINAL_TYPE (UpstandChainsView, upstand_chains_view, ADW_TYPE_BIN)

/* What is said of a theme ------------------------------------------------------------------------
 */

static const UpstandChain *
find_chain (UpstandRecord *record, gpointer view)
{
    UpstandEngagementDesk *desk = upstand_engagement_desk_find (GTK_WIDGET (view));
    return desk ? upstand_engagement_desk_find_chain (desk, record->id) : NULL;
}

static char *
describe_standing (const UpstandChain *chain)
{
    int days = upstand_chain_days_to_feedback (chain);
    if (chain->stale != UPSTAND_STALE_NOT)
        return upstand_chain_explain (chain);
    if (days >= 0)
        return g_strdup_printf (ngettext ("Closed: %d day from heard to fed back.",
                                    "Closed: %d days from heard to fed back.", days),
            days);
    /* Translators: a stage, "Decided", and how long something has stood there. */
    return g_strdup_printf (ngettext ("%s %d day ago.", "%s %d days ago.", chain->waiting),
        upstand_chain_stage_get_label (chain->stage), chain->waiting);
}

static char *
stage_text (UpstandRecord *record, gpointer view)
{
    const UpstandChain *chain = find_chain (record, view);
    return chain ? g_strdup_printf ("%s %s", upstand_chain_stage_get_shape (chain->stage),
                       upstand_chain_stage_get_label (chain->stage))
                 : NULL;
}

static char *
standing_text (UpstandRecord *record, gpointer view)
{
    const UpstandChain *chain = find_chain (record, view);
    g_autofree char *words = chain ? describe_standing (chain) : NULL;
    if (!words || chain->stale == UPSTAND_STALE_NOT)
        return g_steal_pointer (&words);
    /* Translators: why something is late; the sign says so without colour. */
    return g_strdup_printf (_ ("⚠ Late. %s"), words);
}

static const char *
standing_style (UpstandRecord *record, gpointer view)
{
    const UpstandChain *chain = find_chain (record, view);
    return chain && chain->stale != UPSTAND_STALE_NOT ? "tone-bad" : NULL;
}

static char *
say (UpstandRecord *record, gpointer view, const char **next)
{
    const UpstandChain *chain = find_chain (record, view);
    if (!chain)
        return NULL;
    *next = upstand_theme_step_get_next_label (chain->stage);
    return describe_standing (chain);
}

static void
next (UpstandRecord *record, gpointer view)
{
    const UpstandChain *chain = find_chain (record, view);
    if (chain)
        upstand_theme_step_add (GTK_WIDGET (view), upstand_detail_view_get_store (view),
            upstand_detail_view_get_today (view), record->id, chain->stage);
}

static void
begin_theme (gpointer record, UpstandStore *store, UpstandDay today)
{
    ((UpstandTheme *)record)->heard_on = today;
    upstand_ties_settle (upstand_store_get_database (store), record);
}

static const char *const what[] = { "title", "heard", "heard_on", "engagements", NULL };
static const char *const serves[] = { "requirements", "owner", "cleared", NULL };

static const UpstandFormSection sections[] = {
    { NULL, what },
    { N_ ("What it serves"), serves },
    { NULL, NULL },
};

static const UpstandTableExtra extras[] = {
    { "stage", N_ ("Stage"), stage_text, NULL, "title", 170, FALSE },
    { "standing", N_ ("How long"), standing_text, standing_style, "title", 430, FALSE },
};

static const char *const hidden[] = { "heard", "engagements", "requirements", "owner", NULL };

static const UpstandRegister list = {
    .id = "themes",
    .type = &upstand_theme_type,
    .fields = what,
    .icon_name = "upstand-engagement-symbolic",
    .new_label = N_ ("_New theme"),
    .new_heading = N_ ("New theme"),
    .edit_heading = N_ ("Theme"),
    .search_label = N_ ("Search what was heard"),
    .empty_title = N_ ("Nothing followed up yet"),
    .empty_words = N_ ("A theme is something that women and girls said. Follow each from heard to"
                       " decided, changed and fed back, so that you can say what became of it."),
    .order = "heard_on",
    .begin = begin_theme,
    .extras = extras,
    .n_extras = G_N_ELEMENTS (extras),
    .hidden = hidden,
};

static GtkWidget *(*const parts[]) (void) = { upstand_theme_step_list_new, NULL };

static const UpstandDetail detail = {
    .list = &list,
    .sections = sections,
    .parts = parts,
    .parts_first = TRUE,
    .say = say,
    .next = next,
};

/* The filters -------------------------------------------------------------------------------------
 */

static int
get_stage (UpstandChainsView *self)
{
    const char *key = upstand_filter_choice_get_key (self->stage);
    return key ? (int)g_ascii_strtoll (key, NULL, 10) : -1;
}

/* What fits now, and stays in the list until the person chooses again: a step that was just entered
 * does not take its theme away from under it. */
static void
filter (UpstandChainsView *self)
{
    const GPtrArray *chains = upstand_engagement_desk_get_chains (self->desk);
    UpstandRegisterView *reg = upstand_detail_view_get_register (self->detail);
    gboolean late = gtk_toggle_button_get_active (self->late);
    int stage = get_stage (self);
    if (!chains || (stage < 0 && !late)) {
        upstand_register_view_set_filter (reg, NULL);
        return;
    }
    g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    for (guint i = 0; i < chains->len; i++) {
        const UpstandChain *chain = g_ptr_array_index (chains, i);
        if ((stage < 0 || (int)chain->stage == stage) &&
            (!late || chain->stale != UPSTAND_STALE_NOT))
            ids = upstand_ids_add (ids, chain->theme_id);
    }
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_theme_type);
    upstand_list_query_where_ids (query, "id", UPSTAND_IS, ids);
    upstand_register_view_set_filter (reg, query);
}

static void
chosen_cb (UpstandChainsView *self)
{
    if (!self->quiet)
        filter (self);
}

static void
set_choices (UpstandChainsView *self, int stage, gboolean late)
{
    g_autofree char *key = stage >= 0 ? g_strdup_printf ("%d", stage) : NULL;
    self->quiet = TRUE;
    upstand_filter_choice_set_key (self->stage, key);
    gtk_toggle_button_set_active (self->late, late);
    self->quiet = FALSE;
}

static void
cleared_cb (UpstandChainsView *self)
{
    set_choices (self, -1, FALSE);
}

static void
desk_changed_cb (UpstandChainsView *self)
{
    upstand_record_table_refresh (
        upstand_register_view_get_table (upstand_detail_view_get_register (self->detail)));
    upstand_detail_view_refresh (self->detail);
}

/* Life --------------------------------------------------------------------------------------------
 */

static gboolean
upstand_chains_view_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (UPSTAND_CHAINS_VIEW (widget)->detail));
}

static void
upstand_chains_view_dispose (GObject *object)
{
    g_clear_object (&UPSTAND_CHAINS_VIEW (object)->desk);
    G_OBJECT_CLASS (upstand_chains_view_parent_class)->dispose (object);
}

static void
upstand_chains_view_class_init (UpstandChainsViewClass *klass)
{
    G_OBJECT_CLASS (klass)->dispose = upstand_chains_view_dispose;
    GTK_WIDGET_CLASS (klass)->grab_focus = upstand_chains_view_grab_focus;
}

static void
upstand_chains_view_init (UpstandChainsView *self)
{
    self->stage = UPSTAND_FILTER_CHOICE (upstand_filter_choice_new ());
    self->late = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_mnemonic (_ ("_Late")));
    upstand_filter_choice_set_names (self->stage, _ ("Stage"), _ ("Any stage"));
    upstand_filter_choice_clear (self->stage);
    for (guint i = 0; i < UPSTAND_N_CHAIN_STAGES; i++) {
        g_autofree char *key = g_strdup_printf ("%u", i);
        upstand_filter_choice_add (self->stage, key, upstand_chain_stage_get_label (i));
    }
    upstand_filter_choice_fill (self->stage);
    gtk_widget_set_tooltip_text (
        GTK_WIDGET (self->late), _ ("Only what has stood still for too long"));
    g_signal_connect_object (
        self->stage, "changed", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        self->late, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
upstand_chains_view_new (UpstandEngagementDesk *desk)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENT_DESK (desk), NULL);
    UpstandChainsView *self = g_object_new (UPSTAND_TYPE_CHAINS_VIEW, NULL);
    self->desk = g_object_ref (desk);
    upstand_engagement_desk_attach (desk, GTK_WIDGET (self));
    self->detail = upstand_detail_view_new (&detail, upstand_engagement_desk_get_store (desk),
        upstand_engagement_desk_get_today (desk));
    UpstandRegisterView *reg = upstand_detail_view_get_register (self->detail);
    upstand_register_view_add_tool (reg, GTK_WIDGET (self->late));
    upstand_register_view_add_tool (reg, GTK_WIDGET (self->stage));
    g_signal_connect_object (reg, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (
        desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->detail));
    upstand_engagement_desk_start (desk);
    return GTK_WIDGET (self);
}

void
upstand_chains_view_filter (UpstandChainsView *self, int stage, gboolean late)
{
    g_return_if_fail (UPSTAND_IS_CHAINS_VIEW (self) && stage < UPSTAND_N_CHAIN_STAGES);
    set_choices (self, stage, late);
    filter (self);
}

UpstandDetailView *
upstand_chains_view_get_detail (UpstandChainsView *self)
{
    g_return_val_if_fail (UPSTAND_IS_CHAINS_VIEW (self), NULL);
    return self->detail;
}
