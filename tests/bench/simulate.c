/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patients drawn from the evidence itself, with noise: 10 % of answers wrong, 20 % "not sure"; the
 * place they point to is right, and alarm questions are answered right, 5 % of them "not sure".
 * Says how accuracy grows with the number of questions, beside a fixed and a random order, and how
 * often each band is right. It measures the engine, not the world: the answers of one patient are
 * drawn independently, and from the tables the engine uses. */
#include "km-assessment.h"
#include "km-loader.h"
#include "km-next-question.h"
#include "km-ranker-private.h"
#include "km-scope.h"

#include <stdlib.h>
#include <string.h>

#define MOST 15
#define WRONG 0.10
#define UNSURE 0.20
#define UNSURE_ALARM 0.05

typedef enum
{
  ORDER_CHOSEN,
  ORDER_FIXED,
  ORDER_RANDOM,
  N_ORDERS
} Order;

static const char *const order_names[] = { "chosen", "fixed", "random" };

typedef struct
{
  guint n;
  guint first[MOST + 1], third[MOST + 1];
  guint end_first, end_third, end_fourth, unclear;
  guint asked[MOST + 2];
  guint band_n[4], band_right[4];
  guint level[KM_N_URGENCIES][KM_N_URGENCIES];
  guint stray_n, stray_unclear, stray_well;
} Tally;

typedef struct
{
  KmLibrary *library;
  KmRanker *ranker;
  GRand *rand;
  KmScore *scores;
} Lab;

static guint
draw (Lab *lab, const KmRankerQuestion *entry, guint column)
{
  double total = 0, at;
  guint i;

  for (i = 0; i < entry->n_options; i++)
    if (km_ranker_option_counts (lab->ranker, entry->first_option + i))
      total += km_ranker_get_chances (lab->ranker, entry->first_option + i)[column];
  at = g_rand_double (lab->rand) * total;
  for (i = 0; i < entry->n_options; i++)
    {
      if (!km_ranker_option_counts (lab->ranker, entry->first_option + i))
        continue;
      at -= km_ranker_get_chances (lab->ranker, entry->first_option + i)[column];
      if (at <= 0)
        return i;
    }
  return 0;
}

/* An alarm that the condition almost never gives is rarer still in life than its table says. */
static guint
draw_calmly (Lab *lab, const KmRankerQuestion *entry, guint column)
{
  guint i = draw (lab, entry, column);

  if (entry->question->tier == KM_TIER_SAFETY
      && km_ranker_get_chances (lab->ranker, entry->first_option + i)[column] < 0.05
      && g_rand_double (lab->rand) < 0.97)
    return draw (lab, entry, column);
  return i;
}

/* The answers this patient would give to every question, if asked. */
static KmAnswers *
make_patient (Lab *lab, guint column, gboolean stray, double noise)
{
  KmAnswers *truth = km_answers_new (lab->library);

  for (guint q = 0; q < km_ranker_get_n_questions (lab->ranker); q++)
    {
      const KmRankerQuestion *entry = km_ranker_get_question (lab->ranker, q);
      guint n = entry->n_options;
      guint from = stray ? (guint) g_rand_int_range (lab->rand, 0,
                                                     (int) km_ranker_get_n_conditions (lab->ranker))
                         : column;
      guint i = draw_calmly (lab, entry, from);
      const char *one[] = { NULL, NULL };
      const KmOption *last = km_question_get_option (entry->question, n - 1);
      double luck = g_rand_double (lab->rand);

      gboolean safety = entry->question->tier == KM_TIER_SAFETY;

      if (g_str_equal (entry->question->id, KM_KEY_SPOT))
        ;
      else if (luck < (safety ? UNSURE_ALARM : UNSURE) * noise && last->role == KM_OPTION_UNSURE)
        i = n - 1;
      else if (luck > 1 - WRONG * noise && !safety)
        i = (guint) g_rand_int_range (lab->rand, 0, (int) n);
      one[0] = km_question_get_option (entry->question, i)->id;
      km_answers_set (truth, entry->question->id, one, NULL);
    }
  return truth;
}

