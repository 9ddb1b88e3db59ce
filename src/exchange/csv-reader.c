/* SPDX-License-Identifier: MIT */
#include "exchange/csv-reader.h"

#include "database/error.h"
#include "exchange/csv-decoder.h"
#include "exchange/csv-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK (2 * 1024 * 1024)
#define MAX_ROW (64 * 1024 * 1024)
#define DETECT_BYTES (64 * 1024)
#define DETECT_ROWS 20

typedef enum { SCAN_ROW, SCAN_NEEDS_MORE, SCAN_FAILED } Scan;

struct _UpstandCsvReader {
    UpstandCsvDecoder *decoder;
    char *name;
    char separator;
    guint row;
    guint n_rows;

    /* One row is always whole inside the buffer, so that fields need no copy; a newline stands
     * behind the last byte to stop the scan without asking at every byte. */
    char *buffer;
    gsize size, start, end, next;
    gboolean at_end;

    guint n_fields;
    gboolean is_stop[256];
    UpstandCsvField fields[UPSTAND_CSV_MAX_COLUMNS];
    gboolean is_doubled[UPSTAND_CSV_MAX_COLUMNS]; /* has "" inside */
};

G_GNUC_PRINTF (5, 6)
static void
set_error_at (
    UpstandCsvReader *self, GError **error, int code, guint column, const char *format, ...)
{
    va_list arguments;

    va_start (arguments, format);
    g_autofree char *sentence = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    g_set_error (error, UPSTAND_ERROR, code, _ ("“%s”, row %u, column %u: %s"), self->name,
        self->row + 1, column, sentence);
}

static void
set_separator (UpstandCsvReader *self, char separator)
{
    self->separator = separator;
    memset (self->is_stop, 0, sizeof self->is_stop);
    self->is_stop[(guchar)separator] = TRUE;
    self->is_stop['\n'] = TRUE;
    self->is_stop['\r'] = TRUE;
}

/* Moves the unread rest to the front and reads behind it; FALSE when there is nothing more. */
static gboolean
fill (UpstandCsvReader *self)
{
    if (self->at_end)
        return FALSE;
    memmove (self->buffer, self->buffer + self->start, self->end - self->start);
    self->end -= self->start;
    self->start = 0;
    if (self->size - self->end < self->size / 2 && self->size < MAX_ROW) {
        self->size *= 2;
        self->buffer = g_realloc (self->buffer, self->size + 1);
    }
    while (self->size - self->end >= 16) {
        gsize n = upstand_csv_decoder_read (
            self->decoder, self->buffer + self->end, self->size - self->end);
        if (!n) {
            self->at_end = TRUE;
            break;
        }
        self->end += n;
    }
    return TRUE;
}

/* Finds one quoted field from its quote on. Returns what follows its closing quote, or NULL. */
static const char *
scan_quoted (UpstandCsvReader *self, const char *open, const char *limit, UpstandCsvField *field,
    gboolean *is_doubled)
{
    const char *at = open + 1;

    while ((at = memchr (at, '"', (gsize)(limit - at)))) {
        if (at + 1 == limit && !self->at_end)
            return NULL;
        if (at + 1 == limit || at[1] != '"')
            break;
        *is_doubled = TRUE;
        at += 2;
    }
    if (!at)
        return NULL;
    field->text = (char *)open + 1;
    field->length = (gsize)(at - open) - 1;
    return at + 1;
}

static Scan
fail_in_quotes (UpstandCsvReader *self, gsize length, GError **error)
{
    guint column = self->n_fields + 1;

    if (length > UPSTAND_CSV_MAX_CELL) {
        set_error_at (self, error, UPSTAND_ERROR_LIMIT, column,
            _ ("the cell is longer than 1 MiB; perhaps the quote that opens here is never "
               "closed."));
        return SCAN_FAILED;
    }
    if (self->at_end && !upstand_csv_decoder_get_problem (self->decoder)) {
        set_error_at (self, error, UPSTAND_ERROR_FORMAT, column,
            _ ("the quote that opens here is never closed."));
        return SCAN_FAILED;
    }
    return SCAN_NEEDS_MORE;
}

