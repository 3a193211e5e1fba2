/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-pair.h"
#include "km-test-window.h"

#define GAP 6

static GtkWidget *
make_box (int width, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (box, width, height);
  return box;
}

static void
get_bounds (GtkWidget *pair, GtkWidget *child, int width, graphene_rect_t *bounds)
{
  int height;

  gtk_widget_measure (pair, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (pair, &(GtkAllocation){ 0, 0, width, height }, -1);
  g_assert_true (gtk_widget_compute_bounds (child, pair, bounds));
}

/* Side by side while both fit, else one above the other; never wider than the wider one. */
static void
test_stacks (void)
{
  GtkWidget *first = make_box (100, 30);
  GtkWidget *second = make_box (60, 20);
  g_autoptr (GtkWidget) pair = g_object_ref_sink (km_pair_new (first, second, GAP));
  graphene_rect_t bounds;
  int minimum, natural, height;

  gtk_widget_measure (pair, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 100 + GAP + 60);
  gtk_widget_measure (pair, GTK_ORIENTATION_VERTICAL, natural, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 30);
  gtk_widget_measure (pair, GTK_ORIENTATION_VERTICAL, natural - 1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, ==, 30 + GAP + 20);
  get_bounds (pair, second, natural + 40, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, natural + 40 - 60);
  g_assert_cmpfloat (bounds.origin.y, ==, 0);
  get_bounds (pair, second, natural - 1, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_cmpfloat (bounds.origin.y, ==, 30 + GAP);
}

/* Reading from the right, the first one is at the right. */
static void
test_rtl (void)
{
  GtkWidget *first = make_box (100, 30);
  GtkWidget *second = make_box (60, 20);
  g_autoptr (GtkWidget) pair = g_object_ref_sink (km_pair_new (first, second, GAP));
  graphene_rect_t bounds;

  gtk_widget_set_direction (pair, GTK_TEXT_DIR_RTL);
  get_bounds (pair, second, 200, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  get_bounds (pair, first, 200, &bounds);
  g_assert_cmpfloat (bounds.origin.x, ==, 60 + GAP);
  g_assert_cmpfloat (bounds.size.width, ==, 200 - 60 - GAP);
}

int
main (int argc, char **argv)
{
  km_test_init (&argc, &argv);
  g_test_add_func ("/pair/stacks", test_stacks);
  g_test_add_func ("/pair/rtl", test_rtl);
  return g_test_run ();
}
