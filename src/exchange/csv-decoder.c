/* SPDX-License-Identifier: MIT */
#include "exchange/csv-decoder.h"

#include "database/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RAW_SIZE (256 * 1024)

typedef enum { ASCII_SO_FAR, UTF8, UTF16LE, UTF16BE, WINDOWS_1252 } Encoding;

struct _UpstandCsvDecoder {
    int fd;
    Encoding encoding;
    gboolean at_end;
    guint64 size, done;
    const char *problem;
    gsize start, end; /* what is left of raw */
    guchar raw[RAW_SIZE];
};

static const char *const encodings[] = { "UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };

/* Bytes 0x80 to 0x9F of Windows-1252; the five that stand for nothing are 0. */
static const gunichar windows_1252[32] = {
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, /* 80 */
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, /* 88 */
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, /* 90 */
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178, /* 98 */
};

static void
refill (UpstandCsvDecoder *self)
{
    memmove (self->raw, self->raw + self->start, self->end - self->start);
    self->end -= self->start;
    self->start = 0;
    while (!self->at_end && self->end < RAW_SIZE) {
        gssize n = read (self->fd, self->raw + self->end, RAW_SIZE - self->end);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            self->problem = _ ("the disk could not be read any further.");
            self->at_end = TRUE;
        } else if (n == 0) {
            self->at_end = TRUE;
        } else {
            self->end += (gsize)n;
            self->done += (guint64)n;
        }
    }
}

/* The leading bytes from 1 to 127, eight at a time. */
static gsize
ascii_length (const guchar *bytes, gsize length)
{
    const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
    const guint64 tops = ones << 7;
    gsize i = 0;

    for (; i + 8 <= length; i += 8) {
        guint64 word;
        memcpy (&word, bytes + i, sizeof word);
        /* word - ones borrows into a top bit where a byte is 0; for pure ASCII, only there. */
        if ((word | (word - ones)) & tops)
            break;
    }
    while (i < length && bytes[i] && bytes[i] < 0x80)
        i++;
    return i;
}

static void
find_problem (UpstandCsvDecoder *self)
{
    if (self->encoding == UTF16LE || self->encoding == UTF16BE)
        self->problem = _ ("half a UTF-16 character stands alone.");
    else if (self->raw[self->start] == 0)
        self->problem = _ ("there is a NUL byte: this is not a text file.");
    else if (self->encoding == WINDOWS_1252)
        self->problem = _ ("a byte stands for no character in Windows-1252.");
    else
        self->problem = _ ("a byte does not fit the file's encoding, UTF-8. Save the file again as "
                           "“CSV UTF-8”.");
}

/* How many bytes of whole characters there are before @room is used up or something is wrong. */
static gsize
utf8_length (UpstandCsvDecoder *self, gsize room)
{
    const guchar *bytes = self->raw + self->start;
    gsize length = MIN (self->end - self->start, room);
    gsize i = 0;

    for (;;) {
        i += ascii_length (bytes + i, length - i);
        if (i == length || bytes[i] == 0)
            break;
        gunichar c = g_utf8_get_char_validated ((const char *)bytes + i, (gssize)(length - i));
        gboolean is_cut = c == (gunichar)-2;
        if (is_cut && !(self->at_end && self->start + length == self->end))
            break;
        if (is_cut || c == (gunichar)-1) {
            if (self->encoding == ASCII_SO_FAR)
                self->encoding = WINDOWS_1252;
            break;
        }
        self->encoding = UTF8;
        i += (gsize)g_unichar_to_utf8 (c, NULL);
    }
    return i;
}

static gsize
read_utf8 (UpstandCsvDecoder *self, char *to, gsize room)
{
    gsize length = utf8_length (self, room);

    memcpy (to, self->raw + self->start, length);
    self->start += length;
    return length;
}

static gsize
read_windows_1252 (UpstandCsvDecoder *self, char *to, gsize room)
{
    char *at = to;

    for (; self->start < self->end && (gsize)(at - to) + 4 <= room; self->start++) {
        guchar byte = self->raw[self->start];
        gunichar c = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
        if (!c)
            break;
        if (c < 0x80)
            *at++ = (char)c;
        else
            at += g_unichar_to_utf8 (c, at);
    }
    return (gsize)(at - to);
}

