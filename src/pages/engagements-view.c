/* SPDX-License-Identifier: MIT */
#include "pages/engagements-view.h"

#include <glib/gi18n-lib.h>

#include "pages/finding-list.h"
#include "pages/theme-list.h"
#include "records/engagement.h"
#include "records/panel-finding.h"
#include "records/framework-records.h"
#include "rules/ties.h"

#define CODE_SCRUTINY_PANEL "scrutiny-panel"

struct _UpstandEngagementsView {
    AdwBin parent_instance;

    UpstandDetailView *detail;
    UpstandEngagementFilter *filter;
};

G_DEFINE_FINAL_TYPE (UpstandEngagementsView, upstand_engagements_view, ADW_TYPE_BIN)

/* What is said of an engagement ------------------------------------------------------------------
 */

/* Today, and of the kind that was entered last. */
static void
begin_engagement (gpointer record, UpstandStore *store, UpstandDay today)
{
    UpstandEngagement *engagement = record;
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_engagement_type);
    upstand_list_query_order (query, NULL, TRUE);
    g_autoptr (GPtrArray) last = upstand_store_list (store, query, 1, NULL);
    engagement->dated = today;
    if (last && last->len)
        engagement->kind_id = ((UpstandEngagement *)g_ptr_array_index (last, 0))->kind_id;
    upstand_ties_settle (upstand_store_get_database (store), record);
}

static void
assist (UpstandRecord *edited, const UpstandField *field, UpstandDay today, gpointer view)
{
    UpstandEngagement *engagement = (UpstandEngagement *)edited;
    UpstandStore *store = upstand_detail_view_get_store (UPSTAND_DETAIL_VIEW (view));
    if (edited->id || !g_str_equal (field->name, "kind_id"))
        return;
    /* A new one evidences what its kind does. */
    g_clear_pointer (&engagement->requirements, g_array_unref);
    upstand_ties_settle (upstand_store_get_database (store), edited);
}

static UpstandFrameworkItem *
get_kind (const UpstandEngagement *engagement, gpointer view)
{
    UpstandStore *store = upstand_detail_view_get_store (UPSTAND_DETAIL_VIEW (view));
    return engagement->kind_id
               ? upstand_store_get (store, &upstand_framework_item_type, engagement->kind_id, NULL)
               : NULL;
}

static gboolean
is_panel (const UpstandFrameworkItem *kind)
{
    return kind && g_str_equal (kind->code, CODE_SCRUTINY_PANEL);
}

static gboolean
is_one_way (const UpstandFrameworkItem *kind)
{
    return kind && upstand_framework_item_has (kind, UPSTAND_APPLIES_ONE_WAY);
}

/* What is written in a field is never hidden. */
static gboolean
is_shown (UpstandRecord *edited, const UpstandField *field, gpointer view)
{
    static const char *const of_communications[] = { "channel", "audience", "language", NULL };
    static const char *const of_panels[] = { "papers", "audit", NULL };
    static const char *const of_meetings[] = { "safety", "heard", "spaces", "stage", NULL };
    g_autofree char *text = upstand_record_get_text (edited, field);
    if (g_str_equal (field->name, "place_cleared"))
        return ((UpstandEngagement *)edited)->place || ((UpstandEngagement *)edited)->place_cleared;
    if (text && !g_str_equal (field->name, "stage"))
        return TRUE;
    g_autoptr (UpstandFrameworkItem) kind = get_kind ((UpstandEngagement *)edited, view);
    if (g_strv_contains (of_communications, field->name))
        return is_one_way (kind);
    if (g_strv_contains (of_panels, field->name))
        return is_panel (kind);
    if (g_strv_contains (of_meetings, field->name))
        return !is_one_way (kind);
    return TRUE;
}

enum {
    PART_FINDINGS,
    PART_THEMES,
};

static gboolean
has_part (UpstandRecord *record, guint part, gpointer view)
{
    UpstandStore *store = upstand_detail_view_get_store (UPSTAND_DETAIL_VIEW (view));
    if (part != PART_FINDINGS)
        return TRUE;
    g_autoptr (UpstandFrameworkItem) kind = get_kind ((UpstandEngagement *)record, view);
    if (is_panel (kind))
        return TRUE;
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_panel_finding_type);
    upstand_list_query_where_id (query, "engagement_id", UPSTAND_IS, record->id);
    return upstand_store_count (store, query, NULL) > 0;
}

static const char *const what[] = { "title", "kind_id", "dated", "place", "place_cleared", NULL };
static const char *const who[] = { "groups", "attendance", "organisations", "audience", "channel",
    "language", NULL };
static const char *const how[] = { "stage", "safety", "papers", "audit", NULL };
static const char *const said[] = { "heard", "spaces", NULL };
static const char *const serves[] = { "requirements", "activities", "owner", "review", NULL };

