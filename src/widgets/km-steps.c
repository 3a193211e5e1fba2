/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-steps.h"

#include "km-heading.h"
#include "km-row.h"

/**
 * km_steps_new:
 *
 * Returns: (transfer floating): an empty list of numbered steps
 */
GtkWidget *
km_steps_new (void)
{
  return km_list_new (9);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/**
 * km_steps_append:
 * @steps: a list of km_steps_new()
 * @content: the step
 *
 * Adds a step with the next number in its disc.
 */
void
km_steps_append (GtkWidget *steps, GtkWidget *content)
{
  g_autofree char *number = g_strdup_printf ("%u", count_children (steps) + 1);
  GtkWidget *row = km_row_new (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 12);
  GtkWidget *disc = gtk_label_new (number);

  gtk_widget_add_css_class (disc, "step");
  gtk_widget_add_css_class (disc, "km-number");
  gtk_widget_set_valign (disc, GTK_ALIGN_START);
  gtk_widget_set_hexpand (content, TRUE);
  km_row_append (row, disc);
  km_row_append (row, content);
  gtk_box_append (GTK_BOX (steps), row);
}

/**
 * km_steps_append_string:
 * @steps: a list of km_steps_new()
 * @text: the step
 *
 * Adds a step of plain words.
 */
void
km_steps_append_string (GtkWidget *steps, const char *text)
{
  GtkWidget *label = km_label_new (text, "km-body", NULL);

  km_steps_append (steps, label);
}
