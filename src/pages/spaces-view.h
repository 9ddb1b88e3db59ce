/* SPDX-License-Identifier: MIT */
#pragma once

#include "pages/detail-view.h"

G_BEGIN_DECLS

#define UPSTAND_TYPE_SPACES_VIEW (upstand_spaces_view_get_type ())
G_DECLARE_FINAL_TYPE (UpstandSpacesView, upstand_spaces_view, UPSTAND, SPACES_VIEW, AdwBin)

/**
 * UpstandSpacesView:
 *
 * The register of spaces, those first of which something has to be said: whose risk rose with
 * nothing aimed at them.
 */
GtkWidget *upstand_spaces_view_new (UpstandStore *store, UpstandDay today);

/** Shows what fits one filter and nothing else; see upstand_space_filter_set (). */
void upstand_spaces_view_filter (UpstandSpacesView *self, const char *name, const char *key);

/** Shows the spaces of that kind and risk and nothing else. */
void upstand_spaces_view_filter_risk (UpstandSpacesView *self, guint kind, guint risk);

UpstandDetailView *upstand_spaces_view_get_detail (UpstandSpacesView *self);

/** What is said first; NULL: nothing. */
const char *upstand_spaces_view_get_warning (UpstandSpacesView *self);

/** What is open, and the filters, as text, and back; to be freed. */
char *upstand_spaces_view_get_place (UpstandSpacesView *self);
void upstand_spaces_view_set_place (UpstandSpacesView *self, const char *place);

G_END_DECLS
