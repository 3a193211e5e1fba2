/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-clamp.h"

/* The font the measures of the design were taken with: 11 pt at 96 dpi, in px. */
#define DESIGN_FONT_SIZE 14.667

/**
 * KmClamp:
 *
 * Keeps its child from growing wider than a measure that follows the user's font, and asks for that
 * measure. CSS node `clamp`.
 */
struct _KmClamp
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int maximum;    /* px at the font of the design; 0 when it is counted in characters */
  int characters; /* of running text */
};

G_DEFINE_FINAL_TYPE (KmClamp, km_clamp, GTK_TYPE_WIDGET)

/**
 * km_clamp_scale:
 * @widget: a widget
 * @pixels: a length in px at the font the design was made with
 *
 * Returns: the same length in px at the font of @widget
 */
int
km_clamp_scale (GtkWidget *widget, int pixels)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= MAX (pango_cairo_context_get_resolution (context), 1.0) / 72.0;
  return size > 0 ? (int) (pixels * size / DESIGN_FONT_SIZE) : pixels;
}

/* What Pango takes for the width of a character is that of a pangram. The letters of running text
 * are narrower, in most fonts by a twentieth. */
static int
text_width (GtkWidget *widget, int characters)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (characters * width * 19 / 20);
}

static int
get_limit (KmClamp *self)
{
  return self->characters > 0 ? text_width (GTK_WIDGET (self), self->characters)
                              : km_clamp_scale (GTK_WIDGET (self), self->maximum);
}

static int
clamp_width (KmClamp *self, int width)
{
  int minimum;
  int limit = get_limit (self);

  if (width < 0)
    return width;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return MIN (width, MAX (limit, minimum));
}

static void
km_clamp_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  KmClamp *self = KM_CLAMP (widget);

  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = clamp_width (self, for_size);
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, get_limit (self));
}

static void
km_clamp_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmClamp *self = KM_CLAMP (widget);
  GtkAllocation allocation = { 0, 0, width, height };

  if (self->child == NULL)
    return;
  allocation.width = clamp_width (self, width);
  allocation.x = (width - allocation.width) / 2;
  gtk_widget_size_allocate (self->child, &allocation, -1);
}

static GtkSizeRequestMode
km_clamp_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
km_clamp_dispose (GObject *object)
{
  KmClamp *self = KM_CLAMP (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (km_clamp_parent_class)->dispose (object);
}

static void
km_clamp_class_init (KmClampClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_clamp_dispose;
  widget_class->measure = km_clamp_measure;
  widget_class->size_allocate = km_clamp_size_allocate;
  widget_class->get_request_mode = km_clamp_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "clamp");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_clamp_init (KmClamp *self)
{
  self->maximum = 580;
}

/**
 * km_clamp_new:
 * @maximum: widest the child may get, in px at the font the design was made with
 *
 * Returns: (transfer floating): a clamp
 */
GtkWidget *
km_clamp_new (int maximum)
{
  KmClamp *self = g_object_new (KM_TYPE_CLAMP, NULL);

  self->maximum = maximum;
  return GTK_WIDGET (self);
}

/**
 * km_clamp_new_for_text:
 * @characters: how many characters of running text a line may have
 *
 * Returns: (transfer floating): a clamp
 */
GtkWidget *
km_clamp_new_for_text (int characters)
{
  KmClamp *self = g_object_new (KM_TYPE_CLAMP, NULL);

  self->characters = characters;
  return GTK_WIDGET (self);
}

/**
 * km_clamp_set_child:
 * @self: a clamp
 * @child: (nullable): its child
 */
void
km_clamp_set_child (KmClamp *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

GtkWidget *
km_clamp_get_child (KmClamp *self)
{
  return self->child;
}
