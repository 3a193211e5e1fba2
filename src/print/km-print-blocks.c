/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-print-blocks.h"

#include <glib/gi18n.h>
#include <math.h>

#define LOG_ROWS 8
#define LOG_ROW 2.3 /* ems */
#define FIGURE_WIDTH 250.0
#define KNEE_WIDTH 105.0
#define CAPTION_MIN 110.0

static const KmText *
text_at (const KmBlock *block, guint position)
{
  return g_ptr_array_index (block->texts, position);
}

static void
add_text (KmPrinter *printer, KmFlow *flow, KmInk ink, const KmText *text)
{
  g_autofree char *markup = km_print_sources_markup (printer->sources, text);

  km_flow_add_markup (flow, ink, markup);
}

static void
print_list (KmPrinter *printer, const KmBlock *block)
{
  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *markup = km_print_sources_markup (printer->sources, text_at (block, i));
      g_autofree char *mark
          = block->kind == KM_BLOCK_STEPS ? g_strdup_printf ("<b>%u</b>", i + 1) : g_strdup ("•");

      km_flow_gap (printer->flow, i == 0 ? 0 : 0.35);
      km_flow_add_marked (printer->flow, KM_INK_BODY, mark, markup);
      /* Not one item alone, under a heading or at the top of a page. */
      if (block->texts->len > 1 && (i == 0 || i + 2 == block->texts->len))
        km_flow_keep (printer->flow);
    }
}

/* ---- tables ---------------------------------------------------------------------------------- */

/* Wider for columns with more to say; but no column so narrow that its longest word is cut. */
static double *
weigh_columns (KmPrinter *printer, const KmBlock *block)
{
  double *widths = g_new0 (double, block->n_columns);
  double sum = 0;

  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *text = km_text_to_string (text_at (block, i));
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      double weight = sqrt (MIN ((double) g_utf8_strlen (text, -1), 120));
      double *width = &widths[i % block->n_columns];

      for (char **word = words; *word != NULL; word++)
        weight = MAX (weight, (double) g_utf8_strlen (*word, -1) * 0.75);
      *width = MAX (*width, MAX (weight, 3));
    }
  for (guint i = 0; i < block->n_columns; i++)
    sum += widths[i];
  for (guint i = 0; i < block->n_columns; i++)
    widths[i] *= km_flow_get_width (printer->flow) / sum;
  return widths;
}

static KmStrip *
print_table_row (KmPrinter *printer, const KmBlock *block, guint row, const double *widths)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) km_flow_free);
  g_autofree double *x = g_new0 (double, block->n_columns);
  double gutter = km_flow_get_font_size (printer->flow);
  double at = 0;

  for (guint i = 0; i < block->n_columns; i++)
    {
      KmFlow *cell = km_flow_new_column (printer->flow, widths[i] - gutter);

      add_text (printer, cell, row == 0 ? KM_INK_STRONG : KM_INK_BODY,
                text_at (block, row * block->n_columns + i));
      g_ptr_array_add (cells, cell);
      x[i] = at;
      at += widths[i];
    }
  return km_flow_add_columns (printer->flow, (KmFlow **) cells->pdata, x, block->n_columns);
}

static void
print_table (KmPrinter *printer, const KmBlock *block)
{
  g_autofree double *widths = weigh_columns (printer, block);
  guint n_rows = block->texts->len / block->n_columns;
  KmStrip *head = NULL;

  for (guint row = 0; row < n_rows; row++)
    {
      KmStrip *strip = print_table_row (printer, block, row, widths);

      if (row == 0)
        head = strip;
      else
        strip->head = head;
      strip->keep = row == 0;
      if (row + 1 == n_rows)
        break;
      km_flow_gap (printer->flow, 0.3);
      km_flow_add_rule (printer->flow, row == 0 ? KM_COLOUR_EDGE : KM_COLOUR_LINE, 0.6);
      ((KmStrip *) g_ptr_array_index (km_flow_get_strips (printer->flow),
                                      km_flow_get_strips (printer->flow)->len - 1))
          ->head
          = row > 0 ? head : NULL;
      km_flow_gap (printer->flow, 0.3);
    }
  km_flow_gap (printer->flow, 0.9);
}

/* ---- pictures -------------------------------------------------------------------------------- */

