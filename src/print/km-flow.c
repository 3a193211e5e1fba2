/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-flow-private.h"

#include <gtk/gtk.h>

/* Ems of white space: inside a panel, and from a mark to its text. */
#define PANEL_PAD 0.7
#define BAR 3.0
#define MARK_WIDTH 1.7

typedef struct
{
  double size;
  PangoWeight weight;
  guint32 colour;
  double spacing;
} InkStyle;

static const InkStyle inks[] = {
  [KM_INK_BODY] = { 1.0, PANGO_WEIGHT_NORMAL, KM_COLOUR_TEXT, 1.12 },
  [KM_INK_LEAD] = { 1.1, PANGO_WEIGHT_NORMAL, KM_COLOUR_TEXT, 1.12 },
  [KM_INK_SMALL] = { 0.86, PANGO_WEIGHT_NORMAL, KM_COLOUR_DIM, 1.06 },
  [KM_INK_STRONG] = { 1.0, PANGO_WEIGHT_BOLD, KM_COLOUR_TEXT, 1.06 },
  [KM_INK_HEADING] = { 1.25, PANGO_WEIGHT_BOLD, KM_COLOUR_MARK, 1.0 },
  [KM_INK_TITLE] = { 2.0, PANGO_WEIGHT_BOLD, KM_COLOUR_TEXT, 1.0 },
};

static void
item_free (KmItem *item)
{
  g_clear_object (&item->layout);
  g_clear_pointer (&item->picture, km_print_picture_free);
  g_free (item);
}

static void
strip_free (KmStrip *strip)
{
  g_ptr_array_unref (strip->items);
  g_free (strip);
}

/**
 * km_strip_to_string:
 * @strip: a strip
 *
 * Returns: (transfer full): the words on it
 */
char *
km_strip_to_string (const KmStrip *strip)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < strip->items->len; i++)
    {
      const KmItem *item = g_ptr_array_index (strip->items, i);
      PangoLayoutLine *line;

      if (item->kind != KM_ITEM_TEXT)
        continue;
      line = pango_layout_get_line_readonly (item->layout, item->line);
      if (string->len > 0 && string->str[string->len - 1] != ' ')
        g_string_append_c (string, ' ');
      g_string_append_len (string, pango_layout_get_text (item->layout) + line->start_index,
                           line->length);
    }
  return g_string_free (string, FALSE);
}

static KmFlow *
flow_new (PangoContext *context, double width, double font_size)
{
  KmFlow *self = g_new0 (KmFlow, 1);

  self->context = context;
  self->width = width;
  self->size = font_size;
  self->rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) strip_free);
  return self;
}

/**
 * km_flow_new:
 * @width: its width, in points
 * @font_size: size of running text, in points
 *
 * Returns: (transfer full): a flow without strips
 */
KmFlow *
km_flow_new (double width, double font_size)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A unit is a point, and letters lie where the printer, not the screen, would put them. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL)
    pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  return flow_new (context, width, font_size);
}

/**
 * km_flow_new_column:
 * @flow: a flow
 * @width: its width
 *
 * Returns: (transfer full): an empty flow for km_flow_add_columns(), with the font of @flow
 */
KmFlow *
km_flow_new_column (const KmFlow *flow, double width)
{
  return flow_new (g_object_ref (flow->context), width, flow->size);
}

void
km_flow_free (KmFlow *self)
{
  g_ptr_array_unref (self->strips);
  g_object_unref (self->context);
  g_free (self);
}

double
km_flow_get_width (const KmFlow *self)
{
  return self->width - self->start - self->end;
}

double
km_flow_get_font_size (const KmFlow *self)
{
  return self->size;
}

/**
 * km_flow_get_height:
 * @self: a flow
 *
 * Returns: its height if it were never cut
 */
double
km_flow_get_height (const KmFlow *self)
{
  double height = 0;

  for (guint i = 0; i < self->strips->len; i++)
    {
      const KmStrip *strip = g_ptr_array_index (self->strips, i);

      height += strip->height + (i > 0 ? strip->before : 0);
    }
  return height;
}

/**
 * km_flow_get_strips:
 * @self: a flow
 *
 * Returns: (transfer none) (element-type KmStrip): its strips from top to bottom
 */
GPtrArray *
km_flow_get_strips (const KmFlow *self)
{
  return self->strips;
}

/**
 * km_flow_gap:
 * @self: a flow
 * @ems: how much, in ems of running text
 *
 * Leaves at least that much white space before what comes next.
 */
