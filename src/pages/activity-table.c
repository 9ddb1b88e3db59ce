/* SPDX-License-Identifier: MIT */
#include "pages/activity-table.h"

#include <glib/gi18n-lib.h>

#include "records/activity.h"
#include "rules/standing.h"

struct _UpstandActivityTable {
    UpstandPlanIndex *index; /* borrowed */
    UpstandPlanRatings *ratings;
    UpstandThresholds thresholds;
    UpstandDay today;
};

static const char *
style_of_tone (UpstandTone tone)
{
    switch (tone) {
    case UPSTAND_TONE_GOOD: return "tone-good";
    case UPSTAND_TONE_WARNING: return "tone-warning";
    case UPSTAND_TONE_BAD: return "tone-bad";
    default: return NULL;
    }
}

static UpstandStanding
get_standing (UpstandActivityTable *self, UpstandRecord *record)
{
    const UpstandActivity *activity = (UpstandActivity *)record;
    return upstand_activity_standing (activity->state, activity->due, activity->completed,
        self->today, self->thresholds.near_days);
}

/* Shape and word together; a colour only repeats them. */
static char *
standing_text (UpstandRecord *record, gpointer user_data)
{
    UpstandStanding standing = get_standing (user_data, record);
    return g_strdup_printf (
        "%s %s", upstand_standing_get_shape (standing), upstand_standing_get_label (standing));
}

static const char *
standing_style (UpstandRecord *record, gpointer user_data)
{
    switch (get_standing (user_data, record)) {
    case UPSTAND_STANDING_OVERDUE:
    case UPSTAND_STANDING_BLOCKED: return "tone-bad";
    case UPSTAND_STANDING_DUE_TODAY:
    case UPSTAND_STANDING_DUE_SOON: return "tone-warning";
    case UPSTAND_STANDING_COMPLETE:
    case UPSTAND_STANDING_COMPLETE_LATE: return "tone-good";
    default: return NULL;
    }
}

/* Of several requirements the one that is worst off counts. */
static UpstandRating
get_rating (UpstandActivityTable *self, UpstandRecord *record)
{
    const GArray *ids = ((UpstandActivity *)record)->requirements;
    UpstandRating worst = UPSTAND_RATING_NONE;
    for (guint i = 0; self->ratings && ids && i < ids->len; i++) {
        const UpstandDutyRating *duty =
            upstand_plan_ratings_get (self->ratings, g_array_index (ids, gint64, i));
        UpstandRating rating = duty ? duty->result.shown : UPSTAND_RATING_NONE;
        if (rating == UPSTAND_RATING_NONE)
            continue;
        if (worst == UPSTAND_RATING_NONE ||
            upstand_rating_get_rank (rating) < upstand_rating_get_rank (worst))
            worst = rating;
    }
    return worst;
}

static char *
rating_text (UpstandRecord *record, gpointer user_data)
{
    UpstandRating rating = get_rating (user_data, record);
    if (rating == UPSTAND_RATING_NONE)
        return NULL;
    return g_strdup_printf (
        "%s %s", upstand_rating_get_shape (rating), upstand_rating_get_label (rating));
}

static const char *
rating_style (UpstandRecord *record, gpointer user_data)
{
    UpstandRating rating = get_rating (user_data, record);
    return rating == UPSTAND_RATING_NONE ? NULL : style_of_tone (upstand_rating_get_tone (rating));
}

static char *
resolve (const UpstandField *field, gint64 id, gpointer user_data)
{
    UpstandActivityTable *self = user_data;
    return g_strdup (upstand_plan_index_get_code (self->index, id));
}

static const char *
field_style (UpstandRecord *record, const UpstandField *field, gpointer user_data)
{
    return strcmp (field->name, "due") == 0 &&
                   get_standing (user_data, record) == UPSTAND_STANDING_OVERDUE
               ? "tone-bad"
               : NULL;
}

static const UpstandTableExtra extras[] = {
    { "standing", N_ ("Stands"), standing_text, standing_style, "title", 156, FALSE },
    { "rating", N_ ("Requirement's rating"), rating_text, rating_style, "percent", 164, FALSE },
};

/* How it stands says more than its state. */
static const char *const hidden[] = { "state", NULL };

static const UpstandTableSetup setup = { "activities", resolve, field_style, extras,
    G_N_ELEMENTS (extras), hidden };

UpstandActivityTable *
upstand_activity_table_new (UpstandStore *store, UpstandPlanIndex *index, UpstandDay today)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && index, NULL);
    UpstandActivityTable *self = g_new0 (UpstandActivityTable, 1);
    self->index = index;
    self->today = today;
    upstand_plan_ratings_read_thresholds (upstand_store_get_database (store), &self->thresholds);
    return self;
}

void
upstand_activity_table_free (UpstandActivityTable *self)
{
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    g_free (self);
}

void
upstand_activity_table_set_today (UpstandActivityTable *self, UpstandDay today)
{
    self->today = today;
}

void
upstand_activity_table_set_ratings (UpstandActivityTable *self, UpstandPlanRatings *ratings)
{
    g_clear_pointer (&self->ratings, upstand_plan_ratings_unref);
    if (!ratings)
        return;
    self->ratings = upstand_plan_ratings_ref (ratings);
    self->thresholds = *upstand_plan_ratings_get_thresholds (ratings);
}

const UpstandTableSetup *
upstand_activity_table_get_setup (void)
{
    return &setup;
}
