/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-ranker-private.h"

#include <math.h>
#include <stdlib.h>

/* What each answer must earn a condition on average to keep ahead of "none of these", in natural
 * log-odds. */
#define NONE_GAIN 0.14

/* What an answer that speaks for a cause beyond the guide adds to "none of these", and what each
 * "not sure" does: a picture that nobody can describe fits many names. */
#define BEYOND_GAIN 2.5
#define UNSURE_GAIN 0.1

/* Answers that say the same thing are damped by the root of their number, and capped together. */
#define GROUP_CAP 3.0

/* An answer that says less about the cause at the moment counts for this much of its weight. */
#define FAINT 0.4

/* Weights smaller than this say nothing either way. */
#define NEUTRAL 0.2

/* Below this many telling answers nothing "fits well" yet. */
#define WELL_MIN_FOR 3
#define BAND_WELL 0.40
#define BAND_PARTLY 0.12
#define BAND_LITTLE 0.02

/* From this many telling answers the picture is unclear when nothing stands out, or when what comes
 * first fits badly (see km_ranker_get_fit()). */
#define UNCLEAR_MIN_ANSWERS 8
#define UNCLEAR_SHARE 0.22
#define UNCLEAR_FIT -0.85

static void
note (KmScore *score, double weight)
{
  score->probability += weight;
  score->n_for += weight > NEUTRAL;
  score->n_against += weight < -NEUTRAL;
}

/**
 * km_ranker_weigh:
 * @ranker: a ranker
 * @entry: a question
 * @options: (array zero-terminated=1): the options chosen
 * @column: a condition
 *
 * Several places are a mixture: each may be the telling one, so that their average counts. Several
 * answers to any other question each count.
 *
 * Returns: what the answer adds to the condition, in natural log-odds, before any group cap
 */
double
km_ranker_weigh (const KmRanker *ranker,
                 const KmRankerQuestion *entry,
                 const char *const *options,
                 guint column)
{
  gboolean mixture = g_str_equal (entry->question->id, KM_KEY_SPOT);
  double sum = 0, chance = 0, average = 0;

  for (; *options != NULL; options++)
    {
      guint option = entry->first_option + (guint) km_question_index_of (entry->question, *options);

      if (!ranker->counts[option])
        continue;
      sum += km_ranker_get_weights (ranker, option)[column];
      chance += km_ranker_get_chances (ranker, option)[column];
      average += ranker->average[option];
    }
  return mixture && average > 0 ? log (chance / average) : sum;
}

/**
 * km_ranker_get_force:
 * @entry: a question
 * @answers: the answers that count
 *
 * Returns: how much of its weight an answer to the question has, given the others: 1, or less while
 *   its `faint-when` holds
 */
double
km_ranker_get_force (const KmRankerQuestion *entry, const KmAnswers *answers)
{
  const KmRule *faint = entry->question->faint_when;

  return faint != NULL && km_rule_evaluate (faint, answers) == KM_TRUTH_TRUE ? FAINT : 1;
}

/* What single answers add to "none of these", in natural log-odds. */
static double
get_doubt (const KmRanker *ranker, const KmAnswers *answers)
{
  const char *const *ids = km_answers_get_questions (answers);
  double doubt = 0;

  for (; *ids != NULL; ids++)
    {
      const KmRankerQuestion *entry = km_ranker_find_question (ranker, *ids);
      const char *const *options = entry != NULL ? km_answers_get (answers, *ids) : NULL;

      for (; options != NULL && *options != NULL; options++)
        {
          const KmOption *option = km_question_find_option (entry->question, *options);

          if (option->beyond)
            doubt += BEYOND_GAIN;
          else if (option->role == KM_OPTION_UNSURE && entry->question->tier != KM_TIER_SAFETY)
            doubt += UNSURE_GAIN;
        }
    }
  return doubt;
}

static gboolean
is_telling (const KmRanker *ranker, const KmRankerQuestion *entry, const char *const *options)
{
  for (; *options != NULL; options++)
    if (ranker->counts[entry->first_option
                       + (guint) km_question_index_of (entry->question, *options)])
      return TRUE;
  return FALSE;
}

/* One option needs no look-up for each condition: a straight run through the table. */
static void
add_answer (const KmRanker *ranker,
            const KmRankerQuestion *entry,
            const char *const *options,
            double force,
            KmScore *scores)
{
  if (options[1] == NULL)
    {
      const float *weights = km_ranker_get_weights (
          ranker, entry->first_option + (guint) km_question_index_of (entry->question, *options));

      for (guint c = 0; c < ranker->n_conditions; c++)
        note (&scores[c], force * weights[c]);
      return;
    }
  for (guint c = 0; c < ranker->n_conditions; c++)
    note (&scores[c], force * km_ranker_weigh (ranker, entry, options, c));
}

/* Adds what one group of questions says, damped and capped. Returns how many telling answers it
 * had. */
