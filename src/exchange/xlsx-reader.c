/* SPDX-License-Identifier: MIT */
#include "exchange/xlsx-reader.h"

#include "database/error.h"
#include "exchange/package.h"
#include "exchange/xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much XML is parsed at a time; its rows wait in the queue. */
#define CHUNK (64 * 1024)
#define MAX_QUEUED_TEXT (64 * 1024 * 1024)

typedef enum { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_YES_NO, TYPE_ERROR, TYPE_ISO } CellType;

/* A cell whose text is still an offset, since the block that holds it may move. */
typedef struct {
    UpstandRawCell cell;
    gsize offset;
    guint16 column;
    gboolean is_shared;
} QueuedCell;

typedef struct {
    guint number;
    guint first, n_cells;
} QueuedRow;

struct _UpstandXlsxReader {
    UpstandPackage *package;
    UpstandXlsxParts *parts;
    UpstandXmlParser *parser;
    const char *sheet;
    const char *block;
    gsize block_length;
    gboolean at_end;

    /* Rows parsed and not yet handed out; the last one may still be growing. */
    GArray *rows; /* QueuedRow */
    GArray *cells; /* QueuedCell */
    GString *texts;
    guint next_row;

    /* Where the parser stands. */
    gboolean in_data, in_row, in_cell, in_value, is_phonetic;
    guint number, n_rows;
    int column;
    CellType type;
    guint style;
    GString *value;

    guint row;
    UpstandRawCell out[UPSTAND_XLSX_MAX_COLUMNS];
};

G_GNUC_PRINTF (4, 5)
static GError *
error_at (UpstandXlsxReader *self, int code, int column, const char *format, ...)
{
    va_list arguments;
    g_autofree char *letters = upstand_xlsx_column_letters ((guint)MAX (column, 0));

    va_start (arguments, format);
    g_autofree char *sentence = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    return g_error_new (UPSTAND_ERROR, code, _ ("“%s”, sheet “%s”, row %u, column %s: %s"),
        upstand_package_get_name (self->package), self->sheet, self->number, letters, sentence);
}

static void
fail_at (UpstandXlsxReader *self, int code, const char *sentence)
{
    upstand_xml_parser_fail (self->parser, error_at (self, code, self->column, "%s", sentence));
}

static void
start_row (UpstandXlsxReader *self, const UpstandXmlAttributes *attributes)
{
    gsize length;
    const char *value = upstand_xml_attributes_get (attributes, "r", &length);
    guint64 number = 0;

    for (gsize i = 0; value && i < length && i < 10 && g_ascii_isdigit (value[i]); i++)
        number = number * 10 + (guint64)(value[i] - '0');
    if (!number)
        number = self->number + 1;
    self->column = -1;
    if (number <= self->number) {
        fail_at (self, UPSTAND_ERROR_FORMAT, _ ("the rows that follow are not in order."));
        return;
    }
    self->number = (guint)MIN (number, G_MAXUINT);
    if (++self->n_rows > UPSTAND_XLSX_MAX_ROWS || number > UPSTAND_XLSX_MAX_ROWS) {
        g_autofree char *sentence =
            g_strdup_printf (_ ("a sheet may have at most %d rows."), UPSTAND_XLSX_MAX_ROWS);
        fail_at (self, UPSTAND_ERROR_LIMIT, sentence);
        return;
    }
    QueuedRow row = { .number = self->number, .first = self->cells->len };
    g_array_append_val (self->rows, row);
    self->in_row = TRUE;
}

static CellType
read_type (const UpstandXmlAttributes *attributes)
{
    gsize length;
    const char *type = upstand_xml_attributes_get (attributes, "t", &length);

    if (!type || !length)
        return TYPE_NUMBER;
    switch (*type) {
    case 's': return length == 1 ? TYPE_SHARED : TYPE_TEXT;
    case 'i': return TYPE_TEXT;
    case 'b': return TYPE_YES_NO;
    case 'e': return TYPE_ERROR;
    case 'd': return TYPE_ISO;
    default: return TYPE_NUMBER;
    }
}

static void
start_cell (UpstandXlsxReader *self, const UpstandXmlAttributes *attributes)
{
    gsize length;
    const char *reference = upstand_xml_attributes_get (attributes, "r", &length);
    int column = reference ? upstand_xlsx_column (reference, length) : -1;

    self->column = column >= 0 ? column : self->column + 1;
    self->type = read_type (attributes);
    self->style = 0;
    const char *style = upstand_xml_attributes_get (attributes, "s", &length);
    for (gsize i = 0; style && i < MIN (length, 9) && g_ascii_isdigit (style[i]); i++)
        self->style = self->style * 10 + (guint)(style[i] - '0');
    g_string_truncate (self->value, 0);
    self->in_cell = TRUE;
}

