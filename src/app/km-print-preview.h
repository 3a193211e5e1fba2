/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-printable.h"

G_BEGIN_DECLS

/**
 * KmPrintPreview:
 *
 * A window with the pages as they will be on paper, one at a time, to look at before they are
 * printed or saved. Needs no other program.
 *
 * "print" and "save" are emitted when one of these is asked for.
 */
#define KM_TYPE_PRINT_PREVIEW (km_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (KmPrintPreview, km_print_preview, KM, PRINT_PREVIEW, GtkWindow)

GtkWidget *km_print_preview_new (GtkWindow *parent, KmPrintable *printable, GtkPageSetup *setup);
KmPrintable *km_print_preview_get_printable (KmPrintPreview *self);
GtkPageSetup *km_print_preview_get_page_setup (KmPrintPreview *self);
void km_print_preview_set_page_setup (KmPrintPreview *self, GtkPageSetup *setup);
void km_print_preview_say (KmPrintPreview *self, const char *text);

G_END_DECLS
