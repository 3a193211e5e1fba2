/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-ranker.h"
#include "km-urgency.h"

G_BEGIN_DECLS

/**
 * KmMatch:
 *
 * One row of the ranking, for lists.
 */
#define KM_TYPE_MATCH (km_match_get_type ())
G_DECLARE_FINAL_TYPE (KmMatch, km_match, KM, MATCH, GObject)

const KmCondition *km_match_get_condition (KmMatch *self);
KmBand km_match_get_band (KmMatch *self);
double km_match_get_score (KmMatch *self);
guint km_match_get_rank (KmMatch *self);
guint km_match_get_n_for (KmMatch *self);
guint km_match_get_n_against (KmMatch *self);

/**
 * KmAssessment:
 *
 * The whole engine behind one face: answers go in; urgency, ranking and the next question come out.
 * Emits `changed` once after every change of the answers.
 */
#define KM_TYPE_ASSESSMENT (km_assessment_get_type ())
G_DECLARE_FINAL_TYPE (KmAssessment, km_assessment, KM, ASSESSMENT, GObject)

KmAssessment *km_assessment_new (KmLibrary *library);
KmLibrary *km_assessment_get_library (KmAssessment *self);

/* Answers in. */
gboolean km_assessment_answer (KmAssessment *self,
                               const char *question_id,
                               const char *const *options,
                               GError **error);
gboolean km_assessment_toggle_spot (KmAssessment *self, const char *spot_id);
void km_assessment_set_answers (KmAssessment *self, const KmAnswers *answers);
void km_assessment_clear (KmAssessment *self);
const KmAnswers *km_assessment_get_answers (KmAssessment *self);
const KmAnswers *km_assessment_get_counted (KmAssessment *self);

/* What follows from them. */
KmUrgency km_assessment_get_urgency (KmAssessment *self);
GPtrArray *km_assessment_get_flags (KmAssessment *self);
GPtrArray *km_assessment_get_cautions (KmAssessment *self);
gboolean km_assessment_get_uncertain (KmAssessment *self);
GListModel *km_assessment_get_matches (KmAssessment *self);
KmMatch *km_assessment_get_match (KmAssessment *self, const char *condition_id);
gboolean km_assessment_get_unclear (KmAssessment *self);
const KmQuestion *km_assessment_get_next_question (KmAssessment *self);
guint km_assessment_get_n_answered (KmAssessment *self);
guint km_assessment_get_n_expected (KmAssessment *self);
gboolean km_assessment_is_open (KmAssessment *self, const KmQuestion *question);

GPtrArray *km_assessment_dup_reasons (KmAssessment *self, const KmCondition *condition);
GPtrArray *km_assessment_dup_differences (KmAssessment *self,
                                          const KmCondition *a,
                                          const KmCondition *b);

G_END_DECLS
