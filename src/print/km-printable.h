/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-print-documents.h"

G_BEGIN_DECLS

/**
 * KmPrintable:
 *
 * Something to put on paper: what it is made from, with its name. It is laid out for each paper
 * anew, so that a preview, a PDF file and a printer show the same. Nothing is kept.
 */
#define KM_TYPE_PRINTABLE (km_printable_get_type ())
G_DECLARE_FINAL_TYPE (KmPrintable, km_printable, KM, PRINTABLE, GObject)

KmPrintable *km_printable_new_page (KmPage *page, KmAssessment *assessment, KmAtlas *atlas);
KmPrintable *km_printable_new_exercises (KmPage *page, KmAssessment *assessment, KmAtlas *atlas);
KmPrintable *km_printable_new_visit (KmAssessment *assessment, KmAtlas *atlas, KmVisitParts parts);

const char *km_printable_get_name (KmPrintable *self);
char *km_printable_dup_file_name (KmPrintable *self);
const char *km_printable_get_folder (void);
KmLayout *km_printable_lay_out (KmPrintable *self, const KmPaper *paper);

G_END_DECLS
