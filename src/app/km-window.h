/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"
#include "km-atlas.h"
#include "km-lookup.h"

G_BEGIN_DECLS

/* The panes of Find, in order. */
enum
{
  KM_PANE_DIAGRAM,
  KM_PANE_QUESTIONS,
  KM_PANE_READING,
};

/**
 * KmWindow:
 *
 * The window: Find, Library and the search, the banner above both, and the way back.
 */
#define KM_TYPE_WINDOW (km_window_get_type ())
G_DECLARE_FINAL_TYPE (KmWindow, km_window, KM, WINDOW, GtkApplicationWindow)

KmWindow *km_window_new (GtkApplication *application, KmLookup *lookup, KmAtlas *atlas);
gboolean km_window_open_page (KmWindow *self, const char *page_id);
void km_window_open_library (KmWindow *self, const char *list);
void km_window_search (KmWindow *self, const char *words);
gboolean km_window_open_result (KmWindow *self, const char *id);
void km_window_show_pane (KmWindow *self, int pane);
void km_window_set_start_size (KmWindow *self, int width, int height);
gboolean km_window_is_complete (KmWindow *self);
void km_window_go_on (KmWindow *self);

G_END_DECLS
