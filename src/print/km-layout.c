/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-layout.h"

#include <glib/gi18n.h>

/* Wider than any printer's own, so that the sheet looks the same from each: 15 mm, or 18 at the
 * sides. */
#define MARGIN_SIDE 51.0
#define MARGIN_TOP 42.0
#define MARGIN_BOTTOM 36.0
#define FOOT_HEIGHT 26.0
#define FOOT_SIZE 9.0
/* Running text, and how much smaller it may be to save a page that would be nearly empty. */
#define FONT_SIZE 10.0
#define FONT_SMALLEST 9.25
#define FONT_STEP 0.25
#define NEARLY_EMPTY 0.35
/* What sums of measures may be off by. */
#define ROUNDING 0.005

struct _KmLayout
{
  KmPaper paper;
  char *title;
  char *foot;
  KmFlow *flow;
  GPtrArray *pages; /* GArray of KmPlacedStrip */
  GPtrArray *feet;  /* KmFlow */
};

/**
 * km_layout_create_flow:
 * @paper: the paper
 * @font_size: size of running text, in points
 *
 * Returns: (transfer full): an empty flow as wide as the text on @paper
 */
KmFlow *
km_layout_create_flow (const KmPaper *paper, double font_size)
{
  return km_flow_new (MAX (paper->width - 2 * MARGIN_SIDE, 120), font_size);
}

/**
 * km_layout_get_room:
 * @paper: the paper
 *
 * Returns: how high a flow may be to fit on one page
 */
double
km_layout_get_room (const KmPaper *paper)
{
  return MAX (paper->height - MARGIN_TOP - MARGIN_BOTTOM - FOOT_HEIGHT, 120);
}

static GArray *
start_page (KmLayout *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (KmPlacedStrip));

  g_ptr_array_add (self->pages, page);
  return page;
}

static void
place (GArray *page, const KmStrip *strip, double *y)
{
  KmPlacedStrip placed = { strip, *y + (page->len > 0 ? strip->before : 0) };

  g_array_append_val (page, placed);
  *y = placed.y + strip->height;
}

/* Height of the strips that must stand together, from @first on; and how many they are. */
static double
measure_group (GPtrArray *strips, guint first, guint *n)
{
  double height = 0;
  guint i = first;

  for (;; i++)
    {
      const KmStrip *strip = g_ptr_array_index (strips, i);

      height += strip->height + (i > first ? strip->before : 0);
      if (!strip->keep || i + 1 == strips->len)
        break;
    }
  *n = i - first + 1;
  return height;
}

/* A group that is higher than a page is cut between its strips after all. */
static void
paginate (KmLayout *self)
{
  GPtrArray *strips = km_flow_get_strips (self->flow);
  double room = km_layout_get_room (&self->paper);
  GArray *page = start_page (self);
  double y = 0;
  guint n;

  for (guint i = 0; i < strips->len; i += n)
    {
      double height = measure_group (strips, i, &n);

      for (guint j = i; j < i + n; j++)
        {
          const KmStrip *strip = g_ptr_array_index (strips, j);
          double needed = strip->before + (j == i && height <= room ? height : strip->height);

          if (page->len > 0 && y + needed > room + ROUNDING)
            {
              page = start_page (self);
              y = 0;
              if (strip->head != NULL)
                place (page, strip->head, &y);
            }
          place (page, strip, &y);
        }
    }
}

static void
add_feet (KmLayout *self)
{
  double width = self->paper.width - 2 * MARGIN_SIDE;

  for (guint i = 0; i < self->pages->len; i++)
    {
      KmFlow *flow = km_layout_create_flow (&self->paper, FOOT_SIZE);
      /* Translators: number of a printed page, and how many there are */
      g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), i + 1, self->pages->len);
      KmStrip *row;

      km_flow_add_rule (flow, KM_COLOUR_LINE, 0.6);
      km_flow_gap (flow, 0.4);
      row = km_flow_add_row (flow, FOOT_SIZE * 1.4);
      km_flow_row_text (flow, row, KM_INK_SMALL, self->foot, 0, 0, width - FOOT_SIZE * 7,
                        PANGO_ALIGN_LEFT);
      km_flow_row_text (flow, row, KM_INK_SMALL, number, width - FOOT_SIZE * 7, 0, FOOT_SIZE * 7,
                        PANGO_ALIGN_RIGHT);
      g_ptr_array_add (self->feet, flow);
    }
}

/**
 * km_layout_new:
 * @paper: the paper
 * @title: title of the document
 * @flow: (transfer full): what is on it, of km_layout_create_flow()
 * @foot: line at the foot of each page
 *
 * Returns: (transfer full): the flow cut into pages
 */
