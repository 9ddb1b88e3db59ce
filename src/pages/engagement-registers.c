/* SPDX-License-Identifier: MIT */
#include "pages/engagement-registers.h"

#include <glib/gi18n-lib.h>

#include "pages/engagement-desk.h"
#include "records/document.h"
#include "records/panel-finding.h"
#include "records/learning.h"
#include "records/organisation.h"
#include "records/training-material.h"
#include "rules/ties.h"

#define ICON "upstand-engagement-symbolic"

/* A day that has passed is bad news, in a date field of that name. */
static const char *
style_overdue (UpstandDay day, const UpstandField *field, const char *name, gpointer view)
{
    UpstandDay today = upstand_register_view_get_today (UPSTAND_REGISTER_VIEW (view));
    return day && day < today && g_str_equal (field->name, name) ? "tone-bad" : NULL;
}

/* Organisations ----------------------------------------------------------------------------------
 */

static const UpstandContact *
find_contact (UpstandRecord *record, gpointer view)
{
    UpstandEngagementDesk *desk = upstand_engagement_desk_find (GTK_WIDGET (view));
    return desk ? upstand_engagement_desk_find_contact (desk, record->id) : NULL;
}

static char *
last_met_text (UpstandRecord *record, gpointer view)
{
    const UpstandContact *contact = find_contact (record, view);
    return contact && contact->last_met
               ? upstand_date_format (contact->last_met, UPSTAND_DATE_SHORT)
               : NULL;
}

static char *
contact_text (UpstandRecord *record, gpointer view)
{
    const UpstandContact *contact = find_contact (record, view);
    return contact ? g_strdup (upstand_contact_state_get_label (contact->state)) : NULL;
}

static const char *
contact_style (UpstandRecord *record, gpointer view)
{
    const UpstandContact *contact = find_contact (record, view);
    if (!contact)
        return NULL;
    switch (contact->state) {
    case UPSTAND_CONTACT_NEVER: return "tone-bad";
    case UPSTAND_CONTACT_NOT_LATELY: return "tone-warning";
    default: return NULL;
    }
}

static const char *
organisation_style (UpstandRecord *record, const UpstandField *field, gpointer view)
{
    return style_overdue (((UpstandOrganisation *)record)->review, field, "review", view);
}

static const UpstandTableExtra organisation_extras[] = {
    { "last-met", N_ ("Last met"), last_met_text, NULL, "name", 110, FALSE },
    { "contact-state", N_ ("Met"), contact_text, contact_style, "name", 120, FALSE },
};

static const char *const organisation_fields[] = { "name", "what", "groups", "contact", "owner",
    "review", "ended", "cleared", "note", NULL };
static const char *const organisation_hidden[] = { "what", NULL };

const UpstandRegister upstand_organisation_register = {
    .id = "organisations",
    .type = &upstand_organisation_type,
    .fields = organisation_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New organisation"),
    .new_heading = N_ ("New organisation"),
    .edit_heading = N_ ("Organisation"),
    .advice = N_ ("The contact is a role there, never a person. When it was last met follows from"
                  " the engagements."),
    .search_label = N_ ("Search the organisations"),
    .empty_title = N_ ("No organisations yet"),
    .empty_words = N_ ("Write down who works with women and girls in your area and whom they speak"
                       " for. The register then shows who was never or not lately met."),
    .order = "name",
    .style = organisation_style,
    .extras = organisation_extras,
    .n_extras = G_N_ELEMENTS (organisation_extras),
    .hidden = organisation_hidden,
};

/* Findings ----------------------------------------------------------------------------------------
 */

static const char *const finding_fields[] = { "engagement_id", "words", "state", "answer",
    "answered", "owner", NULL };

const UpstandRegister upstand_finding_register = {
    .id = "findings",
    .type = &upstand_panel_finding_type,
    .fields = finding_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New finding"),
    .new_heading = N_ ("New finding"),
    .edit_heading = N_ ("Finding"),
    .advice = N_ ("What was found of the work, never of a case: no names, no crime numbers."),
    .search_label = N_ ("Search the findings"),
    .empty_title = N_ ("No findings yet"),
    .empty_words = N_ ("What scrutiny panels find is kept with what the force answered. Enter the"
                       " panel as an engagement first, then its findings."),
};

/* Learning, training material --------------------------------------------------------------------
 */

static void
begin_learning (gpointer record, UpstandStore *store, UpstandDay today)
{
    ((UpstandLearning *)record)->dated = today;
    upstand_ties_settle (upstand_store_get_database (store), record);
}

static const char *const learning_fields[] = { "title", "kind", "dated", "words", "shared_with",
    "shared_on", "owner", "requirements", NULL };

const UpstandRegister upstand_learning_register = {
    .id = "learning",
    .type = &upstand_learning_type,
    .label = N_ ("Learning log"),
    .fields = learning_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New entry"),
    .new_heading = N_ ("New learning"),
    .edit_heading = N_ ("Learning"),
    .search_label = N_ ("Search the learning log"),
    .empty_title = N_ ("Nothing in the learning log yet"),
    .empty_words = N_ ("Themes, problems and good practice, and with whom each was shared. Sharing"
                       " it is what the framework asks for."),
    .order = "dated",
    .descending = TRUE,
    .begin = begin_learning,
};

static void
begin_training_material (gpointer record, UpstandStore *store, UpstandDay today)
{
    ((UpstandTrainingMaterial *)record)->dated = today;
}

static const char *const training_material_fields[] = { "title", "issue", "dated", "what", "themes",
    "owner", "reference", NULL };

const UpstandRegister upstand_training_material_register = {
    .id = "training-material",
    .type = &upstand_training_material_type,
    .fields = training_material_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New material"),
    .new_heading = N_ ("New training material"),
    .edit_heading = N_ ("Training material"),
    .search_label = N_ ("Search the training material"),
    .empty_title = N_ ("No training material yet"),
    .empty_words = N_ ("Training and awareness material that was changed by what women and girls"
                       " said. Say which theme changed it."),
    .order = "dated",
    .descending = TRUE,
    .begin = begin_training_material,
};

/* Documents and processes ------------------------------------------------------------------------
 */

static const char *
document_style (UpstandRecord *record, const UpstandField *field, gpointer view)
{
    const UpstandDocument *document = (UpstandDocument *)record;
    return document->withdrawn ? NULL : style_overdue (document->review, field, "review", view);
}

static const char *const document_fields[] = { "title", "kind_id", "issue", "adopted", "assessed",
    "owner", "review", "withdrawn", "reference", "requirements", "note", NULL };

const UpstandRegister upstand_document_register = {
    .id = "documents",
    .type = &upstand_document_type,
    .fields = document_fields,
    .icon_name = ICON,
    .new_label = N_ ("_New document"),
    .new_heading = N_ ("New document or process"),
    .edit_heading = N_ ("Document or process"),
    .advice = N_ ("Say where it is kept; it is not copied into the plan. Without a day of adoption"
                  " it is a draft."),
    .search_label = N_ ("Search the documents"),
    .empty_title = N_ ("No documents yet"),
    .empty_words = N_ ("Plans, policies, strategies and processes that the framework asks for, with"
                       " their versions and when each is reviewed."),
    .order = "title",
    .style = document_style,
};

const UpstandRegister *const upstand_engagement_registers[] = {
    &upstand_organisation_register,
    &upstand_finding_register,
    &upstand_learning_register,
    &upstand_training_material_register,
    &upstand_document_register,
    NULL,
};
