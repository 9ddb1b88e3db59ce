/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a finding means for a return (domain, section 4). Nothing ever stops saving. */
typedef enum {
    UPSTAND_FINDING_BLOCKS, /* the return cannot be submitted */
    UPSTAND_FINDING_WARNS, /* it can, with a reason */
} UpstandFindingSeverity;

/** "blocks", "warns": for files and programs. */
const char *upstand_finding_severity_to_key (UpstandFindingSeverity severity);

/** "Blocks", "Warns", translated. */
const char *upstand_finding_severity_get_label (UpstandFindingSeverity severity);

#define UPSTAND_FINDING_N_PLACES 5

/** What a check of a grid found. */
typedef struct {
    UpstandFindingSeverity severity;
    const char *check; /* stable: "skills-order"; static */
    gint64 place[UPSTAND_FINDING_N_PLACES]; /* as the owner of the grid numbers its cells */
    char *subject; /* the same place in ids and keys, which last when places move */
    char *sentence; /* for people */
} UpstandFinding;

/** Takes @subject and @sentence. */
UpstandFinding *upstand_finding_new (UpstandFindingSeverity severity, const char *check,
    const gint64 *place, char *subject, char *sentence);
void upstand_finding_free (UpstandFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandFinding, upstand_finding_free)

/**
 * What a reason for it is kept under: the same as long as the same check finds the same cell. To be
 * freed.
 */
char *upstand_finding_get_key (const UpstandFinding *self);

/** Orders pointers to findings: what blocks first, then by place, then by check. */
int upstand_finding_compare (gconstpointer a, gconstpointer b);

/** (element-type UpstandFinding): an empty list that owns its entries. */
GPtrArray *upstand_findings_new (void);

/** How many of them are of that severity. */
guint upstand_findings_count (const GPtrArray *findings, UpstandFindingSeverity severity);

G_END_DECLS
