/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-caution.h"

#include "km-ranker-private.h"

#include <math.h>

/* Shares of the conditions that ask for a level, from which the level is taken over. */
#define SHARE_WITHIN_DAYS 0.45
#define SHARE_ROUTINE 0.45

/* Natural log-odds, prior included, from which a condition that must not be missed is plausible
 * enough to be looked for, whatever its rank. */
#define PLAUSIBLE 3.5

/* Telling answers below which a share says nothing yet. */
#define MIN_ANSWERS 3

/* How the level taken from the ranking stays honest: a yes to an alarm question must never lower
 * it, although it moves the ranking. One alarm: the level is the highest of all those the other
 * answers to that question would give. Two or more: at least "within days", which is as high as
 * the ranking goes on its own. */

static gboolean
is_alarm (const KmAnswers *answers, const KmQuestion *question)
{
  const char *const *options = km_answers_get (answers, question->id);

  for (; options != NULL && *options != NULL; options++)
    if (km_question_find_option (question, *options)->role == KM_OPTION_ALARM)
      return TRUE;
  return FALSE;
}

static const KmQuestion *
find_alarm (const KmAnswers *answers, guint *n_alarms)
{
  KmLibrary *library = km_answers_get_library (answers);
  const char *const *ids = km_answers_get_questions (answers);
  const KmQuestion *found = NULL;

  *n_alarms = 0;
  for (; *ids != NULL; ids++)
    {
      const KmQuestion *question = km_library_get_question (library, *ids);

      if (!is_alarm (answers, question))
        continue;
      found = question;
      ++*n_alarms;
    }
  return found;
}

static guint
count_telling (const KmScore *scores, guint n)
{
  guint most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, scores[i].n_for + scores[i].n_against);
  return most;
}

/* The level that the likely conditions ask for together, up to "within days". An unclear picture
 * asks for an ordinary appointment, since what fits badly gives no reason to hurry, and may start
 * at home when an answer speaks for something common that is no condition. */
static KmUrgency
level_of_ranking (const KmRanker *ranker, const KmAnswers *answers, KmScore *scores)
{
  guint n = km_ranker_get_n_conditions (ranker);
  gboolean unclear = km_ranker_rank (ranker, answers, scores);
  double share[KM_N_URGENCIES + 1] = { 0 }, sum = 0;

  if (count_telling (scores, n) < MIN_ANSWERS)
    return KM_URGENCY_SELF_CARE;
  if (unclear)
    return km_answers_get_page (answers) != NULL ? KM_URGENCY_SELF_CARE : KM_URGENCY_ROUTINE;
  for (guint i = 0; i < n; i++)
    {
      share[scores[i].condition->urgency] += scores[i].probability;
      sum += scores[i].probability;
    }
  for (int level = KM_URGENCY_EMERGENCY; level >= 0; level--)
    share[level] += share[level + 1];
  if (share[KM_URGENCY_WITHIN_DAYS] >= SHARE_WITHIN_DAYS * sum)
    return KM_URGENCY_WITHIN_DAYS;
  return share[KM_URGENCY_ROUTINE] >= SHARE_ROUTINE * sum ? KM_URGENCY_ROUTINE
                                                          : KM_URGENCY_SELF_CARE;
}

/* The answers without the alarms among those to @question. */
static KmAnswers *
dup_without_alarms (const KmAnswers *answers, const KmQuestion *question)
{
  KmAnswers *kept = km_answers_copy (answers);
  const char *const *options = km_answers_get (answers, question->id);

  km_answers_remove (kept, question->id);
  for (; *options != NULL; options++)
    if (km_question_find_option (question, *options)->role != KM_OPTION_ALARM)
      km_answers_add (kept, question->id, *options, NULL);
  return kept;
}

