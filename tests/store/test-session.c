/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-session.h"
#include "km-test-home.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

static KmSession *
make_session (void)
{
  KmSession *session = km_session_new ();

  session->answers
      = g_variant_ref_sink (g_variant_new_parsed ("[('spot', ['outer-bump']), ('fever', ['no'])]"));
  session->page = g_strdup ("itb");
  session->view = KM_VIEW_OUTER;
  session->layer = KM_LAYER_MUSCLE;
  session->side = KM_SIDE_LEFT;
  return session;
}

static void
save (void)
{
  g_autoptr (KmSession) session = make_session ();
  g_autoptr (GError) error = NULL;

  g_assert_true (km_session_save (session, &error));
  g_assert_no_error (error);
}

static char *
dup_aside (const char *suffix)
{
  g_autofree char *path = km_session_dup_path ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");

  return g_strconcat (path, ".damaged-", date, suffix, NULL);
}

static void
write_raw (const char *text, gssize length)
{
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
test_none (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (km_session_exists ());
  g_assert_null (km_session_load (&error));
  g_assert_no_error (error);
  g_assert_true (km_session_forget (&error));
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  g_autoptr (KmSession) session = make_session ();
  g_autoptr (KmSession) again = NULL;
  g_autoptr (GError) error = NULL;

  save ();
  g_assert_true (km_session_exists ());
  again = km_session_load (&error);
  g_assert_no_error (error);
  g_assert_true (g_variant_equal (again->answers, session->answers));
  g_assert_cmpstr (again->page, ==, "itb");
  g_assert_cmpint (again->view, ==, KM_VIEW_OUTER);
  g_assert_cmpint (again->layer, ==, KM_LAYER_MUSCLE);
  g_assert_cmpint (again->side, ==, KM_SIDE_LEFT);
}

static void
test_empty (void)
{
  g_autoptr (KmSession) session = km_session_new ();
  g_autoptr (KmSession) again = NULL;

  g_assert_true (km_session_save (session, NULL));
  again = km_session_load (NULL);
  g_assert_nonnull (again);
  g_assert_null (again->page);
  g_assert_cmpuint (g_variant_n_children (again->answers), ==, 0);
}

static void
test_private (void)
{
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  save ();
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  /* A file that others could read is mended by the next writing. */
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  save ();
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_forget (void)
{
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  write_raw ("nonsense", -1);
  g_assert_null (km_session_load (NULL));
  save ();
  g_assert_true (km_session_forget (&error));
  g_assert_no_error (error);
  g_assert_false (km_session_exists ());
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

static void
check_damaged (const char *text, gssize length, KmStoreError code)
{
  g_autofree char *aside = dup_aside ("");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gsize kept_length;

  write_raw (text, length);
  g_assert_null (km_session_load (&error));
  g_assert_error (error, KM_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "session.ini.damaged-"));
  g_assert_false (km_session_exists ());
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, text, length >= 0 ? (gsize) length : strlen (text));
  g_assert_cmpint (g_unlink (aside), ==, 0);
}

static void
test_damaged (void)
{
  static const char rest[] = "View=outer\nLayer=skin\nSide=left\n";
  g_autofree char *newer = g_strconcat ("[Session]\nVersion=2\nAnswers={}\n", rest, NULL);
  g_autofree char *view = g_strdup ("[Session]\nVersion=1\nAnswers=[]\nView=above\n");
  g_autofree char *type = g_strconcat ("[Session]\nVersion=1\nAnswers=[1, 2]\n", rest, NULL);
  g_autofree char *cut = g_strconcat ("[Session]\nVersion=1\nAnswers=[('spot', \n", rest, NULL);
  g_autofree char *large = g_strnfill (300 * 1024, '#');

  check_damaged ("", -1, KM_STORE_ERROR_CORRUPT);
  check_damaged ("nonsense", -1, KM_STORE_ERROR_CORRUPT);
  check_damaged ("[Session]\nView=outer\n", -1, KM_STORE_ERROR_CORRUPT);
  check_damaged ("[Session]\nVersion=0\n", -1, KM_STORE_ERROR_CORRUPT);
  check_damaged ("[Session]\nVersion=one\n", -1, KM_STORE_ERROR_CORRUPT);
  check_damaged ("\xff\xfe", -1, KM_STORE_ERROR_CORRUPT);
  check_damaged ("[Session]\0\n", 11, KM_STORE_ERROR_CORRUPT);
  check_damaged (view, -1, KM_STORE_ERROR_CORRUPT);
  check_damaged (type, -1, KM_STORE_ERROR_CORRUPT);
  check_damaged (cut, -1, KM_STORE_ERROR_CORRUPT);
  check_damaged (large, -1, KM_STORE_ERROR_CORRUPT);
  check_damaged (newer, -1, KM_STORE_ERROR_VERSION);
}

static void
test_damaged_twice (void)
{
  g_autofree char *first = dup_aside ("");
  g_autofree char *second = dup_aside ("-2");
  g_autofree char *text = NULL;

  write_raw ("one", -1);
  g_assert_null (km_session_load (NULL));
  write_raw ("two", -1);
  g_assert_null (km_session_load (NULL));
  g_assert_true (g_file_get_contents (first, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "one");
  g_clear_pointer (&text, g_free);
  g_assert_true (g_file_get_contents (second, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "two");
}

/* Not even a folder of that name stops the program. */
static void
test_folder (void)
{
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *aside = dup_aside ("");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_null (km_session_load (&error));
  g_assert_error (error, KM_STORE_ERROR, KM_STORE_ERROR_CORRUPT);
  save ();
  g_assert_cmpint (g_rmdir (aside), ==, 0);
}

/* A home that cannot be written: here a file stands where the folder should be, which stops the
 * superuser too. */
static void
test_read_only (void)
{
  g_autoptr (KmSession) session = make_session ();
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (km_session_save (session, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
  g_test_message ("%s", error->message);
  g_assert_null (km_session_load (NULL));
  g_assert_cmpint (g_unlink (folder), ==, 0);
}

/* A full disk: the system refuses to write more than a few bytes, and the old session stays. */
static void
test_full (void)
{
  g_autoptr (KmSession) session = make_session ();
  g_autoptr (KmSession) again = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit tiny;

  save ();
  g_free (session->page);
  session->page = g_strdup ("pfp");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tiny = before;
  tiny.rlim_cur = 10;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tiny), ==, 0);
  g_assert_false (km_session_save (session, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  again = km_session_load (NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->page, ==, "itb");
}

static void
run (gconstpointer data)
{
  GTestFunc func = *(const GTestFunc *) data;

  km_test_clear_home ();
  func ();
  km_test_clear_home ();
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    GTestFunc func;
  } tests[] = {
    { "/store/session/none", test_none },
    { "/store/session/round-trip", test_round_trip },
    { "/store/session/empty", test_empty },
    { "/store/session/private", test_private },
    { "/store/session/forget", test_forget },
    { "/store/session/damaged", test_damaged },
    { "/store/session/damaged-twice", test_damaged_twice },
    { "/store/session/folder", test_folder },
    { "/store/session/read-only", test_read_only },
    { "/store/session/full", test_full },
  };
  g_autofree char *home = g_dir_make_tmp ("kneemap-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &tests[i].func, run);
  status = g_test_run ();
  g_assert_cmpint (g_rmdir (home), ==, 0);
  return status;
}
