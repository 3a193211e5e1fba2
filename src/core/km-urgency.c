/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-urgency.h"

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  const KmRedFlag *first = *(const KmRedFlag *const *) a;
  const KmRedFlag *second = *(const KmRedFlag *const *) b;

  return (int) second->level - (int) first->level;
}

/* Insertion keeps flags of one level in the order of the content; there are never many. */
static void
sort_flags (GPtrArray *flags)
{
  for (guint i = 1; i < flags->len; i++)
    for (guint k = i; k > 0 && compare_flags (&flags->pdata[k - 1], &flags->pdata[k]) > 0; k--)
      {
        gpointer other = flags->pdata[k];

        flags->pdata[k] = flags->pdata[k - 1];
        flags->pdata[k - 1] = other;
      }
}

static gboolean
has_alarm (const KmQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    if (km_question_get_option (question, i)->role == KM_OPTION_ALARM)
      return TRUE;
  return FALSE;
}

static gboolean
any_alarm_unsure (const KmAnswers *answers)
{
  const char *const *ids = km_answers_get_questions (answers);

  for (; *ids != NULL; ids++)
    {
      const KmQuestion *question = km_library_get_question (km_answers_get_library (answers), *ids);
      const char *const *options = km_answers_get (answers, *ids);

      if (!has_alarm (question))
        continue;
      for (; *options != NULL; options++)
        if (km_question_find_option (question, *options)->role == KM_OPTION_UNSURE)
          return TRUE;
    }
  return FALSE;
}

/**
 * km_urgency_assess:
 * @answers: answers
 *
 * Judges every red flag, apart from any ranking. A rule that waits for an answer does not fire, and
 * is no "no" either: the next question is chosen so that it gets its answer.
 *
 * Returns: (transfer full): the highest level that fires, and why
 */
KmUrgencyResult *
km_urgency_assess (const KmAnswers *answers)
{
  KmUrgencyResult *result = g_new0 (KmUrgencyResult, 1);
  GPtrArray *flags = km_library_get_red_flags (km_answers_get_library (answers));

  result->flags = g_ptr_array_new ();
  for (guint i = 0; i < flags->len; i++)
    {
      KmRedFlag *flag = g_ptr_array_index (flags, i);

      if (flag->when == NULL || km_rule_evaluate (flag->when, answers) != KM_TRUTH_TRUE)
        continue;
      g_ptr_array_add (result->flags, flag);
      result->level = MAX (result->level, flag->level);
    }
  sort_flags (result->flags);
  result->uncertain = any_alarm_unsure (answers);
  return result;
}

void
km_urgency_result_free (KmUrgencyResult *result)
{
  g_ptr_array_unref (result->flags);
  g_free (result);
}

typedef struct
{
  const KmAnswers *answers;
  GPtrArray *statements;
} Because;

static void
add_statement (Because *because, const KmQuestion *question, const char *value)
{
  const KmOption *option = km_question_find_option (question, value);

  if (option != NULL && km_answers_has_option (because->answers, question->id, value)
      && !g_ptr_array_find_with_equal_func (because->statements, option->statement, g_str_equal,
                                            NULL))
    g_ptr_array_add (because->statements, g_strdup (option->statement));
}

static void
add_area (Because *because, const char *area)
{
  KmLibrary *library = km_answers_get_library (because->answers);
  const char *const *spots = km_answers_get (because->answers, KM_KEY_SPOT);

  for (; spots != NULL && *spots != NULL; spots++)
    if (g_str_equal (km_library_get_spot (library, *spots)->area, area))
      add_statement (because, km_library_get_question (library, KM_KEY_SPOT), *spots);
}

static void
on_atom (const char *name, const char *value, gboolean negated, gpointer user_data)
{
  Because *because = user_data;
  const KmQuestion *question;

  if (negated)
    return;
  if (g_str_equal (name, KM_KEY_AREA))
    {
      add_area (because, value);
      return;
    }
  question = km_library_get_question (km_answers_get_library (because->answers), name);
  if (question != NULL)
    add_statement (because, question, value);
}

/**
 * km_urgency_dup_because:
 * @flag: a red flag that fired
 * @answers: the answers it fired on
 *
 * Returns: (transfer full) (array zero-terminated=1): what the person said that @flag rests on, as
 *   short statements in the order of the rule
 */
char **
km_urgency_dup_because (const KmRedFlag *flag, const KmAnswers *answers)
{
  Because because = { answers, g_ptr_array_new () };

  if (flag->when != NULL)
    km_rule_foreach_atom (flag->when, on_atom, &because);
  g_ptr_array_add (because.statements, NULL);
  return (char **) g_ptr_array_free (because.statements, FALSE);
}
