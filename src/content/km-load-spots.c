/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

static guint
load_views (const xmlNode *node)
{
  g_auto (GStrv) words = km_xml_get_words (node, "views");
  guint views = 0;

  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      int view;

      if (km_enum_from_nick (KM_TYPE_VIEW, *word, &view))
        views |= 1u << view;
    }
  return views;
}

/**
 * km_load_spots:
 * @load: a library being filled
 * @root: the root of the spots
 *
 * Adds the places that can hurt.
 */
void
km_load_spots (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *id = km_load_dup_id (node);
      g_autofree char *area = km_xml_get (node, "area");
      KmSpot *spot = km_spot_new (id);

      spot->name = km_load_child_text (node, "name");
      spot->also = km_load_child_texts (node, "also", "name");
      spot->sentence = km_load_child_text (node, "sentence");
      spot->area = g_strdup (area != NULL ? area : "");
      spot->views = load_views (node);
      spot->structures = km_xml_get_words (node, "structures");
      if (!km_library_take_spot (load->library, spot))
        km_load_taken (load, node);
    }
}

/**
 * km_load_structures:
 * @load: a library being filled
 * @root: the root of the structures
 *
 * Adds the parts of the knee that the drawings can light.
 */
void
km_load_structures (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *id = km_load_dup_id (node);
      KmStructure *structure = km_structure_new (id);

      structure->name = km_load_child_text (node, "name");
      structure->medical = km_load_child_text (node, "medical");
      if (!km_library_take_structure (load->library, structure))
        km_load_taken (load, node);
    }
}
