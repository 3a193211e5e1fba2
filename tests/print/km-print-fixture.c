/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-print-fixture.h"

#include "km-loader.h"

void
km_print_fixture_init (KmPrintFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->library = km_loader_load (NULL, &error);
  g_assert_no_error (error);
  fixture->atlas = km_atlas_new ();
  fixture->assessment = km_assessment_new (fixture->library);
}

void
km_print_fixture_clear (KmPrintFixture *fixture)
{
  g_clear_object (&fixture->assessment);
  g_clear_object (&fixture->atlas);
  g_clear_object (&fixture->library);
}

/* Starts over with answers written as "question=option". */
void
km_print_fixture_answer (KmPrintFixture *fixture, const char *const *answers)
{
  g_autoptr (KmAnswers) given = km_answers_new (fixture->library);

  for (; answers != NULL && *answers != NULL; answers++)
    {
      g_auto (GStrv) pair = g_strsplit (*answers, "=", 2);
      g_autoptr (GError) error = NULL;

      km_answers_add (given, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  km_assessment_set_answers (fixture->assessment, given);
}

/* Every option that can be chosen at once, the most alarming of each question. */
void
km_print_fixture_answer_everything (KmPrintFixture *fixture)
{
  g_autoptr (KmAnswers) given = km_answers_new (fixture->library);
  GPtrArray *questions = km_library_get_questions (fixture->library);
  GPtrArray *spots = km_library_get_spots (fixture->library);

  for (guint i = 0; i < spots->len; i++)
    km_answers_add (given, KM_KEY_SPOT, ((KmSpot *) g_ptr_array_index (spots, i))->id, NULL);
  km_answers_add (given, KM_KEY_SIDE, "both", NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      const KmQuestion *question = g_ptr_array_index (questions, i);

      for (int role = KM_OPTION_PLAIN; role <= KM_OPTION_ALARM; role++)
        for (guint j = 0; j < question->options->len; j++)
          if ((int) km_question_get_option (question, j)->role == role)
            km_answers_add (given, question->id, km_question_get_option (question, j)->id, NULL);
    }
  km_assessment_set_answers (fixture->assessment, given);
}

void
km_print_assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_fail_printf ("“%s” is missing in:\n%s", words, text);
}
