/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-check.h"

#include "km-document.h"
#include "km-lint.h"

#include <glib/gi18n.h>

static GPtrArray *
read_files (char **files, GPtrArray *issues)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) km_document_free);
  g_autoptr (KmSchemas) schemas = km_schemas_new ();

  for (char **file = files; *file != NULL; file++)
    {
      g_autofree char *name = g_filename_display_name (*file);
      xmlDoc *doc = km_xml_read_file (*file, issues);
      KmDocument *document = doc != NULL ? km_document_new (name, doc, issues) : NULL;

      if (document == NULL)
        continue;
      km_document_validate (document, schemas);
      g_ptr_array_add (documents, document);
    }
  return documents;
}

static gboolean
is_replaced (const KmDocument *shipped, GPtrArray *given)
{
  for (guint i = 0; i < given->len; i++)
    if (g_str_equal (shipped->key, ((KmDocument *) g_ptr_array_index (given, i))->key))
      return TRUE;
  return FALSE;
}

/* The shipped content with the given files in the place of those they stand for. */
static KmLibrary *
build_context (GPtrArray *given, GPtrArray *issues)
{
  g_autoptr (GPtrArray) ignored = km_issues_new ();
  g_autoptr (GPtrArray) shipped = km_documents_read_shipped (ignored);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) said = km_issues_new ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  KmLibrary *library;

  for (guint i = 0; i < shipped->len; i++)
    if (!is_replaced (g_ptr_array_index (shipped, i), given))
      g_ptr_array_add (all, g_ptr_array_index (shipped, i));
  for (guint i = 0; i < given->len; i++)
    {
      KmDocument *document = g_ptr_array_index (given, i);

      g_ptr_array_add (all, document);
      g_hash_table_add (names, document->file);
    }
  library = km_documents_build (all, said);
  while (said->len > 0)
    {
      KmIssue *issue = g_ptr_array_steal_index (said, 0);

      if (g_hash_table_contains (names, issue->file))
        g_ptr_array_add (issues, issue);
      else
        km_issue_free (issue);
    }
  return library;
}

/**
 * km_check_files:
 * @files: (array zero-terminated=1): paths of content files
 * @issues: (element-type KmIssue): gets what is wrong with them, by file and line
 *
 * Checks content files against their schemas and against each other, with the content of the
 * program as context: a file that stands for the same page or list as a shipped one takes its
 * place. Nothing but the given files is read.
 *
 * Returns: whether they hold no error; warnings do not count
 */
gboolean
km_check_files (char **files, GPtrArray *issues)
{
  g_autoptr (GPtrArray) found = km_issues_new ();
  g_autoptr (GPtrArray) given = read_files (files, found);
  g_autoptr (KmLibrary) library = NULL;
  gboolean good;

  if (given->len > 0)
    library = build_context (given, found);
  for (guint i = 0; i < given->len; i++)
    {
      KmDocument *document = g_ptr_array_index (given, i);
      g_autoptr (GPtrArray) in_document = km_issues_new ();

      km_lint_document (document, library, in_document);
      km_document_report (document, in_document, found);
    }
  km_issues_sort (found);
  good = !km_issues_have_errors (found);
  while (found->len > 0)
    g_ptr_array_add (issues, g_ptr_array_steal_index (found, 0));
  return good;
}
