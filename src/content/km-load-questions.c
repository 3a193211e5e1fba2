/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

#include <glib/gi18n.h>

static int
position_of (const char *word, const char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return i;
  return 0;
}

static void
load_option (KmLoad *load, const xmlNode *node, KmQuestion *question)
{
  static const char *const roles[] = { "plain", "calm", "alarm", "unsure", NULL };
  g_autofree char *id = km_load_dup_id (node);
  g_autofree char *role = km_xml_get (node, "role");
  g_autofree char *beyond = km_xml_get (node, "beyond");
  g_autofree char *label = km_load_child_text (node, "label");
  g_autofree char *statement = km_load_child_text (node, "statement");
  KmOption *option;

  if (km_question_index_of (question, id) >= 0)
    {
      km_load_taken (load, node);
      return;
    }
  option = km_question_add_option (question, id, label, statement,
                                   (KmOptionRole) position_of (role, roles));
  option->beyond = g_strcmp0 (beyond, "yes") == 0;
  option->page = km_xml_get (node, "page");
}

static KmRule *
load_rule (KmLoad *load, const xmlNode *node, const char *name)
{
  g_autofree char *text = km_load_child_raw (node, name);
  g_autoptr (GError) error = NULL;
  KmRule *rule;

  if (text == NULL)
    return NULL;
  rule = km_rule_parse (text, &error);
  if (rule == NULL)
    km_load_error (load, km_xml_child (node, name), "%s", error->message);
  return rule;
}

static KmQuestion *
load_question (KmLoad *load, const xmlNode *node)
{
  static const char *const tiers[] = { "safety", "core", "tie-breaker", NULL };
  g_autofree char *id = km_load_dup_id (node);
  g_autofree char *tier = km_xml_get (node, "tier");
  g_autofree char *answers = km_xml_get (node, "answers");
  KmQuestion *question = km_question_new (id);

  question->text = km_load_child_text (node, "text");
  question->brief = km_load_child_text (node, "short");
  question->why = km_load_child_text (node, "why");
  question->tier = (KmTier) position_of (tier, tiers);
  question->many = g_strcmp0 (answers, "many") == 0;
  question->group = km_xml_get (node, "group");
  g_strfreev (question->sources);
  question->sources = km_load_sources_of (node);
  question->ask_when = load_rule (load, node, "ask-when");
  question->faint_when = load_rule (load, node, "faint-when");
  for (const xmlNode *at = km_xml_first (node); at != NULL; at = km_xml_next (at))
    if (km_xml_is (at, "option"))
      load_option (load, at, question);
  return question;
}

/**
 * km_load_questions:
 * @load: a library being filled
 * @root: the root of the questions
 *
 * Adds the questions; their rules are checked against each other later.
 */
void
km_load_questions (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *id = km_load_dup_id (node);

      if (g_str_equal (id, KM_KEY_SPOT) || g_str_equal (id, KM_KEY_SIDE)
          || g_str_equal (id, KM_KEY_AREA))
        km_load_taken (load, node);
      else if (!km_library_take_question (load->library, load_question (load, node)))
        km_load_taken (load, node);
    }
}
