/* SPDX-License-Identifier: MIT */
#include "records/sample-contacts.h"

#include "records/data-file.h"

#define FORMAT "upstand-sample-engagement"
#define FORMAT_VERSION 1
#define NAME "engagement.json"
#define RESOURCE "/uk/upstand/core/sample/" NAME

#define REQUIRED UPSTAND_SHAPE_REQUIRED

/* As in records/sample.c. */
#define DAY(T, m, f) UPSTAND_SHAPE_MEMBER_NUMBER (T, m, f, -730, 1278)

static const UpstandShapeMember organisation_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleOrganisation, id, "organisation"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleOrganisation, name, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleOrganisation, what, REQUIRED),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleOrganisation, groups, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleOrganisation, contact, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleOrganisation, owner, REQUIRED),
    DAY (UpstandSampleOrganisation, review, 0),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandSampleOrganisation, cleared, 0),
};
static const UpstandShape organisation_shape =
    UPSTAND_SHAPE (UpstandSampleOrganisation, organisation_members);

static const UpstandShapeMember partner_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSamplePartner, id, "partner"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSamplePartner, name, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSamplePartner, sector, REQUIRED),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandSamplePartner, statutory, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSamplePartner, what, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSamplePartner, contact, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSamplePartner, owner, REQUIRED),
    DAY (UpstandSamplePartner, since, REQUIRED),
    DAY (UpstandSamplePartner, review, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSamplePartner, crime_plan, 0),
};
static const UpstandShape partner_shape = UPSTAND_SHAPE (UpstandSamplePartner, partner_members);

static const UpstandShapeMember level_members[] = {
    DAY (UpstandSampleLevel, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleLevel, likelihood, REQUIRED, 1, 5),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleLevel, harm, REQUIRED, 1, 5),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleLevel, confidence, REQUIRED),
};
static const UpstandShape level_shape = UPSTAND_SHAPE (UpstandSampleLevel, level_members);

static const UpstandShapeMember space_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleSpace, id, "space"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSpace, name, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleSpace, kind, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleSpace, description, REQUIRED),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleSpace, sources, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandSampleSpace, partners, REQUIRED, "partner"),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleSpace, activities, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleSpace, owner, REQUIRED),
    DAY (UpstandSampleSpace, review, 0),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandSampleSpace, cleared, 0),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleSpace, levels, REQUIRED, &level_shape),
};
static const UpstandShape space_shape = UPSTAND_SHAPE (UpstandSampleSpace, space_members);

static const UpstandShapeMember profile_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleProfile, title, REQUIRED),
    DAY (UpstandSampleProfile, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleProfile, why, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleProfile, owner, REQUIRED),
    DAY (UpstandSampleProfile, review, 0),
};
static const UpstandShape profile_shape = UPSTAND_SHAPE (UpstandSampleProfile, profile_members);

static const UpstandShapeMember use_members[] = {
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleUse, profile, REQUIRED, 1, 99),
    DAY (UpstandSampleUse, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleUse, purpose, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleUse, what, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleUse, result, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleUse, owner, REQUIRED),
};
static const UpstandShape use_shape = UPSTAND_SHAPE (UpstandSampleUse, use_members);

static const UpstandShapeMember operation_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleOperation, title, REQUIRED),
    DAY (UpstandSampleOperation, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandSampleOperation, spaces, REQUIRED, "space"),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleOperation, activity, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleOperation, result, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleOperation, owner, REQUIRED),
};
static const UpstandShape operation_shape =
    UPSTAND_SHAPE (UpstandSampleOperation, operation_members);

static const UpstandShapeMember streetsafe_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleStreetsafe, place, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCE (UpstandSampleStreetsafe, space, 0, "space"),
    DAY (UpstandSampleStreetsafe, starts, REQUIRED),
    DAY (UpstandSampleStreetsafe, ends, REQUIRED),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleStreetsafe, reports, REQUIRED, 0, 9999),
};
static const UpstandShape streetsafe_shape =
    UPSTAND_SHAPE (UpstandSampleStreetsafe, streetsafe_members);

static const UpstandShapeMember finding_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleFinding, words, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleFinding, state, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleFinding, answer, 0),
    DAY (UpstandSampleFinding, answered, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleFinding, owner, REQUIRED),
};
static const UpstandShape finding_shape = UPSTAND_SHAPE (UpstandSampleFinding, finding_members);