static gsize
read_utf16 (UpstandCsvDecoder *self, char *to, gsize room)
{
    char *at = to;
    guint high = self->encoding == UTF16LE ? 1 : 0;

    while (self->end - self->start >= 2 && (gsize)(at - to) + 4 <= room) {
        const guchar *pair = self->raw + self->start;
        gunichar c = (gunichar)pair[high] << 8 | pair[1 - high];
        gsize used = 2;
        if (c >= 0xD800 && c < 0xDC00) {
            if (self->end - self->start < 4)
                break;
            gunichar low = (gunichar)pair[2 + high] << 8 | pair[3 - high];
            if (low < 0xDC00 || low > 0xDFFF) {
                self->problem = _ ("half a UTF-16 character stands alone.");
                break;
            }
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            used = 4;
        } else if (c >= 0xDC00 && c <= 0xDFFF) {
            self->problem = _ ("half a UTF-16 character stands alone.");
            break;
        } else if (!c) {
            self->problem = _ ("there is a NUL character: this is not a text file.");
            break;
        }
        at += g_unichar_to_utf8 (c, at);
        self->start += used;
    }
    return (gsize)(at - to);
}

static void
read_mark (UpstandCsvDecoder *self)
{
    const guchar *raw = self->raw;

    if (self->end >= 3 && !memcmp (raw, "\xEF\xBB\xBF", 3)) {
        self->encoding = UTF8;
        self->start = 3;
    } else if (self->end >= 2 && !memcmp (raw, "\xFF\xFE", 2)) {
        self->encoding = UTF16LE;
        self->start = 2;
    } else if (self->end >= 2 && !memcmp (raw, "\xFE\xFF", 2)) {
        self->encoding = UTF16BE;
        self->start = 2;
    }
}

UpstandCsvDecoder *
upstand_csv_decoder_new (const char *path, GError **error)
{
    g_return_val_if_fail (path != NULL, NULL);

    int fd = open (path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (fd < 0 || fstat (fd, &about)) {
        g_autofree char *name = g_filename_display_name (path);
        int number = errno;
        g_set_error (error, UPSTAND_ERROR,
            number == ENOENT ? UPSTAND_ERROR_NOT_FOUND : UPSTAND_ERROR_FAILED,
            _ ("“%s” could not be opened: %s."), name, g_strerror (number));
        if (fd >= 0)
            close (fd);
        return NULL;
    }
    if (S_ISDIR (about.st_mode)) {
        g_autofree char *name = g_filename_display_name (path);
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT, _ ("“%s” is a folder."), name);
        close (fd);
        return NULL;
    }

    UpstandCsvDecoder *self = g_new (UpstandCsvDecoder, 1);
    memset (self, 0, G_STRUCT_OFFSET (UpstandCsvDecoder, raw));
    self->fd = fd;
    self->size = about.st_size > 0 ? (guint64)about.st_size : 0;
    refill (self);
    read_mark (self);
    return self;
}

gsize
upstand_csv_decoder_read (UpstandCsvDecoder *self, char *to, gsize room)
{
    g_return_val_if_fail (self && to && room >= 16, 0);

    /* A character cut by the end of the block gets a second chance with more bytes behind it; a
     * change of mind about the encoding, another. */
    for (guint attempt = 0; attempt < 3; attempt++) {
        gsize length = 0;
        if (self->start < self->end && !self->problem) {
            if (self->encoding == WINDOWS_1252)
                length = read_windows_1252 (self, to, room);
            else if (self->encoding == UTF16LE || self->encoding == UTF16BE)
                length = read_utf16 (self, to, room);
            else
                length = read_utf8 (self, to, room);
        }
        if (length)
            return length;
        if (self->problem)
            return 0;
        refill (self);
    }
    if (self->start < self->end && !self->problem)
        find_problem (self);
    return 0;
}

const char *
upstand_csv_decoder_get_problem (UpstandCsvDecoder *self)
{
    return self->problem;
}

const char *
upstand_csv_decoder_get_encoding (UpstandCsvDecoder *self)
{
    return encodings[self->encoding];
}

double
upstand_csv_decoder_get_fraction (UpstandCsvDecoder *self)
{
    guint64 left = self->end - self->start;

    return self->size ? MIN ((double)(self->done - left) / (double)self->size, 1) : 1;
}

void
upstand_csv_decoder_free (UpstandCsvDecoder *self)
{
    if (!self)
        return;
    close (self->fd);
    g_free (self);
}
