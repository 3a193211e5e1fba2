/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF files, written with neither printer nor display, and read again with pdftotext. Set
 * KM_KEEP_PDF to a folder to keep them. */
#include "km-print-fixture.h"
#include "km-print-operation.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

static KmPrintFixture fixture;
static char *folder;

static char *
dup_path (const char *name)
{
  return g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".pdf", NULL);
}

static void
drop (const char *path)
{
  if (g_getenv ("KM_KEEP_PDF") == NULL)
    g_assert_cmpint (g_unlink (path), ==, 0);
}

/* NULL, and the test skipped, where poppler is not installed. */
static char *
dup_text (const char *path)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *argv[] = { program, "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static guint
count_pages (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\f';
  return n;
}

/* Takes the printable. */
static gboolean
export_to (KmPrintable *printable, const char *path, GError **error)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (KmPrintOperation) operation = km_print_operation_new (printable, setup);

  g_object_unref (printable);
  return km_print_operation_export (operation, path, error);
}

static gboolean
export_page (KmPage *page, const char *path, GError **error)
{
  return export_to (km_printable_new_page (page, fixture.assessment, fixture.atlas), path, error);
}

static void
export_kind (KmPageKind kind)
{
  GListModel *pages = km_library_get_pages (fixture.library, kind);

  km_print_fixture_answer (&fixture, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (KmPage) page = g_list_model_get_item (pages, i);
      g_autofree char *path = dup_path (km_page_get_id (page));
      g_autoptr (GError) error = NULL;

      export_page (page, path, &error);
      g_assert_no_error (error);
      drop (path);
    }
}

static void
test_conditions (void)
{
  g_assert_cmpuint (
      g_list_model_get_n_items (km_library_get_pages (fixture.library, KM_PAGE_CONDITION)), >=, 48);
  export_kind (KM_PAGE_CONDITION);
}

static void
test_guides (void)
{
  export_kind (KM_PAGE_GUIDE);
}

static void
test_exercise_pages (void)
{
  export_kind (KM_PAGE_EXERCISE);
}

static void
test_questions (void)
{
  export_kind (KM_PAGE_QUESTION);
}

static void
test_exercise_sheets (void)
{
  GListModel *pages = km_library_get_pages (fixture.library, KM_PAGE_CONDITION);
  guint n = 0;

  km_print_fixture_answer (&fixture, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (KmPage) page = g_list_model_get_item (pages, i);
      g_autofree char *name = g_strconcat ("exercises-", km_page_get_id (page), NULL);
      g_autofree char *path = dup_path (name);
      g_autoptr (GError) error = NULL;

      if (!km_print_exercises_has_any (page, fixture.library))
        continue;
      export_to (km_printable_new_exercises (page, fixture.assessment, fixture.atlas), path,
                 &error);
      g_assert_no_error (error);
      drop (path);
      n++;
    }
  g_assert_cmpuint (n, >, 15);
}

static void
test_page_text (void)
{
  g_autofree char *path = dup_path ("text-itb");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  km_print_fixture_answer (&fixture, NULL);
  export_page (km_library_get_page (fixture.library, "itb"), path, &error);
  g_assert_no_error (error);
  text = dup_text (path);
  drop (path);
  if (text == NULL)
    return;
  km_print_assert_has (text, "Iliotibial band syndrome");
  km_print_assert_has (text, "Page 1 of ");
  km_print_assert_has (text, "A clinician has not yet checked this page.");
  km_print_assert_has (text, "Sources");
  g_assert_cmpuint (count_pages (text), >=, 2);
  g_assert_cmpuint (count_pages (text), <=, 6);
}

static gboolean
try_visit (const char *path, GError **error)
{
  return export_to (km_printable_new_visit (fixture.assessment, fixture.atlas, KM_VISIT_ALL), path,
                    error);
}

static char *
export_visit (const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autoptr (GError) error = NULL;
  char *text;

  try_visit (path, &error);
  g_assert_no_error (error);
  text = dup_text (path);
  drop (path);
  return text;
}

static void
test_visit (void)
{
  const char *const answers[] = { "spot=outer-bump",
                                  "spot=outer-joint-line",
                                  "side=right",
                                  "onset=gradual",
                                  "duration=1-6w",
                                  "weight-bearing=sore",
                                  "hot-red=no",
                                  "fever=unsure",
                                  "calf-swelling=swollen",
                                  "run-timing=set-distance",
                                  "downhill=yes",
                                  "stairs=down",
                                  "swelling-place=none",
                                  "locking=never",
                                  NULL };
  g_autofree char *text = NULL;

  km_print_fixture_answer (&fixture, answers);
  text = export_visit ("visit");
  if (text == NULL)
    return;
  g_assert_cmpuint (count_pages (text), ==, 1);
  km_print_assert_has (text, "Outer bump");
  km_print_assert_has (text, "Outer joint line");
  km_print_assert_has (text, "Right knee");
  km_print_assert_has (text, "It came on slowly");
  km_print_assert_has (text, "Not a diagnosis");
  km_print_assert_has (text, "Be seen today");
  km_print_assert_has (text, "clot");
}

