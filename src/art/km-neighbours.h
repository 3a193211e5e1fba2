/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-mask.h"

G_BEGIN_DECLS

/**
 * KmDirection:
 * @KM_DIRECTION_UP: towards the top of the drawing
 * @KM_DIRECTION_DOWN: towards the bottom
 * @KM_DIRECTION_LEFT: towards the viewer's left
 * @KM_DIRECTION_RIGHT: towards the viewer's right
 */
typedef enum
{
  KM_DIRECTION_UP,
  KM_DIRECTION_DOWN,
  KM_DIRECTION_LEFT,
  KM_DIRECTION_RIGHT,
} KmDirection;

int km_neighbours_find (GPtrArray *masks, guint from, KmDirection direction);

G_END_DECLS
