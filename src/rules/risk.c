/* SPDX-License-Identifier: MIT */
#include "rules/risk.h"

#include <glib/gi18n-lib.h>

static const struct {
    const char *label, *shape;
    UpstandTone tone;
    gint64 most;
} risks[UPSTAND_N_RISKS] = {
    [UPSTAND_RISK_UNJUDGED] = { N_ ("Not judged"), "○", UPSTAND_TONE_NEUTRAL, 0 },
    [UPSTAND_RISK_LOW] = { N_ ("Low"), "▽", UPSTAND_TONE_GOOD, 4 },
    [UPSTAND_RISK_MEDIUM] = { N_ ("Medium"), "△", UPSTAND_TONE_NEUTRAL, 9 },
    [UPSTAND_RISK_HIGH] = { N_ ("High"), "▲", UPSTAND_TONE_WARNING, 14 },
    [UPSTAND_RISK_VERY_HIGH] = { N_ ("Very high"), "◆", UPSTAND_TONE_BAD,
        UPSTAND_SPACE_MOST *UPSTAND_SPACE_MOST },
};

gint64
upstand_risk_score (gint64 likelihood, gint64 harm)
{
    if (likelihood == UPSTAND_NO_NUMBER || harm == UPSTAND_NO_NUMBER)
        return UPSTAND_NO_NUMBER;
    return likelihood * harm;
}

UpstandRisk
upstand_risk_of_score (gint64 score)
{
    if (score == UPSTAND_NO_NUMBER)
        return UPSTAND_RISK_UNJUDGED;
    UpstandRisk risk = UPSTAND_RISK_LOW;
    while (risk < UPSTAND_RISK_VERY_HIGH && score > risks[risk].most)
        risk++;
    return risk;
}

const char *
upstand_risk_get_label (UpstandRisk risk)
{
    g_return_val_if_fail (risk < UPSTAND_N_RISKS, "");
    return _ (risks[risk].label);
}

const char *
upstand_risk_get_shape (UpstandRisk risk)
{
    g_return_val_if_fail (risk < UPSTAND_N_RISKS, "");
    return risks[risk].shape;
}

UpstandTone
upstand_risk_get_tone (UpstandRisk risk)
{
    g_return_val_if_fail (risk < UPSTAND_N_RISKS, UPSTAND_TONE_NEUTRAL);
    return risks[risk].tone;
}
