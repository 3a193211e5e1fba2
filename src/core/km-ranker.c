/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-ranker-private.h"

#include <math.h>
#include <string.h>

/* How often, in 100 people with the condition, by #KmStrength. */
static const double chance_of[] = { 0.03, 0.12, 0.35, 0.65, 0.90 };

/* The steps were set with about this many options in mind. Where there are more, what is rare is
 * shared among more, or many rare ones would add up to something common. */
#define USUAL_OPTIONS 6
#define RARE 0.2

/* An alarm sign that a condition almost never shows is rarer than a step of five can say. */
#define CHANCE_ALARM 0.01f

/* An option that a finding of the condition does not list is rare, never impossible. */
#define CHANCE_UNLISTED 0.05

/* Weights of how common a condition is are judgement, and range over three powers of ten: damped,
 * so that a telling story outweighs them. */
#define PRIOR_POWER 0.45

/* "None of these": its weight before any answer, as a share of all conditions together, and what
 * each answer must earn a condition on average to keep ahead of it, in natural log-odds. */
#define NONE_SHARE 0.04
#define NONE_GAIN 0.14

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

struct _KmRanker
{
  KmLibrary *library;
  GPtrArray *conditions; /* of the library */
  guint n_conditions;
  guint n_columns;   /* conditions and "none of these" */
  GArray *questions; /* KmRankerQuestion */
  GHashTable *by_id; /* question id -> position + 1 */
  guint n_groups;
  guint n_options;
  float *chances;   /* n_options x n_columns: P (option | condition) */
  float *weights;   /* n_options x n_conditions: log of it against the average */
  double *average;  /* n_options: the average over all conditions */
  gboolean *counts; /* n_options: whether the option says anything */
  double *prior;    /* n_columns: natural log */
};

static void
add_question (KmRanker *ranker, const KmQuestion *question, GHashTable *groups)
{
  KmRankerQuestion entry = { question, ranker->n_options, question->options->len, 0 };
  const char *group = question->group != NULL ? question->group : question->id;

  if (!g_hash_table_contains (groups, group))
    g_hash_table_insert (groups, (gpointer) group, GUINT_TO_POINTER (g_hash_table_size (groups)));
  entry.group = GPOINTER_TO_UINT (g_hash_table_lookup (groups, group));
  ranker->n_options += entry.n_options;
  g_array_append_val (ranker->questions, entry);
  g_hash_table_insert (ranker->by_id, question->id, GUINT_TO_POINTER (ranker->questions->len));
}

static void
add_questions (KmRanker *ranker)
{
  GPtrArray *questions = km_library_get_questions (ranker->library);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < questions->len; i++)
    add_question (ranker, g_ptr_array_index (questions, i), groups);
  add_question (ranker, km_library_get_question (ranker->library, KM_KEY_SPOT), groups);
  add_question (ranker, km_library_get_question (ranker->library, KM_KEY_SIDE), groups);
  ranker->n_groups = g_hash_table_size (groups);
}

const KmRankerQuestion *
km_ranker_find_question (const KmRanker *ranker, const char *id)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (ranker->by_id, id));

  return position > 0 ? &g_array_index (ranker->questions, KmRankerQuestion, position - 1) : NULL;
}

static float *
chance_at (const KmRanker *ranker, guint option, guint column)
{
  return &ranker->chances[(gsize) option * ranker->n_columns + column];
}

static const float *
weights_of (const KmRanker *ranker, guint option)
{
  return &ranker->weights[(gsize) option * ranker->n_conditions];
}

static void
load_evidence (KmRanker *ranker, guint column)
{
  const KmCondition *condition = g_ptr_array_index (ranker->conditions, column);

  for (guint i = 0; i < condition->evidence->len; i++)
    {
      const KmEvidence *row = g_ptr_array_index (condition->evidence, i);
      const KmRankerQuestion *entry = km_ranker_find_question (ranker, row->question);
      int index = entry != NULL ? km_question_index_of (entry->question, row->option) : -1;

      if (index < 0)
        continue;
      *chance_at (ranker, entry->first_option + (guint) index, column)
          = (float) chance_of[row->strength];
      if (row->strength == KM_STRENGTH_ALMOST_NEVER
          && km_question_get_option (entry->question, (guint) index)->role == KM_OPTION_ALARM)
        *chance_at (ranker, entry->first_option + (guint) index, column) = CHANCE_ALARM;
    }
}

/* Makes the chances of one question add up to 1; a condition that says nothing about it gets the
 * average later and is marked by 0 here. */
static void
normalise (KmRanker *ranker, const KmRankerQuestion *entry, guint column)
{
  double sum = 0;
  gboolean known = FALSE;

  for (guint i = 0; i < entry->n_options; i++)
    known = known || *chance_at (ranker, entry->first_option + i, column) > 0;
  for (guint i = 0; known && i < entry->n_options; i++)
    {
      float *chance = chance_at (ranker, entry->first_option + i, column);

      if (*chance <= 0)
        *chance = ranker->counts[entry->first_option + i] ? CHANCE_UNLISTED : 0;
      if (*chance < RARE && entry->n_options > USUAL_OPTIONS)
        *chance *= (float) USUAL_OPTIONS / (float) entry->n_options;
      sum += *chance;
    }
  for (guint i = 0; known && i < entry->n_options; i++)
    *chance_at (ranker, entry->first_option + i, column) /= (float) sum;
}

