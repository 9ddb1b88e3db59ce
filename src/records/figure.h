/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/field.h"

G_BEGIN_DECLS

/**
 * UpstandFigureState:
 *
 * What stands in a cell of a grid. A reader always sees one of five: value, zero, not collected,
 * not applicable, withheld. Unanswered is none of these, and never zero. Zero is a value of 0.
 */
typedef enum {
    UPSTAND_FIGURE_UNANSWERED, /* nobody has said yet: no row, or a row with only a note */
    UPSTAND_FIGURE_VALUE,
    UPSTAND_FIGURE_NOT_COLLECTED, /* a hole in a sum */
    UPSTAND_FIGURE_NOT_APPLICABLE, /* no hole: there is nothing to count */
    UPSTAND_FIGURE_WITHHELD, /* a hole in a sum */
} UpstandFigureState;
#define UPSTAND_N_FIGURE_STATES (UPSTAND_FIGURE_WITHHELD + 1)

/** The states as choices of a field; a state is the index. */
extern const UpstandChoice upstand_figure_states[];

/* Figures are kept in hundredths: people are whole, full-time equivalents and hours need not be. */
#define UPSTAND_FIGURE_PLACES 2
#define UPSTAND_FIGURE_ONE 100

/* The largest: far above any count of a force, far below what sums could overflow. */
#define UPSTAND_FIGURE_MOST (G_GINT64_CONSTANT (1000000000) * UPSTAND_FIGURE_ONE)

/** A cell: @value counts, in hundredths, exactly when @state says so; otherwise it is 0. */
typedef struct {
    gint64 value;
    UpstandFigureState state;
} UpstandFigure;

UpstandFigure upstand_figure_of (gint64 hundredths);
UpstandFigure upstand_figure_without (UpstandFigureState state);
gboolean upstand_figure_has_value (UpstandFigure figure);
gboolean upstand_figure_equal (UpstandFigure one, UpstandFigure other);

/**
 * Reads what a person typed or pasted: "1,234", "1 234.5", "12%"; nothing, "-" and ".." for
 * unanswered; "n/a", "[z]" for not applicable; "not collected", "n/c", "[x]"; "withheld", "[c]";
 * the states' words in either language, in any case.
 *
 * @decimals: how many are allowed, 0 to UPSTAND_FIGURE_PLACES
 *
 * Returns: FALSE with UPSTAND_ERROR_INVALID and a sentence about the text, also for a number below
 * zero or above UPSTAND_FIGURE_MOST; @figure is then left alone.
 */
gboolean upstand_figure_parse (
    const char *text, int decimals, UpstandFigure *figure, GError **error);

/**
 * As a cell shows it: "1,234", "7.5", "n/c", "n/a", "withheld", "" for unanswered. A sign is
 * written as a minus sign. To be freed.
 */
char *upstand_figure_format (UpstandFigure figure);

/** As it is typed again, pasted elsewhere or kept in a file: without separators. To be freed. */
char *upstand_figure_to_text (UpstandFigure figure);

/** The state in words for people: "not collected"; for a value, the number. To be freed. */
char *upstand_figure_describe (UpstandFigure figure);

/**
 * UpstandFigureSum:
 *
 * Figures added up with their states respected. Zeroed before the first.
 */
typedef struct {
    gint64 value; /* of those that have one */
    guint n_values, n_unanswered, n_holes, n_not_applicable; /* holes: not collected, withheld */
} UpstandFigureSum;

void upstand_figure_sum_add (UpstandFigureSum *sum, UpstandFigure figure);

/** TRUE when something that should be in the sum is not: at least so many, and not exactly. */
gboolean upstand_figure_sum_has_hole (const UpstandFigureSum *sum);

/**
 * The sum as a figure: a value as soon as one was added. Without any: unanswered when one of them
 * is, else not collected for holes alone, else not applicable; unanswered for a sum of nothing.
 */
UpstandFigure upstand_figure_sum_get (const UpstandFigureSum *sum);

/* For records that are cells: their members are UpstandFigure's, as fields. */

/** A value outside a value's state is emptied. */
void upstand_figure_settle (gint64 *value, guint state);

/** What is wrong with the two members, as a problem of the fields "value" and "state". */
void upstand_figure_validate (gint64 value, guint state, UpstandProblems *problems);

/** The members as a figure. */
UpstandFigure upstand_figure_from_members (gint64 value, guint state);

G_END_DECLS
