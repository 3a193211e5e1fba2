/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

/**
 * KmHit:
 * @page: a page that answers
 * @score: how well, higher is better; comparable within one search
 * @line: the sentence of the page that matches best, owned by the search
 *
 * One result of a search.
 */
typedef struct
{
  KmPage *page;
  double score;
  const char *line;
} KmHit;

/**
 * KmSearch:
 *
 * An index over the words of every page, made once. Words are compared without case and accents,
 * by their beginning.
 */
typedef struct _KmSearch KmSearch;

KmSearch *km_search_new (KmLibrary *library);
void km_search_free (KmSearch *search);
GArray *km_search_find (const KmSearch *search, const char *words, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSearch, km_search_free)

G_END_DECLS
