/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-mask.h"

#include <math.h>

#include "km-trace-private.h"

struct _KmMask
{
  char *id;
  GPtrArray *loops; /* GArray of KmPoint */
  GArray *labels;   /* KmPoint, one for each outer loop, largest first */
  KmBounds bounds;
  KmPoint centroid;
};

typedef struct
{
  double area; /* negative for an outer loop */
  KmPoint centroid;
  const GArray *loop;
} Part;

static const KmPoint *
loop_points (const GArray *loop)
{
  return (const KmPoint *) loop->data;
}

static Part
measure_loop (const GArray *loop)
{
  const KmPoint *p = loop_points (loop);
  Part part = { 0, { 0, 0 }, loop };

  for (guint i = 0; i < loop->len; i++)
    {
      const KmPoint *a = &p[i];
      const KmPoint *b = &p[(i + 1) % loop->len];
      double cross = a->x * b->y - b->x * a->y;

      part.area += cross / 2;
      part.centroid.x += (a->x + b->x) * cross / 6;
      part.centroid.y += (a->y + b->y) * cross / 6;
    }
  if (fabs (part.area) > 1e-9)
    {
      part.centroid.x /= part.area;
      part.centroid.y /= part.area;
    }
  return part;
}

/* Squared, for comparing. */
static double
segment_distance (KmPoint a, KmPoint b, double x, double y)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1) : 0;

  dx = a.x + t * dx - x;
  dy = a.y + t * dy - y;
  return dx * dx + dy * dy;
}

/* Distance to the outline, positive outside and negative inside. */
static double
signed_distance (const KmMask *mask, double x, double y)
{
  gboolean inside = FALSE;
  double nearest = G_MAXDOUBLE;

  for (guint l = 0; l < mask->loops->len; l++)
    {
      const GArray *loop = g_ptr_array_index (mask->loops, l);
      const KmPoint *p = loop_points (loop);

      for (guint i = 0, j = loop->len - 1; i < loop->len; j = i++)
        {
          if ((p[i].y > y) != (p[j].y > y)
              && x < (p[j].x - p[i].x) * (y - p[i].y) / (p[j].y - p[i].y) + p[i].x)
            inside = !inside;
          nearest = MIN (nearest, segment_distance (p[j], p[i], x, y));
        }
    }
  return inside ? -sqrt (nearest) : sqrt (nearest);
}

/* @bounds, widened by the points of @loop; empty bounds count for nothing. */
static KmBounds
measure_bounds (const GArray *loop, KmBounds bounds)
{
  gboolean empty = bounds.width <= 0;
  double x0 = empty ? G_MAXDOUBLE : bounds.x;
  double y0 = empty ? G_MAXDOUBLE : bounds.y;
  double x1 = empty ? -G_MAXDOUBLE : bounds.x + bounds.width;
  double y1 = empty ? -G_MAXDOUBLE : bounds.y + bounds.height;

  for (guint i = 0; i < loop->len; i++)
    {
      const KmPoint *p = &loop_points (loop)[i];

      x0 = MIN (x0, p->x);
      y0 = MIN (y0, p->y);
      x1 = MAX (x1, p->x);
      y1 = MAX (y1, p->y);
    }
  return (KmBounds){ x0, y0, x1 - x0, y1 - y0 };
}

/* Every other place inside a part, with how deep it lies, in x, y and a negative distance. */
static GArray *
sample_depths (const KmMask *mask, const GArray *loop)
{
  GArray *samples = g_array_new (FALSE, FALSE, 3 * sizeof (double));
  KmBounds b = measure_bounds (loop, (KmBounds){ 0 });

  for (double y = b.y + 1; y < b.y + b.height; y += 2)
    for (double x = b.x + 1; x < b.x + b.width; x += 2)
      {
        double sample[3] = { x, y, signed_distance (mask, x, y) };

        if (sample[2] < 0)
          g_array_append_val (samples, sample);
      }
  return samples;
}