static const KmQuestion *
next_of (Lab *lab, const KmAnswers *answers, Order order)
{
  GPtrArray *questions = km_library_get_questions (lab->library);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  if (order == ORDER_CHOSEN)
    return km_next_question (lab->ranker, answers);
  for (guint i = 0; i < questions->len; i++)
    {
      const KmQuestion *question = g_ptr_array_index (questions, i);

      if (!km_answers_has (answers, question->id)
          && km_scope_test (question, answers) == KM_TRUTH_TRUE)
        g_ptr_array_add (open, (gpointer) question);
    }
  if (open->len == 0)
    return NULL;
  return g_ptr_array_index (
      open, order == ORDER_FIXED ? 0 : g_rand_int_range (lab->rand, 0, (int) open->len));
}

static guint
place_of (Lab *lab, guint column)
{
  for (guint i = 0; i < km_ranker_get_n_conditions (lab->ranker); i++)
    if (lab->scores[i].position == column)
      return i;
  return G_MAXUINT;
}

static void
play (Lab *lab, Tally *tally, Order order, guint column, const KmAnswers *truth)
{
  g_autoptr (KmAnswers) answers = km_answers_new (lab->library);
  const KmQuestion *question;
  guint n = 0, place;

  km_answers_set (answers, KM_KEY_SPOT, km_answers_get (truth, KM_KEY_SPOT), NULL);
  km_answers_set (answers, KM_KEY_SIDE, km_answers_get (truth, KM_KEY_SIDE), NULL);
  for (;;)
    {
      km_ranker_rank (lab->ranker, answers, lab->scores);
      place = place_of (lab, column);
      for (guint k = n; k <= MOST; k++)
        {
          tally->first[k] += place < 1 && k == n;
          tally->third[k] += place < 3 && k == n;
        }
      question = n < MOST ? next_of (lab, answers, order) : NULL;
      if (question == NULL)
        break;
      km_answers_set (answers, question->id, km_answers_get (truth, question->id), NULL);
      n++;
    }
  for (guint k = n + 1; k <= MOST; k++)
    {
      tally->first[k] += place < 1;
      tally->third[k] += place < 3;
    }
  tally->n++;
  tally->asked[n]++;
  tally->end_first += place < 1;
  tally->end_third += place < 3;
  tally->end_fourth += place < 4;
  tally->unclear += km_ranker_rank (lab->ranker, answers, lab->scores);
  tally->band_n[lab->scores[0].band]++;
  tally->band_right[lab->scores[0].band] += lab->scores[0].position == column;
  if (order == ORDER_CHOSEN)
    {
      g_autoptr (KmAssessment) assessment = km_assessment_new (lab->library);

      km_assessment_set_answers (assessment, answers);
      tally->level[lab->scores[0].position == column || TRUE
                       ? ((const KmCondition *) g_ptr_array_index (
                              km_library_get_conditions (lab->library), column))
                             ->urgency
                       : 0][km_assessment_get_urgency (assessment)]++;
    }
}

static void
play_stray (Lab *lab, Tally *tally)
{
  g_autoptr (KmAnswers) truth = make_patient (lab, 0, TRUE, 1);
  g_autoptr (KmAnswers) answers = km_answers_new (lab->library);
  const KmQuestion *question;

  km_answers_set (answers, KM_KEY_SPOT, km_answers_get (truth, KM_KEY_SPOT), NULL);
  while ((question = km_next_question (lab->ranker, answers)) != NULL)
    km_answers_set (answers, question->id, km_answers_get (truth, question->id), NULL);
  tally->stray_n++;
  tally->stray_unclear += km_ranker_rank (lab->ranker, answers, lab->scores);
  tally->stray_well += lab->scores[0].band == KM_BAND_WELL;
}

