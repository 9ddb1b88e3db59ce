/* SPDX-License-Identifier: MIT */
#pragma once

/* Where things stand in a form's workbook: known to the writer and to the reader of replies. Rows
 * are counted from 0. The keys stand in a hidden row and a hidden first column of each table, so
 * that they are there too when somebody saves the sheet as CSV; the hidden sheet has what the
 * workbook was like when it went out. */

#define UPSTAND_FORM_KEY_ROW 3
#define UPSTAND_FORM_HEADING_ROW 4
#define UPSTAND_FORM_FIRST_ROW 5

#define UPSTAND_FORM_HIDDEN_SHEET "upstand"

/* The lines of the hidden sheet; the columns, rows and cells after a table are that table's. */
#define UPSTAND_FORM_IDENTITY "form" /* identity as text */
#define UPSTAND_FORM_SENT "sent" /* ISO date */
#define UPSTAND_FORM_BATCH "batch"
#define UPSTAND_FORM_WORD "word" /* as shown, key */
#define UPSTAND_FORM_TABLE "table" /* the sheet's name */
#define UPSTAND_FORM_COLUMN "column" /* key, heading, "label" for one that names the row */
#define UPSTAND_FORM_LABEL "label"
#define UPSTAND_FORM_ROW "row" /* key, label; its cells follow */
#define UPSTAND_FORM_CELL "cell" /* column's key, what stood there */
