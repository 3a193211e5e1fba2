/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-flow.h"

G_BEGIN_DECLS

/**
 * KmPaper:
 * @width: width of the sheet, in points
 * @height: height of the sheet
 *
 * The paper to lay out for.
 */
typedef struct
{
  double width;
  double height;
} KmPaper;

#define KM_PAPER_A4 ((KmPaper){ 595.28, 841.89 })
#define KM_PAPER_LETTER ((KmPaper){ 612, 792 })

/**
 * KmPlacedStrip:
 * @strip: a strip
 * @y: where its top is, from the top of the text area
 *
 * A strip on a page.
 */
typedef struct
{
  const KmStrip *strip;
  double y;
} KmPlacedStrip;

/**
 * KmLayout:
 *
 * What is on each page, as data: a flow cut into pages, each with a line at its foot. Drawing it
 * decides nothing any more.
 */
typedef struct _KmLayout KmLayout;

KmFlow *km_layout_create_flow (const KmPaper *paper, double font_size);
double km_layout_get_room (const KmPaper *paper);

/**
 * KmFitFunc:
 * @font_size: size of running text, in points
 * @user_data: what to lay out
 *
 * Returns: (transfer full): the document with letters of that size
 */
typedef KmLayout *(*KmFitFunc) (double font_size, gpointer user_data);

KmLayout *km_layout_fit (KmFitFunc lay_out, gpointer user_data);
KmLayout *km_layout_new (const KmPaper *paper, const char *title, KmFlow *flow, const char *foot);
void km_layout_free (KmLayout *self);

const char *km_layout_get_title (const KmLayout *self);
double km_layout_get_last_share (const KmLayout *self);
guint km_layout_get_n_pages (const KmLayout *self);
const KmPlacedStrip *km_layout_get_page (const KmLayout *self, guint page, guint *n_strips);
const char *km_layout_get_foot (const KmLayout *self);
void km_layout_draw_page (const KmLayout *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmLayout, km_layout_free)

G_END_DECLS
