/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "pages/record-dialog.h"
#include "records/list-query.h"
#include "widgets/record-table.h"

G_BEGIN_DECLS

/** What tells one register from another. */
typedef struct {
    const char *id; /* under which columns, widths and order are remembered */
    const UpstandRecordType *type;
    const char *label; /* N_(): what a choice of registers calls it; NULL: as the type */
    const char *const *fields; /* shown in the dialog, NULL-ended */
    const char *icon_name;
    const char *new_label; /* N_(), with a mnemonic: "_New unit" */
    const char *new_heading; /* N_(): "New unit" */
    const char *edit_heading; /* N_(): "Unit" */
    const char *advice; /* N_(): a sentence above the fields; NULL: none */
    const char *search_label; /* N_(): "Search the units" */
    const char *empty_title, *empty_words; /* N_() */
    const char *order; /* by which field at first; NULL: by age */
    gboolean descending;

    /** Fills what is known of a new record; may be missing. */
    void (*begin) (gpointer record, UpstandStore *store, UpstandDay today);
    /** Keeps the register to some of the type's records; may be missing. */
    void (*narrow) (UpstandListQuery *query);
    /** Why a record cannot be deleted, translated; NULL: it can. May be missing. To be freed. */
    char *(*keep) (gpointer record, UpstandStore *store);
    /** A style class for a field's cell; may be missing. */
    const char *(*style) (UpstandRecord *record, const UpstandField *field, gpointer view);
    const UpstandTableExtra *extras; /* their user data is the view */
    guint n_extras;
    const char *const *hidden; /* listed fields not shown from the start */
    UpstandRecordSaver save; /* how the dialog saves; NULL: as it stands */
} UpstandRegister;

#define UPSTAND_TYPE_REGISTER_VIEW (upstand_register_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandRegisterView, upstand_register_view, UPSTAND, REGISTER_VIEW, AdwBin)

/**
 * UpstandRegisterView:
 *
 * All records of one kind as a table, with what a register needs: search as you type, a new one
 * (Ctrl+N), open, duplicate, delete with Undo, an empty state. Each is edited in a dialog of its
 * own.
 *
 * Signal "opened" (record): a row was opened or, with no id yet, one is wanted; connected, no
 * dialog is shown. Signal "cleared": the person wants to see everything again.
 */

/** @kind must outlive the view. */
UpstandRegisterView *upstand_register_view_new (
    const UpstandRegister *kind, UpstandStore *store, UpstandDay today);

UpstandStore *upstand_register_view_get_store (UpstandRegisterView *self);
UpstandDay upstand_register_view_get_today (UpstandRegisterView *self);

/** Chooses the record and opens it. FALSE: the register does not have it. */
gboolean upstand_register_view_show (UpstandRegisterView *self, gint64 id);

/** Begins a new one. */
void upstand_register_view_add (UpstandRegisterView *self);

/** Shows only what this allows as well; NULL: everything again. Copied. */
void upstand_register_view_set_filter (UpstandRegisterView *self, const UpstandListQuery *query);

/** Puts a widget beside the search: a filter of the page's own. */
void upstand_register_view_add_tool (UpstandRegisterView *self, GtkWidget *tool);

/** Puts a bar of filters of the page's own under the search, with a button that shows it. */
void upstand_register_view_set_filter_bar (UpstandRegisterView *self, GtkWidget *bar);
void upstand_register_view_open_filter_bar (UpstandRegisterView *self);

UpstandRecordTable *upstand_register_view_get_table (UpstandRegisterView *self);

G_END_DECLS
