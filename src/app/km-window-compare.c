/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-compare-chooser.h"
#include "km-compare-view.h"
#include "km-stack.h"

#include <glib/gi18n.h>

/**
 * km_window_compare:
 * @self: a window
 * @first: id of a condition
 * @second: id of another
 *
 * Puts two conditions side by side, over the whole window, and remembers the way back.
 *
 * Returns: whether there are such conditions
 */
gboolean
km_window_compare (KmWindow *self, const char *first, const char *second)
{
  const KmPlace *here = km_history_get_current (self->history);
  KmPlace *place;

  if (km_library_get_condition (self->library, first) == NULL
      || km_library_get_condition (self->library, second) == NULL)
    return FALSE;
  place = km_place_new (TRUE, here->list, NULL, 0);
  place->compared[0] = g_strdup (first);
  place->compared[1] = g_strdup (second);
  km_window_go (self, place);
  km_compare_view_focus_title (KM_COMPARE_VIEW (self->compare));
  return TRUE;
}

/**
 * km_window_apply_compare:
 * @self: a window whose library is made
 * @place: a place that compares
 *
 * Makes the widgets show the two.
 */
void
km_window_apply_compare (KmWindow *self, const KmPlace *place)
{
  if (self->compare == NULL)
    {
      self->compare = km_compare_view_new (self->assessment, self->atlas);
      km_stack_add (GTK_STACK (self->library_stack), self->compare, _ ("Two conditions compared"));
      km_window_update_width (self);
    }
  km_compare_view_show (KM_COMPARE_VIEW (self->compare),
                        km_library_get_condition (self->library, place->compared[0]),
                        km_library_get_condition (self->library, place->compared[1]));
  km_stack_show (GTK_STACK (self->library_stack), self->compare);
}

static void
on_chosen (KmCompareChooser *chooser, const char *id, gpointer user_data)
{
  const char *beside = g_object_get_data (G_OBJECT (chooser), "beside");

  km_window_compare (KM_WINDOW (user_data), beside, id);
}

static void
choose (KmWindow *self, const char *beside)
{
  const KmCondition *condition = km_library_get_condition (self->library, beside);
  GtkWidget *chooser;

  if (condition == NULL)
    return;
  chooser = km_compare_chooser_new (GTK_WINDOW (self), self->assessment, condition);
  g_object_set_data (G_OBJECT (chooser), "beside", condition->id);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_chosen), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
on_compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmWindow *self = KM_WINDOW (widget);

  choose (self, km_history_get_current (self->history)->page);
}

static void
on_compare_with (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose (KM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/**
 * km_window_class_install_compare:
 * @widget_class: the class of the window
 */
void
km_window_class_install_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, on_compare);
  gtk_widget_class_install_action (widget_class, "win.compare-with", "s", on_compare_with);
}

/**
 * km_window_update_compare:
 * @self: a window
 *
 * Sets whether there is a condition to compare.
 */
void
km_window_update_compare (KmWindow *self)
{
  const KmPlace *here = km_history_get_current (self->history);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare",
                                 km_library_get_condition (self->library, here->page) != NULL);
}
