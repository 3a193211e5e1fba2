/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-condition.h"

static void
km_evidence_free (KmEvidence *evidence)
{
  g_free (evidence->question);
  g_free (evidence->option);
  g_strfreev (evidence->sources);
  g_free (evidence->note);
  g_free (evidence);
}

/**
 * km_condition_new:
 * @id: its id
 *
 * Returns: (transfer full): a condition without evidence and page
 */
KmCondition *
km_condition_new (const char *id)
{
  KmCondition *condition = g_new0 (KmCondition, 1);

  condition->id = g_strdup (id);
  condition->spots = g_new0 (char *, 1);
  condition->prior_sources = g_new0 (char *, 1);
  condition->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) km_evidence_free);
  return condition;
}

void
km_condition_free (KmCondition *condition)
{
  g_free (condition->id);
  g_free (condition->name);
  g_free (condition->short_name);
  g_free (condition->icd10);
  g_free (condition->where);
  g_free (condition->how_soon);
  g_free (condition->how_long);
  g_strfreev (condition->structures);
  g_strfreev (condition->spots);
  g_strfreev (condition->prior_sources);
  g_ptr_array_unref (condition->evidence);
  g_clear_object (&condition->page);
  g_free (condition);
}

/**
 * km_condition_add_evidence:
 * @condition: a condition being filled
 * @question: question id
 * @option: option id
 * @strength: how often people with the condition give this answer
 *
 * Returns: (transfer none): the row, to be given its sources
 */
KmEvidence *
km_condition_add_evidence (KmCondition *condition,
                           const char *question,
                           const char *option,
                           KmStrength strength)
{
  KmEvidence *evidence = g_new0 (KmEvidence, 1);

  evidence->question = g_strdup (question);
  evidence->option = g_strdup (option);
  evidence->strength = strength;
  evidence->sources = g_new0 (char *, 1);
  g_ptr_array_add (condition->evidence, evidence);
  return evidence;
}
