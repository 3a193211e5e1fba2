/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading, schema, loading and checking of a content file. */
#include "km-document.h"
#include "km-fuzz.h"
#include "km-lint.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static KmSchemas *schemas = NULL;
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (GPtrArray) documents
      = g_ptr_array_new_with_free_func ((GDestroyNotify) km_document_free);
  g_autoptr (KmLibrary) library = NULL;
  xmlDoc *doc = km_xml_read ("fuzz", (const char *) data, size, issues);
  KmDocument *document = doc != NULL ? km_document_new ("fuzz", doc, issues) : NULL;

  if (document == NULL)
    {
      /* What is refused is refused with a reason. */
      g_assert_cmpuint (issues->len, >, 0);
      return 0;
    }
  if (schemas == NULL)
    schemas = km_schemas_new ();
  g_ptr_array_add (documents, document);
  km_document_validate (document, schemas);
  library = km_documents_build (documents, issues);
  km_lint_document (document, library, issues);
  km_issues_sort (issues);
  return 0;
}