static guint
add_group (const KmRanker *ranker, guint group, const KmAnswers *answers, KmScore *scores)
{
  guint n = 0;
  double damp;

  for (guint i = 0; i < ranker->questions->len; i++)
    {
      const KmRankerQuestion *entry = &g_array_index (ranker->questions, KmRankerQuestion, i);
      const char *const *options
          = entry->group == group ? km_answers_get (answers, entry->question->id) : NULL;

      if (options == NULL || !is_telling (ranker, entry, options))
        continue;
      add_answer (ranker, entry, options, km_ranker_get_force (entry, answers), scores);
      n++;
    }
  if (n == 0)
    return 0;
  damp = 1 / sqrt (n);
  for (guint c = 0; c < ranker->n_conditions; c++)
    {
      scores[c].score += CLAMP (scores[c].probability * damp, -GROUP_CAP, GROUP_CAP);
      scores[c].probability = 0;
    }
  return n;
}

/* Scores without their order, bands and shares. Returns the number of telling answers. */
static guint
score_all (const KmRanker *ranker, const KmAnswers *answers, KmScore *scores)
{
  guint n = 0;

  for (guint c = 0; c < ranker->n_conditions; c++)
    scores[c] = (KmScore){ g_ptr_array_index (ranker->conditions, c), c, 0, 0, 0, 0, 0 };
  if (ranker->n_conditions == 0)
    return 0;
  for (guint group = 0; group < ranker->n_groups; group++)
    n += add_group (ranker, group, answers, scores);
  return n;
}

/* Turns log-odds into shares that add up to 1 with "none of these", whose share is returned. */
static double
share_out (const KmRanker *ranker, const KmAnswers *answers, guint n_telling, KmScore *scores)
{
  double none
      = ranker->prior[ranker->n_conditions] + NONE_GAIN * n_telling + get_doubt (ranker, answers);
  double top = none, sum;

  for (guint c = 0; c < ranker->n_conditions; c++)
    {
      scores[c].probability = ranker->prior[c] + scores[c].score;
      top = MAX (top, scores[c].probability);
    }
  sum = exp (none - top);
  for (guint c = 0; c < ranker->n_conditions; c++)
    sum += scores[c].probability = exp (scores[c].probability - top);
  for (guint c = 0; c < ranker->n_conditions; c++)
    {
      scores[c].score += ranker->prior[c] - none;
      scores[c].probability /= sum;
    }
  return exp (none - top) / sum;
}

/**
 * km_ranker_get_shares:
 * @ranker: a ranker
 * @answers: answers
 * @shares: (out caller-allocates): room for one value a condition and one more
 *
 * The shares of all conditions in the order of the library and, last, of "none of these".
 */
void
km_ranker_get_shares (const KmRanker *ranker, const KmAnswers *answers, double *shares)
{
  g_autofree KmScore *scores = g_new (KmScore, MAX (ranker->n_conditions, 1));
  guint n = score_all (ranker, answers, scores);

  shares[ranker->n_conditions] = share_out (ranker, answers, n, scores);
  for (guint c = 0; c < ranker->n_conditions; c++)
    shares[c] = scores[c].probability;
}

static KmBand
band_of (const KmScore *score)
{
  if (score->probability >= BAND_WELL && score->n_for >= WELL_MIN_FOR)
    return KM_BAND_WELL;
  if (score->probability >= BAND_PARTLY && score->n_for > 0)
    return KM_BAND_PARTLY;
  return score->probability >= BAND_LITTLE && score->n_for > 0 ? KM_BAND_LITTLE : KM_BAND_NONE;
}

static int
compare_scores (const void *a, const void *b)
{
  const KmScore *first = a, *second = b;

  if (first->probability != second->probability)
    return first->probability < second->probability ? 1 : -1;
  return first->position < second->position ? -1 : 1;
}

/* @scores are in order; @none is the share of "none of these". */
static gboolean
is_unclear (const KmRanker *ranker,
            const KmAnswers *answers,
            const KmScore *scores,
            guint n,
            double none)
{
  if (n == 0 || ranker->n_conditions == 0 || scores[0].probability <= none)
    return TRUE;
  return n >= UNCLEAR_MIN_ANSWERS
         && (scores[0].probability < UNCLEAR_SHARE
             || km_ranker_get_fit (ranker, answers, scores[0].position) < UNCLEAR_FIT);
}

/**
 * km_ranker_rank:
 * @ranker: a ranker
 * @answers: answers
 * @scores: (out caller-allocates): room for km_ranker_get_n_conditions() rows
 *
 * Ranks all conditions, best first. Allocates nothing, and gives the same result for the same
 * answers in whatever order they came. While the picture is unclear nothing "fits well".
 *
 * Returns: whether the picture is unclear: nothing telling was answered, or "none of these" fits
 *   best, or after many answers nothing stands out or what comes first fits badly
 */
gboolean
km_ranker_rank (const KmRanker *ranker, const KmAnswers *answers, KmScore *scores)
{
  guint n = score_all (ranker, answers, scores);
  double none = share_out (ranker, answers, n, scores);
  gboolean unclear;

  for (guint c = 0; c < ranker->n_conditions; c++)
    scores[c].band = band_of (&scores[c]);
  qsort (scores, ranker->n_conditions, sizeof *scores, compare_scores);
  unclear = is_unclear (ranker, answers, scores, n, none);
  for (guint c = 0; unclear && c < ranker->n_conditions; c++)
    scores[c].band = MIN (scores[c].band, KM_BAND_PARTLY);
  return unclear;
}
