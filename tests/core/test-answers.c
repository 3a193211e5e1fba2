/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-answers.h"

static KmLibrary *
make_library (void)
{
  KmLibrary *library = km_library_new ();
  KmSpot *spot = km_spot_new ("outer-bump");
  KmQuestion *one = km_question_new ("fever");
  KmQuestion *many = km_question_new ("foot-signs");

  spot->name = g_strdup ("Outer bump");
  spot->area = g_strdup ("outer");
  g_assert_true (km_library_take_spot (library, spot));
  km_question_add_option (one, "no", "No", "No fever", KM_OPTION_CALM);
  km_question_add_option (one, "yes", "Yes", "Fever", KM_OPTION_ALARM);
  g_assert_true (km_library_take_question (library, one));
  many->many = TRUE;
  km_question_add_option (many, "none", "No", "Foot as usual", KM_OPTION_CALM);
  km_question_add_option (many, "cold", "Cold", "Cold foot", KM_OPTION_ALARM);
  km_question_add_option (many, "drop", "Weak", "Cannot lift the foot", KM_OPTION_ALARM);
  g_assert_true (km_library_take_question (library, many));
  km_library_seal (library);
  return library;
}

static void
test_unknown (void)
{
  g_autoptr (KmLibrary) library = make_library ();
  g_autoptr (KmAnswers) answers = km_answers_new (library);
  g_autoptr (GError) error = NULL;

  g_assert_false (km_answers_add (answers, "colour", "red", &error));
  g_assert_error (error, KM_ANSWER_ERROR, KM_ANSWER_ERROR_UNKNOWN_KEY);
  g_assert_nonnull (strstr (error->message, "fever"));
  g_clear_error (&error);
  g_assert_false (km_answers_add (answers, "fever", "perhaps", &error));
  g_assert_error (error, KM_ANSWER_ERROR, KM_ANSWER_ERROR_UNKNOWN_VALUE);
  g_assert_nonnull (strstr (error->message, "no, yes"));
  g_assert_true (km_answers_is_empty (answers));
}

static void
test_one_and_many (void)
{
  g_autoptr (KmLibrary) library = make_library ();
  g_autoptr (KmAnswers) answers = km_answers_new (library);

  g_assert_true (km_answers_add (answers, "fever", "no", NULL));
  g_assert_true (km_answers_add (answers, "fever", "yes", NULL));
  g_assert_cmpstrv (km_answers_get (answers, "fever"), ((const char *[]){ "yes", NULL }));
  g_assert_true (km_answers_add (answers, "foot-signs", "none", NULL));
  g_assert_true (km_answers_add (answers, "foot-signs", "cold", NULL));
  g_assert_true (km_answers_add (answers, "foot-signs", "drop", NULL));
  g_assert_true (km_answers_add (answers, "foot-signs", "drop", NULL));
  g_assert_cmpstrv (km_answers_get (answers, "foot-signs"),
                    ((const char *[]){ "cold", "drop", NULL }));
}

static void
test_three_values (void)
{
  g_autoptr (KmLibrary) library = make_library ();
  g_autoptr (KmAnswers) answers = km_answers_new (library);

  g_assert_cmpint (km_answers_test (answers, "fever", "yes"), ==, KM_TRUTH_UNKNOWN);
  g_assert_cmpint (km_answers_test (answers, "area", "outer"), ==, KM_TRUTH_UNKNOWN);
  km_answers_add (answers, "fever", "no", NULL);
  km_answers_add (answers, "spot", "outer-bump", NULL);
  g_assert_cmpint (km_answers_test (answers, "fever", "yes"), ==, KM_TRUTH_FALSE);
  g_assert_cmpint (km_answers_test (answers, "area", "outer"), ==, KM_TRUTH_TRUE);
  g_assert_cmpint (km_answers_test (answers, "area", "inner"), ==, KM_TRUTH_FALSE);
}

static void
test_variant (void)
{
  g_autoptr (KmLibrary) library = make_library ();
  g_autoptr (KmAnswers) answers = km_answers_new (library);
  g_autoptr (KmAnswers) again = km_answers_new (library);
  g_autoptr (GVariant) variant = NULL;

  km_answers_add (answers, "spot", "outer-bump", NULL);
  km_answers_add (answers, "fever", "yes", NULL);
  variant = g_variant_ref_sink (km_answers_to_variant (answers));
  g_assert_cmpuint (km_answers_load_variant (again, variant), ==, 0);
  g_assert_true (km_answers_equal (answers, again));
  g_assert_cmpstr (km_answers_get_questions (again)[0], ==, "spot");
  km_answers_remove (again, "fever");
  g_assert_false (km_answers_equal (answers, again));
  g_assert_false (km_answers_has (again, "fever"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/answers/unknown", test_unknown);
  g_test_add_func ("/core/answers/one-and-many", test_one_and_many);
  g_test_add_func ("/core/answers/three-values", test_three_values);
  g_test_add_func ("/core/answers/variant", test_variant);
  return g_test_run ();
}
