/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-drawing-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define FADE_UNITS 90

static char *
theme_css (KmArtTheme theme, GError **error)
{
  static const char *const names[]
      = { NULL, "dark.css", "high-contrast.css", "high-contrast-dark.css" };
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;
  const char *data;

  if (names[theme] == NULL)
    return g_strdup (KM_SPOTS_CSS);
  bytes = km_art_lookup (names[theme], error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  return g_strdup_printf ("%s%.*s", KM_SPOTS_CSS, (int) size, data);
}

/* The surface to render on, and the context to do it with. */
cairo_surface_t *
km_rendering_begin (const KmRendering *rendering, cairo_t **cr)
{
  int width = (int) ceil (KM_DRAWING_WIDTH * rendering->scale);
  int height = (int) ceil (KM_DRAWING_HEIGHT * rendering->scale);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));

  *cr = cairo_create (surface);
  cairo_scale (*cr, rendering->scale, rendering->scale);
  return surface;
}

static gboolean
render_element (KmDrawing *self,
                RsvgHandle *handle,
                cairo_t *cr,
                const char *element,
                GError **error)
{
  const RsvgRectangle whole = { 0, 0, KM_DRAWING_WIDTH, KM_DRAWING_HEIGHT };
  g_autoptr (GError) local = NULL;

  if (rsvg_handle_render_layer (handle, cr, element, &whole, &local))
    return TRUE;
  g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_LOAD, _ ("drawing “%s”: %s"),
               km_drawing_get_name (self), local->message);
  return FALSE;
}

static gboolean
render_layer (KmDrawing *self, RsvgHandle *handle, cairo_t *cr, KmLayer layer, GError **error)
{
  g_autofree char *element
      = g_strconcat ("#layer-", km_enum_to_nick (KM_TYPE_LAYER, (int) layer), NULL);

  return render_element (self, handle, cr, element, error);
}

/* The outline of the skin, in black like the spots. No theme has a say in it, so any handle will
 * do. */
gboolean
km_rendering_draw_leg (KmDrawing *self, cairo_t *cr, GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->handle == NULL)
    self->handle = km_drawing_new_handle (self, self->css, error);
  return self->handle != NULL && render_element (self, self->handle, cr, "#leg", error);
}

/* With the handle that is kept: themes seldom change. */
static gboolean
render_themed (KmDrawing *self, cairo_t *cr, KmLayer layer, const char *css, GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->handle == NULL || strcmp (self->css, css) != 0)
    {
      RsvgHandle *handle = km_drawing_new_handle (self, css, error);

      if (handle == NULL)
        return FALSE;
      g_clear_object (&self->handle);
      self->handle = handle;
      g_free (self->css);
      self->css = g_strdup (css);
    }
  return render_layer (self, self->handle, cr, layer, error);
}

/* One layer by a sheet of its own, with a handle of its own. */
gboolean
km_rendering_draw (KmDrawing *self, cairo_t *cr, KmLayer layer, const char *css, GError **error)
{
  g_autoptr (RsvgHandle) handle = km_drawing_new_handle (self, css, error);

  return handle != NULL && render_layer (self, handle, cr, layer, error);
}

/* The leg goes on above and below: both ends fade out over FADE_UNITS, by seven eased stops. */
void
km_rendering_fade_ends (cairo_t *cr)
{
  static const double stops[][2] = { { 0, 0 },       { 0.12, 0.03 }, { 0.28, 0.16 }, { 0.47, 0.48 },
                                     { 0.66, 0.82 }, { 0.84, 0.97 }, { 1, 1 } };
  cairo_pattern_t *fade = cairo_pattern_create_linear (0, 0, 0, KM_DRAWING_HEIGHT);
  const double part = (double) FADE_UNITS / KM_DRAWING_HEIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      cairo_pattern_add_color_stop_rgba (fade, stops[i][0] * part, 0, 0, 0, stops[i][1]);
      cairo_pattern_add_color_stop_rgba (fade, 1 - stops[i][0] * part, 0, 0, 0, stops[i][1]);
    }
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_IN);
  cairo_set_source (cr, fade);
  cairo_paint (cr);
  cairo_pattern_destroy (fade);
}