static void
element_started (gpointer data, const char *name, const UpstandXmlAttributes *attributes)
{
    UpstandXlsxReader *self = data;

    if (self->in_cell) {
        if (name[0] == 'v' && !name[1])
            self->in_value = TRUE;
        else if (name[0] == 't' && !name[1])
            self->in_value = !self->is_phonetic && self->type == TYPE_TEXT;
        else if (!strcmp (name, "rPh"))
            self->is_phonetic = TRUE;
    } else if (self->in_row) {
        if (name[0] == 'c' && !name[1])
            start_cell (self, attributes);
    } else if (self->in_data) {
        if (!strcmp (name, "row"))
            start_row (self, attributes);
    } else if (!strcmp (name, "sheetData")) {
        self->in_data = TRUE;
    }
}

static gboolean
read_shared (UpstandXlsxReader *self, QueuedCell *queued)
{
    guint64 index = 0;

    for (const char *at = self->value->str; g_ascii_isdigit (*at) && index < G_MAXUINT32; at++)
        index = index * 10 + (guint64)(*at - '0');
    if (index + 1 >= self->parts->offsets->len) {
        fail_at (self, UPSTAND_ERROR_FORMAT, _ ("the cell points to a text that is not there."));
        return FALSE;
    }
    queued->is_shared = TRUE;
    queued->offset = g_array_index (self->parts->offsets, guint32, index);
    queued->cell.kind = UPSTAND_RAW_TEXT;
    queued->cell.length =
        g_array_index (self->parts->offsets, guint32, index + 1) - queued->offset - 1;
    return TRUE;
}

/* "2022-03-31" or "2022-03-31T14:30:00", as the strict form of the format may write a date. */
static void
read_iso (UpstandXlsxReader *self, UpstandRawCell *cell)
{
    const char *value = self->value->str;
    g_autofree char *date = g_strndup (value, 10);

    cell->day = upstand_date_from_iso (date);
    cell->kind = cell->day ? UPSTAND_RAW_DATE : UPSTAND_RAW_TEXT;
    if (!cell->day) {
        g_string_append (self->texts, value);
        return;
    }
    g_string_append (self->texts, date);
    if (value[10] == 'T' && !g_str_has_prefix (value + 11, "00:00"))
        g_string_append_printf (self->texts, " %.5s", value + 11);
}

static void
finish_cell (UpstandXlsxReader *self)
{
    QueuedCell queued = { .offset = self->texts->len, .column = (guint16)self->column };
    UpstandRawCell *cell = &queued.cell;

    if (!self->value->len)
        return;
    if (self->column >= UPSTAND_XLSX_MAX_COLUMNS) {
        g_autofree char *sentence =
            g_strdup_printf (_ ("a row may have at most %d columns."), UPSTAND_XLSX_MAX_COLUMNS);
        fail_at (self, UPSTAND_ERROR_LIMIT, sentence);
        return;
    }
    switch (self->type) {
    case TYPE_SHARED:
        if (!read_shared (self, &queued))
            return;
        break;
    case TYPE_TEXT:
        cell->kind = UPSTAND_RAW_TEXT;
        upstand_xlsx_append_unescaped (self->texts, self->value->str, self->value->len);
        break;
    case TYPE_YES_NO:
        cell->kind = UPSTAND_RAW_YES_NO;
        cell->number = self->value->str[0] == '1' || self->value->str[0] == 't';
        g_string_append (self->texts, cell->number > 0 ? "TRUE" : "FALSE");
        break;
    case TYPE_ERROR:
        cell->kind = UPSTAND_RAW_ERROR;
        g_string_append_len (self->texts, self->value->str, (gssize)self->value->len);
        break;
    case TYPE_ISO: read_iso (self, cell); break;
    case TYPE_NUMBER: {
        UpstandXlsxFormat format = self->style < self->parts->formats->len
                                       ? (UpstandXlsxFormat)self->parts->formats->data[self->style]
                                       : UPSTAND_XLSX_PLAIN;
        upstand_xlsx_read_number (
            self->value->str, self->value->len, format, self->parts->is_1904, cell, self->texts);
        break;
    }
    }
    if (!queued.is_shared) {
        cell->length = self->texts->len - queued.offset;
        g_string_append_c (self->texts, '\0');
    }
    if (self->texts->len > MAX_QUEUED_TEXT)
        fail_at (self, UPSTAND_ERROR_LIMIT, _ ("the row is longer than 64 MiB."));
    if (cell->length)
        g_array_append_val (self->cells, queued);
}

