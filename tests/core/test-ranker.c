/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-test-library.h"

#include <math.h>

static KmLibrary *library;

static gboolean
rank (const char *pairs, KmScore *scores)
{
  g_autoptr (KmRanker) ranker = km_ranker_new (library);
  g_autoptr (KmAnswers) answers = km_test_answers (library, pairs);

  g_assert_cmpuint (km_ranker_get_n_conditions (ranker), ==, 3);
  return km_ranker_rank (ranker, answers, scores);
}

static void
test_order (void)
{
  KmScore scores[3];

  g_assert_false (rank ("spot=outer-bump onset=slow downhill=yes swelling=none", scores));
  g_assert_cmpstr (scores[0].condition->id, ==, "band");
  g_assert_cmpint (scores[0].band, ==, KM_BAND_WELL);
  g_assert_false (rank ("spot=inner-line onset=injury twist=yes swelling=slow", scores));
  g_assert_cmpstr (scores[0].condition->id, ==, "tear");
  g_assert_cmpfloat (scores[0].score, >, scores[1].score);
  g_assert_cmpfloat (scores[1].score, >=, scores[2].score);
}

static void
test_nothing (void)
{
  KmScore scores[3];

  g_assert_true (rank ("", scores));
  g_assert_cmpstr (scores[0].condition->id, ==, "band");
  g_assert_cmpint (scores[0].band, ==, KM_BAND_NONE);
  g_assert_true (rank ("onset=unsure fever=unsure downhill=unsure swelling=unsure", scores));
  g_assert_cmpint (scores[0].band, ==, KM_BAND_NONE);
}

static void
test_shares (void)
{
  KmScore scores[3];
  double sum = 0;

  rank ("spot=calf fever=yes", scores);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (isfinite (scores[i].score));
      g_assert_cmpfloat (scores[i].probability, >=, 0);
      sum += scores[i].probability;
    }
  g_assert_cmpfloat (sum, <, 1);
}

/* An answer that points beyond the guide weakens whatever leads, although no condition speaks
 * against it; a strong picture keeps its name. */
static void
test_beyond (void)
{
  KmScore before[3], after[3];

  rank ("downhill=yes elsewhere=back", before);
  rank ("downhill=yes elsewhere=many", after);
  g_assert_cmpfloat (after[0].score, <, before[0].score - 1);
  g_assert_cmpfloat (after[0].probability, <, before[0].probability - 0.2);
  g_assert_false (
      rank ("spot=outer-bump onset=slow downhill=yes swelling=none elsewhere=many", after));
}

static void
test_several_spots (void)
{
  KmScore one[3], both[3];

  rank ("spot=outer-bump", one);
  rank ("spot=outer-bump spot=inner-line", both);
  g_assert_cmpstr (both[0].condition->id, ==, "band");
  g_assert_cmpfloat (both[0].probability, <, one[0].probability);
}

static void
test_reasons (void)
{
  g_autoptr (KmRanker) ranker = km_ranker_new (library);
  g_autoptr (KmAnswers) answers = km_test_answers (library, "spot=outer-bump swelling=fast");
  g_autoptr (GPtrArray) reasons
      = km_ranker_dup_reasons (ranker, answers, km_library_get_condition (library, "band"));
  const KmReason *first = g_ptr_array_index (reasons, 0);
  const KmReason *second = g_ptr_array_index (reasons, 1);

  g_assert_cmpint (first->sign, ==, KM_SIGN_FITS);
  g_assert_cmpstr (first->question->id, ==, KM_KEY_SPOT);
  g_assert_cmpstr (first->option->id, ==, "outer-bump");
  g_assert_cmpstr (first->sources[0], ==, "KEY");
  g_assert_cmpfloat (first->weight, >, 0);
  g_assert_cmpint (second->sign, ==, KM_SIGN_AGAINST);
  g_assert_cmpstr (second->option->id, ==, "fast");
  for (guint i = 2; i < reasons->len; i++)
    {
      const KmReason *open = g_ptr_array_index (reasons, i);

      g_assert_cmpint (open->sign, ==, KM_SIGN_OPEN);
      g_assert_null (open->option);
    }
}

static void
test_differences (void)
{
  g_autoptr (KmRanker) ranker = km_ranker_new (library);
  g_autoptr (GPtrArray) reasons
      = km_ranker_dup_differences (ranker, km_library_get_condition (library, "band"),
                                   km_library_get_condition (library, "tear"));
  gboolean for_band = FALSE, for_tear = FALSE;

  for (guint i = 0; i < reasons->len; i++)
    {
      const KmReason *reason = g_ptr_array_index (reasons, i);

      for_band
          = for_band
            || (reason->sign == KM_SIGN_FITS && g_str_equal (reason->option->id, "outer-bump"));
      for_tear = for_tear
                 || (reason->sign == KM_SIGN_AGAINST && g_str_equal (reason->option->id, "injury"));
    }
  g_assert_true (for_band);
  g_assert_true (for_tear);
}

/* While its rule holds, an answer says less: for the score and in the reasons. */
static void
test_faint (void)
{
  KmQuestion *swelling = (KmQuestion *) km_library_get_question (library, "swelling");
  KmScore plain[3], faint[3];

  rank ("spot=inner-line onset=slow swelling=slow", plain);
  swelling->faint_when = km_rule_parse ("onset=slow", NULL);
  rank ("spot=inner-line onset=slow swelling=slow", faint);
  g_assert_cmpstr (plain[0].condition->id, ==, "tear");
  g_assert_cmpfloat (faint[0].score, <, plain[0].score);
  rank ("spot=inner-line swelling=slow", faint);
  g_clear_pointer (&swelling->faint_when, km_rule_unref);
  rank ("spot=inner-line swelling=slow", plain);
  g_assert_cmpfloat (faint[0].score, ==, plain[0].score);
}

static void
test_empty_library (void)
{
  g_autoptr (KmLibrary) empty = km_library_new ();
  g_autoptr (KmAssessment) assessment = NULL;

  km_library_seal (empty);
  assessment = km_assessment_new (empty);
  g_assert_true (km_assessment_get_unclear (assessment));
  g_assert_null (km_assessment_get_next_question (assessment));
  g_assert_cmpint (km_assessment_get_urgency (assessment), ==, KM_URGENCY_SELF_CARE);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  library = km_test_library_new ();
  g_test_add_func ("/core/ranker/order", test_order);
  g_test_add_func ("/core/ranker/nothing", test_nothing);
  g_test_add_func ("/core/ranker/shares", test_shares);
  g_test_add_func ("/core/ranker/beyond", test_beyond);
  g_test_add_func ("/core/ranker/several-spots", test_several_spots);
  g_test_add_func ("/core/ranker/reasons", test_reasons);
  g_test_add_func ("/core/ranker/differences", test_differences);
  g_test_add_func ("/core/ranker/faint", test_faint);
  g_test_add_func ("/core/ranker/empty-library", test_empty_library);
  result = g_test_run ();
  g_object_unref (library);
  return result;
}
