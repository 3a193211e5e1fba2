/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-case.h"

#include <string.h>

/* No test of the engine lets it ask as much as this. */
#define ENDLESS 40

static void
case_free (gpointer data)
{
  KmCase *story = data;

  g_free (story->id);
  g_strfreev (story->right);
  g_free (story->kind);
  g_free (story->group);
  km_answers_free (story->answers);
  g_free (story);
}

static GKeyFile *
open_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", name, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    g_error ("%s: %s", path, error->message);
  return g_steal_pointer (&file);
}

static char *
get (GKeyFile *file, const char *id, const char *key)
{
  g_autoptr (GError) error = NULL;
  char *text = g_key_file_get_value (file, id, key, &error);

  if (text == NULL)
    g_error ("[%s]: %s", id, error->message);
  return g_strstrip (text);
}

static KmUrgency
level_from (const char *id, const char *nick)
{
  int level = 0;

  if (!km_enum_from_nick (KM_TYPE_URGENCY, nick, &level))
    g_error ("[%s]: no urgency \"%s\"", id, nick);
  return (KmUrgency) level;
}

static void
read_levels (KmCase *story, GKeyFile *file)
{
  g_autofree char *level = get (file, story->id, "urgency");
  g_auto (GStrv) others
      = g_key_file_get_string_list (file, story->id, "accept-urgency", NULL, NULL);

  story->level = story->least = story->most = level_from (story->id, level);
  for (char **other = others; other != NULL && *other != NULL; other++)
    {
      KmUrgency also = level_from (story->id, g_strstrip (*other));

      story->least = MIN (story->least, also);
      story->most = MAX (story->most, also);
    }
}

static void
read_right (KmCase *story, GKeyFile *file, KmLibrary *library)
{
  g_autofree char *expected = get (file, story->id, "expected");
  g_auto (GStrv) also = g_key_file_get_string_list (file, story->id, "also", NULL, NULL);
  g_autoptr (GStrvBuilder) right = g_strv_builder_new ();

  if (!g_str_equal (expected, "none"))
    {
      g_strv_builder_add (right, expected);
      for (char **other = also; other != NULL && *other != NULL; other++)
        g_strv_builder_add (right, g_strstrip (*other));
    }
  story->right = g_strv_builder_end (right);
  for (char **id = story->right; *id != NULL; id++)
    if (km_library_get_condition (library, *id) == NULL)
      g_error ("[%s]: no condition \"%s\"", story->id, *id);
}

/* "spot=deep,whole;side=left": several answers to one question are separated by commas. */
static KmAnswers *
read_answers (const char *id, const char *text, KmLibrary *library)
{
  KmAnswers *answers = km_answers_new (library);
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      g_autoptr (GError) error = NULL;
      char *equals = strchr (*pair, '=');
      g_auto (GStrv) options = equals != NULL ? g_strsplit (equals + 1, ",", -1) : NULL;

      if (**pair == '\0')
        continue;
      if (equals == NULL)
        g_error ("[%s]: \"%s\" is no answer", id, *pair);
      *equals = '\0';
      if (!km_answers_set (answers, *pair, (const char *const *) options, &error))
        g_error ("[%s]: %s", id, error->message);
    }
  return answers;
}

/**
 * km_cases_load:
 * @library: the library that has their questions
 * @set: `develop` or `final`
 *
 * Stops the program on a case that cannot be read.
 *
 * Returns: (transfer full) (element-type KmCase): the written cases of @set
 */
GPtrArray *
km_cases_load (KmLibrary *library, const char *set)
{
  g_autoptr (GKeyFile) stories = open_file ("stories.ini");
  g_autoptr (GKeyFile) answers = open_file ("answers.ini");
  g_auto (GStrv) ids = g_key_file_get_groups (stories, NULL);
  GPtrArray *cases = g_ptr_array_new_with_free_func (case_free);

  for (char **id = ids; *id != NULL; id++)
    {
      g_autofree char *of = get (stories, *id, "set");
      g_autofree char *said = get (answers, *id, "answers");
      KmCase *story;

      if (!g_str_equal (of, set))
        continue;
      story = g_new0 (KmCase, 1);
      story->id = g_strdup (*id);
      story->kind = get (stories, *id, "kind");
      story->group = get (stories, *id, "group");
      read_levels (story, stories);
      read_right (story, stories, library);
      story->answers = read_answers (*id, said, library);
      g_ptr_array_add (cases, story);
    }
  return cases;
}

