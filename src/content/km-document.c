/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-document.h"

#include "km-load.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define CONTENT KM_RESOURCES "content/"

/* The formats by root element, in the order of loading: what others name comes first. */
static const struct
{
  const char *root;
  KmLoadFunc load;
  gboolean many; /* many files of this format, told apart by the id of the root */
} formats[] = {
  { "sections", km_load_sections, FALSE },
  { "urgency", km_load_urgency, FALSE },
  { "structures", km_load_structures, FALSE },
  { "spots", km_load_spots, FALSE },
  { "sources", km_load_sources, FALSE },
  { "questions", km_load_questions, FALSE },
  { "glossary", km_load_glossary, FALSE },
  { "condition", km_load_condition, TRUE },
  { "guide", km_load_guide, TRUE },
  { "exercise", km_load_exercise, TRUE },
  { "faq", km_load_faq, FALSE },
  { "red-flags", km_load_flags, FALSE },
  { "synonyms", km_load_synonyms, FALSE },
};

static const char *
root_name (const KmDocument *document)
{
  return formats[document->format].root;
}

/**
 * km_document_new:
 * @file: name of the file, for issues
 * @doc: (transfer full): its XML
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: (transfer full) (nullable): the document, or %NULL when it is a file of another kind
 */
KmDocument *
km_document_new (const char *file, xmlDoc *doc, GPtrArray *issues)
{
  const xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (km_xml_is (root, formats[i].root) && root->ns == NULL)
        {
          KmDocument *document = g_new0 (KmDocument, 1);
          g_autofree char *id = formats[i].many ? km_load_dup_id (root) : NULL;

          document->file = g_strdup (file);
          document->doc = doc;
          document->format = i;
          document->key = g_strdup_printf ("%s %s", formats[i].root, id != NULL ? id : "");
          return document;
        }
      g_string_append_printf (known, "%s<%s>", i > 0 ? ", " : "", formats[i].root);
    }
  km_issues_add (issues, KM_SEVERITY_ERROR, file, km_xml_line (root),
                 _ ("a file of another kind: its root is <%s>; expected one of %s"), root->name,
                 known->str);
  xmlFreeDoc (doc);
  return NULL;
}

void
km_document_free (KmDocument *document)
{
  g_free (document->file);
  xmlFreeDoc (document->doc);
  g_free (document->key);
  g_clear_pointer (&document->complaints, g_ptr_array_unref);
  g_free (document);
}

/**
 * km_document_validate:
 * @document: a document
 * @schemas: the schemas
 *
 * Holds the document against the schema of its format and keeps what it says.
 */
void
km_document_validate (KmDocument *document, KmSchemas *schemas)
{
  g_clear_pointer (&document->complaints, g_ptr_array_unref);
  document->complaints = km_issues_new ();
  km_schemas_validate (schemas, root_name (document), document->doc, document->file,
                       document->complaints);
}

static gboolean
has_line (GPtrArray *issues, guint line)
{
  for (guint i = 0; i < issues->len; i++)
    if (((KmIssue *) g_ptr_array_index (issues, i))->line == line)
      return TRUE;
  return FALSE;
}

static void
move_issues (GPtrArray *from, GPtrArray *to)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

/**
 * km_document_report:
 * @document: a document
 * @found: (element-type KmIssue): what our own rules found in it; emptied
 * @issues: (element-type KmIssue): gets it all
 *
 * Brings together what our rules and what the schema say. Where both speak of the same line, ours
 * say it in plainer words.
 */
