/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-drawing.h"

G_BEGIN_DECLS

/* How far beside its shape a spot still takes a click, in pixels. */
#define KM_SPOT_TOLERANCE 5

/**
 * KmSpotButton:
 *
 * One spot of the knee: hit exactly where it is drawn, a check box to assistive technology. It is
 * only a view: whoever listens to `toggled` decides whether it is chosen.
 *
 * CSS: node `spot`. It draws itself: every mark has two tones, because no single colour stands out
 * from skin, muscle and bone at once.
 */
#define KM_TYPE_SPOT_BUTTON (km_spot_button_get_type ())
G_DECLARE_FINAL_TYPE (KmSpotButton, km_spot_button, KM, SPOT_BUTTON, GtkWidget)

GtkWidget *km_spot_button_new (KmDrawing *drawing, guint index, gboolean mirrored);

const char *km_spot_button_get_id (KmSpotButton *self);
const KmMask *km_spot_button_get_mask (KmSpotButton *self);
void km_spot_button_set_names (KmSpotButton *self,
                               const char *label,
                               const char *sentence,
                               const char *description);
void km_spot_button_set_checked (KmSpotButton *self, gboolean checked);
gboolean km_spot_button_get_checked (KmSpotButton *self);
void km_spot_button_set_contrast (KmSpotButton *self, gboolean contrast);
void km_spot_button_place (KmSpotButton *self, double scale, double x, double y);
gboolean km_spot_button_is_marked (KmSpotButton *self);

G_END_DECLS
