/* SPDX-License-Identifier: MIT */
#include "pages/space-lists.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "pages/names.h"
#include "pages/step.h"
#include "records/activity.h"
#include "records/engagement.h"
#include "records/operation.h"
#include "records/problem-profile.h"
#include "records/space.h"
#include "records/streetsafe.h"
#include "rules/risk.h"

char *
upstand_space_risk_words (gint64 score)
{
    UpstandRisk risk = upstand_risk_of_score (score);
    if (risk == UPSTAND_RISK_UNJUDGED)
        return g_strdup_printf (
            "%s %s", upstand_risk_get_shape (risk), upstand_risk_get_label (risk));
    /* Translators: a shape, a level of risk, and its score. */
    return g_strdup_printf (_ ("%s %s (%u)"), upstand_risk_get_shape (risk),
        upstand_risk_get_label (risk), (guint)score);
}

/* The parts that there are, with a dot between. */
static char *
join (GPtrArray *parts)
{
    g_ptr_array_add (parts, NULL);
    return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
add_part (GPtrArray *parts, const char *words)
{
    if (words && *words)
        g_ptr_array_add (parts, g_strdup (words));
}

/* Operations ------------------------------------------------------------------------------------
 */

static char *
describe_operation (gpointer record, UpstandSectionList *self)
{
    const UpstandOperation *operation = record;
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (parts, upstand_date_format (operation->dated, UPSTAND_DATE_SHORT));
    add_part (parts, operation->owner);
    g_autofree char *facts = join (parts);
    return g_strdup_printf (
        "%s\n%s", facts, operation->result ? operation->result : _ ("Result not known yet"));
}

static const char *const operation_tables[] = { "operation", "operation_space", NULL };
static const char *const operation_fields[] = { "title", "dated", "spaces", "activity_id", "result",
    "owner", NULL };

static const UpstandRelation operations = {
    .title = N_ ("Operations and results"),
    .empty = N_ ("Nothing has been done here yet, as far as is written down."),
    .type = &upstand_operation_type,
    .field = "spaces",
    .order = "dated",
    .descending = TRUE,
    .tables = operation_tables,
    .describe = describe_operation,
    .fields = operation_fields,
    .heading = N_ ("Operation"),
    .add_label = N_ ("New operation"),
    .day = "dated",
};
UPSTAND_DEFINE_RELATED_LIST (UpstandSpaceOperations, upstand_space_operations, operations)

/* Activities ------------------------------------------------------------------------------------
 */

static GPtrArray *
list_activities (UpstandSectionList *self, guint most, GError **error)
{
    UpstandStore *store = upstand_section_list_get_store (self);
    g_autoptr (UpstandSpace) space =
        upstand_store_get (store, &upstand_space_type, upstand_section_list_get_owner (self), NULL);
    g_autoptr (UpstandListQuery) query = upstand_list_query_new (&upstand_activity_type);
    upstand_list_query_where_ids (query, "id", UPSTAND_IS, space ? space->activities : NULL);
    upstand_list_query_order (query, "due", FALSE);
    return upstand_store_list (store, query, most, error);
}

static gboolean
stand_activity (gpointer record, UpstandDay today, UpstandStanding *standing)
{
    const UpstandActivity *activity = record;
    *standing = upstand_activity_standing (
        activity->state, activity->due, activity->completed, today, UPSTAND_DAY_WORDS_NEAR);
    return TRUE;
}

static char *
describe_activity (gpointer record, UpstandSectionList *self)
{
    const UpstandActivity *activity = record;
    UpstandDay today = upstand_section_list_get_today (self);
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    UpstandStanding standing;
    stand_activity (record, today, &standing);
    add_part (parts, upstand_standing_get_label (standing));
    if (standing < UPSTAND_STANDING_COMPLETE_LATE && activity->due)
        g_ptr_array_add (parts, upstand_day_words_due (activity->due, today));
    add_part (parts, activity->owner);
    return join (parts);
}

static const char *const activity_tables[] = { "activity", "space", "space_activity", NULL };

static const UpstandRelation activities = {
    .title = N_ ("Activities aimed at it"),
    .empty = N_ ("Nothing is aimed at it. Choose activities above, under “Activities aimed at"
                 " it”."),
    .type = &upstand_activity_type,
    .tables = activity_tables,
    .list = list_activities,
    .describe = describe_activity,
    .stand = stand_activity,
};
UPSTAND_DEFINE_RELATED_LIST (UpstandSpaceActivities, upstand_space_activities, activities)

/* StreetSafe ------------------------------------------------------------------------------------
 */

static char *
describe_streetsafe (gpointer record, UpstandSectionList *self)
{
    const UpstandStreetsafe *reports = record;
    guint n = reports->reports == UPSTAND_NO_NUMBER ? 0 : (guint)reports->reports;
    g_autofree char *from = upstand_date_format (reports->starts, UPSTAND_DATE_SHORT);
    g_autofree char *to = upstand_date_format (reports->ends, UPSTAND_DATE_SHORT);
    g_autofree char *counted = g_strdup_printf (ngettext ("%u report", "%u reports", n), n);
    g_autofree char *period = g_strdup_printf (_ ("%s to %s"), from, to);
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    add_part (parts, counted);
    add_part (parts, period);
    g_autofree char *facts = join (parts);
    return reports->note ? g_strdup_printf ("%s\n%s", facts, reports->note)
                         : g_steal_pointer (&facts);
}

static const char *const streetsafe_tables[] = { "streetsafe", NULL };
static const char *const streetsafe_fields[] = { "place", "space_id", "starts", "ends", "reports",
    "note", NULL };

static const UpstandRelation streetsafe = {
    .title = N_ ("StreetSafe reports"),
    .empty = N_ ("No StreetSafe counts for this place yet."),
    .type = &upstand_streetsafe_type,
    .field = "space_id",
    .order = "ends",
    .descending = TRUE,
    .tables = streetsafe_tables,
    .describe = describe_streetsafe,
    .fields = streetsafe_fields,
    .heading = N_ ("StreetSafe reports"),
    .add_label = N_ ("New StreetSafe count"),
    .day = "ends",
};
UPSTAND_DEFINE_RELATED_LIST (UpstandSpaceStreetsafe, upstand_space_streetsafe, streetsafe)

/* Engagements -----------------------------------------------------------------------------------
 */

static char *
describe_engagement (gpointer record, UpstandSectionList *self)
{
    const UpstandEngagement *engagement = record;
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_autofree char *kind =
        upstand_names_resolve (upstand_record_type_find_field (&upstand_engagement_type, "kind_id"),
            engagement->kind_id, upstand_section_list_get_store (self));
    add_part (parts, kind);
    g_ptr_array_add (parts, upstand_date_format (engagement->dated, UPSTAND_DATE_SHORT));
    g_autofree char *facts = join (parts);
    return engagement->heard ? g_strdup_printf ("%s\n%s", facts, engagement->heard)
                             : g_steal_pointer (&facts);
}

static const char *const engagement_tables[] = { "engagement", "engagement_space", NULL };

static const UpstandRelation engagements = {
    .title = N_ ("Who spoke of it"),
    .empty = N_ ("No engagement has spoken of it yet."),
    .type = &upstand_engagement_type,
    .field = "spaces",
    .order = "dated",
    .descending = TRUE,
    .tables = engagement_tables,
    .describe = describe_engagement,
};
UPSTAND_DEFINE_RELATED_LIST (UpstandSpaceEngagements, upstand_space_engagements, engagements)

/* Of a version: its spaces ----------------------------------------------------------------------
 */

static char *
describe_frozen (gpointer record, UpstandSectionList *self)
{
    const UpstandProfileSpace *space = record;
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (parts, upstand_space_risk_words (space->risk));
    add_part (parts, _ (upstand_space_kinds[space->kind].label));
    if (space->confidence != UPSTAND_CONFIDENCE_NONE)
        /* Translators: low, medium or high. */
        g_ptr_array_add (parts, g_strdup_printf (_ ("confidence: %s"),
                                    _ (upstand_confidences[space->confidence].label)));
    g_ptr_array_add (parts,
        space->activities ? g_strdup_printf (ngettext ("%u activity aimed at it",
                                                 "%u activities aimed at it", space->activities),
                                (guint)space->activities)
                          : g_strdup (_ ("nothing aimed at it")));
    add_part (parts, space->sources);
    return join (parts);
}

static const char *const frozen_tables[] = { "profile_space", NULL };

static const UpstandRelation frozen = {
    .title = N_ ("The spaces as they were then"),
    .empty = N_ ("There was no space in the register when this version was made."),
    .type = &upstand_profile_space_type,
    .field = "profile_id",
    .order = "risk",
    .descending = TRUE,
    .tables = frozen_tables,
    .describe = describe_frozen,
};

/* What was frozen is only read; the space itself is opened, if it is still there. */
static void
open_space (UpstandSectionList *self, gpointer record)
{
    const UpstandProfileSpace *space = record;
    g_autoptr (UpstandSpace) current = upstand_store_get (
        upstand_section_list_get_store (self), &upstand_space_type, space->space, NULL);
    if (current)
        gtk_widget_activate_action (
            GTK_WIDGET (self), "win.show-record", "(sx)", "space", space->space);
    else
        gtk_widget_activate_action (
            GTK_WIDGET (self), "win.toast", "s", _ ("It is no longer in the register"));
}

typedef UpstandRelatedList UpstandProfileSpaces;
typedef UpstandRelatedListClass UpstandProfileSpacesClass;
G_DEFINE_TYPE (UpstandProfileSpaces, upstand_profile_spaces, UPSTAND_TYPE_RELATED_LIST)

static void
upstand_profile_spaces_class_init (UpstandProfileSpacesClass *klass)
{
    upstand_related_list_class_set_relation (klass, &frozen);
    UPSTAND_SECTION_LIST_CLASS (klass)->open = open_space;
}

static void
upstand_profile_spaces_init (UpstandProfileSpaces *self)
{
}

/* Of a version: its uses ------------------------------------------------------------------------
 */

static char *
describe_use (gpointer record, UpstandSectionList *self)
{
    const UpstandProfileUse *use = record;
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
    add_part (parts, _ (upstand_profile_purposes[use->purpose].label));
    g_ptr_array_add (parts, upstand_date_format (use->dated, UPSTAND_DATE_SHORT));
    add_part (parts, use->owner);
    g_autofree char *facts = join (parts);
    return g_strdup_printf (
        "%s\n%s", facts, use->result ? use->result : _ ("Result not known yet"));
}

static const char *const use_tables[] = { "profile_use", NULL };
static const char *const use_fields[] = { "dated", "purpose", "what", "result", "owner", NULL };

static const UpstandRelation uses = {
    .title = N_ ("What it was used for"),
    .empty = N_ ("Write down each use: for prevention, for managing offenders, for understanding"
                 " the most vulnerable victims."),
    .type = &upstand_profile_use_type,
    .field = "profile_id",
    .order = "dated",
    .descending = TRUE,
    .tables = use_tables,
    .describe = describe_use,
    .fields = use_fields,
    .heading = N_ ("Use of the profile"),
    .add_label = N_ ("New use of the profile"),
    .day = "dated",
};
UPSTAND_DEFINE_RELATED_LIST (UpstandProfileUses, upstand_profile_uses, uses)
