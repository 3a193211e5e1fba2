/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-schema.h"

#include <glib/gi18n.h>
#include <string.h>

/* Enough to see what is wrong; a file that is wrong throughout says the same thing again. */
#define MAX_ISSUES 20

struct _KmSchemas
{
  GHashTable *by_format; /* name of the root element -> xmlRelaxNG */
};

typedef struct
{
  const char *file;
  GPtrArray *issues;
  guint n_issues;
  guint last_line;
  char *vague; /* said when nothing better is */
  guint vague_line;
} Validation;

/**
 * km_schemas_new:
 *
 * Returns: (transfer full): the schemas, none compiled yet
 */
KmSchemas *
km_schemas_new (void)
{
  KmSchemas *schemas = g_new0 (KmSchemas, 1);

  km_xml_init ();
  schemas->by_format
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) xmlRelaxNGFree);
  return schemas;
}

void
km_schemas_free (KmSchemas *schemas)
{
  g_hash_table_unref (schemas->by_format);
  g_free (schemas);
}

static void
ignore_error (void *data, KmXmlError *error)
{
}

static xmlRelaxNG *
get_schema (KmSchemas *schemas, const char *format)
{
  xmlRelaxNG *schema = g_hash_table_lookup (schemas->by_format, format);
  g_autofree char *url = NULL;
  g_autoptr (xmlRelaxNGParserCtxt) context = NULL;

  if (schema != NULL)
    return schema;
  url = g_strdup_printf ("resource://" KM_RESOURCES "schema/%s.rng", format);
  context = xmlRelaxNGNewParserCtxt (url);
  if (context == NULL)
    return NULL;
  xmlRelaxNGSetParserStructuredErrors (context, ignore_error, NULL);
  schema = xmlRelaxNGParse (context);
  if (schema != NULL)
    g_hash_table_insert (schemas->by_format, g_strdup (format), schema);
  return schema;
}

/* libxml2 tells first what is wrong and then, outwards, which elements fail because of it. */
static gboolean
is_consequence (KmXmlError *error)
{
  return strstr (error->message, "has extra content") != NULL
         || strstr (error->message, "failed to validate") != NULL
         || strstr (error->message, "in interleave") != NULL;
}

static void
add_complaint (Validation *validation, guint line, const char *text)
{
  if (line == validation->last_line || validation->n_issues >= MAX_ISSUES)
    return;
  validation->last_line = line;
  validation->n_issues++;
  km_issues_add (validation->issues, KM_SEVERITY_ERROR, validation->file, line,
                 _ ("not as the format asks: %s"), text);
}

static void
on_error (void *data, KmXmlError *error)
{
  Validation *validation = data;
  const xmlNode *node = error->node;
  guint line = node != NULL ? km_xml_line (node) : (guint) MAX (error->line, 1);
  g_autofree char *text = NULL;

  if (error->message == NULL)
    return;
  text = g_strchomp (g_strdup (error->message));
  if (!is_consequence (error))
    add_complaint (validation, line, text);
  else if (validation->vague == NULL)
    {
      validation->vague = g_steal_pointer (&text);
      validation->vague_line = line;
    }
}

/**
 * km_schemas_validate:
 * @schemas: the schemas
 * @format: name of the root element
 * @doc: a document
 * @file: name of the file, for issues
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: whether @doc is as its format asks
 */
gboolean
km_schemas_validate (KmSchemas *schemas,
                     const char *format,
                     xmlDoc *doc,
                     const char *file,
                     GPtrArray *issues)
{
  xmlRelaxNG *schema = get_schema (schemas, format);
  g_autoptr (xmlRelaxNGValidCtxt) context = NULL;
  Validation validation = { .file = file, .issues = issues };
  int result;

  if (schema == NULL)
    {
      km_issues_add (issues, KM_SEVERITY_ERROR, file, 1, _ ("no schema for <%s>"), format);
      return FALSE;
    }
  context = xmlRelaxNGNewValidCtxt (schema);
  xmlRelaxNGSetValidStructuredErrors (context, on_error, &validation);
  result = xmlRelaxNGValidateDoc (context, doc);
  if (result != 0 && validation.n_issues == 0 && validation.vague != NULL)
    add_complaint (&validation, validation.vague_line, validation.vague);
  else if (result != 0 && validation.n_issues == 0)
    km_issues_add (issues, KM_SEVERITY_ERROR, file, km_xml_line (xmlDocGetRootElement (doc)),
                   _ ("not as the format of <%s> asks"), format);
  g_free (validation.vague);
  return result == 0;
}
