/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-next-question.h"

#include "km-ranker-private.h"
#include "km-scope.h"
#include "km-urgency.h"

#include <math.h>

/* Nobody is asked more than this. */
#define MOST_QUESTIONS 15

/* What a question must be expected to teach, in natural units of information; more is asked of it
 * the longer the person has been answering, and when the knee must be seen today anyway. */
#define GAIN_MIN 0.04
#define GAIN_MIN_LATE 0.12
#define GAIN_MIN_URGENT 0.15
#define LATE_FROM 11

/* What it is worth to hear an answer that raises the level, in the same units. */
#define RAISE_WORTH 1

/* How a question of a tier is preferred over another that teaches as much. */
static const double tier_weight[] = { 0.8, 1.0, 0.9 };

/* What one answer to a question, by itself, does to the level. */
typedef struct
{
  KmUrgency level; /* how high it can raise it */
  guint64 options; /* those that raise it */
} Raise;

typedef struct
{
  const KmAnswers *answers;
  KmAnswers *trial;
  const KmRedFlag *flag;
  KmLibrary *library;
  GHashTable *raises; /* question id -> Raise */
} Outlook;

/* What is known so far. */
typedef struct
{
  const KmRanker *ranker;
  const KmAnswers *answers;
  GHashTable *raises;
  const double *shares; /* of the conditions and, last, of "none of these" */
} Standing;

static gboolean
is_waiting (const KmQuestion *question, const KmAnswers *answers)
{
  return !km_answers_has (answers, question->id)
         && km_scope_test (question, answers) == KM_TRUTH_TRUE;
}

static void
note_raise (Outlook *outlook, const KmQuestion *question, const char *option)
{
  Raise *raise = g_hash_table_lookup (outlook->raises, question->id);

  if (raise == NULL)
    {
      raise = g_new0 (Raise, 1);
      g_hash_table_insert (outlook->raises, question->id, raise);
    }
  raise->level = MAX (raise->level, outlook->flag->level);
  raise->options |= G_GUINT64_CONSTANT (1) << km_question_index_of (question, option);
}

static void
on_flag_atom (const char *name, const char *value, gboolean negated, gpointer user_data)
{
  Outlook *outlook = user_data;
  const KmQuestion *question = km_library_get_question (outlook->library, name);
  const char *const one[] = { value, NULL };

  if (negated || question == NULL || !is_waiting (question, outlook->answers))
    return;
  km_answers_set (outlook->trial, name, one, NULL);
  if (km_rule_evaluate (outlook->flag->when, outlook->trial) == KM_TRUTH_TRUE)
    note_raise (outlook, question, value);
  km_answers_remove (outlook->trial, name);
}

/* For each question that is open: what one answer to it, by itself, can do to the level. */
static GHashTable *
look_ahead (const KmAnswers *answers, KmUrgency level)
{
  KmLibrary *library = km_answers_get_library (answers);
  GPtrArray *flags = km_library_get_red_flags (library);
  g_autoptr (KmAnswers) trial = km_answers_copy (answers);
  Outlook outlook = { answers, trial, NULL, library, NULL };

  outlook.raises = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < flags->len; i++)
    {
      outlook.flag = g_ptr_array_index (flags, i);
      if (outlook.flag->level > level && outlook.flag->when != NULL
          && km_rule_evaluate (outlook.flag->when, answers) == KM_TRUTH_UNKNOWN)
        km_rule_foreach_atom (outlook.flag->when, on_flag_atom, &outlook);
    }
  return outlook.raises;
}

static void
on_gate_atom (const char *name, const char *value, gboolean negated, gpointer user_data)
{
  g_hash_table_add (user_data, (gpointer) name);
}

/* Names that decide whether an alarm question applies that does not know yet. */
static GHashTable *
find_openers (const KmAnswers *answers)
{
  GPtrArray *questions = km_library_get_questions (km_answers_get_library (answers));
  GHashTable *openers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < questions->len; i++)
    {
      const KmQuestion *question = g_ptr_array_index (questions, i);

      if (question->tier == KM_TIER_SAFETY && !km_answers_has (answers, question->id)
          && km_scope_test (question, answers) == KM_TRUTH_UNKNOWN)
        km_rule_foreach_atom (question->ask_when, on_gate_atom, openers);
    }
  return openers;
}

/* How likely an answer that raises the level is, given what is known. */
static double
chance_to_raise (const Standing *standing, const KmQuestion *question)
{
  const Raise *raise = g_hash_table_lookup (standing->raises, question->id);
  const KmRankerQuestion *entry = km_ranker_find_question (standing->ranker, question->id);
  guint n = km_ranker_get_n_conditions (standing->ranker) + 1;
  double sum = 0;

  for (guint i = 0; raise != NULL && i < entry->n_options; i++)
    {
      const float *chances = km_ranker_get_chances (standing->ranker, entry->first_option + i);

      if ((raise->options >> i & 1) == 0
          || !km_ranker_option_counts (standing->ranker, entry->first_option + i))
        continue;
      for (guint c = 0; c < n; c++)
        sum += standing->shares[c] * chances[c];
    }
  return sum;
}

/* Whether @question must be asked before anything is weighed: an alarm question that can still
 * raise the level or opens one that can, or any other that can make it "today" by itself. */
static gboolean
is_pressing (const Standing *standing, const KmQuestion *question, GHashTable *openers)
{
  const Raise *raise = g_hash_table_lookup (standing->raises, question->id);

  if (question->tier == KM_TIER_SAFETY)
    return (raise != NULL && raise->level >= KM_URGENCY_WITHIN_DAYS)
           || g_hash_table_contains (openers, question->id);
  return raise != NULL && raise->level >= KM_URGENCY_SAME_DAY;
}

