/* SPDX-License-Identifier: MIT */
#pragma once

#include "exchange/book.h"
#include "records/store.h"
#include "rules/finding.h"
#include "rules/period.h"

G_BEGIN_DECLS

/**
 * UpstandReturnRequest:
 *
 * Which figures a return is asked for. @database is read while the book's sheets are, and must
 * outlive them.
 */
typedef struct {
    UpstandDatabase *database;
    UpstandPeriod period;
    UpstandDay today; /* ratings are as at this day */
    UpstandDay since; /* updates from this day on; 0: from the period's start */
    const char *classification; /* "OFFICIAL" or "OFFICIAL-SENSITIVE" */
    gboolean for_public; /* the public copy (exchange/public-copy.h) and not the official one */
} UpstandReturnRequest;

/**
 * UpstandReturn:
 *
 * A return is an id, a title, a cadence, and a function that yields its sheets. It knows no file
 * format: workbook, CSV, preview and tests all read the same book.
 */
typedef struct {
    const char *id; /* as the command line calls it: "action-plan" */
    const char *title; /* N_() */
    UpstandPeriodCadence cadence;
    const char *classification; /* until somebody chooses another */
    /** (transfer full); NULL with @error set. */
    UpstandBook *(*build) (const UpstandReturnRequest *request, GError **error);
    /** (transfer full) (element-type UpstandFinding): what its checks find; NULL: it has none. */
    GPtrArray *(*check) (const UpstandReturnRequest *request, GError **error);
} UpstandReturn;

/** All of them, ended by NULL. */
const UpstandReturn *const *upstand_returns_list (void);

/** The return called @id, or NULL with UPSTAND_ERROR_NOT_FOUND and the ids that there are. */
const UpstandReturn *upstand_return_find (const char *id, GError **error);

typedef enum {
    UPSTAND_FORMAT_XLSX, /* one workbook */
    UPSTAND_FORMAT_CSV, /* a folder with one file for each sheet */
} UpstandFormat;

extern const UpstandChoice upstand_format_choices[];

/** The two classifications, as they are printed; ended by NULL. */
extern const char *const upstand_classifications[];

/**
 * The standard name: force, return, period, classification, ending. To be freed.
 */
char *upstand_return_file_name (const UpstandReturn *self, const char *force,
    const UpstandReturnRequest *request, UpstandFormat format);

/**
 * Builds the return and writes it.
 *
 * @path: a file (for CSV a folder to be made), or an existing folder that gets the standard name
 *
 * Returns: the path that was written, to be freed; NULL with @error set and nothing left behind.
 */
char *upstand_return_write (const UpstandReturn *self, const UpstandReturnRequest *request,
    UpstandFormat format, const char *path, UpstandRowsWritten written, gpointer data,
    GCancellable *cancellable, GError **error);

/** Keeps who sent what to whom and why. @file: the path that was written. */
gboolean upstand_return_log (const UpstandReturn *self, UpstandStore *store,
    const UpstandReturnRequest *request, UpstandFormat format, const char *file,
    const char *recipient, const char *reason, GError **error);

/**
 * When the period's return is due: as the plan's newest edition of the framework says for the first
 * one and by its lag for the later ones; the period's end where it says nothing.
 */
UpstandDay upstand_return_get_due (
    const UpstandReturn *self, UpstandDatabase *database, const UpstandPeriod *period);

G_END_DECLS
