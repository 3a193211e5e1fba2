/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-page-aside.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-page-actions.h"
#include "km-picture.h"

#define ASIDE_WIDTH 232
#define ASIDE_HEIGHT 340

/**
 * km_page_find_map:
 * @page: a page
 *
 * Returns: (transfer none) (nullable): its picture of where it hurts
 */
const KmBlock *
km_page_find_map (KmPage *page)
{
  const KmSection *section = km_page_find_section (page, "where");

  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == KM_BLOCK_PICTURE)
        return block;
    }
  return NULL;
}

static void
append_map (GtkWidget *aside, const KmBlock *map, KmAtlas *atlas, GtkWidget *beside)
{
  g_autofree char *caption = km_text_to_string (g_ptr_array_index (map->texts, 0));
  GtkWidget *picture = km_picture_new_for_knee (atlas, map->view, map->layer,
                                                (const char *const *) map->structures,
                                                (const char *const *) map->spots);
  GtkWidget *label = km_label_new (caption, "km-small", "km-dim", NULL);

  km_picture_set_size (KM_PICTURE (picture), km_clamp_scale (beside, ASIDE_WIDTH),
                       km_clamp_scale (beside, ASIDE_HEIGHT));
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (aside), picture);
  gtk_box_append (GTK_BOX (aside), label);
}

/**
 * km_page_aside_new:
 * @page: a page
 * @atlas: the drawings
 * @beside: the widget it will stand in, for the size of its font
 *
 * On a wide page the map of the knee and what can be done with the page stand beside the text.
 *
 * Returns: (transfer floating): the map with its caption, if there is one, and the actions
 */
GtkWidget *
km_page_aside_new (KmPage *page, KmAtlas *atlas, GtkWidget *beside)
{
  const KmBlock *map = km_page_find_map (page);
  GtkWidget *aside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (aside, 30);
  if (map != NULL)
    append_map (aside, map, atlas, beside);
  gtk_box_append (GTK_BOX (aside), km_page_actions_new (page, TRUE));
  return aside;
}
