/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

/* The names between the commas of a list, without white space around them. */
static char **
split_names (const char *list)
{
  g_auto (GStrv) pieces = g_strsplit (list, ",", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **names;

  for (char **piece = pieces; *piece != NULL; piece++)
    if (*g_strstrip (*piece) != '\0')
      g_strv_builder_add (builder, *piece);
  names = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return names;
}

/**
 * km_load_synonyms:
 * @load: a library being filled
 * @root: the root of the synonyms
 *
 * Adds the groups of words of one meaning, and the words that carry none. Each is one message, so
 * that a language can have as many names for a thing as it needs.
 */
void
km_load_synonyms (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *list = km_message_dup_text (node);
      g_auto (GStrv) names = split_names (list);

      if (km_xml_is (node, "group"))
        km_library_take_synonyms (load->library, g_steal_pointer (&names));
      else if (km_xml_is (node, "ignore"))
        km_library_add_ignored_words (load->library, (const char *const *) names);
    }
}
