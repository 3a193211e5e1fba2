/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-search.h"

G_BEGIN_DECLS

/* A hit to be made. The ranges are arrays of KmSearchRange, taken over. */
typedef struct
{
  KmLibrary *library;
  KmPage *page;
  const KmTerm *term;
  const char *line;
  KmSearchField field;
  int section;
  int block;
  double score;
  GArray *title_marks;
  GArray *line_marks;
} KmSearchHitData;

KmSearchHit *km_search_hit_new (const KmSearchHitData *data);

G_END_DECLS
