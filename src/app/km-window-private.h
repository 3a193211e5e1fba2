/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-window.h"

#include "km-clamp.h"
#include "km-diagram-pane.h"
#include "km-fold.h"
#include "km-heading.h"
#include "km-history.h"
#include "km-library-view.h"
#include "km-page-view.h"
#include "km-question-pane.h"
#include "km-search-view.h"
#include "km-reading.h"
#include "km-segmented.h"
#include "km-session.h"
#include "km-urgency-banner.h"

G_BEGIN_DECLS

struct _KmWindow
{
  GtkApplicationWindow parent_instance;

  GtkWidget *header;
  GtkWidget *forward_button;
  GtkWidget *search_button;
  GMenu *narrow_section;
  GtkWidget *banner;
  GtkWidget *places;
  KmFold *fold;
  GtkWidget *library_box;
  KmSegmented *switcher;

  KmDiagramPane *diagram;
  KmQuestionPane *questions;
  GtkWidget *reading;
  GtkWidget *warnings;
  GtkWidget *find_page;
  GtkWidget *bottom_bar;
  GtkWidget *bottom_label;

  /* Made when the library is first opened. */
  GtkWidget *library_stack;
  GtkWidget *lists;
  GtkWidget *library_page;
  GtkWidget *compare; /* made when two are first compared */

  /* Made when something is first searched for. */
  GtkWidget *search;
  GtkWidget *focus_before_search; /* weak */
  guint prepare_source;
  guint reveal_tick;

  KmLookup *lookup;
  KmLibrary *library;
  KmAtlas *atlas;
  KmAssessment *assessment;
  KmHistory *history;
  gboolean applying;
  guint width_source;
  int last_width;
  guint save_source;
  gboolean save_failed;
  KmSession *last_session; /* until resumed or forgotten */

  KmReading *reader;
  guint keep_source;
  gboolean keep_failed;
  GtkCssProvider *text_provider;
  guint text_size;
  int font_measure;
  double wheel;
};

/* Moving: km-window.c */
void km_window_go (KmWindow *self, KmPlace *place);
void km_window_step (KmWindow *self, int step);
void km_window_ask (KmWindow *self, const char *question_id);
void km_window_update_width (KmWindow *self);

/* The bar under the knee: km-window-bottom.c */
GtkWidget *km_window_make_bottom_bar (KmWindow *self);
void km_window_update_bottom_bar (KmWindow *self);

/* Verbs: km-window-actions.c */
void km_window_class_install_actions (GtkWidgetClass *widget_class);
void km_window_update_actions (KmWindow *self);

/* Reading: km-window-reading.c */
void km_window_class_install_reading (GtkWidgetClass *widget_class);
void km_window_init_reading (KmWindow *self);
void km_window_update_reading (KmWindow *self);
KmPageView *km_window_get_page_view (KmWindow *self);

/* Searching: km-window-search.c */
void km_window_apply_search (KmWindow *self, const KmPlace *place);
void km_window_update_search_width (KmWindow *self, gboolean narrow);
void km_window_dispose_search (KmWindow *self);
/* Bookmarks and where one was: km-window-keeping.c */
void km_window_class_install_keeping (GtkWidgetClass *widget_class);
void km_window_load_reading (KmWindow *self);
void km_window_dispose_reading (KmWindow *self);
void km_window_note_page (KmWindow *self);
const KmKept *km_window_get_last_read (KmWindow *self);
gboolean km_window_can_continue (KmWindow *self);
void km_window_note_place (KmWindow *self);

/* Paper: km-window-print.c */
void km_window_class_install_print (GtkWidgetClass *widget_class);
void km_window_update_print (KmWindow *self);

/* Two conditions side by side: km-window-compare.c */
void km_window_class_install_compare (GtkWidgetClass *widget_class);
void km_window_update_compare (KmWindow *self);
void km_window_apply_compare (KmWindow *self, const KmPlace *place);
gboolean km_window_compare (KmWindow *self, const char *first, const char *second);

/* Text size: km-window-text.c */
void km_window_class_install_text (GtkWidgetClass *widget_class);
void km_window_init_text (KmWindow *self);
void km_window_dispose_text (KmWindow *self);
void km_window_update_text_size (KmWindow *self);
gboolean km_window_follow_font (KmWindow *self);

/* Find or Library: km-window-switcher.c */
void km_window_make_switcher (KmWindow *self);
void km_window_place_switcher (KmWindow *self, gboolean narrow);

/* The last session: km-window-session.c */
void km_window_load_session (KmWindow *self);
void km_window_queue_save (KmWindow *self);
void km_window_save (KmWindow *self);
void km_window_forget (KmWindow *self);

G_END_DECLS
