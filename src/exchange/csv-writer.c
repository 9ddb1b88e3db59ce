/* SPDX-License-Identifier: MIT */
#include "exchange/csv-writer.h"

#include "exchange/safe-file.h"

#include <string.h>

#define FLUSH_AT (256 * 1024)

/* One place where finished lines go: a safe file or a stream. */
typedef struct {
    UpstandSafeFile *file;
    GOutputStream *stream;
    GCancellable *cancellable;
    GString *lines;
    GString *text;
} Output;

static void
output_clear (Output *output)
{
    g_string_free (output->lines, TRUE);
    g_string_free (output->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Output, output_clear)

static gboolean
output_flush (Output *output, GError **error)
{
    gboolean done;

    if (output->file)
        done =
            upstand_safe_file_write (output->file, output->lines->str, output->lines->len, error);
    else
        done = g_output_stream_write_all (output->stream, output->lines->str, output->lines->len,
            NULL, output->cancellable, error);
    g_string_truncate (output->lines, 0);
    return done;
}

static gboolean
is_plain_number (const char *text)
{
    gboolean digits = FALSE, point = FALSE;

    if (*text == '+' || *text == '-')
        text++;
    for (; *text; text++) {
        if (*text == '.' && !point)
            point = TRUE;
        else if (g_ascii_isdigit (*text))
            digits = TRUE;
        else
            return FALSE;
    }
    return digits;
}

static void
append_cell (Output *output, const UpstandCell *cell)
{
    gboolean is_words = cell->state == UPSTAND_CELL_VALUE &&
                        (cell->kind == UPSTAND_CELL_TEXT || cell->kind == UPSTAND_CELL_CHOICE ||
                            cell->kind == UPSTAND_CELL_LINK);

    if (is_words && !upstand_csv_text_is_formula (cell->text)) {
        upstand_csv_append_field (output->lines, cell->text, strlen (cell->text));
        return;
    }
    g_string_truncate (output->text, 0);
    if (is_words)
        g_string_append_c (output->text, '\'');
    upstand_cell_append_plain (cell, output->text);
    upstand_csv_append_field (output->lines, output->text->str, output->text->len);
}

static void
append_heading (Output *output, const UpstandSheetColumn *column)
{
    UpstandCell cell = upstand_cell_text (column->title);

    append_cell (output, &cell);
}

static gboolean
write_sheet (UpstandSheet *sheet, Output *output, UpstandCsvFlags flags, UpstandRowsWritten written,
    gpointer data, GError **error)
{
    guint n_columns = upstand_sheet_get_n_columns (sheet);
    g_autofree UpstandCell *cells = g_new (UpstandCell, n_columns);
    guint64 rows = 0;
    GError *failure = NULL;

    if (!upstand_sheet_rewind (sheet, error))
        return FALSE;
    if (flags & UPSTAND_CSV_BOM)
        g_string_append (output->lines, "\xEF\xBB\xBF");
    for (guint i = 0; i < n_columns; i++) {
        if (i)
            g_string_append_c (output->lines, ',');
        append_heading (output, upstand_sheet_get_column (sheet, i));
    }
    g_string_append (output->lines, "\r\n");

    while (upstand_sheet_next (sheet, cells, &failure)) {
        gsize start = output->lines->len;
        for (guint i = 0; i < n_columns; i++) {
            if (i)
                g_string_append_c (output->lines, ',');
            append_cell (output, &cells[i]);
        }
        /* A single empty field would be an empty line, which readers skip. */
        if (output->lines->len == start)
            g_string_append (output->lines, "\"\"");
        g_string_append (output->lines, "\r\n");
        if (output->lines->len >= FLUSH_AT && !output_flush (output, error))
            return FALSE;
        if (++rows % 512 == 0) {
            if (g_cancellable_set_error_if_cancelled (output->cancellable, error))
                return FALSE;
            if (written)
                written (rows, data);
        }
    }
    if (failure) {
        g_propagate_error (error, failure);
        return FALSE;
    }
    if (g_cancellable_set_error_if_cancelled (output->cancellable, error))
        return FALSE;
    if (written)
        written (rows, data);
    return output_flush (output, error);
}

gboolean
upstand_csv_write_file (UpstandSheet *sheet, const char *path, UpstandCsvFlags flags,
    UpstandRowsWritten written, gpointer data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (sheet) && path, FALSE);

    g_autoptr (UpstandSafeFile) file = upstand_safe_file_new (path, error);
    if (!file)
        return FALSE;
    g_auto (Output) output = { .file = file,
        .cancellable = cancellable,
        .lines = g_string_sized_new (FLUSH_AT + 4096),
        .text = g_string_new (NULL) };
    return write_sheet (sheet, &output, flags, written, data, error) &&
           upstand_safe_file_commit (file, error);
}

gboolean
upstand_csv_write_stream (UpstandSheet *sheet, GOutputStream *stream, UpstandCsvFlags flags,
    UpstandRowsWritten written, gpointer data, GCancellable *cancellable, GError **error)
{
    g_return_val_if_fail (UPSTAND_IS_SHEET (sheet) && G_IS_OUTPUT_STREAM (stream), FALSE);

    g_auto (Output) output = { .stream = stream,
        .cancellable = cancellable,
        .lines = g_string_sized_new (FLUSH_AT + 4096),
        .text = g_string_new (NULL) };
    return write_sheet (sheet, &output, flags, written, data, error);
}

void
upstand_csv_append_field (GString *line, const char *text, gsize length)
{
    gboolean quote = length && (text[0] == ' ' || text[length - 1] == ' ');

    for (gsize i = 0; i < length && !quote; i++)
        quote = text[i] == ',' || text[i] == '"' || text[i] == '\n' || text[i] == '\r' ||
                text[i] == ';' || text[i] == '\t';
    if (!quote) {
        g_string_append_len (line, text, (gssize)length);
        return;
    }
    g_string_append_c (line, '"');
    for (const char *end = text + length; text < end;) {
        const char *mark = memchr (text, '"', (gsize)(end - text));
        g_string_append_len (line, text, (mark ? mark : end) - text);
        if (!mark)
            break;
        g_string_append (line, "\"\"");
        text = mark + 1;
    }
    g_string_append_c (line, '"');
}

gboolean
upstand_csv_text_is_formula (const char *text)
{
    g_return_val_if_fail (text != NULL, FALSE);

    while (*text == '\'')
        text++;
    switch (*text) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r': return text[1] && !is_plain_number (text);
    case '\xEF':
        return g_str_has_prefix (text, "＝") || g_str_has_prefix (text, "＋") ||
               g_str_has_prefix (text, "－") || g_str_has_prefix (text, "＠");
    default: return FALSE;
    }
}
