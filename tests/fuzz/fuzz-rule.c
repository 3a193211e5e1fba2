/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule: parsed, printed, parsed again, and judged with nothing known. */
#include "km-answers.h"
#include "km-fuzz.h"
#include "km-library.h"
#include "km-rule.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static KmLibrary *library = NULL;
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KmRule) rule = km_rule_parse (text, &error);
  g_autoptr (KmRule) again = NULL;
  g_autoptr (KmAnswers) answers = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *printed_again = NULL;

  if (rule == NULL)
    {
      g_assert_error (error, KM_RULE_ERROR, KM_RULE_ERROR_SYNTAX);
      return 0;
    }
  if (library == NULL)
    {
      library = km_library_new ();
      km_library_seal (library);
    }
  answers = km_answers_new (library);
  printed = km_rule_to_string (rule);
  again = km_rule_parse (printed, &error);
  g_assert_no_error (error);
  printed_again = km_rule_to_string (again);
  g_assert_cmpstr (printed, ==, printed_again);
  g_assert_cmpint (km_rule_evaluate (rule, answers), ==, km_rule_evaluate (again, answers));
  km_rule_check (rule, library, NULL);
  return 0;
}
