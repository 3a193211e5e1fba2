/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-answers.h"

#include <glib/gi18n.h>

struct _KmAnswers
{
  KmLibrary *library;
  GPtrArray *order;  /* interned question ids as first answered, with a trailing NULL */
  GHashTable *by_id; /* interned question id -> GStrv */
};

G_DEFINE_QUARK (km_answer_error, km_answer_error)

/**
 * km_answers_new:
 * @library: the library whose questions are answered
 *
 * Returns: (transfer full): answers to nothing yet
 */
KmAnswers *
km_answers_new (KmLibrary *library)
{
  KmAnswers *answers = g_new0 (KmAnswers, 1);

  answers->library = g_object_ref (library);
  answers->by_id
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);
  answers->order = g_ptr_array_new ();
  g_ptr_array_add (answers->order, NULL);
  return answers;
}

/**
 * km_answers_copy:
 * @answers: answers
 *
 * Returns: (transfer full): an equal set of answers in the same order
 */
KmAnswers *
km_answers_copy (const KmAnswers *answers)
{
  KmAnswers *copy = km_answers_new (answers->library);
  const char *const *ids = km_answers_get_questions (answers);

  for (; *ids != NULL; ids++)
    km_answers_set (copy, *ids, km_answers_get (answers, *ids), NULL);
  return copy;
}

void
km_answers_free (KmAnswers *answers)
{
  g_ptr_array_unref (answers->order);
  g_hash_table_unref (answers->by_id);
  g_object_unref (answers->library);
  g_free (answers);
}

static gboolean
same_set (const char *const *a, const char *const *b)
{
  if (g_strv_length ((char **) a) != g_strv_length ((char **) b))
    return FALSE;
  for (; *a != NULL; a++)
    if (!g_strv_contains (b, *a))
      return FALSE;
  return TRUE;
}

/**
 * km_answers_equal:
 * @a: answers
 * @b: answers
 *
 * Returns: whether the same options were chosen, in whatever order
 */
gboolean
km_answers_equal (const KmAnswers *a, const KmAnswers *b)
{
  const char *const *ids = km_answers_get_questions (a);

  if (g_hash_table_size (a->by_id) != g_hash_table_size (b->by_id))
    return FALSE;
  for (; *ids != NULL; ids++)
    {
      const char *const *other = km_answers_get (b, *ids);

      if (other == NULL || !same_set (km_answers_get (a, *ids), other))
        return FALSE;
    }
  return TRUE;
}

/**
 * km_answers_get_library:
 * @answers: answers
 *
 * Returns: (transfer none): the library whose questions are answered
 */
KmLibrary *
km_answers_get_library (const KmAnswers *answers)
{
  return answers->library;
}

static char *
join_option_ids (const KmQuestion *question)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < question->options->len; i++)
    {
      if (i > 0)
        g_string_append (string, ", ");
      g_string_append (string, km_question_get_option (question, i)->id);
    }
  return g_string_free (string, FALSE);
}

static char *
join_question_ids (KmLibrary *library)
{
  GString *string = g_string_new (KM_KEY_SPOT ", " KM_KEY_SIDE);
  GPtrArray *questions = km_library_get_questions (library);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (string, ", %s", ((KmQuestion *) g_ptr_array_index (questions, i))->id);
  return g_string_free (string, FALSE);
}

static const KmQuestion *
check_question (const KmAnswers *answers, const char *question_id, GError **error)
{
  const KmQuestion *question = km_library_get_question (answers->library, question_id);

  if (question == NULL)
    {
      g_autofree char *known = join_question_ids (answers->library);

      g_set_error (error, KM_ANSWER_ERROR, KM_ANSWER_ERROR_UNKNOWN_KEY,
                   _ ("unknown key “%s”; allowed: %s"), question_id, known);
    }
  return question;
}

static const KmOption *
check_option (const KmQuestion *question, const char *id, GError **error)
{
  const KmOption *option = km_question_find_option (question, id);

  if (option == NULL)
    {
      g_autofree char *known = join_option_ids (question);

      g_set_error (error, KM_ANSWER_ERROR, KM_ANSWER_ERROR_UNKNOWN_VALUE,
                   _ ("unknown value “%s” for “%s”; allowed: %s"), id, question->id, known);
    }
  return option;
}

