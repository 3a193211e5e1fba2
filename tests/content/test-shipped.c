/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One test path for each shipped content file, so that the failing file is named. */
#include "km-assessment.h"
#include "km-document.h"
#include "km-lint.h"
#include "km-loader.h"

#include <locale.h>

/* Everything found in the shipped content, by file. */
static GHashTable *issues_of;
static KmLibrary *library;

static void
load_once (void)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();

  issues_of
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  library = km_loader_load (issues, NULL);
  while (issues->len > 0)
    {
      KmIssue *issue = g_ptr_array_steal_index (issues, 0);
      GPtrArray *list = g_hash_table_lookup (issues_of, issue->file);

      if (list == NULL)
        {
          list = km_issues_new ();
          g_hash_table_insert (issues_of, g_strdup (issue->file), list);
        }
      g_ptr_array_add (list, issue);
    }
}

static void
test_file (gconstpointer data)
{
  const char *file = data;
  GPtrArray *issues = g_hash_table_lookup (issues_of, file);

  for (guint i = 0; issues != NULL && i < issues->len; i++)
    {
      const KmIssue *issue = g_ptr_array_index (issues, i);
      g_autofree char *text = km_issue_to_string (issue);

      g_test_message ("%s", text);
      if (issue->severity == KM_SEVERITY_ERROR)
        g_test_fail_printf ("%s", text);
    }
}

static void
test_fast_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KmLibrary) fast = km_loader_load (NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (km_library_get_conditions (fast)->len, ==,
                    km_library_get_conditions (library)->len);
}

static KmLibrary *
bring (gpointer data, GError **error)
{
  (*(guint *) data)++;
  return km_loader_load (NULL, error);
}

/* The first screen has its words, and the rest is what is loaded in one go. */
static void
test_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KmLibrary) first = km_loader_load_first (&error);
  KmPage *signs;
  guint n_brought = 0;

  g_assert_no_error (error);
  km_library_set_rest (first, bring, &n_brought);
  g_assert_cmpuint (km_library_get_spots (first)->len, ==, km_library_get_spots (library)->len);
  g_assert_cmpuint (km_library_get_structures (first)->len, ==,
                    km_library_get_structures (library)->len);
  for (int level = 0; level < KM_N_URGENCIES; level++)
    g_assert_cmpstr (km_library_get_level_text (first, level)->title, ==,
                     km_library_get_level_text (library, level)->title);
  g_assert_cmpstr (km_library_get_extra (first, "clot"), ==,
                   km_library_get_extra (library, "clot"));
  signs = km_library_get_page (first, "warning-signs");
  g_assert_nonnull (km_page_find_section (signs, "emergency"));
  g_assert_nonnull (km_page_find_section (signs, "same-day"));
  g_assert_cmpuint (n_brought, ==, 0);

  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *ours = km_library_get_pages (first, kind);
      GListModel *theirs = km_library_get_pages (library, kind);

      g_assert_cmpuint (g_list_model_get_n_items (ours), ==, g_list_model_get_n_items (theirs));
      for (guint i = 0; i < g_list_model_get_n_items (ours); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (ours, i);

          g_assert_nonnull (km_library_get_page (library, km_page_get_id (page)));
        }
    }
  g_assert_cmpuint (km_library_get_questions (first)->len, ==,
                    km_library_get_questions (library)->len);
  g_assert_cmpuint (n_brought, ==, 1);
}

/* An assessment without an answer says so without asking the library. */
static void
test_silent (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);

  g_assert_cmpuint (km_assessment_get_flags (assessment)->len, ==, 0);
  g_assert_cmpuint (km_assessment_get_cautions (assessment)->len, ==, 0);
  g_assert_false (km_assessment_get_uncertain (assessment));
  g_assert_cmpint (km_assessment_get_urgency (assessment), ==, KM_URGENCY_SELF_CARE);
}

static void
test_whole (void)
{
  g_assert_cmpuint (km_library_get_conditions (library)->len, >=, 40);
  g_assert_cmpuint (km_library_get_spots (library)->len, ==, 24);
  g_assert_cmpuint (g_list_model_get_n_items (km_library_get_pages (library, KM_PAGE_EXERCISE)), >=,
                    26);
  for (int level = 0; level < KM_N_URGENCIES; level++)
    {
      g_autofree char *text = km_library_dup_level_text (library, level);

      g_assert_cmpstr (text, !=, "");
    }
  g_assert_nonnull (km_library_get_extra (library, "clot"));
  g_assert_cmpstr (km_page_get_closing (km_library_get_page (library, "itb")), ==,
                   "This is a possible match, not a diagnosis.");
  g_assert_cmpstr (km_page_get_section (km_library_get_page (library, "itb"), 0)->heading, ==,
                   "In short");
  g_assert_cmpstr (km_library_get_structure (library, "patella")->name, ==, "Kneecap");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) said = km_issues_new ();
  g_autoptr (GPtrArray) documents = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  load_once ();
  documents = km_documents_read_shipped (said);
  for (guint i = 0; i < documents->len; i++)
    {
      const KmDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *path = g_strconcat ("/content/shipped/", document->file, NULL);

      g_test_add_data_func (path, document->file, test_file);
    }
  g_test_add_func ("/content/library/fast-load", test_fast_load);
  g_test_add_func ("/content/library/first", test_first);
  g_test_add_func ("/content/library/silent", test_silent);
  g_test_add_func ("/content/library/whole", test_whole);
  status = g_test_run ();
  g_hash_table_unref (issues_of);
  g_clear_object (&library);
  return status;
}