/* Finds where the fields of one row begin and end, changing nothing: when the row runs out of
 * the buffer it is scanned again after more has been read. */
static Scan
scan_row (UpstandCsvReader *self, GError **error)
{
    const char *limit = self->buffer + self->end;
    const char *at = self->buffer + self->start;

    self->buffer[self->end] = '\n';
    for (self->n_fields = 0;; at++) {
        if (self->n_fields == UPSTAND_CSV_MAX_COLUMNS) {
            set_error_at (self, error, UPSTAND_ERROR_LIMIT, self->n_fields + 1,
                _ ("a row may have at most %d columns."), UPSTAND_CSV_MAX_COLUMNS);
            return SCAN_FAILED;
        }
        UpstandCsvField *field = &self->fields[self->n_fields];
        gboolean *is_doubled = &self->is_doubled[self->n_fields];
        *is_doubled = FALSE;
        if (*at == '"') {
            const char *open = at;
            at = scan_quoted (self, open, limit, field, is_doubled);
            if (!at)
                return fail_in_quotes (self, (gsize)(limit - open), error);
            if (!self->is_stop[(guchar)*at]) {
                set_error_at (self, error, UPSTAND_ERROR_FORMAT, self->n_fields + 1,
                    _ ("there is text after the closing quote."));
                return SCAN_FAILED;
            }
        } else {
            field->text = (char *)at;
            while (!self->is_stop[(guchar)*at])
                at++;
            field->length = (gsize)(at - field->text);
        }
        if (field->length > UPSTAND_CSV_MAX_CELL) {
            set_error_at (self, error, UPSTAND_ERROR_LIMIT, self->n_fields + 1,
                _ ("the cell is longer than 1 MiB."));
            return SCAN_FAILED;
        }
        if (at == limit)
            break;
        self->n_fields++;
        if (*at == self->separator)
            continue;
        /* CR LF may be cut in two by the end of the buffer. */
        if (*at == '\r' && at + 1 == limit && !self->at_end)
            return SCAN_NEEDS_MORE;
        gboolean is_pair = *at == '\r' && at + 1 < limit && at[1] == '\n';
        self->next = (gsize)(at - self->buffer) + (is_pair ? 2 : 1);
        return SCAN_ROW;
    }
    if (!self->at_end || upstand_csv_decoder_get_problem (self->decoder))
        return SCAN_NEEDS_MORE;
    self->n_fields++;
    self->next = self->end;
    return SCAN_ROW;
}

static void
undouble_quotes (UpstandCsvField *field)
{
    char *to = field->text;

    for (const char *from = field->text, *end = from + field->length; from < end; from++) {
        *to++ = *from;
        if (*from == '"')
            from++;
    }
    field->length = (gsize)(to - field->text);
}

static void
finish_fields (UpstandCsvReader *self)
{
    for (guint i = 0; i < self->n_fields; i++) {
        UpstandCsvField *field = &self->fields[i];
        if (self->is_doubled[i])
            undouble_quotes (field);
        field->text[field->length] = '\0';
        if (field->text[0] == '\'' && upstand_csv_text_is_formula (field->text)) {
            field->text++;
            field->length--;
        }
    }
}

/* How well the first rows fall into columns at @separator: rows that agree count most. */
static guint
rate_separator (const char *text, gsize length, char separator)
{
    guint counts[DETECT_ROWS] = { 0 };
    guint rows = 0, best = 0;
    gboolean in_quotes = FALSE, is_empty = TRUE;

    for (gsize i = 0; i < length && rows < DETECT_ROWS; i++) {
        if (text[i] == '"')
            in_quotes = !in_quotes;
        if (in_quotes)
            continue;
        if (text[i] == separator)
            counts[rows]++;
        if (text[i] != '\n' && text[i] != '\r') {
            is_empty = FALSE;
        } else if (!is_empty) {
            rows++;
            is_empty = TRUE;
        }
    }
    if (!is_empty && rows < DETECT_ROWS)
        rows++;
    for (guint i = 0; i < rows; i++) {
        guint alike = 0;
        for (guint k = 0; k < rows && counts[i]; k++)
            alike += counts[k] == counts[i];
        best = MAX (best, alike * 1000 + MIN (counts[i], 999));
    }
    return best >= 1000 ? best : 0;
}

