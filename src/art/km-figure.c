/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-figure.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <librsvg/rsvg.h>
#include <math.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

#define ART_PATH "/io/github/kneemap/Kneemap/art/"

static const char *
theme_sheet (KmArtTheme theme)
{
  switch (theme)
    {
    case KM_ART_DARK:
      return ART_PATH "exercises-dark.css";
    case KM_ART_HIGH_CONTRAST:
      return ART_PATH "exercises-high-contrast.css";
    case KM_ART_HIGH_CONTRAST_DARK:
      return ART_PATH "exercises-high-contrast-dark.css";
    case KM_ART_LIGHT:
    default:
      return NULL;
    }
}

static RsvgHandle *
load_figure (const char *exercise_id, KmArtTheme theme, GError **error)
{
  g_autofree char *path = g_strdup_printf (ART_PATH "exercises/%s.svg", exercise_id);
  g_autoptr (GBytes) svg = g_resources_lookup_data (path, 0, error);
  g_autoptr (RsvgHandle) handle = NULL;
  g_autoptr (GBytes) sheet = NULL;

  if (svg == NULL)
    return NULL;
  handle = rsvg_handle_new_from_data (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), error);
  if (handle == NULL || theme_sheet (theme) == NULL)
    return g_steal_pointer (&handle);
  sheet = g_resources_lookup_data (theme_sheet (theme), 0, error);
  if (sheet == NULL
      || !rsvg_handle_set_stylesheet (handle, g_bytes_get_data (sheet, NULL),
                                      g_bytes_get_size (sheet), error))
    return NULL;
  return g_steal_pointer (&handle);
}

/**
 * km_figure_render:
 * @exercise_id: an exercise
 * @theme: colours
 * @scale: pixels in one drawing unit
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (nullable): the figure of the exercise, start and end
 */
cairo_surface_t *
km_figure_render (const char *exercise_id, KmArtTheme theme, double scale, GError **error)
{
  g_autoptr (RsvgHandle) handle = load_figure (exercise_id, theme, error);
  RsvgRectangle viewport
      = { 0, 0, ceil (KM_FIGURE_WIDTH * scale), ceil (KM_FIGURE_HEIGHT * scale) };
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  if (handle == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) viewport.width,
                                        (int) viewport.height);
  cr = cairo_create (surface);
  done = rsvg_handle_render_document (handle, cr, &viewport, error);
  cairo_destroy (cr);
  if (!done)
    g_clear_pointer (&surface, cairo_surface_destroy);
  return surface;
}

/**
 * km_figure_draw:
 * @exercise_id: an exercise
 * @theme: colours
 * @cr: where to, the origin at the top left corner of the figure
 * @width: how wide, in units of @cr
 * @error: return location for a #GError
 *
 * Draws the figure of an exercise shape by shape, for paper, where no pixel shows.
 *
 * Returns: whether it could be drawn
 */
gboolean
km_figure_draw (const char *exercise_id,
                KmArtTheme theme,
                cairo_t *cr,
                double width,
                GError **error)
{
  g_autoptr (RsvgHandle) handle = load_figure (exercise_id, theme, error);
  RsvgRectangle viewport = { 0, 0, width, width * KM_FIGURE_HEIGHT / KM_FIGURE_WIDTH };

  return handle != NULL && rsvg_handle_render_document (handle, cr, &viewport, error);
}
