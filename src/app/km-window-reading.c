/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-help.h"

/* The buttons at the side of a mouse, as X11 and Wayland number them. */
#define MOUSE_BACK 8
#define MOUSE_FORWARD 9

/**
 * km_window_get_page_view:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the view of the page that is open where the reader is
 */
KmPageView *
km_window_get_page_view (KmWindow *self)
{
  const KmPlace *here = km_history_get_current (self->history);

  if (here == NULL || here->page == NULL)
    return NULL;
  return KM_PAGE_VIEW (here->library ? self->library_page : self->find_page);
}

/* ---- on the page --------------------------------------------------------------------------- */

static void
on_next_heading (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmPageView *view = km_window_get_page_view (KM_WINDOW (widget));

  if (view != NULL)
    km_page_view_move_heading (view, 1);
}

static void
on_previous_heading (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmPageView *view = km_window_get_page_view (KM_WINDOW (widget));

  if (view != NULL)
    km_page_view_move_heading (view, -1);
}

/* Where no page is open, the same key looks through the whole guide. */
static void
on_find_words (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmPageView *view = km_window_get_page_view (KM_WINDOW (widget));

  if (view != NULL)
    km_page_view_find (view, NULL);
  else
    gtk_widget_activate_action (widget, "win.search", NULL);
}

static void
on_find_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmPageView *view = km_window_get_page_view (KM_WINDOW (widget));

  if (view != NULL)
    km_page_view_find_step (view, 1);
}

static void
on_find_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmPageView *view = km_window_get_page_view (KM_WINDOW (widget));

  if (view != NULL)
    km_page_view_find_step (view, -1);
}

static void
on_keys (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_help_show_keys (GTK_WINDOW (widget));
}

static void
add_key (GtkWidgetClass *widget_class, guint key, GdkModifierType held, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, held, action, NULL);
}

/**
 * km_window_class_install_reading:
 * @widget_class: the class of the window
 *
 * The verbs of reading, with their keys.
 */
void
km_window_class_install_reading (GtkWidgetClass *widget_class)
{
  const GdkModifierType control = GDK_CONTROL_MASK;
  const GdkModifierType shift = GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "win.next-heading", NULL, on_next_heading);
  gtk_widget_class_install_action (widget_class, "win.previous-heading", NULL, on_previous_heading);
  gtk_widget_class_install_action (widget_class, "win.find-words", NULL, on_find_words);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, on_find_next);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, on_find_previous);

  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, on_keys);

  add_key (widget_class, GDK_KEY_F7, 0, "win.next-heading");
  add_key (widget_class, GDK_KEY_F7, shift, "win.previous-heading");
  add_key (widget_class, GDK_KEY_F3, 0, "win.find-next");
  add_key (widget_class, GDK_KEY_F3, shift, "win.find-previous");
  add_key (widget_class, GDK_KEY_g, control, "win.find-next");
  add_key (widget_class, GDK_KEY_g, control | shift, "win.find-previous");
  add_key (widget_class, GDK_KEY_question, control, "win.show-help-overlay");
  add_key (widget_class, GDK_KEY_question, control | shift, "win.show-help-overlay");
  add_key (widget_class, GDK_KEY_slash, control | shift, "win.show-help-overlay");
  add_key (widget_class, GDK_KEY_F1, 0, "win.show-help-overlay");
}

/**
 * km_window_update_reading:
 * @self: a window
 *
 * Sets which verbs of reading make sense just now.
 */
void
km_window_update_reading (KmWindow *self)
{
  static const char *const on_page[] = { "win.next-heading", "win.previous-heading",
                                         "win.find-next", "win.find-previous", "win.bookmark" };
  gboolean page = km_window_get_page_view (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (on_page); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), on_page[i], page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.continue", km_window_can_continue (self));
}

/* ---- the mouse ----------------------------------------------------------------------------- */

static void
on_button (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != MOUSE_BACK && button != MOUSE_FORWARD)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  km_window_step (user_data, button == MOUSE_BACK ? -1 : 1);
}

/**
 * km_window_init_reading:
 * @self: a window
 *
 * Listens to the mouse buttons that go back and forward, and to Ctrl+F before a label that has the
 * focus takes it for its caret.
 */
void
km_window_init_reading (KmWindow *self)
{
  GtkGesture *buttons = gtk_gesture_click_new ();
  GtkEventController *early = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (buttons), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (buttons), GTK_PHASE_CAPTURE);
  g_signal_connect (buttons, "pressed", G_CALLBACK (on_button), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (buttons));
  gtk_event_controller_set_propagation_phase (early, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (early),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                        gtk_named_action_new ("win.find-words")));
  gtk_widget_add_controller (GTK_WIDGET (self), early);
}
