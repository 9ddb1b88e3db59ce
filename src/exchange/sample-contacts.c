/* SPDX-License-Identifier: MIT */
#include "exchange/sample-contacts.h"

#include "records/document.h"
#include "records/engagement.h"
#include "records/panel-finding.h"
#include "records/framework-records.h"
#include "records/learning.h"
#include "records/operation.h"
#include "records/organisation.h"
#include "records/partner.h"
#include "records/sample-contacts.h"
#include "records/space.h"
#include "records/streetsafe.h"
#include "records/theme.h"
#include "records/training-material.h"
#include "rules/profile.h"
#include "rules/ties.h"

typedef struct {
    UpstandStore *store;
    const UpstandSample *story;
    const UpstandSampleContacts *contacts;
    UpstandDay launch;
    GHashTable *activities; /* id in the story -> id of the record, as in the next */
    GHashTable *told; /* organisations, partners, spaces, engagements, themes */
} Telling;

static void
remember (Telling *self, const char *id, gpointer record)
{
    g_hash_table_insert (
        self->told, g_strdup (id), g_memdup2 (&UPSTAND_RECORD (record)->id, sizeof (gint64)));
}

static char *
post_of (const Telling *self, const char *id)
{
    return g_strdup (upstand_sample_find_post (self->story, id));
}

static UpstandDay
day_of (const Telling *self, int day)
{
    return day ? self->launch + day : 0;
}

static gint64
find (GHashTable *ids, const char *id)
{
    const gint64 *found = id ? g_hash_table_lookup (ids, id) : NULL;
    return found ? *found : 0;
}

static GArray *
find_all (GHashTable *ids, char **names)
{
    GArray *all = NULL;
    for (guint i = 0; names && names[i]; i++)
        all = upstand_ids_add (all, find (ids, names[i]));
    return all;
}

static gint64
find_item (const Telling *self, const char *list, const char *code)
{
    return upstand_database_number (upstand_store_get_database (self->store), 0, NULL,
        "SELECT id FROM framework_item WHERE list = $1 AND code = $2", "tt", list, code);
}

static GArray *
find_items (const Telling *self, const char *list, char **codes)
{
    GArray *items = NULL;
    for (guint i = 0; codes && codes[i]; i++)
        items = upstand_ids_add (items, find_item (self, list, codes[i]));
    return items;
}

static GArray *
find_by (const Telling *self, const char *sql, char **names)
{
    GArray *ids = NULL;
    for (guint i = 0; names && names[i]; i++)
        ids =
            upstand_ids_add (ids, upstand_database_number (upstand_store_get_database (self->store),
                                      0, NULL, sql, "t", names[i]));
    return ids;
}

static guint
choice_of (const UpstandChoice *choices, const char *key)
{
    return MAX (upstand_choice_find (choices, key ? key : ""), 0);
}

static gboolean
add_organisation (Telling *self, const UpstandSampleOrganisation *from, GError **error)
{
    g_autoptr (UpstandOrganisation) to = upstand_record_new (&upstand_organisation_type);
    to->name = g_strdup (from->name);
    to->what = g_strdup (from->what);
    to->groups = find_items (self, UPSTAND_LIST_GROUP, from->groups);
    to->contact = g_strdup (from->contact);
    to->owner = post_of (self, from->owner);
    to->review = day_of (self, from->review);
    to->cleared = from->cleared;
    if (!upstand_store_save (self->store, to, error))
        return FALSE;
    remember (self, from->id, to);
    return TRUE;
}

static gboolean
add_partner (Telling *self, const UpstandSamplePartner *from, GError **error)
{
    g_autoptr (UpstandPartner) to = upstand_record_new (&upstand_partner_type);
    to->name = g_strdup (from->name);
    to->sector = choice_of (upstand_sectors, from->sector);
    to->statutory = from->statutory;
    to->what = g_strdup (from->what);
    to->contact = g_strdup (from->contact);
    to->owner = post_of (self, from->owner);
    to->since = day_of (self, from->since);
    to->review = day_of (self, from->review);
    to->crime_plan = g_strdup (from->crime_plan);
    if (!upstand_store_save (self->store, to, error))
        return FALSE;
    remember (self, from->id, to);
    return TRUE;
}

/* Spaces and the versions of the profile ------------------------------------------------------- */

static UpstandSpace *
space_new (Telling *self, const UpstandSampleSpace *from)
{
    UpstandSpace *to = upstand_record_new (&upstand_space_type);
    to->name = g_strdup (from->name);
    to->kind = choice_of (upstand_space_kinds, from->kind);
    to->description = g_strdup (from->description);
    to->sources = find_items (self, UPSTAND_LIST_SPACE_SOURCE, from->sources);
    to->partners = find_all (self->told, from->partners);
    to->activities = find_all (self->activities, from->activities);
    to->owner = post_of (self, from->owner);
    to->review = day_of (self, from->review);
    to->cleared = from->cleared;
    return to;
}

