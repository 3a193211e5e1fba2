/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

#include <glib/gi18n.h>
#include <math.h>

static void
load_facts (const xmlNode *root, KmCondition *condition)
{
  const xmlNode *facts = km_xml_child (root, "facts");

  condition->where = km_load_child_text (facts, "where");
  condition->how_soon = km_load_child_text (facts, "how-soon");
  condition->how_long = km_load_child_text (facts, "how-long");
}

static void
load_map (const xmlNode *root, KmCondition *condition)
{
  const xmlNode *map = km_xml_child (root, "map");
  char **spots;

  if (map == NULL)
    return;
  condition->view = km_xml_get_enum (map, "view", KM_TYPE_VIEW, KM_VIEW_FRONT);
  condition->layer = km_xml_get_enum (map, "layer", KM_TYPE_LAYER, KM_LAYER_SKIN);
  condition->structures = km_xml_get_words (map, "structures");
  spots = km_xml_get_words (map, "spots");
  if (spots != NULL)
    {
      g_strfreev (condition->spots);
      condition->spots = spots;
    }
}

static void
load_prior (KmLoad *load, const xmlNode *root, KmCondition *condition)
{
  const xmlNode *prior = km_xml_child (root, "prior");
  g_autofree char *weight = prior != NULL ? km_xml_get (prior, "weight") : NULL;

  condition->prior = weight != NULL ? g_ascii_strtod (weight, NULL) : 0;
  if (!(condition->prior > 0) || !isfinite (condition->prior))
    {
      km_load_error (load, prior != NULL ? prior : root, _ ("the prior needs a weight above 0"));
      condition->prior = 1;
    }
  if (prior != NULL)
    {
      g_strfreev (condition->prior_sources);
      condition->prior_sources = km_load_sources_of (prior);
    }
}

static void
load_finding (const xmlNode *finding, KmCondition *condition)
{
  g_autofree char *question = km_xml_get (finding, "question");

  for (const xmlNode *node = km_xml_first (finding); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *option = km_xml_get (node, "ref");
      xmlChar *note = xmlNodeGetContent (node);
      KmEvidence *evidence;

      if (question != NULL && option != NULL)
        {
          evidence = km_condition_add_evidence (
              condition, question, option,
              km_xml_get_enum (node, "strength", KM_TYPE_STRENGTH, KM_STRENGTH_SOMETIMES));
          g_strfreev (evidence->sources);
          evidence->sources = km_load_sources_of (node);
          if (note != NULL && *note != '\0')
            evidence->note = g_strstrip (g_strdup ((const char *) note));
        }
      xmlFree (note);
    }
}

/**
 * km_load_condition:
 * @load: a library being filled
 * @root: the root of a condition file
 *
 * Adds the condition and its page.
 */
void
km_load_condition (KmLoad *load, const xmlNode *root)
{
  g_autofree char *id = km_load_dup_id (root);
  g_autofree char *kind = km_xml_get (root, "kind");
  KmCondition *condition = km_condition_new (id);

  condition->name = km_load_child_text (root, "name");
  condition->short_name = km_load_child_text (root, "short");
  condition->icd10 = km_xml_get (root, "icd10");
  condition->urgency = km_xml_get_enum (root, "urgency", KM_TYPE_URGENCY, KM_URGENCY_ROUTINE);
  condition->serious = g_strcmp0 (kind, "serious") == 0;
  load_facts (root, condition);
  load_map (root, condition);
  load_prior (load, root, condition);
  for (const xmlNode *node = km_xml_first (km_xml_child (root, "evidence")); node != NULL;
       node = km_xml_next (node))
    load_finding (node, condition);
  condition->page = km_load_new_page (load, root, KM_PAGE_CONDITION);
  km_page_set_topic (condition->page, kind);
  if (!km_library_take_condition (load->library, condition))
    km_load_taken (load, root);
}
