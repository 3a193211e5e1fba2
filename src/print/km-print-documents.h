/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-assessment.h"
#include "km-atlas.h"
#include "km-layout.h"

G_BEGIN_DECLS

/**
 * KmVisitParts:
 * @KM_VISIT_KNEE: the marked knee
 * @KM_VISIT_WARNINGS: warning signs, and the answers about them
 * @KM_VISIT_ANSWERS: the other answers
 * @KM_VISIT_MATCHES: what fits best
 * @KM_VISIT_QUESTIONS: questions to ask
 * @KM_VISIT_NOTES: lines to write on
 * @KM_VISIT_ALL: all of these
 *
 * Parts of the visit sheet, for the person to choose from.
 */
typedef enum
{
  KM_VISIT_KNEE = 1 << 0,
  KM_VISIT_WARNINGS = 1 << 1,
  KM_VISIT_ANSWERS = 1 << 2,
  KM_VISIT_MATCHES = 1 << 3,
  KM_VISIT_QUESTIONS = 1 << 4,
  KM_VISIT_NOTES = 1 << 5,
  KM_VISIT_ALL = (1 << 6) - 1,
} KmVisitParts;

KmLayout *km_print_page_lay_out (KmPage *page,
                                 KmAssessment *assessment,
                                 KmAtlas *atlas,
                                 const KmPaper *paper);
gboolean km_print_exercises_has_any (KmPage *page, KmLibrary *library);
char *km_print_exercises_dup_title (KmPage *page, KmLibrary *library);
KmLayout *km_print_exercises_lay_out (KmPage *page,
                                      KmAssessment *assessment,
                                      KmAtlas *atlas,
                                      const KmPaper *paper);
KmLayout *km_print_visit_lay_out (KmAssessment *assessment,
                                  KmAtlas *atlas,
                                  KmVisitParts parts,
                                  const KmPaper *paper);

G_END_DECLS
