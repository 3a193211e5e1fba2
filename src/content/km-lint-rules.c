/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-lint.h"

#include <glib/gi18n.h>

static void
check_option (KmLint *lint, const xmlNode *node, const KmQuestion *question, GHashTable *seen)
{
  char *option = km_xml_get (node, "ref");

  if (option == NULL)
    return;
  if (km_question_find_option (question, option) == NULL)
    km_lint_error (lint, node, _ ("the question “%s” has no option “%s”"), question->id, option);
  if (g_hash_table_contains (seen, option))
    km_lint_error (lint, node, _ ("the option “%s” stands here twice"), option);
  g_hash_table_add (seen, option);
}

static void
check_prior (KmLint *lint, const xmlNode *root)
{
  const xmlNode *prior = km_xml_child (root, "prior");
  g_autofree char *weight = prior != NULL ? km_xml_get (prior, "weight") : NULL;

  if (weight != NULL && !(g_ascii_strtod (weight, NULL) > 0))
    km_lint_error (lint, prior, _ ("the weight of a prior is a number above 0"));
}

/**
 * km_lint_evidence:
 * @lint: a check
 * @root: the root of a condition
 *
 * Checks that the evidence names questions and options that exist, each of them once, and that the
 * prior is a number.
 */
void
km_lint_evidence (KmLint *lint, const xmlNode *root)
{
  g_autoptr (GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  check_prior (lint, root);
  for (const xmlNode *node = km_xml_first (km_xml_child (root, "evidence")); node != NULL;
       node = km_xml_next (node))
    {
      char *id = km_xml_get (node, "question");
      const KmQuestion *question = km_library_get_question (lint->library, id);
      g_autoptr (GHashTable) options
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      if (id == NULL)
        continue;
      if (question == NULL)
        km_lint_error (lint, node, _ ("there is no question “%s”"), id);
      if (g_hash_table_contains (questions, id))
        km_lint_error (lint, node, _ ("the question “%s” stands here twice"), id);
      g_hash_table_add (questions, id);
      for (const xmlNode *at = km_xml_first (node); question != NULL && at != NULL;
           at = km_xml_next (at))
        check_option (lint, at, question, options);
    }
}

static void
check_rule (KmLint *lint, const xmlNode *node, const KmRule *rule)
{
  g_autoptr (GError) error = NULL;

  if (node != NULL && rule != NULL && !km_rule_check (rule, lint->library, &error))
    km_lint_error (lint, node, "%s", error->message);
}

/**
 * km_lint_rules:
 * @lint: a check
 * @root: the root of the questions or of the red flags
 *
 * Checks that every rule names questions and options that exist.
 */
void
km_lint_rules (KmLint *lint, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *id = km_xml_get (node, "id");

      if (km_xml_is (node, "question"))
        {
          const KmQuestion *question = km_library_get_question (lint->library, id);

          check_rule (lint, km_xml_child (node, "ask-when"),
                      question != NULL ? question->ask_when : NULL);
          check_rule (lint, km_xml_child (node, "faint-when"),
                      question != NULL ? question->faint_when : NULL);
        }
      else
        {
          const KmRedFlag *flag = km_library_get_red_flag (lint->library, id);

          check_rule (lint, km_xml_child (node, "when"), flag != NULL ? flag->when : NULL);
        }
    }
}
