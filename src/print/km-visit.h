/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the visit sheet. */
#pragma once

#include "km-assessment.h"
#include "km-atlas.h"
#include "km-flow.h"

G_BEGIN_DECLS

/* Between statements, which have no full stop of their own; it starts no line. */
#define KM_VISIT_BETWEEN "\302\240· "

/**
 * KmVisit:
 * @library: the library
 * @assessment: what was answered
 * @atlas: the drawings
 * @answers: the answers that still apply
 * @warnings: whether the warning signs have a place of their own
 *
 * What a visit sheet is made from.
 */
typedef struct
{
  KmLibrary *library;
  KmAssessment *assessment;
  KmAtlas *atlas;
  const KmAnswers *answers;
  gboolean warnings;
} KmVisit;

gboolean km_visit_has_answers (const KmVisit *visit);
void km_visit_add_warnings (const KmVisit *visit, KmFlow *flow);
void km_visit_add_answers (const KmVisit *visit, KmFlow *flow);
void km_visit_add_knee (const KmVisit *visit, KmFlow *flow);
void km_visit_add_matches (const KmVisit *visit, KmFlow *flow);
void km_visit_add_questions (const KmVisit *visit, KmFlow *flow);

G_END_DECLS