static const UpstandFormSection sections[] = {
    { NULL, what },
    { N_ ("Who was there, or reached"), who },
    { N_ ("How"), how },
    { N_ ("What was said"), said },
    { N_ ("What it serves"), serves },
    { NULL, NULL },
};

static const char *const all_fields[] = { "title", "kind_id", "dated", NULL };
static const char *const hidden[] = { "place", "stage", "owner", NULL };

static const UpstandRegister list = {
    .id = "engagements",
    .type = &upstand_engagement_type,
    .fields = all_fields,
    .icon_name = "upstand-engagement-symbolic",
    .new_label = N_ ("_New engagement"),
    .new_heading = N_ ("New engagement"),
    .edit_heading = N_ ("Engagement"),
    .search_label = N_ ("Search the engagements"),
    .empty_title = N_ ("No engagements yet"),
    .empty_words = N_ ("An engagement is a time when women and girls were met or reached: a"
                       " listening circle, a panel, a meeting, an event, a survey. Begin with the"
                       " last one you remember."),
    .order = "dated",
    .descending = TRUE,
    .begin = begin_engagement,
    .hidden = hidden,
};

static GtkWidget *(*const parts[]) (void) = {
    [PART_FINDINGS] = upstand_finding_list_new,
    [PART_THEMES] = upstand_theme_list_new,
    NULL,
};

static const UpstandDetail detail = {
    .list = &list,
    .sections = sections,
    .assist = assist,
    .is_shown = is_shown,
    .parts = parts,
    .has_part = has_part,
};

/* The view ----------------------------------------------------------------------------------------
 */

static void
filter (UpstandEngagementsView *self)
{
    g_autoptr (UpstandListQuery) query = upstand_engagement_filter_make_query (self->filter);
    upstand_register_view_set_filter (upstand_detail_view_get_register (self->detail), query);
}

static void
cleared_cb (UpstandEngagementsView *self)
{
    upstand_engagement_filter_clear (self->filter);
}

static gboolean
upstand_engagements_view_grab_focus (GtkWidget *widget)
{
    return gtk_widget_grab_focus (GTK_WIDGET (UPSTAND_ENGAGEMENTS_VIEW (widget)->detail));
}

static void
upstand_engagements_view_class_init (UpstandEngagementsViewClass *klass)
{
    GTK_WIDGET_CLASS (klass)->grab_focus = upstand_engagements_view_grab_focus;
}

static void
upstand_engagements_view_init (UpstandEngagementsView *self)
{
}

GtkWidget *
upstand_engagements_view_new (UpstandStore *store, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store), NULL);
    UpstandEngagementsView *self = g_object_new (UPSTAND_TYPE_ENGAGEMENTS_VIEW, NULL);
    self->detail = upstand_detail_view_new (&detail, store, today);
    self->filter = UPSTAND_ENGAGEMENT_FILTER (upstand_engagement_filter_new (store, today));
    UpstandRegisterView *reg = upstand_detail_view_get_register (self->detail);
    upstand_register_view_set_filter_bar (reg, GTK_WIDGET (self->filter));
    g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (reg, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
    adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->detail));
    return GTK_WIDGET (self);
}

void
upstand_engagements_view_filter (
    UpstandEngagementsView *self, const char *group, const char *quarter)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENTS_VIEW (self));
    upstand_engagement_filter_clear (self->filter);
    upstand_engagement_filter_set (self->filter, "group", group);
    upstand_engagement_filter_set (self->filter, "quarter", quarter);
    upstand_register_view_open_filter_bar (upstand_detail_view_get_register (self->detail));
    filter (self);
}

UpstandDetailView *
upstand_engagements_view_get_detail (UpstandEngagementsView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENTS_VIEW (self), NULL);
    return self->detail;
}

UpstandEngagementFilter *
upstand_engagements_view_get_filter (UpstandEngagementsView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENTS_VIEW (self), NULL);
    return self->filter;
}

/* "1234567 {...}": what is open, and the filters. */
char *
upstand_engagements_view_get_place (UpstandEngagementsView *self)
{
    g_return_val_if_fail (UPSTAND_IS_ENGAGEMENTS_VIEW (self), NULL);
    g_autofree char *filters = upstand_engagement_filter_to_text (self->filter);
    return g_strdup_printf (
        "%" G_GINT64_FORMAT " %s", upstand_detail_view_get_shown (self->detail), filters);
}

void
upstand_engagements_view_set_place (UpstandEngagementsView *self, const char *place)
{
    g_return_if_fail (UPSTAND_IS_ENGAGEMENTS_VIEW (self) && place);
    g_auto (GStrv) words = g_strsplit (place, " ", 2);
    gint64 id;
    if (g_strv_length (words) < 2 ||
        !g_ascii_string_to_signed (words[0], 10, 0, G_MAXINT64, &id, NULL))
        return;
    upstand_engagement_filter_from_text (self->filter, words[1]);
    filter (self);
    if (id)
        upstand_detail_view_show (self->detail, id);
}
