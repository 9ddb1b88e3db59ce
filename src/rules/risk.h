/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/space.h"
#include "rules/tone.h"

G_BEGIN_DECLS

/** The risk of a space: likelihood times harm, from 1 to 25. Confidence stands beside it and does
 * not enter: a doubtful high risk is still looked at first. */
typedef enum {
    UPSTAND_RISK_UNJUDGED,
    UPSTAND_RISK_LOW, /* up to 4 */
    UPSTAND_RISK_MEDIUM, /* up to 9 */
    UPSTAND_RISK_HIGH, /* up to 14 */
    UPSTAND_RISK_VERY_HIGH, /* from 15 */
} UpstandRisk;
#define UPSTAND_N_RISKS (UPSTAND_RISK_VERY_HIGH + 1)

/** UPSTAND_NO_NUMBER when either is not judged. */
gint64 upstand_risk_score (gint64 likelihood, gint64 harm);

UpstandRisk upstand_risk_of_score (gint64 score);

/** "Very high", translated; a shape of its own; and how it feels. */
const char *upstand_risk_get_label (UpstandRisk risk);
const char *upstand_risk_get_shape (UpstandRisk risk);
UpstandTone upstand_risk_get_tone (UpstandRisk risk);

G_END_DECLS
