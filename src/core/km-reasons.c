/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-ranker-private.h"

#include <math.h>

/* Weights smaller than this say nothing either way. */
#define NEUTRAL 0.2

/* What an open question must be able to add, and how many of them are worth naming. */
#define OPEN_MIN 0.7
#define OPEN_MAX 6
#define DIFFERENCES_MAX 8

static const char *const no_sources[] = { NULL };

static const char *const *
find_sources (const KmCondition *condition, const char *question, const char *option)
{
  for (guint i = 0; i < condition->evidence->len; i++)
    {
      const KmEvidence *row = g_ptr_array_index (condition->evidence, i);

      if (g_str_equal (row->question, question) && g_str_equal (row->option, option))
        return (const char *const *) row->sources;
    }
  return no_sources;
}

static int
position_of (const KmRanker *ranker, const KmCondition *condition)
{
  guint position;

  return g_ptr_array_find (km_library_get_conditions (km_ranker_get_library (ranker)), condition,
                           &position)
             ? (int) position
             : -1;
}

static KmReason *
add_reason (GPtrArray *reasons,
            KmSign sign,
            const KmQuestion *question,
            const KmOption *option,
            double weight,
            const char *const *sources)
{
  KmReason *reason = g_new0 (KmReason, 1);

  *reason = (KmReason){ sign, question, option, weight, sources };
  g_ptr_array_add (reasons, reason);
  return reason;
}

static double
weigh_option (const KmRanker *ranker,
              const KmRankerQuestion *entry,
              const KmOption *option,
              guint column)
{
  const char *const one[] = { option->id, NULL };

  return km_ranker_weigh (ranker, entry, one, column);
}

static void
add_answered (const KmRanker *ranker,
              const KmRankerQuestion *entry,
              const char *const *options,
              double force,
              const KmCondition *condition,
              guint column,
              GPtrArray *reasons)
{
  for (; *options != NULL; options++)
    {
      const KmOption *option = km_question_find_option (entry->question, *options);
      double weight = force * weigh_option (ranker, entry, option, column);

      if (fabs (weight) > NEUTRAL)
        add_reason (reasons, weight > 0 ? KM_SIGN_FITS : KM_SIGN_AGAINST, entry->question, option,
                    weight, find_sources (condition, entry->question->id, option->id));
    }
}

static void
add_open (const KmRanker *ranker,
          const KmRankerQuestion *entry,
          const KmCondition *condition,
          guint column,
          GPtrArray *reasons)
{
  const KmOption *best = NULL;
  double most = OPEN_MIN;

  for (guint i = 0; i < entry->n_options; i++)
    {
      const KmOption *option = km_question_get_option (entry->question, i);
      double weight = weigh_option (ranker, entry, option, column);

      if (weight > most)
        {
          most = weight;
          best = option;
        }
    }
  if (best != NULL)
    add_reason (reasons, KM_SIGN_OPEN, entry->question, NULL, most,
                find_sources (condition, entry->question->id, best->id));
}

/* For before against before open; within each the heaviest first, then the order of the content. */
static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const KmReason *first = *(const KmReason *const *) a;
  const KmReason *second = *(const KmReason *const *) b;
  double difference = fabs (second->weight) - fabs (first->weight);

  if (first->sign != second->sign)
    return (int) first->sign - (int) second->sign;
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

static void
trim_open (GPtrArray *reasons)
{
  guint n_open = 0;

  for (guint i = 0; i < reasons->len; i++)
    if (((KmReason *) g_ptr_array_index (reasons, i))->sign == KM_SIGN_OPEN && ++n_open > OPEN_MAX)
      {
        g_ptr_array_set_size (reasons, (int) i);
        return;
      }
}

/**
 * km_ranker_dup_reasons:
 * @ranker: a ranker
 * @answers: answers
 * @condition: a condition of the library
 *
 * Returns: (transfer full) (element-type KmReason): why @condition fits, what does not fit, and
 *   what was not asked and would matter; heaviest first in each kind
 */
GPtrArray *
km_ranker_dup_reasons (const KmRanker *ranker,
                       const KmAnswers *answers,
                       const KmCondition *condition)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);
  int column = position_of (ranker, condition);

  for (guint i = 0; column >= 0 && i < km_ranker_get_n_questions (ranker); i++)
    {
      const KmRankerQuestion *entry = km_ranker_get_question (ranker, i);
      const char *const *options = km_answers_get (answers, entry->question->id);
      const KmRule *when = entry->question->ask_when;

      if (options != NULL)
        add_answered (ranker, entry, options, km_ranker_get_force (entry, answers), condition,
                      (guint) column, reasons);
      else if (when == NULL || km_rule_evaluate (when, answers) != KM_TRUTH_FALSE)
        add_open (ranker, entry, condition, (guint) column, reasons);
    }
  g_ptr_array_sort (reasons, compare_reasons);
  trim_open (reasons);
  return reasons;
}

/* Adds the answer to a question that speaks most for @a against @b, weighted by how often people
 * with @a give it. */
static void
add_telling (const KmRanker *ranker,
             const KmRankerQuestion *entry,
             guint a,
             guint b,
             KmSign sign,
             GPtrArray *reasons)
{
  GPtrArray *conditions = km_library_get_conditions (km_ranker_get_library (ranker));
  const KmOption *best = NULL;
  double most = 0.25;

  for (guint i = 0; i < entry->n_options; i++)
    {
      const KmOption *option = km_question_get_option (entry->question, i);
      const float *chances = km_ranker_get_chances (ranker, entry->first_option + i);
      double gain;

      if (!km_ranker_option_counts (ranker, entry->first_option + i))
        continue;
      gain = chances[a] * log (chances[a] / chances[b]);
      if (gain > most)
        {
          most = gain;
          best = option;
        }
    }
  if (best != NULL)
    add_reason (reasons, sign, entry->question, best, most,
                find_sources (g_ptr_array_index (conditions, a), entry->question->id, best->id));
}

/**
 * km_ranker_dup_differences:
 * @ranker: a ranker
 * @a: a condition
 * @b: another
 *
 * How these two differ: the answers that tell them apart best. %KM_SIGN_FITS speaks for @a,
 * %KM_SIGN_AGAINST for @b.
 *
 * Returns: (transfer full) (element-type KmReason): most telling first for each of the two
 */
GPtrArray *
km_ranker_dup_differences (const KmRanker *ranker, const KmCondition *a, const KmCondition *b)
{
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);
  int first = position_of (ranker, a), second = position_of (ranker, b);
  guint n[2] = { 0, 0 };

  for (guint i = 0; first >= 0 && second >= 0 && i < km_ranker_get_n_questions (ranker); i++)
    {
      const KmRankerQuestion *entry = km_ranker_get_question (ranker, i);

      add_telling (ranker, entry, (guint) first, (guint) second, KM_SIGN_FITS, reasons);
      add_telling (ranker, entry, (guint) second, (guint) first, KM_SIGN_AGAINST, reasons);
    }
  g_ptr_array_sort (reasons, compare_reasons);
  for (guint i = 0; i < reasons->len; i++)
    {
      KmReason *reason = g_ptr_array_index (reasons, i);

      if (n[reason->sign]++ < DIFFERENCES_MAX)
        g_ptr_array_add (kept, g_memdup2 (reason, sizeof *reason));
    }
  g_ptr_array_unref (reasons);
  return kept;
}
