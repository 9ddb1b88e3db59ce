/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UPSTAND_TYPE_FILTER_CHOICE (upstand_filter_choice_get_type ())
G_DECLARE_FINAL_TYPE (UpstandFilterChoice, upstand_filter_choice, UPSTAND, FILTER_CHOICE, AdwBin)

/**
 * UpstandFilterChoice:
 *
 * One drop-down of a filter bar: any, or one of a list. It stays short however long the words are,
 * and can be searched when there are many.
 *
 * Signal "changed": by the person.
 */
GtkWidget *upstand_filter_choice_new (void);

/** What it is called for those who hear it, and what it shows while it lets everything through. */
void upstand_filter_choice_set_names (
    UpstandFilterChoice *self, const char *label, const char *any);

/** Begins the list anew; the key that is chosen stays chosen if it is added again. */
void upstand_filter_choice_clear (UpstandFilterChoice *self);
void upstand_filter_choice_add (UpstandFilterChoice *self, const char *key, const char *label);

/** Call it when all have been added. */
void upstand_filter_choice_fill (UpstandFilterChoice *self);

/** The key of what is chosen; NULL: any. */
const char *upstand_filter_choice_get_key (UpstandFilterChoice *self);

/** Does not say "changed". A key that is not in the list is any. */
void upstand_filter_choice_set_key (UpstandFilterChoice *self, const char *key);

G_END_DECLS