void
km_flow_gap (KmFlow *self, double ems)
{
  self->gap = MAX (self->gap, ems * self->size);
}

/**
 * km_flow_keep:
 * @self: a flow
 *
 * Keeps what was added last on the same page as what comes next.
 */
void
km_flow_keep (KmFlow *self)
{
  if (self->strips->len > 0)
    ((KmStrip *) g_ptr_array_index (self->strips, self->strips->len - 1))->keep = TRUE;
}

KmItem *
km_flow_add_item (KmFlow *self, KmStrip *strip, KmItemKind kind, double x, double y, double width)
{
  KmItem *item = g_new0 (KmItem, 1);

  item->kind = kind;
  item->x = self->rtl ? self->width - x - width : x;
  item->y = y + strip->pad;
  item->width = width;
  item->colour = KM_COLOUR_TEXT;
  g_ptr_array_add (strip->items, item);
  return item;
}

void
km_flow_add_fill (KmFlow *self,
                  KmStrip *strip,
                  double x,
                  double y,
                  double width,
                  double height,
                  guint32 colour)
{
  KmItem *item = km_flow_add_item (self, strip, KM_ITEM_FILL, x, y, width);

  item->height = height;
  item->colour = colour;
}

/* In a panel the white space between strips is part of them, so that its colour has no seams. */
KmStrip *
km_flow_add_strip (KmFlow *self, KmStripRole role, double height)
{
  KmStrip *strip = g_new0 (KmStrip, 1);

  strip->role = role;
  strip->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  strip->before = self->gap;
  if (self->in_panel)
    {
      if (self->panel_begun)
        {
          strip->pad = self->gap;
          strip->before = 0;
        }
      else
        strip->pad = PANEL_PAD * self->size;
      self->panel_begun = TRUE;
      strip->height = height + strip->pad;
      km_flow_add_fill (self, strip, 0, -strip->pad, self->width, strip->height + 0.4, self->fill);
      km_flow_add_fill (self, strip, 0, -strip->pad, BAR, strip->height + 0.4, self->bar);
    }
  else
    strip->height = height;
  self->gap = 0;
  g_ptr_array_add (self->strips, strip);
  return strip;
}

/**
 * km_flow_begin_panel:
 * @self: a flow
 * @fill: colour of the panel
 * @bar: colour of the bar at its start
 *
 * Puts what comes next on a coloured panel, up to km_flow_end_panel().
 */
void
km_flow_begin_panel (KmFlow *self, guint32 fill, guint32 bar)
{
  self->in_panel = TRUE;
  self->panel_begun = FALSE;
  self->fill = fill;
  self->bar = bar;
  self->start += BAR + self->size;
  self->end += self->size;
}

void
km_flow_end_panel (KmFlow *self)
{
  self->in_panel = FALSE;
  self->start -= BAR + self->size;
  self->end -= self->size;
  if (self->panel_begun)
    {
      KmStrip *last = g_ptr_array_index (self->strips, self->strips->len - 1);

      last->height += PANEL_PAD * self->size;
      for (guint i = 0; i < 2; i++)
        ((KmItem *) g_ptr_array_index (last->items, i))->height = last->height;
    }
  self->gap = 0;
}

/**
 * km_flow_create_layout:
 * @self: a flow
 * @ink: how the text looks
 * @markup: the text, as Pango markup
 *
 * Returns: (transfer full): the text in one line of any length
 */
PangoLayout *
km_flow_create_layout (const KmFlow *self, KmInk ink, const char *markup)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font
      = pango_font_description_from_string ("Cantarell,Noto Sans,Liberation Sans,Sans");

  pango_font_description_set_absolute_size (font, inks[ink].size * self->size * PANGO_SCALE);
  pango_font_description_set_weight (font, inks[ink].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_markup (layout, markup, -1);
  pango_layout_set_line_spacing (layout, (float) inks[ink].spacing);
  return layout;
}

static KmItem *
add_line (KmFlow *self, KmStrip *strip, PangoLayout *layout, int line, guint32 colour)
{
  KmItem *item = km_flow_add_item (self, strip, KM_ITEM_TEXT, 0, 0, 0);

  item->layout = g_object_ref (layout);
  item->line = line;
  item->colour = colour;
  return item;
}

/* The line that the iterator stands on, in the given place of the strip. */
static void
place_line (KmFlow *self, KmItem *item, PangoLayoutIter *iter, double x, double y, double width)
{
  PangoRectangle logical;
  double left = self->rtl ? self->width - x - width : x;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  item->x = left + (double) logical.x / PANGO_SCALE;
  item->y = y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
}

