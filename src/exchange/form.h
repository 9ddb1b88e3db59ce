/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/book.h"
#include "records/field.h"

G_BEGIN_DECLS

/**
 * UpstandForm:
 *
 * A workbook that goes out to be filled in by somebody without the program, and comes back: who it
 * is for, what to do, and tables in which some cells are to be filled. Everything is known by a
 * key, so that a reply is understood in whatever language its headings are.
 * upstand_workbook_write_form() makes a spreadsheet of it, upstand_form_reply_read() reads it back.
 */
typedef struct _UpstandForm UpstandForm;
typedef struct _UpstandFormTable UpstandFormTable;

/* The layout that is written now; a reply in another one is refused. */
#define UPSTAND_FORM_LAYOUT 1

/* The keys of columns that only show something begin so: they are not read back. */
#define UPSTAND_FORM_SHOWN "last:"

/**
 * UpstandFormIdentity:
 * @kind: "headcount", "updates"
 * @plan: the id of the plan's first batch, which no other plan has
 * @census: the census asked about; 0: none
 * @batch: the newest batch when it was made: what the plan was like then
 * @subject: a unit's id, or the post of an owner
 * @sent: the day it was made
 */
typedef struct {
    char *kind;
    gint64 plan;
    gint64 census;
    gint64 batch;
    char *subject;
    UpstandDay sent;
} UpstandFormIdentity;

/** What may be entered in a cell. */
typedef enum {
    UPSTAND_ENTRY_NONE, /* nothing: it is shown, and locked */
    UPSTAND_ENTRY_WHOLE, /* a whole number, zero or more */
    UPSTAND_ENTRY_DECIMAL, /* a number, zero or more */
    UPSTAND_ENTRY_PERCENT, /* a whole number from 0 to 100 */
    UPSTAND_ENTRY_DATE,
    UPSTAND_ENTRY_CHOICE, /* one of the column's choices */
    UPSTAND_ENTRY_WORDS,
} UpstandEntry;

/**
 * UpstandFormColumn:
 * @key: how it is known: "in-post"; UPSTAND_FORM_SHOWN in front of one that is only shown
 * @title: the heading, in the reader's language
 * @definition: said beside a cell that is chosen, and on the sheet of definitions; or NULL
 * @choices: of UPSTAND_ENTRY_CHOICE; static
 * @first: the first of @choices that is offered
 * @width: in characters
 * @is_label: names the row, and has to come back as it went out
 */
typedef struct {
    const char *key;
    const char *title;
    const char *definition;
    const UpstandChoice *choices;
    guint first;
    double width;
    gboolean is_label;
} UpstandFormColumn;

/** One cell: what stands in it, and what may be entered instead. */
typedef struct {
    UpstandCell cell;
    UpstandEntry entry;
} UpstandFormCell;

/** @identity and @cover are copied. The cover's classification is on every page. */
UpstandForm *upstand_form_new (const UpstandFormIdentity *identity, const UpstandCover *cover);
void upstand_form_free (UpstandForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandForm, upstand_form_free)

const UpstandFormIdentity *upstand_form_get_identity (UpstandForm *self);

/** A book without sheets, which holds the cover. Owned by the form. */
UpstandBook *upstand_form_get_book (UpstandForm *self);

/** A line of the instructions: a heading and what it says, either may be NULL. */
void upstand_form_add_instruction (UpstandForm *self, const char *heading, const char *text);
guint upstand_form_get_n_instructions (UpstandForm *self);
void upstand_form_get_instruction (
    UpstandForm *self, guint instruction, const char **heading, const char **text);

/** A table, on a sheet of its own. @hint: a line above it. Owned by the form. */
UpstandFormTable *upstand_form_add_table (UpstandForm *self, const char *title, const char *hint,
    const UpstandFormColumn *columns, guint n_columns);
guint upstand_form_get_n_tables (UpstandForm *self);
UpstandFormTable *upstand_form_get_table (UpstandForm *self, guint table);

/** Adds a row of as many cells as columns; texts are copied. */
void upstand_form_table_add_row (
    UpstandFormTable *self, const char *key, const UpstandFormCell *cells);
const char *upstand_form_table_get_title (UpstandFormTable *self);
const char *upstand_form_table_get_hint (UpstandFormTable *self);
guint upstand_form_table_get_n_columns (UpstandFormTable *self);
const UpstandFormColumn *upstand_form_table_get_column (UpstandFormTable *self, guint column);
guint upstand_form_table_get_n_rows (UpstandFormTable *self);
const char *upstand_form_table_get_key (UpstandFormTable *self, guint row);
const UpstandFormCell *upstand_form_table_get_cell (
    UpstandFormTable *self, guint row, guint column);

/** The cells that name a row, as one text: "PIP 2 · Officers · FTE". To be freed. */
char *upstand_form_table_get_label (UpstandFormTable *self, guint row);

/** "upstand:headcount:1:PLAN:CENSUS:SUBJECT": on each table, for a reply saved as CSV. */
char *upstand_form_identity_to_text (const UpstandFormIdentity *identity);

/** FALSE when @text is no such thing. @layout: the layout it was written in. */
gboolean upstand_form_identity_from_text (
    UpstandFormIdentity *identity, const char *text, guint *layout);

/** Frees what it holds, not itself. */
void upstand_form_identity_clear (UpstandFormIdentity *identity);

G_END_DECLS