static void
average_option (KmRanker *ranker, guint option, guint n_counting)
{
  double sum = 0, total = 0;

  for (guint c = 0; c < ranker->n_conditions; c++)
    {
      double prior = exp (ranker->prior[c]);

      if (*chance_at (ranker, option, c) <= 0)
        continue;
      sum += prior * *chance_at (ranker, option, c);
      total += prior;
    }
  ranker->average[option] = total > 0 ? sum / total : n_counting > 0 ? 1.0 / n_counting : 0;
  for (guint c = 0; c < ranker->n_columns; c++)
    if (*chance_at (ranker, option, c) <= 0 && ranker->counts[option])
      *chance_at (ranker, option, c) = (float) ranker->average[option];
  for (guint c = 0; c < ranker->n_conditions; c++)
    if (ranker->counts[option])
      ranker->weights[(gsize) option * ranker->n_conditions + c]
          = logf (*chance_at (ranker, option, c) / (float) ranker->average[option]);
}

static void
fill_question (KmRanker *ranker, const KmRankerQuestion *entry)
{
  guint n_counting = 0;

  for (guint i = 0; i < entry->n_options; i++)
    {
      const KmOption *option = km_question_get_option (entry->question, i);

      ranker->counts[entry->first_option + i] = option->role != KM_OPTION_UNSURE;
    }
  for (guint c = 0; c < ranker->n_conditions; c++)
    normalise (ranker, entry, c);
  for (guint i = 0; i < entry->n_options; i++)
    {
      guint option = entry->first_option + i;
      gboolean listed = FALSE;

      for (guint c = 0; c < ranker->n_conditions && !listed; c++)
        listed = *chance_at (ranker, option, c) > 0;
      ranker->counts[option] = ranker->counts[option] && listed;
      n_counting += ranker->counts[option];
    }
  for (guint i = 0; i < entry->n_options; i++)
    average_option (ranker, entry->first_option + i, n_counting);
}

static void
load_priors (KmRanker *ranker)
{
  double sum = 0;

  ranker->prior = g_new0 (double, ranker->n_columns);
  for (guint c = 0; c < ranker->n_conditions; c++)
    {
      const KmCondition *condition = g_ptr_array_index (ranker->conditions, c);

      ranker->prior[c] = PRIOR_POWER * log (MAX (condition->prior, 1e-6));
      sum += exp (ranker->prior[c]);
    }
  for (guint c = 0; c < ranker->n_conditions; c++)
    ranker->prior[c] += log ((1 - NONE_SHARE) / sum);
  ranker->prior[ranker->n_conditions] = log (NONE_SHARE);
}

/**
 * km_ranker_new:
 * @library: a sealed library
 *
 * Lays the evidence of all conditions out as one table.
 *
 * Returns: (transfer full): a ranker
 */
KmRanker *
km_ranker_new (KmLibrary *library)
{
  KmRanker *ranker = g_new0 (KmRanker, 1);

  ranker->library = g_object_ref (library);
  ranker->conditions = km_library_get_conditions (library);
  ranker->n_conditions = ranker->conditions->len;
  ranker->n_columns = ranker->n_conditions + 1;
  ranker->questions = g_array_new (FALSE, FALSE, sizeof (KmRankerQuestion));
  ranker->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  add_questions (ranker);
  ranker->chances = g_new0 (float, (gsize) ranker->n_options * ranker->n_columns);
  ranker->weights = g_new0 (float, (gsize) ranker->n_options * ranker->n_conditions);
  ranker->average = g_new0 (double, ranker->n_options);
  ranker->counts = g_new0 (gboolean, ranker->n_options);
  load_priors (ranker);
  for (guint c = 0; c < ranker->n_conditions; c++)
    load_evidence (ranker, c);
  for (guint i = 0; i < ranker->questions->len; i++)
    fill_question (ranker, &g_array_index (ranker->questions, KmRankerQuestion, i));
  return ranker;
}

void
km_ranker_free (KmRanker *ranker)
{
  g_array_unref (ranker->questions);
  g_hash_table_unref (ranker->by_id);
  g_free (ranker->chances);
  g_free (ranker->weights);
  g_free (ranker->average);
  g_free (ranker->counts);
  g_free (ranker->prior);
  g_object_unref (ranker->library);
  g_free (ranker);
}

guint
km_ranker_get_n_conditions (const KmRanker *ranker)
{
  return ranker->n_conditions;
}

guint
km_ranker_get_n_questions (const KmRanker *ranker)
{
  return ranker->questions->len;
}

const KmRankerQuestion *
km_ranker_get_question (const KmRanker *ranker, guint position)
{
  return &g_array_index (ranker->questions, KmRankerQuestion, position);
}

KmLibrary *
km_ranker_get_library (const KmRanker *ranker)
{
  return ranker->library;
}

double
km_ranker_get_prior (const KmRanker *ranker, guint column)
{
  return ranker->prior[column];
}

const float *
km_ranker_get_chances (const KmRanker *ranker, guint option)
{
  return chance_at (ranker, option, 0);
}

gboolean
km_ranker_option_counts (const KmRanker *ranker, guint option)
{
  return ranker->counts[option];
}

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
      sum += weights_of (ranker, option)[column];
      chance += *chance_at (ranker, option, column);
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
      const float *weights = weights_of (
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
share_out (const KmRanker *ranker, guint n_answers, KmScore *scores)
{
  double none = ranker->prior[ranker->n_conditions] + NONE_GAIN * n_answers;
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

  shares[ranker->n_conditions] = share_out (ranker, n, scores);
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
  double none = share_out (ranker, n, scores);
  gboolean unclear;

  for (guint c = 0; c < ranker->n_conditions; c++)
    scores[c].band = band_of (&scores[c]);
  qsort (scores, ranker->n_conditions, sizeof *scores, compare_scores);
  unclear = is_unclear (ranker, answers, scores, n, none);
  for (guint c = 0; unclear && c < ranker->n_conditions; c++)
    scores[c].band = MIN (scores[c].band, KM_BAND_PARTLY);
  return unclear;
}
