/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-drawing-private.h"

/* How much of the page's colour lies over what steps back. */
#define VEIL_LIGHT 0.4
#define VEIL_DARK 0.4

/* Only the outlines of @structures, in one colour. */
static char *
outlines_css (const char *const *structures, const char *colour, double width)
{
  GString *css = g_string_new (".layer *{visibility:hidden !important}");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", width);
  for (; *structures != NULL; structures++)
    g_string_append_printf (css,
                            ".s-%s .line{visibility:visible !important;stroke:%s !important;"
                            "stroke-width:%s !important;stroke-opacity:1 !important}",
                            *structures, colour, number);
  return g_string_free (css, FALSE);
}

/* The leg in red, without the places of @structures, which are green. */
static char *
veil_css (const char *const *structures)
{
  GString *css = g_string_new (".layer *{visibility:hidden !important}"
                               ".layer .ghost{visibility:visible !important;fill:#f00 !important;"
                               "fill-opacity:1 !important;stroke:none !important}");

  for (; *structures != NULL; structures++)
    g_string_append_printf (css,
                            ".s-%s .fill,.s-%s .hint{visibility:visible !important;"
                            "fill:#0f0 !important;fill-opacity:1 !important}",
                            *structures, *structures);
  return g_string_free (css, FALSE);
}

static gboolean
has_green (cairo_surface_t *surface)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (data[(gsize) y * stride + (gsize) x * 4 + 1] > 128)
        return TRUE;
  return FALSE;
}

/* Turns red into the colour of the page, as thin as it is red. Where nothing is green nothing
 * would stand out, and all becomes clear. */
static void
bleach (cairo_surface_t *surface, gboolean dark)
{
  static const guint pages[2][3] = { { 0xf6, 0xf5, 0xf4 }, { 0x26, 0x25, 0x24 } };
  const double thickness = dark ? VEIL_DARK : VEIL_LIGHT;
  const guint *page = pages[dark ? 1 : 0];
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  gboolean has_veil;
  guint32 veils[256];

  cairo_surface_flush (surface);
  has_veil = has_green (surface);
  for (guint red = 0; red < 256; red++)
    {
      guint alpha = has_veil ? (guint) (red * thickness + 0.5) : 0;

      veils[red] = alpha << 24 | (page[0] * alpha / 255) << 16 | (page[1] * alpha / 255) << 8
                   | page[2] * alpha / 255;
    }
  for (int y = 0; y < height; y++)
    {
      guint32 *row
          = (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) y * stride);

      for (int x = 0; x < width; x++)
        row[x] = veils[row[x] >> 16 & 255];
    }
  cairo_surface_mark_dirty (surface);
}

static gboolean
draw_outlines (KmDrawing *self,
               cairo_t *cr,
               const KmRendering *rendering,
               const char *const *structures,
               GError **error)
{
  gboolean contrast = rendering->theme >= KM_ART_HIGH_CONTRAST;
  g_autofree char *under = outlines_css (structures, "#ffffff", 6.4);
  g_autofree char *over = outlines_css (structures, contrast ? "#000000" : "#0b6e6a", 3.2);

  return km_rendering_draw (self, cr, rendering->layer, under, error)
         && km_rendering_draw (self, cr, rendering->layer, over, error);
}

/**
 * km_drawing_render_lit:
 * @self: a drawing
 * @rendering: how to render it
 * @structures: (array zero-terminated=1): structures to light; unknown ones are left out
 * @error: return location for a #KmArtError
 *
 * Renders what is drawn over the layer to light structures: their outlines in two tones, so that
 * they stand out from any tissue.
 *
 * Returns: (transfer full) (nullable): an ARGB32 image surface, transparent but for the outlines
 */
cairo_surface_t *
km_drawing_render_lit (KmDrawing *self,
                       const KmRendering *rendering,
                       const char *const *structures,
                       GError **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  surface = km_rendering_begin (rendering, &cr);
  done = draw_outlines (self, cr, rendering, structures, error);
  if (done)
    km_rendering_fade_ends (cr);
  return km_rendering_end (surface, cr, rendering, done);
}

/**
 * km_drawing_render_spotlight:
 * @self: a drawing
 * @rendering: how to render it
 * @structures: (array zero-terminated=1): structures to light; unknown ones are left out
 * @error: return location for a #KmArtError
 *
 * As km_drawing_render_lit(), and all the rest of the leg steps back behind a veil of the page's
 * colour. There is no veil in high contrast, because it would take contrast away, and none where
 * the layer has none of the structures.
 *
 * Returns: (transfer full) (nullable): an ARGB32 image surface to lay over the layer
 */
cairo_surface_t *
km_drawing_render_spotlight (KmDrawing *self,
                             const KmRendering *rendering,
                             const char *const *structures,
                             GError **error)
{
  g_autofree char *css = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done = TRUE;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  surface = km_rendering_begin (rendering, &cr);
  if (rendering->theme < KM_ART_HIGH_CONTRAST)
    {
      css = veil_css (structures);
      done = km_rendering_draw (self, cr, rendering->layer, css, error);
      if (done)
        bleach (surface, rendering->theme == KM_ART_DARK);
    }
  done = done && draw_outlines (self, cr, rendering, structures, error);
  if (done)
    km_rendering_fade_ends (cr);
  return km_rendering_end (surface, cr, rendering, done);
}
