/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-test-window.h"

/* Long, as what is waited for comes or never does: a busy machine is no fault. */
#define PATIENCE_MS 60000

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

static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return NULL;
}

/**
 * km_test_find:
 * @root: where to look
 * @type: what to look for
 * @words: (nullable): what it says, or what a label in it says
 *
 * Returns: (transfer none) (nullable): the first one that is not hidden by itself
 */
GtkWidget *
km_test_find (GtkWidget *root, GType type, const char *words)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type)
      && (words == NULL || g_strcmp0 (get_words (root), words) == 0
          || (type != GTK_TYPE_LABEL && km_test_find (root, GTK_TYPE_LABEL, words) != NULL)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = km_test_find (child, type, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * km_test_count:
 * @root: where to look
 * @type: what to look for
 *
 * Returns: how many there are, hidden ones too
 */
guint
km_test_count (GtkWidget *root, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += km_test_count (child, type);
  return n;
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return controller;
    }
  return NULL;
}

/**
 * km_test_press_key:
 * @widget: a widget that looks at keys before its children do
 * @keyval: a key
 *
 * Returns: whether the widget made something of it
 */
gboolean
km_test_press_key (GtkWidget *widget, guint keyval)
{
  GtkEventController *keys = find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean handled = FALSE;

  g_assert_nonnull (keys);
  g_signal_emit_by_name (keys, "key-pressed", keyval, 0, 0, &handled);
  return handled;
}

/**
 * km_test_click:
 * @widget: a widget that looks at clicks before its children do
 *
 * The press of a click in the middle of @widget.
 */
void
km_test_click (GtkWidget *widget)
{
  GtkEventController *click = find_controller (widget, GTK_TYPE_GESTURE_CLICK);

  g_assert_nonnull (click);
  g_signal_emit_by_name (click, "pressed", 1, gtk_widget_get_width (widget) / 2.0,
                         gtk_widget_get_height (widget) / 2.0);
}
