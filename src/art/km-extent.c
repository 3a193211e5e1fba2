/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-drawing-private.h"

/* The place "All over" says the size as well. */
#define WHOLE "whole"
/* All in drawing units. */
#define HAND 34
#define JOINT_X 200
#define JOINT_Y 292
#define JOINT_RADIUS_X 178
#define JOINT_RADIUS_Y 132
#define OUTER_LINE 5
#define INNER_LINE 2.4
/* How much of the mark lies over the whole area: the tissue must stay itself. */
#define TINT 0.12

static void
set_mark (cairo_t *cr, const KmRendering *rendering, double alpha)
{
  if (rendering->theme >= KM_ART_HIGH_CONTRAST)
    cairo_set_source_rgba (cr, 0, 0, 0, alpha);
  else
    cairo_set_source_rgba (cr, 0x0b / 255.0, 0x6e / 255.0, 0x6a / 255.0, alpha);
}

static void
append_spots (KmDrawing *self, cairo_t *cr, const char *const *spots)
{
  for (; *spots != NULL; spots++)
    {
      const KmMask *mask = km_drawing_get_mask (self, *spots, FALSE, NULL);

      if (mask != NULL)
        km_mask_append_path (mask, cr);
    }
}

/* Grows the path by @by to all sides, in whatever source is set. */
static void
swell (cairo_t *cr, double by)
{
  cairo_set_line_width (cr, 2 * by);
  cairo_stroke_preserve (cr);
  cairo_fill_preserve (cr);
}

/* The place that a hand on the spots would cover: one over the other from large to small, so that
 * spots close together get one ring. */
static void
draw_hand (KmDrawing *self, cairo_t *cr, const KmRendering *rendering, const char *const *spots)
{
  cairo_push_group (cr);
  append_spots (self, cr, spots);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_source_rgba (cr, 1, 1, 1, 1);
  swell (cr, HAND + OUTER_LINE / 2.0);
  set_mark (cr, rendering, 1);
  swell (cr, HAND + INNER_LINE / 2.0);
  cairo_set_source_rgba (cr, 1, 1, 1, 1);
  swell (cr, HAND - INNER_LINE / 2.0);
  set_mark (cr, rendering, TINT);
  swell (cr, HAND - OUTER_LINE / 2.0);
  cairo_pop_group_to_source (cr);
  cairo_new_path (cr);
  cairo_paint (cr);
}

static void
draw_joint (cairo_t *cr, const KmRendering *rendering)
{
  cairo_save (cr);
  cairo_translate (cr, JOINT_X, JOINT_Y);
  cairo_scale (cr, JOINT_RADIUS_X, JOINT_RADIUS_Y);
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
  set_mark (cr, rendering, TINT);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, OUTER_LINE);
  cairo_stroke_preserve (cr);
  set_mark (cr, rendering, 1);
  cairo_set_line_width (cr, INNER_LINE);
  cairo_stroke (cr);
}

/**
 * km_extent_find:
 * @spots: (nullable) (array zero-terminated=1): the sore spots
 * @extent: how large the sore area is said to be
 *
 * Returns: how large the area is that is to be marked: a finger's, which needs no mark, as long as
 * there is no spot; all of the joint where it is sore all over
 */
KmExtent
km_extent_find (const char *const *spots, KmExtent extent)
{
  if (spots == NULL || *spots == NULL)
    return KM_EXTENT_FINGER;
  return g_strv_contains (spots, WHOLE) ? KM_EXTENT_ALL : extent;
}

/**
 * km_drawing_render_extent:
 * @self: a drawing
 * @rendering: how to render it; the layer does not count
 * @spots: (array zero-terminated=1): the sore spots; those of other views may be among them
 * @extent: how large the sore area is
 * @error: return location for a #KmArtError
 *
 * Renders what is drawn over the layer, but under the spots, to show how large the sore area is. It
 * has two tones, like all marks, and never goes beyond the leg.
 *
 * Returns: (transfer full) (nullable): an ARGB32 image surface, clear but for the mark
 */
cairo_surface_t *
km_drawing_render_extent (KmDrawing *self,
                          const KmRendering *rendering,
                          const char *const *spots,
                          KmExtent extent,
                          GError **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  surface = km_rendering_begin (rendering, &cr);
  done = km_rendering_draw_leg (self, cr, error);
  cairo_push_group (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (extent == KM_EXTENT_ALL)
    draw_joint (cr, rendering);
  else if (extent == KM_EXTENT_HAND)
    draw_hand (self, cr, rendering, spots);
  cairo_pop_group_to_source (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_IN);
  cairo_paint (cr);
  if (done)
    km_rendering_fade_ends (cr);
  return km_rendering_end (surface, cr, rendering, done);
}
