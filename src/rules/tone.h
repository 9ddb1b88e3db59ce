/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UpstandTone:
 *
 * How a rating or another choice feels, for style classes and cell formats. Never the only sign of
 * it: the word and the shape always say it too.
 */
typedef enum {
    UPSTAND_TONE_NEUTRAL,
    UPSTAND_TONE_GOOD,
    UPSTAND_TONE_WARNING,
    UPSTAND_TONE_BAD,
    UPSTAND_TONE_WAITING,
} UpstandTone;

G_END_DECLS
