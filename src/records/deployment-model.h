/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/record.h"

G_BEGIN_DECLS

UPSTAND_DECLARE_RECORD (UpstandDeploymentModel, upstand_deployment_model)

/** How specialists are sent to cases: the model adopted, and how far it works (domain, 4.3). */
struct _UpstandDeploymentModel {
    UpstandRecord parent_instance;
    char *title;
    gint64 unit_id; /* 0: of the whole force */
    GArray *capabilities; /* framework items */
    char *owner; /* a post */
    UpstandDay adopted; /* 0: not yet */
    UpstandDay review; /* due */
    char *description;
    gint64 cases; /* in the last half-year, of the kinds that it is for */
    gint64 cases_with; /* of them, those with a specialist deployed */
};

extern const UpstandLinkType upstand_deployment_model_capability;

/** The share of cases with a specialist deployed, in hundredths of a percent; -1 when unknown. */
gint64 upstand_deployment_model_get_share (const UpstandDeploymentModel *self);

G_END_DECLS