static void
test_visit_everything (void)
{
  g_autofree char *text = NULL;

  km_print_fixture_answer_everything (&fixture);
  text = export_visit ("visit-everything");
  if (text == NULL)
    return;
  g_assert_cmpuint (count_pages (text), ==, 1);
  km_print_assert_has (text, "Get help now");
  km_print_assert_has (text, "Not a diagnosis");
}

static void
test_visit_empty (void)
{
  g_autofree char *text = NULL;

  km_print_fixture_answer (&fixture, NULL);
  text = export_visit ("visit-empty");
  if (text == NULL)
    return;
  g_assert_cmpuint (count_pages (text), ==, 1);
  km_print_assert_has (text, "No place was chosen");
}

static void
assert_refused (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (try_visit (path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_test_message ("%s", error->message);
  km_print_assert_has (error->message, path);
}

static void
test_unwritable (void)
{
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "folder.pdf", NULL);
  g_autofree char *below_file = g_build_filename (folder, "file", "visit.pdf", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  km_print_fixture_answer (&fixture, NULL);
  assert_refused (nowhere);
  assert_refused (folder);
  assert_refused (below_file);
  assert_refused ("/dev/null");
  g_assert_cmpint (g_unlink (file), ==, 0);
}

/* As long as a file system takes, and one more. */
static void
test_long_name (void)
{
  g_autofree char *most = g_strnfill (251, 'x');
  g_autofree char *path = dup_path (most);
  g_autofree char *more = g_strnfill (252, 'x');
  g_autofree char *longer = dup_path (more);
  g_autoptr (GError) error = NULL;

  km_print_fixture_answer (&fixture, NULL);
  g_assert_true (try_visit (path, &error));
  g_assert_no_error (error);
  drop (path);
  assert_refused (longer);
}

/* What it is called, for people, and as a file. */
static void
test_names (void)
{
  KmPage *page = km_library_get_page (fixture.library, "itb");
  g_autoptr (KmPrintable) itb = km_printable_new_page (page, fixture.assessment, fixture.atlas);
  g_autoptr (KmPrintable) exercises
      = km_printable_new_exercises (page, fixture.assessment, fixture.atlas);
  g_autoptr (KmPrintable) visit
      = km_printable_new_visit (fixture.assessment, fixture.atlas, KM_VISIT_ALL);
  g_autofree char *file_name = km_printable_dup_file_name (exercises);

  g_assert_cmpstr (km_printable_get_name (itb), ==, "Iliotibial band syndrome");
  g_assert_cmpstr (km_printable_get_name (exercises), ==, "Exercises: IT band pain");
  g_assert_cmpstr (file_name, ==, "Exercises - IT band pain");
  /* Others see the queue of a printer. */
  g_assert_cmpstr (km_printable_get_name (visit), ==, "Visit sheet");
}

/* A full disk: the old file stays, and no half one is left. */
static void
test_full_disk (void)
{
  g_autofree char *path = dup_path ("full");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  struct rlimit limit;
  struct rlimit small;
  gboolean done;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  km_print_fixture_answer (&fixture, NULL);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 2000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  done = try_visit (path, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (done);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_test_message ("%s", error->message);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_assert_cmpint (g_unlink (path), ==, 0);
  dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_false (g_str_has_prefix (name, ".kneemap"));
}

static void
test_replace (void)
{
  g_autofree char *path = dup_path ("replace");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  km_print_fixture_answer (&fixture, NULL);
  g_assert_true (try_visit (path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  drop (path);
}

static void
make_folder (void)
{
  if (g_getenv ("KM_KEEP_PDF") != NULL)
    folder = g_strdup (g_getenv ("KM_KEEP_PDF"));
  else
    folder = g_dir_make_tmp ("kneemap-print-XXXXXX", NULL);
  g_assert_nonnull (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  make_folder ();
  km_print_fixture_init (&fixture);
  g_test_add_func ("/print/export/conditions", test_conditions);
  g_test_add_func ("/print/export/guides", test_guides);
  g_test_add_func ("/print/export/exercise-pages", test_exercise_pages);
  g_test_add_func ("/print/export/questions", test_questions);
  g_test_add_func ("/print/export/exercise-sheets", test_exercise_sheets);
  g_test_add_func ("/print/export/page-text", test_page_text);
  g_test_add_func ("/print/export/visit", test_visit);
  g_test_add_func ("/print/export/visit-everything", test_visit_everything);
  g_test_add_func ("/print/export/visit-empty", test_visit_empty);
  g_test_add_func ("/print/export/unwritable", test_unwritable);
  g_test_add_func ("/print/export/long-name", test_long_name);
  g_test_add_func ("/print/export/names", test_names);
  g_test_add_func ("/print/export/full-disk", test_full_disk);
  g_test_add_func ("/print/export/replace", test_replace);
  status = g_test_run ();
  km_print_fixture_clear (&fixture);
  if (g_getenv ("KM_KEEP_PDF") == NULL)
    g_rmdir (folder);
  g_free (folder);
  return status;
}
