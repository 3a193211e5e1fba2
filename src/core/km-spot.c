/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-spot.h"

/**
 * km_spot_new:
 * @id: its id
 *
 * Returns: (transfer full): a spot with nothing but its id
 */
KmSpot *
km_spot_new (const char *id)
{
  KmSpot *spot = g_new0 (KmSpot, 1);

  spot->id = g_strdup (id);
  return spot;
}

void
km_spot_free (KmSpot *spot)
{
  g_free (spot->id);
  g_free (spot->name);
  g_strfreev (spot->also);
  g_free (spot->sentence);
  g_free (spot->area);
  g_strfreev (spot->structures);
  g_free (spot);
}
