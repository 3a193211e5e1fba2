/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-test-library.h"

static KmLibrary *library;

static KmTruth
evaluate (const char *text, const char *pairs)
{
  g_autoptr (KmRule) rule = km_rule_parse (text, NULL);
  g_autoptr (KmAnswers) answers = km_test_answers (library, pairs);

  return km_rule_evaluate (rule, answers);
}

static void
test_truth (void)
{
  g_assert_cmpint (evaluate ("fever=yes", ""), ==, KM_TRUTH_UNKNOWN);
  g_assert_cmpint (evaluate ("fever=yes", "fever=yes"), ==, KM_TRUTH_TRUE);
  g_assert_cmpint (evaluate ("fever=yes", "fever=no"), ==, KM_TRUTH_FALSE);
  g_assert_cmpint (evaluate ("not fever=yes", ""), ==, KM_TRUTH_UNKNOWN);
  g_assert_cmpint (evaluate ("fever=yes or onset=slow", "onset=slow"), ==, KM_TRUTH_TRUE);
  g_assert_cmpint (evaluate ("fever=yes and onset=slow", "onset=injury"), ==, KM_TRUTH_FALSE);
  g_assert_cmpint (evaluate ("fever=yes and onset=slow", "onset=slow"), ==, KM_TRUTH_UNKNOWN);
  g_assert_cmpint (evaluate ("foot in (cold, numb)", "foot=tired foot=cold"), ==, KM_TRUTH_TRUE);
  g_assert_cmpint (evaluate ("area=outer", "spot=outer-bump"), ==, KM_TRUTH_TRUE);
  g_assert_cmpint (evaluate ("area=inner", "spot=outer-bump"), ==, KM_TRUTH_FALSE);
}

static void
test_precedence (void)
{
  g_assert_cmpint (evaluate ("fever=no or fever=yes and onset=slow", "fever=no onset=injury"), ==,
                   KM_TRUTH_TRUE);
  g_assert_cmpint (evaluate ("(fever=no or fever=yes) and onset=slow", "fever=no onset=injury"), ==,
                   KM_TRUTH_FALSE);
  g_assert_cmpint (evaluate ("not fever=no and onset=slow", "fever=yes onset=slow"), ==,
                   KM_TRUTH_TRUE);
}

static void
test_print (void)
{
  static const char *const rules[]
      = { "fever=yes", "not (fever=yes or onset in (slow, unsure))",
          "(fever=yes or foot=cold) and not onset=slow", "fever=yes and onset=slow or foot=cold" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (KmRule) rule = km_rule_parse (rules[i], NULL);
      g_autofree char *once = km_rule_to_string (rule);
      g_autoptr (KmRule) again = km_rule_parse (once, NULL);
      g_autofree char *twice = km_rule_to_string (again);

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_bad (void)
{
  static const char *const rules[]
      = { "",         "fever",         "fever=",     "fever=yes and",
          "(fever=a", "fever in ()",   "fever in a", "fever=yes foot=a",
          "not",      "Fever=yes",     "fever==yes", "fever=yes)",
          "or",       "fever in (a,)", "=yes",       "fever in (a b)" };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (km_rule_parse (rules[i], &error));
      g_assert_error (error, KM_RULE_ERROR, KM_RULE_ERROR_SYNTAX);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '(');
  g_assert_null (km_rule_parse (text->str, &error));
  g_assert_error (error, KM_RULE_ERROR, KM_RULE_ERROR_SYNTAX);
}

static void
test_check (void)
{
  g_autoptr (KmRule) good = km_rule_parse ("fever=yes and area=outer and spot=calf", NULL);
  g_autoptr (KmRule) name = km_rule_parse ("fevr=yes", NULL);
  g_autoptr (KmRule) value = km_rule_parse ("fever=maybe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (km_rule_check (good, library, &error));
  g_assert_no_error (error);
  g_assert_false (km_rule_check (name, library, &error));
  g_assert_error (error, KM_RULE_ERROR, KM_RULE_ERROR_UNKNOWN_NAME);
  g_clear_error (&error);
  g_assert_false (km_rule_check (value, library, &error));
  g_assert_error (error, KM_RULE_ERROR, KM_RULE_ERROR_UNKNOWN_VALUE);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  library = km_test_library_new ();
  g_test_add_func ("/core/rule/truth", test_truth);
  g_test_add_func ("/core/rule/precedence", test_precedence);
  g_test_add_func ("/core/rule/print", test_print);
  g_test_add_func ("/core/rule/bad", test_bad);
  g_test_add_func ("/core/rule/deep", test_deep);
  g_test_add_func ("/core/rule/check", test_check);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
