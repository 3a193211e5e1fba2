/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmPageFind:
 *
 * The hits of some words in a tree of widgets: every label, and what is folded away in expanders.
 * Marks them all, and one of them as the one in view.
 */
typedef struct _KmPageFind KmPageFind;

KmPageFind *km_page_find_new (void);
void km_page_find_free (KmPageFind *find);
void km_page_find_run (KmPageFind *find, GtkWidget *root, const char *words);
void km_page_find_clear (KmPageFind *find);
guint km_page_find_get_n_hits (KmPageFind *find);
guint km_page_find_get_current (KmPageFind *find);
void km_page_find_set_current (KmPageFind *find, guint position);
GtkWidget *km_page_find_get_label (KmPageFind *find, guint position);
gboolean km_page_find_take_focus (KmPageFind *find);
void km_page_find_get_area (KmPageFind *find, guint position, graphene_rect_t *area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmPageFind, km_page_find_free)

G_END_DECLS
