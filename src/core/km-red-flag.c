/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-red-flag.h"

/**
 * km_red_flag_new:
 * @id: its id
 * @level: how soon to be seen when it fires
 *
 * Returns: (transfer full): a red flag without a rule
 */
KmRedFlag *
km_red_flag_new (const char *id, KmUrgency level)
{
  KmRedFlag *flag = g_new0 (KmRedFlag, 1);

  flag->id = g_strdup (id);
  flag->level = level;
  flag->sources = g_new0 (char *, 1);
  return flag;
}

void
km_red_flag_free (KmRedFlag *flag)
{
  g_free (flag->id);
  g_free (flag->sentence);
  g_clear_pointer (&flag->when, km_rule_unref);
  g_strfreev (flag->sources);
  g_strfreev (flag->points_to);
  g_strfreev (flag->extras);
  g_free (flag);
}
