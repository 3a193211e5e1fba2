/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-xml.h"

#include "km-types.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCHEMA_URL "resource://" KM_RESOURCES "schema/"
#define PARSE_OPTIONS                                                               \
  (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES \
   | XML_PARSE_COMPACT)

/* One reading of a file: what the callbacks of the parser need. */
typedef struct
{
  const char *file;
  GPtrArray *issues;
  guint n_elements;
  guint depth;
  gboolean failed;
} Reading;

G_DEFINE_QUARK (km_content_error, km_content_error)

/* The one place through which libxml2 may open something: the parts of our own schemas. */
static xmlParserInput *
load_entity (const char *url, const char *id, xmlParserCtxt *context)
{
  g_autoptr (GBytes) bytes = NULL;
  xmlParserInputBuffer *buffer;
  xmlParserInput *input;
  gsize size;
  const char *data;

  if (url == NULL || !g_str_has_prefix (url, SCHEMA_URL) || strstr (url, "..") != NULL)
    return NULL;
  bytes
      = g_resources_lookup_data (url + strlen ("resource://"), G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  buffer = xmlParserInputBufferCreateMem (data, (int) size, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL)
    return NULL;
  input = xmlNewIOInputStream (context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL)
    {
      xmlFreeParserInputBuffer (buffer);
      return NULL;
    }
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  input->filename = (char *) xmlStrdup ((const xmlChar *) url);
  G_GNUC_END_IGNORE_DEPRECATIONS
  return input;
}

/**
 * km_xml_init:
 *
 * Readies libxml2, once: from here on it opens nothing but the parts of our schemas, whatever a
 * file asks for. Every function that reads calls this.
 */
void
km_xml_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (load_entity);
      g_once_init_leave (&done, 1);
    }
}

static void
stop (xmlParserCtxt *context, Reading *reading, const char *text)
{
  if (reading->failed)
    return;
  reading->failed = TRUE;
  km_issues_add (reading->issues, KM_SEVERITY_ERROR, reading->file,
                 (guint) xmlSAX2GetLineNumber (context), "%s", text);
  xmlStopParser (context);
}

static void
on_doctype (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *url)
{
  xmlParserCtxt *context = data;

  stop (context, context->_private, _ ("a document type declaration (<!DOCTYPE>) is not allowed"));
}

static void
on_start_element (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Reading *reading = context->_private;

  if (++reading->depth > KM_XML_MAX_DEPTH)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("elements nested more than %d deep"), KM_XML_MAX_DEPTH);
      stop (context, reading, text);
      return;
    }
  if (++reading->n_elements > KM_XML_MAX_ELEMENTS)
    {
      g_autofree char *text = g_strdup_printf (_ ("more than %d elements"), KM_XML_MAX_ELEMENTS);
      stop (context, reading, text);
      return;
    }
  xmlSAX2StartElementNs (data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
}

static void
on_end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  xmlParserCtxt *context = data;
  Reading *reading = context->_private;

  reading->depth--;
  xmlSAX2EndElementNs (data, name, prefix, uri);
}

/* The first error is the cause, the others follow from it. */
static void
on_error (void *data, KmXmlError *error)
{
  xmlParserCtxt *context = data;
  Reading *reading = context->_private;
  g_autofree char *text = NULL;

  if (reading->failed || error->level < XML_ERR_ERROR)
    return;
  reading->failed = TRUE;
  text = g_strchomp (g_strdup (error->message != NULL ? error->message : "?"));
  km_issues_add (reading->issues, KM_SEVERITY_ERROR, reading->file, (guint) MAX (error->line, 1),
                 _ ("not well-formed XML: %s"), text);
}

static guint
line_of (const char *data, const char *end)
{
  guint line = 1;

  for (const char *at = data; at < end; at++)
    line += *at == '\n';
  return line;
}

static gboolean
is_readable_text (const char *file, const char *data, gsize size, GPtrArray *issues)
{
  const char *end;

  if (size > KM_XML_MAX_SIZE)
    {
      km_issues_add (issues, KM_SEVERITY_ERROR, file, 1, _ ("larger than %d kB"),
                     KM_XML_MAX_SIZE / 1024);
      return FALSE;
    }
  if (!g_utf8_validate_len (data, size, &end))
    {
      km_issues_add (issues, KM_SEVERITY_ERROR, file, line_of (data, end), _ ("not text in UTF-8"));
      return FALSE;
    }
  return TRUE;
}

/**
 * km_xml_read:
 * @file: name of the file, for issues
 * @data: (array length=size): its text
 * @size: length of @data in bytes
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Reads XML that nobody vouches for. No network, no document type, no entities but the five of XML
 * itself, limits on size, depth and number of elements; all checked before or while reading.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an issue added
 */
xmlDoc *
km_xml_read (const char *file, const char *data, gsize size, GPtrArray *issues)
{
  g_autoptr (xmlParserCtxt) context = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  Reading reading = { .file = file, .issues = issues };

  km_xml_init ();
  if (!is_readable_text (file, data, size, issues))
    return NULL;
  context = xmlNewParserCtxt ();
  context->_private = &reading;
  context->sax->internalSubset = on_doctype;
  context->sax->startElementNs = on_start_element;
  context->sax->endElementNs = on_end_element;
  context->sax->serror = on_error;
  doc = xmlCtxtReadMemory (context, data, (int) size, NULL, NULL, PARSE_OPTIONS);
  if (reading.failed)
    return NULL;
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    {
      km_issues_add (issues, KM_SEVERITY_ERROR, file, 1, _ ("not an XML file"));
      return NULL;
    }
  return g_steal_pointer (&doc);
}

