/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-question.h"

static void
km_option_free (KmOption *option)
{
  g_free (option->id);
  g_free (option->label);
  g_free (option->statement);
  g_free (option->page);
  g_free (option);
}

/**
 * km_question_new:
 * @id: its id
 *
 * Returns: (transfer full): a question without options
 */
KmQuestion *
km_question_new (const char *id)
{
  KmQuestion *question = g_new0 (KmQuestion, 1);

  question->id = g_strdup (id);
  question->sources = g_new0 (char *, 1);
  question->options = g_ptr_array_new_with_free_func ((GDestroyNotify) km_option_free);
  return question;
}

void
km_question_free (KmQuestion *question)
{
  g_free (question->id);
  g_free (question->text);
  g_free (question->brief);
  g_free (question->why);
  g_free (question->group);
  g_strfreev (question->sources);
  g_clear_pointer (&question->ask_when, km_rule_unref);
  g_clear_pointer (&question->faint_when, km_rule_unref);
  g_ptr_array_unref (question->options);
  g_free (question);
}

/**
 * km_question_add_option:
 * @question: a question being filled
 * @id: id of the option
 * @label: the answer as offered
 * @statement: the answer as a short statement
 * @role: see #KmOptionRole
 *
 * Returns: (transfer none): the option
 */
KmOption *
km_question_add_option (KmQuestion *question,
                        const char *id,
                        const char *label,
                        const char *statement,
                        KmOptionRole role)
{
  KmOption *option = g_new0 (KmOption, 1);

  option->id = g_strdup (id);
  option->label = g_strdup (label);
  option->statement = g_strdup (statement);
  option->role = role;
  g_ptr_array_add (question->options, option);
  return option;
}

/**
 * km_question_get_option:
 * @question: a question
 * @position: which option, from 0
 *
 * Returns: (transfer none): the option
 */
const KmOption *
km_question_get_option (const KmQuestion *question, guint position)
{
  g_return_val_if_fail (position < question->options->len, NULL);

  return g_ptr_array_index (question->options, position);
}

/**
 * km_question_find_option:
 * @question: a question
 * @id: id of an option
 *
 * Returns: (transfer none) (nullable): the option
 */
const KmOption *
km_question_find_option (const KmQuestion *question, const char *id)
{
  int position = km_question_index_of (question, id);

  return position >= 0 ? g_ptr_array_index (question->options, position) : NULL;
}

/**
 * km_question_index_of:
 * @question: a question
 * @option_id: id of an option
 *
 * Returns: its position from 0, or -1
 */
int
km_question_index_of (const KmQuestion *question, const char *option_id)
{
  for (guint i = 0; i < question->options->len; i++)
    if (g_str_equal (((KmOption *) g_ptr_array_index (question->options, i))->id, option_id))
      return (int) i;
  return -1;
}
