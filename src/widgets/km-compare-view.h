/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"
#include "km-atlas.h"

G_BEGIN_DECLS

/**
 * KmCompareView:
 *
 * Two conditions side by side, or below each other where there is no room: where, when, what is
 * worse, signs, first steps, how soon, how long, and what tells them apart.
 *
 * CSS: node `compare`.
 */
#define KM_TYPE_COMPARE_VIEW (km_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (KmCompareView, km_compare_view, KM, COMPARE_VIEW, GtkWidget)

GtkWidget *km_compare_view_new (KmAssessment *assessment, KmAtlas *atlas);
void km_compare_view_show (KmCompareView *self,
                           const KmCondition *first,
                           const KmCondition *second);
void km_compare_view_set_narrow (KmCompareView *self, gboolean narrow);
void km_compare_view_focus_title (KmCompareView *self);

G_END_DECLS
