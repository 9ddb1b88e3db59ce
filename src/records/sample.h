/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/shape.h"

G_BEGIN_DECLS

/*
 * The story of the invented force as data: data/sample/sample.json, described in
 * docs/sample-data.md. Plain values; whoever makes the sample plan turns them into records.
 *
 * A "day" is counted from the framework's launch and may be negative; 0 in an optional one means
 * none. The story is told as at told_on: nothing that has happened lies after it.
 */

typedef struct {
    char *id;
    char *post; /* what a plan calls it; never a person */
} UpstandSampleOwner;

typedef struct {
    char *id;
    char *title;
} UpstandSampleUnit;

typedef struct {
    int day;
    char *kind; /* a key of upstand_update_kinds */
    char *words;
} UpstandSampleUpdate;

typedef struct {
    char *title;
    char *kind; /* a key of upstand_evidence_kinds */
    int day;
    int expires; /* 0: never */
    char *reference;
    char *proves;
} UpstandSampleEvidence;

typedef struct {
    char *id;
    char *title;
    char **requirements; /* ids of the framework, at least one */
    char *owner; /* the id of one; its updates are in that post's name */
    char *unit; /* the id of one */
    int start, due;
    char *state; /* a key of upstand_activity_states */
    int completed; /* 0: not */
    int percent;
    gboolean key_milestone;
    char *success_measure; /* NULL for none, as the next three */
    char *risks;
    char *blockers;
    char *cancel_reason;
    UpstandSampleUpdate *updates; /* in the order of their days */
    gsize n_updates;
    UpstandSampleEvidence *evidence;
    gsize n_evidence;
} UpstandSampleActivity;

typedef struct {
    char *reason; /* NULL: it is not waiting on others */
    int review;
} UpstandSampleWaiting;

typedef struct {
    char *reason; /* NULL: it applies */
    char *approved_by; /* the id of an owner */
} UpstandSampleNotApplicable;

typedef struct {
    char *rating; /* a key of upstand_rating_choices; NULL: not overridden */
    char *reason;
    char *by; /* the id of an owner */
    int on, review;
} UpstandSampleOverride;

typedef struct {
    int on, to; /* when it was moved, and to what day */
    char *reason;
    char *approved_by; /* the id of an owner; NULL: no recorded approval */
} UpstandSampleMove;

typedef struct {
    char *id; /* of the framework */
    char *story; /* the key of the rating that the rules compute as at told_on */
    char *owner;
    char *success_measure;
    int success_met; /* 0: not confirmed */
    int periods_missed; /* of a repeating duty: so many of the last occasions were not done */
    UpstandSampleWaiting waiting;
    UpstandSampleNotApplicable not_applicable;
    UpstandSampleOverride override;
    UpstandSampleMove *moves;
    gsize n_moves;
    UpstandSampleUpdate *updates;
    gsize n_updates;
} UpstandSampleRequirement;

typedef struct {
    char *reference; /* "SAMPLE-HMICFRS-01" */
    char *body; /* a key of upstand_recommendation_bodies */
    char *title;
    char *status; /* a key of upstand_recommendation_states */
    int made, due;
    char *owner;
    char *note;
    char **requirements;
} UpstandSampleRecommendation;

/* Who is counted, and what was counted: docs/sample-data.md, "Skills". */

typedef struct {
    char *id;
    char *name; /* NULL: the force's own */
    char *kind; /* a key of upstand_unit_kinds */
    char *parent; /* the id of one; NULL: at the top */
    int closed; /* 0: still there */
    char *merged_into;
    char *note;
} UpstandSampleSkillsUnit;

typedef struct {
    char *id;
    int as_at;
    char *note;
} UpstandSampleCensus;

typedef struct {
    int dated;
    char *capability; /* a code of the framework; NULL: every one */
    char *unit; /* NULL: the whole force */
    char *reason;
} UpstandSampleBreak;

