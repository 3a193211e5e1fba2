/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-layout.h"

G_BEGIN_DECLS

/**
 * KmPaperView:
 *
 * One page of a layout as a sheet of paper: the whole of it, or larger, to scroll about. For
 * assistive technology it is a picture, named by its number and described by its words.
 */
#define KM_TYPE_PAPER_VIEW (km_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (KmPaperView, km_paper_view, KM, PAPER_VIEW, GtkWidget)

#define KM_PAPER_MAX_ZOOM 4

GtkWidget *km_paper_view_new (void);
void km_paper_view_take_layout (KmPaperView *self, KmLayout *layout, const KmPaper *paper);
guint km_paper_view_get_n_pages (KmPaperView *self);
guint km_paper_view_get_page (KmPaperView *self);
void km_paper_view_set_page (KmPaperView *self, guint page);
double km_paper_view_get_zoom (KmPaperView *self);
void km_paper_view_set_zoom (KmPaperView *self, double zoom);

G_END_DECLS
