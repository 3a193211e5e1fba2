/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

/* Above the sheets of the program, which are at up to two above the application's. */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 3)

/* How far a touchpad has to scroll for one step, in px. */
#define STEP_PX 40.0

/* Its buttons are pictures. Larger than this, they alone would be wider than a narrow window. */
#define HEADER_MAX 200

/* A length to see from whether the font has changed. */
#define MEASURE 1000

static void
step (KmWindow *self, int direction)
{
  km_reading_set_text_size (self->reader, km_reading_get_next_text_size (self->reader, direction));
}

static void
on_larger (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (KM_WINDOW (widget), 1);
}

static void
on_smaller (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (KM_WINDOW (widget), -1);
}

static void
on_normal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_reading_set_text_size (KM_WINDOW (widget)->reader, KM_TEXT_SIZE_NORMAL);
}

/**
 * km_window_update_text_size:
 * @self: a window
 *
 * Makes the text as large as it should be. Everything else follows from the font.
 */
void
km_window_update_text_size (KmWindow *self)
{
  guint size = km_reading_get_text_size (self->reader);
  g_autofree char *sheet = g_strdup_printf ("window.kneemap { font-size: %u%%; }"
                                            "window.kneemap headerbar { font-size: %u%%; }",
                                            size, MIN (size, HEADER_MAX) * 100 / size);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.text-larger", size < KM_TEXT_SIZE_MAX);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.text-smaller", size > KM_TEXT_SIZE_MIN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.text-normal", size != KM_TEXT_SIZE_NORMAL);
  if (size == self->text_size)
    return;
  self->text_size = size;
  if (self->text_provider == NULL)
    {
      self->text_provider = gtk_css_provider_new ();
      gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                  GTK_STYLE_PROVIDER (self->text_provider),
                                                  PRIORITY);
    }
  gtk_css_provider_load_from_data (self->text_provider, sheet, -1);
}

/**
 * km_window_follow_font:
 * @self: a window
 *
 * What was measured in the font is measured again when it is another. The reader stays at the same
 * place of the page.
 *
 * Returns: whether the font has changed since the last time
 */
gboolean
km_window_follow_font (KmWindow *self)
{
  int measure = km_clamp_scale (GTK_WIDGET (self), MEASURE);
  gboolean first = self->font_measure == 0;

  if (measure == self->font_measure)
    return FALSE;
  self->font_measure = measure;
  /* The very first time a page is as it should be, unless the text has a size of its own. */
  if (first && self->text_size == KM_TEXT_SIZE_NORMAL)
    return FALSE;
  if (self->find_page != NULL)
    km_page_view_refresh (KM_PAGE_VIEW (self->find_page));
  if (self->library_page != NULL)
    km_page_view_refresh (KM_PAGE_VIEW (self->library_page));
  return TRUE;
}

/* ---- Control and the wheel ------------------------------------------------------------------- */

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    {
      self->wheel = 0;
      return FALSE;
    }
  self->wheel += gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE
                     ? dy / STEP_PX
                     : dy;
  for (; self->wheel >= 1; self->wheel -= 1)
    step (self, -1);
  for (; self->wheel <= -1; self->wheel += 1)
    step (self, 1);
  return TRUE;
}

/**
 * km_window_init_text:
 * @self: a window
 *
 * Listens to Control and the wheel.
 */
void
km_window_init_text (KmWindow *self)
{
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->text_size = KM_TEXT_SIZE_NORMAL;
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

/**
 * km_window_dispose_text:
 * @self: a window that goes away
 */
void
km_window_dispose_text (KmWindow *self)
{
  if (self->text_provider != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->text_provider));
  g_clear_object (&self->text_provider);
}

static void
add_keys (GtkWidgetClass *widget_class, const guint *keys, guint n, const char *action)
{
  for (guint i = 0; i < n; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_CONTROL_MASK, action, NULL);
      gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                           action, NULL);
    }
}

/**
 * km_window_class_install_text:
 * @widget_class: the class of the window
 *
 * The verbs of the text size. Plus is where it is on any keyboard: with Shift, without, or on the
 * pad.
 */
void
km_window_class_install_text (GtkWidgetClass *widget_class)
{
  static const guint plus[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint minus[] = { GDK_KEY_minus, GDK_KEY_underscore, GDK_KEY_KP_Subtract };
  static const guint zero[] = { GDK_KEY_0, GDK_KEY_KP_0 };

  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, on_larger);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, on_smaller);
  gtk_widget_class_install_action (widget_class, "win.text-normal", NULL, on_normal);
  add_keys (widget_class, plus, G_N_ELEMENTS (plus), "win.text-larger");
  add_keys (widget_class, minus, G_N_ELEMENTS (minus), "win.text-smaller");
  add_keys (widget_class, zero, G_N_ELEMENTS (zero), "win.text-normal");
}