/* Figures between spaces, as upstand_figure_parse() reads them; one alone stands for each. */
typedef struct {
    char *census, *unit, *capability;
    char *demand; /* cases, caseload, needed */
    char *officers, *staff; /* from establishment to trained elsewhere */
    char *officers_fte, *staff_fte; /* from establishment to deployable */
    char *courses; /* expiring, places */
    char *note, *note_on; /* a key of upstand_counts: the first of its cells has the note */
} UpstandSampleSkillsRow;

typedef struct {
    char *census, *unit;
    char *officers, *staff; /* headcount, FTE */
} UpstandSamplePeople;

typedef struct {
    char *title;
    char **capabilities;
    char *unit; /* NULL: the whole force */
    char *owner;
    int adopted, review; /* 0: not adopted */
    char *description;
    int cases, cases_with; /* 0 and 0: not known */
} UpstandSampleModel;

typedef struct {
    char *capability;
    int year, intakes, leavers;
} UpstandSampleScenarioYear;

typedef struct {
    char *title;
    char *kind; /* a key of upstand_scenario_kinds */
    int growth; /* hundredths of a percent */
    char *assumptions;
    UpstandSampleScenarioYear *years;
    gsize n_years;
} UpstandSampleScenario;

typedef struct {
    UpstandSampleSkillsUnit *units; /* a whole before its parts */
    gsize n_units;
    UpstandSampleCensus *censuses;
    gsize n_censuses;
    UpstandSampleBreak *breaks;
    gsize n_breaks;
    UpstandSampleSkillsRow *rows;
    gsize n_rows;
    UpstandSamplePeople *people;
    gsize n_people;
    UpstandSampleModel *models;
    gsize n_models;
    UpstandSampleScenario *scenarios;
    gsize n_scenarios;
} UpstandSampleSkills;

typedef struct {
    char *measure; /* codes of the framework */
    char *line; /* "all", "offence-group:rape" */
    char *figures; /* one for each period, as typed, separated by spaces; "-": not answered */
} UpstandSampleMeasureRow;

typedef struct {
    char *measure, *line;
    char *period;
    char *first; /* given provisionally; the row's own figure is the revision */
} UpstandSampleRevision;

typedef struct {
    char *measure, *line;
    char *period;
    char *note;
    gboolean follow_up;
} UpstandSampleMeasureNote;

typedef struct {
    char *question; /* its code */
    char *period;
    char *owner;
    int day;
    char *words;
} UpstandSampleNarrative;

typedef struct {
    char *check; /* what found it, in the newest period */
    char *measure, *line;
    char *owner;
    int day;
    char *reason;
} UpstandSampleAnswer;

/* The data return. The newest period's figures are provisional. */
typedef struct {
    char **periods; /* labels of quarters, the oldest first */
    UpstandSampleMeasureRow *rows;
    gsize n_rows;
    UpstandSampleRevision *revisions;
    gsize n_revisions;
    UpstandSampleMeasureNote *notes;
    gsize n_notes;
    UpstandSampleNarrative *narratives;
    gsize n_narratives;
    UpstandSampleAnswer *answers;
    gsize n_answers;
} UpstandSampleMeasures;

typedef struct {
    char *force; /* the code of a force */
    char *edition; /* the code of the framework it answers */
    int told_on;
    UpstandSampleOwner *owners;
    gsize n_owners;
    UpstandSampleUnit *units;
    gsize n_units;
    UpstandSampleRequirement *requirements;
    gsize n_requirements;
    UpstandSampleActivity *activities;
    gsize n_activities;
    UpstandSampleRecommendation *recommendations;
    gsize n_recommendations;
    UpstandSampleSkills skills;
    UpstandSampleMeasures measures;
} UpstandSample;

/** The sample that the program carries, to be freed. Fails only when it was built wrongly. */
UpstandSample *upstand_sample_load (GError **error);

void upstand_sample_free (UpstandSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSample, upstand_sample_free)

/** The post, or the unit's title, with this @id; NULL when there is none. Owned by @sample. */
const char *upstand_sample_find_post (const UpstandSample *sample, const char *id);
const char *upstand_sample_find_unit (const UpstandSample *sample, const char *id);

G_END_DECLS
