/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-rule.h"

G_BEGIN_DECLS

/**
 * KmRedFlag:
 * @id: its id
 * @level: how soon to be seen when it fires
 * @sentence: the reason, one sentence
 * @when: the rule that fires it
 * @sources: (array zero-terminated=1): what it rests on
 * @points_to: (nullable) (array zero-terminated=1): conditions it points to
 * @extras: (nullable) (array zero-terminated=1): extra lines of the fixed wording
 *
 * A sign that decides how soon to be seen, apart from any ranking. Filled by the loader, owned by
 * the library, immutable after.
 */
typedef struct
{
  char *id;
  KmUrgency level;
  char *sentence;
  KmRule *when;
  char **sources;
  char **points_to;
  char **extras;
} KmRedFlag;

KmRedFlag *km_red_flag_new (const char *id, KmUrgency level);
void km_red_flag_free (KmRedFlag *flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmRedFlag, km_red_flag_free)

G_END_DECLS
