/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "km-mask.h"
#include "km-types.h"

G_BEGIN_DECLS

/* Size of every drawing, in drawing units. */
#define KM_DRAWING_WIDTH 400
#define KM_DRAWING_HEIGHT 600
/* Where the joint line lies, in every view. */
#define KM_DRAWING_JOINT 310

/**
 * KM_ART_ERROR:
 *
 * Errors of the drawings.
 */
#define KM_ART_ERROR (km_art_error_quark ())
GQuark km_art_error_quark (void);

/**
 * KmArtError:
 * @KM_ART_ERROR_LOAD: the file is missing, is no SVG, or holds an id twice
 * @KM_ART_ERROR_MISSING_LAYER: one of the three layers is missing
 * @KM_ART_ERROR_MISSING_SPOT: a spot has no shape
 */
typedef enum
{
  KM_ART_ERROR_LOAD = 1,
  KM_ART_ERROR_MISSING_LAYER,
  KM_ART_ERROR_MISSING_SPOT,
} KmArtError;

/**
 * KmArtTheme:
 * @KM_ART_LIGHT: on a light page
 * @KM_ART_DARK: on a dark page
 * @KM_ART_HIGH_CONTRAST: strong lines and flat colours on a white page
 * @KM_ART_HIGH_CONTRAST_DARK: the same on a black page
 */
typedef enum
{
  KM_ART_LIGHT,
  KM_ART_DARK,
  KM_ART_HIGH_CONTRAST,
  KM_ART_HIGH_CONTRAST_DARK,
} KmArtTheme;

/**
 * KmRendering:
 * @layer: layer to show
 * @theme: colours
 * @scale: pixels in one drawing unit
 * @mirrored: whether it is the left knee
 *
 * How to render a drawing.
 */
typedef struct
{
  KmLayer layer;
  KmArtTheme theme;
  double scale;
  gboolean mirrored;
} KmRendering;

/**
 * KmExtent:
 * @KM_EXTENT_FINGER: a finger covers the sore area: the spot says it all
 * @KM_EXTENT_HAND: a hand covers it: a ring round the spots
 * @KM_EXTENT_ALL: it is sore all over: the whole joint
 *
 * How large the sore area is.
 */
typedef enum
{
  KM_EXTENT_FINGER,
  KM_EXTENT_HAND,
  KM_EXTENT_ALL,
} KmExtent;

/**
 * KmDrawing:
 *
 * One view of the knee: three layers to render, structures to light, spots to hit. Rendering may
 * run in any thread; calls for one drawing wait for each other.
 */
#define KM_TYPE_DRAWING (km_drawing_get_type ())
G_DECLARE_FINAL_TYPE (KmDrawing, km_drawing, KM, DRAWING, GObject)

KmDrawing *km_drawing_new (KmView view, GError **error);
KmDrawing *km_drawing_new_from_bytes (KmView view, GBytes *svg, GError **error);

void km_drawing_rest (KmDrawing *self);

KmView km_drawing_get_view (KmDrawing *self);
const char *const *km_drawing_get_structures (KmDrawing *self);
gboolean km_drawing_has_structure (KmDrawing *self, const char *structure);
GPtrArray *km_drawing_get_masks (KmDrawing *self, gboolean mirrored);
const KmMask *km_drawing_get_mask (KmDrawing *self,
                                   const char *spot_id,
                                   gboolean mirrored,
                                   GError **error);

cairo_surface_t *km_drawing_render (KmDrawing *self, const KmRendering *rendering, GError **error);
cairo_surface_t *km_drawing_render_lit (KmDrawing *self,
                                        const KmRendering *rendering,
                                        const char *const *structures,
                                        GError **error);
cairo_surface_t *km_drawing_render_spotlight (KmDrawing *self,
                                              const KmRendering *rendering,
                                              const char *const *structures,
                                              GError **error);
KmExtent km_extent_find (const char *const *spots, KmExtent extent);
cairo_surface_t *km_drawing_render_extent (KmDrawing *self,
                                           const KmRendering *rendering,
                                           const char *const *spots,
                                           KmExtent extent,
                                           GError **error);
cairo_surface_t *km_drawing_render_structures (KmDrawing *self,
                                               const KmRendering *rendering,
                                               GError **error);
const char *km_drawing_get_structure_at (KmDrawing *self,
                                         cairo_surface_t *structures,
                                         int x,
                                         int y);

G_END_DECLS
