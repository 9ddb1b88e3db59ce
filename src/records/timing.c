/* SPDX-License-Identifier: MIT */
#include "records/timing.h"

#include <glib/gi18n-lib.h>

const UpstandChoice upstand_cadence_choices[] = {
    [UPSTAND_CADENCE_ONCE] = { "once", N_ ("Once, by a date") },
    [UPSTAND_CADENCE_CONTINUOUS] = { "continuous", N_ ("Continuous") },
    [UPSTAND_CADENCE_IMMEDIATE] = { "immediate", N_ ("Immediate, then kept up") },
    [UPSTAND_CADENCE_QUARTERLY] = { "quarterly", N_ ("Every quarter") },
    [UPSTAND_CADENCE_SIX_MONTHLY] = { "six-monthly", N_ ("Every six months") },
    [UPSTAND_CADENCE_REVIEW] = { "review", N_ ("No stated time, kept under review") },
    { NULL, NULL },
};

const char *
upstand_cadence_to_key (UpstandCadence cadence)
{
    g_return_val_if_fail ((guint)cadence < UPSTAND_N_CADENCES, NULL);
    return upstand_cadence_choices[cadence].key;
}

gboolean
upstand_cadence_from_key (const char *key, UpstandCadence *cadence)
{
    g_return_val_if_fail (key && cadence, FALSE);
    int index = upstand_choice_find (upstand_cadence_choices, key);
    if (index >= 0)
        *cadence = index;
    return index >= 0;
}

const char *
upstand_cadence_get_label (UpstandCadence cadence)
{
    g_return_val_if_fail ((guint)cadence < UPSTAND_N_CADENCES, NULL);
    return _ (upstand_cadence_choices[cadence].label);
}
