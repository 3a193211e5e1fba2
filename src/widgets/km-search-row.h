/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-search.h"

G_BEGIN_DECLS

/**
 * KmSearchRow:
 *
 * One result of a search: title, kind of page and the line that answers, the hits marked in both.
 */
#define KM_TYPE_SEARCH_ROW (km_search_row_get_type ())
G_DECLARE_FINAL_TYPE (KmSearchRow, km_search_row, KM, SEARCH_ROW, GtkListBoxRow)

GtkWidget *km_search_row_new (void);
void km_search_row_set_hit (KmSearchRow *self, KmLibrary *library, KmSearchHit *hit);
void km_search_row_set_narrow (KmSearchRow *self, gboolean narrow);
KmSearchHit *km_search_row_get_hit (KmSearchRow *self);

G_END_DECLS