/* The middle of a part when that lies well inside, else the place nearest to it that does: for a
 * crescent, the middle of its waist. */
static KmPoint
find_label (const KmMask *mask, const Part *part)
{
  KmPoint middle = part->centroid, label = part->centroid;
  g_autoptr (GArray) samples = NULL;
  double deepest = 0, nearest = G_MAXDOUBLE;

  if (signed_distance (mask, middle.x, middle.y) < -0.25 * sqrt (-part->area))
    return middle;
  samples = sample_depths (mask, part->loop);
  for (guint i = 0; i < samples->len; i++)
    deepest = MIN (deepest, ((const double *) samples->data)[3 * i + 2]);
  for (guint i = 0; i < samples->len; i++)
    {
      const double *sample = (const double *) samples->data + 3 * i;
      double dx = sample[0] - middle.x, dy = sample[1] - middle.y;

      if (sample[2] <= deepest * 0.75 && dx * dx + dy * dy < nearest)
        {
          nearest = dx * dx + dy * dy;
          label = (KmPoint){ sample[0], sample[1] };
        }
    }
  return label;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  double first = ((const Part *) a)->area;
  double second = ((const Part *) b)->area;

  return first < second ? -1 : first > second;
}

static void
find_parts (KmMask *mask)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  double area = 0;

  for (guint l = 0; l < mask->loops->len; l++)
    {
      Part part = measure_loop (g_ptr_array_index (mask->loops, l));

      mask->centroid.x += part.area * part.centroid.x;
      mask->centroid.y += part.area * part.centroid.y;
      area += part.area;
      if (part.area < 0)
        g_array_append_val (parts, part);
    }
  mask->centroid.x /= area;
  mask->centroid.y /= area;
  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      KmPoint label = find_label (mask, &g_array_index (parts, Part, i));

      g_array_append_val (mask->labels, label);
    }
}

static KmMask *
mask_alloc (const char *id)
{
  KmMask *mask = g_new0 (KmMask, 1);

  mask->id = g_strdup (id);
  mask->labels = g_array_new (FALSE, FALSE, sizeof (KmPoint));
  return mask;
}

/**
 * km_mask_new:
 * @id: id of the spot
 * @alpha: an A8 image surface with its shape and an empty border
 * @origin: where the top left corner of @alpha lies
 * @resolution: samples of @alpha in one unit
 *
 * Returns: (transfer full) (nullable): its mask, or %NULL when there is no shape
 */
KmMask *
km_mask_new (const char *id, cairo_surface_t *alpha, KmPoint origin, double resolution)
{
  g_autoptr (KmMask) mask = mask_alloc (id);

  mask->loops = km_trace_outlines (alpha, origin, resolution, 0.06);
  if (mask->loops->len == 0)
    return NULL;
  for (guint l = 0; l < mask->loops->len; l++)
    mask->bounds = measure_bounds (g_ptr_array_index (mask->loops, l), mask->bounds);
  find_parts (mask);
  return g_steal_pointer (&mask);
}

/**
 * km_mask_new_mirrored:
 * @mask: a mask
 * @width: width of the drawing
 *
 * Returns: (transfer full): the same shape on the mirrored drawing
 */
KmMask *
km_mask_new_mirrored (const KmMask *mask, double width)
{
  KmMask *copy = mask_alloc (mask->id);

  copy->loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint l = 0; l < mask->loops->len; l++)
    {
      const GArray *loop = g_ptr_array_index (mask->loops, l);
      GArray *mirrored = g_array_sized_new (FALSE, FALSE, sizeof (KmPoint), loop->len);

      for (guint i = loop->len; i > 0; i--)
        {
          KmPoint p = loop_points (loop)[i - 1];

          p.x = width - p.x;
          g_array_append_val (mirrored, p);
        }
      g_ptr_array_add (copy->loops, mirrored);
    }
  for (guint i = 0; i < mask->labels->len; i++)
    {
      KmPoint label = km_mask_get_label_point (mask, i);

      label.x = width - label.x;
      g_array_append_val (copy->labels, label);
    }
  copy->bounds = mask->bounds;
  copy->bounds.x = width - mask->bounds.x - mask->bounds.width;
  copy->centroid = (KmPoint){ width - mask->centroid.x, mask->centroid.y };
  return copy;
}