/* One strip for each line; the first two and the last two lines stay together. */
static KmStrip *
add_layout (KmFlow *self, KmStripRole role, KmInk ink, PangoLayout *layout, double x)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double width = self->width - x - self->end;
  int n = pango_layout_get_line_count (layout);
  KmStrip *first = NULL;
  int line = 0;

  do
    {
      int y0;
      int y1;
      KmStrip *strip;
      KmItem *item;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      strip = km_flow_add_strip (self, role, (double) (y1 - y0) / PANGO_SCALE);
      item = add_line (self, strip, layout, line, inks[ink].colour);
      place_line (self, item, iter, x, strip->pad - (double) y0 / PANGO_SCALE, width);
      strip->keep = line < n - 1 && (role != KM_STRIP_TEXT || n <= 3 || line == 0 || line == n - 2);
      if (first == NULL)
        first = strip;
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return first;
}

static KmStrip *
add_wrapped (KmFlow *self, KmStripRole role, KmInk ink, const char *markup, double indent)
{
  g_autoptr (PangoLayout) layout = km_flow_create_layout (self, ink, markup);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) ((km_flow_get_width (self) - indent) * PANGO_SCALE));
  return add_layout (self, role, ink, layout, self->start + indent);
}

/* One line of text, cut short if it must be. */
void
km_flow_add_single (KmFlow *self,
                    KmStrip *strip,
                    KmInk ink,
                    const char *markup,
                    double x,
                    double y,
                    double width,
                    PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = km_flow_create_layout (self, ink, markup);
  PangoLayoutIter *iter;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignment);
  iter = pango_layout_get_iter (layout);
  place_line (self, add_line (self, strip, layout, 0, inks[ink].colour), iter, x, y + strip->pad,
              width);
  pango_layout_iter_free (iter);
}

/**
 * km_flow_add_markup:
 * @self: a flow
 * @ink: how the text looks
 * @markup: the text, as Pango markup
 *
 * Adds a paragraph.
 */
void
km_flow_add_markup (KmFlow *self, KmInk ink, const char *markup)
{
  add_wrapped (self, KM_STRIP_TEXT, ink, markup, 0);
}

/**
 * km_flow_add_text:
 * @self: a flow
 * @ink: how the text looks
 * @text: the text
 *
 * Adds a paragraph of plain text.
 */
void
km_flow_add_text (KmFlow *self, KmInk ink, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  add_wrapped (self, KM_STRIP_TEXT, ink, markup, 0);
}

/**
 * km_flow_add_marked:
 * @self: a flow
 * @ink: how the text looks
 * @mark: a bullet or number, as Pango markup
 * @markup: the text, as Pango markup
 *
 * Adds a paragraph with a mark before it.
 */
void
km_flow_add_marked (KmFlow *self, KmInk ink, const char *mark, const char *markup)
{
  double indent = MARK_WIDTH * inks[ink].size * self->size;
  KmStrip *strip = add_wrapped (self, KM_STRIP_TEXT, ink, markup, indent);

  km_flow_add_single (self, strip, ink, mark, self->start, 0, indent, PANGO_ALIGN_LEFT);
}

/**
 * km_flow_add_tick_box:
 * @self: a flow
 * @ink: how the text looks
 * @markup: the text, as Pango markup
 *
 * Adds a paragraph with a box to tick before it.
 */
void
km_flow_add_tick_box (KmFlow *self, KmInk ink, const char *markup)
{
  double size = inks[ink].size * self->size;
  KmStrip *strip = add_wrapped (self, KM_STRIP_TEXT, ink, markup, MARK_WIDTH * size);

  km_flow_row_box (self, strip, self->start, size * 0.3, size * 0.9, size * 0.9);
}

/**
 * km_flow_add_heading:
 * @self: a flow
 * @ink: how it looks
 * @text: the text
 *
 * Adds a title or heading, which stays with what comes next.
 */
void
km_flow_add_heading (KmFlow *self, KmInk ink, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  add_wrapped (self, KM_STRIP_HEADING, ink, markup, 0);
  km_flow_keep (self);
}

/**
 * km_flow_add_callout_title:
 * @self: a flow
 * @text: the text
 *
 * Adds the title of a call-out, which is never parted from itself or from its text.
 */
void
km_flow_add_callout_title (KmFlow *self, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  add_wrapped (self, KM_STRIP_CALLOUT, KM_INK_STRONG, markup, 0);
  km_flow_keep (self);
}
