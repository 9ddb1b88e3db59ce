/* SPDX-License-Identifier: MIT */
#pragma once

#include "returns/return.h"
#include "rules/skills.h"

G_BEGIN_DECLS

/* What every return's book begins with and says in the same way. */

/** What the framework's own texts are read in: the language of everything else in the book. */
const char *upstand_return_language (void);

/** A book whose cover says whose figures, which period, and the framework. @title: translated. */
UpstandBook *upstand_return_book_new (const UpstandReturnRequest *request, const char *title);

/**
 * Adds every record of a type as a sheet, in the order of a field. @since: from that day of the
 * field on; 0: all.
 */
void upstand_return_add_register (UpstandBook *book, const char *id, const char *title,
    const UpstandRecordType *type, const char *order, UpstandDay since, UpstandDatabase *database);

/** A figure as a cell: a number of so many decimals, or the state in words; never 0 for a hole. */
UpstandCell upstand_return_figure_cell (UpstandFigure figure, guint places);

G_END_DECLS
