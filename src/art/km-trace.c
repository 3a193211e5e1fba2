/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-trace-private.h"

#include <math.h>

/* Marching squares: the outline runs where the coverage crosses a half, interpolated between
 * samples, which makes it good to a small part of a sample. */

#define HALF 127.5

typedef struct
{
  const guchar *data;
  int stride;
  int width;
  int height;
} Grid;

enum
{
  TOP,
  RIGHT,
  BOTTOM,
  LEFT,
};

/* For each cell (bits: 1 top left, 2 top right, 4 bottom right, 8 bottom left) up to two steps from
 * one side of the cell to another, with the inside on the left. */
static const signed char steps[16][4] = {
  { -1, -1, -1, -1 },      { LEFT, TOP, -1, -1 },        { TOP, RIGHT, -1, -1 },
  { LEFT, RIGHT, -1, -1 }, { RIGHT, BOTTOM, -1, -1 },    { LEFT, TOP, RIGHT, BOTTOM },
  { TOP, BOTTOM, -1, -1 }, { LEFT, BOTTOM, -1, -1 },     { BOTTOM, LEFT, -1, -1 },
  { BOTTOM, TOP, -1, -1 }, { TOP, RIGHT, BOTTOM, LEFT }, { BOTTOM, RIGHT, -1, -1 },
  { RIGHT, LEFT, -1, -1 }, { RIGHT, TOP, -1, -1 },       { TOP, LEFT, -1, -1 },
  { -1, -1, -1, -1 },
};

static inline int
sample (const Grid *grid, int x, int y)
{
  return grid->data[y * grid->stride + x];
}

/* Sides are numbered over the whole grid: even ones run to the right of a sample, odd ones down. */
static inline int
side_id (const Grid *grid, int x, int y, int side)
{
  switch (side)
    {
    case TOP:
      return 2 * (y * grid->width + x);
    case BOTTOM:
      return 2 * ((y + 1) * grid->width + x);
    case LEFT:
      return 2 * (y * grid->width + x) + 1;
    default:
      return 2 * (y * grid->width + x + 1) + 1;
    }
}

static KmPoint
crossing (const Grid *grid, int side)
{
  int x = (side / 2) % grid->width;
  int y = (side / 2) / grid->width;
  gboolean down = side % 2 == 1;
  double a = sample (grid, x, y);
  double b = down ? sample (grid, x, y + 1) : sample (grid, x + 1, y);
  double t = (HALF - a) / (b - a);

  return (KmPoint){ x + 0.5 + (down ? 0 : t), y + 0.5 + (down ? t : 0) };
}

static int *
link_sides (const Grid *grid)
{
  int *next = g_new (int, 2 * grid->width * grid->height);

  for (int i = 0; i < 2 * grid->width * grid->height; i++)
    next[i] = -1;
  for (int y = 0; y + 1 < grid->height; y++)
    for (int x = 0; x + 1 < grid->width; x++)
      {
        int cell = (sample (grid, x, y) > HALF ? 1 : 0) | (sample (grid, x + 1, y) > HALF ? 2 : 0)
                   | (sample (grid, x + 1, y + 1) > HALF ? 4 : 0)
                   | (sample (grid, x, y + 1) > HALF ? 8 : 0);

        for (int i = 0; i < 4 && steps[cell][i] >= 0; i += 2)
          next[side_id (grid, x, y, steps[cell][i])] = side_id (grid, x, y, steps[cell][i + 1]);
      }
  return next;
}

/* Ramer-Douglas-Peucker on points[first..last]: marks the points that matter. */
static void
simplify (const KmPoint *points, guint first, guint last, double tolerance, gboolean *keep)
{
  double dx = points[last].x - points[first].x;
  double dy = points[last].y - points[first].y;
  double length = MAX (sqrt (dx * dx + dy * dy), 1e-9);
  double worst = 0;
  guint split = first;

  for (guint i = first + 1; i < last; i++)
    {
      double ox = points[i].x - points[first].x;
      double oy = points[i].y - points[first].y;
      double off = length > 1e-6 ? fabs (dx * oy - dy * ox) / length : sqrt (ox * ox + oy * oy);

      if (off > worst)
        {
          worst = off;
          split = i;
        }
    }
  if (worst <= tolerance)
    return;
  keep[split] = TRUE;
  simplify (points, first, split, tolerance, keep);
  simplify (points, split, last, tolerance, keep);
}

static GArray *
simplify_loop (GArray *loop, double tolerance)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (KmPoint));
  g_autofree gboolean *keep = g_new0 (gboolean, loop->len);
  const KmPoint *points = (const KmPoint *) loop->data;
  guint half = loop->len / 2;

  keep[0] = keep[half] = keep[loop->len - 1] = TRUE;
  simplify (points, 0, half, tolerance, keep);
  simplify (points, half, loop->len - 1, tolerance, keep);
  for (guint i = 0; i < loop->len; i++)
    if (keep[i])
      g_array_append_val (kept, points[i]);
  return kept;
}

/**
 * km_trace_outlines:
 * @alpha: an A8 image surface with an empty border of one sample or more
 * @origin: where its top left corner lies
 * @resolution: its samples in one unit
 * @tolerance: how far the outline may stray, in units
 *
 * Returns: (transfer full) (element-type GArray): closed outlines as arrays of #KmPoint in units;
 * the inside is on the left when walking along one
 */
GPtrArray *
km_trace_outlines (cairo_surface_t *alpha, KmPoint origin, double resolution, double tolerance)
{
  GPtrArray *loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Grid grid = { cairo_image_surface_get_data (alpha), cairo_image_surface_get_stride (alpha),
                cairo_image_surface_get_width (alpha), cairo_image_surface_get_height (alpha) };
  g_autofree int *next = link_sides (&grid);

  for (int start = 0; start < 2 * grid.width * grid.height; start++)
    {
      g_autoptr (GArray) loop = NULL;

      if (next[start] < 0)
        continue;
      loop = g_array_new (FALSE, FALSE, sizeof (KmPoint));
      for (int side = start; next[side] >= 0;)
        {
          KmPoint point = crossing (&grid, side);
          int following = next[side];

          point.x = origin.x + point.x / resolution;
          point.y = origin.y + point.y / resolution;
          g_array_append_val (loop, point);
          next[side] = -1;
          side = following;
        }
      if (loop->len >= 8)
        g_ptr_array_add (loops, simplify_loop (loop, tolerance));
    }
  return loops;
}