void
km_document_report (KmDocument *document, GPtrArray *found, GPtrArray *issues)
{
  guint i = 0;

  while (document->complaints != NULL && i < document->complaints->len)
    {
      KmIssue *complaint = g_ptr_array_index (document->complaints, i);

      if (has_line (found, complaint->line))
        i++;
      else
        g_ptr_array_add (issues, g_ptr_array_steal_index (document->complaints, i));
    }
  move_issues (found, issues);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
find_files (const char *folder, GPtrArray *paths)
{
  g_auto (GStrv) names
      = g_resources_enumerate_children (folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (folder, *name, NULL);

      if (g_str_has_suffix (path, "/"))
        find_files (path, paths);
      else if (g_str_has_suffix (path, ".xml"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

/**
 * km_documents_list_shipped:
 *
 * Every content file compiled into the program, whatever its name: a new condition is a file and a
 * line in the resource list.
 *
 * Returns: (transfer full) (element-type filename): resource paths in order
 */
GPtrArray *
km_documents_list_shipped (void)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  find_files (CONTENT, paths);
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

/**
 * km_document_read_shipped:
 * @path: a resource path
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: (transfer full) (nullable): the document
 */
KmDocument *
km_document_read_shipped (const char *path, GPtrArray *issues)
{
  const char *file = path + strlen (KM_RESOURCES);
  xmlDoc *doc = km_xml_read_resource (path, file, issues);

  return doc != NULL ? km_document_new (file, doc, issues) : NULL;
}

/**
 * km_documents_read_shipped:
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: (transfer full) (element-type KmDocument): all shipped documents in order
 */
GPtrArray *
km_documents_read_shipped (GPtrArray *issues)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) km_document_free);
  g_autoptr (GPtrArray) paths = km_documents_list_shipped ();

  for (guint i = 0; i < paths->len; i++)
    {
      KmDocument *document = km_document_read_shipped (g_ptr_array_index (paths, i), issues);

      if (document != NULL)
        g_ptr_array_add (documents, document);
    }
  return documents;
}

struct _KmBuilder
{
  KmLoad load;
  GPtrArray *issues;
  GPtrArray *ignored;
};

/**
 * km_builder_new:
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: (transfer full): a builder with an empty library
 */
KmBuilder *
km_builder_new (GPtrArray *issues)
{
  KmBuilder *builder = g_new0 (KmBuilder, 1);

  builder->issues = g_ptr_array_ref (issues);
  builder->ignored = km_issues_new ();
  builder->load.library = km_library_new ();
  builder->load.headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  builder->load.closings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return builder;
}

/**
 * km_builder_add:
 * @builder: a builder
 * @document: a document; not needed any more afterwards
 *
 * Loads what is in the document. What its schema refuses is loaded as far as it goes, so that
 * others find its ids.
 */
void
km_builder_add (KmBuilder *builder, KmDocument *document)
{
  gboolean refused = document->complaints != NULL && document->complaints->len > 0;

  builder->load.file = document->file;
  builder->load.issues = refused ? builder->ignored : builder->issues;
  formats[document->format].load (&builder->load, xmlDocGetRootElement (document->doc));
}

/**
 * km_builder_add_all:
 * @builder: a builder
 * @documents: (element-type KmDocument): documents
 *
 * Loads them in the order of their formats.
 */
void
km_builder_add_all (KmBuilder *builder, GPtrArray *documents)
{
  for (guint format = 0; format < G_N_ELEMENTS (formats); format++)
    for (guint i = 0; i < documents->len; i++)
      {
        KmDocument *document = g_ptr_array_index (documents, i);

        if (document->format == format)
          km_builder_add (builder, document);
      }
}

/**
 * km_builder_finish:
 * @builder: (transfer full): a builder
 *
 * Returns: (transfer full): its library, sealed
 */
KmLibrary *
km_builder_finish (KmBuilder *builder)
{
  KmLibrary *library = builder->load.library;

  km_library_seal (library);
  g_hash_table_unref (builder->load.headings);
  g_hash_table_unref (builder->load.closings);
  g_ptr_array_unref (builder->ignored);
  g_ptr_array_unref (builder->issues);
  g_free (builder);
  return library;
}

/**
 * km_documents_build:
 * @documents: (element-type KmDocument): documents
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Returns: (transfer full): a sealed library of all of them
 */
KmLibrary *
km_documents_build (GPtrArray *documents, GPtrArray *issues)
{
  KmBuilder *builder = km_builder_new (issues);

  km_builder_add_all (builder, documents);
  return km_builder_finish (builder);
}
