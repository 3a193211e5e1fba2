/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visit sheet: one page for a doctor or physiotherapist. */
#include "config.h"

#include "km-print-documents.h"
#include "km-visit.h"

#include <glib/gi18n.h>

#define FONT_LARGEST 10.0
#define FONT_SMALLEST 5.0
#define FONT_STEP 0.25
#define LEFT_SHARE 0.36
#define GUTTER 20.0
#define MAX_MATCHES 5
#define NOTE_LINE 2.3 /* ems */
#define MIN_NOTES 3
#define MAX_NOTES 16

/* ---- what may fit, and what to ask ----------------------------------------------------------- */

static void
add_cautions (const KmVisit *visit, KmFlow *flow)
{
  GPtrArray *cautions = km_assessment_get_cautions (visit->assessment);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < cautions->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? KM_VISIT_BETWEEN : "",
                            ((const KmCondition *) g_ptr_array_index (cautions, i))->name);
  if (names->len > 0)
    {
      /* Translators: before names of serious conditions that the answers leave open */
      g_autofree char *line
          = g_markup_printf_escaped ("<b>%s</b>\302\240 %s", _ ("Must not be missed"), names->str);

      km_flow_gap (flow, 0.4);
      km_flow_add_markup (flow, KM_INK_BODY, line);
    }
  g_string_free (names, TRUE);
}

/**
 * km_visit_add_matches:
 * @visit: what the sheet is made from
 * @flow: gets the matches
 *
 * Adds what fits best, in words and marked as no diagnosis.
 */
void
km_visit_add_matches (const KmVisit *visit, KmFlow *flow)
{
  GListModel *matches = km_assessment_get_matches (visit->assessment);
  guint n = MIN (g_list_model_get_n_items (matches), MAX_MATCHES);

  km_flow_add_heading (flow, KM_INK_HEADING, _ ("What may fit"));
  km_flow_gap (flow, 0.2);
  km_flow_add_text (flow, KM_INK_STRONG,
                    _ ("Possible matches from an offline guide. Not a diagnosis."));
  if (km_assessment_get_unclear (visit->assessment))
    {
      km_flow_gap (flow, 0.3);
      km_flow_add_text (flow, KM_INK_BODY, _ ("Nothing fits well."));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);
      g_autofree char *line = NULL;

      if (km_match_get_band (match) == KM_BAND_NONE)
        break;
      line = g_markup_printf_escaped ("%s  <span fgcolor=\"#55504d\">%s</span>",
                                      km_match_get_condition (match)->name,
                                      km_band_to_words (km_match_get_band (match)));
      km_flow_gap (flow, 0.2);
      km_flow_add_marked (flow, KM_INK_BODY, "•", line);
    }
  add_cautions (visit, flow);
}

/**
 * km_visit_add_questions:
 * @visit: what the sheet is made from
 * @flow: gets the questions
 *
 * Adds the good questions of the guide to a visit.
 */
void
km_visit_add_questions (const KmVisit *visit, KmFlow *flow)
{
  KmPage *page = km_library_get_page (visit->library, "guide-visit");

  km_flow_add_heading (flow, KM_INK_HEADING, _ ("What I want to ask"));
  for (guint i = 0; page != NULL && i < km_page_get_n_sections (page); i++)
    {
      const KmSection *section = km_page_get_section (page, i);

      for (guint j = 0; j < section->blocks->len; j++)
        {
          const KmBlock *block = g_ptr_array_index (section->blocks, j);

          if (g_strcmp0 (block->id, "questions-to-ask") != 0)
            continue;
          for (guint k = 0; k < block->texts->len; k++)
            {
              g_autofree char *text = km_text_to_string (g_ptr_array_index (block->texts, k));
              g_autofree char *markup = g_markup_escape_text (text, -1);

              km_flow_gap (flow, 0.25);
              km_flow_add_tick_box (flow, KM_INK_BODY, markup);
            }
        }
    }
}

/* ---- the sheet ------------------------------------------------------------------------------- */

static void
add_head (KmFlow *flow)
{
  double width = km_flow_get_width (flow);
  double em = km_flow_get_font_size (flow);
  double label = width * 0.45;
  g_autofree char *made = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%F");
  KmStrip *row = km_flow_add_row (flow, em * 2.7);

  km_flow_row_text (flow, row, KM_INK_TITLE, _ ("Knee visit sheet"), 0, 0, label, PANGO_ALIGN_LEFT);
  /* Translators: before a line on paper on which to write one's name */
  km_flow_row_text (flow, row, KM_INK_SMALL, _ ("Name"), label, em, em * 5, PANGO_ALIGN_LEFT);
  km_flow_row_rule (flow, row, label + em * 3.4, em * 2.1, width - label - em * 3.4);
  /* Translators: %s is a date */
  made = g_strdup_printf (_ ("Filled in by the runner on %s with Kneemap, an offline guide. Nobody "
                             "has examined the knee for it. “You” is the runner."),
                          date);
  km_flow_gap (flow, 0.2);
  km_flow_add_text (flow, KM_INK_SMALL, made);
  km_flow_gap (flow, 0.5);
  km_flow_add_rule (flow, KM_COLOUR_MARK, 1.4);
}

