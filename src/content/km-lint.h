/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema cannot say: that ids name something, that a page is whole, that it reads well. */
#pragma once

#include "km-document.h"

G_BEGIN_DECLS

/**
 * KmLint:
 * @library: what ids may name
 * @file: the file being checked
 * @issues: (element-type KmIssue): gets what is wrong
 *
 * The checking of a file.
 */
typedef struct
{
  KmLibrary *library;
  const char *file;
  GPtrArray *issues;
} KmLint;

void km_lint_document (KmDocument *document, KmLibrary *library, GPtrArray *issues);

/* The parts, one file for each. */
void km_lint_error (KmLint *lint, const xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void km_lint_names (KmLint *lint, const xmlNode *root);
void km_lint_page (KmLint *lint, const xmlNode *root);
void km_lint_evidence (KmLint *lint, const xmlNode *root);
void km_lint_rules (KmLint *lint, const xmlNode *root);
void km_lint_synonyms (KmLint *lint, const xmlNode *root);
void km_lint_text (KmLint *lint, const xmlNode *root);

G_END_DECLS
