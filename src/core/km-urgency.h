/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-answers.h"

G_BEGIN_DECLS

/**
 * KmUrgencyResult:
 * @level: the highest level that fired, %KM_URGENCY_SELF_CARE when none did
 * @flags: (element-type KmRedFlag): every red flag that fired, highest level first
 * @uncertain: whether an alarm question was answered "not sure"
 *
 * How soon to be seen, decided by the red flags alone.
 */
typedef struct
{
  KmUrgency level;
  GPtrArray *flags;
  gboolean uncertain;
} KmUrgencyResult;

KmUrgencyResult *km_urgency_assess (const KmAnswers *answers);
void km_urgency_result_free (KmUrgencyResult *result);
char **km_urgency_dup_because (const KmRedFlag *flag, const KmAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmUrgencyResult, km_urgency_result_free)

G_END_DECLS
