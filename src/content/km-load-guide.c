/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

/**
 * km_load_guide:
 * @load: a library being filled
 * @root: the root of a guide file
 *
 * Adds the page of the guide.
 */
void
km_load_guide (KmLoad *load, const xmlNode *root)
{
  KmPage *page = km_load_new_page (load, root, KM_PAGE_GUIDE);
  g_autofree char *purpose = km_load_child_text (root, "purpose");
  g_autofree char *topic = km_xml_get (root, "topic");

  km_page_set_purpose (page, purpose);
  km_page_set_topic (page, topic);
  if (!km_library_take_page (load->library, page))
    km_load_taken (load, root);
}
