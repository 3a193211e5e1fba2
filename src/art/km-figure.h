/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-drawing.h"

G_BEGIN_DECLS

/* Size of every exercise figure, in drawing units. */
#define KM_FIGURE_WIDTH 320
#define KM_FIGURE_HEIGHT 200

cairo_surface_t *km_figure_render (const char *exercise_id,
                                   KmArtTheme theme,
                                   double scale,
                                   GError **error);
gboolean km_figure_draw (const char *exercise_id,
                         KmArtTheme theme,
                         cairo_t *cr,
                         double width,
                         GError **error);

G_END_DECLS
