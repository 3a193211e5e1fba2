/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"
#include "km-start-view.h"

G_BEGIN_DECLS

/**
 * KmQuestionPane:
 *
 * The middle of Find: the start, then the questions with the answers given, or what to do while it
 * is urgent; and below them, always in the same place, what fits so far. Emits `open` with a page
 * id and `resume`.
 */
#define KM_TYPE_QUESTION_PANE (km_question_pane_get_type ())
G_DECLARE_FINAL_TYPE (KmQuestionPane, km_question_pane, KM, QUESTION_PANE, GtkWidget)

GtkWidget *km_question_pane_new (KmAssessment *assessment);
void km_question_pane_ask (KmQuestionPane *self, const char *question_id);
void km_question_pane_show_tell (KmQuestionPane *self);
void km_question_pane_show_answers (KmQuestionPane *self);
void km_question_pane_select (KmQuestionPane *self, const char *condition_id);
KmStartView *km_question_pane_get_start (KmQuestionPane *self);

G_END_DECLS
