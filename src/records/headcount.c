/* SPDX-License-Identifier: MIT */
#include "records/headcount.h"

#include <glib/gi18n-lib.h>

#include "records/census.h"
#include "records/framework-records.h"
#include "records/unit.h"

const UpstandChoice upstand_counts[] = {
    [UPSTAND_COUNT_CASES] = { "cases", N_ ("Cases") },
    [UPSTAND_COUNT_CASELOAD] = { "caseload", N_ ("Cases each can carry") },
    [UPSTAND_COUNT_NEEDED] = { "needed", N_ ("Needed, as given") },
    [UPSTAND_COUNT_ESTABLISHMENT] = { "establishment", N_ ("Roles requiring it") },
    [UPSTAND_COUNT_IN_POST] = { "in-post", N_ ("In post") },
    [UPSTAND_COUNT_TRAINED] = { "trained", N_ ("In post and trained") },
    [UPSTAND_COUNT_IN_DATE] = { "in-date", N_ ("Accreditation in date") },
    [UPSTAND_COUNT_DEPLOYABLE] = { "deployable", N_ ("Deployable") },
    [UPSTAND_COUNT_IN_TRAINING] = { "in-training", N_ ("In training") },
    [UPSTAND_COUNT_TRAINED_ELSEWHERE] = { "trained-elsewhere",
        N_ ("Trained elsewhere in the force") },
    [UPSTAND_COUNT_EXPIRING] = { "expiring", N_ ("Expiring within six months") },
    [UPSTAND_COUNT_PLACES] = { "places", N_ ("Course places planned") },
    [UPSTAND_COUNT_PEOPLE] = { "people", N_ ("Distinct people") },
    { NULL, NULL },
};

const UpstandCountTraits upstand_count_traits[UPSTAND_N_COUNTS] = {
    [UPSTAND_COUNT_CASES] = { N_ ("Cases open on the day, or expected in the half-year after it."),
        FALSE, FALSE },
    [UPSTAND_COUNT_CASELOAD] = { N_ ("Cases that one specialist can carry at a time."), FALSE,
        FALSE },
    [UPSTAND_COUNT_NEEDED] = { N_ ("Specialists needed, where the force gives the number itself."
                                   " It goes before cases and caseload."),
        FALSE, TRUE },
    [UPSTAND_COUNT_ESTABLISHMENT] = { N_ ("Posts whose role profile asks for the capability."),
        TRUE, TRUE },
    [UPSTAND_COUNT_IN_POST] = { N_ ("Those posts with somebody in them on the day."), TRUE, TRUE },
    [UPSTAND_COUNT_TRAINED] = { N_ ("People in those posts who have passed the training."), TRUE,
        TRUE },
    [UPSTAND_COUNT_IN_DATE] = { N_ ("Of the trained, those whose accreditation has not run out."),
        TRUE, TRUE },
    [UPSTAND_COUNT_DEPLOYABLE] = { N_ ("Of those in date, the ones who can be sent: not abstracted,"
                                       " on long absence or restricted."),
        TRUE, TRUE },
    [UPSTAND_COUNT_IN_TRAINING] = { N_ ("People on a course for it on the day."), TRUE, TRUE },
    [UPSTAND_COUNT_TRAINED_ELSEWHERE] = { N_ ("People who have the training and work in a post that"
                                              " does not ask for it."),
        TRUE, TRUE },
    [UPSTAND_COUNT_EXPIRING] = { N_ ("Accreditations that run out within six months of the day."),
        FALSE, FALSE },
    [UPSTAND_COUNT_PLACES] = { N_ ("Places on courses planned within six months of the day."),
        FALSE, FALSE },
    [UPSTAND_COUNT_PEOPLE] = { N_ ("People with at least one of the capabilities, each counted "
                                   "once."),
        TRUE, TRUE },
};

