/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <libxml/tree.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "km-issue.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

/* What structured error handlers are given: constant since libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError KmXmlError;
#else
typedef xmlError KmXmlError;
#endif

/* Where everything compiled into the program lies. */
#define KM_RESOURCES "/io/github/kneemap/Kneemap/"

/**
 * KM_CONTENT_ERROR:
 *
 * Errors of content files.
 */
#define KM_CONTENT_ERROR (km_content_error_quark ())
GQuark km_content_error_quark (void);

/**
 * KmContentError:
 * @KM_CONTENT_ERROR_PARSE: not well-formed, or not text in UTF-8
 * @KM_CONTENT_ERROR_SCHEMA: not what the format asks for
 * @KM_CONTENT_ERROR_DUPLICATE_ID: an id that is taken
 * @KM_CONTENT_ERROR_DANGLING_ID: an id that does not exist
 * @KM_CONTENT_ERROR_TOO_LARGE: over a limit on size, depth or number of elements
 * @KM_CONTENT_ERROR_MISSING: a file the guide cannot do without is not there
 */
typedef enum
{
  KM_CONTENT_ERROR_PARSE = 1,
  KM_CONTENT_ERROR_SCHEMA,
  KM_CONTENT_ERROR_DUPLICATE_ID,
  KM_CONTENT_ERROR_DANGLING_ID,
  KM_CONTENT_ERROR_TOO_LARGE,
  KM_CONTENT_ERROR_MISSING,
} KmContentError;

/* Limits of a content file; the largest shipped one has a tenth of each. */
#define KM_XML_MAX_SIZE (2 * 1024 * 1024)
#define KM_XML_MAX_DEPTH 32
#define KM_XML_MAX_ELEMENTS 50000

void km_xml_init (void);
xmlDoc *km_xml_read (const char *file, const char *data, gsize size, GPtrArray *issues);
xmlDoc *km_xml_read_resource (const char *path, const char *file, GPtrArray *issues);
xmlDoc *km_xml_read_file (const char *path, GPtrArray *issues);

gboolean km_xml_is (const xmlNode *node, const char *name);
guint km_xml_line (const xmlNode *node);
xmlNode *km_xml_first (const xmlNode *parent);
xmlNode *km_xml_next (const xmlNode *node);
xmlNode *km_xml_child (const xmlNode *parent, const char *name);
gboolean km_xml_has (const xmlNode *node, const char *attribute);
char *km_xml_get (const xmlNode *node, const char *attribute);
char **km_xml_get_words (const xmlNode *node, const char *attribute);
int km_xml_get_enum (const xmlNode *node, const char *attribute, GType type, int fallback);

G_END_DECLS
