/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table that the page "How good is this?" shows. */
#include "km-case-figures.h"

/* "46 of 58 (79 %, 67 to 88).": small numbers are said as they are. */
static char *
figure (guint hits, guint n)
{
  double low, high;

  if (n < 30)
    return g_strdup_printf ("%u of %u.", hits, n);
  km_case_wilson (hits, n, &low, &high);
  return g_strdup_printf ("%u of %u (%.0f %%, %.0f to %.0f).", hits, n, 100.0 * hits / n, 100 * low,
                          100 * high);
}

static char *
asked (const KmCaseTally *tally)
{
  return g_strdup_printf ("%u, at most %u.", tally->asked, tally->asked_most);
}

static void
add (GStrvBuilder *cells, const char *label, char *interview, char *all_answers)
{
  g_strv_builder_add_many (cells, label, interview, all_answers, NULL);
  g_free (interview);
  g_free (all_answers);
}

static void
add_asked (GStrvBuilder *cells, const char *label, char *interview)
{
  add (cells, label, interview, g_strdup ("Not asked."));
}

/**
 * km_case_figures:
 * @interview: (element-type KmCaseResult): what came out of the interviews
 * @all_answers: (element-type KmCaseResult): what came out of all answers at once
 * @doubtful: (element-type KmCaseResult): what came out of the interviews of people in doubt
 *
 * Returns: (transfer full): the cells below the head, row by row
 */
GStrv
km_case_figures (GArray *interview, GArray *all_answers, GArray *doubtful)
{
  KmCaseTally a = km_case_tally (interview, NULL, NULL);
  KmCaseTally b = km_case_tally (all_answers, NULL, NULL);
  KmCaseTally doubt = km_case_tally (doubtful, NULL, NULL);
  KmCaseTally alarm_doubt = km_case_tally (doubtful, "red-flag", NULL);
  KmCaseTally alarm_a = km_case_tally (interview, "red-flag", NULL);
  KmCaseTally alarm_b = km_case_tally (all_answers, "red-flag", NULL);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  add (cells, "The right cause was first.", figure (a.first, a.n_named),
       figure (b.first, b.n_named));
  add (cells, "It was in the first 3.", figure (a.third, a.n_named), figure (b.third, b.n_named));
  add (cells, "It was in the first 4.", figure (a.fourth, a.n_named), figure (b.fourth, b.n_named));
  add (cells, "How soon was right.", figure (a.fine, a.n), figure (b.fine, b.n));
  add (cells, "It said too late.", figure (a.under, a.n), figure (b.under, b.n));
  add (cells, "It said too soon.", figure (a.over, a.n), figure (b.over, b.n));
  add (cells, "Alarm cases, too late.", figure (alarm_a.under, alarm_a.n),
       figure (alarm_b.under, alarm_b.n));
  add (cells, "Unclear cases, said so.", figure (a.vague_said, a.n_vague),
       figure (b.vague_said, b.n_vague));
  add (cells, "Wrongly called unclear.", figure (a.vague_wrong, a.n_named),
       figure (b.vague_wrong, b.n_named));
  add_asked (cells, "Questions, middle case.", asked (&a));
  add_asked (cells, "In doubt: how soon was right.", figure (doubt.fine, doubt.n));
  add_asked (cells, "In doubt: it said too late.", figure (doubt.under, doubt.n));
  add_asked (cells, "In doubt: it said too soon.", figure (doubt.over, doubt.n));
  add_asked (cells, "In doubt: alarm cases, too late.", figure (alarm_doubt.under, alarm_doubt.n));
  return g_strv_builder_end (cells);
}

/**
 * km_case_figures_to_xml:
 * @cells: (array zero-terminated=1): cells of km_case_figures()
 * @id: id of the table
 *
 * Returns: (transfer full): the table as it stands in the page, to be put there
 */
char *
km_case_figures_to_xml (const char *const *cells, const char *id)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "      <table id=\"%s\">\n        <head>\n"
                          "          <cell>What was counted</cell>\n"
                          "          <cell>Step by step</cell>\n"
                          "          <cell>All at once</cell>\n        </head>\n",
                          id);
  for (guint i = 0; cells[i] != NULL; i++)
    g_string_append_printf (
        text, "%s          <cell>%s</cell>\n%s",
        i % KM_CASE_FIGURES_COLUMNS == 0 ? "        <row source=\"none\">\n" : "", cells[i],
        i % KM_CASE_FIGURES_COLUMNS == KM_CASE_FIGURES_COLUMNS - 1 ? "        </row>\n" : "");
  return g_string_free (g_string_append (text, "      </table>\n"), FALSE);
}