static void
print_picture (KmPrinter *printer, const KmBlock *block)
{
  gboolean figure = block->kind == KM_BLOCK_FIGURE;
  KmPrintPicture *picture
      = figure ? km_print_picture_new_figure (block->exercise)
               : km_print_picture_new_knee (printer->atlas, block->view, block->layer,
                                            (const char *const *) block->structures,
                                            (const char *const *) block->spots, FALSE);
  KmFlow *flow = printer->flow;
  double gutter = 1.5 * km_flow_get_font_size (flow);
  double width = MIN (figure ? FIGURE_WIDTH : KNEE_WIDTH, km_flow_get_width (flow));
  double rest = km_flow_get_width (flow) - width - gutter;
  double x[] = { 0, width + gutter };
  g_autoptr (KmFlow) left = km_flow_new_column (flow, width);
  g_autoptr (KmFlow) right = km_flow_new_column (flow, MAX (rest, CAPTION_MIN));

  km_flow_add_picture (left, picture, width, width * km_print_picture_get_ratio (picture));
  if (block->texts->len > 0)
    add_text (printer, right, KM_INK_SMALL, text_at (block, 0));
  if (rest >= CAPTION_MIN)
    {
      km_flow_add_columns (flow, (KmFlow *[]){ left, right }, x, 2);
      return;
    }
  km_flow_add_columns (flow, &left, x, 1)->keep = TRUE;
  km_flow_gap (flow, 0.2);
  if (block->texts->len > 0)
    add_text (printer, flow, KM_INK_SMALL, text_at (block, 0));
}

/* ---- logs and checklists --------------------------------------------------------------------- */

/* A row of boxes that share their edges. */
static KmStrip *
print_boxes (KmPrinter *printer, guint n, double height)
{
  KmFlow *flow = printer->flow;
  double width = km_flow_get_width (flow) / n;
  KmStrip *strip = km_flow_add_row (flow, height);

  for (guint i = 0; i < n; i++)
    km_flow_row_box (flow, strip, i * width, 0, width + (i + 1 < n ? 0.8 : 0), height + 0.8);
  return strip;
}

/* As high as its longest words need: what is asked for is never cut short. */
static KmStrip *
print_log_head (KmPrinter *printer, const KmBlock *block)
{
  KmFlow *flow = printer->flow;
  double pad = 0.4 * km_flow_get_font_size (flow);
  double width = km_flow_get_width (flow) / block->texts->len;
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) km_flow_free);
  double height = 0;
  KmStrip *strip;

  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *text = km_text_to_string (text_at (block, i));
      KmFlow *cell = km_flow_new_column (flow, width - 2 * pad);

      km_flow_add_text (cell, KM_INK_SMALL, text);
      height = MAX (height, km_flow_get_height (cell));
      g_ptr_array_add (cells, cell);
    }
  strip = print_boxes (printer, block->texts->len, height + 2 * pad);
  for (guint i = 0; i < cells->len; i++)
    km_flow_row_column (flow, strip, g_ptr_array_index (cells, i), i * width + pad, pad);
  return strip;
}

static void
print_log (KmPrinter *printer, const KmBlock *block)
{
  double height = LOG_ROW * km_flow_get_font_size (printer->flow);
  KmStrip *head;

  if (block->texts->len == 0)
    return;
  head = print_log_head (printer, block);
  head->keep = TRUE;
  for (guint i = 0; i < LOG_ROWS; i++)
    {
      KmStrip *row = print_boxes (printer, block->texts->len, height);

      row->head = head;
      row->keep = i + 1 < LOG_ROWS;
    }
}

static void
print_form (KmPrinter *printer, const KmBlock *block)
{
  km_flow_gap (printer->flow, 0.3);
  if (block->title != NULL)
    km_flow_add_callout_title (printer->flow, block->title);
  km_flow_gap (printer->flow, 0.3);
  if (!block->checklist)
    {
      print_log (printer, block);
      return;
    }
  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *markup = km_print_sources_markup (printer->sources, text_at (block, i));

      km_flow_gap (printer->flow, 0.4);
      km_flow_add_tick_box (printer->flow, KM_INK_BODY, markup);
      /* A card to take along is on one page. */
      if (i + 1 < block->texts->len)
        km_flow_keep (printer->flow);
    }
}

/* ---- call-outs ------------------------------------------------------------------------------- */

static void
print_warning (KmPrinter *printer, const KmBlock *block)
{
  km_flow_begin_panel (printer->flow, 0xfbf4df, 0x7a5b00);
  /* Translators: title of a call-out with a warning */
  km_flow_add_callout_title (printer->flow, _ ("Take care"));
  km_flow_gap (printer->flow, 0.2);
  for (guint i = 0; i < block->texts->len; i++)
    add_text (printer, printer->flow, KM_INK_BODY, text_at (block, i));
  km_flow_end_panel (printer->flow);
}