const UpstandChoice upstand_workforces[] = {
    [UPSTAND_WORKFORCE_ALL] = { "all", N_ ("All") },
    [UPSTAND_WORKFORCE_OFFICERS] = { "officers", N_ ("Officers") },
    [UPSTAND_WORKFORCE_STAFF] = { "staff", N_ ("Staff") },
    { NULL, NULL },
};

const UpstandChoice upstand_bases[] = {
    [UPSTAND_BASIS_HEADCOUNT] = { "headcount", N_ ("Headcount") },
    [UPSTAND_BASIS_FTE] = { "fte", N_ ("FTE") },
    { NULL, NULL },
};

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_REFERENCE (UpstandHeadcount, census_id, N_ ("Census"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING | UPSTAND_FIELD_OWNED, &upstand_census_type),
    UPSTAND_REFERENCE (UpstandHeadcount, unit_id, N_ ("Unit"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, &upstand_unit_type),
    UPSTAND_ITEM (UpstandHeadcount, capability_id, N_ ("Capability"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, &upstand_framework_item_type, UPSTAND_LIST_CAPABILITY),
    UPSTAND_CHOICE (UpstandHeadcount, workforce, N_ ("Workforce"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, upstand_workforces),
    UPSTAND_CHOICE (UpstandHeadcount, basis, N_ ("Basis"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, upstand_bases),
    UPSTAND_CHOICE (UpstandHeadcount, count, N_ ("Count"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING, upstand_counts),
    UPSTAND_DECIMAL (UpstandHeadcount, value, N_ ("Number"), UPSTAND_FIELD_LISTED, UPSTAND_FIGURE_PLACES),
    UPSTAND_CHOICE (UpstandHeadcount, state, N_ ("State"), UPSTAND_FIELD_LISTED, upstand_figure_states),
    UPSTAND_PARAGRAPH (UpstandHeadcount, note, N_ ("Note"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
};
/* clang-format on */

int
upstand_count_get_decimals (UpstandCount count, UpstandBasis basis)
{
    return basis == UPSTAND_BASIS_FTE || count == UPSTAND_COUNT_CASELOAD ? UPSTAND_FIGURE_PLACES
                                                                         : 0;
}

gboolean
upstand_count_applies (UpstandCount count, UpstandWorkforce workforce, UpstandBasis basis)
{
    const UpstandCountTraits *traits = &upstand_count_traits[count];
    return (basis == UPSTAND_BASIS_HEADCOUNT || traits->in_fte) &&
           traits->by_workforce == (workforce != UPSTAND_WORKFORCE_ALL);
}

static void
settle (UpstandRecord *record)
{
    UpstandHeadcount *self = (UpstandHeadcount *)record;
    upstand_figure_settle (&self->value, self->state);
}

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandHeadcount *self = (UpstandHeadcount *)record;
    upstand_figure_validate (self->value, self->state, problems);
    if (!upstand_count_applies (self->count, self->workforce, self->basis))
        upstand_problems_add (
            problems, "count", _ ("This count is not kept for that workforce and basis."));
    if ((self->count == UPSTAND_COUNT_PEOPLE) != (self->capability_id == 0))
        upstand_problems_add (problems, "capability_id",
            _ ("Distinct people are counted over all capabilities, everything else for one."));
    if (self->state == UPSTAND_FIGURE_VALUE && self->value > 0 &&
        upstand_count_get_decimals (self->count, self->basis) == 0 &&
        self->value % UPSTAND_FIGURE_ONE)
        upstand_problems_add (problems, "value", _ ("A whole number is needed."));
    if (self->count == UPSTAND_COUNT_CASELOAD && self->state == UPSTAND_FIGURE_VALUE &&
        self->value == 0)
        upstand_problems_add (
            problems, "value", _ ("Nobody can carry no cases at all: leave it empty instead."));
}

const UpstandRecordType upstand_headcount_type = {
    .name = "headcount",
    .label = N_ ("Headcount"),
    .singular = N_ ("Headcount"),
    .title = "note",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_headcount_get_type,
    .settle = settle,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (UpstandHeadcount, upstand_headcount, upstand_headcount_type)
