/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-caution.h"

#include "km-ranker-private.h"

#include <math.h>

/* Shares of the conditions that ask for a level, from which the level is taken over. */
#define SHARE_SAME_DAY 0.35
#define SHARE_WITHIN_DAYS 0.45
#define SHARE_ROUTINE 0.5

/* Natural log-odds, prior included, from which a condition that must not be missed is plausible
 * enough to be looked for, whatever its rank. */
#define PLAUSIBLE 3.0

/* Telling answers below which a share says nothing yet. */
#define MIN_ANSWERS 3

static gboolean
has_role (const KmQuestion *question, KmOptionRole role)
{
  for (guint i = 0; i < question->options->len; i++)
    if (km_question_get_option (question, i)->role == role)
      return TRUE;
  return FALSE;
}

/* The answers without those to alarm questions. The level taken from the ranking rests on these
 * alone, so that no answer to an alarm question can lower it. */
static KmAnswers *
dup_without_alarms (const KmAnswers *answers)
{
  KmLibrary *library = km_answers_get_library (answers);
  KmAnswers *kept = km_answers_new (library);
  const char *const *ids = km_answers_get_questions (answers);

  for (; *ids != NULL; ids++)
    {
      const KmQuestion *question = km_library_get_question (library, *ids);
      const char *const *options = km_answers_get (answers, *ids);
      gboolean alarms = has_role (question, KM_OPTION_ALARM);

      if (alarms && !question->many)
        continue;
      for (; *options != NULL; options++)
        if (!alarms || km_question_find_option (question, *options)->role == KM_OPTION_PLAIN)
          km_answers_add (kept, *ids, *options, NULL);
    }
  return kept;
}

static guint
count_telling (const KmScore *scores, guint n)
{
  guint most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, scores[i].n_for + scores[i].n_against);
  return most;
}

/* The level that the likely conditions ask for together. */
static KmUrgency
level_of_ranking (const KmRanker *ranker, const KmAnswers *answers, KmScore *scores)
{
  guint n = km_ranker_get_n_conditions (ranker);
  g_autoptr (KmAnswers) calm = dup_without_alarms (answers);
  gboolean unclear = km_ranker_rank (ranker, calm, scores);
  double share[KM_N_URGENCIES + 1] = { 0 }, sum = 0;

  if (count_telling (scores, n) < MIN_ANSWERS)
    return KM_URGENCY_SELF_CARE;
  for (guint i = 0; i < n; i++)
    {
      share[scores[i].condition->urgency] += scores[i].probability;
      sum += scores[i].probability;
    }
  for (int level = KM_URGENCY_EMERGENCY; level >= 0; level--)
    share[level] += share[level + 1];
  if (share[KM_URGENCY_SAME_DAY] >= SHARE_SAME_DAY * sum)
    return KM_URGENCY_SAME_DAY;
  if (share[KM_URGENCY_WITHIN_DAYS] >= SHARE_WITHIN_DAYS * sum)
    return KM_URGENCY_WITHIN_DAYS;
  return unclear || share[KM_URGENCY_ROUTINE] >= SHARE_ROUTINE * sum ? KM_URGENCY_ROUTINE
                                                                     : KM_URGENCY_SELF_CARE;
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
  KmUrgency level = level_of_ranking (ranker, answers, scores);

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
