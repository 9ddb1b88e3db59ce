/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/replies.h"

G_BEGIN_DECLS

/* Forms that go out and come back, for "send" and "import". */

/** Options of "import" that only replies know. */
typedef struct {
    const char *period; /* the day of a census; NULL: not said */
    const char *unit; /* a unit's name */
    const char *owner;
    gboolean apply, skip_refused;
} UpstandReplyOptions;

/** The kind of replies called @what; -1: none. */
int upstand_reply_commands_find (const char *what);

/** Takes @paths in, or says what would come of it. */
gboolean upstand_reply_commands_import (UpstandRepliesKind kind, const char *plan,
    const char *const *paths, const UpstandReplyOptions *options, GError **error);

G_END_DECLS
