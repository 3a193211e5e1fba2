/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-traits.h"

/* Which questions tell of what, in the order in which they are told. A question that is in none of
 * these, such as the age, is about the person and not about the condition. */
static const char *const questions[KM_N_TRAITS][24] = {
  [KM_TRAIT_STORY]
  = { "onset", "mechanism", "pop", "run-timing", "training-change", "recent", "shoe-change", NULL },
  [KM_TRAIT_LOAD] = { "downhill", "stairs", "squat", "sitting", "kneeling", "turning", "rest-pain",
                      "morning-stiff", "hop-spot", "muscle-test", "weight-bearing", NULL },
  [KM_TRAIT_SIGN]
  = { "swelling-speed",  "swelling-place", "locking",    "giving-way",    "clicking",
      "full-straighten", "skin-feel",      "hot-red",    "fever",         "calf-swelling",
      "foot-signs",      "shape",          "bend-90",    "straight-lift", "tight-leg",
      "pain-beyond",     "elsewhere",      "skin-break", "hip-turn",      "breathless",
      "saddle",          "general-health", NULL },
};

/* That something is missing says little of what a condition is like. */
static gboolean
is_telling (const KmOption *option)
{
  static const char *const absent[] = { "no", "none", "never", "normal", "no-link", NULL };

  return option->role != KM_OPTION_CALM && option->role != KM_OPTION_UNSURE
         && !g_strv_contains (absent, option->id);
}

static void
add_of_question (KmLibrary *library,
                 const KmCondition *condition,
                 const char *question_id,
                 KmStrength strength,
                 GPtrArray *statements)
{
  const KmQuestion *question = km_library_get_question (library, question_id);

  for (guint i = 0; question != NULL && i < condition->evidence->len; i++)
    {
      const KmEvidence *row = g_ptr_array_index (condition->evidence, i);
      const KmOption *option;

      if (row->strength != strength || !g_str_equal (row->question, question_id))
        continue;
      option = km_question_find_option (question, row->option);
      if (option != NULL && is_telling (option) && statements->len < KM_TRAITS_MAX)
        g_ptr_array_add (statements, option->statement);
    }
}

/**
 * km_traits_dup:
 * @library: the library of @condition
 * @condition: a condition
 * @trait: what to tell
 *
 * Returns: (transfer container) (element-type utf8): what most people with @condition say, what
 *   nearly all say first; perhaps nothing
 */
GPtrArray *
km_traits_dup (KmLibrary *library, const KmCondition *condition, KmTrait trait)
{
  GPtrArray *statements = g_ptr_array_new ();

  for (int strength = KM_STRENGTH_ALMOST_ALWAYS; strength >= KM_STRENGTH_OFTEN; strength--)
    for (guint i = 0; questions[trait][i] != NULL; i++)
      add_of_question (library, condition, questions[trait][i], (KmStrength) strength, statements);
  return statements;
}