static const UpstandShapeMember engagement_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleEngagement, id, "engagement"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleEngagement, kind, REQUIRED),
    DAY (UpstandSampleEngagement, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleEngagement, groups, 0),
    UPSTAND_SHAPE_MEMBER_NUMBER (UpstandSampleEngagement, attendance, 0, 0, 99999),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, place, 0),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandSampleEngagement, place_cleared, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleEngagement, stage, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, safety, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandSampleEngagement, organisations, 0, "organisation"),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleEngagement, activities, 0),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandSampleEngagement, spaces, 0, "space"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, heard, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleEngagement, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, channel, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, audience, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, language, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, papers, 0),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleEngagement, audit, 0),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleEngagement, findings, 0, &finding_shape),
};
static const UpstandShape engagement_shape =
    UPSTAND_SHAPE (UpstandSampleEngagement, engagement_members);

static const UpstandShapeMember step_members[] = {
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleStep, kind, REQUIRED),
    DAY (UpstandSampleStep, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleStep, words, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleStep, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleStep, activities, 0),
    UPSTAND_SHAPE_MEMBER_STRINGS (UpstandSampleStep, evidence, 0),
};
static const UpstandShape step_shape = UPSTAND_SHAPE (UpstandSampleStep, step_members);

static const UpstandShapeMember theme_members[] = {
    UPSTAND_SHAPE_MEMBER_OWN_ID (UpstandSampleTheme, id, "theme"),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleTheme, title, REQUIRED),
    DAY (UpstandSampleTheme, heard_on, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleTheme, heard, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandSampleTheme, engagements, REQUIRED, "engagement"),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleTheme, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_YES_NO (UpstandSampleTheme, cleared, 0),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleTheme, steps, REQUIRED, &step_shape),
};
static const UpstandShape theme_shape = UPSTAND_SHAPE (UpstandSampleTheme, theme_members);

static const UpstandShapeMember training_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleTraining, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleTraining, issue, REQUIRED),
    DAY (UpstandSampleTraining, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleTraining, what, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleTraining, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_REFERENCES (UpstandSampleTraining, themes, REQUIRED, "theme"),
};
static const UpstandShape training_shape = UPSTAND_SHAPE (UpstandSampleTraining, training_members);

static const UpstandShapeMember learning_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleLearning, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleLearning, kind, REQUIRED),
    DAY (UpstandSampleLearning, day, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleLearning, shared_with, 0),
    DAY (UpstandSampleLearning, shared_on, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleLearning, owner, REQUIRED),
    UPSTAND_SHAPE_MEMBER_IDS (UpstandSampleLearning, requirements, REQUIRED),
};
static const UpstandShape learning_shape = UPSTAND_SHAPE (UpstandSampleLearning, learning_members);

static const UpstandShapeMember document_members[] = {
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleDocument, title, REQUIRED),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleDocument, kind, REQUIRED),
    UPSTAND_SHAPE_MEMBER_STRING (UpstandSampleDocument, issue, REQUIRED),
    DAY (UpstandSampleDocument, adopted, 0),
    DAY (UpstandSampleDocument, assessed, 0),
    UPSTAND_SHAPE_MEMBER_ID (UpstandSampleDocument, owner, REQUIRED),
    DAY (UpstandSampleDocument, review, 0),
    DAY (UpstandSampleDocument, withdrawn, 0),
};
static const UpstandShape document_shape = UPSTAND_SHAPE (UpstandSampleDocument, document_members);

static const UpstandShapeMember contacts_members[] = {
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, organisations, REQUIRED, &organisation_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, partners, REQUIRED, &partner_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, spaces, REQUIRED, &space_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, profiles, REQUIRED, &profile_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, uses, REQUIRED, &use_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, operations, REQUIRED, &operation_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, streetsafe, REQUIRED, &streetsafe_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, engagements, REQUIRED, &engagement_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, themes, REQUIRED, &theme_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, training, REQUIRED, &training_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, learning, REQUIRED, &learning_shape),
    UPSTAND_SHAPE_MEMBER_LIST (UpstandSampleContacts, documents, REQUIRED, &document_shape),
};
static const UpstandShape contacts_shape = UPSTAND_SHAPE (UpstandSampleContacts, contacts_members);

UpstandSampleContacts *
upstand_sample_contacts_load (GError **error)
{
    g_autoptr (GBytes) bytes = upstand_data_file_load_resource (RESOURCE, error);
    if (!bytes)
        return NULL;
    g_autoptr (UpstandSampleContacts) contacts = g_new0 (UpstandSampleContacts, 1);
    if (!upstand_shape_read (&contacts_shape, contacts, bytes, NAME, FORMAT, FORMAT_VERSION, error))
        return NULL;
    return g_steal_pointer (&contacts);
}

void
upstand_sample_contacts_free (UpstandSampleContacts *contacts)
{
    if (!contacts)
        return;
    upstand_shape_clear (&contacts_shape, contacts);
    g_free (contacts);
}
