/* SPDX-License-Identifier: MIT */
#pragma once

/* Shared by the files that write a workbook, and by no other. */

#include "exchange/book.h"
#include "exchange/form.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

typedef enum {
    STYLE_BAND, /* the classification on the cover */
    STYLE_COVER_TITLE,
    STYLE_COVER_FORCE,
    STYLE_FACT, /* label on the cover */
    STYLE_FACT_VALUE,
    STYLE_DIGEST,
    STYLE_SECTION, /* heading between blocks of text */
    STYLE_SHEET_TITLE,
    STYLE_REMARK, /* small, grey, one line */
    STYLE_PLAIN, /* a wrapped sentence outside a table */
    STYLE_LINK,
    STYLE_HEADING,
    STYLE_HEADING_RIGHT,
    STYLE_UNIT,
    STYLE_UNIT_RIGHT,
    STYLE_TEXT,
    STYLE_WHOLE,
    STYLE_DATE,
    STYLE_CHOICE,
    STYLE_HOLE,
    STYLE_HOLE_RIGHT,
    STYLE_LABEL, /* names a row of a form */
    STYLE_ENTRY_WHOLE, /* to be filled in: framed, and not locked */
    STYLE_ENTRY_DECIMAL,
    STYLE_ENTRY_DATE,
    STYLE_ENTRY_WORDS,
    STYLE_SHOWN, /* of a form, beside what is to be filled in */
    N_STYLES,
} WorkbookStyle;

/* What the cover's contents and the charts must know of a sheet that has been written. */
typedef struct {
    char *name; /* as on the tab */
    const char *title;
    const char *classification;
    guint source; /* position in the book; G_MAXUINT for charts and notes */
    lxw_row_t header_row;
    guint64 n_rows;
} WrittenSheet;

typedef struct {
    UpstandBook *book;
    UpstandForm *form; /* NULL: the book is what is written */
    const UpstandCover *cover;
    lxw_workbook *workbook;
    GHashTable *names; /* casefolded names in use */
    GArray *written; /* WrittenSheet, in the order of the tabs after the cover */
    GPtrArray *remarks; /* per sheet of the book: what had to be done to it, or NULL */
    char *cover_name, *charts_name, *notes_name;
    lxw_format *styles[N_STYLES];
    lxw_format *decimals[UPSTAND_CELL_MAX_PLACES + 1];
    lxw_format *percents[UPSTAND_CELL_MAX_PLACES + 1];
    lxw_format *tones[UPSTAND_TONE_WAITING + 1];
    lxw_format *hairline;
    GString *scratch;
    gboolean was_cut; /* set by workbook_clean_text() */

    guint64 rows;
    UpstandRowsWritten rows_written;
    gpointer data;
    GCancellable *cancellable;
} WorkbookWriter;

/** workbook-styles.c: the formats of cells, and the colours of tones and series. */
void workbook_make_styles (WorkbookWriter *self);
lxw_format *workbook_style_of_number (WorkbookWriter *self, UpstandCellKind kind, guint places);
lxw_color_t workbook_tone_color (UpstandTone tone);
lxw_color_t workbook_series_color (guint series);

/* workbook-text.c */

/** @text as a cell can hold it: valid, no control characters, not too long. Valid until the next.
 */
const char *workbook_clean_text (WorkbookWriter *self, const char *text);

/** A name for a tab: what Excel allows, used by no other; to be freed. */
char *workbook_make_name (WorkbookWriter *self, const char *title);

/**
 * About how many lines a wrapped text takes in a column, and how high (in points) a row of so many
 * lines must be: only Excel works that out by itself on opening. */
gsize workbook_line_capacity (double width);
gsize workbook_count_lines (const char *text, gsize capacity);
double workbook_row_height (gsize lines);

/** Page head and foot, paper, margins: the same on every sheet. */
void workbook_set_up_pages (
    WorkbookWriter *self, lxw_worksheet *worksheet, const char *title, const char *classification);

void workbook_write_text (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t row,
    lxw_col_t column, const char *text, WorkbookStyle style);
void workbook_write_link (WorkbookWriter *self, lxw_worksheet *worksheet, lxw_row_t row,
    lxw_col_t column, const char *sheet_name, const char *text);

/** Excel's number of @day; FALSE for one that it cannot hold. */
gboolean workbook_day_number (UpstandDay day, double *number);

/** workbook-sheet.c: one sheet of the book, row by row; UPSTAND_ERROR or cancelled. */
gboolean workbook_write_sheet (WorkbookWriter *self, guint position, GError **error);

/** workbook-cover.c: the tabs that are not tables. */
void workbook_write_cover (WorkbookWriter *self, lxw_worksheet *worksheet);
void workbook_write_charts (WorkbookWriter *self);
void workbook_write_notes (WorkbookWriter *self);
gboolean workbook_has_notes (WorkbookWriter *self);

/** workbook-form.c: all the tabs of a form. */
gboolean workbook_write_form (WorkbookWriter *self, GError **error);

G_END_DECLS
