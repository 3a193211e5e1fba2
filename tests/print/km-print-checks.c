/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-print-checks.h"

static void
check_pages (KmLayout *layout, const KmPaper *paper, const char *name)
{
  double room = km_layout_get_room (paper);
  guint n_pages = km_layout_get_n_pages (layout);

  g_assert_cmpuint (n_pages, >, 0);
  for (guint page = 0; page < n_pages; page++)
    {
      guint n;
      const KmPlacedStrip *placed = km_layout_get_page (layout, page, &n);

      if (n == 0)
        {
          g_test_fail_printf ("%s: page %u is empty", name, page + 1);
          continue;
        }
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *line = km_strip_to_string (placed[i].strip);

          if (placed[i].y < 0 || placed[i].y + placed[i].strip->height > room + 0.01)
            g_test_fail_printf ("%s: off page %u: %s", name, page + 1, line);
          if (i > 0 && placed[i].y < placed[i - 1].y + placed[i - 1].strip->height - 0.01)
            g_test_fail_printf ("%s: overlap on page %u: %s", name, page + 1, line);
        }
      if (placed[n - 1].strip->keep && page + 1 < n_pages)
        {
          g_autofree char *line = km_strip_to_string (placed[n - 1].strip);

          g_test_fail_printf ("%s: parted from what follows: %s", name, line);
        }
    }
}

static gboolean
is_on_page (KmLayout *layout, guint page, const KmStrip *strip)
{
  guint n;
  const KmPlacedStrip *placed = km_layout_get_page (layout, page, &n);

  for (guint i = 0; i < n; i++)
    if (placed[i].strip == strip)
      return TRUE;
  return FALSE;
}

/* The titles of a log that is cut stand over its rest again. */
static void
check_no_cut_log (KmLayout *layout, const char *name)
{
  for (guint page = 1; page < km_layout_get_n_pages (layout); page++)
    {
      guint n;
      const KmStrip *first = km_layout_get_page (layout, page, &n)[0].strip;
      const KmItem *item = first->items->len > 0 ? g_ptr_array_index (first->items, 0) : NULL;

      if (item != NULL && item->kind == KM_ITEM_BOX && is_on_page (layout, page - 1, first))
        g_test_fail_printf ("%s: a log is cut at the top of page %u", name, page + 1);
    }
}

static gboolean
is_tick_box (const KmStrip *strip)
{
  for (guint i = 0; i < strip->items->len; i++)
    if (strip->role == KM_STRIP_TEXT
        && ((KmItem *) g_ptr_array_index (strip->items, i))->kind == KM_ITEM_BOX)
      return TRUE;
  return FALSE;
}

static void
check_no_cut_card (KmLayout *layout, const char *name)
{
  for (guint page = 1; page < km_layout_get_n_pages (layout); page++)
    {
      guint n;
      const KmPlacedStrip *before = km_layout_get_page (layout, page - 1, &n);
      gboolean ends = is_tick_box (before[n - 1].strip);

      if (ends && is_tick_box (km_layout_get_page (layout, page, &n)[0].strip))
        g_test_fail_printf ("%s: a card is cut at the top of page %u", name, page + 1);
    }
}

/* The numbers of sources stand beside what they are for. */
static void
check_marks (KmLayout *layout, const char *name)
{
  for (guint page = 0; page < km_layout_get_n_pages (layout); page++)
    {
      guint n;
      const KmPlacedStrip *placed = km_layout_get_page (layout, page, &n);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *line = km_strip_to_string (placed[i].strip);

          if (placed[i].strip->role == KM_STRIP_TEXT
              && g_regex_match_simple ("^[0-9P,\\s]+$", line, 0, 0))
            g_test_fail_printf ("%s: numbers of sources alone on page %u: %s", name, page + 1,
                                line);
        }
    }
}

/* A page of a book does not turn for a line or two. */
static void
check_last_page (KmLayout *layout, const char *name)
{
  guint last = km_layout_get_n_pages (layout) - 1;
  guint n;

  km_layout_get_page (layout, last, &n);
  if (last > 0 && n < 4)
    g_test_fail_printf ("%s: %u lines on the last page", name, n);
}

static void
check_items_inside (KmLayout *layout, const KmPaper *paper, const char *name)
{
  g_autoptr (KmFlow) flow = km_layout_create_flow (paper, 10);
  double width = km_flow_get_width (flow);

  for (guint page = 0; page < km_layout_get_n_pages (layout); page++)
    {
      guint n;
      const KmPlacedStrip *placed = km_layout_get_page (layout, page, &n);

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < placed[i].strip->items->len; j++)
          {
            const KmItem *item = g_ptr_array_index (placed[i].strip->items, j);
            double right = item->x + item->width;

            if (item->kind == KM_ITEM_TEXT)
              {
                PangoRectangle logical;

                pango_layout_line_get_extents (
                    pango_layout_get_line_readonly (item->layout, item->line), NULL, &logical);
                right = item->x + (double) logical.width / PANGO_SCALE;
                if (pango_layout_is_ellipsized (item->layout))
                  g_test_fail_printf ("%s: page %u: cut short: %s", name, page + 1,
                                      pango_layout_get_text (item->layout));
              }
            if (item->x < -0.01 || right > width + 1)
              g_test_fail_printf ("%s: page %u: beyond the margin, %g to %g", name, page + 1,
                                  item->x, right);
          }
    }
}

/**
 * km_print_check_layout:
 * @layout: any document
 * @paper: the paper
 * @name: what to call it when it fails
 *
 * What must be true of any layout: nothing runs off the paper, over something else or into dots,
 * and what belongs together is together.
 */
void
km_print_check_layout (KmLayout *layout, const KmPaper *paper, const char *name)
{
  check_pages (layout, paper, name);
  check_items_inside (layout, paper, name);
}

/**
 * km_print_check_book:
 * @layout: a page of the guide
 * @name: what to call it when it fails
 *
 * What one would not print in a book.
 */
void
km_print_check_book (KmLayout *layout, const char *name)
{
  check_last_page (layout, name);
  check_no_cut_log (layout, name);
  check_no_cut_card (layout, name);
  check_marks (layout, name);
}
