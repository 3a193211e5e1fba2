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

/* How a width is shared out: what the expanding child gets, and whether the others have to do with
 * their minimum for it to get its own. */
typedef struct
{
  int rest;
  gboolean tight;
} Share;

static int
width_of (GtkWidget *child, gboolean tight)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return tight ? minimum : natural;
}

/* What all but the expanding child take, spacing included; and what that one needs at least. */
static int
taken (KmRow *self, gboolean tight, int *needed)
{
  int width = 0;
  gboolean first = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;
      if (!first)
        width += self->spacing;
      first = FALSE;
      if (gtk_widget_get_hexpand (child))
        *needed = width_of (child, TRUE);
      else
        width += width_of (child, tight);
    }
  return width;
}

static Share
share_out (KmRow *self, int width)
{
  int needed = 0;
  int rest = width - taken (self, FALSE, &needed);

  if (rest >= needed)
    return (Share){ rest, FALSE };
  return (Share){ MAX (width - taken (self, TRUE, &needed), 0), TRUE };
}

static void
measure_width (KmRow *self, int *minimum, int *natural)
{
  int needed = 0;

  *minimum = taken (self, TRUE, &needed);
  *minimum += needed;
  *natural = taken (self, FALSE, &needed);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child) && gtk_widget_get_hexpand (child))
      *natural += width_of (child, FALSE);
}

static int
width_in (GtkWidget *child, const Share *share)
{
  return gtk_widget_get_hexpand (child) ? share->rest : width_of (child, share->tight);
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
  Share share = { -1, FALSE };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  if (for_size >= 0)
    share = share_out (self, for_size);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size >= 0 ? width_in (child, &share) : -1,
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
  Share share = share_out (self, width);
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { x, 0, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;
      allocation.width = width_in (child, &share);
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
