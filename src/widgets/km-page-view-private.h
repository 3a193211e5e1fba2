/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-find-bar.h"
#include "km-page-blocks.h"
#include "km-page-find.h"
#include "km-page-view.h"

G_BEGIN_DECLS

struct _KmPageView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nav;
  GtkWidget *nav_list;
  GtkWidget *nav_line;
  GtkWidget *find_bar;
  GtkWidget *scroller;
  GtkWidget *hint; /* until it is put away */
  GtkWidget *column;
  GtkWidget *foot;
  GtkWidget *article;
  GtkWidget *title;
  GPtrArray *headings; /* of GtkWidget, borrowed: the headings of the sections in order */

  KmAssessment *assessment;
  KmLibrary *library;
  KmAtlas *atlas;
  KmPage *page;
  KmPageBuilder builder;
  char *source_line;
  KmPageFind *find;
  gboolean wide;
  KmUrgency level; /* what the page was built for */

  /* Where to scroll to once the page is laid out. */
  gboolean scroll_pending;
  gboolean scroll_is_share;
  double wanted_scroll;
  guint focus_wanted; /* what gets the focus once the page is in sight; 0 for nothing */
  guint scroll_ticks;
  guint scroll_tick;
  guint reveal_ticks;
  guint reveal_tick;
};

/* Building: km-page-article.c */
GtkWidget *km_page_view_make_article (KmPageView *self);

/* Moving: km-page-moves.c */
void km_page_view_init_moves (KmPageView *self);
void km_page_view_stop_moves (KmPageView *self);
guint km_page_view_get_first_below (KmPageView *self, KmPageFind *find);
void km_page_view_reveal_hit (KmPageView *self);

/* Signals: km-page-view.c */
void km_page_view_emit_answer (KmPageView *self, const char *question_id);

G_END_DECLS
