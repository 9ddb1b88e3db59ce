/* SPDX-License-Identifier: MIT */
#include "records/recommendation.h"

#include <glib/gi18n-lib.h>

#include "records/requirement.h"

const UpstandChoice upstand_recommendation_bodies[] = {
    { "hmicfrs", N_ ("HMICFRS") },
    { "iopc", N_ ("IOPC") },
    { "homicide-review", N_ ("Domestic homicide review") },
    { "nvap", N_ ("National Vulnerability Action Plan") },
    { "soteria", N_ ("Operation Soteria") },
    { "other", N_ ("Other") },
    { NULL, NULL },
};

const UpstandChoice upstand_recommendation_states[] = {
    { "open", N_ ("Open") },
    { "in-progress", N_ ("In progress") },
    { "complete", N_ ("Complete") },
    { "not-accepted", N_ ("Not accepted") },
    { NULL, NULL },
};

const UpstandLinkType upstand_recommendation_requirement = { "recommendation_requirement",
    "recommendation_id", "requirement_id" };

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_CHOICE (UpstandRecommendation, body, N_ ("Made by"), UPSTAND_FIELD_LISTED, upstand_recommendation_bodies),
    UPSTAND_TEXT (UpstandRecommendation, reference, N_ ("Reference"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_TEXT (UpstandRecommendation, title, N_ ("Title"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED),
    UPSTAND_CHOICE (UpstandRecommendation, status, N_ ("Status"), UPSTAND_FIELD_LISTED, upstand_recommendation_states),
    UPSTAND_DATE (UpstandRecommendation, made, N_ ("Made"), 0),
    UPSTAND_DATE (UpstandRecommendation, due, N_ ("Due"), UPSTAND_FIELD_LISTED),
    UPSTAND_TEXT (UpstandRecommendation, owner, N_ ("Owner"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_SEARCHED | UPSTAND_FIELD_POST),
    UPSTAND_TEXT (UpstandRecommendation, link, N_ ("Link"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_PARAGRAPH (UpstandRecommendation, note, N_ ("Note"), UPSTAND_FIELD_SEARCHED),
    UPSTAND_LINKS (UpstandRecommendation, requirements, N_ ("Requirement"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED, &upstand_requirement_type, &upstand_recommendation_requirement),
};
/* clang-format on */

const UpstandRecordType upstand_recommendation_type = {
    .name = "recommendation",
    .label = N_ ("Recommendations"),
    .singular = N_ ("Recommendation"),
    .title = "title",
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_recommendation_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandRecommendation, upstand_recommendation, upstand_recommendation_type)
