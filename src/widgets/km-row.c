/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-row.h"

/**
 * KmRow:
 *
 * What a horizontal box does for a bullet and its text, without the cost: to find its height a
 * GtkBox of GTK 4.8 lays a wrapping label out some ninety times, this once. CSS node `box`.
 */
struct _KmRow
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (KmRow, km_row, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What the child that expands gets of @width. */
static int
rest_of (KmRow *self, int width)
{
  gboolean first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      if (!first)
        width -= self->spacing;
      first = FALSE;
      if (!gtk_widget_get_hexpand (child))
        width -= natural_width (child);
    }
  return MAX (width, 0);
}

static void
measure_width (KmRow *self, int *minimum, int *natural)
{
  gboolean first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      if (!first)
        {
          *minimum += self->spacing;
          *natural += self->spacing;
        }
      first = FALSE;
      *minimum += gtk_widget_get_hexpand (child) ? child_minimum : child_natural;
      *natural += child_natural;
    }
}

static void
km_row_measure (GtkWidget *widget,
                GtkOrientation orientation,
                int for_size,
                int *minimum,
                int *natural,
                int *minimum_baseline,
                int *natural_baseline)
{
  KmRow *self = KM_ROW (widget);
  int rest = for_size >= 0 ? rest_of (self, for_size) : -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, gtk_widget_get_hexpand (child) ? rest : -1,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
km_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmRow *self = KM_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int rest = rest_of (self, width);
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { x, 0, rest, height };

      if (!gtk_widget_should_layout (child))
        continue;
      if (!gtk_widget_get_hexpand (child))
        allocation.width = natural_width (child);
      if (rtl)
        allocation.x = width - x - allocation.width;
      gtk_widget_size_allocate (child, &allocation, -1);
      x += allocation.width + self->spacing;
    }
}

static GtkSizeRequestMode
km_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
km_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (km_row_parent_class)->dispose (object);
}

static void
km_row_class_init (KmRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_row_dispose;
  widget_class->measure = km_row_measure;
  widget_class->size_allocate = km_row_size_allocate;
  widget_class->get_request_mode = km_row_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "box");
}

static void
km_row_init (KmRow *self)
{
}

/**
 * km_row_new:
 * @role: what it is for assistive technology
 * @spacing: space between its children, in px
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
km_row_new (GtkAccessibleRole role, int spacing)
{
  KmRow *self = g_object_new (KM_TYPE_ROW, "accessible-role", role, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * km_row_append:
 * @row: a row
 * @child: its next child; the one that is to take the rest expands
 */
void
km_row_append (GtkWidget *row, GtkWidget *child)
{
  gtk_widget_set_parent (child, row);
}
