/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-picture.h"

#include "km-figure.h"
#include "km-theme.h"

#include <math.h>

/**
 * KmPicture:
 *
 * CSS node `picture`.
 */
struct _KmPicture
{
  GtkWidget parent_instance;

  KmAtlas *atlas;
  KmView view;
  KmLayer layer;
  char **structures;
  char **spots;
  char *exercise;
  KmBounds crop;
  gboolean cropped;
  gboolean mirrored;
  int width;
  int height;

  GdkTexture *texture;
  double texture_scale;
  KmArtTheme texture_theme;
};

G_DEFINE_FINAL_TYPE (KmPicture, km_picture, GTK_TYPE_WIDGET)

static void
paint_over (cairo_surface_t *below, cairo_surface_t *above)
{
  cairo_t *cr = cairo_create (below);

  if (above != NULL)
    {
      cairo_set_source_surface (cr, above, 0, 0);
      cairo_paint (cr);
      cairo_surface_destroy (above);
    }
  cairo_destroy (cr);
}

static cairo_surface_t *
render_knee (KmPicture *self, KmArtTheme theme, double scale)
{
  KmDrawing *drawing = km_atlas_get_drawing (self->atlas, self->view, NULL);
  KmRendering rendering = { self->layer, theme, scale, self->mirrored };
  const char *const *spots = (const char *const *) self->spots;
  cairo_surface_t *surface;

  if (drawing == NULL)
    return NULL;
  surface = km_drawing_render (drawing, &rendering, NULL);
  if (surface != NULL && self->structures != NULL && *self->structures != NULL)
    paint_over (surface, km_drawing_render_lit (drawing, &rendering,
                                                (const char *const *) self->structures, NULL));
  if (surface != NULL && km_extent_find (spots, KM_EXTENT_FINGER) == KM_EXTENT_ALL)
    paint_over (surface,
                km_drawing_render_extent (drawing, &rendering, spots, KM_EXTENT_ALL, NULL));
  return surface;
}

/* A dot on each spot, two-toned so that it shows on every tissue. */
static void
draw_spots (KmPicture *self, cairo_surface_t *surface, double scale)
{
  KmDrawing *drawing = km_atlas_get_drawing (self->atlas, self->view, NULL);
  cairo_t *cr = cairo_create (surface);

  for (char **spot = self->spots; spot != NULL && *spot != NULL; spot++)
    {
      const KmMask *mask = km_drawing_get_mask (drawing, *spot, self->mirrored, NULL);

      for (guint i = 0; mask != NULL && i < km_mask_get_n_parts (mask); i++)
        {
          KmPoint at = km_mask_get_label_point (mask, i);

          cairo_arc (cr, at.x * scale, at.y * scale, MAX (self->cropped ? 7.5 : 4.5, 13 * scale), 0,
                     2 * G_PI);
          cairo_set_source_rgb (cr, 1, 1, 1);
          cairo_fill (cr);
          cairo_arc (cr, at.x * scale, at.y * scale, MAX (self->cropped ? 5.5 : 3, 9.5 * scale), 0,
                     2 * G_PI);
          cairo_set_source_rgb (cr, 0x0b / 255.0, 0x6e / 255.0, 0x6a / 255.0);
          cairo_fill (cr);
        }
    }
  cairo_destroy (cr);
}

static KmBounds
source_bounds (KmPicture *self)
{
  if (self->exercise != NULL)
    return (KmBounds){ 0, 0, KM_FIGURE_WIDTH, KM_FIGURE_HEIGHT };
  if (self->cropped)
    return self->crop;
  return (KmBounds){ 0, 0, KM_DRAWING_WIDTH, KM_DRAWING_HEIGHT };
}

static void
update_texture (KmPicture *self, double scale, KmArtTheme theme)
{
  cairo_surface_t *surface;

  if (self->texture != NULL && fabs (self->texture_scale - scale) < 1e-6
      && self->texture_theme == theme)
    return;
  g_clear_object (&self->texture);
  if (self->exercise != NULL)
    surface = km_figure_render (self->exercise, theme, scale, NULL);
  else
    surface = render_knee (self, theme, scale);
  if (surface == NULL)
    return;
  if (self->exercise == NULL)
    draw_spots (self, surface, scale);
  self->texture = km_theme_texture_new (surface);
  self->texture_scale = scale;
  self->texture_theme = theme;
  cairo_surface_destroy (surface);
}

