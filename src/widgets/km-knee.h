/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-atlas.h"

G_BEGIN_DECLS

/**
 * KmKnee:
 *
 * A drawing of the knee as a #GdkPaintable, without anything to click: one layer, perhaps with lit
 * structures. It is rendered in a thread for the size it is shown at and kept as a texture; until
 * that is there, what was shown last stands in.
 */
#define KM_TYPE_KNEE (km_knee_get_type ())
G_DECLARE_FINAL_TYPE (KmKnee, km_knee, KM, KNEE, GObject)

KmKnee *km_knee_new (void);
void km_knee_set_drawing (KmKnee *self, KmDrawing *drawing);
void km_knee_set_width (KmKnee *self, double width);
void km_knee_set_layer (KmKnee *self, KmLayer layer);
void km_knee_set_mirrored (KmKnee *self, gboolean mirrored);
void km_knee_set_lit (KmKnee *self, const char *const *structures, KmLayer under_skin);
gboolean km_knee_follow (KmKnee *self, GtkWidget *widget);
KmArtTheme km_knee_get_theme (KmKnee *self);

gboolean km_knee_is_current (KmKnee *self);
void km_knee_set_fade (KmKnee *self, double fade);
const char *km_knee_get_structure_at (KmKnee *self, double x, double y);

G_END_DECLS
