/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-paper-actions.h"

#include "km-heading.h"

#include <glib/gi18n.h>

/**
 * km_paper_actions_new:
 * @save: (out) (transfer none): the button that saves
 * @print: (out) (transfer none): the button that prints, the main one
 *
 * Returns: (transfer floating): what can be done with a document, side by side where there is room
 */
GtkWidget *
km_paper_actions_new (GtkWidget **save, GtkWidget **print)
{
  GtkWidget *row
      = g_object_new (GTK_TYPE_FLOW_BOX, "selection-mode", GTK_SELECTION_NONE,
                      "min-children-per-line", 1, "max-children-per-line", 2, "column-spacing", 6,
                      "row-spacing", 6, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *buttons[2];

  buttons[0] = *save = gtk_button_new_with_mnemonic (_ ("_Save as PDF…"));
  buttons[1] = *print = gtk_button_new_with_mnemonic (_ ("_Print…"));
  gtk_widget_add_css_class (*print, "suggested-action");
  for (int i = 0; i < 2; i++)
    {
      /* The label is the name already; the toolkit would read it twice, once with its underline. */
      gtk_accessible_reset_property (GTK_ACCESSIBLE (buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL);
      km_flow_append (row, buttons[i]);
    }
  return row;
}
