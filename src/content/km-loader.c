/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"

#include "km-document.h"
#include "km-lint.h"

#include <glib/gi18n.h>

static void
check_all (GPtrArray *documents, KmLibrary *library, GPtrArray *issues)
{
  for (guint i = 0; i < documents->len; i++)
    {
      KmDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GPtrArray) found = km_issues_new ();

      km_lint_document (document, library, found);
      km_document_report (document, found, issues);
    }
}

static KmLibrary *
load_and_check (GPtrArray *issues)
{
  g_autoptr (GPtrArray) documents = km_documents_read_shipped (issues);
  g_autoptr (KmSchemas) schemas = km_schemas_new ();
  KmLibrary *library;

  for (guint i = 0; i < documents->len; i++)
    km_document_validate (g_ptr_array_index (documents, i), schemas);
  library = km_documents_build (documents, issues);
  check_all (documents, library, issues);
  km_issues_sort (issues);
  return library;
}

/* The first error stands for all of them. */
static gboolean
fail_on_errors (GPtrArray *issues, GError **error)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const KmIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *text = NULL;

      if (issue->severity != KM_SEVERITY_ERROR)
        continue;
      text = km_issue_to_string (issue);
      g_set_error_literal (error, KM_CONTENT_ERROR, KM_CONTENT_ERROR_PARSE, text);
      return FALSE;
    }
  return TRUE;
}

/**
 * km_loader_load:
 * @issues: (nullable) (element-type KmIssue): gets everything that is wrong with the content
 * @error: return location for a #KmContentError
 *
 * Loads the content compiled into the program. Without @issues it is taken as checked, which the
 * tests do, and only what cannot be loaded counts; with @issues every file is held against its
 * schema, and every id against what it names.
 *
 * Returns: (transfer full) (nullable): the library, sealed; %NULL when there is none, or, without
 *   @issues, when any of it cannot be loaded
 */
KmLibrary *
km_loader_load (GPtrArray *issues, GError **error)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (KmLibrary) library = NULL;

  if (issues != NULL)
    return load_and_check (issues);
  own = km_issues_new ();
  documents = km_documents_read_shipped (own);
  library = km_documents_build (documents, own);
  if (!fail_on_errors (own, error))
    return NULL;
  if (km_library_get_conditions (library)->len == 0)
    {
      g_set_error (error, KM_CONTENT_ERROR, KM_CONTENT_ERROR_MISSING,
                   _ ("no content was compiled into the program"));
      return NULL;
    }
  return g_steal_pointer (&library);
}