static const KmQuestion *
find_pressing (const Standing *standing, guint *n_pressing)
{
  const KmAnswers *answers = standing->answers;
  GPtrArray *questions = km_library_get_questions (km_answers_get_library (answers));
  g_autoptr (GHashTable) openers = find_openers (answers);
  const KmQuestion *found = NULL;

  *n_pressing = 0;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < questions->len; i++)
      {
        const KmQuestion *question = g_ptr_array_index (questions, i);

        if ((question->tier == KM_TIER_SAFETY) != (pass == 0) || !is_waiting (question, answers)
            || !is_pressing (standing, question, openers))
          continue;
        ++*n_pressing;
        if (found == NULL)
          found = question;
      }
  return found;
}

/* Mutual information between the answer and the condition. */
static double
gain_of (const KmRanker *ranker, const KmRankerQuestion *entry, const double *shares)
{
  guint n = km_ranker_get_n_conditions (ranker) + 1;
  double gain = 0;

  for (guint i = 0; i < entry->n_options; i++)
    {
      const float *chances = km_ranker_get_chances (ranker, entry->first_option + i);
      double sum = 0;

      if (!km_ranker_option_counts (ranker, entry->first_option + i))
        continue;
      for (guint c = 0; c < n; c++)
        sum += shares[c] * chances[c];
      for (guint c = 0; c < n; c++)
        if (shares[c] > 1e-4)
          gain += shares[c] * chances[c] * logf (chances[c] / (float) sum);
    }
  return gain * tier_weight[entry->question->tier];
}

static guint
count_in_group (const KmRanker *ranker, const KmAnswers *answers, guint group)
{
  guint n = 0;

  for (guint i = 0; i < km_ranker_get_n_questions (ranker); i++)
    {
      const KmRankerQuestion *entry = km_ranker_get_question (ranker, i);

      n += entry->group == group && km_answers_has (answers, entry->question->id);
    }
  return n;
}

static const KmQuestion *
find_telling (const Standing *standing, double least, guint *n_telling)
{
  const KmRanker *ranker = standing->ranker;
  const KmAnswers *answers = standing->answers;
  guint n = km_library_get_questions (km_answers_get_library (answers))->len;
  const KmQuestion *found = NULL;
  double most = least;

  *n_telling = 0;
  for (guint i = 0; i < n; i++)
    {
      const KmRankerQuestion *entry = km_ranker_get_question (ranker, i);
      double gain;

      if (!is_waiting (entry->question, answers))
        continue;
      gain = gain_of (ranker, entry, standing->shares) * km_ranker_get_force (entry, answers)
             / (1 + count_in_group (ranker, answers, entry->group));
      gain += RAISE_WORTH * chance_to_raise (standing, entry->question);
      *n_telling += gain > 2 * least;
      if (gain > most)
        {
          most = gain;
          found = entry->question;
        }
    }
  return found;
}

static guint
count_answered (const KmAnswers *answers)
{
  guint n = g_strv_length ((char **) km_answers_get_questions (answers));

  return n - km_answers_has (answers, KM_KEY_SPOT) - km_answers_has (answers, KM_KEY_SIDE);
}

static double
least_gain (guint n_answered, KmUrgency level)
{
  if (level >= KM_URGENCY_SAME_DAY)
    return GAIN_MIN_URGENT;
  return n_answered >= LATE_FROM ? GAIN_MIN_LATE : GAIN_MIN;
}

/* The next question, and about how many more there are with it. */
static const KmQuestion *
plan (const KmRanker *ranker, const KmAnswers *answers, guint *n_left)
{
  guint n_answered = count_answered (answers), n_pressing, n_telling;
  g_autoptr (KmUrgencyResult) urgency = km_urgency_assess (answers);
  g_autoptr (GHashTable) raises = look_ahead (answers, urgency->level);
  g_autofree double *shares = g_new (double, km_ranker_get_n_conditions (ranker) + 1);
  Standing standing = { ranker, answers, raises, shares };
  const KmQuestion *pressing, *telling;

  *n_left = 0;
  if (n_answered >= MOST_QUESTIONS)
    return NULL;
  km_ranker_get_shares (ranker, answers, shares);
  pressing = find_pressing (&standing, &n_pressing);
  telling = find_telling (&standing, least_gain (n_answered, urgency->level), &n_telling);
  *n_left = n_pressing + CLAMP (n_telling, telling != NULL, 5);
  *n_left = MIN (*n_left, MOST_QUESTIONS - n_answered);
  return pressing != NULL ? pressing : telling;
}

/**
 * km_next_question:
 * @ranker: a ranker
 * @answers: the answers that count so far
 *
 * Alarm questions come first, in the order of the content, as long as an answer could raise the
 * level; then the question expected to teach most about the cause. Ends by itself when no question
 * would teach enough, and after 15.
 *
 * Returns: (transfer none) (nullable): the question to ask next; %NULL when more would not help
 */
const KmQuestion *
km_next_question (const KmRanker *ranker, const KmAnswers *answers)
{
  guint n_left;

  return plan (ranker, answers, &n_left);
}

/**
 * km_next_question_estimate:
 * @ranker: a ranker
 * @answers: the answers that count so far
 *
 * Returns: about how many questions there are still to come
 */
guint
km_next_question_estimate (const KmRanker *ranker, const KmAnswers *answers)
{
  guint n_left;

  plan (ranker, answers, &n_left);
  return n_left;
}
