/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-print-blocks.h"
#include "km-print-documents.h"

#include <glib/gi18n.h>

#define FIGURE_WIDTH 170.0
#define GUTTER 18.0
#define WEEKS 6
#define DAYS 7

static void
collect_from_text (GPtrArray *exercises, KmLibrary *library, const KmText *text)
{
  for (guint i = 0; i < text->runs->len; i++)
    {
      const KmRun *run = g_ptr_array_index (text->runs, i);
      KmPage *page = run->kind == KM_RUN_LINK ? km_library_get_page (library, run->target) : NULL;

      if (page != NULL && km_page_get_kind (page) == KM_PAGE_EXERCISE
          && !g_ptr_array_find (exercises, page, NULL))
        g_ptr_array_add (exercises, page);
    }
}

/* Exercises that a page tells to do, in the order of its plan. Those it names elsewhere, say to
 * leave out, do not count. */
static GPtrArray *
dup_exercises (KmPage *page, KmLibrary *library)
{
  GPtrArray *exercises = g_ptr_array_new ();
  const KmSection *section = km_page_find_section (page, "exercises");

  if (km_page_get_kind (page) == KM_PAGE_EXERCISE)
    g_ptr_array_add (exercises, page);
  else if (section != NULL)
    for (guint i = 0; i < section->blocks->len; i++)
      {
        const KmBlock *block = g_ptr_array_index (section->blocks, i);

        for (guint j = 0; j < block->texts->len; j++)
          if (block->kind != KM_BLOCK_WARNING)
            collect_from_text (exercises, library, g_ptr_array_index (block->texts, j));
      }
  return exercises;
}

/**
 * km_print_exercises_has_any:
 * @page: a page of the guide
 * @library: the library
 *
 * Returns: whether there is an exercise sheet for @page
 */
gboolean
km_print_exercises_has_any (KmPage *page, KmLibrary *library)
{
  g_autoptr (GPtrArray) exercises = dup_exercises (page, library);

  return exercises->len > 0;
}

static const KmBlock *
find_steps (KmPage *exercise)
{
  const KmSection *section = km_page_find_section (exercise, "steps");

  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind == KM_BLOCK_STEPS)
        return block;
    }
  return NULL;
}

/* A box for each day of six weeks. */
static void
print_boxes (KmFlow *flow)
{
  double em = km_flow_get_font_size (flow);
  double width = km_flow_get_width (flow) / WEEKS;
  double size = (width - em) / DAYS;
  KmStrip *strip = km_flow_add_row (flow, em * 1.5 + size);

  for (guint week = 0; week < WEEKS; week++)
    {
      /* Translators: over seven boxes to tick, one for each day */
      g_autofree char *name = g_strdup_printf (_ ("Week %u"), week + 1);

      km_flow_row_text (flow, strip, KM_INK_SMALL, name, week * width, 0, width, PANGO_ALIGN_LEFT);
      for (guint day = 0; day < DAYS; day++)
        km_flow_row_box (flow, strip, week * width + day * size, em * 1.4, size - 1.5, size - 1.5);
    }
}

/* ---- what to know before, and when to stop ----------------------------------------------------
 */

static void
collect_cautions (GPtrArray *cautions, KmPage *exercise)
{
  static const char *const kinds[] = { "before", "stop" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const KmSection *section = km_page_find_section (exercise, kinds[i]);

      for (guint j = 0; section != NULL && j < section->blocks->len; j++)
        {
          const KmBlock *block = g_ptr_array_index (section->blocks, j);

          if (block->kind == KM_BLOCK_PARAGRAPH || block->kind == KM_BLOCK_WARNING)
            for (guint k = 0; k < block->texts->len; k++)
              g_ptr_array_add (cautions, km_text_to_string (g_ptr_array_index (block->texts, k)));
        }
    }
}

static guint
count_same (GPtrArray *texts, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += g_str_equal (g_ptr_array_index (texts, i), text);
  return n;
}

