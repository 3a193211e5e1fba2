/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/* The question about the size of the sore area, and its options. */
#define KM_KEY_EXTENT "extent"

/**
 * KmSpotCard:
 *
 * What has been pointed at, in words: the chosen spots with their knee, how large the sore area is,
 * and ways to say that it is hard to point to. Its list of all spots does all that the drawing
 * does.
 *
 * CSS: node `spotcard` with classes `.card` and `.spotcard`.
 */
#define KM_TYPE_SPOT_CARD (km_spot_card_get_type ())
G_DECLARE_FINAL_TYPE (KmSpotCard, km_spot_card, KM, SPOT_CARD, GtkWidget)

void km_spot_card_set_assessment (KmSpotCard *self, KmAssessment *assessment);
void km_spot_card_set_side (KmSpotCard *self, KmSide side);

G_END_DECLS
