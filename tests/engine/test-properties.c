/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for the shipped questions, rules and evidence, whatever they say. */
#include "km-assessment.h"
#include "km-loader.h"

#include <string.h>

#define N_RANDOM 150

static KmLibrary *library;
static KmAssessment *shared;

static void
load_once (void)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();

  library = km_loader_load (issues, NULL);
  g_assert_nonnull (library);
  shared = km_assessment_new (library);
}

static guint
n_keys (void)
{
  return km_library_get_questions (library)->len + 2;
}

static const KmQuestion *
key_at (guint position)
{
  GPtrArray *questions = km_library_get_questions (library);

  if (position < questions->len)
    return g_ptr_array_index (questions, position);
  return km_library_get_question (library, position == questions->len ? KM_KEY_SPOT : KM_KEY_SIDE);
}

static void
set_one (KmAnswers *answers, const KmQuestion *question, guint option)
{
  const char *const one[] = { km_question_get_option (question, option)->id, NULL };

  km_answers_set (answers, question->id, one, NULL);
}

/* Random answers to about a third of the questions, sometimes several to one. */
static KmAnswers *
random_answers (GRand *rand)
{
  KmAnswers *answers = km_answers_new (library);

  for (guint i = 0; i < n_keys (); i++)
    {
      const KmQuestion *question = key_at (i);
      int n = (int) question->options->len;

      if (g_rand_int_range (rand, 0, 3) != 0)
        continue;
      set_one (answers, question, (guint) g_rand_int_range (rand, 0, n));
      if (question->many && g_rand_boolean (rand))
        km_answers_add (
            answers, question->id,
            km_question_get_option (question, (guint) g_rand_int_range (rand, 0, n))->id, NULL);
    }
  return answers;
}

static KmUrgency
level_of (const KmAnswers *answers)
{
  km_assessment_set_answers (shared, answers);
  return km_assessment_get_urgency (shared);
}

/* The level with @alarm answered yes is never below the level without, or with another answer. */
static void
assert_alarm_never_lowers (const KmAnswers *base, const KmQuestion *question, guint alarm)
{
  g_autoptr (KmAnswers) trial = km_answers_copy (base);
  KmUrgency yes, other;

  set_one (trial, question, alarm);
  yes = level_of (trial);
  km_answers_remove (trial, question->id);
  other = level_of (trial);
  g_assert_cmpint (yes, >=, other);
  for (guint i = 0; i < question->options->len; i++)
    {
      KmOptionRole role = km_question_get_option (question, i)->role;

      if (role != KM_OPTION_CALM && role != KM_OPTION_UNSURE)
        continue;
      set_one (trial, question, i);
      other = level_of (trial);
      if (yes < other)
        {
          g_autofree char *said = g_variant_print (km_answers_to_variant (base), FALSE);

          g_error ("%s=%s gives %d, %s gives %d, with %s", question->id,
                   km_question_get_option (question, alarm)->id, yes,
                   km_question_get_option (question, i)->id, other, said);
        }
    }
}

/* Nor is it below the level of the plain answer that it is added to. */
static void
assert_added_alarm_never_lowers (const KmAnswers *base, const KmQuestion *question, guint alarm)
{
  g_autoptr (KmAnswers) trial = km_answers_copy (base);

  for (guint i = 0; question->many && i < question->options->len; i++)
    {
      KmUrgency plain;

      if (km_question_get_option (question, i)->role != KM_OPTION_PLAIN)
        continue;
      set_one (trial, question, i);
      plain = level_of (trial);
      km_answers_add (trial, question->id, km_question_get_option (question, alarm)->id, NULL);
      g_assert_cmpint (level_of (trial), >=, plain);
    }
}

static void
for_each_alarm (const KmAnswers *base, const KmQuestion *skip)
{
  GPtrArray *questions = km_library_get_questions (library);

  for (guint i = 0; i < questions->len; i++)
    {
      const KmQuestion *question = g_ptr_array_index (questions, i);

      for (guint o = 0; question != skip && o < question->options->len; o++)
        if (km_question_get_option (question, o)->role == KM_OPTION_ALARM)
          {
            assert_alarm_never_lowers (base, question, o);
            assert_added_alarm_never_lowers (base, question, o);
          }
    }
}

static void
test_alarm_pairs (gconstpointer data)
{
  const KmQuestion *first = data;

  for (guint o = 0; o < first->options->len; o++)
    {
      g_autoptr (KmAnswers) base = km_answers_new (library);

      set_one (base, first, o);
      for_each_alarm (base, first);
    }
}

static void
test_alarm_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (KmAnswers) base = random_answers (rand);

      for_each_alarm (base, NULL);
    }
}