static void
element_ended (gpointer data, const char *name)
{
    UpstandXlsxReader *self = data;

    if (self->in_cell) {
        if (name[0] == 'c' && !name[1]) {
            self->in_cell = FALSE;
            self->in_value = FALSE;
            self->is_phonetic = FALSE;
            finish_cell (self);
        } else if (!name[1]) {
            self->in_value = FALSE;
        } else if (!strcmp (name, "rPh")) {
            self->is_phonetic = FALSE;
        }
    } else if (self->in_row && !strcmp (name, "row")) {
        QueuedRow *row = &g_array_index (self->rows, QueuedRow, self->rows->len - 1);
        row->n_cells = self->cells->len - row->first;
        self->in_row = FALSE;
    } else if (self->in_data && !self->in_row && !strcmp (name, "sheetData")) {
        self->in_data = FALSE;
    }
}

static void
text_met (gpointer data, const char *text, gsize length)
{
    UpstandXlsxReader *self = data;

    if (!self->in_value)
        return;
    g_string_append_len (self->value, text, (gssize)length);
    if (self->value->len > UPSTAND_XLSX_MAX_CELL)
        fail_at (self, UPSTAND_ERROR_LIMIT, _ ("the cell is longer than 1 MiB."));
}

static const UpstandXmlHandler sheet_handler = {
    .start = element_started, .end = element_ended, .text = text_met
};

/* Forgets the rows that were handed out; a row still growing moves to the front. */
static void
compact (UpstandXlsxReader *self)
{
    guint rest = self->in_row ? self->rows->len - 1 : self->rows->len;
    guint first_cell =
        self->in_row ? g_array_index (self->rows, QueuedRow, rest).first : self->cells->len;
    gsize first_text = self->texts->len;

    for (guint i = first_cell; i < self->cells->len; i++) {
        const QueuedCell *queued = &g_array_index (self->cells, QueuedCell, i);
        if (!queued->is_shared) {
            first_text = queued->offset;
            break;
        }
    }
    if (rest)
        g_array_remove_range (self->rows, 0, rest);
    if (first_cell)
        g_array_remove_range (self->cells, 0, first_cell);
    if (first_text)
        g_string_erase (self->texts, 0, (gssize)first_text);
    for (guint i = 0; i < self->cells->len; i++)
        g_array_index (self->cells, QueuedCell, i).offset -=
            g_array_index (self->cells, QueuedCell, i).is_shared ? 0 : first_text;
    if (self->in_row)
        g_array_index (self->rows, QueuedRow, 0).first = 0;
    self->next_row = 0;
}

/* Parses on until there is a whole row; FALSE at the end or with @error set. */
static gboolean
fill (UpstandXlsxReader *self, GError **error)
{
    compact (self);
    while (self->rows->len <= (self->in_row ? 1 : 0)) {
        if (self->at_end)
            return FALSE;
        if (!self->block_length) {
            const void *block;
            gssize length = upstand_package_read (self->package, &block, error);
            if (length < 0)
                return FALSE;
            self->block = block;
            self->block_length = (gsize)length;
            self->at_end = length == 0;
        }
        gsize length = MIN (self->block_length, CHUNK);
        if (!upstand_xml_parser_push (self->parser, self->block, length, error))
            return FALSE;
        self->block += length;
        self->block_length -= length;
    }
    return TRUE;
}

static guint
lay_out_row (UpstandXlsxReader *self, const QueuedRow *row)
{
    guint n = 0;

    for (guint i = 0; i < row->n_cells; i++) {
        const QueuedCell *queued = &g_array_index (self->cells, QueuedCell, row->first + i);
        for (; n <= queued->column; n++)
            self->out[n] = (UpstandRawCell){ .text = "" };
        self->out[queued->column] = queued->cell;
        self->out[queued->column].text =
            (queued->is_shared ? self->parts->strings->str : self->texts->str) + queued->offset;
    }
    return n;
}

