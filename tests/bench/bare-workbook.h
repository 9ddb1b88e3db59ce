/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ROWS 100000
#define COLUMNS 12
/* 1 January 2022, as GDate counts days. */
#define FIRST_DAY 738156

/* One row of twelve typed columns: what both sides of a comparison write or read. */
typedef struct {
    char title[64];
    char owner[64];
    const char *state;
    char requirement[16];
    const char *measure;
    guint start, due; /* days after FIRST_DAY */
    gint64 percent;
    gint64 cost; /* pence */
    gint64 hours; /* tenths */
    gint64 people;
    gboolean milestone;
} Row;

extern const char *const bare_headings[COLUMNS];

/** The row with that number, always the same. */
void bare_make_row (guint number, Row *row);

/**
 * Writes ROWS rows under their headings with libxlsxwriter and nothing else; in its constant-memory
 * mode, or with the shared strings that spreadsheet programs write.
 */
void bare_write_workbook (const char *path, gboolean constant_memory);

G_END_DECLS
