/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What could tell who a person is, and does not belong into a plan of aggregates (domain, sections
 * 4 and 6). Found by shape alone: a warning for the person who types, never a refusal to keep.
 */
typedef enum {
    UPSTAND_IDENTIFIER_PERSON, /* a title or a police rank with a name or a collar number */
    UPSTAND_IDENTIFIER_BIRTH, /* a date of birth */
    UPSTAND_IDENTIFIER_PHONE, /* a British number; helplines (03, 08) are left alone */
    UPSTAND_IDENTIFIER_POSTCODE, /* a full one; "SW1A" alone is an area */
    UPSTAND_IDENTIFIER_CASE, /* of a crime, incident, custody record, PNC or CPS file */
    UPSTAND_IDENTIFIER_EMAIL,
} UpstandIdentifierKind;
#define UPSTAND_N_IDENTIFIER_KINDS (UPSTAND_IDENTIFIER_EMAIL + 1)

typedef struct {
    gsize start, length; /* in bytes of the text */
    UpstandIdentifierKind kind;
} UpstandIdentifier;

/**
 * Finds what looks like an identifier in @text, which may be anything, even bad UTF-8.
 * Takes time in proportion to the length, whatever is in it.
 *
 * Returns: (transfer full) (element-type UpstandIdentifier): in order, none overlapping; maybe
 * empty, never NULL
 */
GArray *upstand_identifiers_find (const char *text);

/** The key of @kind in files: "person", "birth", "phone", "postcode", "case", "email". */
const char *upstand_identifier_kind_to_key (UpstandIdentifierKind kind);

/** What it looks like and what to write instead, translated. */
const char *upstand_identifier_kind_get_sentence (UpstandIdentifierKind kind);

/**
 * The sentences of all kinds found in @text, each once, a line each; NULL when nothing was found.
 * To be freed.
 */
char *upstand_identifiers_warn (const char *text);

G_END_DECLS
