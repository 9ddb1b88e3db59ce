/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/register-view.h"
#include "pages/section-list.h"
#include "widgets/record-form.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_DETAIL_VIEW (upstand_detail_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandDetailView, upstand_detail_view, UPSTAND, DETAIL_VIEW, AdwBin)

/** What a page says of the records that it shows whole. */
typedef struct {
    const UpstandRegister *list;
    const UpstandFormSection *sections; /* of the form, as there */
    /** As of UpstandFormSetup; their user data is the view. Each may be missing. */
    void (*assist) (
        UpstandRecord *edited, const UpstandField *field, UpstandDay today, gpointer view);
    gboolean (*is_shown) (UpstandRecord *edited, const UpstandField *field, gpointer view);

    /** Makes the lists (UpstandSectionList) of what belongs to the record; ended by NULL. */
    GtkWidget *(*const *parts) (void);
    gboolean parts_first; /* above the form: they are what the record is looked at for */
    /** FALSE for a part that has no meaning for @record; may be missing. */
    gboolean (*has_part) (UpstandRecord *record, guint part, gpointer view);

    /**
     * How @record stands, as a sentence to be freed, and in @next what the button under it says
     * (translated, with a mnemonic; NULL: no button). May be missing.
     */
    char *(*say) (UpstandRecord *record, gpointer view, const char **next);
    void (*next) (UpstandRecord *record, gpointer view);
} UpstandDetail;

/**
 * UpstandDetailView:
 *
 * A register and beside it the record that is open, in a form that saves itself, with what belongs
 * to it underneath; in a narrow window one of them at a time.
 */

/** @detail must outlive the view. */
UpstandDetailView *upstand_detail_view_new (
    const UpstandDetail *detail, UpstandStore *store, UpstandDay today);

UpstandStore *upstand_detail_view_get_store (UpstandDetailView *self);
UpstandDay upstand_detail_view_get_today (UpstandDetailView *self);

/** Opens the record. FALSE: there is none with that id, or the one that is open cannot be left. */
gboolean upstand_detail_view_show (UpstandDetailView *self, gint64 id);

/** The id of the record that is open; 0: none, or a new one. */
gint64 upstand_detail_view_get_shown (UpstandDetailView *self);

/** Saves what is half typed; FALSE when it cannot be. */
gboolean upstand_detail_view_save_pending (UpstandDetailView *self);

/** Says anew how the open record stands. */
void upstand_detail_view_refresh (UpstandDetailView *self);

UpstandRegisterView *upstand_detail_view_get_register (UpstandDetailView *self);

/** The form and one of the parts; NULL before a record was opened. */
UpstandRecordForm *upstand_detail_view_get_form (UpstandDetailView *self);
UpstandSectionList *upstand_detail_view_get_part (UpstandDetailView *self, guint part);

G_END_DECLS
