/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library that holds little at first, and the rest once it is asked for. */
#include "km-test-library.h"

static guint n_brought;
static guint n_filled;
static guint n_failed;

static KmPage *
make_page (void)
{
  return km_page_new (KM_PAGE_GUIDE, "warning-signs", "Warning signs");
}

static KmLibrary *
bring (gpointer data, GError **error)
{
  KmLibrary *rest;

  n_brought++;
  if (data == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "It is gone");
      return NULL;
    }
  rest = km_test_library_new ();
  g_assert_true (km_library_take_page (rest, make_page ()));
  return rest;
}

static void
on_filled (KmLibrary *library, const GError *error)
{
  n_filled++;
  n_failed += error != NULL;
}

static KmLibrary *
make_first (gpointer data)
{
  KmLibrary *first = km_library_new ();
  KmSpot *spot = km_spot_new ("calf");

  spot->name = g_strdup ("Calf");
  spot->area = g_strdup ("back");
  g_assert_true (km_library_take_spot (first, spot));
  g_assert_true (km_library_take_page (first, make_page ()));
  km_library_seal (first);
  km_library_set_rest (first, bring, data);
  g_signal_connect (first, "filled", G_CALLBACK (on_filled), NULL);
  n_brought = n_filled = n_failed = 0;
  return first;
}

static void
test_first (void)
{
  g_autoptr (KmLibrary) first = make_first (bring);

  g_assert_nonnull (km_library_get_spot (first, "calf"));
  g_assert_cmpuint (km_library_get_spots (first)->len, ==, 1);
  g_assert_nonnull (km_library_get_question (first, KM_KEY_SPOT));
  g_assert_nonnull (km_library_get_page (first, "warning-signs"));
  g_assert_null (km_library_get_page (first, NULL));
  g_assert_null (km_library_get_condition (first, NULL));
  g_assert_false (km_library_is_filled (first));
  g_assert_cmpuint (n_brought, ==, 0);
}

static void
ask_conditions (KmLibrary *library)
{
  g_assert_cmpuint (km_library_get_conditions (library)->len, ==, 3);
}

static void
ask_condition (KmLibrary *library)
{
  const KmCondition *condition = g_ptr_array_index (km_library_get_conditions (library), 0);

  g_assert_true (km_library_get_condition (library, condition->id) == condition);
}

static void
ask_questions (KmLibrary *library)
{
  g_assert_cmpuint (km_library_get_questions (library)->len, >, 0);
}

static void
ask_question (KmLibrary *library)
{
  g_assert_nonnull (km_library_get_question (library, "fever"));
}

static void
ask_flags (KmLibrary *library)
{
  g_assert_cmpuint (km_library_get_red_flags (library)->len, >, 0);
}

static void
ask_flag (KmLibrary *library)
{
  g_assert_nonnull (km_library_get_red_flag (library, "rf-cold"));
}

static void
ask_pages (KmLibrary *library)
{
  GListModel *pages = km_library_get_pages (library, KM_PAGE_GUIDE);

  g_assert_cmpuint (g_list_model_get_n_items (pages), ==, 1);
}

/* What nobody has is asked for of everything. */
static void
ask_in_vain (KmLibrary *library)
{
  g_assert_null (km_library_get_page (library, "no-such-page"));
}

static void
ask_words (KmLibrary *library)
{
  g_assert_null (km_library_get_term (library, "no-such-word"));
  g_assert_null (km_library_get_source (library, "no-such-source"));
  g_assert_nonnull (km_library_get_ignored_words (library));
}

/* Whoever asks first gets it, and it is brought once. */
static void
test_ask (void)
{
  static void (*const asks[]) (KmLibrary *)
      = { ask_conditions, ask_condition, ask_questions, ask_question, ask_flags,
          ask_flag,       ask_pages,     ask_in_vain,   ask_words,    km_library_fill };

  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      g_autoptr (KmLibrary) first = make_first (bring);

      asks[i](first);
      g_assert_true (km_library_is_filled (first));
      asks[i](first);
      ask_conditions (first);
      g_assert_cmpuint (n_brought, ==, 1);
      g_assert_cmpuint (n_filled, ==, 1);
      g_assert_cmpuint (n_failed, ==, 0);
    }
}

/* What was there stays where it was. */
static void
test_stays (void)
{
  g_autoptr (KmLibrary) first = make_first (bring);
  const KmSpot *spot = km_library_get_spot (first, "calf");
  const KmQuestion *question = km_library_get_question (first, KM_KEY_SPOT);
  KmPage *page = km_library_get_page (first, "warning-signs");

  km_library_fill (first);
  g_assert_true (km_library_get_spot (first, "calf") == spot);
  g_assert_true (km_library_get_question (first, KM_KEY_SPOT) == question);
  g_assert_cmpstr (km_page_get_title (page), ==, "Warning signs");
  g_assert_cmpstr (km_page_get_title (km_library_get_page (first, "warning-signs")), ==,
                   "Warning signs");
}

static void
test_error (void)
{
  g_autoptr (KmLibrary) first = make_first (NULL);

  g_assert_cmpuint (km_library_get_conditions (first)->len, ==, 0);
  g_assert_null (km_library_get_condition (first, "any"));
  g_assert_nonnull (km_library_get_page (first, "warning-signs"));
  g_assert_cmpuint (n_brought, ==, 1);
  g_assert_cmpuint (n_filled, ==, 1);
  g_assert_cmpuint (n_failed, ==, 1);
}

/* Without an answer an assessment needs nothing, and says what it says when it has everything. */
static void
test_assessment (void)
{
  static const char *const calf[] = { "calf", NULL };
  g_autoptr (KmLibrary) first = make_first (bring);
  g_autoptr (KmAssessment) assessment = km_assessment_new (first);

  g_assert_cmpint (km_assessment_get_urgency (assessment), ==, KM_URGENCY_SELF_CARE);
  g_assert_true (km_answers_is_empty (km_assessment_get_answers (assessment)));
  g_assert_false (km_library_is_filled (first));
  g_assert_cmpuint (g_list_model_get_n_items (km_assessment_get_matches (assessment)), ==, 3);
  g_assert_true (km_library_is_filled (first));
  g_assert_cmpuint (km_assessment_get_flags (assessment)->len, ==, 0);
  g_assert_cmpint (km_assessment_get_urgency (assessment), ==, KM_URGENCY_SELF_CARE);
  g_assert_true (km_assessment_answer (assessment, KM_KEY_SPOT, calf, NULL));
  g_assert_cmpuint (n_brought, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/library/first", test_first);
  g_test_add_func ("/core/library/ask", test_ask);
  g_test_add_func ("/core/library/stays", test_stays);
  g_test_add_func ("/core/library/error", test_error);
  g_test_add_func ("/core/library/assessment", test_assessment);
  return g_test_run ();
}
