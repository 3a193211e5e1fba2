/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <librsvg/rsvg.h>

#include "km-drawing.h"

G_BEGIN_DECLS

#define KM_ART_PATH "/io/github/kneemap/Kneemap/art/"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

struct _KmDrawing
{
  GObject parent_instance;

  KmView view;
  GBytes *svg;
  GMutex lock; /* guards handle and css */
  RsvgHandle *handle;
  char *css; /* what handle was given */
  char **structures;
  GPtrArray *masks;
  GPtrArray *mirrored;
};

/* Spots are drawn only for their masks. Part of every sheet of a layer, so that the handle that
 * made the masks serves again. */
#define KM_SPOTS_CSS                                                             \
  ".spot{fill:#000 !important;fill-opacity:1 !important;stroke:none !important;" \
  "display:inline !important;visibility:visible !important}"

const char *km_drawing_get_name (KmDrawing *self);
RsvgHandle *km_drawing_new_handle (KmDrawing *self, const char *css, GError **error);

/* km-rendering.c: one rendering, from beginning to end */
cairo_surface_t *km_rendering_begin (const KmRendering *rendering, cairo_t **cr);
gboolean km_rendering_draw (KmDrawing *self,
                            cairo_t *cr,
                            KmLayer layer,
                            const char *css,
                            GError **error);
gboolean km_rendering_draw_leg (KmDrawing *self, cairo_t *cr, GError **error);
void km_rendering_fade_ends (cairo_t *cr);
cairo_surface_t *km_rendering_end (cairo_surface_t *surface,
                                   cairo_t *cr,
                                   const KmRendering *rendering,
                                   gboolean done);

GBytes *km_art_lookup (const char *name, GError **error);

G_END_DECLS
