/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmVisitDialog:
 *
 * Asks what should stand on the sheet for the doctor or physiotherapist. Emits `print` or `save`
 * with the parts that were chosen, and goes away.
 */
#define KM_TYPE_VISIT_DIALOG (km_visit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KmVisitDialog, km_visit_dialog, KM, VISIT_DIALOG, GtkWindow)

GtkWidget *km_visit_dialog_new (GtkWindow *parent);
void km_visit_dialog_append (KmVisitDialog *self, guint part, const char *name);

G_END_DECLS
