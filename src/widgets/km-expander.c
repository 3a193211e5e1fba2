/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-expander.h"

#include "km-heading.h"

/* The arrow has no name but that of its C type; that it is open or shut, the expander says. */
static void
quiet_icons (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkBuiltinIcon"))
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    quiet_icons (child);
}

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
  quiet_icons (expander);
  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  return expander;
}
