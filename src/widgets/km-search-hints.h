/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmSearchHints:
 *
 * What a search says instead of results: what one may type, or what to do when nothing was found.
 * Emits `words` when some are chosen to search for, and `library` when the lists are asked for.
 */
#define KM_TYPE_SEARCH_HINTS (km_search_hints_get_type ())
G_DECLARE_FINAL_TYPE (KmSearchHints, km_search_hints, KM, SEARCH_HINTS, GtkWidget)

GtkWidget *km_search_hints_new (void);
void km_search_hints_show_start (KmSearchHints *self);
void km_search_hints_show_none (KmSearchHints *self, const char *typed, char **near_words);
void km_search_hints_set_narrow (KmSearchHints *self, gboolean narrow);
char *km_search_hints_quote (const char *words);

G_END_DECLS