/* What several exercises of the sheet say is said once, at the top. */
static void
print_rules (KmPrinter *printer, GPtrArray *cautions, gboolean single)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  km_flow_gap (printer->flow, 0.9);
  km_flow_begin_panel (printer->flow, 0xfbf4df, 0x7a5b00);
  km_flow_add_callout_title (printer->flow, _ ("Before you start, and when to stop"));
  for (guint i = 0; i < cautions->len; i++)
    {
      const char *text = g_ptr_array_index (cautions, i);

      if ((!single && count_same (cautions, text) < 2) || !g_hash_table_add (said, (gpointer) text))
        continue;
      km_flow_gap (printer->flow, 0.25);
      km_flow_add_text (printer->flow, KM_INK_BODY, text);
    }
  km_flow_end_panel (printer->flow);
  km_flow_gap (printer->flow, 0.7);
  km_flow_add_text (printer->flow, KM_INK_STRONG, _ ("Tick a box for each day you did it."));
}

/* What only this exercise says. */
static void
print_own_cautions (KmFlow *flow, KmPage *exercise, GPtrArray *cautions)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);

  collect_cautions (own, exercise);
  for (guint i = 0; i < own->len; i++)
    {
      const char *text = g_ptr_array_index (own, i);
      g_autofree char *markup = g_markup_escape_text (text, -1);

      if (count_same (cautions, text) > 1)
        continue;
      km_flow_gap (flow, 0.3);
      km_flow_add_marked (flow, KM_INK_BODY, "▲", markup);
    }
}

/* ---- the sheet --------------------------------------------------------------------------------
 */

static void
print_words (KmPrinter *printer, KmPage *exercise, GPtrArray *cautions)
{
  const KmBlock *steps = find_steps (exercise);

  km_flow_add_text (printer->flow, KM_INK_HEADING, km_page_get_title (exercise));
  if (km_page_get_purpose (exercise) != NULL)
    km_flow_add_text (printer->flow, KM_INK_SMALL, km_page_get_purpose (exercise));
  km_flow_gap (printer->flow, 0.3);
  if (km_page_get_dose (exercise) != NULL)
    km_flow_add_text (printer->flow, KM_INK_STRONG, km_page_get_dose (exercise));
  km_flow_gap (printer->flow, 0.4);
  for (guint i = 0; steps != NULL && i < steps->texts->len; i++)
    {
      g_autofree char *plain = km_text_to_string (g_ptr_array_index (steps->texts, i));
      g_autofree char *markup = g_markup_escape_text (plain, -1);
      g_autofree char *mark = g_strdup_printf ("<b>%u</b>", i + 1);

      km_flow_gap (printer->flow, 0.15);
      km_flow_add_marked (printer->flow, KM_INK_BODY, mark, markup);
    }
  if (cautions != NULL)
    print_own_cautions (printer->flow, exercise, cautions);
}

static void
print_exercise (KmPrinter *printer, KmPage *exercise, GPtrArray *cautions)
{
  KmFlow *flow = printer->flow;
  KmPrintPicture *picture = km_print_picture_new_figure (km_page_get_id (exercise));
  double width = km_flow_get_width (flow);
  double figure = MIN (FIGURE_WIDTH, width * 0.4);
  double x[] = { 0, figure + GUTTER };
  g_autoptr (KmFlow) left = km_flow_new_column (flow, figure);
  g_autoptr (KmFlow) right = km_flow_new_column (flow, width - figure - GUTTER);

  km_flow_add_picture (left, picture, figure, figure * km_print_picture_get_ratio (picture));
  printer->flow = right;
  print_words (printer, exercise, cautions);
  printer->flow = flow;
  km_flow_gap (flow, 1.3);
  km_flow_add_rule (flow, KM_COLOUR_LINE, 0.6);
  km_flow_gap (flow, 0.9);
  km_flow_add_columns (flow, (KmFlow *[]){ left, right }, x, 2)->keep = TRUE;
  km_flow_gap (flow, 0.7);
  print_boxes (flow);
}

