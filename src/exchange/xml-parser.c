/* SPDX-License-Identifier: MIT */
#include "exchange/xml-parser.h"

#include "database/error.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

struct _UpstandXmlParser {
    xmlParserCtxtPtr context;
    const UpstandXmlHandler *handler;
    gpointer data;
    char *name;
    GError *failure;
};

struct _UpstandXmlAttributes {
    const xmlChar **values; /* five pointers each: name, prefix, URI, value, end */
    int n;
};

static void
element_started (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int n_namespaces, const xmlChar **namespaces, int n_attributes, int n_defaulted,
    const xmlChar **attributes)
{
    UpstandXmlParser *self = data;
    UpstandXmlAttributes list = { attributes, n_attributes };

    if (self->handler->start && !self->failure)
        self->handler->start (self->data, (const char *)name, &list);
}

static void
element_ended (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    UpstandXmlParser *self = data;

    if (self->handler->end && !self->failure)
        self->handler->end (self->data, (const char *)name);
}

static void
text_met (void *data, const xmlChar *text, int length)
{
    UpstandXmlParser *self = data;

    if (self->handler->text && !self->failure)
        self->handler->text (self->data, (const char *)text, (gsize)length);
}

/* Entities that expand into each other live in here; no spreadsheet program writes one. */
static void
document_type_met (
    void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
    UpstandXmlParser *self = data;

    upstand_xml_parser_fail (
        self, g_error_new (UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
                  _ ("“%s” contains a document type, which no spreadsheet has: it is not read, for "
                     "safety."),
                  self->name));
}

/* The messages of libxml2 name lines of a part nobody knows of: said in our own words below. */
static void
error_met (void *data, const xmlError *error)
{
}

static xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = document_type_met,
    .externalSubset = document_type_met,
    .startElementNs = element_started,
    .endElementNs = element_ended,
    .characters = text_met,
    .ignorableWhitespace = text_met,
    .cdataBlock = text_met,
    /* Cast: whether its error is constant changed between versions of the library. */
    .serror = (xmlStructuredErrorFunc)G_CALLBACK (error_met),
};

UpstandXmlParser *
upstand_xml_parser_new (const UpstandXmlHandler *handler, gpointer data, const char *name)
{
    static gsize initialized;

    g_return_val_if_fail (handler && name, NULL);

    /* Readers run in workers; the library's own first set-up is not thread-safe. */
    if (g_once_init_enter (&initialized)) {
        xmlInitParser ();
        g_once_init_leave (&initialized, 1);
    }
    UpstandXmlParser *self = g_new0 (UpstandXmlParser, 1);
    self->handler = handler;
    self->data = data;
    self->name = g_strdup (name);
    self->context = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
    g_assert (self->context);
    /* NOENT turns "&amp;" in attributes into "&"; no other entity can have been declared. */
    xmlCtxtUseOptions (self->context, XML_PARSE_NONET | XML_PARSE_NOENT);
    return self;
}

gboolean
upstand_xml_parser_push (UpstandXmlParser *self, const void *bytes, gsize length, GError **error)
{
    g_return_val_if_fail (self && length <= G_MAXINT, FALSE);

    int status = xmlParseChunk (self->context, bytes, (int)length, length == 0);

    if (self->failure) {
        g_propagate_error (error, g_steal_pointer (&self->failure));
        return FALSE;
    }
    /* A namespace error (a status, yet well-formed) hurts nobody here. */
    if (status && !self->context->wellFormed) {
        g_set_error (error, UPSTAND_ERROR, UPSTAND_ERROR_FORMAT,
            _ ("“%s” is damaged: a part of it is not proper XML."), self->name);
        return FALSE;
    }
    return TRUE;
}

void
upstand_xml_parser_fail (UpstandXmlParser *self, GError *error)
{
    g_return_if_fail (self && error);

    if (self->failure) {
        g_error_free (error);
        return;
    }
    self->failure = error;
    xmlStopParser (self->context);
}

const char *
upstand_xml_attributes_get (const UpstandXmlAttributes *attributes, const char *name, gsize *length)
{
    for (int i = 0; i < attributes->n; i++) {
        const xmlChar **value = attributes->values + 5 * (gsize)i;
        /* Most names are one letter, and this is asked several times a cell. */
        if (value[0][0] == (xmlChar)name[0] && !strcmp ((const char *)value[0] + 1, name + 1)) {
            *length = (gsize)(value[4] - value[3]);
            return (const char *)value[3];
        }
    }
    return NULL;
}

char *
upstand_xml_attributes_dup (const UpstandXmlAttributes *attributes, const char *name)
{
    gsize length;
    const char *value = upstand_xml_attributes_get (attributes, name, &length);

    return value ? g_strndup (value, length) : NULL;
}

void
upstand_xml_parser_free (UpstandXmlParser *self)
{
    if (!self)
        return;
    if (self->context->myDoc)
        xmlFreeDoc (self->context->myDoc);
    xmlFreeParserCtxt (self->context);
    g_clear_error (&self->failure);
    g_free (self->name);
    g_free (self);
}
