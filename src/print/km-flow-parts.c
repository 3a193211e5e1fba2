/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow holds beside running text: pictures, lines, rows, columns. */
#include "km-flow-private.h"

/**
 * km_flow_add_picture:
 * @self: a flow
 * @picture: (transfer full): a picture
 * @width: its width
 * @height: its height
 *
 * Adds a picture.
 */
void
km_flow_add_picture (KmFlow *self, KmPrintPicture *picture, double width, double height)
{
  KmStrip *strip = km_flow_add_strip (self, KM_STRIP_PICTURE, height);
  KmItem *item = km_flow_add_item (self, strip, KM_ITEM_PICTURE, self->start, 0, width);

  item->height = height;
  item->picture = picture;
}

/**
 * km_flow_add_rule:
 * @self: a flow
 * @colour: its colour
 * @thickness: its thickness
 *
 * Adds a line across the flow, which stays with what comes next.
 */
void
km_flow_add_rule (KmFlow *self, guint32 colour, double thickness)
{
  KmStrip *strip = km_flow_add_strip (self, KM_STRIP_ROW, thickness);

  km_flow_add_fill (self, strip, self->start, 0, km_flow_get_width (self), thickness, colour);
  strip->keep = TRUE;
}

/**
 * km_flow_add_write_lines:
 * @self: a flow
 * @n: how many
 * @ems: from one to the next
 *
 * Adds lines to write on.
 */
void
km_flow_add_write_lines (KmFlow *self, guint n, double ems)
{
  for (guint i = 0; i < n; i++)
    {
      KmStrip *strip = km_flow_add_strip (self, KM_STRIP_ROW, ems * self->size);

      km_flow_add_fill (self, strip, self->start, ems * self->size - 0.6, km_flow_get_width (self),
                        0.6, KM_COLOUR_EDGE);
    }
}

/**
 * km_flow_add_row:
 * @self: a flow
 * @height: its height
 *
 * Returns: (transfer none): an empty strip to fill with km_flow_row_box() and km_flow_row_text()
 */
KmStrip *
km_flow_add_row (KmFlow *self, double height)
{
  return km_flow_add_strip (self, KM_STRIP_ROW, height);
}

void
km_flow_row_box (KmFlow *self, KmStrip *strip, double x, double y, double width, double height)
{
  KmItem *item = km_flow_add_item (self, strip, KM_ITEM_BOX, x, y, width);

  item->height = height;
  item->colour = KM_COLOUR_EDGE;
}

void
km_flow_row_rule (KmFlow *self, KmStrip *strip, double x, double y, double width)
{
  km_flow_add_fill (self, strip, x, y, width, 0.6, KM_COLOUR_EDGE);
}

/**
 * km_flow_row_text:
 * @self: a flow
 * @strip: a strip of it
 * @ink: how the text looks
 * @text: the text
 * @x: where it starts
 * @y: its top
 * @width: how wide it may be before it is cut short
 * @alignment: where it stands in that width
 *
 * Puts one line of text on a strip.
 */
void
km_flow_row_text (KmFlow *self,
                  KmStrip *strip,
                  KmInk ink,
                  const char *text,
                  double x,
                  double y,
                  double width,
                  PangoAlignment alignment)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  km_flow_add_single (self, strip, ink, markup, x, y, width, alignment);
}

/**
 * km_flow_row_column:
 * @self: a flow
 * @row: a strip of it
 * @column: a flow of km_flow_new_column(), emptied by this
 * @x: where it starts
 * @y: its top
 *
 * Puts a flow on a strip.
 */
void
km_flow_row_column (KmFlow *self, KmStrip *row, KmFlow *column, double x, double y)
{
  double left = self->rtl ? self->width - x - column->width : x;

  y += row->pad;

  for (guint i = 0; i < column->strips->len; i++)
    {
      KmStrip *strip = g_ptr_array_index (column->strips, i);

      y += i > 0 ? strip->before : 0;
      while (strip->items->len > 0)
        {
          KmItem *item = g_ptr_array_steal_index (strip->items, 0);

          item->x += left;
          item->y += y;
          g_ptr_array_add (row->items, item);
        }
      y += strip->height;
    }
}

/**
 * km_flow_add_columns:
 * @self: a flow
 * @columns: (array length=n): flows of km_flow_new_column(), emptied by this
 * @x: (array length=n): where each starts
 * @n: how many
 *
 * Puts flows side by side in one strip.
 *
 * Returns: (transfer none): the strip
 */
KmStrip *
km_flow_add_columns (KmFlow *self, KmFlow **columns, const double *x, guint n)
{
  double height = 0;
  KmStrip *row;

  for (guint i = 0; i < n; i++)
    height = MAX (height, km_flow_get_height (columns[i]));
  row = km_flow_add_strip (self, KM_STRIP_ROW, height);
  for (guint i = 0; i < n; i++)
    km_flow_row_column (self, row, columns[i], self->start + x[i], 0);
  return row;
}
