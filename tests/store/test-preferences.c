/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-preferences.h"
#include "km-session.h"
#include "km-test-home.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>

static void
write_raw (const char *text, gssize length)
{
  g_autofree char *path = km_preferences_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static guint
count_files (void)
{
  g_autofree char *path = km_preferences_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
check_kept (GPtrArray *array, guint position, const char *page, const char *title)
{
  const KmKept *kept = g_ptr_array_index (array, position);

  g_assert_cmpstr (kept->page, ==, page);
  g_assert_cmpstr (kept->title, ==, title);
}

static void
test_none (void)
{
  g_autoptr (KmReading) reading = km_reading_new ();
  g_autoptr (GError) error = NULL;

  km_test_clear_home ();
  g_assert_true (km_preferences_load (reading, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (km_reading_get_text_size (reading), ==, 100);
  g_assert_cmpuint (km_reading_get_bookmarks (reading)->len, ==, 0);
}

static void
test_round_trip (void)
{
  g_autoptr (KmReading) reading = km_reading_new ();
  g_autoptr (KmReading) again = km_reading_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = km_preferences_dup_path ();
  struct stat info;

  km_test_clear_home ();
  km_reading_set_text_size (reading, 175);
  km_reading_set_hint_seen (reading, TRUE);
  km_reading_add_bookmark (reading, "itb", "Iliotibial \"band\"; [syndrome]\n'x'");
  km_reading_add_bookmark (reading, "pfp", "Köhler \xf0\x9f\xa6\xb5");
  km_reading_add_recent (reading, "acl", "ACL");
  km_reading_add_recent (reading, "itb", "ITB");
  km_reading_set_share (reading, "itb", 0.25);
  g_assert_true (km_preferences_save (reading, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_true (km_preferences_load (again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (km_reading_get_text_size (again), ==, 175);
  g_assert_true (km_reading_get_hint_seen (again));
  g_assert_cmpuint (km_reading_get_bookmarks (again)->len, ==, 2);
  check_kept (km_reading_get_bookmarks (again), 0, "pfp", "Köhler \xf0\x9f\xa6\xb5");
  check_kept (km_reading_get_bookmarks (again), 1, "itb", "Iliotibial \"band\"; [syndrome]\n'x'");
  check_kept (km_reading_get_recent (again), 0, "itb", "ITB");
  check_kept (km_reading_get_recent (again), 1, "acl", "ACL");
  g_assert_cmpfloat (((KmKept *) g_ptr_array_index (km_reading_get_recent (again), 0))->share, ==,
                     0.25);
}

static void
test_damaged (void)
{
  static const char *const texts[] = {
    "",
    "no key file at all",
    "[Reading]\n",
    "[Reading]\nVersion=one\n",
    "[Reading]\nVersion=-4\n",
    "[Reading]\nVersion=1\nBookmarks=[('itb',\n",
    "[Reading]\nVersion=1\nBookmarks=[1, 2]\n",
    "[Reading]\nVersion=1\nRecent=[('itb', 'ITB', 'far')]\n",
    "[Reading]\nVersion=9\nTextSize=150\n",
    "\xff\xfe\x00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KmReading) reading = km_reading_new ();
      g_autoptr (GError) error = NULL;
      int code;

      km_test_clear_home ();
      write_raw (texts[i], -1);
      g_assert_false (km_preferences_load (reading, &error));
      code = strstr (texts[i], "=9") != NULL ? KM_STORE_ERROR_VERSION : KM_STORE_ERROR_CORRUPT;
      g_assert_error (error, KM_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, "preferences.ini.damaged-"));
      g_assert_cmpuint (count_files (), ==, 1);
      g_clear_error (&error);
      g_assert_true (km_preferences_load (reading, &error));
    }
}

/* One value that makes no sense does not cost the rest. */
static void
test_odd_values (void)
{
  static const struct
  {
    const char *line;
    guint size;
  } cases[] = {
    { "TextSize=9999", 300 },
    { "TextSize=-5", 100 },
    { "TextSize=big", 100 },
    { "TextSize=1", 80 },
    { "TextSize=99999999999999", 100 },
    { "HintSeen=perhaps", 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KmReading) reading = km_reading_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf (
          "[Reading]\nVersion=1\n%s\nBookmarks=[('itb', 'ITB')]\n", cases[i].line);

      km_test_clear_home ();
      write_raw (text, -1);
      g_assert_true (km_preferences_load (reading, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (km_reading_get_text_size (reading), ==, cases[i].size);
      g_assert_true (km_reading_has_bookmark (reading, "itb"));
    }
}

/* A place on a page that cannot be is its top; titles are only text. */
static void
test_odd_places (void)
{
  static const char *const shares[] = { "-1.0", "1e308", "inf", "-inf", "nan", "1.0000001" };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (KmReading) reading = km_reading_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf (
          "[Reading]\nVersion=1\nRecent=[('', '<b>&', %s), ('a', 'A', %s), ('a', '', 0.5)]\n",
          shares[i], shares[i]);
      GPtrArray *recent;

      km_test_clear_home ();
      write_raw (text, -1);
      g_assert_true (km_preferences_load (reading, &error));
      g_assert_no_error (error);
      recent = km_reading_get_recent (reading);
      g_assert_cmpuint (recent->len, ==, 2);
      for (guint j = 0; j < recent->len; j++)
        g_assert_cmpfloat (((const KmKept *) g_ptr_array_index (recent, j))->share, ==, 0);
    }
}

static void
test_too_large (void)
{
  g_autoptr (KmReading) reading = km_reading_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (300 * 1024, 'x');

  km_test_clear_home ();
  write_raw (text, -1);
  g_assert_false (km_preferences_load (reading, &error));
  g_assert_error (error, KM_STORE_ERROR, KM_STORE_ERROR_CORRUPT);
}

/* Forgetting a session leaves what was kept on purpose. */
static void
test_forget (void)
{
  g_autoptr (KmReading) reading = km_reading_new ();
  g_autoptr (GError) error = NULL;

  km_test_clear_home ();
  km_reading_add_bookmark (reading, "itb", "ITB");
  g_assert_true (km_preferences_save (reading, &error));
  g_assert_true (km_session_forget (&error));
  g_assert_true (km_preferences_load (reading, &error));
  g_assert_true (km_reading_has_bookmark (reading, "itb"));
}

static void
test_cannot_write (void)
{
  g_autoptr (KmReading) reading = km_reading_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = km_preferences_dup_path ();

  km_test_clear_home ();
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_false (km_preferences_save (reading, &error));
  g_assert_true (error->domain == G_FILE_ERROR);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
on_changed (KmReading *reading, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_reading (void)
{
  g_autoptr (KmReading) reading = km_reading_new ();
  guint n = 0;

  g_signal_connect (reading, "changed", G_CALLBACK (on_changed), &n);
  km_reading_add_bookmark (reading, "itb", "ITB");
  km_reading_add_bookmark (reading, "itb", "ITB");
  g_assert_cmpuint (n, ==, 1);
  km_reading_remove_bookmark (reading, "itb");
  km_reading_remove_bookmark (reading, "itb");
  g_assert_cmpuint (n, ==, 2);
  for (int i = 0; i < 30; i++)
    {
      g_autofree char *page = g_strdup_printf ("page-%d", i);

      km_reading_add_recent (reading, page, page);
    }
  g_assert_cmpuint (km_reading_get_recent (reading)->len, ==, KM_RECENT_MAX);
  km_reading_clear_recent (reading);
  g_assert_cmpuint (km_reading_get_recent (reading)->len, ==, 0);
}

static void
test_text_size (void)
{
  g_autoptr (KmReading) reading = km_reading_new ();
  guint last = 0;

  km_reading_set_text_size (reading, 5);
  g_assert_cmpuint (km_reading_get_text_size (reading), ==, KM_TEXT_SIZE_MIN);
  while (last != km_reading_get_text_size (reading))
    {
      last = km_reading_get_text_size (reading);
      km_reading_set_text_size (reading, km_reading_get_next_text_size (reading, 1));
    }
  g_assert_cmpuint (last, ==, KM_TEXT_SIZE_MAX);
  km_reading_set_text_size (reading, 117);
  g_assert_cmpuint (km_reading_get_next_text_size (reading, 1), ==, 125);
  g_assert_cmpuint (km_reading_get_next_text_size (reading, -1), ==, 110);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/preferences/none", test_none);
  g_test_add_func ("/preferences/round-trip", test_round_trip);
  g_test_add_func ("/preferences/damaged", test_damaged);
  g_test_add_func ("/preferences/odd-values", test_odd_values);
  g_test_add_func ("/preferences/odd-places", test_odd_places);
  g_test_add_func ("/preferences/too-large", test_too_large);
  g_test_add_func ("/preferences/forget", test_forget);
  g_test_add_func ("/preferences/cannot-write", test_cannot_write);
  g_test_add_func ("/reading/changed", test_reading);
  g_test_add_func ("/reading/text-size", test_text_size);
  return g_test_run ();
}
