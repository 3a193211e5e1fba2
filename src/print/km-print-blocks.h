/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-assessment.h"
#include "km-layout.h"
#include "km-print-sources.h"

G_BEGIN_DECLS

/**
 * KmPrinter:
 * @library: the library
 * @atlas: the drawings
 * @flow: what is printed, top to bottom
 * @sources: (nullable): sources so far; %NULL to leave their numbers out
 * @skipped: (nullable): a picture that was shown already
 *
 * What is needed to put a block on paper.
 */
typedef struct
{
  KmLibrary *library;
  KmAtlas *atlas;
  KmFlow *flow;
  KmPrintSources *sources;
  const KmBlock *skipped;
} KmPrinter;

/**
 * KmPrintJob:
 * @page: a page of the guide
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @paper: the paper
 *
 * A page to lay out for km_layout_fit().
 */
typedef struct
{
  KmPage *page;
  KmAssessment *assessment;
  KmAtlas *atlas;
  const KmPaper *paper;
} KmPrintJob;

void km_print_block (KmPrinter *printer, const KmBlock *block);
void km_print_section (KmPrinter *printer, const KmSection *section);
void km_print_urgency (KmPrinter *printer, KmUrgency level, GPtrArray *whens, char **extras);
void km_print_banner (KmPrinter *printer, KmAssessment *assessment);
void km_print_closing (KmPrinter *printer, KmPage *page);

G_END_DECLS
