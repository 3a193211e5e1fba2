/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one ranking, one next question and one answer cost: with the shipped content, and with its
 * conditions repeated to 1,000 and 10,000. Prints ratios to the shipped size. */
#include "km-assessment.h"
#include "km-loader.h"
#include "km-next-question.h"

static KmLibrary *shipped;

static KmSpot *
copy_spot (const KmSpot *spot)
{
  KmSpot *copy = km_spot_new (spot->id);

  copy->name = g_strdup (spot->name);
  copy->sentence = g_strdup (spot->sentence);
  copy->area = g_strdup (spot->area);
  copy->views = spot->views;
  return copy;
}

static KmQuestion *
copy_question (const KmQuestion *question)
{
  KmQuestion *copy = km_question_new (question->id);

  copy->text = g_strdup (question->text);
  copy->brief = g_strdup (question->brief);
  copy->why = g_strdup (question->why);
  copy->group = g_strdup (question->group);
  copy->tier = question->tier;
  copy->many = question->many;
  copy->ask_when = question->ask_when != NULL ? km_rule_ref (question->ask_when) : NULL;
  for (guint i = 0; i < question->options->len; i++)
    {
      const KmOption *option = km_question_get_option (question, i);

      km_question_add_option (copy, option->id, option->label, option->statement, option->role);
    }
  return copy;
}

static KmRedFlag *
copy_flag (const KmRedFlag *flag)
{
  KmRedFlag *copy = km_red_flag_new (flag->id, flag->level);

  copy->sentence = g_strdup (flag->sentence);
  copy->when = km_rule_ref (flag->when);
  return copy;
}

static KmCondition *
copy_condition (const KmCondition *condition, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", condition->id, number);
  KmCondition *copy = km_condition_new (id);

  copy->name = g_strdup (condition->name);
  copy->short_name = g_strdup (condition->short_name);
  copy->prior = condition->prior;
  copy->urgency = condition->urgency;
  copy->serious = condition->serious;
  for (guint i = 0; i < condition->evidence->len; i++)
    {
      const KmEvidence *row = g_ptr_array_index (condition->evidence, i);

      km_condition_add_evidence (copy, row->question, row->option, row->strength);
    }
  return copy;
}

static KmLibrary *
repeat_to (guint n)
{
  KmLibrary *library = km_library_new ();
  GPtrArray *conditions = km_library_get_conditions (shipped);
  GPtrArray *list;

  list = km_library_get_spots (shipped);
  for (guint i = 0; i < list->len; i++)
    km_library_take_spot (library, copy_spot (g_ptr_array_index (list, i)));
  list = km_library_get_questions (shipped);
  for (guint i = 0; i < list->len; i++)
    km_library_take_question (library, copy_question (g_ptr_array_index (list, i)));
  list = km_library_get_red_flags (shipped);
  for (guint i = 0; i < list->len; i++)
    km_library_take_red_flag (library, copy_flag (g_ptr_array_index (list, i)));
  for (guint i = 0; i < n; i++)
    km_library_take_condition (
        library, copy_condition (g_ptr_array_index (conditions, i % conditions->len), i));
  km_library_seal (library);
  return library;
}

static KmAnswers *
make_answers (KmLibrary *library)
{
  static const char *const said[] = {
    "spot",     "outer-bump", "side",   "right", "onset",     "gradual", "duration",   "1-6w",
    "age-band", "30-44",      "fever",  "no",    "hot-red",   "no",      "foot-signs", "none",
    "downhill", "yes",        "stairs", "down",  "rest-pain", "no",      "locking",    "never"
  };
  KmAnswers *answers = km_answers_new (library);

  for (guint i = 0; i + 1 < G_N_ELEMENTS (said); i += 2)
    km_answers_add (answers, said[i], said[i + 1], NULL);
  return answers;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

typedef void (*Work) (KmRanker *ranker, const KmAnswers *answers, gpointer data);

static void
do_rank (KmRanker *ranker, const KmAnswers *answers, gpointer data)
{
  km_ranker_rank (ranker, answers, data);
}

static void
do_next (KmRanker *ranker, const KmAnswers *answers, gpointer data)
{
  km_next_question (ranker, answers);
}

/* Median of the microseconds that @work takes. */
static double
measure (Work work, KmRanker *ranker, const KmAnswers *answers, gpointer data, guint rounds)
{
  g_autofree double *times = g_new (double, rounds);

  for (guint i = 0; i < rounds; i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint repeat = 20;

      for (guint k = 0; k < repeat; k++)
        work (ranker, answers, data);
      times[i] = (double) (g_get_monotonic_time () - start) / repeat;
    }
  qsort (times, rounds, sizeof *times, compare_times);
  return times[rounds / 2];
}

static void
do_answer (KmRanker *ranker, const KmAnswers *answers, gpointer data)
{
  static guint turn;
  const char *const one[] = { turn++ % 2 == 0 ? "yes" : "no", NULL };

  km_assessment_answer (data, "downhill", one, NULL);
}

static void
report (KmLibrary *library, double *base_rank, double *base_next)
{
  g_autoptr (KmRanker) ranker = km_ranker_new (library);
  g_autoptr (KmAnswers) answers = make_answers (library);
  guint n = km_ranker_get_n_conditions (ranker);
  g_autofree KmScore *scores = g_new (KmScore, n);
  guint rounds = n > 5000 ? 5 : 41;
  double rank = measure (do_rank, ranker, answers, scores, rounds);
  double next = measure (do_next, ranker, answers, NULL, n > 5000 ? 3 : 21);
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  double answer;

  km_assessment_set_answers (assessment, answers);
  answer = measure (do_answer, ranker, answers, assessment, n > 5000 ? 3 : 21);
  if (*base_rank <= 0)
    {
      *base_rank = rank;
      *base_next = next;
    }
  g_print ("%6u conditions: rank %8.1f us (x %.1f), next question %8.1f us (x %.1f), one answer "
           "with all that follows %8.1f us\n",
           n, rank, rank / *base_rank, next, next / *base_next, answer);
}

int
main (void)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  double base_rank = 0, base_next = 0;

  shipped = km_loader_load (issues, NULL);
  report (shipped, &base_rank, &base_next);
  for (guint n = 1000; n <= 10000; n *= 10)
    {
      g_autoptr (KmLibrary) library = repeat_to (n);

      report (library, &base_rank, &base_next);
    }
  g_object_unref (shipped);
  return 0;
}
