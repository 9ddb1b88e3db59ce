/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"
#include "records/timing.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandRequirement, upstand_requirement)

/** One duty of the framework, and what the force says of it. */
struct _UpstandRequirement {
    UpstandRecord parent_instance;
    /* of the framework */
    gint64 action_id;
    char *code;
    char *title_en;
    char *title_cy;
    char *duty_en;
    char *duty_cy;
    char *evidence_en;
    char *evidence_cy;
    gint64 position;
    guint cadence; /* UpstandCadence */
    UpstandDay deadline; /* the original one */
    gint64 repeat_months;
    UpstandDay repeat_from;
    GArray *becomes; /* requirements of a later edition */
    /* of the force */
    char *owner;
    char *success_measure;
    UpstandDay success_met;
    gboolean not_applicable;
    char *not_applicable_reason;
    char *not_applicable_by;
    gboolean waiting;
    char *waiting_reason;
    UpstandDay waiting_review;
    guint override_rating; /* index into upstand_rating_choices; 0: none */
    char *override_reason;
    char *override_by;
    UpstandDay override_on;
    UpstandDay override_review;
};

extern const UpstandLinkType upstand_crosswalk;
extern const UpstandChoice upstand_rating_choices[];

/** The text in @language ("en", "cy"), English where there is none; owned by the record. */
const char *upstand_requirement_get_title (UpstandRequirement *self, const char *language);
const char *upstand_requirement_get_duty (UpstandRequirement *self, const char *language);
const char *upstand_requirement_get_evidence (UpstandRequirement *self, const char *language);

/** When it falls due, as the clock's rules take it. */
UpstandTiming upstand_requirement_get_timing (UpstandRequirement *self);

G_END_DECLS
