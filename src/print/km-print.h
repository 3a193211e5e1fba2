/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be printed: each with a dialog, or into a PDF file. Nothing is kept. */
#pragma once

#include <gtk/gtk.h>

#include "km-print-documents.h"

G_BEGIN_DECLS

GtkPrintOperationResult km_print_page_run (KmPage *page,
                                           KmAssessment *assessment,
                                           KmAtlas *atlas,
                                           GtkWindow *parent,
                                           GError **error);
gboolean km_print_page_export (KmPage *page,
                               KmAssessment *assessment,
                               KmAtlas *atlas,
                               const char *path,
                               GError **error);

GtkPrintOperationResult km_print_exercises_run (KmPage *page,
                                                KmAssessment *assessment,
                                                KmAtlas *atlas,
                                                GtkWindow *parent,
                                                GError **error);
gboolean km_print_exercises_export (KmPage *page,
                                    KmAssessment *assessment,
                                    KmAtlas *atlas,
                                    const char *path,
                                    GError **error);

GtkPrintOperationResult km_print_visit_run (KmAssessment *assessment,
                                            KmAtlas *atlas,
                                            KmVisitParts parts,
                                            GtkWindow *parent,
                                            GError **error);
gboolean km_print_visit_export (KmAssessment *assessment,
                                KmAtlas *atlas,
                                KmVisitParts parts,
                                const char *path,
                                GError **error);

G_END_DECLS
