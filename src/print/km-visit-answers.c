/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visit sheet: warning signs, then the other answers, in the words of the runner. */
#include "config.h"

#include "km-scope.h"
#include "km-visit.h"

#include <glib/gi18n.h>

static gboolean
is_place (const char *question_id)
{
  return g_str_equal (question_id, KM_KEY_SPOT) || g_str_equal (question_id, KM_KEY_SIDE);
}

/* Whether a question is asked for a warning sign. */
static gboolean
asks_for_alarm (const KmQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    if (km_question_get_option (question, i)->role == KM_OPTION_ALARM)
      return TRUE;
  return FALSE;
}

/* Answers that stand with the warning signs: alarms, and what else was said when asked for them. */
static gboolean
is_about_alarm (const KmQuestion *question, const KmOption *option)
{
  return option->role == KM_OPTION_ALARM
         || (asks_for_alarm (question) && option->role != KM_OPTION_PLAIN);
}

typedef gboolean (*Filter) (const KmQuestion *question, const KmOption *option);

static gboolean
is_alarm (const KmQuestion *question, const KmOption *option)
{
  return option->role == KM_OPTION_ALARM;
}

static gboolean
is_unsure_of_alarm (const KmQuestion *question, const KmOption *option)
{
  return option->role == KM_OPTION_UNSURE && asks_for_alarm (question);
}

static gboolean
is_calm_about_alarm (const KmQuestion *question, const KmOption *option)
{
  return option->role == KM_OPTION_CALM && asks_for_alarm (question);
}

static gboolean
is_other (const KmQuestion *question, const KmOption *option)
{
  return !is_about_alarm (question, option);
}

static gboolean
is_any (const KmQuestion *question, const KmOption *option)
{
  return TRUE;
}

/* The statements of the answers to a question that pass the filter, as one text. */
static char *
dup_statements (const KmVisit *visit, const KmQuestion *question, Filter filter)
{
  const char *const *options = km_answers_get (visit->answers, question->id);
  GString *text = g_string_new (NULL);

  for (; options != NULL && *options != NULL; options++)
    {
      const KmOption *option = km_question_find_option (question, *options);

      if (option != NULL && filter (question, option))
        g_string_append_printf (text, "%s%s", text->len > 0 ? KM_VISIT_BETWEEN : "",
                                option->statement);
    }
  return g_string_free (text, FALSE);
}

/* Every statement that passes the filter, by question, as (element-type char*) markup. */
static GPtrArray *
dup_lines (const KmVisit *visit, Filter filter, gboolean with_brief)
{
  const char *const *ids = km_answers_get_questions (visit->answers);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (; *ids != NULL; ids++)
    {
      const KmQuestion *question = km_library_get_question (visit->library, *ids);
      g_autofree char *statements = NULL;

      if (is_place (*ids) || question == NULL)
        continue;
      statements = dup_statements (visit, question, filter);
      if (*statements == '\0')
        continue;
      g_ptr_array_add (lines, with_brief ? g_markup_printf_escaped ("<b>%s</b>\302\240 %s",
                                                                    question->brief, statements)
                                         : g_markup_escape_text (statements, -1));
    }
  return lines;
}

