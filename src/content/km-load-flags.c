/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

static KmRedFlag *
load_flag (KmLoad *load, const xmlNode *node)
{
  g_autofree char *id = km_load_dup_id (node);
  g_autofree char *when = km_load_child_raw (node, "when");
  g_autoptr (GError) error = NULL;
  KmRule *rule = km_rule_parse (when != NULL ? when : "", &error);
  KmRedFlag *flag;

  if (rule == NULL)
    {
      const xmlNode *place = km_xml_child (node, "when");

      km_load_error (load, place != NULL ? place : node, "%s", error->message);
      return NULL;
    }
  flag = km_red_flag_new (id,
                          km_xml_get_enum (node, "level", KM_TYPE_URGENCY, KM_URGENCY_EMERGENCY));
  flag->when = rule;
  flag->sentence = km_load_child_text (node, "sentence");
  g_strfreev (flag->sources);
  flag->sources = km_load_sources_of (node);
  flag->points_to = km_xml_get_words (node, "points-to");
  flag->extras = km_xml_get_words (node, "extra");
  return flag;
}

/**
 * km_load_flags:
 * @load: a library being filled
 * @root: the root of the red flags
 *
 * Adds the red flags whose rule can be read.
 */
void
km_load_flags (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      KmRedFlag *flag = load_flag (load, node);

      if (flag != NULL && !km_library_take_red_flag (load->library, flag))
        km_load_taken (load, node);
    }
}
