/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-ranker.h"

G_BEGIN_DECLS

KmUrgency km_caution_assess (const KmRanker *ranker, const KmAnswers *answers, GPtrArray *because);

G_END_DECLS
