/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-answers.h"

G_BEGIN_DECLS

KmAnswers *km_scope_dup_answers (const KmAnswers *answers);
KmTruth km_scope_test (const KmQuestion *question, const KmAnswers *answers);

G_END_DECLS
