/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-types.h"

G_BEGIN_DECLS

/**
 * KmSpot:
 * @id: its id, that of the shape in the drawings
 * @name: its everyday name, "Outer bump"
 * @also: (nullable) (array zero-terminated=1): other names, for search
 * @sentence: one plain sentence on what lies there
 * @area: the wider area, for rules: front, above, below, inner, outer, behind, lower-leg, whole,
 * unsure
 * @views: bit mask of the views it is drawn on (1 << #KmView); 0 for a place off the drawing
 * @structures: (nullable) (array zero-terminated=1): structures that lie there
 *
 * A place that can hurt. Filled by the loader, owned by the library, immutable after.
 */
typedef struct
{
  char *id;
  char *name;
  char **also;
  char *sentence;
  char *area;
  guint views;
  char **structures;
} KmSpot;

KmSpot *km_spot_new (const char *id);
void km_spot_free (KmSpot *spot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSpot, km_spot_free)

/**
 * km_spot_is_on:
 * @spot: a spot
 * @view: a view
 *
 * Returns: whether @spot is drawn on @view
 */
static inline gboolean
km_spot_is_on (const KmSpot *spot, KmView view)
{
  return (spot->views & (1u << view)) != 0;
}

G_END_DECLS
