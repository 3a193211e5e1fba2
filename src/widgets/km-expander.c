/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-expander.h"

#include "km-heading.h"

/**
 * km_expander_new:
 * @title: what can be opened
 * @child: what is shown then
 *
 * Returns: (transfer floating): an expander, shut
 */
GtkWidget *
km_expander_new (const char *title, GtkWidget *child)
{
  GtkWidget *expander = gtk_expander_new (NULL);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), km_label_new (title, "km-heading", NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  km_quiet_icons (expander);
  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  return expander;
}
