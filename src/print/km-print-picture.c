/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-print-picture.h"

#include "km-figure.h"

#include <math.h>

/* Pixels in a point: 300 in an inch. */
#define RESOLUTION (300.0 / 72.0)

/* The part of a drawing that is printed: its ends fade to nothing. */
#define CROP_TOP 16.0
#define CROP_BOTTOM 16.0
#define CROP_SIDE 6.0
#define CROP_WIDTH (KM_DRAWING_WIDTH - 2 * CROP_SIDE)
#define CROP_HEIGHT (KM_DRAWING_HEIGHT - CROP_TOP - CROP_BOTTOM)

struct _KmPrintPicture
{
  KmAtlas *atlas;
  KmView view;
  KmLayer layer;
  gboolean mirrored;
  char **structures;
  char **spots;
  guint *numbers;
  char *exercise;
  cairo_surface_t *surface; /* rendered when first drawn: a preview draws a page many times */
  double scale;
};

/**
 * km_print_picture_new_knee:
 * @atlas: the drawings
 * @view: view to show
 * @layer: layer to show
 * @structures: (nullable) (array zero-terminated=1): structures to light
 * @spots: (nullable) (array zero-terminated=1): spots to mark
 * @mirrored: whether it is the left knee
 *
 * Returns: (transfer full): a picture of the knee
 */
KmPrintPicture *
km_print_picture_new_knee (KmAtlas *atlas,
                           KmView view,
                           KmLayer layer,
                           const char *const *structures,
                           const char *const *spots,
                           gboolean mirrored)
{
  KmPrintPicture *self = g_new0 (KmPrintPicture, 1);

  self->atlas = g_object_ref (atlas);
  self->view = view;
  self->layer = layer;
  self->mirrored = mirrored;
  self->structures = g_strdupv ((char **) structures);
  self->spots = g_strdupv ((char **) spots);
  return self;
}

/**
 * km_print_picture_new_figure:
 * @exercise_id: an exercise
 *
 * Returns: (transfer full): the figure of the exercise, start and end
 */
KmPrintPicture *
km_print_picture_new_figure (const char *exercise_id)
{
  KmPrintPicture *self = g_new0 (KmPrintPicture, 1);

  self->exercise = g_strdup (exercise_id);
  return self;
}

/**
 * km_print_picture_set_numbers:
 * @self: a picture of the knee
 * @numbers: a number for each of its spots
 *
 * Shows the whole shape of each spot with its number, rather than a dot.
 */
void
km_print_picture_set_numbers (KmPrintPicture *self, const guint *numbers)
{
  guint n = self->spots != NULL ? g_strv_length (self->spots) : 0;

  g_free (self->numbers);
  self->numbers = g_memdup2 (numbers, n * sizeof *numbers);
}

void
km_print_picture_free (KmPrintPicture *self)
{
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_strfreev (self->structures);
  g_strfreev (self->spots);
  g_free (self->numbers);
  g_free (self->exercise);
  g_free (self);
}

/**
 * km_print_picture_get_ratio:
 * @self: a picture
 *
 * Returns: its height when it is 1 wide
 */
double
km_print_picture_get_ratio (const KmPrintPicture *self)
{
  if (self->exercise != NULL)
    return (double) KM_FIGURE_HEIGHT / KM_FIGURE_WIDTH;
  return CROP_HEIGHT / CROP_WIDTH;
}

static void
paint (cairo_t *cr, cairo_surface_t *surface)
{
  if (surface == NULL)
    return;
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
}

