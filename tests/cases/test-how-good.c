/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page "How good is this?" shows what the written cases show: those it was built with as they
 * come out now, those kept aside as their one run was recorded. When it does not, the table that
 * belongs there is printed. */
#include "km-case-figures.h"
#include "km-loader.h"

#define PAGE "how-good"

static KmLibrary *library;

static const KmBlock *
find_table (KmPage *page, const char *id)
{
  for (guint i = 0; i < km_page_get_n_sections (page); i++)
    {
      const KmSection *section = km_page_get_section (page, i);

      for (guint k = 0; k < section->blocks->len; k++)
        {
          const KmBlock *block = g_ptr_array_index (section->blocks, k);

          if (block->kind == KM_BLOCK_TABLE && g_strcmp0 (block->id, id) == 0)
            return block;
        }
    }
  return NULL;
}

static gboolean
shows (const KmBlock *table, const char *const *cells)
{
  guint i;

  if (table == NULL || table->n_columns != KM_CASE_FIGURES_COLUMNS)
    return FALSE;
  for (i = 0; cells[i] != NULL && i + KM_CASE_FIGURES_COLUMNS < table->texts->len; i++)
    {
      g_autofree char *text
          = km_text_to_string (g_ptr_array_index (table->texts, i + KM_CASE_FIGURES_COLUMNS));

      if (!g_str_equal (text, cells[i]))
        return FALSE;
    }
  return cells[i] == NULL && i + KM_CASE_FIGURES_COLUMNS == table->texts->len;
}

static void
assert_shows (const char *id, const char *const *cells)
{
  KmPage *page = km_library_get_page (library, PAGE);
  g_autofree char *xml = km_case_figures_to_xml (cells, id);

  g_assert_nonnull (page);
  if (shows (find_table (page, id), cells))
    return;
  g_test_message ("the page should say:\n%s", xml);
  g_test_fail_printf ("the table \"%s\" of the page \"" PAGE "\" is out of date", id);
}

/* The stories that the guide was built with: what comes out now. */
static void
test_develop (void)
{
  g_autoptr (GPtrArray) cases = km_cases_load (library, "develop");
  g_autoptr (GArray) interview = km_cases_play (cases, library, KM_CASE_INTERVIEW);
  g_autoptr (GArray) all_answers = km_cases_play (cases, library, KM_CASE_ALL_ANSWERS);
  g_autoptr (GArray) doubtful = km_cases_play (cases, library, KM_CASE_DOUBTFUL);
  g_auto (GStrv) cells = km_case_figures (interview, all_answers, doubtful);

  assert_shows ("develop", (const char *const *) cells);
}

static GKeyFile *
open_record (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", "final-run.ini", NULL);
  g_autoptr (GError) error = NULL;
  GKeyFile *record = g_key_file_new ();

  g_key_file_load_from_file (record, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return record;
}

/* The stories kept aside: the one run, as it was recorded. */
static void
test_final (void)
{
  g_autoptr (GKeyFile) record = open_record ();
  g_auto (GStrv) cells = g_key_file_get_string_list (record, "final-run", "cells", NULL, NULL);

  g_assert_nonnull (cells);
  assert_shows ("final", (const char *const *) cells);
}

static guint
recorded (GKeyFile *record, const char *key, KmCaseMode mode)
{
  gsize n = 0;
  g_autofree int *values = g_key_file_get_integer_list (record, "final-run", key, &n, NULL);

  g_assert_cmpuint (n, ==, KM_CASE_N_MODES);
  return (guint) values[mode];
}

/* The guide of today must not do worse than its page says; a case of chance is allowed. */
static void
test_no_worse (gconstpointer data)
{
  KmCaseMode mode = (KmCaseMode) GPOINTER_TO_INT (data);
  g_autoptr (GKeyFile) record = open_record ();
  g_autoptr (GPtrArray) cases = km_cases_load (library, "final");
  g_autoptr (GArray) results = km_cases_play (cases, library, mode);
  KmCaseTally tally = km_case_tally (results, NULL, NULL);
  KmCaseTally alarms = km_case_tally (results, "red-flag", NULL);

  g_assert_cmpuint (alarms.under, ==, 0);
  g_assert_cmpuint (tally.first + 1, >=, recorded (record, "first", mode));
  g_assert_cmpuint (tally.fine + 1, >=, recorded (record, "fine", mode));
  g_assert_cmpuint (tally.under, <=, recorded (record, "under", mode));
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  int result;

  g_test_init (&argc, &argv, NULL);
  library = km_loader_load (issues, NULL);
  g_assert_nonnull (library);
  g_test_add_func ("/how-good/final", test_final);
  g_test_add_func ("/how-good/develop", test_develop);
  g_test_add_data_func ("/how-good/no-worse/all-answers", GINT_TO_POINTER (KM_CASE_ALL_ANSWERS),
                        test_no_worse);
  g_test_add_data_func ("/how-good/no-worse/interview", GINT_TO_POINTER (KM_CASE_INTERVIEW),
                        test_no_worse);
  g_test_add_data_func ("/how-good/no-worse/doubtful", GINT_TO_POINTER (KM_CASE_DOUBTFUL),
                        test_no_worse);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
