/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-scope.h"

/**
 * km_scope_test:
 * @question: a question
 * @answers: answers
 *
 * Returns: whether @question applies, given @answers: false when it is known not to, unknown when
 *   that waits for another answer
 */
KmTruth
km_scope_test (const KmQuestion *question, const KmAnswers *answers)
{
  return question->ask_when != NULL ? km_rule_evaluate (question->ask_when, answers)
                                    : KM_TRUTH_TRUE;
}

static gboolean
holds_alarm (const KmQuestion *question, const KmAnswers *answers)
{
  const char *const *options = km_answers_get (answers, question->id);

  for (; options != NULL && *options != NULL; options++)
    if (km_question_find_option (question, *options)->role == KM_OPTION_ALARM)
      return TRUE;
  return FALSE;
}

typedef struct
{
  const KmAnswers *answers;
  GHashTable *held;
} Holding;

static void
on_atom (const char *name, const char *value, gboolean negated, gpointer user_data)
{
  Holding *holding = user_data;

  if (!negated && km_answers_has_option (holding->answers, name, value))
    g_hash_table_add (holding->held, (gpointer) name);
}

/* The questions whose answer fires a red flag: such an answer counts until it is taken back. */
static GHashTable *
find_held (const KmAnswers *answers)
{
  GPtrArray *flags = km_library_get_red_flags (km_answers_get_library (answers));
  Holding holding = { answers, g_hash_table_new (g_str_hash, g_str_equal) };

  for (guint i = 0; i < flags->len; i++)
    {
      const KmRedFlag *flag = g_ptr_array_index (flags, i);

      if (flag->when != NULL && km_rule_evaluate (flag->when, answers) == KM_TRUTH_TRUE)
        km_rule_foreach_atom (flag->when, on_atom, &holding);
    }
  return holding.held;
}

/* Questions that are known not to apply, as things stand. */
static GPtrArray *
find_closed (const KmAnswers *answers, GHashTable *held)
{
  KmLibrary *library = km_answers_get_library (answers);
  const char *const *ids = km_answers_get_questions (answers);
  GPtrArray *closed = g_ptr_array_new ();

  for (; *ids != NULL; ids++)
    {
      const KmQuestion *question = km_library_get_question (library, *ids);

      if (km_scope_test (question, answers) == KM_TRUTH_FALSE && !holds_alarm (question, answers)
          && !g_hash_table_contains (held, question->id))
        g_ptr_array_add (closed, question->id);
    }
  return closed;
}

/**
 * km_scope_dup_answers:
 * @answers: everything the person said
 *
 * What of it counts. Follow-ups of an answer that was changed since do not; but an alarm, or an
 * answer a red flag rests on, counts until it is taken back itself. The result does not depend on
 * the order of the answers: all that does not apply goes at once, round by round.
 *
 * Returns: (transfer full): the answers that count
 */
KmAnswers *
km_scope_dup_answers (const KmAnswers *answers)
{
  KmAnswers *kept = km_answers_copy (answers);
  g_autoptr (GHashTable) held = find_held (answers);
  guint n_closed;

  do
    {
      g_autoptr (GPtrArray) closed = find_closed (kept, held);

      n_closed = closed->len;
      for (guint i = 0; i < n_closed; i++)
        km_answers_remove (kept, g_ptr_array_index (closed, i));
    }
  while (n_closed > 0);
  return kept;
}