void
km_mask_free (KmMask *mask)
{
  g_free (mask->id);
  g_clear_pointer (&mask->loops, g_ptr_array_unref);
  g_array_unref (mask->labels);
  g_free (mask);
}

const char *
km_mask_get_id (const KmMask *mask)
{
  return mask->id;
}

KmBounds
km_mask_get_bounds (const KmMask *mask)
{
  return mask->bounds;
}

/**
 * km_mask_get_centroid:
 * @mask: a mask
 *
 * Returns: the centre of gravity; for a spot of several parts it may lie outside all of them
 */
KmPoint
km_mask_get_centroid (const KmMask *mask)
{
  return mask->centroid;
}

/**
 * km_mask_get_n_parts:
 * @mask: a mask
 *
 * Returns: how many separate shapes the spot has, 1 or more
 */
guint
km_mask_get_n_parts (const KmMask *mask)
{
  return mask->labels->len;
}

/**
 * km_mask_get_label_point:
 * @mask: a mask
 * @part: a part, the largest first
 *
 * Returns: a place well inside the part, for a mark
 */
KmPoint
km_mask_get_label_point (const KmMask *mask, guint part)
{
  return g_array_index (mask->labels, KmPoint, part);
}

/**
 * km_mask_get_distance:
 * @mask: a mask
 * @x: a place in drawing units
 * @y: a place in drawing units
 *
 * Returns: how far the place is from the shape, 0 on it
 */
double
km_mask_get_distance (const KmMask *mask, double x, double y)
{
  return MAX (signed_distance (mask, x, y), 0);
}

/**
 * km_mask_contains:
 * @mask: a mask
 * @x: a place in drawing units
 * @y: a place in drawing units
 * @tolerance: how far beside the shape still counts, in drawing units
 *
 * Returns: whether the place is on the shape, give or take @tolerance
 */
gboolean
km_mask_contains (const KmMask *mask, double x, double y, double tolerance)
{
  const KmBounds *b = &mask->bounds;

  if (x < b->x - tolerance || y < b->y - tolerance || x > b->x + b->width + tolerance
      || y > b->y + b->height + tolerance)
    return FALSE;
  return signed_distance (mask, x, y) <= tolerance;
}

/**
 * km_mask_append_path:
 * @mask: a mask
 * @cr: a cairo context in drawing units
 *
 * Adds the outline to the current path.
 */
void
km_mask_append_path (const KmMask *mask, cairo_t *cr)
{
  for (guint l = 0; l < mask->loops->len; l++)
    {
      const GArray *loop = g_ptr_array_index (mask->loops, l);

      for (guint i = 0; i < loop->len; i++)
        cairo_line_to (cr, loop_points (loop)[i].x, loop_points (loop)[i].y);
      cairo_close_path (cr);
      cairo_new_sub_path (cr);
    }
}

/**
 * km_masks_pick:
 * @masks: (element-type KmMask): the masks of a view
 * @x: a place in drawing units
 * @y: a place in drawing units
 * @tolerance: how far beside a shape still counts, in drawing units
 *
 * Returns: the index of the spot there: the one whose shape is hit, else the nearest within
 * @tolerance, else -1
 */
int
km_masks_pick (GPtrArray *masks, double x, double y, double tolerance)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < masks->len; i++)
    {
      const KmMask *mask = g_ptr_array_index (masks, i);
      double distance;

      if (!km_mask_contains (mask, x, y, tolerance))
        continue;
      distance = signed_distance (mask, x, y);
      if (distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}