/* Done on the pixels: librsvg 2.54 refuses to blur under a mirroring transformation. */
static void
mirror (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);

      for (int x = 0; x < width / 2; x++)
        {
          guint32 pixel = row[x];

          row[x] = row[width - 1 - x];
          row[width - 1 - x] = pixel;
        }
    }
  cairo_surface_mark_dirty (surface);
}

/* What was rendered, turned to the knee that is wanted; nothing when it is not @done. */
cairo_surface_t *
km_rendering_end (cairo_surface_t *surface,
                  cairo_t *cr,
                  const KmRendering *rendering,
                  gboolean done)
{
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (done && rendering->mirrored)
    mirror (surface);
  if (done)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/**
 * km_drawing_render:
 * @self: a drawing
 * @rendering: how to render it
 * @error: return location for a #KmArtError
 *
 * Returns: (transfer full) (nullable): an ARGB32 image surface with one layer, both ends faded out
 */
cairo_surface_t *
km_drawing_render (KmDrawing *self, const KmRendering *rendering, GError **error)
{
  g_autofree char *css = theme_css (rendering->theme, error);
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  if (css == NULL)
    return NULL;
  surface = km_rendering_begin (rendering, &cr);
  done = render_themed (self, cr, rendering->layer, css, error);
  if (done)
    km_rendering_fade_ends (cr);
  return km_rendering_end (surface, cr, rendering, done);
}

/* A structure's number is written in its colour twice over, so that a blend of two colours is not
 * taken for a third structure. */
static guint32
structure_colour (guint index)
{
  guint n = index + 1;

  return n << 16 | (255 - n) << 8 | ((n * 37) & 255);
}

static char *
structures_css (KmDrawing *self)
{
  GString *css = g_string_new (".line,.fibre,.shade,.glow,.dusk,.blush,.crease,.relief-line,.ghost,"
                               ".lobule{display:none !important}"
                               ".layer .fill{fill:none !important;shape-rendering:crispEdges}");

  for (guint i = 0; self->structures[i] != NULL && i < 254; i++)
    g_string_append_printf (css, ".s-%s .fill{fill:#%06x !important;fill-opacity:1 !important}",
                            self->structures[i], structure_colour (i));
  return g_string_free (css, FALSE);
}

/**
 * km_drawing_render_structures:
 * @self: a drawing
 * @rendering: how to render it; the colours do not count
 * @error: return location for a #KmArtError
 *
 * Returns: (transfer full) (nullable): a map for km_drawing_get_structure_at()
 */
cairo_surface_t *
km_drawing_render_structures (KmDrawing *self, const KmRendering *rendering, GError **error)
{
  g_autofree char *css = structures_css (self);
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  surface = km_rendering_begin (rendering, &cr);
  done = km_rendering_draw (self, cr, rendering->layer, css, error);
  return km_rendering_end (surface, cr, rendering, done);
}

/**
 * km_drawing_get_structure_at:
 * @self: a drawing
 * @structures: what km_drawing_render_structures() made
 * @x: a pixel of @structures
 * @y: a pixel of @structures
 *
 * Returns: (transfer none) (nullable): id of the structure that lies uppermost there
 */
const char *
km_drawing_get_structure_at (KmDrawing *self, cairo_surface_t *structures, int x, int y)
{
  const guchar *row;
  guint32 pixel;
  guint n;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  if (x < 0 || y < 0 || x >= cairo_image_surface_get_width (structures)
      || y >= cairo_image_surface_get_height (structures))
    return NULL;
  row = cairo_image_surface_get_data (structures)
        + (gsize) y * (gsize) cairo_image_surface_get_stride (structures);
  memcpy (&pixel, row + (gsize) x * 4, 4);
  n = pixel >> 16 & 255;
  if (pixel >> 24 != 255 || n == 0 || n > g_strv_length (self->structures)
      || (pixel & 0xffffff) != structure_colour (n - 1))
    return NULL;
  return self->structures[n - 1];
}
