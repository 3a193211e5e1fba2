/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-cli-private.h"

#include "km-search.h"

#include <glib/gi18n.h>

#define MOST_HITS 20

/* What a person should know, apart from the results that a script reads. */
static void
print_notes (const KmSearchResults *results)
{
  g_autofree char *near = g_strjoinv (", ", results->near_words);

  /* Translators: after a search with a typing error; the words that were searched for instead */
  if (results->corrected != NULL)
    g_printerr (_ ("searched for: %s\n"), results->corrected);
  if (results->hits->len == 0 && *near != '\0')
    g_printerr (_ ("nothing found; the nearest words are: %s\n"), near);
  else if (results->hits->len == 0)
    g_printerr ("%s\n", _ ("nothing found"));
}

/**
 * km_cli_search: (skip)
 * @library: the library
 * @arguments: the words
 *
 * Returns: a #KmExit
 */
int
km_cli_search (KmLibrary *library, char **arguments)
{
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_autoptr (KmSearch) search = NULL;
  g_autoptr (KmSearchResults) results = NULL;

  if (*g_strstrip (words) == '\0')
    return km_cli_fail (_ ("search: give at least one word"));
  if (!g_utf8_validate (words, -1, NULL))
    return km_cli_fail (_ ("search: the words are not UTF-8"));
  search = km_search_new (library);
  results = km_search_run (search, words, MOST_HITS);
  for (guint i = 0; i < results->hits->len; i++)
    {
      KmSearchHit *hit = g_ptr_array_index (results->hits, i);

      g_print ("%s\t%s\t%s\n", km_search_hit_get_id (hit), km_search_hit_get_title (hit),
               km_search_hit_get_line (hit));
    }
  print_notes (results);
  return KM_EXIT_OK;
}
