/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-ranker-private.h"

#include <math.h>

typedef struct
{
  double told;     /* log-chance of what was answered */
  double expected; /* what it would be on average, if the condition were the cause */
  double variance;
} Fit;

/* Adds what people with the condition at @column would answer to @entry. */
static void
add_expected (const KmRanker *ranker, const KmRankerQuestion *entry, guint column, Fit *fit)
{
  double mean = 0, square = 0;

  for (guint i = 0; i < entry->n_options; i++)
    {
      double chance = km_ranker_get_chances (ranker, entry->first_option + i)[column];

      if (!km_ranker_option_counts (ranker, entry->first_option + i) || chance <= 0)
        continue;
      mean += chance * log (chance);
      square += chance * log (chance) * log (chance);
    }
  fit->expected += mean;
  fit->variance += MAX (0, square - mean * mean);
}

static void
add_told (const KmRanker *ranker,
          const KmRankerQuestion *entry,
          const char *const *options,
          guint column,
          Fit *fit)
{
  double sum = 0;
  guint n = 0;

  for (; *options != NULL; options++)
    {
      guint option = entry->first_option + (guint) km_question_index_of (entry->question, *options);

      if (!km_ranker_option_counts (ranker, option))
        continue;
      sum += log (km_ranker_get_chances (ranker, option)[column]);
      n++;
    }
  if (n == 0)
    return;
  fit->told += sum / n;
  add_expected (ranker, entry, column, fit);
}

/**
 * km_ranker_get_fit:
 * @ranker: a ranker
 * @answers: answers
 * @column: a condition
 *
 * How usual the answers are for people with a condition, whatever else they might have: the best of
 * the list can still fit badly.
 *
 * Returns: 0 when they are as usual as can be expected, below 0 when they are stranger, in standard
 *   deviations
 */
double
km_ranker_get_fit (const KmRanker *ranker, const KmAnswers *answers, guint column)
{
  Fit fit = { 0 };

  for (guint i = 0; i < km_ranker_get_n_questions (ranker); i++)
    {
      const KmRankerQuestion *entry = km_ranker_get_question (ranker, i);
      const char *const *options = km_answers_get (answers, entry->question->id);

      if (options != NULL)
        add_told (ranker, entry, options, column, &fit);
    }
  return fit.variance > 0 ? (fit.told - fit.expected) / sqrt (fit.variance) : 0;
}
