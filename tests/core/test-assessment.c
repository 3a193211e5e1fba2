/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-test-library.h"

static KmLibrary *library;

static KmAssessment *
assess (const char *pairs)
{
  KmAssessment *assessment = km_assessment_new (library);
  g_autoptr (KmAnswers) answers = km_test_answers (library, pairs);

  km_assessment_set_answers (assessment, answers);
  return assessment;
}

static void
test_levels (void)
{
  g_autoptr (KmAssessment) calm = assess ("fever=no");
  g_autoptr (KmAssessment) fever = assess ("fever=yes");
  g_autoptr (KmAssessment) both = assess ("fever=yes spot=calf foot=cold foot=tired");
  const KmRedFlag *first;

  g_assert_cmpint (km_assessment_get_urgency (calm), ==, KM_URGENCY_SELF_CARE);
  g_assert_cmpint (km_assessment_get_urgency (fever), ==, KM_URGENCY_SAME_DAY);
  g_assert_cmpint (km_assessment_get_urgency (both), ==, KM_URGENCY_EMERGENCY);
  g_assert_cmpuint (km_assessment_get_flags (both)->len, ==, 2);
  first = g_ptr_array_index (km_assessment_get_flags (both), 0);
  g_assert_cmpstr (first->id, ==, "rf-cold");
}

static void
test_because (void)
{
  g_autoptr (KmAnswers) answers = km_test_answers (library, "onset=injury swelling=fast");
  g_auto (GStrv) because
      = km_urgency_dup_because (km_library_get_red_flag (library, "rf-fast"), answers);

  g_assert_cmpuint (g_strv_length (because), ==, 2);
  g_assert_cmpstr (because[0], ==, "onset is injury.");
  g_assert_cmpstr (because[1], ==, "swelling is fast.");
}

static void
test_uncertain (void)
{
  g_autoptr (KmAssessment) unsure = assess ("fever=unsure");
  g_autoptr (KmAssessment) other = assess ("downhill=unsure");

  g_assert_true (km_assessment_get_uncertain (unsure));
  g_assert_false (km_assessment_get_uncertain (other));
}

static void
on_changed (KmAssessment *assessment, guint *count)
{
  ++*count;
}

static void
test_changed_once (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  const char *const yes[] = { "yes", NULL };
  guint count = 0;
  g_autoptr (GError) error = NULL;

  g_signal_connect (assessment, "changed", G_CALLBACK (on_changed), &count);
  g_assert_true (km_assessment_answer (assessment, "downhill", yes, NULL));
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (km_assessment_answer (assessment, "downhill", yes, NULL));
  g_assert_cmpuint (count, ==, 1);
  g_assert_false (km_assessment_answer (assessment, "nonsense", yes, &error));
  g_assert_error (error, KM_ANSWER_ERROR, KM_ANSWER_ERROR_UNKNOWN_KEY);
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (km_assessment_toggle_spot (assessment, "calf"));
  g_assert_false (km_assessment_toggle_spot (assessment, "calf"));
  g_assert_cmpuint (count, ==, 3);
  km_assessment_clear (assessment);
  g_assert_cmpuint (count, ==, 4);
}

/* What an answer opened does not count once the answer is changed; an alarm does. */
static void
test_follow_ups (void)
{
  g_autoptr (KmAssessment) assessment = assess ("spot=inner-line onset=injury twist=yes");
  g_autoptr (KmAssessment) never = assess ("spot=inner-line onset=slow");
  const char *const slow[] = { "slow", NULL };
  const KmQuestion *twist = km_library_get_question (library, "twist");

  g_assert_true (km_assessment_is_open (assessment, twist));
  km_assessment_answer (assessment, "onset", slow, NULL);
  g_assert_false (km_assessment_is_open (assessment, twist));
  g_assert_cmpuint (km_assessment_get_n_answered (assessment), ==, 1);
  g_assert_cmpfloat (km_match_get_score (km_assessment_get_match (assessment, "tear")), ==,
                     km_match_get_score (km_assessment_get_match (never, "tear")));
}

static void
test_alarm_stays (void)
{
  g_autoptr (KmAssessment) assessment = assess ("spot=inner-line onset=injury foot=cold");
  const char *const slow[] = { "slow", NULL };

  g_assert_cmpint (km_assessment_get_urgency (assessment), ==, KM_URGENCY_EMERGENCY);
  km_assessment_answer (assessment, "onset", slow, NULL);
  g_assert_cmpint (km_assessment_get_urgency (assessment), ==, KM_URGENCY_EMERGENCY);
  g_assert_true (km_assessment_is_open (assessment, km_library_get_question (library, "foot")));
  km_assessment_answer (assessment, "foot", NULL, NULL);
  g_assert_cmpint (km_assessment_get_urgency (assessment), ==, KM_URGENCY_SELF_CARE);
}

/* Alarm questions come first, in the order of the content, and only those that apply. */
static void
test_next (void)
{
  g_autoptr (KmAssessment) start = assess ("spot=outer-bump");
  g_autoptr (KmAssessment) opened = assess ("spot=outer-bump onset=injury fever=no");
  g_autoptr (KmAssessment) calm = assess ("spot=inner-line onset=slow fever=no");
  const KmQuestion *next = km_assessment_get_next_question (start);

  g_assert_cmpstr (next->id, ==, "onset");
  g_assert_cmpstr (km_assessment_get_next_question (opened)->id, ==, "foot");
  next = km_assessment_get_next_question (calm);
  g_assert_nonnull (next);
  g_assert_cmpint (next->tier, ==, KM_TIER_CORE);
  g_assert_cmpuint (km_assessment_get_n_expected (calm), >, km_assessment_get_n_answered (calm));
}

static void
test_stops (void)
{
  g_autoptr (KmAssessment) done
      = assess ("spot=outer-bump onset=slow fever=no downhill=yes swelling=none");

  g_assert_null (km_assessment_get_next_question (done));
  g_assert_cmpuint (km_assessment_get_n_expected (done), ==, km_assessment_get_n_answered (done));
}

static void
test_matches (void)
{
  g_autoptr (KmAssessment) assessment = assess ("spot=inner-line onset=injury twist=yes");
  GListModel *matches = km_assessment_get_matches (assessment);

  g_assert_cmpuint (g_list_model_get_n_items (matches), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);

      g_assert_cmpuint (km_match_get_rank (match), ==, i + 1);
    }
}

/* A condition that must not be missed raises the level while plausible, whatever its rank. */
static void
test_caution (void)
{
  g_autoptr (KmAssessment) assessment
      = assess ("spot=calf onset=slow downhill=no swelling=slow fever=no");

  g_assert_cmpint (km_assessment_get_urgency (assessment), >=, KM_URGENCY_WITHIN_DAYS);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  library = km_test_library_new ();
  g_test_add_func ("/core/assessment/levels", test_levels);
  g_test_add_func ("/core/assessment/because", test_because);
  g_test_add_func ("/core/assessment/uncertain", test_uncertain);
  g_test_add_func ("/core/assessment/changed-once", test_changed_once);
  g_test_add_func ("/core/assessment/follow-ups", test_follow_ups);
  g_test_add_func ("/core/assessment/alarm-stays", test_alarm_stays);
  g_test_add_func ("/core/assessment/next", test_next);
  g_test_add_func ("/core/assessment/stops", test_stops);
  g_test_add_func ("/core/assessment/matches", test_matches);
  g_test_add_func ("/core/assessment/caution", test_caution);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
