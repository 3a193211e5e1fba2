/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmAnswerList:
 *
 * The answers given so far; each row asks its question again. Emits `change` with the question id.
 */
#define KM_TYPE_ANSWER_LIST (km_answer_list_get_type ())
G_DECLARE_FINAL_TYPE (KmAnswerList, km_answer_list, KM, ANSWER_LIST, GtkWidget)

void km_answer_list_set_assessment (KmAnswerList *self, KmAssessment *assessment);

G_END_DECLS
