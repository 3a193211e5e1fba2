/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-lookup.h"

G_BEGIN_DECLS

/**
 * KmSearchView:
 *
 * An entry and what is found, as one types. Emits `open` with a #KmSearchHit when a result is
 * chosen, `close` when the reader leaves with Escape, and `library` when the lists are asked for.
 */
#define KM_TYPE_SEARCH_VIEW (km_search_view_get_type ())
G_DECLARE_FINAL_TYPE (KmSearchView, km_search_view, KM, SEARCH_VIEW, GtkWidget)

GtkWidget *km_search_view_new (KmLookup *lookup);
void km_search_view_set_words (KmSearchView *self, const char *words);
const char *km_search_view_get_words (KmSearchView *self);
void km_search_view_set_narrow (KmSearchView *self, gboolean narrow);
void km_search_view_focus (KmSearchView *self);
void km_search_view_focus_opened (KmSearchView *self);
guint km_search_view_get_n_rows (KmSearchView *self);

G_END_DECLS
