/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-print-blocks.h"
#include "km-print-documents.h"

#include <glib/gi18n.h>

#define MAP_WIDTH 118.0
#define MAP_GUTTER 22.0

/* Advice on exercise and running steps back while someone should be seen first. */
static gboolean
is_held_back (KmPage *page, const KmSection *section)
{
  static const char *const kinds[]
      = { "week", "exercises", "return", "steps", "dose", "level", NULL };
  KmPageKind kind = km_page_get_kind (page);

  return (kind == KM_PAGE_CONDITION || kind == KM_PAGE_EXERCISE)
         && g_strv_contains (kinds, section->kind);
}

/* The picture of the page that shows what its map does, with a caption. */
static const KmBlock *
find_map_block (KmPage *page, const KmCondition *condition)
{
  const KmSection *section = km_page_find_section (page, "where");

  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == KM_BLOCK_PICTURE && block->view == condition->view)
        return block;
    }
  return NULL;
}

static void
print_map (KmPrinter *printer, KmFlow *column, const KmCondition *condition)
{
  const KmBlock *block = printer->skipped;
  KmPrintPicture *picture = km_print_picture_new_knee (
      printer->atlas, block != NULL ? block->view : condition->view,
      block != NULL ? block->layer : condition->layer,
      (const char *const *) (block != NULL ? block->structures : condition->structures),
      (const char *const *) (block != NULL ? block->spots : condition->spots), FALSE);

  km_flow_add_picture (column, picture, MAP_WIDTH,
                       MAP_WIDTH * km_print_picture_get_ratio (picture));
  if (block != NULL && block->texts->len > 0)
    {
      g_autofree char *caption
          = km_print_sources_markup (printer->sources, g_ptr_array_index (block->texts, 0));

      km_flow_gap (column, 0.2);
      km_flow_add_markup (column, KM_INK_SMALL, caption);
    }
}

static void
print_fact (KmFlow *flow, const char *word, const char *value)
{
  g_autofree char *markup = NULL;

  if (value == NULL || *value == '\0')
    return;
  markup = g_markup_printf_escaped ("<b>%s</b>\302\240 %s", word, value);
  km_flow_gap (flow, 0.3);
  km_flow_add_markup (flow, KM_INK_BODY, markup);
}

static void
print_head (KmPrinter *printer, KmPage *page)
{
  const char *const *also = km_page_get_also (page);

  km_flow_add_heading (printer->flow, KM_INK_TITLE, km_page_get_title (page));
  if (also != NULL && *also != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", (char **) also);
      /* Translators: other names of a condition or exercise */
      g_autofree char *line = g_strdup_printf (_ ("Also called: %s"), names);

      km_flow_gap (printer->flow, 0.2);
      km_flow_add_text (printer->flow, KM_INK_SMALL, line);
    }
  if (km_page_get_purpose (page) != NULL)
    {
      km_flow_gap (printer->flow, 0.2);
      km_flow_add_text (printer->flow, KM_INK_BODY, km_page_get_purpose (page));
    }
  km_flow_keep (printer->flow);
  km_flow_gap (printer->flow, 0.6);
  km_flow_add_rule (printer->flow, KM_COLOUR_MARK, 1.4);
}

/* The summary and the facts, with the map beside them. */
static void
print_summary (KmPrinter *printer, KmPage *page, const KmSection *section)
{
  const KmCondition *condition = km_library_get_condition (printer->library, km_page_get_id (page));
  KmFlow *flow = printer->flow;
  double width = km_flow_get_width (flow);
  double x[] = { 0, width - MAP_WIDTH };
  g_autoptr (KmFlow) left = NULL;
  g_autoptr (KmFlow) right = NULL;

  if (condition == NULL || width < 3 * MAP_WIDTH)
    {
      km_print_section (printer, section);
      km_print_closing (printer, page);
      return;
    }
  left = km_flow_new_column (flow, width - MAP_WIDTH - MAP_GUTTER);
  right = km_flow_new_column (flow, MAP_WIDTH);
  printer->skipped = find_map_block (page, condition);
  printer->flow = left;
  km_print_section (printer, section);
  km_flow_gap (left, 0.9);
  print_fact (left, _ ("Where"), condition->where);
  print_fact (left, _ ("How soon"), condition->how_soon);
  print_fact (left, _ ("How long"), condition->how_long);
  km_print_closing (printer, page);
  printer->flow = flow;
  print_map (printer, right, condition);
  km_flow_gap (flow, 1.0);
  km_flow_add_columns (flow, (KmFlow *[]){ left, right }, x, 2);
}

static void
print_away (KmPrinter *printer)
{
  km_flow_gap (printer->flow, 1.3);
  km_flow_add_heading (printer->flow, KM_INK_HEADING, _ ("Exercises and running"));
  km_flow_gap (printer->flow, 0.35);
  km_flow_add_text (printer->flow, KM_INK_BODY,
                    _ ("Left out for now. Your answers say that you should be seen first."));
}

static void
print_sections (KmPrinter *printer, KmPage *page, gboolean urgent)
{
  gboolean away_said = FALSE;

  for (guint i = 0; i < km_page_get_n_sections (page); i++)
    {
      const KmSection *section = km_page_get_section (page, i);

      if (g_str_equal (section->kind, "summary"))
        print_summary (printer, page, section);
      else if (!urgent || !is_held_back (page, section))
        km_print_section (printer, section);
      else if (!away_said)
        {
          print_away (printer);
          away_said = TRUE;
        }
    }
}

static char *
dup_foot (KmPage *page)
{
  g_autofree char *checked = NULL;

  if (km_page_get_reviewed (page) == NULL)
    return g_strdup (km_page_get_title (page));
  checked = km_page_dup_checked (page);
  return g_strdup_printf ("%s · %s", km_page_get_title (page), checked);
}

static KmLayout *
lay_out_at (double font_size, gpointer user_data)
{
  const KmPrintJob *job = user_data;
  KmLibrary *library = km_assessment_get_library (job->assessment);
  g_autoptr (KmPrintSources) sources = km_print_sources_new (library);
  g_autofree char *foot = dup_foot (job->page);
  KmFlow *flow = km_layout_create_flow (job->paper, font_size);
  KmPrinter printer = { library, job->atlas, flow, sources, NULL };
  gboolean urgent = km_assessment_get_urgency (job->assessment) >= KM_URGENCY_SAME_DAY;

  print_head (&printer, job->page);
  if (urgent)
    {
      km_flow_gap (flow, 1.0);
      km_print_banner (&printer, job->assessment);
    }
  print_sections (&printer, job->page, urgent);
  km_print_sources_add (sources, flow);
  return km_layout_new (job->paper, km_page_get_title (job->page), flow, foot);
}

/**
 * km_print_page_lay_out:
 * @page: a page of the guide
 * @assessment: what was answered so far; it has the library
 * @atlas: the drawings
 * @paper: the paper
 *
 * While the answers say that the person should be seen today or at once, that stands first, and
 * advice on exercise and running is left out, as in the window.
 *
 * Returns: (transfer full): the page on paper
 */
KmLayout *
km_print_page_lay_out (KmPage *page, KmAssessment *assessment, KmAtlas *atlas, const KmPaper *paper)
{
  KmPrintJob job = { page, assessment, atlas, paper };

  return km_layout_fit (lay_out_at, &job);
}
