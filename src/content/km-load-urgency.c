/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

static void
load_level (KmLoad *load, const xmlNode *node)
{
  g_autofree char *id = km_load_dup_id (node);
  KmLevelText *text;
  GStrvBuilder *steps;
  int level;

  if (!km_enum_from_nick (KM_TYPE_URGENCY, id, &level)
      || km_library_get_level_text (load->library, level) != NULL)
    {
      km_load_taken (load, node);
      return;
    }
  text = g_new0 (KmLevelText, 1);
  steps = g_strv_builder_new ();
  for (const xmlNode *at = km_xml_first (node); at != NULL; at = km_xml_next (at))
    if (km_xml_is (at, "step"))
      {
        g_autofree char *step = km_message_dup_text (at);

        g_strv_builder_add (steps, step);
      }
  text->title = km_load_child_text (node, "title");
  text->brief = km_load_child_text (node, "short");
  text->steps = g_strv_builder_end (steps);
  g_strv_builder_unref (steps);
  km_library_take_level_text (load->library, level, text);
}

/**
 * km_load_urgency:
 * @load: a library being filled
 * @root: the root of the fixed urgent wording
 *
 * Adds the wording of the levels, the extra lines and the closing lines of pages.
 */
void
km_load_urgency (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *id = km_load_dup_id (node);

      if (km_xml_is (node, "level"))
        load_level (load, node);
      else if (km_xml_is (node, "extra") && km_library_get_extra (load->library, id) != NULL)
        km_load_taken (load, node);
      else if (km_xml_is (node, "extra"))
        {
          g_autofree char *text = km_message_dup_text (node);

          km_library_set_extra (load->library, id, text);
        }
      else if (km_xml_is (node, "closing") && km_xml_has (node, "for"))
        g_hash_table_replace (load->closings, km_xml_get (node, "for"), km_message_dup_text (node));
    }
}

/**
 * km_load_sections:
 * @load: a library being filled
 * @root: the root of the section headings
 *
 * Notes the heading of each kind of section.
 */
void
km_load_sections (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      char *kind = km_xml_get (node, "kind");

      if (kind != NULL)
        g_hash_table_replace (load->headings, kind, km_load_child_text (node, "heading"));
    }
}