/* The space as it was judged on the day; not there before its first level. */
static gboolean
judge_space (Telling *self, const UpstandSampleSpace *from, int day, GError **error)
{
    const UpstandSampleLevel *level = NULL;
    for (gsize i = 0; i < from->n_levels; i++)
        if (from->levels[i].day <= day)
            level = &from->levels[i];
    if (!level)
        return TRUE;
    gint64 id = find (self->told, from->id);
    g_autoptr (UpstandSpace) known =
        id ? upstand_store_get (self->store, &upstand_space_type, id, error) : NULL;
    if (id && !known)
        return FALSE;
    g_autoptr (UpstandSpace) space = known ? upstand_record_copy (known) : space_new (self, from);
    space->likelihood = level->likelihood;
    space->harm = level->harm;
    space->confidence = choice_of (upstand_confidences, level->confidence);
    if (!upstand_store_save (self->store, space, error))
        return FALSE;
    remember (self, from->id, space);
    return TRUE;
}

static gboolean
judge_spaces (Telling *self, int day, GError **error)
{
    for (gsize i = 0; i < self->contacts->n_spaces; i++)
        if (!judge_space (self, &self->contacts->spaces[i], day, error))
            return FALSE;
    return TRUE;
}

static gboolean
add_profile (Telling *self, const UpstandSampleProfile *from, GError **error)
{
    g_autofree char *owner = post_of (self, from->owner);
    UpstandProfileFacts facts = {
        .title = from->title,
        .why = from->why,
        .terms = "Terms of reference of the problem profiles",
        .owner = owner,
        .dated = day_of (self, from->day),
        .review = day_of (self, from->review),
    };
    return judge_spaces (self, from->day, error) &&
           upstand_profile_freeze (self->store, &facts, NULL, error);
}

static gboolean
add_use (Telling *self, const UpstandSampleUse *from, GError **error)
{
    g_autoptr (UpstandProfileUse) to = upstand_record_new (&upstand_profile_use_type);
    to->profile_id = upstand_database_number (upstand_store_get_database (self->store), 0, NULL,
        "SELECT id FROM problem_profile WHERE number = $1", "i", (gint64)from->profile);
    to->dated = day_of (self, from->day);
    to->purpose = choice_of (upstand_profile_purposes, from->purpose);
    to->what = g_strdup (from->what);
    to->result = g_strdup (from->result);
    to->owner = post_of (self, from->owner);
    return upstand_store_save (self->store, to, error);
}

static gboolean
add_operation (Telling *self, const UpstandSampleOperation *from, GError **error)
{
    g_autoptr (UpstandOperation) to = upstand_record_new (&upstand_operation_type);
    to->title = g_strdup (from->title);
    to->dated = day_of (self, from->day);
    to->spaces = find_all (self->told, from->spaces);
    to->activity_id = find (self->activities, from->activity);
    to->result = g_strdup (from->result);
    to->owner = post_of (self, from->owner);
    return upstand_store_save (self->store, to, error);
}

static gboolean
add_streetsafe (Telling *self, const UpstandSampleStreetsafe *from, GError **error)
{
    g_autoptr (UpstandStreetsafe) to = upstand_record_new (&upstand_streetsafe_type);
    to->place = g_strdup (from->place);
    to->space_id = find (self->told, from->space);
    to->starts = day_of (self, from->starts);
    to->ends = day_of (self, from->ends);
    to->reports = from->reports;
    return upstand_store_save (self->store, to, error);
}

/* Engagement ----------------------------------------------------------------------------------- */

