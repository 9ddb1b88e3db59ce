/* SPDX-License-Identifier: MIT */
#include "records/export-log.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const UpstandField fields[] = {
    UPSTAND_DATE (UpstandExportLog, made, N_ ("Date"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandExportLog, return_id, N_ ("Return"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandExportLog, period, N_ ("Period"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandExportLog, format, N_ ("Format"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandExportLog, classification, N_ ("Classification"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandExportLog, file, N_ ("File"), UPSTAND_FIELD_REQUIRED | UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_TEXT (UpstandExportLog, recipient, N_ ("Recipient"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
    UPSTAND_PARAGRAPH (UpstandExportLog, reason, N_ ("Reason"), UPSTAND_FIELD_LISTED | UPSTAND_FIELD_LASTING),
};
/* clang-format on */

const UpstandRecordType upstand_export_log_type = {
    .name = "export_log",
    .label = N_ ("Exports"),
    .singular = N_ ("Export"),
    .title = "file",
    .flags = UPSTAND_RECORD_RETRACTED_ONLY | UPSTAND_RECORD_NOT_UNDONE,
    .fields = fields,
    .n_fields = G_N_ELEMENTS (fields),
    .get_type = upstand_export_log_get_type,
};

UPSTAND_DEFINE_RECORD (UpstandExportLog, upstand_export_log, upstand_export_log_type)
