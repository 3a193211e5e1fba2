/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmUrgentView:
 *
 * Takes the place of the questions while someone should be seen today or now: what to do, step by
 * step, and what to tell them, ready to copy. Emits `go-on` to return to the questions.
 */
#define KM_TYPE_URGENT_VIEW (km_urgent_view_get_type ())
G_DECLARE_FINAL_TYPE (KmUrgentView, km_urgent_view, KM, URGENT_VIEW, GtkWidget)

void km_urgent_view_set_assessment (KmUrgentView *self, KmAssessment *assessment);
void km_urgent_view_focus_tell (KmUrgentView *self);

G_END_DECLS
