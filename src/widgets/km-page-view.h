/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"
#include "km-atlas.h"

G_BEGIN_DECLS

/**
 * KmPageView:
 *
 * Shows a page of the guide. Emits `open` with a page id when a link is followed and `answer` with
 * a question id when a reason that was not asked is to be answered.
 */
#define KM_TYPE_PAGE_VIEW (km_page_view_get_type ())
G_DECLARE_FINAL_TYPE (KmPageView, km_page_view, KM, PAGE_VIEW, GtkWidget)

GtkWidget *km_page_view_new (void);
void km_page_view_set_models (KmPageView *self, KmAssessment *assessment, KmAtlas *atlas);
void km_page_view_set_wide (KmPageView *self, gboolean wide);
void km_page_view_set_hint (KmPageView *self, gboolean shown);
void km_page_view_refresh (KmPageView *self);
void km_page_view_show_page (KmPageView *self, KmPage *page);
KmPage *km_page_view_get_page (KmPageView *self);
double km_page_view_get_scroll (KmPageView *self);
void km_page_view_set_scroll (KmPageView *self, double position);
double km_page_view_get_share (KmPageView *self);
void km_page_view_set_share (KmPageView *self, double share);
void km_page_view_move_heading (KmPageView *self, int direction);
guint64 km_page_view_get_open (KmPageView *self);
void km_page_view_set_open (KmPageView *self, guint64 open);
guint km_page_view_get_focus (KmPageView *self);
void km_page_view_set_focus (KmPageView *self, guint position);
void km_page_view_focus_title (KmPageView *self);
int km_page_view_find_heading (KmPageView *self, const char *text);
void km_page_view_scroll_to_section (KmPageView *self, guint position);
void km_page_view_find (KmPageView *self, const char *words);
void km_page_view_find_step (KmPageView *self, int step);
void km_page_view_end_find (KmPageView *self);

G_END_DECLS
