/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

/**
 * km_load_exercise:
 * @load: a library being filled
 * @root: the root of an exercise file
 *
 * Adds the page of the exercise.
 */
void
km_load_exercise (KmLoad *load, const xmlNode *root)
{
  KmPage *page = km_load_new_page (load, root, KM_PAGE_EXERCISE);
  g_autofree char *purpose = km_load_child_text (root, "purpose");
  g_autofree char *dose = km_load_child_text (root, "dose");
  g_auto (GStrv) conditions = km_xml_get_words (root, "conditions");

  km_page_set_purpose (page, purpose);
  km_page_set_dose (page, dose);
  km_page_set_conditions (page, conditions);
  if (!km_library_take_page (load->library, page))
    km_load_taken (load, root);
}
