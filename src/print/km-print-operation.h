/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-printable.h"

G_BEGIN_DECLS

/**
 * KmPrintOperation:
 *
 * Prints a document with the dialog of the toolkit, or writes it as a PDF file.
 */
#define KM_TYPE_PRINT_OPERATION (km_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (KmPrintOperation, km_print_operation, KM, PRINT_OPERATION, GtkPrintOperation)

KmPrintOperation *km_print_operation_new (KmPrintable *document, GtkPageSetup *setup);
GtkPrintOperationResult km_print_operation_ask (KmPrintOperation *self,
                                                GtkWindow *parent,
                                                GtkPageSetup **preview,
                                                GError **error);
gboolean km_print_operation_export (KmPrintOperation *self, const char *path, GError **error);

KmPaper km_paper_from_setup (GtkPageSetup *setup);

G_END_DECLS