static char *
picture_of (const KmAnswers *answers)
{
  GString *text = g_string_new (NULL);
  GListModel *matches;
  GPtrArray *flags;
  const KmQuestion *next;

  km_assessment_set_answers (shared, answers);
  matches = km_assessment_get_matches (shared);
  flags = km_assessment_get_flags (shared);
  next = km_assessment_get_next_question (shared);
  g_string_append_printf (text, "%d %d %s", km_assessment_get_urgency (shared),
                          km_assessment_get_unclear (shared), next != NULL ? next->id : "-");
  for (guint i = 0; i < flags->len; i++)
    g_string_append_printf (text, " %s", ((KmRedFlag *) g_ptr_array_index (flags, i))->id);
  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);

      g_string_append_printf (text, " %s:%d:%.9f", km_match_get_condition (match)->id,
                              km_match_get_band (match), km_match_get_score (match));
    }
  return g_string_free (text, FALSE);
}

static KmAnswers *
shuffle (const KmAnswers *answers, GRand *rand)
{
  KmAnswers *copy = km_answers_new (library);
  const char *const *ids = km_answers_get_questions (answers);
  guint n = g_strv_length ((char **) ids);
  g_autofree guint *order = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint k = (guint) g_rand_int_range (rand, 0, (int) i), other = order[i - 1];

      order[i - 1] = order[k];
      order[k] = other;
    }
  for (guint i = 0; i < n; i++)
    {
      const char *const *options = km_answers_get (answers, ids[order[i]]);
      guint last = g_strv_length ((char **) options);

      while (last-- > 0)
        km_answers_add (copy, ids[order[i]], options[last], NULL);
    }
  return copy;
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (KmAnswers) answers = random_answers (rand);
      g_autoptr (KmAnswers) shuffled = shuffle (answers, rand);
      g_autofree char *one = picture_of (answers);
      g_autofree char *other = picture_of (shuffled);

      g_assert_cmpstr (one, ==, other);
    }
}

/* Giving an answer and taking it back leaves no trace. */
static void
test_take_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr (KmAnswers) answers = random_answers (rand);
      const KmQuestion *question = key_at ((guint) g_rand_int_range (rand, 0, (int) n_keys ()));
      g_autofree char *before = NULL, *after = NULL;

      km_answers_remove (answers, question->id);
      before = picture_of (answers);
      set_one (answers, question, question->options->len - 1);
      km_answers_remove (answers, question->id);
      after = picture_of (answers);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_not_sure (void)
{
  g_autoptr (KmAnswers) answers = km_answers_new (library);
  GPtrArray *questions = km_library_get_questions (library);
  g_autoptr (KmMatch) first = NULL;

  km_answers_add (answers, KM_KEY_SPOT, "not-sure", NULL);
  for (guint i = 0; i < questions->len; i++)
    {
      const KmQuestion *question = g_ptr_array_index (questions, i);

      for (guint o = 0; o < question->options->len; o++)
        if (km_question_get_option (question, o)->role == KM_OPTION_UNSURE)
          set_one (answers, question, o);
    }
  km_assessment_set_answers (shared, answers);
  first = g_list_model_get_item (km_assessment_get_matches (shared), 0);
  g_assert_true (km_assessment_get_unclear (shared));
  g_assert_true (km_assessment_get_uncertain (shared));
  g_assert_cmpint (km_match_get_band (first), ==, KM_BAND_NONE);
}

/* Every option of every question at once: a defined result, and the highest level. */
static void
test_everything (void)
{
  g_autoptr (KmAnswers) answers = km_answers_new (library);

  for (guint i = 0; i < n_keys (); i++)
    for (guint o = 0; o < key_at (i)->options->len; o++)
      km_answers_add (answers, key_at (i)->id, km_question_get_option (key_at (i), o)->id, NULL);
  g_assert_cmpint (level_of (answers), >=, KM_URGENCY_SAME_DAY);
  g_assert_null (km_assessment_get_next_question (shared));
}

/* Always answering what is asked comes to an end, within 15 questions. */
static void
test_ends (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (KmAnswers) answers = km_answers_new (library);
      const KmQuestion *question;
      guint n = 0;

      set_one (answers, key_at (n_keys () - 2), i % key_at (n_keys () - 2)->options->len);
      for (;;)
        {
          km_assessment_set_answers (shared, answers);
          question = km_assessment_get_next_question (shared);
          if (question == NULL)
            break;
          g_assert_false (km_answers_has (answers, question->id));
          g_assert_true (km_assessment_is_open (shared, question));
          set_one (answers, question,
                   (guint) g_rand_int_range (rand, 0, (int) question->options->len));
          n++;
        }
      g_assert_cmpuint (n, <=, 15);
      g_assert_cmpuint (n, >, 0);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_once ();
  for (guint i = 0; i < n_keys (); i++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/alarm-never-lowers/%s", key_at (i)->id);

      g_test_add_data_func (path, key_at (i), test_alarm_pairs);
    }
  g_test_add_func ("/engine/alarm-never-lowers/random", test_alarm_random);
  g_test_add_func ("/engine/order", test_order);
  g_test_add_func ("/engine/take-back", test_take_back);
  g_test_add_func ("/engine/not-sure", test_not_sure);
  g_test_add_func ("/engine/everything", test_everything);
  g_test_add_func ("/engine/ends", test_ends);
  result = g_test_run ();
  g_object_unref (shared);
  g_object_unref (library);
  return result;
}
