/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmFold:
 *
 * Three panes side by side where there is room, two or one where there is not. Of two, the last
 * and the one before it or the first, whichever was shown last, stay; of one, the shown pane.
 */
#define KM_TYPE_FOLD (km_fold_get_type ())
G_DECLARE_FINAL_TYPE (KmFold, km_fold, KM, FOLD, GtkWidget)

GtkWidget *km_fold_new (void);
void km_fold_append (KmFold *self, GtkWidget *child, int width);
void km_fold_set_shown (KmFold *self, guint pane);
guint km_fold_get_shown (KmFold *self);
guint km_fold_get_n_panes (KmFold *self);
gboolean km_fold_is_visible (KmFold *self, guint pane);

G_END_DECLS
