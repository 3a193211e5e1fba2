/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-lint.h"

#include <glib/gi18n.h>

/* A name as it is compared: small letters, one space between words. */
static char *
plain_name (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\r\n", -1);
  GString *plain = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (plain, plain->len > 0 ? " %s" : "%s", *word);
  return g_string_free (plain, FALSE);
}

static void
check_list (KmLint *lint, const xmlNode *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlChar *content = xmlNodeGetContent (node);
  g_auto (GStrv) names = g_strsplit ((const char *) content, ",", -1);

  xmlFree (content);
  if (g_strv_length (names) < 2)
    km_lint_error (lint, node, _ ("<%s> needs two names or more, with commas between"), node->name);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *plain = plain_name (*name);

      if (*plain == '\0')
        km_lint_error (lint, node, _ ("<%s> has a comma without a name"), node->name);
      else if (g_hash_table_contains (seen, plain))
        km_lint_error (lint, node, _ ("<%s> has “%s” twice"), node->name, plain);
      else
        g_hash_table_add (seen, g_steal_pointer (&plain));
    }
}

/**
 * km_lint_synonyms:
 * @lint: a check
 * @root: the root of the synonyms
 *
 * Checks the lists of names.
 */
void
km_lint_synonyms (KmLint *lint, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    if (km_xml_is (node, "group") || km_xml_is (node, "ignore"))
      check_list (lint, node);
}
