/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-neighbours.h"

#include <math.h>

/* A spot straight ahead wins over a nearer one off to the side by this much. */
#define SIDEWAYS_COST 2.2
/* Beyond this many units aside for one ahead, a spot does not lie in that direction. */
#define WIDEST 2.0

static double
ahead (KmPoint p, KmDirection direction)
{
  switch (direction)
    {
    case KM_DIRECTION_UP:
      return -p.y;
    case KM_DIRECTION_DOWN:
      return p.y;
    case KM_DIRECTION_LEFT:
      return -p.x;
    case KM_DIRECTION_RIGHT:
    default:
      return p.x;
    }
}

static double
aside (KmPoint p, KmDirection direction)
{
  return direction == KM_DIRECTION_UP || direction == KM_DIRECTION_DOWN ? p.x : p.y;
}

/* Where one leaves a spot from: its part farthest on in the direction. */
static KmPoint
find_start (const KmMask *mask, KmDirection direction)
{
  KmPoint start = km_mask_get_label_point (mask, 0);

  for (guint i = 1; i < km_mask_get_n_parts (mask); i++)
    {
      KmPoint p = km_mask_get_label_point (mask, i);

      if (ahead (p, direction) > ahead (start, direction) + 1)
        start = p;
    }
  return start;
}

/**
 * km_neighbours_find:
 * @masks: (element-type KmMask): the masks of a view
 * @from: index of the spot one starts from
 * @direction: where to go
 *
 * Returns: the index of the next spot in that direction, -1 when there is none
 */
int
km_neighbours_find (GPtrArray *masks, guint from, KmDirection direction)
{
  KmPoint start = find_start (g_ptr_array_index (masks, from), direction);
  double best = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < masks->len; i++)
    {
      const KmMask *mask = g_ptr_array_index (masks, i);

      for (guint part = 0; i != from && part < km_mask_get_n_parts (mask); part++)
        {
          KmPoint p = km_mask_get_label_point (mask, part);
          double on = ahead (p, direction) - ahead (start, direction);
          double off = fabs (aside (p, direction) - aside (start, direction));

          if (on < 4 || off > WIDEST * on || on + SIDEWAYS_COST * off >= best)
            continue;
          best = on + SIDEWAYS_COST * off;
          found = (int) i;
        }
    }
  return found;
}
