/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

static void
on_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_step (KM_WINDOW (widget), -1);
}

static void
on_forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_step (KM_WINDOW (widget), 1);
}

static void
on_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_open_page (KM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_show_pane (KM_WINDOW (widget), KM_PANE_DIAGRAM);
}

static void
on_library (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_open_library (KM_WINDOW (widget), NULL);
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_search (KM_WINDOW (widget), NULL);
}

static void
on_warning_signs (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_open_page (KM_WINDOW (widget), "warning-signs");
}

static void
on_start_over (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmWindow *self = KM_WINDOW (widget);

  km_assessment_clear (self->assessment);
  km_window_go (self, km_place_new (FALSE, NULL, NULL, KM_PANE_DIAGRAM));
}

static void
on_forget (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_forget (KM_WINDOW (widget));
}

static void
on_resume (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_window_go_on (KM_WINDOW (widget));
}

/**
 * km_window_class_install_actions:
 * @widget_class: the class of the window
 *
 * Every verb of the window, with its keys. Buttons, menus and assistive technology call these.
 */
void
km_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, on_forward);
  gtk_widget_class_install_action (widget_class, "win.page", "s", on_page);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, on_find);
  gtk_widget_class_install_action (widget_class, "win.library", NULL, on_library);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.warning-signs", NULL, on_warning_signs);
  gtk_widget_class_install_action (widget_class, "win.start-over", NULL, on_start_over);
  gtk_widget_class_install_action (widget_class, "win.forget", NULL, on_forget);
  gtk_widget_class_install_action (widget_class, "win.resume", NULL, on_resume);

  /* Before the keys that every keyboard has: a menu names the last one. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Back, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Forward, 0, "win.forward", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "win.forward",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "win.library", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.search",
                                       NULL);
}

/**
 * km_window_update_actions:
 * @self: a window
 *
 * Sets which verbs make sense just now.
 */
void
km_window_update_actions (KmWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean any = !km_answers_is_empty (km_assessment_get_answers (self->assessment));

  gtk_widget_action_set_enabled (widget, "win.back", km_history_can_go (self->history, -1));
  gtk_widget_action_set_enabled (widget, "win.forward", km_history_can_go (self->history, 1));
  gtk_widget_action_set_enabled (widget, "win.start-over", any);
  gtk_widget_action_set_enabled (widget, "win.forget",
                                 any || self->last_session != NULL
                                     || km_reading_get_recent (self->reader)->len > 0);
  gtk_widget_action_set_enabled (widget, "win.resume", self->last_session != NULL);
  km_window_update_reading (self);
  km_window_update_print (self);
  km_window_update_compare (self);
}
