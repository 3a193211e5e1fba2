/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-assessment.h"

G_BEGIN_DECLS

KmLibrary *km_test_library_new (void);
KmAnswers *km_test_answers (KmLibrary *library, const char *pairs);

G_END_DECLS
