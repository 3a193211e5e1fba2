/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-case-table.h"

#include <math.h>

/* 95 % of the time. */
#define Z 1.959964

static int
compare_guints (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static gboolean
is_under (const KmCaseResult *result)
{
  return result->level < result->story->least;
}

static gboolean
is_over (const KmCaseResult *result)
{
  return result->level > result->story->most;
}

static void
count (KmCaseTally *tally, const KmCaseResult *result)
{
  gboolean vague = result->place == 0;

  tally->n++;
  tally->n_named += !vague;
  tally->first += result->place == 1;
  tally->third += !vague && result->place <= 3;
  tally->fourth += !vague && result->place <= 4;
  tally->exact += result->level == result->story->level;
  tally->under += is_under (result);
  tally->over += is_over (result);
  tally->fine += !is_under (result) && !is_over (result);
  tally->n_vague += vague;
  tally->vague_said += vague && result->unclear;
  tally->vague_wrong += !vague && result->unclear;
  tally->listed += result->n_listed;
  tally->asked_most = MAX (tally->asked_most, result->n_asked);
}

/**
 * km_case_tally:
 * @results: (element-type KmCaseResult): what came out
 * @group: (nullable): count only this group
 * @kind: (nullable): count only this kind
 *
 * Returns: the counts
 */
KmCaseTally
km_case_tally (GArray *results, const char *group, const char *kind)
{
  KmCaseTally tally = { 0 };
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < results->len; i++)
    {
      const KmCaseResult *result = &g_array_index (results, KmCaseResult, i);

      if ((group != NULL && !g_str_equal (group, result->story->group))
          || (kind != NULL && !g_str_equal (kind, result->story->kind)))
        continue;
      count (&tally, result);
      g_array_append_val (asked, result->n_asked);
    }
  g_array_sort (asked, compare_guints);
  tally.asked = asked->len > 0 ? g_array_index (asked, guint, asked->len / 2) : 0;
  return tally;
}

/**
 * km_case_wilson:
 * @hits: how many of
 * @n: how many
 * @low: (out): lower end of the interval
 * @high: (out): upper end
 *
 * The 95 % interval of Wilson for a share.
 */
void
km_case_wilson (guint hits, guint n, double *low, double *high)
{
  double p = n > 0 ? (double) hits / n : 0;
  double middle = n > 0 ? (p + Z * Z / (2 * n)) / (1 + Z * Z / n) : 0.5;
  double reach = n > 0 ? Z * sqrt (p * (1 - p) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n) : 0.5;

  *low = MAX (0, middle - reach);
  *high = MIN (1, middle + reach);
}

/**
 * km_case_share:
 * @hits: how many of
 * @n: how many
 *
 * Returns: (transfer full): the share with its interval, "82 % (74 to 88)"; "-" of none
 */
char *
km_case_share (guint hits, guint n)
{
  double low, high;

  if (n == 0)
    return g_strdup ("-");
  km_case_wilson (hits, n, &low, &high);
  return g_strdup_printf ("%.0f %% (%.0f to %.0f)", 100.0 * hits / n, 100 * low, 100 * high);
}

static void
add_share (GString *text, guint hits, guint n)
{
  g_autofree char *share = km_case_share (hits, n);

  g_string_append_printf (text, " | %17s", share);
}

static void
add_row (GString *text, GArray *results, const char *name, const char *group, const char *kind)
{
  KmCaseTally tally = km_case_tally (results, group, kind);

  if (tally.n == 0)
    return;
  g_string_append_printf (text, "%-9s %4u", name, tally.n);
  add_share (text, tally.first, tally.n_named);
  add_share (text, tally.third, tally.n_named);
  add_share (text, tally.fourth, tally.n_named);
  add_share (text, tally.exact, tally.n);
  add_share (text, tally.fine, tally.n);
  add_share (text, tally.under, tally.n);
  add_share (text, tally.over, tally.n);
  add_share (text, tally.vague_said, tally.n_vague);
  add_share (text, tally.vague_wrong, tally.n_named);
  g_string_append_printf (text, " | %4.1f | %2u, %2u\n", (double) tally.listed / tally.n,
                          tally.asked, tally.asked_most);
}

/**
 * km_case_table:
 * @results: (element-type KmCaseResult): what came out
 *
 * Returns: (transfer full): all that was counted, with 95 % intervals, by group and by kind
 */
char *
km_case_table (GArray *results)
{
  static const char *const columns[]
      = { "first",         "top three",    "top four",     "urgency exact",  "urgency fine",
          "urgency under", "urgency over", "unclear said", "wrongly unclear" };
  static const char *const groups[] = { "ordinary", "red-flag", "unclear" };
  static const char *const kinds[] = { "typical", "mild", "mixed" };
  GString *text = g_string_new ("cases        n");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, " | %17s", columns[i]);
  g_string_append (text, " | list | questions: median, most\n");
  add_row (text, results, "all", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_row (text, results, groups[i], groups[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_row (text, results, kinds[i], NULL, kinds[i]);
  return g_string_free (text, FALSE);
}

static gboolean
is_miss (const KmCaseResult *result)
{
  return result->place > 1 || is_under (result) || is_over (result)
         || result->unclear != (result->place == 0);
}

static void
add_miss (GString *text, const KmCaseResult *result)
{
  const KmCase *story = result->story;

  g_string_append_printf (text, "%s %s/%s", story->id, story->group, story->kind);
  if (result->place > 1)
    g_string_append_printf (text, "; %s is number %u", story->right[0], result->place);
  else if (result->place == 1)
    g_string_append_printf (text, "; %s is right", story->right[0]);
  g_string_append_printf (text, "; %s, %s, %s came first", result->top[0]->id, result->top[1]->id,
                          result->top[2]->id);
  if (result->unclear != (result->place == 0))
    g_string_append (text, result->unclear ? "; wrongly unclear" : "; should be unclear");
  if (is_under (result) || is_over (result))
    g_string_append_printf (text, "; urgency %s %s (%s), not %s",
                            is_under (result) ? "UNDER" : "over",
                            km_enum_to_nick (KM_TYPE_URGENCY, (int) result->level), result->because,
                            km_enum_to_nick (KM_TYPE_URGENCY, (int) story->level));
  g_string_append_c (text, '\n');
}

/**
 * km_case_misses:
 * @results: (element-type KmCaseResult): what came out
 *
 * Returns: (transfer full): a line for each case that went wrong in some way, with what came first
 */
char *
km_case_misses (GArray *results)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    if (is_miss (&g_array_index (results, KmCaseResult, i)))
      add_miss (text, &g_array_index (results, KmCaseResult, i));
  return g_string_free (text, FALSE);
}
