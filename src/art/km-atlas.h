/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-drawing.h"

G_BEGIN_DECLS

/**
 * KmAtlas:
 *
 * The five drawings, each loaded when it is first asked for and shared by whoever shows it.
 */
#define KM_TYPE_ATLAS (km_atlas_get_type ())
G_DECLARE_FINAL_TYPE (KmAtlas, km_atlas, KM, ATLAS, GObject)

KmAtlas *km_atlas_new (void);
void km_atlas_prepare (KmAtlas *self, KmView view);
KmDrawing *km_atlas_get_drawing (KmAtlas *self, KmView view, GError **error);

G_END_DECLS
