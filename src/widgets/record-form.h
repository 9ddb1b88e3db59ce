/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"
#include "widgets/resolver.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_RECORD_FORM (upstand_record_form_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRecordForm, upstand_record_form, UPSTAND, RECORD_FORM, AdwBin)

/** Some fields under a heading. */
typedef struct {
    const char *title; /* N_(); NULL: no heading */
    const char *const *fields; /* names, NULL-ended */
} UpstandFormSection;

/** What a page says of its form; everything may be missing. */
typedef struct {
    const UpstandFormSection *sections; /* ended by { NULL, NULL }; none: all that is not fixed */
    UpstandResolver resolve; /* needed when a reference or links field is shown */
    /** After @field of the edited copy was changed: sets what follows from it by itself. */
    void (*assist) (
        UpstandRecord *edited, const UpstandField *field, UpstandDay today, gpointer user_data);
    /** FALSE for a field that has no meaning now. */
    gboolean (*is_shown) (UpstandRecord *edited, const UpstandField *field, gpointer user_data);
} UpstandFormSetup;

/**
 * UpstandRecordForm:
 *
 * A form for one record, its rows from the descriptors. It edits a copy and saves it by itself:
 * when a field is left, at Enter, half a second after a choice. What cannot be kept stays on the
 * screen with the reason under it. When somebody else saved meanwhile, both versions are shown.
 *
 * Signal "saved" (UpstandRecord): after each save. Property "unsaved": something on the screen is
 * not in the plan.
 */

/** @setup must outlive the form; @user_data is handed to its functions. */
UpstandRecordForm *upstand_record_form_new (UpstandStore *store, const UpstandRecordType *type,
    const UpstandFormSetup *setup, gpointer user_data);

/**
 * Shows @record, saving what was shown before. One with no id is saved when it is complete; NULL
 * empties the form. FALSE when the old one cannot be saved: it stays.
 */
gboolean upstand_record_form_set_record (UpstandRecordForm *self, UpstandRecord *record);

/** The record as it was last saved or read; NULL: none. Never to be changed. */
UpstandRecord *upstand_record_form_get_record (UpstandRecordForm *self);

/** The copy that is being edited; for pages that show something that follows from it. */
UpstandRecord *upstand_record_form_get_edited (UpstandRecordForm *self);

/** Saves what is half typed. FALSE when something cannot be saved; it is marked in the form. */
gboolean upstand_record_form_flush (UpstandRecordForm *self);

/** Gives up what is not saved and shows what is. */
void upstand_record_form_discard (UpstandRecordForm *self);

gboolean upstand_record_form_is_unsaved (UpstandRecordForm *self);

void upstand_record_form_set_today (UpstandRecordForm *self, UpstandDay today);

/** A form of a plan that cannot be written is read-only whatever is said here. */
void upstand_record_form_set_read_only (UpstandRecordForm *self, gboolean read_only);

/** Puts the cursor into the field; NULL: the first that wants something, or the first. */
void upstand_record_form_focus_field (UpstandRecordForm *self, const char *field);

/** Names references and links again. */
void upstand_record_form_refresh (UpstandRecordForm *self);

/** The row of a field, and what is said under it (NULL: nothing); for pages and tests. */
GtkWidget *upstand_record_form_get_row (UpstandRecordForm *self, const char *field);
const char *upstand_record_form_get_problem (UpstandRecordForm *self, const char *field);

G_END_DECLS
