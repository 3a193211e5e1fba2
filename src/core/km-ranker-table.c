/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evidence of all conditions, laid out as one table. */
#include "km-ranker-private.h"

#include <math.h>

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

/* "None of these": its weight before any answer, as a share of all conditions together. */
#define NONE_SHARE 0.04

/* How often people with a cause beyond the guide give an answer that speaks for one, where it is
 * offered. */
#define BEYOND_CHANCE 0.15f

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

/* "None of these" answers like the average, but for the answers that speak for it. */
static void
fill_none (KmRanker *ranker, const KmRankerQuestion *entry)
{
  float usual = 0;
  guint n_beyond = 0;

  for (guint i = 0; i < entry->n_options; i++)
    if (km_question_get_option (entry->question, i)->beyond)
      n_beyond++;
    else
      usual += *chance_at (ranker, entry->first_option + i, ranker->n_conditions);
  for (guint i = 0; n_beyond > 0 && usual > 0 && i < entry->n_options; i++)
    {
      float *chance = chance_at (ranker, entry->first_option + i, ranker->n_conditions);

      *chance = km_question_get_option (entry->question, i)->beyond
                    ? BEYOND_CHANCE / (float) n_beyond
                    : *chance * (1 - BEYOND_CHANCE) / usual;
    }
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
  fill_none (ranker, entry);
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