/* On white, so that a printer has no transparency to deal with. */
static cairo_surface_t *
render_knee (KmPrintPicture *self, KmDrawing *drawing, double scale)
{
  KmRendering rendering = { self->layer, KM_ART_LIGHT, scale, self->mirrored };
  const char *const *spots = (const char *const *) self->spots;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (CROP_WIDTH * scale), (int) ceil (CROP_HEIGHT * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -floor (CROP_SIDE * scale), -floor (CROP_TOP * scale));
  paint (cr, km_drawing_render (drawing, &rendering, NULL));
  if (self->structures != NULL && *self->structures != NULL)
    paint (cr, km_drawing_render_lit (drawing, &rendering, (const char *const *) self->structures,
                                      NULL));
  if (km_extent_find (spots, KM_EXTENT_FINGER) == KM_EXTENT_ALL)
    paint (cr, km_drawing_render_extent (drawing, &rendering, spots, KM_EXTENT_ALL, NULL));
  cairo_destroy (cr);
  return surface;
}

static void
set_mark_colour (cairo_t *cr, double alpha)
{
  cairo_set_source_rgba (cr, 0x0b / 255.0, 0x6e / 255.0, 0x6a / 255.0, alpha);
}

/* Two tones, so that the dot shows on every tissue and on grey paper. */
static void
draw_dot (cairo_t *cr, KmPoint at, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, radius * 1.35, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_arc (cr, at.x, at.y, radius, 0, 2 * G_PI);
  set_mark_colour (cr, 1);
  cairo_fill (cr);
}

static void
draw_number (cairo_t *cr, KmPoint at, double radius, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  cairo_text_extents_t extents;

  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, radius * 1.5);
  cairo_text_extents (cr, text, &extents);
  cairo_move_to (cr, at.x - extents.x_bearing - extents.width / 2,
                 at.y - extents.y_bearing - extents.height / 2);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_show_text (cr, text);
}

static void
draw_shape (cairo_t *cr, const KmMask *mask)
{
  cairo_new_path (cr);
  km_mask_append_path (mask, cr);
  set_mark_colour (cr, 0.55);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  set_mark_colour (cr, 1);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

static void
draw_spots (KmPrintPicture *self, KmDrawing *drawing, cairo_t *cr)
{
  for (guint i = 0; self->spots != NULL && self->spots[i] != NULL; i++)
    {
      const KmMask *mask = km_drawing_get_mask (drawing, self->spots[i], self->mirrored, NULL);

      if (mask == NULL)
        continue;
      if (self->numbers != NULL)
        draw_shape (cr, mask);
      for (guint part = 0; part < km_mask_get_n_parts (mask); part++)
        {
          KmPoint at = km_mask_get_label_point (mask, part);

          draw_dot (cr, at, self->numbers != NULL ? 15 : 9.5);
          if (self->numbers != NULL)
            draw_number (cr, at, 15, self->numbers[i]);
        }
    }
}

static void
draw_knee (KmPrintPicture *self, cairo_t *cr, double width)
{
  KmDrawing *drawing = km_atlas_get_drawing (self->atlas, self->view, NULL);
  double scale = width / CROP_WIDTH;

  if (drawing == NULL)
    return;
  if (self->surface == NULL || fabs (self->scale - scale) > 1e-6)
    {
      g_clear_pointer (&self->surface, cairo_surface_destroy);
      self->surface = render_knee (self, drawing, scale * RESOLUTION);
      self->scale = scale;
    }
  cairo_save (cr);
  cairo_scale (cr, 1 / RESOLUTION, 1 / RESOLUTION);
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -CROP_SIDE, -CROP_TOP);
  draw_spots (self, drawing, cr);
}

/**
 * km_print_picture_draw:
 * @self: a picture
 * @cr: where to, the origin at its top left corner
 * @width: how wide, in units of @cr
 *
 * Draws the picture; leaves its place white if it cannot be read.
 */
void
km_print_picture_draw (KmPrintPicture *self, cairo_t *cr, double width)
{
  cairo_save (cr);
  if (self->exercise != NULL)
    km_figure_draw (self->exercise, KM_ART_LIGHT, cr, width, NULL);
  else
    draw_knee (self, cr, width);
  cairo_restore (cr);
}
