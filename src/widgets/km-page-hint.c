/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-hint.h"

#include "km-heading.h"

#include <glib/gi18n.h>

/**
 * km_page_hint_new:
 *
 * What a new reader would hardly find out alone; a press puts it away for good, by the action
 * `win.dismiss-hint`.
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
km_page_hint_new (void)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "spacing", 9, NULL);
  GtkWidget *text = km_label_new (_ ("Ctrl and + makes the text larger. Ctrl and F finds a word on "
                                     "the page."),
                                  "km-small", NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Got it"));

  gtk_widget_add_css_class (bar, "hint");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (button, "km-link");
  gtk_widget_add_css_class (button, "km-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.dismiss-hint");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hint"),
                                  -1);
  gtk_box_append (GTK_BOX (bar), text);
  gtk_box_append (GTK_BOX (bar), button);
  return bar;
}
