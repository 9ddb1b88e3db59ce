/* SPDX-License-Identifier: MIT */
#pragma once

#include "database/database.h"
#include "records/date.h"
#include "rules/place.h"

G_BEGIN_DECLS

/* What stands still while figures are entered: the units, the capabilities, the censuses and the
 * breaks between them, read once and known by their places. */

typedef struct {
    gint64 id;
    char *name;
    guint kind; /* UpstandUnitKind */
    guint depth; /* 0 at the top */
    guint parent; /* place, UPSTAND_NOWHERE at the top */
    guint end; /* the places after its own up to this one are its parts */
    UpstandDay opened, closed; /* 0: always there; still there */
    gint64 merged_into; /* id, 0: none */
} UpstandSkillsUnit;

typedef struct {
    gint64 id;
    char *code;
    char *title, *short_title; /* in the language asked for */
    gboolean second_role; /* more trained than in post is usual */
    gboolean own; /* added by the force */
} UpstandSkillsCapability;

typedef struct {
    gint64 id;
    UpstandDay as_at;
    char *note; /* or NULL */
} UpstandSkillsCensus;

typedef struct {
    gint64 id;
    UpstandDay dated; /* the first day of the new series */
    guint capability; /* place; UPSTAND_NOWHERE: every one */
    guint unit; /* place; UPSTAND_NOWHERE: the whole force */
    char *reason;
} UpstandSkillsBreak;

/** Immutable; may be read in a worker and handed to the window. */
typedef struct _UpstandSkillsOutline UpstandSkillsOutline;

/**
 * Reads them all. Units come in the order of the tree, parts after the whole, by name; capabilities
 * in the framework's order, the force's own after them; censuses and breaks by date.
 *
 * A capability that stands in two editions is one, under the id that the plan had first.
 */
UpstandSkillsOutline *upstand_skills_outline_load (
    UpstandDatabase *database, const char *language, GError **error);
UpstandSkillsOutline *upstand_skills_outline_ref (UpstandSkillsOutline *self);
void upstand_skills_outline_unref (UpstandSkillsOutline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandSkillsOutline, upstand_skills_outline_unref)

guint upstand_skills_outline_get_n_units (const UpstandSkillsOutline *self);
const UpstandSkillsUnit *upstand_skills_outline_get_unit (
    const UpstandSkillsOutline *self, guint unit);
guint upstand_skills_outline_get_n_capabilities (const UpstandSkillsOutline *self);
const UpstandSkillsCapability *upstand_skills_outline_get_capability (
    const UpstandSkillsOutline *self, guint capability);
guint upstand_skills_outline_get_n_censuses (const UpstandSkillsOutline *self);
const UpstandSkillsCensus *upstand_skills_outline_get_census (
    const UpstandSkillsOutline *self, guint census);
guint upstand_skills_outline_get_n_breaks (const UpstandSkillsOutline *self);
const UpstandSkillsBreak *upstand_skills_outline_get_break (
    const UpstandSkillsOutline *self, guint n);

/** The place of an id; UPSTAND_NOWHERE when it is not there. */
guint upstand_skills_outline_find_unit (const UpstandSkillsOutline *self, gint64 id);
guint upstand_skills_outline_find_capability (const UpstandSkillsOutline *self, gint64 id);
guint upstand_skills_outline_find_census (const UpstandSkillsOutline *self, gint64 id);

/** TRUE when the unit was there on @day. */
gboolean upstand_skills_unit_is_open (const UpstandSkillsUnit *unit, UpstandDay day);

/** TRUE when it was there on @day and had no parts then: figures are entered for such units. */
gboolean upstand_skills_outline_is_leaf (
    const UpstandSkillsOutline *self, guint unit, UpstandDay day);

/**
 * Whether a break lies between the two days (after @before, up to @day) for that capability in that
 * unit or anything it is part of or made of; UPSTAND_NOWHERE for the whole force.
 *
 * Returns: (nullable): the last such break
 */
const UpstandSkillsBreak *upstand_skills_outline_find_break (const UpstandSkillsOutline *self,
    guint capability, guint unit, UpstandDay before, UpstandDay day);

G_END_DECLS
