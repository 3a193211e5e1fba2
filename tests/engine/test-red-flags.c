/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One test path for each shipped rule: answers that fire it and answers that do not, and its three
 * values against brute force. */
#include "km-assessment.h"
#include "km-loader.h"

#include <string.h>

#define TRIES 200000
#define N_PARTIAL 120
#define MOST_COMPLETIONS 4000

static KmLibrary *library;

/* The questions a rule is about; the place stands for the area too. */
static void
on_atom (const char *name, const char *value, gboolean negated, gpointer user_data)
{
  GPtrArray *questions = user_data;
  const KmQuestion *question
      = km_library_get_question (library, g_str_equal (name, KM_KEY_AREA) ? KM_KEY_SPOT : name);

  g_assert_nonnull (question);
  if (!g_ptr_array_find (questions, question, NULL))
    g_ptr_array_add (questions, (gpointer) question);
}

static GPtrArray *
questions_of (const KmRule *rule)
{
  GPtrArray *questions = g_ptr_array_new ();

  km_rule_foreach_atom (rule, on_atom, questions);
  return questions;
}

static void
set_option (KmAnswers *answers, const KmQuestion *question, guint option)
{
  const char *const one[] = { km_question_get_option (question, option)->id, NULL };

  km_answers_set (answers, question->id, one, NULL);
}

static void
set_random (KmAnswers *answers, const KmQuestion *question, GRand *rand)
{
  set_option (answers, question, (guint) g_rand_int_range (rand, 0, (int) question->options->len));
}

/* Complete answers under which @rule is @wanted. */
static KmAnswers *
find_answers (const KmRule *rule, GPtrArray *questions, KmTruth wanted, GRand *rand)
{
  KmAnswers *answers = km_answers_new (library);

  for (guint try = 0; try < TRIES; try++)
    {
      for (guint i = 0; i < questions->len; i++)
        if (try == 0 || g_rand_int_range (rand, 0, 3) == 0)
          set_random (answers, g_ptr_array_index (questions, i), rand);
      if (km_rule_evaluate (rule, answers) == wanted)
        return answers;
    }
  km_answers_free (answers);
  return NULL;
}

static gboolean
has_flag (const KmUrgencyResult *result, const KmRedFlag *flag)
{
  return g_ptr_array_find (result->flags, flag, NULL);
}

static void
assert_fires (const KmRedFlag *flag, KmAnswers *answers)
{
  g_autoptr (KmUrgencyResult) result = km_urgency_assess (answers);
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  g_auto (GStrv) because = km_urgency_dup_because (flag, answers);

  g_assert_true (has_flag (result, flag));
  g_assert_cmpint (result->level, >=, flag->level);
  g_assert_cmpuint (g_strv_length (because), >, 0);
  km_assessment_set_answers (assessment, answers);
  g_assert_cmpint (km_assessment_get_urgency (assessment), >=, flag->level);
}

static void
test_fires (gconstpointer data)
{
  const KmRedFlag *flag = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) questions = questions_of (flag->when);
  g_autoptr (KmAnswers) yes = find_answers (flag->when, questions, KM_TRUTH_TRUE, rand);
  g_autoptr (KmAnswers) no = find_answers (flag->when, questions, KM_TRUTH_FALSE, rand);
  g_autoptr (KmAnswers) nothing = km_answers_new (library);
  g_autoptr (KmUrgencyResult) quiet = NULL, empty = km_urgency_assess (nothing);

  g_assert_nonnull (yes);
  g_assert_nonnull (no);
  assert_fires (flag, yes);
  quiet = km_urgency_assess (no);
  g_assert_false (has_flag (quiet, flag));
  g_assert_cmpuint (empty->flags->len, ==, 0);
}

/* Counts over completions of what is not answered, with two answers at once where several may be
 * given: bit 0 for false, bit 1 for true. */
static guint
outcomes (const KmRule *rule, GPtrArray *open, guint position, KmAnswers *answers)
{
  const KmQuestion *question;
  guint seen = 0;

  if (position == open->len)
    return km_rule_evaluate (rule, answers) == KM_TRUTH_TRUE ? 2 : 1;
  question = g_ptr_array_index (open, position);
  for (guint i = 0; i < question->options->len && seen != 3; i++)
    {
      set_option (answers, question, i);
      seen |= outcomes (rule, open, position + 1, answers);
      for (guint k = i + 1; question->many && k < question->options->len && seen != 3; k++)
        {
          set_option (answers, question, i);
          km_answers_add (answers, question->id, km_question_get_option (question, k)->id, NULL);
          seen |= outcomes (rule, open, position + 1, answers);
        }
    }
  km_answers_remove (answers, question->id);
  return seen;
}

static void
test_three_valued (gconstpointer data)
{
  const KmRedFlag *flag = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GPtrArray) questions = questions_of (flag->when);

  for (guint try = 0; try < N_PARTIAL; try++)
    {
      g_autoptr (KmAnswers) answers = km_answers_new (library);
      g_autoptr (GPtrArray) open = g_ptr_array_new ();
      guint completions = 1;
      KmTruth truth;

      for (guint i = 0; i < questions->len; i++)
        {
          const KmQuestion *question = g_ptr_array_index (questions, i);
          guint n = question->options->len;

          if (question->many)
            n *= (n + 1) / 2;
          if (g_rand_boolean (rand) && completions * n <= MOST_COMPLETIONS)
            {
              g_ptr_array_add (open, (gpointer) question);
              completions *= n;
            }
          else
            set_random (answers, question, rand);
        }
      truth = km_rule_evaluate (flag->when, answers);
      g_assert_cmpuint (outcomes (flag->when, open, 0, answers), ==,
                        truth == KM_TRUTH_TRUE    ? 2
                        : truth == KM_TRUTH_FALSE ? 1
                                                  : 3);
    }
}

static void
add_tests (const KmRedFlag *flag)
{
  g_autofree char *fires = g_strdup_printf ("/red-flags/fires/%s", flag->id);
  g_autofree char *values = g_strdup_printf ("/red-flags/three-valued/%s", flag->id);

  g_test_add_data_func (fires, flag, test_fires);
  g_test_add_data_func (values, flag, test_three_valued);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  GPtrArray *flags;
  int result;

  g_test_init (&argc, &argv, NULL);
  library = km_loader_load (issues, NULL);
  g_assert_nonnull (library);
  flags = km_library_get_red_flags (library);
  for (guint i = 0; i < flags->len; i++)
    add_tests (g_ptr_array_index (flags, i));
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
