/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

/**
 * km_load_sources:
 * @load: a library being filled
 * @root: the root of the sources
 *
 * Adds the citations.
 */
void
km_load_sources (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *id = km_load_dup_id (node);
      g_autofree char *year = km_xml_get (node, "year");
      KmSource *source = km_source_new (id);

      source->kind = km_xml_get (node, "kind");
      source->year = year != NULL ? (guint) g_ascii_strtoull (year, NULL, 10) : 0;
      source->read = km_xml_get (node, "read");
      source->title = km_load_child_raw (node, "title");
      source->publisher = km_load_child_raw (node, "publisher");
      source->link = km_load_child_raw (node, "link");
      source->note = km_load_child_raw (node, "note");
      if (!km_library_take_source (load->library, source))
        km_load_taken (load, node);
    }
}