typedef void (*AddPart) (const KmVisit *visit, KmFlow *flow);

/* Under the column that is shorter so far, so that the sheet fills evenly. */
static void
add_below (const KmVisit *visit, AddPart add, KmFlow **columns, guint n)
{
  KmFlow *flow = columns[0];

  if (n == 2 && km_flow_get_height (columns[1]) < km_flow_get_height (columns[0]))
    flow = columns[1];
  if (km_flow_get_height (flow) > 0)
    km_flow_gap (flow, 1.2);
  add (visit, flow);
}

/* The knee and the answers side by side, the rest below them; one column if either is not there. */
static void
add_body (const KmVisit *visit, KmVisitParts parts, KmFlow *flow)
{
  gboolean has_knee = (parts & KM_VISIT_KNEE) != 0;
  gboolean has_answers = (parts & KM_VISIT_ANSWERS) != 0 && km_visit_has_answers (visit);
  guint n = has_knee || has_answers ? 2 : 1;
  double width = km_flow_get_width (flow);
  double left_width = n == 2 ? width * (has_knee ? LEFT_SHARE : 0.5) : width;
  double x[] = { 0, left_width + GUTTER };
  g_autoptr (KmFlow) left = km_flow_new_column (flow, left_width);
  g_autoptr (KmFlow) right = km_flow_new_column (flow, MAX (width - left_width - GUTTER, 1));
  KmFlow *columns[] = { left, right };

  if (has_knee)
    km_visit_add_knee (visit, left);
  if (has_answers)
    km_visit_add_answers (visit, has_knee ? right : left);
  if (parts & KM_VISIT_MATCHES)
    add_below (visit, km_visit_add_matches, columns, n);
  if (parts & KM_VISIT_QUESTIONS)
    add_below (visit, km_visit_add_questions, columns, n);
  if (km_flow_get_height (left) + km_flow_get_height (right) <= 0)
    return;
  km_flow_gap (flow, 1.2);
  km_flow_add_columns (flow, columns, x, n);
}

static void
add_notes (KmFlow *flow, double room)
{
  double line = NOTE_LINE * km_flow_get_font_size (flow);
  double left;

  km_flow_gap (flow, 1.2);
  km_flow_add_heading (flow, KM_INK_HEADING, _ ("Notes"));
  left = room - km_flow_get_height (flow);
  km_flow_add_write_lines (flow, (guint) CLAMP (left / line, MIN_NOTES, MAX_NOTES), NOTE_LINE);
}

static KmFlow *
lay_out_at (const KmVisit *visit, KmVisitParts parts, const KmPaper *paper, double font_size)
{
  KmFlow *flow = km_layout_create_flow (paper, font_size);

  add_head (flow);
  if (parts & KM_VISIT_WARNINGS)
    {
      km_flow_gap (flow, 0.9);
      km_visit_add_warnings (visit, flow);
    }
  add_body (visit, parts, flow);
  if (parts & KM_VISIT_NOTES)
    add_notes (flow, km_layout_get_room (paper));
  return flow;
}

/**
 * km_print_visit_lay_out:
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @parts: the parts that the person wants on the sheet
 * @paper: the paper
 *
 * The more was answered, the smaller the letters: it is always one page.
 *
 * Returns: (transfer full): the visit sheet
 */
KmLayout *
km_print_visit_lay_out (KmAssessment *assessment,
                        KmAtlas *atlas,
                        KmVisitParts parts,
                        const KmPaper *paper)
{
  const KmAnswers *answers = km_assessment_get_counted (assessment);
  KmVisit visit = { km_assessment_get_library (assessment), assessment, atlas, answers,
                    (parts & KM_VISIT_WARNINGS) != 0 };
  double room = km_layout_get_room (paper);
  double size = FONT_LARGEST;
  KmFlow *flow = lay_out_at (&visit, parts, paper, size);

  while (km_flow_get_height (flow) > room && size > FONT_SMALLEST)
    {
      size -= FONT_STEP;
      km_flow_free (flow);
      flow = lay_out_at (&visit, parts, paper, size);
    }
  return km_layout_new (paper, _ ("Knee visit sheet"), flow,
                        _ ("Kneemap informs. It does not diagnose, and it rules nothing out."));
}
