/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-cli-private.h"

#include "km-search.h"

#include <glib/gi18n.h>

#define MOST_HITS 20

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
  g_autoptr (GArray) hits = NULL;

  if (*arguments == NULL)
    return km_cli_fail (_ ("search: give at least one word"));
  if (!g_utf8_validate (words, -1, NULL))
    return km_cli_fail (_ ("search: the words are not UTF-8"));
  search = km_search_new (library);
  hits = km_search_find (search, words, MOST_HITS);
  for (guint i = 0; i < hits->len; i++)
    {
      const KmHit *hit = &g_array_index (hits, KmHit, i);

      g_print ("%s\t%s\t%s\n", km_page_get_id (hit->page), km_page_get_title (hit->page),
               hit->line);
    }
  return KM_EXIT_OK;
}
