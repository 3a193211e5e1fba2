/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-segmented.h"

#include <glib/gi18n.h>

/* Text that makes the header bar too wide for a narrow window, in % of the design's. */
#define LARGE_TEXT 140

static void
on_switched (KmSegmented *switcher, GParamSpec *pspec, gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);
  gboolean library = g_strcmp0 (km_segmented_get_active (switcher), "library") == 0;

  if (self->applying)
    return;
  if (library)
    km_window_open_library (self, NULL);
  else
    km_window_show_pane (self, KM_PANE_DIAGRAM);
}

/**
 * km_window_make_switcher:
 * @self: a window
 */
void
km_window_make_switcher (KmWindow *self)
{
  GtkWidget *switcher = km_segmented_new (_ ("Part of the guide"));

  self->switcher = KM_SEGMENTED (switcher);
  km_segmented_append (self->switcher, "find", _ ("Find"));
  km_segmented_append (self->switcher, "library", _ ("Library"));
  km_segmented_set_active (self->switcher, "find");
  km_segmented_set_one_row (self->switcher, TRUE);
  gtk_widget_set_valign (switcher, GTK_ALIGN_CENTER);
  g_signal_connect (switcher, "notify::active", G_CALLBACK (on_switched), self);
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (self->header), switcher);
}

/**
 * km_window_place_switcher:
 * @self: a window
 * @narrow: whether the window is narrow
 *
 * With large text the header bar of a narrow window has no room for it.
 */
void
km_window_place_switcher (KmWindow *self, gboolean narrow)
{
  gboolean below = narrow && km_clamp_scale (GTK_WIDGET (self), 100) > LARGE_TEXT;
  g_autoptr (GtkWidget) switcher = g_object_ref (GTK_WIDGET (self->switcher));
  GtkWidget *column = gtk_widget_get_parent (self->places);

  if (below == (gtk_widget_get_parent (switcher) == column))
    return;
  if (below)
    {
      gtk_header_bar_set_title_widget (GTK_HEADER_BAR (self->header), NULL);
      gtk_box_insert_child_after (GTK_BOX (column), switcher, self->banner);
    }
  else
    {
      gtk_box_remove (GTK_BOX (column), switcher);
      gtk_header_bar_set_title_widget (GTK_HEADER_BAR (self->header), switcher);
    }
  g_object_set (switcher, "margin-top", below ? 6 : 0, "margin-start", below ? 6 : 0, "margin-end",
                below ? 6 : 0, "margin-bottom", below ? 6 : 0, NULL);
}