static void
print_whens (KmPrinter *printer, GPtrArray *whens)
{
  for (guint i = 0; i < whens->len; i++)
    {
      km_flow_gap (printer->flow, 0.2);
      if (whens->len == 1)
        km_flow_add_markup (printer->flow, KM_INK_BODY, g_ptr_array_index (whens, i));
      else
        km_flow_add_marked (printer->flow, KM_INK_BODY, "•", g_ptr_array_index (whens, i));
      if (i == 0 || i + 1 == whens->len)
        km_flow_keep (printer->flow);
    }
}

/**
 * km_print_urgency:
 * @printer: what is printed
 * @level: an urgency level
 * @whens: (element-type utf8): when it holds, as Pango markup
 * @extras: (nullable) (array zero-terminated=1): ids of extra lines
 *
 * Prints the fixed wording of a level as a call-out.
 */
void
km_print_urgency (KmPrinter *printer, KmUrgency level, GPtrArray *whens, char **extras)
{
  static const guint32 fills[KM_N_URGENCIES] = { 0xf1efed, 0xf1efed, 0xfbf4df, 0xfdebcf, 0xf9e3e4 };
  static const guint32 bars[KM_N_URGENCIES] = { 0x6f6864, 0x6f6864, 0x7a5b00, 0xa84300, 0xa51d2d };
  const KmLevelText *words = km_library_get_level_text (printer->library, level);
  g_autofree char *fixed = km_library_dup_level_text (printer->library, level);
  GString *text = g_string_new (fixed);

  for (char **extra = extras; extra != NULL && *extra != NULL; extra++)
    if (km_library_get_extra (printer->library, *extra) != NULL)
      g_string_append_printf (text, " %s", km_library_get_extra (printer->library, *extra));
  km_flow_begin_panel (printer->flow, fills[level], bars[level]);
  if (words != NULL)
    km_flow_add_callout_title (printer->flow, words->title);
  print_whens (printer, whens);
  km_flow_gap (printer->flow, 0.2);
  km_flow_add_text (printer->flow, KM_INK_BODY, text->str);
  km_flow_end_panel (printer->flow);
  g_string_free (text, TRUE);
}

/* The extra lines of every flag of the level, each once. */
static char **
dup_extras (GPtrArray *flags, KmUrgency level)
{
  g_autoptr (GPtrArray) extras = g_ptr_array_new ();

  for (guint i = 0; i < flags->len; i++)
    {
      const KmRedFlag *flag = g_ptr_array_index (flags, i);

      for (char **extra = flag->extras; flag->level == level && extra != NULL && *extra != NULL;
           extra++)
        if (!g_ptr_array_find_with_equal_func (extras, *extra, g_str_equal, NULL))
          g_ptr_array_add (extras, *extra);
    }
  g_ptr_array_add (extras, NULL);
  return g_strdupv ((char **) extras->pdata);
}

/**
 * km_print_banner:
 * @printer: what is printed
 * @assessment: an assessment
 *
 * Prints how soon to be seen, with the reasons, when that is within days or sooner.
 */
void
km_print_banner (KmPrinter *printer, KmAssessment *assessment)
{
  KmUrgency level = km_assessment_get_urgency (assessment);
  GPtrArray *flags = km_assessment_get_flags (assessment);
  g_auto (GStrv) extras = dup_extras (flags, level);
  g_autoptr (GPtrArray) whens = g_ptr_array_new_with_free_func (g_free);

  if (level < KM_URGENCY_WITHIN_DAYS)
    return;
  for (guint i = 0; i < flags->len; i++)
    {
      const KmRedFlag *flag = g_ptr_array_index (flags, i);

      if (flag->level == level)
        g_ptr_array_add (whens, g_markup_escape_text (flag->sentence, -1));
    }
  km_print_urgency (printer, level, whens, extras);
}

static gboolean
says_the_same (const KmBlock *a, const KmBlock *b)
{
  static char *none[] = { NULL };

  return b->kind == KM_BLOCK_URGENT && a->urgency == b->urgency
         && g_strv_equal ((const char *const *) (a->extras != NULL ? a->extras : none),
                          (const char *const *) (b->extras != NULL ? b->extras : none));
}

/* Urgent blocks in a row with the same wording share it: on paper seven of them would fill a page.
 * Returns how many were printed. */