static void
km_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KmPicture *self = KM_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int factor = gtk_widget_get_scale_factor (widget);
  KmBounds source = source_bounds (self);
  double scale = MIN (width / source.width, height / source.height);
  double full_width;
  double full_height;

  if (scale <= 0)
    return;
  update_texture (self, scale * factor, km_theme_get (widget));
  if (self->texture == NULL)
    return;
  full_width = (double) gdk_texture_get_width (self->texture) / factor;
  full_height = (double) gdk_texture_get_height (self->texture) / factor;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_append_texture (
      snapshot, self->texture,
      &GRAPHENE_RECT_INIT ((float) ((width - source.width * scale) / 2 - source.x * scale),
                           (float) ((height - source.height * scale) / 2 - source.y * scale),
                           (float) full_width, (float) full_height));
  gtk_snapshot_pop (snapshot);
}

static void
km_picture_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  KmPicture *self = KM_PICTURE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (self->width, 96);
      *natural = self->width;
    }
  else
    {
      int height = for_size >= 0 && for_size < self->width
                       ? self->height * for_size / MAX (self->width, 1)
                       : self->height;

      *minimum = *natural = height;
    }
}

static GtkSizeRequestMode
km_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
on_theme_changed (KmPicture *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
km_picture_root (GtkWidget *widget)
{
  GtkSettings *settings;

  GTK_WIDGET_CLASS (km_picture_parent_class)->root (widget);
  settings = gtk_widget_get_settings (widget);
  g_signal_connect_object (settings, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (on_theme_changed), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-theme-name", G_CALLBACK (on_theme_changed),
                           widget, G_CONNECT_SWAPPED);
}

static void
km_picture_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), on_theme_changed, widget);
  GTK_WIDGET_CLASS (km_picture_parent_class)->unroot (widget);
}

static void
km_picture_finalize (GObject *object)
{
  KmPicture *self = KM_PICTURE (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->texture);
  g_strfreev (self->structures);
  g_strfreev (self->spots);
  g_free (self->exercise);
  G_OBJECT_CLASS (km_picture_parent_class)->finalize (object);
}

static void
km_picture_class_init (KmPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = km_picture_finalize;
  widget_class->measure = km_picture_measure;
  widget_class->snapshot = km_picture_snapshot;
  widget_class->root = km_picture_root;
  widget_class->unroot = km_picture_unroot;
  widget_class->get_request_mode = km_picture_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "picture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
km_picture_init (KmPicture *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * km_picture_new_for_knee:
 * @atlas: the drawings
 * @view: view to show
 * @layer: layer to show
 * @structures: (nullable) (array zero-terminated=1): structures to light
 * @spots: (nullable) (array zero-terminated=1): spots to mark
 *
 * Returns: (transfer floating): a picture of the right knee
 */
GtkWidget *
km_picture_new_for_knee (KmAtlas *atlas,
                         KmView view,
                         KmLayer layer,
                         const char *const *structures,
                         const char *const *spots)
{
  KmPicture *self = g_object_new (KM_TYPE_PICTURE, NULL);

  self->atlas = g_object_ref (atlas);
  self->view = view;
  self->layer = layer;
  self->structures = g_strdupv ((char **) structures);
  self->spots = g_strdupv ((char **) spots);
  self->width = 220;
  self->height = 330;
  return GTK_WIDGET (self);
}

/**
 * km_picture_new_for_exercise:
 * @exercise_id: an exercise
 *
 * Returns: (transfer floating): the figure of the exercise, start and end
 */
GtkWidget *
km_picture_new_for_exercise (const char *exercise_id)
{
  KmPicture *self = g_object_new (KM_TYPE_PICTURE, NULL);

  self->exercise = g_strdup (exercise_id);
  self->width = KM_FIGURE_WIDTH;
  self->height = KM_FIGURE_HEIGHT;
  return GTK_WIDGET (self);
}

/**
 * km_picture_set_size:
 * @self: a picture
 * @width: width it would like, in px
 * @height: height at that width, in px
 */
void
km_picture_set_size (KmPicture *self, int width, int height)
{
  self->width = width;
  self->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * km_picture_set_crop:
 * @self: a picture of the knee
 * @crop: the part of the drawing to show, in drawing units
 */
void
km_picture_set_crop (KmPicture *self, const KmBounds *crop)
{
  self->crop = *crop;
  self->cropped = TRUE;
  g_clear_object (&self->texture);
}

/**
 * km_picture_set_mirrored:
 * @self: a picture of the knee
 * @mirrored: whether it is the left knee
 */
void
km_picture_set_mirrored (KmPicture *self, gboolean mirrored)
{
  if (self->mirrored == mirrored)
    return;
  self->mirrored = mirrored;
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
