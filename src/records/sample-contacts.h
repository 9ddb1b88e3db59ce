/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/shape.h"

G_BEGIN_DECLS

/*
 * Engagement and spaces of the invented force: data/sample/engagement.json, the second part of the
 * story in records/sample.h. Days are counted as there; 0 in an optional one means none, and so
 * does NULL.
 */

typedef struct {
    char *id;
    char *name;
    char *what;
    char **groups; /* codes of the framework, as all lists and kinds below */
    char *contact;
    char *owner; /* the id of an owner of the plan's story, as everywhere below */
    int review;
    gboolean cleared;
} UpstandSampleOrganisation;

typedef struct {
    char *id;
    char *name;
    char *sector;
    gboolean statutory;
    char *what;
    char *contact;
    char *owner;
    int since;
    int review;
    char *crime_plan;
} UpstandSamplePartner;

typedef struct {
    int day;
    int likelihood;
    int harm;
    char *confidence;
} UpstandSampleLevel;

typedef struct {
    char *id;
    char *name;
    char *kind;
    char *description;
    char **sources;
    char **partners;
    char **activities; /* ids of the plan's story */
    char *owner;
    int review;
    gboolean cleared;
    UpstandSampleLevel *levels; /* how it was judged, in the order of the days */
    gsize n_levels;
} UpstandSampleSpace;

typedef struct {
    char *title;
    int day;
    char *why;
    char *owner;
    int review;
} UpstandSampleProfile;

typedef struct {
    int profile; /* its number */
    int day;
    char *purpose;
    char *what;
    char *result;
    char *owner;
} UpstandSampleUse;

typedef struct {
    char *title;
    int day;
    char **spaces;
    char *activity;
    char *result;
    char *owner;
} UpstandSampleOperation;

typedef struct {
    char *place;
    char *space;
    int starts;
    int ends;
    int reports;
} UpstandSampleStreetsafe;

typedef struct {
    char *words;
    char *state;
    char *answer;
    int answered;
    char *owner;
} UpstandSampleFinding;

typedef struct {
    char *id;
    char *title;
    char *kind;
    int day;
    char **groups;
    int attendance; /* 0: not counted */
    char *place;
    gboolean place_cleared;
    char *stage;
    char *safety;
    char **organisations;
    char **activities;
    char **spaces;
    char *heard;
    char *owner;
    char *channel;
    char *audience;
    char *language;
    char *papers;
    char *audit;
    UpstandSampleFinding *findings;
    gsize n_findings;
} UpstandSampleEngagement;

typedef struct {
    char *kind;
    int day;
    char *words;
    char *owner;
    char **activities;
    char **evidence; /* titles of evidence in the plan's story */
} UpstandSampleStep;

typedef struct {
    char *id;
    char *title;
    int heard_on;
    char *heard;
    char **engagements;
    char *owner;
    gboolean cleared;
    UpstandSampleStep *steps;
    gsize n_steps;
} UpstandSampleTheme;

typedef struct {
    char *title;
    char *issue;
    int day;
    char *what;
    char *owner;
    char **themes;
} UpstandSampleTraining;

typedef struct {
    char *title;
    char *kind;
    int day;
    char *shared_with;
    int shared_on;
    char *owner;
    char **requirements;
} UpstandSampleLearning;

typedef struct {
    char *title;
    char *kind;
    char *issue;
    int adopted;
    int assessed;
    char *owner;
    int review;
    int withdrawn;
} UpstandSampleDocument;

typedef struct {
    UpstandSampleOrganisation *organisations;
    gsize n_organisations;
    UpstandSamplePartner *partners;
    gsize n_partners;
    UpstandSampleSpace *spaces;
    gsize n_spaces;
    UpstandSampleProfile *profiles;
    gsize n_profiles;
    UpstandSampleUse *uses;
    gsize n_uses;
    UpstandSampleOperation *operations;
    gsize n_operations;
    UpstandSampleStreetsafe *streetsafe;
    gsize n_streetsafe;
    UpstandSampleEngagement *engagements;
    gsize n_engagements;
    UpstandSampleTheme *themes;
    gsize n_themes;
    UpstandSampleTraining *training;
    gsize n_training;
    UpstandSampleLearning *learning;
    gsize n_learning;
    UpstandSampleDocument *documents;
    gsize n_documents;
} UpstandSampleContacts;

/** The part of the sample that the program carries, to be freed. */
UpstandSampleContacts *upstand_sample_contacts_load (GError **error);

void upstand_sample_contacts_free (UpstandSampleContacts *contacts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSampleContacts, upstand_sample_contacts_free)

G_END_DECLS
