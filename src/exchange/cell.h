/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/date.h"
#include "rules/tone.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    UPSTAND_CELL_TEXT,
    UPSTAND_CELL_WHOLE, /* a whole number */
    UPSTAND_CELL_DECIMAL, /* a scaled integer: 1250 with 2 places is 12.50 */
    UPSTAND_CELL_PERCENT, /* scaled percent: 125 with 1 place is 12.5% */
    UPSTAND_CELL_DATE, /* an UpstandDay */
    UPSTAND_CELL_YES_NO, /* 0 or 1 */
    UPSTAND_CELL_CHOICE, /* a word, with a shape and a tone */
    UPSTAND_CELL_LINK, /* words that lead to a target */
} UpstandCellKind;

/**
 * UpstandCellState:
 *
 * A cell holds a value exactly when its state is UPSTAND_CELL_VALUE. The four that follow are
 * always shown as words: a zero is a value, a gap in what is known is not. UPSTAND_CELL_BLANK is
 * an optional field in which nothing was asked for: it stays empty.
 */
typedef enum {
    UPSTAND_CELL_BLANK,
    UPSTAND_CELL_VALUE,
    UPSTAND_CELL_NOT_ANSWERED,
    UPSTAND_CELL_NOT_COLLECTED,
    UPSTAND_CELL_NOT_APPLICABLE,
    UPSTAND_CELL_WITHHELD,
} UpstandCellState;

/**
 * UpstandCell:
 * @kind: which of the members below hold the value; may differ from the column's kind
 * @state: whether there is a value
 * @places: decimals of a decimal or percent
 * @tone: of a choice
 * @number: whole, scaled decimal or percent, day, yes (1) or no (0)
 * @text: of a text, choice or link; borrowed
 * @detail: a choice's shape (one glyph) or a link's target; borrowed; may be NULL
 *
 * One typed value. Make it with the functions below; all zeros is a blank cell.
 */
typedef struct {
    guint8 kind;
    guint8 state;
    guint8 places;
    guint8 tone;
    gint64 number;
    const char *text;
    const char *detail;
} UpstandCell;

#define UPSTAND_CELL_MAX_PLACES 9

static inline UpstandCell
upstand_cell_blank (void)
{
    return (UpstandCell){ 0 };
}

/** A state without a value: UPSTAND_CELL_WITHHELD and the like. */
static inline UpstandCell
upstand_cell_hole (UpstandCellState state)
{
    return (UpstandCell){ .state = state };
}

/** Blank when @text is NULL or empty. */
static inline UpstandCell
upstand_cell_text (const char *text)
{
    return (UpstandCell){
        .kind = UPSTAND_CELL_TEXT,
        .state = text && *text ? UPSTAND_CELL_VALUE : UPSTAND_CELL_BLANK,
        .text = text,
    };
}

static inline UpstandCell
upstand_cell_whole (gint64 number)
{
    return (
        UpstandCell){ .kind = UPSTAND_CELL_WHOLE, .state = UPSTAND_CELL_VALUE, .number = number };
}

/** @scaled is the number times 10 to the @places, at most UPSTAND_CELL_MAX_PLACES. */
static inline UpstandCell
upstand_cell_decimal (gint64 scaled, guint places)
{
    return (UpstandCell){ .kind = UPSTAND_CELL_DECIMAL,
        .state = UPSTAND_CELL_VALUE,
        .places = (guint8)MIN (places, UPSTAND_CELL_MAX_PLACES),
        .number = scaled };
}

/** @scaled is the percentage times 10 to the @places: (125, 1) is 12.5%. */
static inline UpstandCell
upstand_cell_percent (gint64 scaled, guint places)
{
    return (UpstandCell){ .kind = UPSTAND_CELL_PERCENT,
        .state = UPSTAND_CELL_VALUE,
        .places = (guint8)MIN (places, UPSTAND_CELL_MAX_PLACES),
        .number = scaled };
}

/** Blank when @day is 0. */
static inline UpstandCell
upstand_cell_date (UpstandDay day)
{
    return (UpstandCell){ .kind = UPSTAND_CELL_DATE,
        .state = day ? UPSTAND_CELL_VALUE : UPSTAND_CELL_BLANK,
        .number = day };
}

static inline UpstandCell
upstand_cell_yes_no (gboolean yes)
{
    return (UpstandCell){
        .kind = UPSTAND_CELL_YES_NO, .state = UPSTAND_CELL_VALUE, .number = yes ? 1 : 0
    };
}

/** @shape is one glyph, or NULL for the tone's own. Blank when @word is NULL or empty. */
static inline UpstandCell
upstand_cell_choice (const char *word, const char *shape, UpstandTone tone)
{
    return (UpstandCell){ .kind = UPSTAND_CELL_CHOICE,
        .state = word && *word ? UPSTAND_CELL_VALUE : UPSTAND_CELL_BLANK,
        .tone = (guint8)tone,
        .text = word,
        .detail = shape };
}

/** @target is a web or mail address, or a file's; @text NULL shows the target. */
static inline UpstandCell
upstand_cell_link (const char *text, const char *target)
{
    return (UpstandCell){ .kind = UPSTAND_CELL_LINK,
        .state = (text && *text) || (target && *target) ? UPSTAND_CELL_VALUE : UPSTAND_CELL_BLANK,
        .text = text && *text ? text : target,
        .detail = target };
}

/** The glyph of a choice: its own, or its tone's. */
const char *upstand_cell_get_shape (const UpstandCell *cell);

/** "Not collected" and so on in the current language; "" for a blank and for a value. */
const char *upstand_cell_state_word (UpstandCellState state);

/**
 * Appends the canonical text: ISO date, C-locale number, percent with its sign, the bare words of
 * texts, choices and links, "yes" and "no", and English words for the states. Never translated:
 * digests are made from it.
 */
void upstand_cell_append_canonical (const UpstandCell *cell, GString *text);

/** As upstand_cell_append_canonical(), but words made by the program are in the current language.
 */
void upstand_cell_append_plain (const UpstandCell *cell, GString *text);

/** The cell as people read it on a screen: "31 Mar 2022", "1,250", "● On track". To be freed. */
char *upstand_cell_format (const UpstandCell *cell);

/** TRUE for the kinds that are set flush right. */
gboolean upstand_cell_kind_is_number (UpstandCellKind kind);

G_END_DECLS
