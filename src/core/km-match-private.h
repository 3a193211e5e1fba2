/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-assessment.h"

G_BEGIN_DECLS

KmMatch *km_match_new (const KmCondition *condition);
void km_match_set (KmMatch *self, const KmScore *score, guint rank);

G_END_DECLS
