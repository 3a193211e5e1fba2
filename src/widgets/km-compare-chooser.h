/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmCompareChooser:
 *
 * Asks which condition to put beside another: what fits best so far first, then all of them.
 * Emits `chosen` with the id of a condition, and goes away.
 */
#define KM_TYPE_COMPARE_CHOOSER (km_compare_chooser_get_type ())
G_DECLARE_FINAL_TYPE (KmCompareChooser, km_compare_chooser, KM, COMPARE_CHOOSER, GtkWindow)

GtkWidget *km_compare_chooser_new (GtkWindow *parent,
                                   KmAssessment *assessment,
                                   const KmCondition *beside);

G_END_DECLS
