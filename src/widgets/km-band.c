/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-band.h"

/**
 * km_band_pips_new:
 *
 * Three marks, filled as far as a condition fits. Decoration: the words stand beside them.
 *
 * Returns: (transfer floating): the marks, all empty
 */
GtkWidget *
km_band_pips_new (void)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (box, "band");
  for (int i = 0; i < KM_BAND_WELL; i++)
    {
      GtkWidget *pip
          = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (pip, "pip");
      gtk_box_append (GTK_BOX (box), pip);
    }
  return box;
}

/**
 * km_band_pips_set:
 * @pips: marks of km_band_pips_new()
 * @band: how well a condition fits
 */
void
km_band_pips_set (GtkWidget *pips, KmBand band)
{
  int i = 0;

  for (GtkWidget *pip = gtk_widget_get_first_child (pips); pip != NULL;
       pip = gtk_widget_get_next_sibling (pip), i++)
    if (i < (int) band)
      gtk_widget_add_css_class (pip, "on");
    else
      gtk_widget_remove_css_class (pip, "on");
}
