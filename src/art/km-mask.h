/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * KmPoint:
 * @x: across
 * @y: down
 *
 * A place on a drawing, in drawing units (400 x 600; two units are a millimetre).
 */
typedef struct
{
  double x;
  double y;
} KmPoint;

/**
 * KmBounds:
 *
 * A rectangle on a drawing, in drawing units.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} KmBounds;

/**
 * KmMask:
 *
 * The exact shape of one spot: hit testing, places for marks and a path to draw along. It is traced
 * once from a rendering, so that whatever an illustrator draws is what can be clicked.
 */
typedef struct _KmMask KmMask;

KmMask *km_mask_new (const char *id, cairo_surface_t *alpha, KmPoint origin, double resolution);
KmMask *km_mask_new_mirrored (const KmMask *mask, double width);
void km_mask_free (KmMask *mask);

const char *km_mask_get_id (const KmMask *mask);
KmBounds km_mask_get_bounds (const KmMask *mask);
KmPoint km_mask_get_centroid (const KmMask *mask);
guint km_mask_get_n_parts (const KmMask *mask);
KmPoint km_mask_get_label_point (const KmMask *mask, guint part);
gboolean km_mask_contains (const KmMask *mask, double x, double y, double tolerance);
double km_mask_get_distance (const KmMask *mask, double x, double y);
void km_mask_append_path (const KmMask *mask, cairo_t *cr);

int km_masks_pick (GPtrArray *masks, double x, double y, double tolerance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmMask, km_mask_free)

G_END_DECLS
