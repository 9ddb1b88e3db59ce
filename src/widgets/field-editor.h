/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "records/store.h"
#include "widgets/resolver.h"

G_BEGIN_DECLS

/**
 * UpstandFieldEditor:
 *
 * The row in which one field is edited, made for its kind, and under it a note for what is wrong
 * or worth a second look. What a person typed stays on the screen until it is replaced.
 */
typedef struct _UpstandFieldEditor UpstandFieldEditor;

typedef enum {
    UPSTAND_EDIT_TYPING, /* a letter more or less */
    UPSTAND_EDIT_CHOSEN, /* something was picked; more may follow at once */
    UPSTAND_EDIT_LEFT, /* the person has gone on, or pressed Enter */
} UpstandEditStep;

typedef void (*UpstandFieldEdited) (
    UpstandFieldEditor *editor, UpstandEditStep step, gpointer user_data);

/** @resolve names references and links; needed when @field is one. */
UpstandFieldEditor *upstand_field_editor_new (UpstandStore *store, const UpstandRecordType *type,
    const UpstandField *field, UpstandResolver resolve, gpointer resolve_data);

/** Frees it; its rows belong to whatever holds them. */
void upstand_field_editor_free (UpstandFieldEditor *self);

/** Calls @edited at each step of the person's; never for what upstand_field_editor_show() does. */
void upstand_field_editor_watch (
    UpstandFieldEditor *self, UpstandFieldEdited edited, gpointer user_data);

const UpstandField *upstand_field_editor_get_field (UpstandFieldEditor *self);

/** The row, and the row of the note under it. */
GtkWidget *upstand_field_editor_get_row (UpstandFieldEditor *self);
GtkWidget *upstand_field_editor_get_note (UpstandFieldEditor *self);

/** Shows what @record holds. @today: for dates without a year, and the calendar. */
void upstand_field_editor_show (UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today);

/** Reads what stands in the row into @record. FALSE with a plain sentence; @record is as it was. */
gboolean upstand_field_editor_read (
    UpstandFieldEditor *self, UpstandRecord *record, UpstandDay today, GError **error);

/** TRUE from the first letter until it is read or shown again. */
gboolean upstand_field_editor_is_edited (UpstandFieldEditor *self);

/** Says what is wrong, under the row; NULL: nothing. */
void upstand_field_editor_set_problem (UpstandFieldEditor *self, const char *sentence);
const char *upstand_field_editor_get_problem (UpstandFieldEditor *self);

void upstand_field_editor_set_editable (UpstandFieldEditor *self, gboolean editable);
void upstand_field_editor_set_shown (UpstandFieldEditor *self, gboolean shown);

/** Names references and links again. */
void upstand_field_editor_refresh (UpstandFieldEditor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandFieldEditor, upstand_field_editor_free)

G_END_DECLS
