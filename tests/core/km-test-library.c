/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small world: three conditions, a handful of questions, three red flags. */
#include "km-test-library.h"

#include <string.h>

static KmRule *
rule (const char *text)
{
  GError *error = NULL;
  KmRule *parsed = km_rule_parse (text, &error);

  g_assert_no_error (error);
  return parsed;
}

static void
add_spot (KmLibrary *library, const char *id, const char *area)
{
  KmSpot *spot = km_spot_new (id);

  spot->name = g_strdup (id);
  spot->sentence = g_strdup ("A place.");
  spot->area = g_strdup (area);
  g_assert_true (km_library_take_spot (library, spot));
}

/* @options: "id:role" words, the role c(alm), a(larm), u(nsure), p(lain) or b(eyond the guide). */
static void
add_question (KmLibrary *library,
              const char *id,
              KmTier tier,
              gboolean many,
              const char *ask_when,
              const char *options)
{
  KmQuestion *question = km_question_new (id);
  g_auto (GStrv) words = g_strsplit (options, " ", -1);

  question->text = g_strdup_printf ("Is it %s?", id);
  question->brief = g_strdup (id);
  question->why = g_strdup ("It matters.");
  question->tier = tier;
  question->many = many;
  question->ask_when = ask_when != NULL ? rule (ask_when) : NULL;
  for (char **word = words; *word != NULL; word++)
    {
      char *colon = strchr (*word, ':');
      KmOptionRole role = colon[1] == 'c'   ? KM_OPTION_CALM
                          : colon[1] == 'a' ? KM_OPTION_ALARM
                          : colon[1] == 'u' ? KM_OPTION_UNSURE
                                            : KM_OPTION_PLAIN;
      gboolean beyond = colon[1] == 'b';
      g_autofree char *statement = NULL;

      *colon = '\0';
      statement = g_strdup_printf ("%s is %s.", id, *word);
      km_question_add_option (question, *word, *word, statement, role)->beyond = beyond;
    }
  g_assert_true (km_library_take_question (library, question));
}

static void
add_flag (KmLibrary *library, const char *id, KmUrgency level, const char *when)
{
  KmRedFlag *flag = km_red_flag_new (id, level);

  flag->sentence = g_strdup_printf ("%s can be dangerous.", id);
  flag->when = rule (when);
  g_assert_true (km_library_take_red_flag (library, flag));
}

/* @evidence: "question=option:strength" words, the strength from 0 (almost never) to 4. */
static void
add_condition (KmLibrary *library,
               const char *id,
               double prior,
               KmUrgency urgency,
               gboolean serious,
               const char *evidence)
{
  KmCondition *condition = km_condition_new (id);
  g_auto (GStrv) words = g_strsplit (evidence, " ", -1);

  condition->name = g_strdup (id);
  condition->short_name = g_strdup (id);
  condition->prior = prior;
  condition->urgency = urgency;
  condition->serious = serious;
  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit_set (*word, "=:", 3);
      KmEvidence *row = km_condition_add_evidence (condition, parts[0], parts[1],
                                                   (KmStrength) (parts[2][0] - '0'));

      g_strfreev (row->sources);
      row->sources = g_strsplit ("KEY", " ", -1);
    }
  g_assert_true (km_library_take_condition (library, condition));
}

/**
 * km_test_library_new:
 *
 * Returns: (transfer full): a sealed library
 */
KmLibrary *
km_test_library_new (void)
{
  KmLibrary *library = km_library_new ();

  add_spot (library, "outer-bump", "outer");
  add_spot (library, "inner-line", "inner");
  add_spot (library, "calf", "lower-leg");
  add_question (library, "onset", KM_TIER_SAFETY, FALSE, NULL, "slow:p injury:p unsure:u");
  add_question (library, "fever", KM_TIER_SAFETY, FALSE, NULL, "no:c yes:a unsure:u");
  add_question (library, "foot", KM_TIER_SAFETY, TRUE, "area=lower-leg or onset=injury",
                "none:c numb:a cold:a tired:p unsure:u");
  add_question (library, "twist", KM_TIER_CORE, FALSE, "onset=injury", "no:p yes:p unsure:u");
  add_question (library, "downhill", KM_TIER_CORE, FALSE, NULL, "no:p yes:p unsure:u");
  add_question (library, "swelling", KM_TIER_CORE, FALSE, NULL, "none:p fast:p slow:p unsure:u");
  add_question (library, "elsewhere", KM_TIER_CORE, TRUE, NULL, "none:c back:p many:b unsure:u");
  add_flag (library, "rf-fever", KM_URGENCY_SAME_DAY, "fever=yes");
  add_flag (library, "rf-cold", KM_URGENCY_EMERGENCY, "foot=cold");
  add_flag (library, "rf-fast", KM_URGENCY_WITHIN_DAYS,
            "onset in (injury, unsure) and swelling=fast");
  add_condition (library, "band", 10, KM_URGENCY_SELF_CARE, FALSE,
                 "spot=outer-bump:4 spot=inner-line:0 spot=calf:0 onset=slow:4 onset=injury:0 "
                 "downhill=yes:3 downhill=no:2 swelling=none:4 swelling=fast:0 swelling=slow:0 "
                 "fever=no:4 fever=yes:0 twist=no:3 twist=yes:0 elsewhere=none:4 elsewhere=back:1 "
                 "elsewhere=many:1");
  add_condition (library, "tear", 5, KM_URGENCY_ROUTINE, FALSE,
                 "spot=outer-bump:1 spot=inner-line:4 spot=calf:0 onset=slow:1 onset=injury:4 "
                 "downhill=yes:1 downhill=no:3 swelling=none:1 swelling=fast:2 swelling=slow:3 "
                 "fever=no:4 fever=yes:0 twist=no:1 twist=yes:4");
  add_condition (library, "clot", 0.5, KM_URGENCY_SAME_DAY, TRUE,
                 "spot=outer-bump:0 spot=inner-line:0 spot=calf:4 onset=slow:3 onset=injury:1 "
                 "downhill=yes:0 downhill=no:4 swelling=none:1 swelling=fast:1 swelling=slow:4 "
                 "fever=no:3 fever=yes:1 twist=no:4 twist=yes:0");
  km_library_seal (library);
  return library;
}

/**
 * km_test_answers:
 * @library: a library
 * @pairs: "key=value" words
 *
 * Returns: (transfer full): the answers
 */
KmAnswers *
km_test_answers (KmLibrary *library, const char *pairs)
{
  KmAnswers *answers = km_answers_new (library);
  g_auto (GStrv) words = g_strsplit (pairs, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, "=", 2);
      GError *error = NULL;

      if (**word == '\0')
        continue;
      km_answers_add (answers, parts[0], parts[1], &error);
      g_assert_no_error (error);
    }
  return answers;
}
