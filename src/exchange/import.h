/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/store.h"

G_BEGIN_DECLS

/**
 * UpstandImport:
 *
 * A table from outside (CSV or xlsx) on its way into records of one type. Columns are matched to
 * fields by heading, in any order and case; a person may change the match. Checking reads the whole
 * file and changes nothing; applying reads it again and saves every row in one batch, or none.
 * Used by one thread at a time.
 */
typedef struct _UpstandImport UpstandImport;

/** One refused cell or row. @column is the heading, NULL for the row as a whole. */
typedef struct {
    guint64 row; /* as the file counts, the headings being a row too */
    char *column;
    char *value;
    char *reason;
} UpstandRefusal;

/** Called now and then with 0..1. */
typedef void (*UpstandImportProgress) (double done, gpointer user_data);

/**
 * Opens the file and reads its headings.
 *
 * @sheet: of a workbook; NULL: the first that has rows
 * @today: for dates typed without a year
 *
 * Returns: NULL with UPSTAND_ERROR_FORMAT, _LIMIT or _NOT_FOUND, naming file and sheet.
 */
UpstandImport *upstand_import_open (const UpstandRecordType *type, const char *path,
    const char *sheet, UpstandDay today, GError **error);
void upstand_import_free (UpstandImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandImport, upstand_import_free)

/** The workbook's sheets; NULL for CSV. Borrowed. */
const char *const *upstand_import_get_sheets (UpstandImport *self);

/** The headings, in the file's order. Borrowed. */
const char *const *upstand_import_get_headings (UpstandImport *self);

/** The fields that may be filled, ended by NULL. To be g_free()d, the fields not. */
const UpstandField **upstand_import_list_fields (UpstandImport *self);

/** The field that column fills; NULL: none, it is passed over. */
const UpstandField *upstand_import_get_field (UpstandImport *self, guint column);

/** Maps a column; a field that another column filled before is taken from it. */
void upstand_import_set_field (UpstandImport *self, guint column, const UpstandField *field);

/** The mapping as text ("heading\tfield" lines), to be kept with a plan; and taken from it. */
char *upstand_import_get_mapping (UpstandImport *self);
void upstand_import_set_mapping (UpstandImport *self, const char *mapping);

/**
 * Reads every row and checks it against the field kinds, the type's own rules and the plan.
 *
 * Returns: FALSE when the file cannot be read to its end (UPSTAND_ERROR_FORMAT, _LIMIT) or was
 * cancelled. Refused rows are no failure: see below.
 */
gboolean upstand_import_check (UpstandImport *self, UpstandDatabase *database,
    UpstandImportProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

/** After a check: the rows that can be saved, and those that cannot. */
guint64 upstand_import_get_n_accepted (UpstandImport *self);
guint64 upstand_import_get_n_refused (UpstandImport *self);

/** (element-type UpstandRefusal): the first thousand. Borrowed. */
GPtrArray *upstand_import_get_refusals (UpstandImport *self);

/** (element-type UpstandRecord): the first hundred accepted rows, as they would be. Borrowed. */
GPtrArray *upstand_import_get_preview (UpstandImport *self);

/**
 * Saves the accepted rows as one batch, one step of undo. @store is on the calling thread's own
 * connection.
 *
 * @skip_refused: save the others all the same; otherwise one refused row refuses the file with
 * UPSTAND_ERROR_REFUSED.
 */
gboolean upstand_import_apply (UpstandImport *self, UpstandStore *store, gboolean skip_refused,
    UpstandImportProgress progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
