/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

/* Schemes of the links in labels: a page of the guide, a word of the glossary. */
#define KM_LINK_PAGE "page:"
#define KM_LINK_TERM "term:"

char *km_markup_from_text (const KmText *text, KmLibrary *library);

G_END_DECLS
