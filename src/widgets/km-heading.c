/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-heading.h"

/**
 * km_heading_new:
 * @text: the heading
 * @level: its level, 1 for the title of a screen
 * @css_class: its style class
 *
 * A label that assistive technology knows as a heading. It can take focus, so that a key can jump
 * to it and a screen reader says it, but it is no stop on the way of Tab.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
km_heading_new (const char *text, int level, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "focusable", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}

/**
 * km_heading_take_focus:
 * @heading: a heading, or any label that may take the focus
 *
 * Moves the focus to a heading, so that it is scrolled into view and read. A GtkLabel that cannot
 * be selected refuses gtk_widget_grab_focus(), so its window is asked.
 *
 * Returns: whether it has the focus
 */
gboolean
km_heading_take_focus (GtkWidget *heading)
{
  GtkRoot *root = gtk_widget_get_root (heading);

  if (root == NULL || !gtk_widget_get_mapped (heading) || !gtk_widget_get_focusable (heading))
    return FALSE;
  gtk_root_set_focus (root, heading);
  return gtk_widget_is_focus (heading);
}

/**
 * km_label_new:
 * @text: the words
 * @...: style classes, %NULL at the end
 *
 * A label that wraps, starts at the leading edge and breaks a word only as a last resort.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
km_label_new (const char *text, ...)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  va_list args;

  va_start (args, text);
  for (const char *name = va_arg (args, const char *); name != NULL;
       name = va_arg (args, const char *))
    gtk_widget_add_css_class (label, name);
  va_end (args);
  return label;
}

/**
 * km_style_as_link:
 * @button: a button
 *
 * Makes it look like a link that starts where the lines of text beside it start.
 */
void
km_style_as_link (GtkWidget *button)
{
  gtk_widget_add_css_class (button, "km-link");
  gtk_widget_add_css_class (button, "km-inline");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
}

/**
 * km_icon_new:
 * @icon_name: a symbolic icon of the desktop's theme
 *
 * A decorative symbol beside words that say the same: assistive technology passes over it.
 *
 * Returns: (transfer floating): the image
 */
GtkWidget *
km_icon_new (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_START, NULL);
}

/**
 * km_list_new:
 * @spacing: room between its items, in px
 *
 * A list to read, not to choose from; its items have the role of a list item. It goes without a
 * name, as the heading before it says what is listed: GTK 4.8 would else say its C type.
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
km_list_new (int spacing)
{
  GtkWidget *list
      = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation",
                      GTK_ORIENTATION_VERTICAL, "spacing", spacing, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  return list;
}

/**
 * km_spring_new:
 * @orientation: which way it pushes
 *
 * An empty box that takes what is left. Two of them centre what stands between; a box of labels
 * that is centred by its alignment costs many times as much, as GTK 4.8 then searches the width of
 * every label for the height.
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
km_spring_new (GtkOrientation orientation)
{
  return g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       orientation == GTK_ORIENTATION_VERTICAL ? "vexpand" : "hexpand", TRUE, NULL);
}

/**
 * km_flow_append:
 * @flow: a #GtkFlowBox
 * @child: what to add to it
 *
 * Adds a child in a cell that takes no focus of its own and says nothing of its own.
 */
void
km_flow_append (GtkWidget *flow, GtkWidget *child)
{
  GtkWidget *cell
      = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                      "focusable", FALSE, "child", child, NULL);

  gtk_flow_box_append (GTK_FLOW_BOX (flow), cell);
}

/**
 * km_quiet_icons:
 * @widget: a widget that GTK draws marks or arrows in
 *
 * Such a mark would say only its C type; the state of @widget says what it shows.
 */
void
km_quiet_icons (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkBuiltinIcon"))
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    km_quiet_icons (child);
}
