/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-layout.h"

G_BEGIN_DECLS

/**
 * KmLayOutFunc:
 * @paper: the paper that was chosen
 * @user_data: what to lay out
 *
 * Returns: (transfer full): the document on that paper
 */
typedef KmLayout *(*KmLayOutFunc) (const KmPaper *paper, gpointer user_data);

/**
 * KmPrintOperation:
 *
 * Prints a document that is laid out once the paper is known. On the printer, in a preview and in a
 * PDF file it looks the same.
 */
#define KM_TYPE_PRINT_OPERATION (km_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (KmPrintOperation, km_print_operation, KM, PRINT_OPERATION, GtkPrintOperation)

KmPrintOperation *km_print_operation_new (const char *name,
                                          KmLayOutFunc lay_out,
                                          gpointer user_data,
                                          GDestroyNotify destroy);
gboolean km_print_operation_export (KmPrintOperation *self, const char *path, GError **error);

G_END_DECLS
