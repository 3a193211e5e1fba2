/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmQuestionView:
 *
 * One question with its answers. Choosing an answer gives it at once, so that the ranking follows
 * in view; Next goes on. When nothing more would help it says so. Emits `finished` when Next is
 * pressed after the last question.
 */
#define KM_TYPE_QUESTION_VIEW (km_question_view_get_type ())
G_DECLARE_FINAL_TYPE (KmQuestionView, km_question_view, KM, QUESTION_VIEW, GtkWidget)

GtkWidget *km_question_view_new (void);
void km_question_view_set_assessment (KmQuestionView *self, KmAssessment *assessment);
void km_question_view_ask (KmQuestionView *self, const char *question_id);
void km_question_view_focus (KmQuestionView *self);
const char *km_question_view_get_question (KmQuestionView *self);

G_END_DECLS