static void
detect_separator (UpstandCsvReader *self)
{
    static const char candidates[] = { ',', ';', '\t' };
    const char *text = self->buffer + self->start;
    gsize length = MIN (self->end - self->start, DETECT_BYTES);
    guint best = 0;

    set_separator (self, ',');
    for (guint i = 0; i < G_N_ELEMENTS (candidates); i++) {
        guint rating = rate_separator (text, length, candidates[i]);
        if (rating > best) {
            best = rating;
            set_separator (self, candidates[i]);
        }
    }
    /* Excel's own way of saying it. */
    if (length >= 6 && !g_ascii_strncasecmp (text, "sep=", 4) && strchr (",;\t", text[4]) &&
        (text[5] == '\r' || text[5] == '\n')) {
        set_separator (self, text[4]);
        self->start += text[5] == '\r' && length > 6 && text[6] == '\n' ? 7 : 6;
        self->row = 1;
    }
}

UpstandCsvReader *
upstand_csv_reader_new (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    UpstandCsvDecoder *decoder = upstand_csv_decoder_new (path, error);
    if (!decoder)
        return NULL;
    UpstandCsvReader *self = g_new0 (UpstandCsvReader, 1);
    self->decoder = decoder;
    self->name = g_path_get_basename (path);
    self->size = BLOCK;
    self->buffer = g_malloc (self->size + 1);
    fill (self);
    detect_separator (self);
    return self;
}

gboolean
upstand_csv_reader_next (
    UpstandCsvReader *self, const UpstandCsvField **fields, guint *n_fields, GError **error)
{
    g_return_val_if_fail (self && fields && n_fields, FALSE);

    for (;;) {
        const char *problem = upstand_csv_decoder_get_problem (self->decoder);
        if (self->start == self->end && self->at_end && !problem)
            return FALSE;
        Scan scan = scan_row (self, error);
        if (scan == SCAN_FAILED)
            return FALSE;
        if (scan == SCAN_NEEDS_MORE && self->at_end) {
            set_error_at (self, error, UPSTAND_ERROR_FORMAT, self->n_fields + 1, "%s", problem);
            return FALSE;
        }
        if (scan == SCAN_NEEDS_MORE) {
            if (self->end - self->start >= MAX_ROW - 16) {
                set_error_at (self, error, UPSTAND_ERROR_LIMIT, self->n_fields + 1,
                    _ ("the row is longer than 64 MiB."));
                return FALSE;
            }
            fill (self);
            continue;
        }
        gsize start = self->start;
        self->start = self->next;
        self->row++;
        gboolean is_empty =
            self->n_fields == 1 && !self->fields[0].length && self->buffer[start] != '"';
        if (!is_empty)
            break;
    }
    if (++self->n_rows > UPSTAND_CSV_MAX_ROWS) {
        self->row--;
        set_error_at (self, error, UPSTAND_ERROR_LIMIT, 1, _ ("a file may have at most %d rows."),
            UPSTAND_CSV_MAX_ROWS);
        return FALSE;
    }
    finish_fields (self);
    *fields = self->fields;
    *n_fields = self->n_fields;
    return TRUE;
}

guint
upstand_csv_reader_get_row (UpstandCsvReader *self)
{
    return self->row;
}

char
upstand_csv_reader_get_separator (UpstandCsvReader *self)
{
    return self->separator;
}

const char *
upstand_csv_reader_get_encoding (UpstandCsvReader *self)
{
    return upstand_csv_decoder_get_encoding (self->decoder);
}

double
upstand_csv_reader_get_fraction (UpstandCsvReader *self)
{
    return upstand_csv_decoder_get_fraction (self->decoder);
}

void
upstand_csv_reader_free (UpstandCsvReader *self)
{
    if (!self)
        return;
    upstand_csv_decoder_free (self->decoder);
    g_free (self->buffer);
    g_free (self->name);
    g_free (self);
}
