/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

#define KM_PLAIN_TEXT_WIDTH 80

char *km_plain_text_from_page (KmLibrary *library, KmPage *page);
char *km_plain_text_from_term (const KmTerm *term);
void km_plain_text_wrap (GString *out,
                         const char *text,
                         const char *first,
                         const char *rest,
                         guint width);

G_END_DECLS
