/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-clamp.h"
#include "km-fold.h"
#include "km-test-window.h"

typedef struct
{
  GtkWidget *window;
  KmFold *fold;
  GtkWidget *panes[3];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[] = { "Knee", "Questions", "Page" };
  static const int widths[] = { 372, 396, 0 };

  fixture->fold = KM_FOLD (km_fold_new ());
  for (int i = 0; i < 3; i++)
    {
      fixture->panes[i] = gtk_button_new_with_label (labels[i]);
      km_fold_append (fixture->fold, fixture->panes[i], widths[i]);
    }
  fixture->window = km_test_show (GTK_WIDGET (fixture->fold), 1180, 400);
  km_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  km_test_close (fixture->window);
}

static void
resize (Fixture *fixture, int width)
{
  gtk_widget_allocate (GTK_WIDGET (fixture->fold), width, 400, -1, NULL);
  km_test_settle ();
}

static void
check_seen (Fixture *fixture, gboolean knee, gboolean questions, gboolean page)
{
  const gboolean seen[] = { knee, questions, page };

  for (int i = 0; i < 3; i++)
    {
      GtkWidget *pane = fixture->panes[i];

      g_assert_true (gtk_widget_get_child_visible (pane) == seen[i]);
      g_assert_true (km_fold_is_visible (fixture->fold, (guint) i) == seen[i]);
      /* Folded away is not hidden by itself; see gtk_accessible_should_present(). */
      if (gtk_test_accessible_has_state (GTK_ACCESSIBLE (pane), GTK_ACCESSIBLE_STATE_HIDDEN))
        gtk_test_accessible_assert_state (pane, GTK_ACCESSIBLE_STATE_HIDDEN, !seen[i]);
      else
        g_assert_true (seen[i]);
    }
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
  resize (fixture, 1180);
  g_assert_cmpuint (km_fold_get_n_panes (fixture->fold), ==, 3);
  check_seen (fixture, TRUE, TRUE, TRUE);
  resize (fixture, 900);
  g_assert_cmpuint (km_fold_get_n_panes (fixture->fold), ==, 2);
  check_seen (fixture, TRUE, TRUE, FALSE);
  resize (fixture, 360);
  g_assert_cmpuint (km_fold_get_n_panes (fixture->fold), ==, 1);
  check_seen (fixture, TRUE, FALSE, FALSE);
  km_fold_set_shown (fixture->fold, 2);
  resize (fixture, 360);
  check_seen (fixture, FALSE, FALSE, TRUE);
  resize (fixture, 1180);
  check_seen (fixture, TRUE, TRUE, TRUE);
}

/* Beside other panes the page keeps the width that test-line-length needs for 45 characters. */
static void
test_reading (Fixture *fixture, gconstpointer data)
{
  int least = km_clamp_scale (GTK_WIDGET (fixture->fold), 360);

  km_fold_set_shown (fixture->fold, 2);
  for (int width = 360; width < 1400; width += 20)
    {
      graphene_rect_t bounds;

      resize (fixture, width);
      g_assert_true (km_fold_is_visible (fixture->fold, 2));
      g_assert_true (
          gtk_widget_compute_bounds (fixture->panes[2], GTK_WIDGET (fixture->fold), &bounds));
      if (km_fold_get_n_panes (fixture->fold) > 1)
        g_assert_cmpfloat (bounds.size.width, >=, least);
    }
}

/* A large window makes the knee larger rather than the empty room beside the lines of the page. */
static void
test_roomy (Fixture *fixture, gconstpointer data)
{
  double before[3] = { 0 };

  for (int width = 1140; width < 2600; width += 20)
    {
      double total = 0;

      resize (fixture, width);
      for (int i = 0; i < 3; i++)
        {
          graphene_rect_t bounds;

          g_assert_true (
              gtk_widget_compute_bounds (fixture->panes[i], GTK_WIDGET (fixture->fold), &bounds));
          g_assert_cmpfloat (bounds.size.width, >=, before[i]);
          before[i] = bounds.size.width;
          total += before[i];
        }
      g_assert_cmpfloat (total, ==, width - 2);
      if (width == 1180)
        g_assert_cmpfloat (before[0], ==, km_clamp_scale (GTK_WIDGET (fixture->fold), 372));
      if (width == 1920)
        g_assert_cmpfloat (before[0], >, 1.4 * km_clamp_scale (GTK_WIDGET (fixture->fold), 372));
    }
  g_assert_cmpfloat (before[0], <=, 1.5 * km_clamp_scale (GTK_WIDGET (fixture->fold), 372));
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  resize (fixture, 1180);
  gtk_widget_grab_focus (fixture->panes[2]);
  resize (fixture, 360);
  g_assert_true (gtk_window_get_focus (window) == fixture->panes[0]);
  /* Folded panes are no stop of Tab. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->fold), GTK_DIR_TAB_FORWARD));
  km_fold_set_shown (fixture->fold, 1);
  resize (fixture, 360);
  g_assert_true (gtk_window_get_focus (window) == fixture->panes[1]);
}

static void
test_minimum (Fixture *fixture, gconstpointer data)
{
  int minimum, widest = 0, one;

  for (int i = 0; i < 3; i++)
    {
      gtk_widget_measure (fixture->panes[i], GTK_ORIENTATION_HORIZONTAL, -1, &one, NULL, NULL,
                          NULL);
      widest = MAX (widest, one);
    }
  gtk_widget_measure (GTK_WIDGET (fixture->fold), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, widest);
}

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  resize (fixture, 1180);
  g_signal_connect (fixture->fold, "notify::n-panes", G_CALLBACK (count), &n);
  resize (fixture, 1100);
  g_assert_cmpuint (n, ==, 0);
  resize (fixture, 360);
  g_assert_cmpuint (n, ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->fold, &n);
}

static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 22", NULL);
  km_test_settle ();
  resize (fixture, 1180);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  g_assert_cmpuint (km_fold_get_n_panes (fixture->fold), <, 3);
}

int
main (int argc, char **argv)
{
  km_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/fold/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("widths", test_widths);
  ADD ("reading", test_reading);
  ADD ("roomy", test_roomy);
  ADD ("focus", test_focus);
  ADD ("minimum", test_minimum);
  ADD ("notify", test_notify);
  ADD ("large-text", test_large_text);
  return g_test_run ();
}
