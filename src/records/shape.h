/* SPDX-License-Identifier: MIT */
#pragma once

#include "records/date.h"
#include "records/text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpstandShape:
 *
 * What a JSON object in a data file looks like and the C structure that it becomes, described
 * once: from the table come the reading, every check with the member's path, and the freeing.
 * Tables are compile-time constants. A member that no table names is refused, so that a slip of
 * the pen ("dedline") is found and not silently left out.
 */
typedef struct _UpstandShape UpstandShape;

typedef enum {
    UPSTAND_SHAPE_STRING, /* char *: one line of words */
    UPSTAND_SHAPE_ID, /* char *: letters, figures, '.', '-', '_', at most 40 */
    UPSTAND_SHAPE_IDS, /* char **: a list of those, NULL-terminated, none twice */
    UPSTAND_SHAPE_STRINGS, /* char **: a list of strings, NULL-terminated */
    UPSTAND_SHAPE_TEXT, /* UpstandText: { "en": ..., "cy": ... } */
    UPSTAND_SHAPE_DATE, /* UpstandDay: "2022-03-31", or null */
    UPSTAND_SHAPE_NUMBER, /* int: whole, within minimum and maximum */
    UPSTAND_SHAPE_YES_NO, /* gboolean */
    UPSTAND_SHAPE_CHOICE, /* int: the place of the key in choices */
    UPSTAND_SHAPE_KEY, /* char *: one of choices */
    UPSTAND_SHAPE_OBJECT, /* a structure inside this one */
    UPSTAND_SHAPE_LIST, /* a pointer to structures, and a gsize with how many */
} UpstandShapeKind;

typedef enum {
    UPSTAND_SHAPE_REQUIRED = 1 << 0, /* must be there, and not null */
    UPSTAND_SHAPE_FILLED = 1 << 1, /* a list with at least one in it */
    UPSTAND_SHAPE_UNIQUE = 1 << 2, /* an id that no other of its scope may have */
} UpstandShapeFlags;

typedef struct {
    const char *name; /* in JSON and in C */
    UpstandShapeKind kind;
    UpstandShapeFlags flags;
    gsize offset;
    gsize count_offset; /* LIST */
    const UpstandShape *shape; /* OBJECT, LIST */
    const char *const *choices; /* CHOICE, KEY: NULL-terminated */
    int minimum, maximum; /* NUMBER */
    const char *scope; /* ID, IDS: what they name; without UNIQUE one that must exist */
} UpstandShapeMember;

struct _UpstandShape {
    gsize size; /* of the C structure */
    const UpstandShapeMember *members;
    gsize n_members;
};

/* clang-format off */
/* offsetof () that refuses, while compiling, a member of another C type. */
#define UPSTAND_SHAPE_OFFSET(T, m, ctype) \
    (offsetof (T, m) + 0 * sizeof (char[_Generic (((T *)0)->m, ctype: 1, default: -1)]))

