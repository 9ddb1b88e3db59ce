/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * UpstandXmlParser:
 *
 * Reads XML as a stream of events. A document type is refused, so there are no entities to expand
 * and nothing outside is ever fetched. The one place that knows libxml2.
 */
typedef struct _UpstandXmlParser UpstandXmlParser;

/** The attributes of the element that starts; valid during the call. */
typedef struct _UpstandXmlAttributes UpstandXmlAttributes;

/** @name is without prefix and lives as long as the parser. Any of the functions may be NULL. */
typedef struct {
    void (*start) (gpointer data, const char *name, const UpstandXmlAttributes *attributes);
    void (*end) (gpointer data, const char *name);
    void (*text) (gpointer data, const char *text, gsize length);
} UpstandXmlHandler;

/** @handler must stay valid; @name is the file's, for messages. */
UpstandXmlParser *upstand_xml_parser_new (
    const UpstandXmlHandler *handler, gpointer data, const char *name);

/**
 * Hands over the next @length bytes; 0 says that was the end. Handlers are called from inside.
 *
 * Returns: FALSE with @error when it is no proper XML, has a document type, or a handler failed.
 */
gboolean upstand_xml_parser_push (
    UpstandXmlParser *self, const void *bytes, gsize length, GError **error);

/** To be called by a handler: stops and makes the push fail with @error, which is taken. */
void upstand_xml_parser_fail (UpstandXmlParser *self, GError *error);

/** The attribute's value, not NUL-terminated, and its length; NULL when there is none. */
const char *upstand_xml_attributes_get (
    const UpstandXmlAttributes *attributes, const char *name, gsize *length);

/** The attribute's value, to be freed; NULL when there is none. */
char *upstand_xml_attributes_dup (const UpstandXmlAttributes *attributes, const char *name);

void upstand_xml_parser_free (UpstandXmlParser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UpstandXmlParser, upstand_xml_parser_free)

G_END_DECLS
