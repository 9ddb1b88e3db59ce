/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/cell.h"
#include "records/figure.h"

G_BEGIN_DECLS

/**
 * UpstandAmount:
 *
 * What the figures of a chart are: all in hundredths, written as numbers or as percentages.
 */
typedef enum {
    UPSTAND_AMOUNT_NUMBER,
    UPSTAND_AMOUNT_PERCENT,
} UpstandAmount;

/**
 * UpstandShortfall:
 *
 * A gap as it is shown: what is missing and what is over, each zero or more and never set off
 * against each other. One unit has one of them; a sum of units may have both.
 */
typedef struct {
    UpstandFigure shortage;
    UpstandFigure surplus;
} UpstandShortfall;

/** A signed gap (needed minus there) of one unit as a shortfall; a hole stays one. */
UpstandShortfall upstand_shortfall_of (UpstandFigure gap);

/** "Short by 7", "Over by 2", both; NULL where there is neither or nothing is known. */
char *upstand_shortfall_describe (const UpstandShortfall *shortfall);

/** As it stands in a chart: "1,234", "12.5%", "n/c", "n/a", "withheld", "?" for unanswered. */
char *upstand_amount_format (UpstandFigure figure, UpstandAmount amount);

/** As it stands in a sentence: "1,234", "12.5%", "not collected", "not answered". To be freed. */
char *upstand_amount_describe (UpstandFigure figure, UpstandAmount amount);

/** The cell of a chart's table. */
UpstandCell upstand_amount_to_cell (UpstandFigure figure, UpstandAmount amount);

/** TRUE for what should be there and is not; FALSE for a value and for "not applicable". */
gboolean upstand_amount_is_hole (UpstandFigure figure);

/** TRUE for a value above zero: there is a shortage, a surplus. */
gboolean upstand_amount_is_some (UpstandFigure figure);

/** The number that ngettext() chooses the form of words with; hundredths take the common form. */
gulong upstand_amount_plural (gint64 hundredths);

G_END_DECLS
