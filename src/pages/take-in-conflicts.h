/* SPDX-License-Identifier: MIT */
#pragma once

#include <adwaita.h>

#include "exchange/replies.h"

G_BEGIN_DECLS

/**
 * Fills @box with a group for each cell that two replies answer differently, in which one of the
 * answers, or none, can be chosen. @decided is called with @owner swapped in after each choice.
 * The rows hold on to @replies' changes: fill again before those are read again.
 */
void upstand_take_in_conflicts_fill (
    GtkBox *box, UpstandReplies *replies, GCallback decided, gpointer owner);

G_END_DECLS
