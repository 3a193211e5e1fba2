/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-segmented.h"
#include "km-test-window.h"

static GtkWidget *
make (void)
{
  GtkWidget *group = km_segmented_new ("View");

  km_segmented_append (KM_SEGMENTED (group), "front", "Front");
  km_segmented_append (KM_SEGMENTED (group), "side", "Side");
  km_segmented_append (KM_SEGMENTED (group), "behind", "Behind");
  km_segmented_append (KM_SEGMENTED (group), "below", "Below");
  return group;
}

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_active (void)
{
  g_autoptr (GtkWidget) group = g_object_ref_sink (make ());
  KmSegmented *self = KM_SEGMENTED (group);
  GtkWidget *first = gtk_widget_get_first_child (group);
  guint n = 0;

  g_signal_connect (group, "notify::active", G_CALLBACK (count), &n);
  g_assert_null (km_segmented_get_active (self));
  km_segmented_set_active (self, "side");
  km_segmented_set_active (self, "side");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (km_segmented_get_active (self), ==, "side");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  g_assert_cmpstr (km_segmented_get_active (self), ==, "front");
  g_assert_cmpuint (n, ==, 2);
  km_segmented_set_active (self, NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (first)));
  g_assert_cmpuint (n, ==, 3);
}

static guint
count_rows (GtkWidget *group, int width)
{
  int height, one;

  gtk_widget_measure (group, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_first_child (group), GTK_ORIENTATION_VERTICAL, -1, &one, NULL,
                      NULL, NULL);
  return (guint) (height / one);
}

static void
test_folds (void)
{
  g_autoptr (GtkWidget) group = g_object_ref_sink (make ());
  int minimum, natural;

  gtk_widget_measure (group, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <, natural / 2);
  g_assert_cmpuint (count_rows (group, natural), ==, 1);
  g_assert_cmpuint (count_rows (group, natural - 1), ==, 2);
  g_assert_cmpuint (count_rows (group, minimum), ==, 4);
}

/* No two choices overlap, all lie inside, whatever the width. */
static void
test_allocation (void)
{
  GtkWidget *group = make ();
  GtkWidget *window = km_test_show (group, 400, 200);
  int minimum, natural, height;

  gtk_widget_measure (group, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  for (int width = minimum; width < natural + 50; width += 7)
    {
      gtk_widget_measure (group, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_allocate (group, width, height, -1, NULL);
      for (GtkWidget *a = gtk_widget_get_first_child (group); a != NULL;
           a = gtk_widget_get_next_sibling (a))
        {
          graphene_rect_t box, other;

          g_assert_true (gtk_widget_compute_bounds (a, group, &box));
          g_assert_cmpfloat (box.origin.x + box.size.width, <=, width);
          for (GtkWidget *b = gtk_widget_get_next_sibling (a); b != NULL;
               b = gtk_widget_get_next_sibling (b))
            {
              g_assert_true (gtk_widget_compute_bounds (b, group, &other));
              g_assert_false (graphene_rect_intersection (&box, &other, NULL));
            }
        }
    }
  km_test_close (window);
}

static void
test_keys (void)
{
  GtkWidget *group = make ();
  GtkWidget *window = km_test_show (group, 400, 100);
  KmSegmented *self = KM_SEGMENTED (group);

  km_segmented_set_active (self, "behind");
  /* Tab goes to the choice, the arrows move it, round at the end; Tab leaves. */
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_focus (GTK_WINDOW (window)))),
                   ==, "Behind");
  gtk_widget_child_focus (window, GTK_DIR_RIGHT);
  g_assert_cmpstr (km_segmented_get_active (self), ==, "below");
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_cmpstr (km_segmented_get_active (self), ==, "front");
  gtk_widget_child_focus (window, GTK_DIR_LEFT);
  g_assert_cmpstr (km_segmented_get_active (self), ==, "below");
  gtk_widget_set_direction (group, GTK_TEXT_DIR_RTL);
  gtk_widget_child_focus (window, GTK_DIR_RIGHT);
  g_assert_cmpstr (km_segmented_get_active (self), ==, "behind");
  g_assert_false (gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD));
  km_test_close (window);
}

int
main (int argc, char **argv)
{
  km_test_init (&argc, &argv);
  g_test_add_func ("/segmented/active", test_active);
  g_test_add_func ("/segmented/folds", test_folds);
  g_test_add_func ("/segmented/allocation", test_allocation);
  g_test_add_func ("/segmented/keys", test_keys);
  return g_test_run ();
}