static gboolean
add_findings (Telling *self, const UpstandSampleEngagement *from, gint64 panel, GError **error)
{
    for (gsize i = 0; i < from->n_findings; i++) {
        const UpstandSampleFinding *finding = &from->findings[i];
        g_autoptr (UpstandPanelFinding) to = upstand_record_new (&upstand_panel_finding_type);
        to->engagement_id = panel;
        to->words = g_strdup (finding->words);
        to->state = choice_of (upstand_panel_finding_states, finding->state);
        to->answer = g_strdup (finding->answer);
        to->answered = day_of (self, finding->answered);
        to->owner = post_of (self, finding->owner);
        if (!upstand_store_save (self->store, to, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_engagement (Telling *self, const UpstandSampleEngagement *from, GError **error)
{
    g_autoptr (UpstandEngagement) to = upstand_record_new (&upstand_engagement_type);
    to->title = g_strdup (from->title);
    to->kind_id = find_item (self, UPSTAND_LIST_ENGAGEMENT_KIND, from->kind);
    to->dated = day_of (self, from->day);
    to->groups = find_items (self, UPSTAND_LIST_GROUP, from->groups);
    to->attendance = from->attendance ? from->attendance : UPSTAND_NO_NUMBER;
    to->place = g_strdup (from->place);
    to->place_cleared = from->place_cleared;
    to->stage = choice_of (upstand_stages, from->stage);
    to->safety = g_strdup (from->safety);
    to->organisations = find_all (self->told, from->organisations);
    to->activities = find_all (self->activities, from->activities);
    to->spaces = find_all (self->told, from->spaces);
    to->heard = g_strdup (from->heard);
    to->owner = post_of (self, from->owner);
    to->channel = g_strdup (from->channel);
    to->audience = g_strdup (from->audience);
    to->language = g_strdup (from->language);
    to->papers = g_strdup (from->papers);
    to->audit = g_strdup (from->audit);
    upstand_ties_settle (upstand_store_get_database (self->store), UPSTAND_RECORD (to));
    if (!upstand_store_save (self->store, to, error))
        return FALSE;
    remember (self, from->id, to);
    return add_findings (self, from, to->parent_instance.id, error);
}

static gboolean
add_steps (Telling *self, const UpstandSampleTheme *from, gint64 theme, GError **error)
{
    for (gsize i = 0; i < from->n_steps; i++) {
        const UpstandSampleStep *step = &from->steps[i];
        g_autoptr (UpstandThemeStep) to = upstand_record_new (&upstand_theme_step_type);
        to->theme_id = theme;
        to->kind = choice_of (upstand_step_kinds, step->kind);
        to->dated = day_of (self, step->day);
        to->words = g_strdup (step->words);
        to->owner = post_of (self, step->owner);
        to->activities = find_all (self->activities, step->activities);
        to->evidence = find_by (self, "SELECT id FROM evidence WHERE title = $1", step->evidence);
        if (!upstand_store_save (self->store, to, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_theme (Telling *self, const UpstandSampleTheme *from, GError **error)
{
    g_autoptr (UpstandTheme) to = upstand_record_new (&upstand_theme_type);
    to->title = g_strdup (from->title);
    to->heard_on = day_of (self, from->heard_on);
    to->heard = g_strdup (from->heard);
    to->engagements = find_all (self->told, from->engagements);
    to->owner = post_of (self, from->owner);
    to->cleared = from->cleared;
    upstand_ties_settle (upstand_store_get_database (self->store), UPSTAND_RECORD (to));
    if (!upstand_store_save (self->store, to, error))
        return FALSE;
    remember (self, from->id, to);
    return add_steps (self, from, to->parent_instance.id, error);
}

static gboolean
add_training (Telling *self, const UpstandSampleTraining *from, GError **error)
{
    g_autoptr (UpstandTrainingMaterial) to = upstand_record_new (&upstand_training_material_type);
    to->title = g_strdup (from->title);
    to->issue = g_strdup (from->issue);
    to->dated = day_of (self, from->day);
    to->what = g_strdup (from->what);
    to->owner = post_of (self, from->owner);
    to->themes = find_all (self->told, from->themes);
    return upstand_store_save (self->store, to, error);
}

static gboolean
add_learning (Telling *self, const UpstandSampleLearning *from, GError **error)
{
    g_autoptr (UpstandLearning) to = upstand_record_new (&upstand_learning_type);
    to->title = g_strdup (from->title);
    to->kind = choice_of (upstand_learning_kinds, from->kind);
    to->dated = day_of (self, from->day);
    to->shared_with = g_strdup (from->shared_with);
    to->shared_on = day_of (self, from->shared_on);
    to->owner = post_of (self, from->owner);
    to->requirements =
        find_by (self, "SELECT id FROM requirement WHERE code = $1", from->requirements);
    return upstand_store_save (self->store, to, error);
}

static gboolean
add_document (Telling *self, const UpstandSampleDocument *from, GError **error)
{
    g_autoptr (UpstandDocument) to = upstand_record_new (&upstand_document_type);
    to->title = g_strdup (from->title);
    to->kind_id = find_item (self, UPSTAND_LIST_DOCUMENT_KIND, from->kind);
    to->issue = g_strdup (from->issue);
    to->adopted = day_of (self, from->adopted);
    to->assessed = day_of (self, from->assessed);
    to->owner = post_of (self, from->owner);
    to->review = day_of (self, from->review);
    to->withdrawn = day_of (self, from->withdrawn);
    upstand_ties_settle (upstand_store_get_database (self->store), UPSTAND_RECORD (to));
    return upstand_store_save (self->store, to, error);
}

#define EACH(member, add) \
    for (gsize i = 0; i < self->contacts->n_##member; i++) \
        if (!add (self, &self->contacts->member[i], error)) \
    return FALSE

static gboolean
tell (Telling *self, GError **error)
{
    EACH (organisations, add_organisation);
    EACH (partners, add_partner);
    EACH (profiles, add_profile);
    if (!judge_spaces (self, self->story->told_on, error))
        return FALSE;
    EACH (uses, add_use);
    EACH (operations, add_operation);
    EACH (streetsafe, add_streetsafe);
    EACH (engagements, add_engagement);
    EACH (themes, add_theme);
    EACH (training, add_training);
    EACH (learning, add_learning);
    EACH (documents, add_document);
    return TRUE;
}

gboolean
upstand_sample_contacts_tell (UpstandStore *store, const UpstandSample *story, UpstandDay launch,
    GHashTable *activities, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_STORE (store) && story && activities, FALSE);
    g_autoptr (UpstandSampleContacts) contacts = upstand_sample_contacts_load (error);
    g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    Telling self = { store, story, contacts, launch, activities, told };
    return contacts && tell (&self, error);
}
