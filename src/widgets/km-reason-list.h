/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmReasonList:
 *
 * Why a condition fits the answers: fits, does not fit, not asked yet. Hidden while nothing was
 * answered. Emits `answer` with the id of a question that was not asked.
 */
#define KM_TYPE_REASON_LIST (km_reason_list_get_type ())
G_DECLARE_FINAL_TYPE (KmReasonList, km_reason_list, KM, REASON_LIST, GtkWidget)

GtkWidget *km_reason_list_new (KmAssessment *assessment, const KmCondition *condition);

G_END_DECLS
