/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-pair.h"

#include <glib/gi18n.h>

static void
on_questions_clicked (KmWindow *self)
{
  km_window_show_pane (self, KM_PANE_QUESTIONS);
}

/**
 * km_window_update_bottom_bar:
 * @self: a window
 *
 * Under the knee, where the panes take turns: what happened, and the way on.
 */
void
km_window_update_bottom_bar (KmWindow *self)
{
  gboolean any = !km_answers_is_empty (km_assessment_get_answers (self->assessment));
  GListModel *matches = any ? km_assessment_get_matches (self->assessment) : NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; any && i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);

      n += km_match_get_band (match) > KM_BAND_NONE;
    }
  if (!any)
    text = g_strdup (_ ("Where does it hurt?"));
  else
    text = g_strdup_printf (ngettext ("%u condition may fit", "%u conditions may fit", MIN (n, 6)),
                            MIN (n, 6));
  gtk_label_set_label (GTK_LABEL (self->bottom_label), text);
  gtk_widget_set_visible (self->bottom_bar, km_fold_get_n_panes (self->fold) == 1);
}

/**
 * km_window_make_bottom_bar:
 * @self: a window
 *
 * Returns: (transfer floating): the bar under the knee
 */
GtkWidget *
km_window_make_bottom_bar (KmWindow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->bottom_label = km_label_new ("", "km-dim", NULL);
  /* With less room it stands above the button. */
  gtk_label_set_width_chars (GTK_LABEL (self->bottom_label), 10);
  gtk_box_append (GTK_BOX (inside), gtk_label_new (_ ("Questions")));
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_set_halign (inside, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Questions"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_questions_clicked), self);
  bar = km_pair_new (self->bottom_label, button, 6);
  gtk_widget_add_css_class (bar, "bottombar");
  gtk_box_append (GTK_BOX (column), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (column), bar);
  return column;
}
