/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmSpotList:
 *
 * Every place that can hurt as a row with a check mark: the way round the drawing, in step with it.
 *
 * CSS: node `spotlist`, a `checkbutton.option` for each spot.
 */
#define KM_TYPE_SPOT_LIST (km_spot_list_get_type ())
G_DECLARE_FINAL_TYPE (KmSpotList, km_spot_list, KM, SPOT_LIST, GtkWidget)

GtkWidget *km_spot_list_new (KmAssessment *assessment);

G_END_DECLS
