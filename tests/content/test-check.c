/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` says: nothing about good files; of bad ones, one mistake each, where and why. The
 * expected lines stand beside the file; a star at the end stands for words of libxml2. */
#include "km-check.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static char *
data_path (const char *folder, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", folder, name, NULL);
}

/* Issues as lines, with the names of files without their folders. */
static char **
check_lines (const char *path, gboolean *good)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = g_strconcat (folder, G_DIR_SEPARATOR_S, NULL);
  char *files[] = { (char *) path, NULL };
  GStrvBuilder *builder = g_strv_builder_new ();
  char **lines;

  *good = km_check_files (files, issues);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *line = km_issue_to_string (g_ptr_array_index (issues, i));

      g_assert_true (g_str_has_prefix (line, prefix));
      g_strv_builder_add (builder, line + strlen (prefix));
    }
  lines = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return lines;
}

static gboolean
matches (const char *line, const char *expected)
{
  gsize length = strlen (expected);

  if (length > 0 && expected[length - 1] == '*')
    return strncmp (line, expected, length - 1) == 0;
  return g_str_equal (line, expected);
}

static void
test_bad (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = data_path ("bad", name);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".xml"));
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_auto (GStrv) wanted = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean good;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  wanted = g_strsplit (g_strchomp (expected), "\n", -1);
  lines = check_lines (path, &good);
  for (guint i = 0; lines[i] != NULL; i++)
    g_test_message ("%s", lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (matches (lines[i], wanted[i]));
  g_assert_true (good == (strstr (wanted[0], ": warning: ") != NULL));
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
}

static void
test_good (gconstpointer data)
{
  g_autofree char *path = data_path ("good", data);
  g_auto (GStrv) lines = NULL;
  gboolean good;

  lines = check_lines (path, &good);
  g_assert_cmpstrv (lines, (char *[]){ NULL });
  g_assert_true (good);
}

static void
check_large (const char *path, const char *expected)
{
  gint64 start = g_get_monotonic_time ();
  gboolean good;
  g_auto (GStrv) lines = check_lines (path, &good);
  double took = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  g_assert_false (good);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  g_assert_cmpstr (lines[0], ==, expected);
  g_test_message ("%.3f s", took);
}

/* 100 MB, of which next to nothing is read. */
static void
test_huge (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kneemap-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huge.xml", NULL);
  FILE *file = g_fopen (path, "w");
  static char block[1024 * 1024];

  memset (block, ' ', sizeof block);
  g_assert_nonnull (file);
  fputs ("<guide>", file);
  for (int i = 0; i < 100; i++)
    g_assert_cmpuint (fwrite (block, sizeof block, 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
  check_large (path, "huge.xml:1: larger than 2048 kB");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* As large as allowed, and nothing but elements. */
static void
test_many_elements (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kneemap-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "many.xml", NULL);
  g_autoptr (GString) text = g_string_new ("<guide>\n");

  while (text->len < 2 * 1000 * 1000)
    g_string_append (text, "<p/>");
  g_string_append (text, "</guide>\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  check_large (path, "many.xml:2: more than 50000 elements");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_unreadable (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kneemap-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "none.xml", NULL);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) of_folder = NULL;
  gboolean good;

  lines = check_lines (path, &good);
  g_assert_false (good);
  g_assert_true (g_str_has_prefix (lines[0], "none.xml:1: cannot be read: "));
  of_folder = check_lines (folder, &good);
  g_assert_false (good);
  g_assert_true (g_str_has_suffix (of_folder[0], ":1: not a regular file"));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A word that a new file defines may be used by another file checked with it. */
static void
test_together (void)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autofree char *guide = data_path ("good", "guide.xml");
  g_autofree char *condition = data_path ("good", "condition.xml");
  g_autofree char *bad = data_path ("bad", "dead-link.xml");
  char *files[] = { guide, condition, bad, NULL };

  /* The bad guide stands for the same page as the good one. */
  g_assert_false (km_check_files (files, issues));
  g_assert_cmpuint (issues->len, ==, 2);
}

static void
add_files (const char *folder, const char *prefix, GTestDataFunc func)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".xml"))
      {
        g_autofree char *test = g_strconcat (prefix, name, NULL);

        g_test_add_data_func_full (test, g_strdup (name), func, g_free);
      }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  add_files ("bad", "/content/check/bad/", test_bad);
  add_files ("good", "/content/check/good/", test_good);
  g_test_add_func ("/content/check/huge", test_huge);
  g_test_add_func ("/content/check/many-elements", test_many_elements);
  g_test_add_func ("/content/check/unreadable", test_unreadable);
  g_test_add_func ("/content/check/together", test_together);
  return g_test_run ();
}
