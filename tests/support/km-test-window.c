/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-test-window.h"

#define PATIENCE_MS 5000

/**
 * km_test_init:
 * @argc: as main() got it
 * @argv: as main() got it
 *
 * Sets up a test of widgets: no animations, the program's own style sheet.
 */
void
km_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  gtk_test_init (argc, argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/kneemap/Kneemap/style/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/**
 * km_test_wait:
 * @done: what is waited for
 * @data: for @done
 *
 * Runs the main loop until @done; fails when that takes too long.
 */
void
km_test_wait (KmTestCondition done, gpointer data)
{
  gboolean late = FALSE;
  guint source = g_timeout_add (PATIENCE_MS, on_late, &late);

  while (!done (data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

/**
 * km_test_settle:
 *
 * Runs what is waiting in the main loop.
 */
void
km_test_settle (void)
{
  for (int i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

/**
 * km_test_show:
 * @child: a widget
 * @width: width of the window
 * @height: height of the window
 *
 * Returns: (transfer none): a window that shows @child, laid out
 */
GtkWidget *
km_test_show (GtkWidget *child, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_widget_add_css_class (window, "kneemap");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  km_test_wait (is_laid_out, child);
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * km_test_close:
 * @window: a window of km_test_show()
 *
 * Closes it and checks that nothing keeps its child.
 */
void
km_test_close (GtkWidget *window)
{
  gpointer child = gtk_window_get_child (GTK_WINDOW (window));

  g_object_add_weak_pointer (child, &child);
  gtk_window_destroy (GTK_WINDOW (window));
  km_test_wait (is_gone, &child);
}
