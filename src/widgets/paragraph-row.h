/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UPSTAND_TYPE_PARAGRAPH_ROW (upstand_paragraph_row_get_type ())
G_DECLARE_FINAL_TYPE (
    UpstandParagraphRow, upstand_paragraph_row, UPSTAND, PARAGRAPH_ROW, AdwPreferencesRow)

/**
 * UpstandParagraphRow:
 *
 * A row for several lines of text, as tall as what is written in it. Tab leaves it.
 *
 * Signal "changed": as it is typed.
 */
UpstandParagraphRow *upstand_paragraph_row_new (const char *title);

/** (transfer full): what stands there. */
char *upstand_paragraph_row_get_text (UpstandParagraphRow *self);
void upstand_paragraph_row_set_text (UpstandParagraphRow *self, const char *text);
void upstand_paragraph_row_set_editable (UpstandParagraphRow *self, gboolean editable);

/** The text view within: for focus and accessible states. */
GtkWidget *upstand_paragraph_row_get_view (UpstandParagraphRow *self);

G_END_DECLS
