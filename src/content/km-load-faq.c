/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

/**
 * km_load_faq:
 * @load: a library being filled
 * @root: the root of the questions people ask
 *
 * Adds one page for each entry: a single section of kind `answer`, without a heading.
 */
void
km_load_faq (KmLoad *load, const xmlNode *root)
{
  for (const xmlNode *entry = km_xml_first (root); entry != NULL; entry = km_xml_next (entry))
    {
      KmPage *page = km_load_new_page (load, entry, KM_PAGE_QUESTION);
      KmSection *section = km_section_new ("answer", NULL);

      km_load_blocks (entry, section);
      km_page_take_section (page, section);
      if (!km_library_take_page (load->library, page))
        km_load_taken (load, entry);
    }
}
