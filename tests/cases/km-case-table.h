/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-case.h"

G_BEGIN_DECLS

/**
 * KmCaseTally:
 * @n: cases
 * @n_named: cases that have a right condition
 * @first: of those, the right condition comes first
 * @third: it is among the first three
 * @fourth: it is among the first four
 * @exact: the urgency is the expected one
 * @fine: the urgency is acceptable
 * @under: it is below every acceptable one
 * @over: it is above every acceptable one
 * @n_vague: cases where "unclear" is right
 * @vague_said: of those, it said so
 * @vague_wrong: it said "unclear" where there is a right condition
 * @listed: sum of the lengths of the lists
 * @asked: median of the questions asked
 * @asked_most: most questions asked
 *
 * What came out of some cases, counted.
 */
typedef struct
{
  guint n, n_named;
  guint first, third, fourth;
  guint exact, fine, under, over;
  guint n_vague, vague_said, vague_wrong;
  guint listed;
  guint asked, asked_most;
} KmCaseTally;

KmCaseTally km_case_tally (GArray *results, const char *group, const char *kind);
void km_case_wilson (guint hits, guint n, double *low, double *high);
char *km_case_share (guint hits, guint n);
char *km_case_table (GArray *results);
char *km_case_misses (GArray *results);

G_END_DECLS
