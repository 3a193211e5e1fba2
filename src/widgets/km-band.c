/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-band.h"

#include <glib/gi18n.h>

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

/**
 * km_band_to_words:
 * @band: how well a condition fits
 *
 * Returns: (transfer none): the same in words
 */
const char *
km_band_to_words (KmBand band)
{
  switch (band)
    {
    case KM_BAND_WELL:
      return _ ("Fits well");
    case KM_BAND_PARTLY:
      return _ ("Fits partly");
    case KM_BAND_LITTLE:
      return _ ("Fits a little");
    case KM_BAND_NONE:
    default:
      return _ ("Does not fit");
    }
}