/* Old .xls files and all files with a password are the same kind of container. */
static gboolean
refuse_container (const char *path, GError **error)
{
    static const guchar magic[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
    g_autofree char *head = g_malloc (1024 * 1024);
    g_autofree char *name = g_path_get_basename (path);
    gsize length = 0;

    if (!stream ||
        !g_input_stream_read_all (G_INPUT_STREAM (stream), head, 1024 * 1024, &length, NULL, NULL))
        return FALSE;
    if (length < sizeof magic || memcmp (head, magic, sizeof magic))
        return FALSE;
    if (memmem (head, length, encrypted, sizeof encrypted))
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is locked with a password. Save it without one and try again."), name);
    else
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is in the old Excel format (.xls). Open it and save it as an Excel workbook "
               "(.xlsx)."),
            name);
    return TRUE;
}

UpstandXlsxReader *
upstand_xlsx_reader_new (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    if (refuse_container (path, error))
        return NULL;
    g_autoptr (UpstandPackage) package = upstand_package_new (path, error);
    if (!package)
        return NULL;
    UpstandXlsxParts *parts = upstand_xlsx_parts_new (package, error);
    if (!parts)
        return NULL;

    UpstandXlsxReader *self = g_new0 (UpstandXlsxReader, 1);
    self->package = g_steal_pointer (&package);
    self->parts = parts;
    self->rows = g_array_new (FALSE, FALSE, sizeof (QueuedRow));
    self->cells = g_array_new (FALSE, FALSE, sizeof (QueuedCell));
    self->texts = g_string_new (NULL);
    self->value = g_string_new (NULL);
    return self;
}

const char *const *
upstand_xlsx_reader_get_sheets (UpstandXlsxReader *self)
{
    g_return_val_if_fail (self, NULL);
    return (const char *const *)self->parts->names->pdata;
}

gboolean
upstand_xlsx_reader_start (UpstandXlsxReader *self, const char *sheet, GError **error)
{
    g_return_val_if_fail (self, FALSE);

    guint i = 0;
    for (; sheet && i < self->parts->targets->len; i++) {
        if (!strcmp (self->parts->names->pdata[i], sheet))
            break;
    }
    if (i == self->parts->targets->len) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_NOT_FOUND,
            _ ("“%s” has no sheet named “%s”."), upstand_package_get_name (self->package), sheet);
        return FALSE;
    }
    if (!upstand_xlsx_parts_load (self->parts, self->package, error) ||
        !upstand_package_start (self->package, self->parts->targets->pdata[i], error))
        return FALSE;

    g_clear_pointer (&self->parser, upstand_xml_parser_free);
    self->parser =
        upstand_xml_parser_new (&sheet_handler, self, upstand_package_get_name (self->package));
    self->sheet = self->parts->names->pdata[i];
    self->block_length = 0;
    self->at_end = FALSE;
    g_array_set_size (self->rows, 0);
    g_array_set_size (self->cells, 0);
    g_string_truncate (self->texts, 0);
    self->in_data = self->in_row = self->in_cell = self->in_value = self->is_phonetic = FALSE;
    self->next_row = self->number = self->n_rows = self->row = 0;
    return TRUE;
}

gboolean
upstand_xlsx_reader_next (
    UpstandXlsxReader *self, const UpstandRawCell **cells, guint *n_cells, GError **error)
{
    g_return_val_if_fail (self && self->parser && cells && n_cells, FALSE);

    for (;;) {
        if (self->next_row + (self->in_row ? 1 : 0) >= self->rows->len && !fill (self, error))
            return FALSE;
        const QueuedRow *row = &g_array_index (self->rows, QueuedRow, self->next_row++);
        if (!row->n_cells)
            continue;
        self->row = row->number;
        *n_cells = lay_out_row (self, row);
        *cells = self->out;
        return TRUE;
    }
}

guint
upstand_xlsx_reader_get_row (UpstandXlsxReader *self)
{
    g_return_val_if_fail (self, 0);
    return self->row;
}

double
upstand_xlsx_reader_get_fraction (UpstandXlsxReader *self)
{
    g_return_val_if_fail (self, 0);
    return upstand_package_get_fraction (self->package);
}

void
upstand_xlsx_reader_free (UpstandXlsxReader *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->parser, upstand_xml_parser_free);
    upstand_xlsx_parts_free (self->parts);
    upstand_package_free (self->package);
    g_array_unref (self->rows);
    g_array_unref (self->cells);
    g_string_free (self->texts, TRUE);
    g_string_free (self->value, TRUE);
    g_free (self);
}