static guint
print_urgents (KmPrinter *printer, GPtrArray *blocks, guint first)
{
  const KmBlock *block = g_ptr_array_index (blocks, first);
  g_autoptr (GPtrArray) whens = g_ptr_array_new_with_free_func (g_free);
  guint i = first;

  for (; i < blocks->len && says_the_same (block, g_ptr_array_index (blocks, i)); i++)
    {
      const KmBlock *next = g_ptr_array_index (blocks, i);

      if (next->texts->len > 0)
        g_ptr_array_add (whens, km_print_sources_markup (printer->sources, text_at (next, 0)));
    }
  km_flow_gap (printer->flow, 0.5);
  km_print_urgency (printer, block->urgency, whens, block->extras);
  return i - first;
}

static void
print_urgent (KmPrinter *printer, const KmBlock *block)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  g_ptr_array_add (blocks, (gpointer) block);
  print_urgents (printer, blocks, 0);
}

/* The words of an answer; its pictures and forms are on a page of their own. */
static void
print_answer (KmPrinter *printer, KmPage *page)
{
  const KmSection *section
      = km_page_get_n_sections (page) > 0 ? km_page_get_section (page, 0) : NULL;

  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind != KM_BLOCK_PICTURE && block->kind != KM_BLOCK_FIGURE
          && block->kind != KM_BLOCK_PRINT && block->kind != KM_BLOCK_ASK)
        km_print_block (printer, block);
    }
}

static void
print_ask (KmPrinter *printer, const KmBlock *block)
{
  for (char **id = block->targets; id != NULL && *id != NULL; id++)
    {
      KmPage *page = km_library_get_page (printer->library, *id);

      if (page == NULL)
        continue;
      km_flow_gap (printer->flow, 0.8);
      km_flow_add_heading (printer->flow, KM_INK_STRONG, km_page_get_title (page));
      print_answer (printer, page);
    }
}

/**
 * km_print_block:
 * @printer: what is printed
 * @block: a block of a page
 *
 * Puts a block on paper.
 */
void
km_print_block (KmPrinter *printer, const KmBlock *block)
{
  if (block == printer->skipped)
    return;
  km_flow_gap (printer->flow, 0.5);
  switch (block->kind)
    {
    case KM_BLOCK_LIST:
    case KM_BLOCK_STEPS:
      print_list (printer, block);
      break;
    case KM_BLOCK_TABLE:
      print_table (printer, block);
      break;
    case KM_BLOCK_WARNING:
      print_warning (printer, block);
      break;
    case KM_BLOCK_PICTURE:
    case KM_BLOCK_FIGURE:
      print_picture (printer, block);
      break;
    case KM_BLOCK_PRINT:
      print_form (printer, block);
      break;
    case KM_BLOCK_ASK:
      print_ask (printer, block);
      break;
    case KM_BLOCK_URGENT:
      print_urgent (printer, block);
      break;
    case KM_BLOCK_PARAGRAPH:
    default:
      for (guint i = 0; i < block->texts->len; i++)
        add_text (printer, printer->flow, KM_INK_BODY, text_at (block, i));
      break;
    }
}

static void
print_blocks (KmPrinter *printer, GPtrArray *blocks)
{
  guint n = 1;

  for (guint i = 0; i < blocks->len; i += n)
    {
      const KmBlock *block = g_ptr_array_index (blocks, i);

      n = 1;
      if (block->kind == KM_BLOCK_URGENT)
        n = print_urgents (printer, blocks, i);
      else
        km_print_block (printer, block);
    }
}

/**
 * km_print_section:
 * @printer: what is printed
 * @section: a section of a page
 *
 * Puts a section on paper, its heading with what comes next.
 */
void
km_print_section (KmPrinter *printer, const KmSection *section)
{
  if (section->heading != NULL)
    {
      km_flow_gap (printer->flow, 1.3);
      km_flow_add_heading (printer->flow, KM_INK_HEADING, section->heading);
    }
  print_blocks (printer, section->blocks);
}

/**
 * km_print_closing:
 * @printer: what is printed
 * @page: a page
 *
 * Prints the line that closes every summary.
 */
void
km_print_closing (KmPrinter *printer, KmPage *page)
{
  if (km_page_get_closing (page) == NULL)
    return;
  km_flow_gap (printer->flow, 0.5);
  km_flow_add_text (printer->flow, KM_INK_SMALL, km_page_get_closing (page));
}
