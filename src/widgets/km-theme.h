/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-drawing.h"

G_BEGIN_DECLS

KmArtTheme km_theme_of_settings (GtkSettings *settings);
KmArtTheme km_theme_get (GtkWidget *widget);
GdkTexture *km_theme_texture_new (cairo_surface_t *surface);

G_END_DECLS
