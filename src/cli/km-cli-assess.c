/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-cli-private.h"

#include "km-assessment.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Longer lines on standard input are no answers. */
#define LINE_MAX_BYTES 4096

/* Of contradicting answers to a question that takes one, the most cautious counts, so that the
 * order does not matter and nothing lowers the level. */
static int
caution_of (const KmOption *option)
{
  static const int rank[] = {
    [KM_OPTION_CALM] = 0, [KM_OPTION_PLAIN] = 1, [KM_OPTION_UNSURE] = 2, [KM_OPTION_ALARM] = 3
  };

  return rank[option->role];
}

typedef struct
{
  KmAnswers *answers;
  GHashTable *given; /* question id -> GPtrArray of option ids */
} Input;

static gboolean
add_pair (Input *input, const char *pair)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  const KmQuestion *question;
  GPtrArray *options;

  if (equals == NULL)
    {
      km_cli_fail (_ ("assess: “%s” is no KEY=VALUE"), pair);
      return FALSE;
    }
  key = g_strndup (pair, (gsize) (equals - pair));
  if (!km_answers_add (input->answers, key, equals + 1, &error))
    {
      km_cli_fail (_ ("assess: %s"), error->message);
      return FALSE;
    }
  question = km_library_get_question (km_answers_get_library (input->answers), key);
  options = g_hash_table_lookup (input->given, question->id);
  if (options == NULL)
    {
      options = g_ptr_array_new ();
      g_hash_table_insert (input->given, question->id, options);
    }
  if (!g_ptr_array_find (options, km_question_find_option (question, equals + 1), NULL))
    g_ptr_array_add (options, (gpointer) km_question_find_option (question, equals + 1));
  return TRUE;
}

static gboolean
read_pairs (Input *input)
{
  char line[LINE_MAX_BYTES];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      if (strchr (line, '\n') == NULL && !feof (stdin))
        {
          km_cli_fail (_ ("assess: a line of standard input is too long"));
          return FALSE;
        }
      g_strstrip (line);
      if (!g_utf8_validate (line, -1, NULL))
        {
          km_cli_fail (_ ("assess: a line of standard input is not UTF-8"));
          return FALSE;
        }
      if (*line != '\0' && *line != '#' && !add_pair (input, line))
        return FALSE;
    }
  return TRUE;
}

static KmUrgency
level_with (KmAnswers *answers, const char *question, const KmOption *option)
{
  const char *const one[] = { option->id, NULL };
  g_autoptr (KmUrgencyResult) result = NULL;

  km_answers_set (answers, question, one, NULL);
  result = km_urgency_assess (answers);
  return result->level;
}

/* Settles a question that was given several answers and takes one. */
static void
settle (Input *input, const KmQuestion *question, GPtrArray *options)
{
  const KmOption *best = NULL;
  KmUrgency highest = KM_URGENCY_SELF_CARE;

  for (guint i = 0; i < question->options->len; i++)
    {
      const KmOption *option = km_question_get_option (question, i);
      KmUrgency level;

      if (!g_ptr_array_find (options, option, NULL))
        continue;
      level = level_with (input->answers, question->id, option);
      if (best == NULL || level > highest
          || (level == highest && caution_of (option) > caution_of (best)))
        {
          best = option;
          highest = MAX (highest, level);
        }
    }
  if (best != NULL)
    level_with (input->answers, question->id, best);
}

/* In the order of the content; twice, since one answer can matter to the next. */
static void
settle_all (Input *input)
{
  GPtrArray *questions = km_library_get_questions (km_answers_get_library (input->answers));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < questions->len; i++)
      {
        const KmQuestion *question = g_ptr_array_index (questions, i);
        GPtrArray *options = g_hash_table_lookup (input->given, question->id);

        if (!question->many && options != NULL && options->len > 1)
          settle (input, question, options);
      }
}

static void
print_reasons (KmAssessment *assessment, KmMatch *match)
{
  const KmCondition *condition = km_match_get_condition (match);
  g_autoptr (GPtrArray) reasons = km_assessment_dup_reasons (assessment, condition);

  for (guint i = 0; i < reasons->len; i++)
    {
      const KmReason *reason = g_ptr_array_index (reasons, i);
      g_autofree char *sources = g_strjoinv (" ", (char **) reason->sources);

      if (reason->sign != KM_SIGN_OPEN)
        g_print ("reason\t%s\t%s\t%s\t%s\t%s\n", condition->id,
                 reason->sign == KM_SIGN_FITS ? "+" : "-", reason->question->id, reason->option->id,
                 sources);
    }
}

static void
print_matches (KmAssessment *assessment)
{
  GListModel *matches = km_assessment_get_matches (assessment);

  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);
      const KmCondition *condition = km_match_get_condition (match);

      g_print ("match\t%u\t%s\t%s\t%.3f\t%s\n", km_match_get_rank (match), condition->id,
               km_enum_to_nick (KM_TYPE_BAND, km_match_get_band (match)),
               km_match_get_score (match), condition->name);
    }
  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);

      if (km_match_get_band (match) > KM_BAND_NONE)
        print_reasons (assessment, match);
    }
}

static void
print_result (KmAssessment *assessment)
{
  GPtrArray *flags = km_assessment_get_flags (assessment);
  GPtrArray *cautions = km_assessment_get_cautions (assessment);
  const KmQuestion *next = km_assessment_get_next_question (assessment);

  g_print ("urgency\t%s\n",
           km_enum_to_nick (KM_TYPE_URGENCY, km_assessment_get_urgency (assessment)));
  for (guint i = 0; i < flags->len; i++)
    {
      const KmRedFlag *flag = g_ptr_array_index (flags, i);

      g_print ("flag\t%s\t%s\t%s\n", flag->id, km_enum_to_nick (KM_TYPE_URGENCY, flag->level),
               flag->sentence);
    }
  for (guint i = 0; i < cautions->len; i++)
    g_print ("caution\t%s\n", ((const KmCondition *) g_ptr_array_index (cautions, i))->id);
  print_matches (assessment);
  g_print ("unclear\t%s\n", km_assessment_get_unclear (assessment) ? "yes" : "no");
  g_print ("next\t%s\n", next != NULL ? next->id : "-");
}

/**
 * km_cli_assess: (skip)
 * @library: the library
 * @arguments: answers as KEY=VALUE; "-" for standard input
 *
 * Returns: a #KmExit
 */
int
km_cli_assess (KmLibrary *library, char **arguments)
{
  g_autoptr (KmAnswers) answers = km_answers_new (library);
  g_autoptr (GHashTable) given
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  Input input = { answers, given };

  for (; *arguments != NULL; arguments++)
    if (!(g_str_equal (*arguments, "-") ? read_pairs (&input) : add_pair (&input, *arguments)))
      return KM_EXIT_USAGE;
  settle_all (&input);
  km_assessment_set_answers (assessment, answers);
  print_result (assessment);
  return KM_EXIT_OK;
}