static char *
join (GPtrArray *lines, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "",
                            (const char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

/* Questions for warning signs that apply, as far as is known, and were not answered. */
static char *
dup_not_asked (const KmVisit *visit)
{
  GPtrArray *questions = km_library_get_questions (visit->library);
  g_autoptr (GPtrArray) briefs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < questions->len; i++)
    {
      const KmQuestion *question = g_ptr_array_index (questions, i);

      if (!is_place (question->id) && asks_for_alarm (question)
          && !km_answers_has (visit->answers, question->id)
          && km_scope_test (question, visit->answers) != KM_TRUTH_FALSE)
        g_ptr_array_add (briefs, g_markup_escape_text (question->brief, -1));
    }
  return join (briefs, KM_VISIT_BETWEEN);
}

/* Two colours for the two levels that cannot wait. */
static void
begin_panel (KmFlow *flow, KmUrgency level)
{
  if (level == KM_URGENCY_EMERGENCY)
    km_flow_begin_panel (flow, 0xf9e3e4, 0xa51d2d);
  else if (level == KM_URGENCY_SAME_DAY)
    km_flow_begin_panel (flow, 0xfdebcf, 0xa84300);
  else
    km_flow_begin_panel (flow, 0xf1efed, KM_COLOUR_EDGE);
}

static void
add_labelled (KmFlow *flow, KmInk ink, const char *label, const char *markup)
{
  g_autofree char *line = NULL;

  if (*markup == '\0')
    return;
  line = g_strdup_printf ("<b>%s</b>\302\240 %s", label, markup);
  km_flow_gap (flow, 0.3);
  km_flow_add_markup (flow, ink, line);
}

/* What the red flags say, the most urgent first, the level before each group. */
static void
add_flags (const KmVisit *visit, KmFlow *flow)
{
  GPtrArray *flags = km_assessment_get_flags (visit->assessment);

  for (int level = KM_N_URGENCIES - 1; level >= 0; level--)
    {
      const KmLevelText *words = km_library_get_level_text (visit->library, (KmUrgency) level);
      GString *sentences = g_string_new (NULL);
      g_autofree char *markup = NULL;

      for (guint i = 0; i < flags->len; i++)
        {
          const KmRedFlag *flag = g_ptr_array_index (flags, i);

          if ((int) flag->level == level)
            g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? " " : "",
                                    flag->sentence);
        }
      markup = g_markup_escape_text (sentences->str, -1);
      add_labelled (flow, KM_INK_BODY, words != NULL ? words->brief : "", markup);
      g_string_free (sentences, TRUE);
    }
}

static void
add_alarms (KmFlow *flow, GPtrArray *alarms)
{
  for (guint i = 0; i < alarms->len; i++)
    {
      km_flow_gap (flow, i == 0 ? 0.3 : 0.15);
      km_flow_add_marked (flow, KM_INK_BODY, "▲", g_ptr_array_index (alarms, i));
    }
}

static void
add_level_title (const KmVisit *visit, KmFlow *flow, gboolean none)
{
  KmUrgency level = km_assessment_get_urgency (visit->assessment);
  const KmLevelText *words = km_library_get_level_text (visit->library, level);
  g_autofree char *title = NULL;

  if (level < KM_URGENCY_WITHIN_DAYS || words == NULL)
    title = g_strdup (_ ("Warning signs"));
  else
    /* Translators: %s says how soon to be seen, such as "Be seen today" */
    title = g_strdup_printf (_ ("Warning signs. The guide says: %s"), words->title);
  km_flow_add_callout_title (flow, title);
  if (!none)
    return;
  km_flow_gap (flow, 0.2);
  km_flow_add_text (flow, KM_INK_BODY,
                    _ ("No answer so far is a warning sign. That does not rule one out."));
}

/* The two columns, the first with a share of the width; returns how high they are. */
static double
make_signs (const KmVisit *visit,
            KmFlow *flow,
            GPtrArray *alarms,
            double share,
            KmFlow **columns,
            double *x)
{
  double width = km_flow_get_width (flow);
  double gutter = 1.5 * km_flow_get_font_size (flow);
  double first = (width - gutter) * share;

  x[0] = 0;
  x[1] = first + gutter;
  columns[0] = km_flow_new_column (flow, first);
  columns[1] = km_flow_new_column (flow, width - gutter - first);
  km_flow_add_text (columns[0], KM_INK_SMALL, _ ("Answers"));
  add_alarms (columns[0], alarms);
  km_flow_add_text (columns[1], KM_INK_SMALL, _ ("What these answers can mean"));
  add_flags (visit, columns[1]);
  return MAX (km_flow_get_height (columns[0]), km_flow_get_height (columns[1]));
}