/**
 * km_xml_read_resource:
 * @path: path of a resource
 * @file: name of the file, for issues
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an issue added
 */
xmlDoc *
km_xml_read_resource (const char *path, const char *file, GPtrArray *issues)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  gsize size;
  const char *data;

  if (bytes == NULL)
    {
      km_issues_add (issues, KM_SEVERITY_ERROR, file, 1, "%s", error->message);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &size);
  return km_xml_read (file, data, size, issues);
}

/* At most one byte more than allowed is ever read. */
static char *
read_limited (int fd, gsize *size)
{
  g_autofree char *data = g_malloc (KM_XML_MAX_SIZE + 1);
  gsize filled = 0;

  while (filled <= KM_XML_MAX_SIZE)
    {
      gssize got = read (fd, data + filled, KM_XML_MAX_SIZE + 1 - filled);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return NULL;
      if (got == 0)
        break;
      filled += (gsize) got;
    }
  *size = filled;
  return g_steal_pointer (&data);
}

/**
 * km_xml_read_file:
 * @path: path of a file on disk, in the encoding of file names
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an issue added
 */
xmlDoc *
km_xml_read_file (const char *path, GPtrArray *issues)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *data = NULL;
  gsize size = 0;
  struct stat info;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      km_issues_add (issues, KM_SEVERITY_ERROR, name, 1, _ ("cannot be read: %s"),
                     g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    {
      km_issues_add (issues, KM_SEVERITY_ERROR, name, 1, _ ("not a regular file"));
      close (fd);
      return NULL;
    }
  data = read_limited (fd, &size);
  if (data == NULL)
    km_issues_add (issues, KM_SEVERITY_ERROR, name, 1, _ ("cannot be read: %s"),
                   g_strerror (errno));
  close (fd);
  return data != NULL ? km_xml_read (name, data, size, issues) : NULL;
}

/**
 * km_xml_is:
 * @node: (nullable): a node
 * @name: name of an element
 *
 * Returns: whether @node is an element of that name
 */
gboolean
km_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && g_str_equal ((const char *) node->name, name);
}

/**
 * km_xml_line:
 * @node: a node
 *
 * Returns: the line it stands in
 */
guint
km_xml_line (const xmlNode *node)
{
  return (guint) MAX (xmlGetLineNo (node), 1);
}

/**
 * km_xml_first:
 * @parent: (nullable): a node
 *
 * Returns: (nullable): its first child element
 */
xmlNode *
km_xml_first (const xmlNode *parent)
{
  return parent != NULL ? xmlFirstElementChild ((xmlNode *) parent) : NULL;
}

/**
 * km_xml_next:
 * @node: an element
 *
 * Returns: (nullable): the next element with the same parent
 */
xmlNode *
km_xml_next (const xmlNode *node)
{
  return xmlNextElementSibling ((xmlNode *) node);
}

/**
 * km_xml_child:
 * @parent: (nullable): a node
 * @name: name of an element
 *
 * Returns: (nullable): the first child element of that name
 */
xmlNode *
km_xml_child (const xmlNode *parent, const char *name)
{
  for (xmlNode *node = km_xml_first (parent); node != NULL; node = km_xml_next (node))
    if (km_xml_is (node, name))
      return node;
  return NULL;
}

/**
 * km_xml_has:
 * @node: an element
 * @attribute: name of an attribute
 *
 * Returns: whether @node has it
 */
gboolean
km_xml_has (const xmlNode *node, const char *attribute)
{
  return xmlHasProp ((xmlNode *) node, (const xmlChar *) attribute) != NULL;
}

/**
 * km_xml_get:
 * @node: an element
 * @attribute: name of an attribute
 *
 * Returns: (transfer full) (nullable): its value
 */
char *
km_xml_get (const xmlNode *node, const char *attribute)
{
  xmlChar *value = xmlGetNoNsProp ((xmlNode *) node, (const xmlChar *) attribute);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/**
 * km_xml_get_words:
 * @node: an element
 * @attribute: name of an attribute that lists words
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the words, or %NULL without the
 *   attribute
 */
char **
km_xml_get_words (const xmlNode *node, const char *attribute)
{
  g_autofree char *value = km_xml_get (node, attribute);
  g_auto (GStrv) parts = NULL;
  GStrvBuilder *builder;
  char **words;

  if (value == NULL)
    return NULL;
  parts = g_strsplit_set (value, " \t\r\n", -1);
  builder = g_strv_builder_new ();
  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (builder, *part);
  words = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return words;
}

/**
 * km_xml_get_enum:
 * @node: an element
 * @attribute: name of an attribute
 * @type: an enumeration type
 * @fallback: value to use when the attribute is missing or names no value
 *
 * Returns: the value of @type the attribute names
 */
int
km_xml_get_enum (const xmlNode *node, const char *attribute, GType type, int fallback)
{
  g_autofree char *nick = km_xml_get (node, attribute);
  int value = fallback;

  return km_enum_from_nick (type, nick, &value) ? value : fallback;
}
