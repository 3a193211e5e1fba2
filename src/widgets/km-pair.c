/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-pair.h"

#define DEFAULT_SPACING 6

/**
 * KmPair:
 *
 * Two widgets side by side, the first as wide as it can be; one above the other where there is no
 * room for that, as in a narrow window with large text. In a structure file it has both as
 * children. CSS node `pair`.
 */
struct _KmPair
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
  int spacing;
};

static void km_pair_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KmPair,
                               km_pair,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, km_pair_buildable_init))

static int
measure_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_natural (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_row_width (KmPair *self)
{
  return measure_minimum (self->first) + self->spacing + measure_minimum (self->second);
}

static gboolean
is_stacked (KmPair *self, int width)
{
  return width >= 0 && width < get_row_width (self);
}

/* Beside the first one, the second is as wide as it wants to be, if the first can do with the rest.
 */
static int
get_second_width (KmPair *self, int width)
{
  int most = width - self->spacing - measure_minimum (self->first);

  return MAX (measure_minimum (self->second), MIN (measure_natural (self->second), most));
}

static void
measure_width (KmPair *self, int *minimum, int *natural)
{
  *minimum = MAX (measure_minimum (self->first), measure_minimum (self->second));
  *natural = measure_natural (self->first) + self->spacing + measure_natural (self->second);
}

static void
measure_height (KmPair *self, int width, int *minimum, int *natural)
{
  gboolean stacked = is_stacked (self, width);
  int second_width = width < 0 || stacked ? width : get_second_width (self, width);
  int first_width = width < 0 || stacked ? width : width - self->spacing - second_width;
  int minimums[2];
  int naturals[2];

  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, first_width, &minimums[0],
                      &naturals[0], NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_VERTICAL, second_width, &minimums[1],
                      &naturals[1], NULL, NULL);
  if (stacked)
    {
      *minimum = minimums[0] + self->spacing + minimums[1];
      *natural = naturals[0] + self->spacing + naturals[1];
    }
  else
    {
      *minimum = MAX (minimums[0], minimums[1]);
      *natural = MAX (naturals[0], naturals[1]);
    }
}

static void
km_pair_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (KM_PAIR (widget), minimum, natural);
  else
    measure_height (KM_PAIR (widget), for_size, minimum, natural);
}

static void
allocate_stacked (KmPair *self, int width, int height)
{
  int top;

  gtk_widget_measure (self->first, GTK_ORIENTATION_VERTICAL, width, &top, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->first, &(GtkAllocation){ 0, 0, width, top }, -1);
  top += self->spacing;
  gtk_widget_size_allocate (self->second, &(GtkAllocation){ 0, top, width, height - top }, -1);
}

static void
allocate_row (KmPair *self, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int second_width = get_second_width (self, width);
  int first_width = width - self->spacing - second_width;
  int first_x = rtl ? second_width + self->spacing : 0;
  int second_x = rtl ? 0 : first_width + self->spacing;

  gtk_widget_size_allocate (self->first, &(GtkAllocation){ first_x, 0, first_width, height }, -1);
  gtk_widget_size_allocate (self->second, &(GtkAllocation){ second_x, 0, second_width, height },
                            -1);
}

static void
km_pair_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmPair *self = KM_PAIR (widget);

  if (is_stacked (self, width))
    allocate_stacked (self, width, height);
  else
    allocate_row (self, width, height);
}

static GtkSizeRequestMode
km_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
km_pair_dispose (GObject *object)
{
  KmPair *self = KM_PAIR (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (km_pair_parent_class)->dispose (object);
}

static void
km_pair_class_init (KmPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_pair_dispose;
  widget_class->get_request_mode = km_pair_get_request_mode;
  widget_class->measure = km_pair_measure;
  widget_class->size_allocate = km_pair_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "pair");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_pair_init (KmPair *self)
{
  self->spacing = DEFAULT_SPACING;
}

static void
take_child (KmPair *self, GtkWidget *child)
{
  GtkWidget **place = self->first == NULL ? &self->first : &self->second;

  g_return_if_fail (*place == NULL);
  *place = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
km_pair_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  take_child (KM_PAIR (buildable), GTK_WIDGET (child));
}

static void
km_pair_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = km_pair_add_child;
}

/**
 * km_pair_new:
 * @first: what gets the room that is left over
 * @second: what stands at the end
 * @spacing: px between them
 *
 * Returns: (transfer floating): both of them
 */
GtkWidget *
km_pair_new (GtkWidget *first, GtkWidget *second, int spacing)
{
  KmPair *self = g_object_new (KM_TYPE_PAIR, NULL);

  self->spacing = spacing;
  take_child (self, first);
  take_child (self, second);
  return GTK_WIDGET (self);
}
