/* SPDX-License-Identifier: MIT */
#include "records/registry.h"

#include "records/activity.h"
#include "records/census.h"
#include "records/dated-update.h"
#include "records/deadline-change.h"
#include "records/deployment-model.h"
#include "records/document.h"
#include "records/duty-done.h"
#include "records/engagement.h"
#include "records/evidence.h"
#include "records/export-log.h"
#include "records/panel-finding.h"
#include "records/framework-records.h"
#include "records/headcount.h"
#include "records/learning.h"
#include "records/measure-figure.h"
#include "records/measure.h"
#include "records/operation.h"
#include "records/organisation.h"
#include "records/partner.h"
#include "records/problem-profile.h"
#include "records/recommendation.h"
#include "records/requirement.h"
#include "records/scenario.h"
#include "records/setting.h"
#include "records/space.h"
#include "records/streetsafe.h"
#include "records/theme.h"
#include "records/training-material.h"
#include "records/unit.h"

static const UpstandRecordType *const types[] = {
    &upstand_setting_type,
    &upstand_export_log_type,
    &upstand_edition_type,
    &upstand_pillar_type,
    &upstand_action_type,
    &upstand_requirement_type,
    &upstand_framework_item_type,
    &upstand_activity_type,
    &upstand_evidence_type,
    &upstand_dated_update_type,
    &upstand_deadline_change_type,
    &upstand_duty_done_type,
    &upstand_recommendation_type,
    &upstand_unit_type,
    &upstand_census_type,
    &upstand_series_break_type,
    &upstand_headcount_type,
    &upstand_deployment_model_type,
    &upstand_scenario_type,
    &upstand_scenario_year_type,
    &upstand_engagement_type,
    &upstand_organisation_type,
    &upstand_panel_finding_type,
    &upstand_theme_type,
    &upstand_theme_step_type,
    &upstand_training_material_type,
    &upstand_learning_type,
    &upstand_partner_type,
    &upstand_space_type,
    &upstand_operation_type,
    &upstand_streetsafe_type,
    &upstand_problem_profile_type,
    &upstand_profile_space_type,
    &upstand_profile_use_type,
    &upstand_document_type,
    &upstand_measure_type,
    &upstand_measure_line_type,
    &upstand_measure_relation_type,
    &upstand_measure_break_type,
    &upstand_measure_figure_type,
    &upstand_narrative_type,
    &upstand_finding_answer_type,
    NULL,
};

/* Both columns of a link are references and nothing more. */
static const UpstandField link_column = { .kind = UPSTAND_KIND_REFERENCE };

const UpstandRecordType *const *
upstand_registry_types (void)
{
    return types;
}

const UpstandRecordType *
upstand_registry_find (const char *table)
{
    for (guint i = 0; types[i]; i++)
        if (strcmp (types[i]->name, table) == 0)
            return types[i];
    return NULL;
}

const UpstandField *
upstand_registry_find_column (const char *table, const char *column)
{
    for (guint i = 0; types[i]; i++) {
        if (strcmp (types[i]->name, table) == 0) {
            const UpstandField *field = upstand_record_type_find_field (types[i], column);
            return field && field->kind != UPSTAND_KIND_LINKS ? field : NULL;
        }
        for (guint f = 0; f < types[i]->n_fields; f++) {
            const UpstandLinkType *links = types[i]->fields[f].links;
            if (links && strcmp (links->table, table) == 0 &&
                (strcmp (links->left, column) == 0 || strcmp (links->right, column) == 0))
                return &link_column;
        }
    }
    return NULL;
}

void
upstand_registry_foreach_reference (
    const UpstandRecordType *target, UpstandReferenceFunc func, gpointer user_data)
{
    for (guint i = 0; types[i]; i++)
        for (guint f = 0; f < types[i]->n_fields; f++)
            if (types[i]->fields[f].target == target)
                func (types[i], &types[i]->fields[f], user_data);
}
