/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type, and whether a page that answers it is among the first three. Prints the whole
 * table, so that a change can be judged by eye. */
#include "km-loader.h"
#include "km-search.h"

#include <string.h>

#define SHOWN 3
#define SHARE_NEEDED 0.95

static KmLibrary *library;
static KmSearch *search;

static gboolean
is_known (const char *id)
{
  if (g_str_has_prefix (id, KM_GLOSSARY_PREFIX))
    return km_library_get_term (library, id + strlen (KM_GLOSSARY_PREFIX)) != NULL;
  return km_library_get_page (library, id) != NULL;
}

/* Runs one query; returns whether a right page is among the first. */
static gboolean
try_query (const char *words, const char *const *right)
{
  g_autoptr (KmSearchResults) results = km_search_run (search, words, SHOWN);
  g_autoptr (GString) shown = g_string_new (NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < results->hits->len; i++)
    {
      KmSearchHit *hit = g_ptr_array_index (results->hits, i);
      gboolean is_right = g_strv_contains (right, km_search_hit_get_id (hit));

      found = found || is_right;
      g_string_append_printf (shown, " %s%s", km_search_hit_get_id (hit), is_right ? "*" : "");
    }
  g_test_message ("%s  %-48s%s%s%s", found ? "  " : "--", words, shown->str,
                  results->corrected != NULL ? "   for: " : "",
                  results->corrected != NULL ? results->corrected : "");
  return found;
}

static void
test_queries (gconstpointer name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "content", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  guint n_found = 0;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) fields = g_strsplit (*line, "\t", 2);
      g_auto (GStrv) right = NULL;

      if (**line == '#' || fields[0] == NULL || fields[1] == NULL)
        continue;
      right = g_strsplit (fields[1], " ", -1);
      for (char **id = right; *id != NULL; id++)
        if (!is_known (*id))
          g_test_fail_printf ("%s: no page %s", (const char *) name, *id);
      n++;
      n_found += try_query (fields[0], (const char *const *) right) ? 1 : 0;
    }
  g_test_message ("%u of %u queries (%.1f %%) have a right page among the first %d", n_found, n,
                  100.0 * n_found / n, SHOWN);
  g_assert_cmpuint (n, >=, 120);
  g_assert_cmpfloat (n_found, >=, SHARE_NEEDED * n);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  library = km_loader_load (NULL, &error);
  g_assert_no_error (error);
  search = km_search_new (library);
  g_test_add_data_func ("/content/search/queries", "queries.tsv", test_queries);
  status = g_test_run ();
  km_search_free (search);
  g_object_unref (library);
  return status;
}
