/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-print-documents.h"

G_BEGIN_DECLS

/* The shipped content and drawings, loaded once for all tests of a program. */
typedef struct
{
  KmLibrary *library;
  KmAtlas *atlas;
  KmAssessment *assessment;
} KmPrintFixture;

void km_print_fixture_init (KmPrintFixture *fixture);
void km_print_fixture_clear (KmPrintFixture *fixture);
void km_print_fixture_answer (KmPrintFixture *fixture, const char *const *answers);
void km_print_fixture_answer_everything (KmPrintFixture *fixture);
void km_print_assert_has (const char *text, const char *words);

G_END_DECLS
