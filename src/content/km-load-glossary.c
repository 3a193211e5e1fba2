/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

/**
 * km_load_glossary:
 * @load: a library being filled
 * @root: the root of the glossary
 *
 * Adds its words.
 */
void
km_load_glossary (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *id = km_load_dup_id (node);
      const xmlNode *meaning = km_xml_child (node, "meaning");
      KmTerm *term = km_term_new (id);

      term->name = km_load_child_text (node, "name");
      term->also = km_load_child_texts (node, "also", "name");
      term->meaning = meaning != NULL ? km_load_text (meaning) : km_text_new ();
      if (!km_library_take_term (load->library, term))
        km_load_taken (load, node);
    }
}
