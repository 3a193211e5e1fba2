/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-hint.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-pair.h"

#include <glib/gi18n.h>

/* As wide as the bar for finding words: the button stays near the words in a wide window. */
#define BAR_WIDTH 580

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
  GtkWidget *bar = km_clamp_new (BAR_WIDTH);
  GtkWidget *text = km_label_new (_ ("Ctrl and + makes the text larger. Ctrl and F finds a word on "
                                     "the page."),
                                  "km-small", NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Got it"));

  gtk_widget_add_css_class (bar, "hint");
  gtk_widget_add_css_class (button, "km-link");
  gtk_widget_add_css_class (button, "km-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.dismiss-hint");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Hint"),
                                  -1);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  km_clamp_set_child (KM_CLAMP (bar), km_pair_new (text, button, 9));
  return bar;
}
