/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/sheet.h"

G_BEGIN_DECLS

/**
 * UpstandBook:
 *
 * What a return builds: facts for the cover, sheets, and charts drawn from them. It knows nothing
 * of any file format; upstand_workbook_write() makes a spreadsheet of it.
 */
#define UPSTAND_TYPE_BOOK (upstand_book_get_type ())
G_DECLARE_FINAL_TYPE (UpstandBook, upstand_book, UPSTAND, BOOK, GObject)

/**
 * UpstandCover:
 * @title: "Local action plan"
 * @force: who sends it
 * @period: in words: "January to March 2022 (2021-22, quarter 4)"
 * @version: "Version 2" or "Draft"
 * @classification: "OFFICIAL-SENSITIVE"; in the head and foot of every page
 * @signed_by: the post that signed; NULL for not signed
 * @signed_on: when, as it is to be read
 * @digest: of the canonical form, on official copies only; or NULL
 * @created: seconds since 1970 UTC, the file's own date: the same book gives the same bytes
 *
 * Texts are in the reader's language and are copied by the book; any may be NULL but the title.
 */
typedef struct {
    const char *title;
    const char *force;
    const char *period;
    const char *version;
    const char *classification;
    const char *signed_by;
    const char *signed_on;
    const char *digest;
    gint64 created;
} UpstandCover;

typedef enum {
    UPSTAND_BOOK_CHART_BAR, /* upright bars side by side */
    UPSTAND_BOOK_CHART_LINE, /* a trend */
    UPSTAND_BOOK_CHART_STACKED, /* lying bars, parts of a whole; the first category on top */
} UpstandBookChartKind;

/**
 * UpstandBookChart:
 * @sheet: id of the sheet that holds the figures
 * @category: column of the categories
 * @values: columns, one series each
 * @tones: a tone for each series, or NULL for the usual colours
 * @first_row: first row of figures, from 0
 * @n_rows: how many; 0 for all that follow
 * @value_title: what the axis counts; or NULL
 * @description: the chart in a sentence, for those who cannot see it; or NULL
 *
 * A native chart: the reader's program draws it from the cells.
 */
typedef struct {
    UpstandBookChartKind kind;
    const char *title;
    const char *sheet;
    guint category;
    const guint *values;
    guint n_values;
    const UpstandTone *tones;
    guint first_row;
    guint n_rows;
    const char *value_title;
    const char *description;
} UpstandBookChart;

/** One figure of a book: by the sheet's id, row and column from 0. */
typedef struct {
    const char *sheet;
    guint row, column;
} UpstandBookPlace;

/**
 * UpstandBookRelation:
 * @kind: a sum (of one part: the same figure printed twice) or "within"
 * @places: the total or whole, then its parts
 *
 * A relation between figures of different sheets, which no sheet can state alone.
 */
typedef struct {
    UpstandRelationKind kind;
    const UpstandBookPlace *places;
    guint n_places;
} UpstandBookRelation;

UpstandBook *upstand_book_new (const UpstandCover *cover);

/** The cover; texts belong to the book. */
const UpstandCover *upstand_book_get_cover (UpstandBook *self);

/** Another line on the cover: "Framework", "Year 1 (2021)". */
void upstand_book_add_fact (UpstandBook *self, const char *label, const char *value);
guint upstand_book_get_n_facts (UpstandBook *self);
void upstand_book_get_fact (UpstandBook *self, guint fact, const char **label, const char **value);

/** Adds @sheet after those already there; the book takes a reference. */
void upstand_book_add_sheet (UpstandBook *self, UpstandSheet *sheet);
guint upstand_book_get_n_sheets (UpstandBook *self);

/** Owned by the book. */
UpstandSheet *upstand_book_get_sheet (UpstandBook *self, guint sheet);

/** The position of the sheet with that id, or -1. */
int upstand_book_find_sheet (UpstandBook *self, const char *id);

/** Adds a chart; its sheet must be in the book by the time it is written. Copied. */
void upstand_book_add_chart (UpstandBook *self, const UpstandBookChart *chart);
guint upstand_book_get_n_charts (UpstandBook *self);
const UpstandBookChart *upstand_book_get_chart (UpstandBook *self, guint chart);

/** Adds a relation between sheets; copied. No place may stand in it twice. */
void upstand_book_add_relation (UpstandBook *self, const UpstandBookRelation *relation);
guint upstand_book_get_n_relations (UpstandBook *self);
const UpstandBookRelation *upstand_book_get_relation (UpstandBook *self, guint relation);

/**
 * The SHA-256 of the canonical form, in hexadecimal: force, period, title and every sheet, not the
 * version, signature or file date. Reads every sheet once. To be freed.
 */
char *upstand_book_make_digest (UpstandBook *self, GError **error);

G_END_DECLS
