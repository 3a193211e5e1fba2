/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-lint.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_WORDS 30

static gboolean
is_running_text (const xmlNode *node)
{
  static const char *const names[]
      = { "p",       "warning", "item",  "step",     "cell",      "picture",
          "figure",  "meaning", "dose",  "sentence", "why",       "text",
          "purpose", "closing", "extra", "label",    "statement", NULL };

  for (const char *const *name = names; *name != NULL; name++)
    if (km_xml_is (node, *name))
      return TRUE;
  return km_xml_is (node, "when") && km_xml_is (node->parent, "urgent");
}

static gboolean
ends_sentence (const char *word)
{
  gsize length = strlen (word);

  while (length > 0 && strchr ("\"')]", word[length - 1]) != NULL)
    length--;
  return length > 0 && strchr (".!?", word[length - 1]) != NULL;
}

static void
check_sentences (KmLint *lint, const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_auto (GStrv) words = g_strsplit_set ((const char *) content, " \t\r\n", -1);
  guint n_words = 0;
  guint longest = 0;

  xmlFree (content);
  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      n_words++;
      longest = MAX (longest, n_words);
      if (ends_sentence (*word))
        n_words = 0;
    }
  if (longest > MAX_WORDS)
    km_issues_add (lint->issues, KM_SEVERITY_WARNING, lint->file, km_xml_line (node),
                   _ ("a sentence of %u words; %d at most"), longest, MAX_WORDS);
}

static gboolean
is_empty (const xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  gboolean empty = content == NULL || content[strspn ((const char *) content, " \t\r\n")] == '\0';

  xmlFree (content);
  return empty;
}

static gboolean
is_inline (const xmlNode *node)
{
  return km_xml_is (node, "b") || km_xml_is (node, "link") || km_xml_is (node, "term");
}

/* In text that begins with a marked word, xgettext drops white space alone between two of them, so
 * that they would run together for a translator. */
static void
check_gaps (KmLint *lint, const xmlNode *node)
{
  const xmlNode *first = node->children;

  if (first != NULL && first->type == XML_TEXT_NODE && !is_empty (first))
    return;
  for (const xmlNode *at = first; at != NULL; at = at->next)
    if (at->type == XML_TEXT_NODE && is_inline (at->prev) && is_inline (at->next) && is_empty (at))
      km_lint_error (lint, at->next,
                     _ ("nothing but white space between <%s> and <%s>, in text that begins with "
                        "such an element"),
                     at->prev->name, at->next->name);
}

/**
 * km_lint_text:
 * @lint: a check
 * @root: an element
 *
 * Checks that text is there, and warns of sentences too long to read.
 */
void
km_lint_text (KmLint *lint, const xmlNode *root)
{
  if (is_running_text (root) && is_empty (root))
    km_lint_error (lint, root, _ ("<%s> is empty"), root->name);
  else if (is_running_text (root))
    {
      check_sentences (lint, root);
      check_gaps (lint, root);
    }
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    km_lint_text (lint, node);
}