/* "Not sure" and "none of these" stand alone: beside a real answer they say nothing. */
static gboolean
stands_alone (const KmOption *option)
{
  return option->role == KM_OPTION_CALM || option->role == KM_OPTION_UNSURE;
}

static void
store (KmAnswers *answers, const char *question_id, GPtrArray *chosen)
{
  char *key = (char *) g_intern_string (question_id);

  if (!g_hash_table_contains (answers->by_id, key))
    g_ptr_array_insert (answers->order, (int) answers->order->len - 1, key);
  g_ptr_array_add (chosen, NULL);
  g_hash_table_insert (answers->by_id, key, g_strdupv ((char **) chosen->pdata));
}

/**
 * km_answers_set:
 * @answers: answers
 * @question_id: a question id, `spot` or `side`
 * @options: (nullable) (array zero-terminated=1): the options chosen; none takes the answer back
 * @error: return location for a #KmAnswerError
 *
 * Replaces the answer to a question. Of several options for a question that takes one, the last
 * counts. An option that stands alone ("none of these", "not sure") gives way to real ones.
 *
 * Returns: %FALSE, changing nothing, when the question or an option is unknown
 */
gboolean
km_answers_set (KmAnswers *answers,
                const char *question_id,
                const char *const *options,
                GError **error)
{
  const KmQuestion *question = check_question (answers, question_id, error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  const KmOption *alone = NULL;

  if (question == NULL)
    return FALSE;
  for (; options != NULL && *options != NULL; options++)
    {
      const KmOption *option = check_option (question, *options, error);

      if (option == NULL)
        return FALSE;
      if (!question->many)
        g_ptr_array_set_size (chosen, 0);
      if (question->many && stands_alone (option))
        alone = option;
      else if (!g_ptr_array_find (chosen, option->id, NULL))
        g_ptr_array_add (chosen, option->id);
    }
  if (chosen->len == 0 && alone != NULL)
    g_ptr_array_add (chosen, alone->id);
  if (chosen->len == 0)
    km_answers_remove (answers, question_id);
  else
    store (answers, question_id, chosen);
  return TRUE;
}

/**
 * km_answers_add:
 * @answers: answers
 * @question_id: a question id, `spot` or `side`
 * @option: an option
 * @error: return location for a #KmAnswerError
 *
 * Adds an option to the answer of a question that takes several; replaces the answer of one that
 * takes one.
 *
 * Returns: %FALSE, changing nothing, when the question or the option is unknown
 */
gboolean
km_answers_add (KmAnswers *answers, const char *question_id, const char *option, GError **error)
{
  const char *const *before = km_answers_get (answers, question_id);
  g_autoptr (GPtrArray) options = g_ptr_array_new ();

  for (; before != NULL && *before != NULL; before++)
    g_ptr_array_add (options, (gpointer) *before);
  g_ptr_array_add (options, (gpointer) option);
  g_ptr_array_add (options, NULL);
  return km_answers_set (answers, question_id, (const char *const *) options->pdata, error);
}

/**
 * km_answers_remove:
 * @answers: answers
 * @question_id: a question id, `spot` or `side`
 *
 * Takes the answer to a question back, as if it had never been given.
 */
void
km_answers_remove (KmAnswers *answers, const char *question_id)
{
  const char *key = g_intern_string (question_id);

  if (g_hash_table_remove (answers->by_id, key))
    g_ptr_array_remove (answers->order, (gpointer) key);
}

/**
 * km_answers_clear:
 * @answers: answers
 *
 * Takes every answer back.
 */
void
km_answers_clear (KmAnswers *answers)
{
  g_hash_table_remove_all (answers->by_id);
  g_ptr_array_set_size (answers->order, 0);
  g_ptr_array_add (answers->order, NULL);
}

gboolean
km_answers_is_empty (const KmAnswers *answers)
{
  return g_hash_table_size (answers->by_id) == 0;
}

gboolean
km_answers_has (const KmAnswers *answers, const char *question_id)
{
  return g_hash_table_contains (answers->by_id, question_id);
}

gboolean
km_answers_has_option (const KmAnswers *answers, const char *question_id, const char *option)
{
  const char *const *options = km_answers_get (answers, question_id);

  return options != NULL && g_strv_contains (options, option);
}

/**
 * km_answers_get:
 * @answers: answers
 * @question_id: a question id, `spot` or `side`
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the options chosen, %NULL when the
 *   question was not answered
 */
const char *const *
km_answers_get (const KmAnswers *answers, const char *question_id)
{
  return g_hash_table_lookup (answers->by_id, question_id);
}

/**
 * km_answers_get_questions:
 * @answers: answers
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of what was answered, in the order first
 *   answered; valid until the next change
 */
const char *const *
km_answers_get_questions (const KmAnswers *answers)
{
  return (const char *const *) answers->order->pdata;
}

/**
 * km_answers_get_page:
 * @answers: answers
 *
 * Returns: (transfer none) (nullable): id of the page that tells of something common that an answer
 *   speaks for and that is no condition of the guide, such as noise alone; the first in the order
 *   of the questions
 */
const char *
km_answers_get_page (const KmAnswers *answers)
{
  GPtrArray *questions = km_library_get_questions (answers->library);

  for (guint i = 0; i < questions->len; i++)
    {
      const KmQuestion *question = g_ptr_array_index (questions, i);
      const char *const *options = km_answers_get (answers, question->id);

      for (; options != NULL && *options != NULL; options++)
        {
          const KmOption *option = km_question_find_option (question, *options);

          if (option->page != NULL)
            return option->page;
        }
    }
  return NULL;
}

static KmTruth
test_area (const KmAnswers *answers, const char *area)
{
  const char *const *spots = km_answers_get (answers, KM_KEY_SPOT);

  if (spots == NULL)
    return KM_TRUTH_UNKNOWN;
  for (; *spots != NULL; spots++)
    if (g_str_equal (km_library_get_spot (answers->library, *spots)->area, area))
      return KM_TRUTH_TRUE;
  return KM_TRUTH_FALSE;
}

/**
 * km_answers_test:
 * @answers: answers
 * @name: a question id, `spot`, `side` or `area`
 * @value: an option, or an area
 *
 * Returns: whether @value was chosen; unknown when the question was not answered
 */
KmTruth
km_answers_test (const KmAnswers *answers, const char *name, const char *value)
{
  const char *const *options;

  if (g_str_equal (name, KM_KEY_AREA))
    return test_area (answers, value);
  options = km_answers_get (answers, name);
  if (options == NULL)
    return KM_TRUTH_UNKNOWN;
  return g_strv_contains (options, value) ? KM_TRUTH_TRUE : KM_TRUTH_FALSE;
}

/**
 * km_answers_to_variant:
 * @answers: answers
 *
 * Returns: (transfer floating): the answers as a(sas), in order
 */
GVariant *
km_answers_to_variant (const KmAnswers *answers)
{
  GVariantBuilder builder;
  const char *const *ids = km_answers_get_questions (answers);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sas)"));
  for (; *ids != NULL; ids++)
    g_variant_builder_add (&builder, "(s^as)", *ids, km_answers_get (answers, *ids));
  return g_variant_builder_end (&builder);
}

/**
 * km_answers_load_variant:
 * @answers: answers
 * @variant: what km_answers_to_variant() made, perhaps with an older content
 *
 * Replaces all answers. What the library no longer knows is left out.
 *
 * Returns: how many stored answers were left out
 */
guint
km_answers_load_variant (KmAnswers *answers, GVariant *variant)
{
  GVariantIter iter;
  const char *id;
  guint dropped = 0;
  char **options;

  km_answers_clear (answers);
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("a(sas)")))
    return 1;
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_loop (&iter, "(&s^as)", &id, &options))
    if (!km_answers_set (answers, id, (const char *const *) options, NULL))
      dropped++;
  return dropped;
}
