/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-ranker.h"

G_BEGIN_DECLS

const KmQuestion *km_next_question (const KmRanker *ranker, const KmAnswers *answers);
guint km_next_question_estimate (const KmRanker *ranker, const KmAnswers *answers);

G_END_DECLS
