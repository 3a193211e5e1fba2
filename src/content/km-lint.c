/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-lint.h"

/**
 * km_lint_error:
 * @lint: a check
 * @node: where it is
 * @format: what is wrong, as for printf()
 * @...: arguments of @format
 *
 * Adds an error.
 */
void
km_lint_error (KmLint *lint, const xmlNode *node, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  km_issues_add (lint->issues, KM_SEVERITY_ERROR, lint->file, km_xml_line (node), "%s", text);
}

/**
 * km_lint_document:
 * @document: a document
 * @library: what its ids may name: all content, this document included
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * Checks what the schema of a document cannot say.
 */
void
km_lint_document (KmDocument *document, KmLibrary *library, GPtrArray *issues)
{
  const xmlNode *root = xmlDocGetRootElement (document->doc);
  KmLint lint = { .library = library, .file = document->file, .issues = issues };

  km_lint_names (&lint, root);
  km_lint_text (&lint, root);
  if (km_xml_is (root, "condition") || km_xml_is (root, "guide") || km_xml_is (root, "exercise"))
    km_lint_page (&lint, root);
  if (km_xml_is (root, "condition"))
    km_lint_evidence (&lint, root);
  if (km_xml_is (root, "questions") || km_xml_is (root, "red-flags"))
    km_lint_rules (&lint, root);
  if (km_xml_is (root, "synonyms"))
    km_lint_synonyms (&lint, root);
}
