/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmRow:
 *
 * Marks beside a text: every child has its natural width, and the one that expands takes the rest.
 */
#define KM_TYPE_ROW (km_row_get_type ())
G_DECLARE_FINAL_TYPE (KmRow, km_row, KM, ROW, GtkWidget)

GtkWidget *km_row_new (GtkAccessibleRole role, int spacing);
void km_row_append (GtkWidget *row, GtkWidget *child);

G_END_DECLS