KmLayout *
km_layout_new (const KmPaper *paper, const char *title, KmFlow *flow, const char *foot)
{
  KmLayout *self = g_new0 (KmLayout, 1);

  self->paper = *paper;
  self->title = g_strdup (title);
  self->foot = g_strdup (foot);
  self->flow = flow;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->feet = g_ptr_array_new_with_free_func ((GDestroyNotify) km_flow_free);
  paginate (self);
  add_feet (self);
  return self;
}

/**
 * km_layout_fit:
 * @lay_out: lays the document out
 * @user_data: (closure lay_out): what to lay out
 *
 * Sets a document a little smaller where that saves a last page with a few lines on it.
 *
 * Returns: (transfer full): the document
 */
KmLayout *
km_layout_fit (KmFitFunc lay_out, gpointer user_data)
{
  KmLayout *usual = lay_out (FONT_SIZE, user_data);
  guint n = km_layout_get_n_pages (usual);

  if (n == 1 || km_layout_get_last_share (usual) > NEARLY_EMPTY)
    return usual;
  for (double size = FONT_SIZE - FONT_STEP; size >= FONT_SMALLEST; size -= FONT_STEP)
    {
      KmLayout *smaller = lay_out (size, user_data);

      if (km_layout_get_n_pages (smaller) < n)
        {
          km_layout_free (usual);
          return smaller;
        }
      km_layout_free (smaller);
    }
  return usual;
}

void
km_layout_free (KmLayout *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->feet);
  km_flow_free (self->flow);
  g_free (self->title);
  g_free (self->foot);
  g_free (self);
}

const char *
km_layout_get_title (const KmLayout *self)
{
  return self->title;
}

/**
 * km_layout_get_last_share:
 * @self: a layout
 *
 * Returns: how much of the last page is used, from 0 to 1
 */
double
km_layout_get_last_share (const KmLayout *self)
{
  guint n;
  const KmPlacedStrip *placed = km_layout_get_page (self, self->pages->len - 1, &n);

  return n > 0 ? (placed[n - 1].y + placed[n - 1].strip->height) / km_layout_get_room (&self->paper)
               : 0;
}

guint
km_layout_get_n_pages (const KmLayout *self)
{
  return self->pages->len;
}

/**
 * km_layout_get_page:
 * @self: a layout
 * @page: a page, from 0
 * @n_strips: (out): how many strips are on it
 *
 * Returns: (transfer none) (array length=n_strips): what is on the page, from top to bottom
 */
const KmPlacedStrip *
km_layout_get_page (const KmLayout *self, guint page, guint *n_strips)
{
  const GArray *strips = g_ptr_array_index (self->pages, page);

  *n_strips = strips->len;
  return (const KmPlacedStrip *) (void *) strips->data;
}

const char *
km_layout_get_foot (const KmLayout *self)
{
  return self->foot;
}

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                        (colour & 255) / 255.0);
}

static void
draw_item (const KmItem *item, cairo_t *cr)
{
  set_colour (cr, item->colour);
  switch (item->kind)
    {
    case KM_ITEM_TEXT:
      cairo_move_to (cr, item->x, item->y);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (item->layout, item->line));
      break;
    case KM_ITEM_FILL:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case KM_ITEM_BOX:
      cairo_set_line_width (cr, 0.8);
      cairo_rectangle (cr, item->x + 0.4, item->y + 0.4, item->width - 0.8, item->height - 0.8);
      cairo_stroke (cr);
      break;
    case KM_ITEM_PICTURE:
    default:
      cairo_save (cr);
      cairo_translate (cr, item->x, item->y);
      km_print_picture_draw (item->picture, cr, item->width);
      cairo_restore (cr);
      break;
    }
}

static void
draw_strip (const KmStrip *strip, double y, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, 0, y);
  for (guint i = 0; i < strip->items->len; i++)
    draw_item (g_ptr_array_index (strip->items, i), cr);
  cairo_restore (cr);
}

/**
 * km_layout_draw_page:
 * @self: a layout
 * @page: a page, from 0
 * @cr: where to, the origin at the top left corner of the sheet, a unit a point
 *
 * Draws a page.
 */
void
km_layout_draw_page (const KmLayout *self, guint page, cairo_t *cr)
{
  guint n;
  const KmPlacedStrip *placed = km_layout_get_page (self, page, &n);
  KmFlow *foot = g_ptr_array_index (self->feet, page);
  GPtrArray *strips = km_flow_get_strips (foot);
  double y = self->paper.height - MARGIN_BOTTOM - km_flow_get_height (foot);

  cairo_save (cr);
  cairo_translate (cr, MARGIN_SIDE, 0);
  for (guint i = 0; i < n; i++)
    draw_strip (placed[i].strip, MARGIN_TOP + placed[i].y, cr);
  for (guint i = 0; i < strips->len; i++)
    {
      const KmStrip *strip = g_ptr_array_index (strips, i);

      y += i > 0 ? strip->before : 0;
      draw_strip (strip, y, cr);
      y += strip->height;
    }
  cairo_restore (cr);
}
