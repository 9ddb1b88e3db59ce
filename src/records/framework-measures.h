/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/framework.h"

G_BEGIN_DECLS

/* What a framework's measures come to: the rules that no table of members can state, and the lines
 * that each measure is told apart into. */

/** The code of the line that is not told apart at all. */
#define UPSTAND_LINE_ALL "all"

/**
 * UpstandFrameworkLine:
 *
 * One row of the grid: a measure told apart. Its code names each dimension and value, so that it
 * means the same for ever: "offence-group:rape/outcome-code:16".
 */
typedef struct {
    char *code;
    UpstandText title;
    UpstandDay from, until; /* of the order it is about; 0: as the measure */
    gboolean further; /* one of the breakdowns that nobody must fill */
    gboolean wants_reason; /* any number here is asked about: an outcome that should not be used */
} UpstandFrameworkLine;

/** (transfer full) (element-type UpstandFrameworkLine): in reading order, the whole first. */
GPtrArray *upstand_framework_list_lines (
    const UpstandFramework *framework, const UpstandFrameworkMeasure *measure);

const UpstandFrameworkMeasure *upstand_framework_find_measure (
    const UpstandFramework *framework, const char *id);

/** Checks what concerns measures; a part of upstand_framework_parse(), whose errors it has. */
gboolean upstand_framework_check_measures (
    const UpstandFramework *framework, const char *name, GError **error);

G_END_DECLS
