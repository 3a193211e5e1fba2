/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-theme.h"

/**
 * km_theme_of_settings:
 * @settings: the settings of a display
 *
 * GTK's own themes say by their names what they are: HighContrastInverse, Default-dark, Default-hc,
 * Default-hc-dark.
 *
 * Returns: whether it is dark, and of high contrast
 */
KmArtTheme
km_theme_of_settings (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  gboolean dark;
  gboolean contrast;

  g_object_get (settings, "gtk-theme-name", &name, "gtk-application-prefer-dark-theme", &dark,
                NULL);
  contrast = name != NULL
             && (g_str_has_prefix (name, "HighContrast") || g_str_has_prefix (name, "Default-hc"));
  dark |= name != NULL && (g_str_has_suffix (name, "Inverse") || g_str_has_suffix (name, "-dark"));
  if (contrast)
    return dark ? KM_ART_HIGH_CONTRAST_DARK : KM_ART_HIGH_CONTRAST;
  return dark ? KM_ART_DARK : KM_ART_LIGHT;
}

/**
 * km_theme_get:
 * @widget: a widget
 *
 * Returns: the colours the drawings should take beside it
 */
KmArtTheme
km_theme_get (GtkWidget *widget)
{
  return km_theme_of_settings (gtk_widget_get_settings (widget));
}

/**
 * km_theme_texture_new:
 * @surface: (transfer none): an ARGB32 image surface
 *
 * Returns: (transfer full): a texture that keeps @surface alive and shares its pixels
 */
GdkTexture *
km_theme_texture_new (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (surface), stride * (gsize) height,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}
