/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmUrgencyBanner:
 *
 * What to do, how soon, whom to see and why, above everything. Hidden while nothing urgent holds.
 * Takes the focus when it first appears or rises, so that a screen reader says it at once.
 * Emits `tell` and `change-answer` from its buttons.
 */
#define KM_TYPE_URGENCY_BANNER (km_urgency_banner_get_type ())
G_DECLARE_FINAL_TYPE (KmUrgencyBanner, km_urgency_banner, KM, URGENCY_BANNER, GtkWidget)

void km_urgency_banner_set_assessment (KmUrgencyBanner *self, KmAssessment *assessment);
void km_urgency_banner_set_narrow (KmUrgencyBanner *self, gboolean narrow);

G_END_DECLS