/* The plan of the page; the figures come with the exercises. */
static void
print_plan (KmPrinter *printer, KmPage *page)
{
  const KmSection *section = km_page_find_section (page, "exercises");

  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind != KM_BLOCK_PRINT && block->kind != KM_BLOCK_FIGURE)
        km_print_block (printer, block);
    }
}

/**
 * km_print_exercises_dup_title:
 * @page: a condition or an exercise
 * @library: the library
 *
 * Returns: (transfer full): the title of its exercise sheet
 */
char *
km_print_exercises_dup_title (KmPage *page, KmLibrary *library)
{
  const KmCondition *condition = km_library_get_condition (library, km_page_get_id (page));

  if (condition == NULL)
    return g_strdup (km_page_get_title (page));
  /* Translators: title of an exercise sheet; %s is the everyday name of a condition */
  return g_strdup_printf (_ ("Exercises: %s"), condition->short_name);
}

static void
print_sheet (KmPrinter *printer, KmPage *page, GPtrArray *exercises)
{
  g_autoptr (GPtrArray) cautions = g_ptr_array_new_with_free_func (g_free);
  gboolean single = exercises->len == 1;

  for (guint i = 0; i < exercises->len; i++)
    collect_cautions (cautions, g_ptr_array_index (exercises, i));
  if (km_page_get_kind (page) != KM_PAGE_EXERCISE)
    print_plan (printer, page);
  print_rules (printer, cautions, single);
  for (guint i = 0; i < exercises->len; i++)
    print_exercise (printer, g_ptr_array_index (exercises, i), single ? NULL : cautions);
}

static KmLayout *
lay_out_at (double font_size, gpointer user_data)
{
  const KmPrintJob *job = user_data;
  KmLibrary *library = km_assessment_get_library (job->assessment);
  g_autoptr (GPtrArray) exercises = dup_exercises (job->page, library);
  g_autofree char *title = km_print_exercises_dup_title (job->page, library);
  g_autofree char *checked = km_page_dup_checked (job->page);
  g_autofree char *foot = g_strdup_printf ("%s · %s", title, checked);
  KmFlow *flow = km_layout_create_flow (job->paper, font_size);
  KmPrinter printer = { library, job->atlas, flow, NULL, NULL };

  km_flow_add_heading (flow, KM_INK_TITLE, title);
  km_flow_gap (flow, 0.4);
  km_flow_add_text (flow, KM_INK_SMALL, _ ("General advice. It does not replace an examination."));
  if (km_assessment_get_urgency (job->assessment) < KM_URGENCY_SAME_DAY)
    print_sheet (&printer, job->page, exercises);
  else
    {
      km_flow_gap (flow, 1.0);
      km_print_banner (&printer, job->assessment);
      km_flow_gap (flow, 1.0);
      km_flow_add_text (flow, KM_INK_BODY,
                        _ ("The exercises are left out for now. Your answers say that you should "
                           "be seen first."));
    }
  return km_layout_new (job->paper, title, flow, foot);
}

/**
 * km_print_exercises_lay_out:
 * @page: a condition, for the exercises of its plan, or an exercise
 * @assessment: what was answered so far; it has the library
 * @atlas: the drawings
 * @paper: the paper
 *
 * While the answers say that the person should be seen today or at once, the sheet says that and
 * holds no exercise.
 *
 * Returns: (transfer full): the sheet, with boxes to tick for six weeks
 */
KmLayout *
km_print_exercises_lay_out (KmPage *page,
                            KmAssessment *assessment,
                            KmAtlas *atlas,
                            const KmPaper *paper)
{
  KmPrintJob job = { page, assessment, atlas, paper };

  return km_layout_fit (lay_out_at, &job);
}