#define UPSTAND_SHAPE_MEMBER_STRING(T, m, f) \
    { #m, UPSTAND_SHAPE_STRING, f, UPSTAND_SHAPE_OFFSET (T, m, char *) }
#define UPSTAND_SHAPE_MEMBER_STRINGS(T, m, f) \
    { #m, UPSTAND_SHAPE_STRINGS, f, UPSTAND_SHAPE_OFFSET (T, m, char **) }
/* An id of something outside the file. */
#define UPSTAND_SHAPE_MEMBER_ID(T, m, f) \
    { #m, UPSTAND_SHAPE_ID, f, UPSTAND_SHAPE_OFFSET (T, m, char *) }
#define UPSTAND_SHAPE_MEMBER_IDS(T, m, f) \
    { #m, UPSTAND_SHAPE_IDS, f, UPSTAND_SHAPE_OFFSET (T, m, char **) }
/* The id by which others of the file call this one. */
#define UPSTAND_SHAPE_MEMBER_OWN_ID(T, m, own) \
    { #m, UPSTAND_SHAPE_ID, UPSTAND_SHAPE_REQUIRED | UPSTAND_SHAPE_UNIQUE, \
      UPSTAND_SHAPE_OFFSET (T, m, char *), .scope = own }
#define UPSTAND_SHAPE_MEMBER_REFERENCE(T, m, f, target) \
    { #m, UPSTAND_SHAPE_ID, f, UPSTAND_SHAPE_OFFSET (T, m, char *), .scope = target }
#define UPSTAND_SHAPE_MEMBER_REFERENCES(T, m, f, target) \
    { #m, UPSTAND_SHAPE_IDS, f, UPSTAND_SHAPE_OFFSET (T, m, char **), .scope = target }
#define UPSTAND_SHAPE_MEMBER_TEXT(T, m, f) \
    { #m, UPSTAND_SHAPE_TEXT, f, UPSTAND_SHAPE_OFFSET (T, m, UpstandText) }
#define UPSTAND_SHAPE_MEMBER_DATE(T, m, f) \
    { #m, UPSTAND_SHAPE_DATE, f, UPSTAND_SHAPE_OFFSET (T, m, UpstandDay) }
#define UPSTAND_SHAPE_MEMBER_NUMBER(T, m, f, least, most) \
    { #m, UPSTAND_SHAPE_NUMBER, f, UPSTAND_SHAPE_OFFSET (T, m, int), \
      .minimum = least, .maximum = most }
#define UPSTAND_SHAPE_MEMBER_YES_NO(T, m, f) \
    { #m, UPSTAND_SHAPE_YES_NO, f, UPSTAND_SHAPE_OFFSET (T, m, gboolean) }
#define UPSTAND_SHAPE_MEMBER_CHOICE(T, m, f, keys) \
    { #m, UPSTAND_SHAPE_CHOICE, f, \
      offsetof (T, m) + 0 * sizeof (char[sizeof (((T *)0)->m) == sizeof (int) ? 1 : -1]), \
      .choices = keys }
#define UPSTAND_SHAPE_MEMBER_KEY(T, m, f, keys) \
    { #m, UPSTAND_SHAPE_KEY, f, UPSTAND_SHAPE_OFFSET (T, m, char *), .choices = keys }
#define UPSTAND_SHAPE_MEMBER_OBJECT(T, m, f, inner) \
    { #m, UPSTAND_SHAPE_OBJECT, f, offsetof (T, m), .shape = inner }
#define UPSTAND_SHAPE_MEMBER_LIST(T, m, f, inner) \
    { #m, UPSTAND_SHAPE_LIST, f, offsetof (T, m), \
      .count_offset = UPSTAND_SHAPE_OFFSET (T, n_##m, gsize), .shape = inner }
#define UPSTAND_SHAPE(T, table) { sizeof (T), table, G_N_ELEMENTS (table) }
/* clang-format on */

/**
 * Reads the JSON in @bytes into @data, a zeroed structure of @shape. The outermost object is
 * checked as upstand_data_file_parse () says.
 *
 * @name: the file as the person knows it, for messages
 *
 * Returns: FALSE with the errors of upstand_data_file_parse (), or UPSTAND_ERROR_FORMAT whose
 * message names the file and the member's path ("actions[3].requirements[0].timing.deadline"),
 * what was expected and what was found. @data is left cleared then.
 */
gboolean upstand_shape_read (const UpstandShape *shape, gpointer data, GBytes *bytes,
    const char *name, const char *format, int version, GError **error);

/** Frees everything that @data, a structure of @shape, holds, and zeroes it. */
void upstand_shape_clear (const UpstandShape *shape, gpointer data);

/** Whether @id may name a thing in a data file: see UPSTAND_SHAPE_ID. */
gboolean upstand_shape_is_id (const char *id);

G_END_DECLS