/* How many of @n patients have the condition when each comes as often as in life. */
static guint
share_of (KmLibrary *library, guint column, guint n)
{
  GPtrArray *conditions = km_library_get_conditions (library);
  double sum = 0;

  for (guint i = 0; i < conditions->len; i++)
    sum += ((const KmCondition *) g_ptr_array_index (conditions, i))->prior;
  return (guint) (0.5
                  + n * ((const KmCondition *) g_ptr_array_index (conditions, column))->prior
                        / sum);
}

static void
print_curve (const Tally *tally, const char *name)
{
  g_print ("%-8s first", name);
  for (guint k = 0; k <= MOST; k++)
    g_print (" %3.0f", 100.0 * tally->first[k] / tally->n);
  g_print ("\n%-8s top 3", "");
  for (guint k = 0; k <= MOST; k++)
    g_print (" %3.0f", 100.0 * tally->third[k] / tally->n);
  g_print ("\n");
}

static void
print_end (const Tally *tally)
{
  guint sum = 0, median = 0, longest = 0;

  for (guint k = 0; k <= MOST; k++)
    {
      sum += tally->asked[k];
      if (sum * 2 < tally->n)
        median = k + 1;
      if (tally->asked[k] > 0)
        longest = k;
    }
  g_print ("\nat its own end: first %.1f %%, top 3 %.1f %%, top 4 %.1f %%, unclear %.1f %%; "
           "questions: median %u, most %u\n",
           100.0 * tally->end_first / tally->n, 100.0 * tally->end_third / tally->n,
           100.0 * tally->end_fourth / tally->n, 100.0 * tally->unclear / tally->n, median,
           longest);
  for (int band = KM_BAND_WELL; band >= KM_BAND_NONE; band--)
    g_print ("top row in band %-6s: %5.1f %% of patients, right in %5.1f %%\n",
             km_enum_to_nick (KM_TYPE_BAND, band), 100.0 * tally->band_n[band] / tally->n,
             tally->band_n[band] > 0 ? 100.0 * tally->band_right[band] / tally->band_n[band] : 0);
  g_print ("patients with a random mixture of answers: unclear %.1f %%, \"fits well\" %.1f %%\n",
           100.0 * tally->stray_unclear / tally->stray_n,
           100.0 * tally->stray_well / tally->stray_n);
  g_print ("level of the condition (rows) against level given (self-care .. emergency), %%\n");
  for (int row = 0; row < KM_N_URGENCIES; row++)
    {
      guint n = 0;

      for (int i = 0; i < KM_N_URGENCIES; i++)
        n += tally->level[row][i];
      g_print ("%-12s", km_enum_to_nick (KM_TYPE_URGENCY, row));
      for (int i = 0; i < KM_N_URGENCIES; i++)
        g_print (" %5.1f", n > 0 ? 100.0 * tally->level[row][i] / n : 0);
      g_print ("\n");
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (KmLibrary) library = km_loader_load (issues, NULL);
  g_autoptr (KmRanker) ranker = km_ranker_new (library);
  guint each = argc > 1 ? (guint) atoi (argv[1]) : 10;
  double noise = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1;
  gboolean as_common = argc > 3;
  guint n = km_ranker_get_n_conditions (ranker);
  g_autofree KmScore *scores = g_new0 (KmScore, n);
  Lab lab = { library, ranker, g_rand_new_with_seed (20261120), scores };
  static Tally tallies[N_ORDERS];

  for (guint column = 0; column < n; column++)
    for (guint i = 0; i < (as_common ? share_of (library, column, n * each) : each); i++)
      {
        g_autoptr (KmAnswers) truth = make_patient (&lab, column, FALSE, noise);

        for (int order = 0; order < N_ORDERS; order++)
          play (&lab, &tallies[order], (Order) order, column, truth);
        play_stray (&lab, &tallies[ORDER_CHOSEN]);
      }
  g_print ("%u patients, %s; accuracy in %% after 0 to %u questions\n", tallies[0].n,
           as_common ? "each condition as common as in life" : "every condition as often", MOST);
  for (int order = 0; order < N_ORDERS; order++)
    print_curve (&tallies[order], order_names[order]);
  print_end (&tallies[ORDER_CHOSEN]);
  g_rand_free (lab.rand);
  return 0;
}