/* The last of that role: "not sure" stands at the end. */
static const char *
option_of_role (const KmQuestion *question, KmOptionRole role)
{
  for (guint i = question->options->len; i > 0; i--)
    if (km_question_get_option (question, i - 1)->role == role)
      return km_question_get_option (question, i - 1)->id;
  return NULL;
}

/* What a person says to a question that the story does not answer: somebody who was not troubled by
 * a thing says "no" to it, and a doubtful one "not sure". */
static const char *
find_silent (const KmQuestion *question, KmCaseMode mode)
{
  KmOptionRole first = mode == KM_CASE_DOUBTFUL ? KM_OPTION_UNSURE : KM_OPTION_CALM;
  KmOptionRole second = mode == KM_CASE_DOUBTFUL ? KM_OPTION_CALM : KM_OPTION_UNSURE;
  const char *id = option_of_role (question, first);

  return id != NULL ? id : option_of_role (question, second);
}

/* Answers from the case. Returns whether there was an answer at all. */
static gboolean
reply (const KmCase *story, KmAssessment *assessment, const KmQuestion *question, KmCaseMode mode)
{
  const char *const *said = km_answers_get (story->answers, question->id);
  const char *const one[] = { find_silent (question, mode), NULL };

  if (said == NULL && one[0] == NULL)
    return FALSE;
  return km_assessment_answer (assessment, question->id, said != NULL ? said : one, NULL);
}

static void
interview_with (const KmCase *story, KmAssessment *assessment, KmCaseMode mode)
{
  const KmQuestion *question;

  km_assessment_clear (assessment);
  km_assessment_answer (assessment, KM_KEY_SPOT, km_answers_get (story->answers, KM_KEY_SPOT),
                        NULL);
  km_assessment_answer (assessment, KM_KEY_SIDE, km_answers_get (story->answers, KM_KEY_SIDE),
                        NULL);
  while (km_assessment_get_n_answered (assessment) < ENDLESS
         && (question = km_assessment_get_next_question (assessment)) != NULL)
    if (!reply (story, assessment, question, mode))
      return;
}

static const char *
find_because (KmAssessment *assessment, KmUrgency level)
{
  const GPtrArray *flags = km_assessment_get_flags (assessment);
  const GPtrArray *cautions = km_assessment_get_cautions (assessment);

  if (flags->len > 0 && ((const KmRedFlag *) g_ptr_array_index (flags, 0))->level == level)
    return ((const KmRedFlag *) g_ptr_array_index (flags, 0))->id;
  return cautions->len > 0 ? ((const KmCondition *) g_ptr_array_index (cautions, 0))->id
                           : "ranking";
}

/**
 * km_case_play:
 * @story: a case
 * @assessment: an assessment of the same library; its answers are replaced
 * @mode: how to play it
 *
 * Returns: what comes out
 */
KmCaseResult
km_case_play (const KmCase *story, KmAssessment *assessment, KmCaseMode mode)
{
  KmCaseResult result = { story, 0 };
  GListModel *matches = km_assessment_get_matches (assessment);

  if (mode == KM_CASE_ALL_ANSWERS)
    km_assessment_set_answers (assessment, story->answers);
  else
    interview_with (story, assessment, mode);
  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);
      const KmCondition *condition = km_match_get_condition (match);

      if (result.place == 0 && g_strv_contains ((const char *const *) story->right, condition->id))
        result.place = i + 1;
      result.n_listed += km_match_get_band (match) > KM_BAND_NONE;
      if (i < KM_CASE_TOP)
        result.top[i] = condition;
    }
  result.level = km_assessment_get_urgency (assessment);
  result.because = find_because (assessment, result.level);
  result.unclear = km_assessment_get_unclear (assessment);
  result.n_asked = km_assessment_get_n_answered (assessment);
  return result;
}

/**
 * km_cases_play:
 * @cases: (element-type KmCase): cases, which the results point to
 * @library: their library
 * @mode: see #KmCaseMode
 *
 * Returns: (transfer full) (element-type KmCaseResult): what comes out of each
 */
GArray *
km_cases_play (GPtrArray *cases, KmLibrary *library, KmCaseMode mode)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  GArray *results = g_array_new (FALSE, FALSE, sizeof (KmCaseResult));

  for (guint i = 0; i < cases->len; i++)
    {
      KmCaseResult result = km_case_play (g_ptr_array_index (cases, i), assessment, mode);

      g_array_append_val (results, result);
    }
  return results;
}