/* The highest level with the alarms taken back, or with any other answer in their place. */
static KmUrgency
level_without (const KmRanker *ranker,
               const KmAnswers *answers,
               const KmQuestion *alarm,
               KmScore *scores)
{
  g_autoptr (KmAnswers) trial = dup_without_alarms (answers, alarm);
  KmUrgency level = level_of_ranking (ranker, trial, scores);

  km_answers_remove (trial, alarm->id);
  level = MAX (level, level_of_ranking (ranker, trial, scores));
  for (guint i = 0; i < alarm->options->len; i++)
    {
      const KmOption *option = km_question_get_option (alarm, i);
      const char *const one[] = { option->id, NULL };
      KmUrgency other;

      if (option->role == KM_OPTION_ALARM)
        continue;
      km_answers_set (trial, alarm->id, one, NULL);
      other = level_of_ranking (ranker, trial, scores);
      level = MAX (level, other);
    }
  return level;
}

static KmUrgency
level_of_alarms (const KmRanker *ranker, const KmAnswers *answers, KmScore *scores)
{
  guint n_alarms;
  const KmQuestion *alarm = find_alarm (answers, &n_alarms);
  KmUrgency level;

  if (n_alarms >= 2)
    return KM_URGENCY_WITHIN_DAYS;
  if (n_alarms == 0)
    return level_of_ranking (ranker, answers, scores);
  level = level_without (ranker, answers, alarm, scores);
  return MAX (level, KM_URGENCY_ROUTINE);
}

/* What an answer adds to the plausibility of a condition. An alarm counts as the worst answer there
 * is, and never against. */
static double
plausible_weight (const KmRanker *ranker,
                  const KmRankerQuestion *entry,
                  const char *const *options,
                  guint column)
{
  double weight = km_ranker_weigh (ranker, entry, options, column);
  gboolean alarm = FALSE;

  for (; *options != NULL; options++)
    alarm = alarm || km_question_find_option (entry->question, *options)->role == KM_OPTION_ALARM;
  for (guint i = 0; alarm && i < entry->n_options; i++)
    {
      const char *const one[] = { km_question_get_option (entry->question, i)->id, NULL };

      weight = MAX (weight, MAX (0, km_ranker_weigh (ranker, entry, one, column)));
    }
  return weight;
}

static double
plausibility (const KmRanker *ranker, const KmAnswers *answers, guint column)
{
  double sum = km_ranker_get_prior (ranker, column);

  for (guint i = 0; i < km_ranker_get_n_questions (ranker); i++)
    {
      const KmRankerQuestion *entry = km_ranker_get_question (ranker, i);
      const char *const *options = km_answers_get (answers, entry->question->id);

      if (options != NULL)
        sum += plausible_weight (ranker, entry, options, column);
    }
  return sum;
}

/**
 * km_caution_assess:
 * @ranker: a ranker
 * @answers: the answers that count
 * @because: (nullable) (element-type KmCondition): takes the conditions that must not be missed and
 *   are plausible
 *
 * How soon to be seen for the conditions that fit, on top of the red flags: the level the likely
 * ones ask for, and at least "within days" while one that must not be missed stays plausible,
 * whatever its rank. Built so that a yes to an alarm question can only raise it.
 *
 * Returns: the level
 */
KmUrgency
km_caution_assess (const KmRanker *ranker, const KmAnswers *answers, GPtrArray *because)
{
  guint n = km_ranker_get_n_conditions (ranker);
  GPtrArray *conditions = km_library_get_conditions (km_ranker_get_library (ranker));
  g_autofree KmScore *scores = g_new0 (KmScore, MAX (n, 1));
  KmUrgency level = level_of_alarms (ranker, answers, scores);

  for (guint i = 0; i < n; i++)
    {
      const KmCondition *condition = g_ptr_array_index (conditions, i);

      if (!condition->serious || condition->urgency < KM_URGENCY_WITHIN_DAYS
          || plausibility (ranker, answers, i) < PLAUSIBLE)
        continue;
      level = MAX (level, KM_URGENCY_WITHIN_DAYS);
      if (because != NULL)
        g_ptr_array_add (because, (gpointer) condition);
    }
  return level;
}
