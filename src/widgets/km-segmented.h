/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmSegmented:
 *
 * One choice of a few, side by side: a radio group of toggle buttons on a track. When the row does
 * not fit it folds to two columns, then to one. The arrow keys move the choice, Tab leaves.
 *
 * CSS: node `segmented` with class `.segmented`, a `button` for each choice; `.small` for 91 %.
 */
#define KM_TYPE_SEGMENTED (km_segmented_get_type ())
G_DECLARE_FINAL_TYPE (KmSegmented, km_segmented, KM, SEGMENTED, GtkWidget)

GtkWidget *km_segmented_new (const char *label);
void km_segmented_append (KmSegmented *self, const char *id, const char *label);
void km_segmented_set_active (KmSegmented *self, const char *id);
void km_segmented_set_one_row (KmSegmented *self, gboolean one_row);
const char *km_segmented_get_active (KmSegmented *self);

G_END_DECLS
