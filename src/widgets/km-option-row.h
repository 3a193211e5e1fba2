/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmOptionRow:
 *
 * One answer as a row with a mark: a radio or a check. The whole row is the target.
 */
#define KM_TYPE_OPTION_ROW (km_option_row_get_type ())
G_DECLARE_FINAL_TYPE (KmOptionRow, km_option_row, KM, OPTION_ROW, GtkCheckButton)

GtkWidget *km_option_row_new (const char *id, const char *label, gboolean many);
const char *km_option_row_get_id (KmOptionRow *self);

G_END_DECLS
