/* SPDX-License-Identifier: MIT */
#include "upstand-config.h"

#include "records/timing.h"

#include <glib/gi18n-lib.h>

static const struct {
    const char *key;
    const char *label;
} cadences[UPSTAND_N_CADENCES] = {
    [UPSTAND_CADENCE_ONCE] = { "once", N_ ("Once, by a date") },
    [UPSTAND_CADENCE_CONTINUOUS] = { "continuous", N_ ("Continuous") },
    [UPSTAND_CADENCE_IMMEDIATE] = { "immediate", N_ ("Immediate, then kept up") },
    [UPSTAND_CADENCE_QUARTERLY] = { "quarterly", N_ ("Every quarter") },
    [UPSTAND_CADENCE_SIX_MONTHLY] = { "six-monthly", N_ ("Every six months") },
    [UPSTAND_CADENCE_REVIEW] = { "review", N_ ("No stated time, kept under review") },
};

const char *
upstand_cadence_to_key (UpstandCadence cadence)
{
    g_return_val_if_fail ((guint)cadence < G_N_ELEMENTS (cadences), NULL);
    return cadences[cadence].key;
}

gboolean
upstand_cadence_from_key (const char *key, UpstandCadence *cadence)
{
    g_return_val_if_fail (cadence != NULL, FALSE);
    for (gsize i = 0; i < G_N_ELEMENTS (cadences); i++) {
        if (g_strcmp0 (key, cadences[i].key) == 0) {
            *cadence = i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *
upstand_cadence_get_label (UpstandCadence cadence)
{
    g_return_val_if_fail ((guint)cadence < G_N_ELEMENTS (cadences), NULL);
    return _ (cadences[cadence].label);
}
