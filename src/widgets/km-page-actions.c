/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-actions.h"

#include "km-heading.h"

#include <glib/gi18n.h>

static GtkWidget *
make_face (const char *icon_name, const char *name)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = km_icon_new (icon_name);

  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (face), icon);
  gtk_box_append (GTK_BOX (face), gtk_label_new (name));
  return face;
}

static void
set_up (GtkWidget *button, const char *name, const char *hint, gboolean aside)
{
  gtk_widget_add_css_class (button, "flat");
  if (aside)
    {
      gtk_widget_add_css_class (button, "aside");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
    }
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* That a page is kept shows in words, not by a shade of grey alone. The face stays the same widget,
 * as this comes while GTK puts the button into its window, too. */
static void
on_kept (GtkToggleButton *button)
{
  GtkWidget *icon = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  gboolean kept = gtk_toggle_button_get_active (button);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                kept ? "user-bookmarks-symbolic" : "bookmark-new-symbolic");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (icon)),
                       kept ? _ ("Bookmarked") : _ ("Bookmark"));
}

static GtkWidget *
make_bookmark (gboolean aside)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_face ("bookmark-new-symbolic", _ ("Bookmark")));
  g_signal_connect (button, "notify::active", G_CALLBACK (on_kept), NULL);
  set_up (button, _ ("Bookmark"), _ ("Keep this page in the library under Bookmarks"), aside);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.bookmark");
  return button;
}

static GtkWidget *
make_compare (gboolean aside)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), make_face ("view-dual-symbolic", _ ("Compare")));
  set_up (button, _ ("Compare"), _ ("Put another condition beside this one"), aside);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.compare");
  return button;
}

static GtkWidget *
make_print (gboolean aside)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _ ("_Print this page…"), "win.print-page");
  g_menu_append (menu, _ ("Save as P_DF…"), "win.save-pdf");
  g_menu_append (menu, _ ("_Exercise sheet…"), "win.print-exercises");
  g_menu_append (menu, _ ("Sheet for your _visit…"), "win.print-visit");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             make_face ("document-print-symbolic", _ ("Print")));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), aside ? GTK_ARROW_DOWN : GTK_ARROW_UP);
  set_up (button, _ ("Print"), _ ("On paper or as a PDF"), aside);
  return button;
}

static void
append_to_row (GtkWidget *row, GtkWidget *button)
{
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  km_flow_append (row, button);
}

/**
 * km_page_actions_new:
 * @page: a page
 * @aside: whether they stand below each other beside the text, rather than in a row at its foot
 *
 * What can be done with a page. The buttons call actions of the window.
 *
 * Returns: (transfer floating): the buttons
 */
GtkWidget *
km_page_actions_new (KmPage *page, gboolean aside)
{
  GtkWidget *buttons[3] = { make_bookmark (aside), NULL, NULL };
  GtkWidget *box;
  guint n = 1;

  buttons[n++] = make_print (aside);
  if (km_page_get_kind (page) == KM_PAGE_CONDITION)
    buttons[n++] = make_compare (aside);
  if (aside)
    box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                        GTK_ORIENTATION_VERTICAL, "spacing", 0, NULL);
  else
    box = g_object_new (GTK_TYPE_FLOW_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                        "selection-mode", GTK_SELECTION_NONE, "min-children-per-line", 1,
                        "max-children-per-line", n, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("This page"), -1);
  for (guint i = 0; i < n; i++)
    if (aside)
      gtk_box_append (GTK_BOX (box), buttons[i]);
    else
      append_to_row (box, buttons[i]);
  return box;
}
