/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib-object.h>

#include "records/date.h"

G_BEGIN_DECLS

/* A field is described once; see CONTRIBUTING.md, "How to add a field". The kinds are a closed set
 * and each has one canonical text form, which SQL, CSV, forms and history share. */

typedef struct _UpstandRecord UpstandRecord;
typedef struct _UpstandRecordType UpstandRecordType;
typedef struct _UpstandLinkType UpstandLinkType;
typedef struct _UpstandProblems UpstandProblems;

typedef enum {
    UPSTAND_KIND_TEXT, /* char *: one line */
    UPSTAND_KIND_PARAGRAPH, /* char *: several */
    UPSTAND_KIND_NUMBER, /* gint64; UPSTAND_NO_NUMBER: none */
    UPSTAND_KIND_DECIMAL, /* gint64 in units of 10^-places; UPSTAND_NO_NUMBER: none */
    UPSTAND_KIND_DATE, /* UpstandDay; 0: none */
    UPSTAND_KIND_YES_NO, /* gboolean */
    UPSTAND_KIND_CHOICE, /* guint: index into choices */
    UPSTAND_KIND_REFERENCE, /* gint64: id; 0: none */
    UPSTAND_KIND_LINKS, /* GArray * of gint64, ascending; NULL: none */
} UpstandKind;

#define UPSTAND_NO_NUMBER G_MININT64

typedef enum {
    UPSTAND_FIELD_REQUIRED = 1 << 0, /* may not be empty */
    UPSTAND_FIELD_LISTED = 1 << 1, /* a column shown from the start */
    UPSTAND_FIELD_SEARCHED = 1 << 2, /* in the searchable view, in this order */
    UPSTAND_FIELD_FIXED = 1 << 3, /* of the framework: shown, never edited */
    UPSTAND_FIELD_LASTING = 1 << 4, /* never changed once saved */
    UPSTAND_FIELD_OWNED = 1 << 5, /* of a reference: this row goes when the target goes */
    UPSTAND_FIELD_POST = 1 << 6, /* names a post: offered from those used before */
} UpstandFieldFlags;

/** One choice: the key that is stored and the word that is shown. Lists end in { NULL }. */
typedef struct {
    const char *key;
    const char *label; /* N_() */
} UpstandChoice;

typedef struct {
    const char *name; /* SQL column, CSV heading in lower case */
    const char *label; /* N_(): form, column, spreadsheet heading */
    UpstandKind kind;
    UpstandFieldFlags flags;
    gsize offset;
    const UpstandChoice *choices; /* of a choice */
    const UpstandRecordType *target; /* of a reference, and of links: what is at the other end */
    const UpstandLinkType *links; /* of links */
    int places; /* of a decimal */
    const char *list; /* of what refers to the framework's lists: which of them; NULL: any */
} UpstandField;

/** Ties between two kinds of rows: rows with id, version and history of their own. */
struct _UpstandLinkType {
    const char *table;
    const char *left; /* column that refers to the record the field stands in */
    const char *right; /* column that refers to the other */
};

typedef enum {
    UPSTAND_RECORD_RETRACTED_ONLY = 1 << 0, /* cannot be deleted */
    UPSTAND_RECORD_NOT_UNDONE = 1 << 1, /* a batch that wrote one cannot be undone */
} UpstandRecordFlags;

struct _UpstandRecordType {
    const char *name; /* SQL table */
    const char *label; /* N_(): "Activities" */
    const char *singular; /* N_(): "Activity" */
    const char *title; /* the field that names a record to people */
    UpstandRecordFlags flags;
    const UpstandField *fields;
    guint n_fields;
    GType (*get_type) (void);
    /** Fills in what follows from the rest, before it is checked; NULL: nothing does. */
    void (*settle) (UpstandRecord *record);
    /** Says what is wrong with the record as a whole; each problem names its field. */
    void (*validate) (UpstandRecord *record, UpstandProblems *problems);
};

/* offsetof () that refuses, at compile time, a member of another C type. */
#define UPSTAND_MEMBER(T, member, ctype) \
    (offsetof (T, member) + 0 * sizeof (char[_Generic(((T *)0)->member, ctype : 1, default : -1)]))

#define UPSTAND_TEXT(T, m, l, f) \
    { \
#m, l, UPSTAND_KIND_TEXT, f, UPSTAND_MEMBER(T, m, char *), NULL, NULL, NULL, 0 \
    }
#define UPSTAND_PARAGRAPH(T, m, l, f) \
    { \
#m, l, UPSTAND_KIND_PARAGRAPH, f, UPSTAND_MEMBER(T, m, char *), NULL, NULL, NULL, 0 \
    }
#define UPSTAND_NUMBER(T, m, l, f) \
    { \
#m, l, UPSTAND_KIND_NUMBER, f, UPSTAND_MEMBER(T, m, gint64), NULL, NULL, NULL, 0 \
    }
#define UPSTAND_DECIMAL(T, m, l, f, places) \
    { \
#m, l, UPSTAND_KIND_DECIMAL, f, UPSTAND_MEMBER(T, m, gint64), NULL, NULL, NULL, places \
    }
#define UPSTAND_DATE(T, m, l, f) \
    { \
#m, l, UPSTAND_KIND_DATE, f, UPSTAND_MEMBER(T, m, UpstandDay), NULL, NULL, NULL, 0 \
    }
#define UPSTAND_YES_NO(T, m, l, f) \
    { \
#m, l, UPSTAND_KIND_YES_NO, f, UPSTAND_MEMBER(T, m, gboolean), NULL, NULL, NULL, 0 \
    }
#define UPSTAND_CHOICE(T, m, l, f, choices) \
    { \
#m, l, UPSTAND_KIND_CHOICE, f, UPSTAND_MEMBER(T, m, guint), choices, NULL, NULL, 0 \
    }
#define UPSTAND_REFERENCE(T, m, l, f, target) \
    { \
#m, l, UPSTAND_KIND_REFERENCE, f, UPSTAND_MEMBER(T, m, gint64), NULL, target, NULL, 0 \
    }
#define UPSTAND_LINKS(T, m, l, f, target, links) \
    { \
#m, l, UPSTAND_KIND_LINKS, f, UPSTAND_MEMBER(T, m, GArray *), NULL, target, links, 0 \
    }

/* A reference to, and links with, the entries of one of the framework's lists. */
#define UPSTAND_ITEM(T, m, l, f, target, list) \
    { \
#m, l, UPSTAND_KIND_REFERENCE, f, UPSTAND_MEMBER(T, m, gint64), NULL, target, NULL, 0, \
            list \
    }
#define UPSTAND_ITEMS(T, m, l, f, target, links, list) \
    { \
#m, l, UPSTAND_KIND_LINKS, f, UPSTAND_MEMBER(T, m, GArray *), NULL, target, links, 0, list \
    }

/** The field of that name, or NULL. */
const UpstandField *upstand_record_type_find_field (
    const UpstandRecordType *type, const char *name);

/** The index of the choice with that key, or -1. */
int upstand_choice_find (const UpstandChoice *choices, const char *key);

G_END_DECLS
