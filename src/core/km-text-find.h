/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-search.h"

G_BEGIN_DECLS

/* The longest words to look for, in bytes; what is longer is cut. */
#define KM_TEXT_FIND_MAX 256

GArray *km_text_find (const char *text, const char *words);

G_END_DECLS
