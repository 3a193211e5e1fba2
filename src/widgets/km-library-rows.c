/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-library-rows.h"

#include "km-heading.h"
#include "km-picture.h"
#include "km-row.h"

#include <glib/gi18n.h>

static GtkWidget *
make_texts (const char *title, const char *second)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *first = km_label_new (title, "km-heading", NULL);

  gtk_widget_set_hexpand (texts, TRUE);
  /* Centred by their own alignment: GTK would search the width of every label for the height of an
   * aligned box. */
  gtk_widget_set_vexpand (texts, FALSE);
  gtk_box_append (GTK_BOX (texts), first);
  gtk_widget_set_vexpand (first, TRUE);
  if (second != NULL && *second != '\0')
    {
      GtkWidget *below = km_label_new (second, "km-small", "km-dim", NULL);

      gtk_label_set_yalign (GTK_LABEL (first), 1.0);
      gtk_label_set_yalign (GTK_LABEL (below), 0.0);
      gtk_widget_set_vexpand (below, TRUE);
      gtk_box_append (GTK_BOX (texts), below);
    }
  return texts;
}

static GtkWidget *
make_chevron (void)
{
  GtkWidget *chevron = km_icon_new ("go-next-symbolic");

  gtk_widget_add_css_class (chevron, "chevron");
  gtk_widget_set_valign (chevron, GTK_ALIGN_CENTER);
  return chevron;
}

static GtkWidget *
make_row (const char *page_id, const char *name, GtkWidget *box)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", page_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/**
 * km_library_rows_new:
 *
 * Returns: (transfer floating): an empty card of rows
 */
GtkWidget *
km_library_rows_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  /* The heading before it says what is listed; without a name it would say its C type. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (list, "rows");
  gtk_widget_add_css_class (list, "card");
  return list;
}

/**
 * km_library_condition_row_new:
 * @library: the library
 * @condition: a condition
 *
 * Returns: (transfer floating): a row that opens the page of @condition
 */
GtkWidget *
km_library_condition_row_new (KmLibrary *library, const KmCondition *condition)
{
  GtkWidget *box = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 12);
  const KmLevelText *level = km_library_get_level_text (library, condition->urgency);
  g_autofree char *name = NULL;

  km_row_append (box, make_texts (condition->name, condition->short_name));
  if (condition->urgency >= KM_URGENCY_SAME_DAY)
    {
      GtkWidget *urgent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *words = km_label_new (level->title, "km-small", NULL);

      gtk_widget_add_css_class (urgent, "urgent");
      gtk_widget_set_valign (urgent, GTK_ALIGN_CENTER);
      gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (words), GTK_NATURAL_WRAP_NONE);
      gtk_box_append (GTK_BOX (urgent), km_icon_new (condition->urgency == KM_URGENCY_EMERGENCY
                                                         ? "call-start-symbolic"
                                                         : "dialog-warning-symbolic"));
      gtk_box_append (GTK_BOX (urgent), words);
      km_row_append (box, urgent);
      name = g_strdup_printf ("%s, %s. %s", condition->name, condition->short_name, level->title);
    }
  else
    name = g_strdup_printf ("%s, %s", condition->name, condition->short_name);
  km_row_append (box, make_chevron ());
  return make_row (condition->id, name, box);
}

/**
 * km_library_page_row_new:
 * @page: a guide, an exercise or a question
 *
 * Returns: (transfer floating): a row that opens @page
 */
GtkWidget *
km_library_page_row_new (KmPage *page)
{
  GtkWidget *box = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 12);

  km_row_append (box, make_texts (km_page_get_title (page), km_page_get_purpose (page)));
  km_row_append (box, make_chevron ());
  return make_row (km_page_get_id (page), km_page_get_title (page), box);
}

/**
 * km_library_exercise_row_new:
 * @page: an exercise
 *
 * Returns: (transfer floating): a row with its figure that opens @page
 */
GtkWidget *
km_library_exercise_row_new (KmPage *page)
{
  GtkWidget *box = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 12);
  GtkWidget *picture = km_picture_new_for_exercise (km_page_get_id (page));
  g_autofree char *name
      = g_strdup_printf ("%s. %s", km_page_get_title (page), km_page_get_dose (page));
  GtkWidget *row;

  km_picture_set_size (KM_PICTURE (picture), 120, 75);
  gtk_widget_set_hexpand (picture, FALSE);
  gtk_widget_add_css_class (picture, "plate");
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  km_row_append (box, picture);
  km_row_append (box, make_texts (km_page_get_title (page), km_page_get_dose (page)));
  km_row_append (box, make_chevron ());
  row = make_row (km_page_get_id (page), name, box);
  gtk_widget_add_css_class (row, "picture");
  return row;
}

/**
 * km_library_exercise_tile_new:
 * @page: an exercise
 *
 * Returns: (transfer floating): a tile with its figure that opens @page
 */
GtkWidget *
km_library_exercise_tile_new (KmPage *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *picture = km_picture_new_for_exercise (km_page_get_id (page));

  km_picture_set_size (KM_PICTURE (picture), 240, 150);
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_margin_top (texts, 4);
  gtk_widget_set_margin_bottom (texts, 12);
  gtk_widget_set_margin_start (texts, 12);
  gtk_widget_set_margin_end (texts, 12);
  gtk_box_append (GTK_BOX (texts), km_label_new (km_page_get_title (page), "km-heading", NULL));
  gtk_box_append (GTK_BOX (texts), km_label_new (km_page_get_purpose (page), "km-small", NULL));
  gtk_box_append (GTK_BOX (texts),
                  km_label_new (km_page_get_dose (page), "km-small", "km-dim", "km-number", NULL));
  /* The picture decides how many tiles stand side by side, not the longest line of text. */
  for (GtkWidget *label = gtk_widget_get_first_child (texts); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_box_append (GTK_BOX (tile), picture);
  gtk_box_append (GTK_BOX (tile), texts);
  gtk_button_set_child (GTK_BUTTON (button), tile);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "tile");
  gtk_widget_set_valign (button, GTK_ALIGN_FILL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", km_page_get_id (page));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  km_page_get_title (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  km_page_get_dose (page), -1);
  return button;
}

/**
 * km_library_locator_new:
 * @atlas: the drawings
 * @view: a view
 * @spot: (nullable): the spot to mark
 *
 * Returns: (transfer floating): a small picture of the knee that says where a group lies
 */
GtkWidget *
km_library_locator_new (KmAtlas *atlas, KmView view, const char *spot)
{
  const char *spots[] = { spot, NULL };
  GtkWidget *picture = km_picture_new_for_knee (atlas, view, KM_LAYER_SKIN, NULL, spots);

  km_picture_set_crop (KM_PICTURE (picture), &(KmBounds){ 70, 130, 260, 308 });
  km_picture_set_size (KM_PICTURE (picture), 88, 104);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_set_hexpand (picture, FALSE);
  gtk_widget_add_css_class (picture, "locator");
  gtk_accessible_update_state (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return picture;
}
