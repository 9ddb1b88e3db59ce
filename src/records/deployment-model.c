/* SPDX-License-Identifier: MIT */
#include "records/deployment-model.h"

#include <glib/gi18n-lib.h>

#include "records/framework-records.h"
#include "records/unit.h"

const UpstandLinkType upstand_deployment_model_capability = { "deployment_model_capability",
    "deployment_model_id", "capability_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_TEXT (UpstandDeploymentModel, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_ITEMS (UpstandDeploymentModel, capabilities, N_ ("Capabilities"), UPSTAND_FIELD_LISTED, &upstand_framework_item_type, &upstand_deployment_model_capability, UPSTAND_LIST_CAPABILITY),
    UPSTAND_REFERENCE (UpstandDeploymentModel, unit_id, N_ ("Unit"), UPSTAND_FIELD_LISTED, &upstand_unit_type),
    UPSTAND_TEXT (UpstandDeploymentModel, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_DATE (UpstandDeploymentModel, adopted, N_ ("Adopted"), UPSTAND_FIELD_LISTED),
    UPSTAND_DATE (UpstandDeploymentModel, review, N_ ("Review due"), UPSTAND_FIELD_LISTED),
    UPSTAND_PARAGRAPH (UpstandDeploymentModel, description, N_ ("How it works"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_NUMBER (UpstandDeploymentModel, cases, N_ ("Cases in the last half-year"), 0),
    UPSTAND_NUMBER (UpstandDeploymentModel, cases_with, N_ ("Of them with a specialist deployed"), 0),
};
/* clang-format on */

static void
validate (UpstandRecord *record, UpstandProblems *problems)
{
    const UpstandDeploymentModel *self = (UpstandDeploymentModel *)record;
    if (self->adopted && self->review && self->review < self->adopted)
        upstand_problems_add (
            problems, "review", _ ("The review is due before the model was adopted."));
    if (self->cases != UPSTAND_NO_NUMBER && self->cases < 0)
        upstand_problems_add (problems, "cases", _ ("The number is below zero."));
    if (self->cases_with != UPSTAND_NO_NUMBER && self->cases_with < 0)
        upstand_problems_add (problems, "cases_with", _ ("The number is below zero."));
    if (self->cases_with != UPSTAND_NO_NUMBER && self->cases_with > MAX (self->cases, 0))
        upstand_problems_add (
            problems, "cases_with", _ ("More cases with a specialist than cases."));
}

const UpstandRecordType upstand_deployment_model_type = {
    .name = "deployment_model",
    .label = N_ ("Deployment models"),
    .singular = N_ ("Deployment model"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_deployment_model_get_type,
    .validate = validate,
};

UPSTAND_DEFINE_RECORD (
    UpstandDeploymentModel, upstand_deployment_model, upstand_deployment_model_type)

gint64
upstand_deployment_model_get_share (const UpstandDeploymentModel *self)
{
    if (self->cases == UPSTAND_NO_NUMBER || self->cases_with == UPSTAND_NO_NUMBER ||
        self->cases <= 0)
        return -1;
    return (self->cases_with * 10000 + self->cases / 2) / self->cases;
}
