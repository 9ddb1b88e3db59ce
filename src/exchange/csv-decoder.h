/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpstandCsvDecoder:
 *
 * The bytes of a text file as valid UTF-8 without NULs, whatever they were: UTF-8, UTF-16 with a
 * byte-order mark, Windows-1252. It stops before the first byte that is none of these.
 */
typedef struct _UpstandCsvDecoder UpstandCsvDecoder;

UpstandCsvDecoder *upstand_csv_decoder_new (const char *path, GError **error);

/**
 * Writes up to @room bytes (at least 16) to @to, whole characters only.
 *
 * Returns: how many; 0 at the end of the file or before something that cannot be read, which
 * upstand_csv_decoder_get_problem() tells apart.
 */
gsize upstand_csv_decoder_read (UpstandCsvDecoder *self, char *to, gsize room);

/** A sentence about what stopped the reading; NULL at the plain end of the file. */
const char *upstand_csv_decoder_get_problem (UpstandCsvDecoder *self);

const char *upstand_csv_decoder_get_encoding (UpstandCsvDecoder *self);
double upstand_csv_decoder_get_fraction (UpstandCsvDecoder *self);
void upstand_csv_decoder_free (UpstandCsvDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandCsvDecoder, upstand_csv_decoder_free)

G_END_DECLS
