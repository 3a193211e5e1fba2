/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "km-print-picture.h"

G_BEGIN_DECLS

/**
 * KmInk:
 * @KM_INK_BODY: running text
 * @KM_INK_LEAD: the summary of a page
 * @KM_INK_SMALL: second lines, captions
 * @KM_INK_STRONG: row titles
 * @KM_INK_HEADING: heading within a page
 * @KM_INK_TITLE: title of a page
 *
 * How text looks on paper.
 */
typedef enum
{
  KM_INK_BODY,
  KM_INK_LEAD,
  KM_INK_SMALL,
  KM_INK_STRONG,
  KM_INK_HEADING,
  KM_INK_TITLE,
} KmInk;

#define KM_COLOUR_TEXT 0x1e1c1d
#define KM_COLOUR_DIM 0x55504d
#define KM_COLOUR_MARK 0x0b6e6a
#define KM_COLOUR_LINE 0xb9b2ad
#define KM_COLOUR_EDGE 0x6f6864

/**
 * KmItemKind:
 * @KM_ITEM_TEXT: one line of a Pango layout; @y is its baseline
 * @KM_ITEM_FILL: a filled rectangle
 * @KM_ITEM_BOX: the outline of a rectangle
 * @KM_ITEM_PICTURE: a picture
 *
 * What is put on paper.
 */
typedef enum
{
  KM_ITEM_TEXT,
  KM_ITEM_FILL,
  KM_ITEM_BOX,
  KM_ITEM_PICTURE,
} KmItemKind;

/**
 * KmItem:
 * @kind: what it is
 * @x: from the left edge of the strip, in points
 * @y: from its top
 * @width: width, but for text
 * @height: height, but for text
 * @colour: 0xrrggbb
 * @layout: the layout of a line of text
 * @line: which of its lines
 * @picture: a picture
 *
 * One thing to draw.
 */
typedef struct
{
  KmItemKind kind;
  double x;
  double y;
  double width;
  double height;
  guint32 colour;
  PangoLayout *layout;
  int line;
  KmPrintPicture *picture;
} KmItem;

/**
 * KmStripRole:
 * @KM_STRIP_TEXT: a line of text
 * @KM_STRIP_HEADING: a line of a title or heading
 * @KM_STRIP_CALLOUT: a line of the title of a call-out
 * @KM_STRIP_PICTURE: a picture
 * @KM_STRIP_ROW: a row of a table, or columns side by side
 *
 * What a strip is for.
 */
typedef enum
{
  KM_STRIP_TEXT,
  KM_STRIP_HEADING,
  KM_STRIP_CALLOUT,
  KM_STRIP_PICTURE,
  KM_STRIP_ROW,
} KmStripRole;

typedef struct _KmStrip KmStrip;

/**
 * KmStrip:
 * @role: what it is for
 * @before: white space above it, dropped at the top of a page
 * @height: its height
 * @keep: whether it must stand on the same page as the next strip
 * @head: (nullable): a strip to repeat above it where it starts a page
 * @items: (element-type KmItem): what to draw
 *
 * A band across the page that is never cut in two.
 */
struct _KmStrip
{
  KmStripRole role;
  double before;
  double height;
  gboolean keep;
  const KmStrip *head;
  double pad; /* white space at its top, when it lies in a panel */
  GPtrArray *items;
};

char *km_strip_to_string (const KmStrip *strip);

/**
 * KmFlow:
 *
 * A column of strips from top to bottom, with no end: what is on the paper before it is cut into
 * pages. Measures are points; "start" is left, or right in a right-to-left language.
 */
typedef struct _KmFlow KmFlow;

KmFlow *km_flow_new (double width, double font_size);
KmFlow *km_flow_new_column (const KmFlow *flow, double width);
void km_flow_free (KmFlow *self);

double km_flow_get_width (const KmFlow *self);
double km_flow_get_font_size (const KmFlow *self);
double km_flow_get_height (const KmFlow *self);
GPtrArray *km_flow_get_strips (const KmFlow *self);

void km_flow_gap (KmFlow *self, double ems);
void km_flow_keep (KmFlow *self);

void km_flow_add_markup (KmFlow *self, KmInk ink, const char *markup);
void km_flow_add_text (KmFlow *self, KmInk ink, const char *text);
void km_flow_add_marked (KmFlow *self, KmInk ink, const char *mark, const char *markup);
void km_flow_add_tick_box (KmFlow *self, KmInk ink, const char *markup);
void km_flow_add_heading (KmFlow *self, KmInk ink, const char *text);
void km_flow_add_callout_title (KmFlow *self, const char *text);

void km_flow_add_picture (KmFlow *self, KmPrintPicture *picture, double width, double height);
void km_flow_add_rule (KmFlow *self, guint32 colour, double thickness);
void km_flow_add_write_lines (KmFlow *self, guint n, double ems);
KmStrip *km_flow_add_columns (KmFlow *self, KmFlow **columns, const double *x, guint n);
KmStrip *km_flow_add_row (KmFlow *self, double height);
void km_flow_row_box (KmFlow *self,
                      KmStrip *strip,
                      double x,
                      double y,
                      double width,
                      double height);
void km_flow_row_rule (KmFlow *self, KmStrip *strip, double x, double y, double width);
void km_flow_row_text (KmFlow *self,
                       KmStrip *strip,
                       KmInk ink,
                       const char *text,
                       double x,
                       double y,
                       double width,
                       PangoAlignment alignment);
void km_flow_row_column (KmFlow *self, KmStrip *row, KmFlow *column, double x, double y);

void km_flow_begin_panel (KmFlow *self, guint32 fill, guint32 bar);
void km_flow_end_panel (KmFlow *self);

PangoLayout *km_flow_create_layout (const KmFlow *self, KmInk ink, const char *markup);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmFlow, km_flow_free)

G_END_DECLS
