/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmFindBar:
 *
 * Words to look for on a page, how many there are, and the way from one to the next. Emits
 * `changed` when the words change, `step` with 1 or -1, and `closed`.
 *
 * CSS: node `findbar`.
 */
#define KM_TYPE_FIND_BAR (km_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (KmFindBar, km_find_bar, KM, FIND_BAR, GtkWidget)

GtkWidget *km_find_bar_new (void);
const char *km_find_bar_get_words (KmFindBar *self);
void km_find_bar_set_words (KmFindBar *self, const char *words);
void km_find_bar_set_result (KmFindBar *self, guint current, guint total);
void km_find_bar_take_focus (KmFindBar *self);

G_END_DECLS
