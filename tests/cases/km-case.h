/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmCase:
 * @id: its group in stories.ini
 * @right: (array zero-terminated=1): ids of the conditions that are right in first place; none for
 *   a case where the right answer is "unclear"
 * @level: the urgency that was expected
 * @least: the lowest urgency that is acceptable
 * @most: the highest urgency that is acceptable
 * @kind: `typical`, `mild` or `mixed`
 * @group: `ordinary`, `red-flag` or `unclear`
 * @answers: what the story says, in the words of the questions
 *
 * A written case, see README.md in this folder.
 */
typedef struct
{
  char *id;
  char **right;
  KmUrgency level, least, most;
  char *kind;
  char *group;
  KmAnswers *answers;
} KmCase;

#define KM_CASE_TOP 3

/**
 * KmCaseResult:
 * @place: place of the right condition in the ranking from 1; 0 where "unclear" is right
 * @level: the urgency that came out
 * @because: the red flag or the condition that asked for it first; otherwise `ranking`
 * @unclear: whether it said that the picture is unclear
 * @n_listed: length of the list: conditions that fit at least a little
 * @n_asked: questions that were asked, without the place and the side
 * @top: the first conditions
 *
 * What the guide made of a case.
 */
typedef struct
{
  const KmCase *story;
  guint place;
  KmUrgency level;
  const char *because;
  gboolean unclear;
  guint n_listed;
  guint n_asked;
  const KmCondition *top[KM_CASE_TOP];
} KmCaseResult;

/**
 * KmCaseMode:
 * @KM_CASE_ALL_ANSWERS: everything the story says is there at once
 * @KM_CASE_INTERVIEW: what the guide asks is answered, from the place and the side on; where the
 *   story is silent, that there is nothing of the kind
 * @KM_CASE_DOUBTFUL: the same, with "not sure" where the story is silent
 *
 * How a case is played.
 */
typedef enum
{
  KM_CASE_ALL_ANSWERS,
  KM_CASE_INTERVIEW,
  KM_CASE_DOUBTFUL,
} KmCaseMode;

#define KM_CASE_N_MODES 3

GPtrArray *km_cases_load (KmLibrary *library, const char *set);
KmCaseResult km_case_play (const KmCase *story, KmAssessment *assessment, KmCaseMode mode);
GArray *km_cases_play (GPtrArray *cases, KmLibrary *library, KmCaseMode mode);

G_END_DECLS
