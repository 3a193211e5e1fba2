/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"

#include "km-document.h"
#include "km-lint.h"

#include <glib/gi18n.h>
#include <string.h>

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

static gboolean
is_in_folder (const char *path)
{
  return strchr (path + strlen (KM_RESOURCES "content/"), '/') != NULL;
}

/* The lists first, then page after page, each freed before the next is read: at no time is more in
 * memory than the library and one file. */
static KmLibrary *
load_trusted (GPtrArray *paths, GPtrArray *issues)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) km_document_free);
  KmBuilder *builder = km_builder_new (issues);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      KmDocument *document = is_in_folder (path) ? NULL : km_document_read_shipped (path, issues);

      if (document != NULL)
        g_ptr_array_add (lists, document);
    }
  km_builder_add_all (builder, lists);
  g_ptr_array_set_size (lists, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (KmDocument) document
          = is_in_folder (path) ? km_document_read_shipped (path, issues) : NULL;

      if (document != NULL)
        km_builder_add (builder, document);
    }
  return km_builder_finish (builder);
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
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (KmLibrary) library = NULL;

  if (issues != NULL)
    return load_and_check (issues);
  own = km_issues_new ();
  paths = km_documents_list_shipped ();
  library = load_trusted (paths, own);
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

/**
 * km_loader_load_first:
 * @error: return location for a #KmContentError
 *
 * Loads what the first screen shows: the spots, the structures, the fixed wordings, and the page of
 * warning signs. See km_library_set_rest().
 *
 * Returns: (transfer full) (nullable): a sealed library, or %NULL when any of it cannot be loaded
 */
KmLibrary *
km_loader_load_first (GError **error)
{
  static const char *const first[]
      = { "sections", "urgency", "structures", "spots", "guides/warning-signs" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (KmLibrary) library = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (paths, g_strconcat (KM_RESOURCES "content/", first[i], ".xml", NULL));
  library = load_trusted (paths, issues);
  return fail_on_errors (issues, error) ? g_steal_pointer (&library) : NULL;
}
