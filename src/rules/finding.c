/* SPDX-License-Identifier: MIT */
#include "rules/finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
upstand_finding_severity_to_key (UpstandFindingSeverity severity)
{
    return severity == UPSTAND_FINDING_BLOCKS ? "blocks" : "warns";
}

const char *
upstand_finding_severity_get_label (UpstandFindingSeverity severity)
{
    return severity == UPSTAND_FINDING_BLOCKS ? _ ("Blocks") : _ ("Warns");
}

UpstandFinding *
upstand_finding_new (UpstandFindingSeverity severity, const char *check, const gint64 *place,
    char *subject, char *sentence)
{
    UpstandFinding *self = g_new0 (UpstandFinding, 1);
    self->severity = severity;
    self->check = check;
    memcpy (self->place, place, sizeof self->place);
    self->subject = subject;
    self->sentence = sentence;
    return self;
}

void
upstand_finding_free (UpstandFinding *self)
{
    g_free (self->subject);
    g_free (self->sentence);
    g_free (self);
}

char *
upstand_finding_get_key (const UpstandFinding *self)
{
    return g_strdup_printf ("%s %s", self->check, self->subject);
}

int
upstand_finding_compare (gconstpointer a, gconstpointer b)
{
    const UpstandFinding *one = *(const UpstandFinding *const *)a;
    const UpstandFinding *other = *(const UpstandFinding *const *)b;
    if (one->severity != other->severity)
        return one->severity < other->severity ? -1 : 1;
    for (guint i = 0; i < UPSTAND_FINDING_N_PLACES; i++)
        if (one->place[i] != other->place[i])
            return one->place[i] < other->place[i] ? -1 : 1;
    return strcmp (one->check, other->check);
}

GPtrArray *
upstand_findings_new (void)
{
    return g_ptr_array_new_with_free_func ((GDestroyNotify)upstand_finding_free);
}

guint
upstand_findings_count (const GPtrArray *findings, UpstandFindingSeverity severity)
{
    guint n = 0;
    for (guint i = 0; i < findings->len; i++)
        n += ((const UpstandFinding *)g_ptr_array_index (findings, i))->severity == severity;
    return n;
}