/* The answers that raise an alarm, and beside them what they can mean; as wide as keeps it low. */
static void
add_signs (const KmVisit *visit, KmFlow *flow, GPtrArray *alarms)
{
  static const double shares[] = { 0.5, 0.42, 0.34 };
  KmFlow *columns[2];
  double x[2];
  double lowest = G_MAXDOUBLE;
  double best = shares[0];

  if (km_assessment_get_flags (visit->assessment)->len == 0)
    {
      add_alarms (flow, alarms);
      return;
    }
  if (alarms->len == 0)
    {
      add_flags (visit, flow);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double height = make_signs (visit, flow, alarms, shares[i], columns, x);

      if (height < lowest)
        {
          lowest = height;
          best = shares[i];
        }
      km_flow_free (columns[0]);
      km_flow_free (columns[1]);
    }
  make_signs (visit, flow, alarms, best, columns, x);
  km_flow_gap (flow, 0.35);
  km_flow_add_columns (flow, columns, x, 2);
  km_flow_free (columns[0]);
  km_flow_free (columns[1]);
}

/**
 * km_visit_add_warnings:
 * @visit: what the sheet is made from
 * @flow: gets the warning signs
 *
 * Adds the answers that raise an alarm, what they can mean, what the runner was not sure of, what
 * was denied, and what was not asked.
 */
void
km_visit_add_warnings (const KmVisit *visit, KmFlow *flow)
{
  g_autoptr (GPtrArray) alarms = dup_lines (visit, is_alarm, TRUE);
  g_autoptr (GPtrArray) unsure = dup_lines (visit, is_unsure_of_alarm, FALSE);
  g_autoptr (GPtrArray) calm = dup_lines (visit, is_calm_about_alarm, FALSE);
  g_autofree char *unsure_text = join (unsure, KM_VISIT_BETWEEN);
  g_autofree char *calm_text = join (calm, KM_VISIT_BETWEEN);
  g_autofree char *not_asked = dup_not_asked (visit);
  GPtrArray *flags = km_assessment_get_flags (visit->assessment);

  begin_panel (flow, km_assessment_get_urgency (visit->assessment));
  add_level_title (visit, flow, alarms->len == 0 && flags->len == 0);
  add_signs (visit, flow, alarms);
  /* Translators: before statements such as "You are not sure about fever." */
  add_labelled (flow, KM_INK_BODY, _ ("Not sure"), unsure_text);
  /* Translators: before statements such as "You have no fever." */
  add_labelled (flow, KM_INK_SMALL, _ ("Asked, no warning sign"), calm_text);
  /* Translators: before names of questions such as "Fever or very ill" */
  add_labelled (flow, KM_INK_SMALL, _ ("Not asked"), not_asked);
  km_flow_end_panel (flow);
}

/**
 * km_visit_has_answers:
 * @visit: what the sheet is made from
 *
 * Returns: whether there are answers beside the places and the warning signs
 */
gboolean
km_visit_has_answers (const KmVisit *visit)
{
  g_autoptr (GPtrArray) lines = dup_lines (visit, visit->warnings ? is_other : is_any, FALSE);

  return lines->len > 0;
}

/**
 * km_visit_add_answers:
 * @visit: what the sheet is made from
 * @flow: gets the answers
 *
 * Adds the answers that do not stand with the warning signs, in the order they were given.
 */
void
km_visit_add_answers (const KmVisit *visit, KmFlow *flow)
{
  g_autoptr (GPtrArray) lines = dup_lines (visit, visit->warnings ? is_other : is_any, TRUE);

  km_flow_add_heading (flow, KM_INK_HEADING, _ ("What I answered"));
  for (guint i = 0; i < lines->len; i++)
    {
      km_flow_gap (flow, 0.28);
      km_flow_add_markup (flow, KM_INK_BODY, g_ptr_array_index (lines, i));
    }
}
