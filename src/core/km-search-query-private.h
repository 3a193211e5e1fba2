/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-search-index-private.h"

G_BEGIN_DECLS

/* More words than that say nothing more; one bit of a mask for each thing asked. */
#define MAX_ASKED 32

/* How well another form of the word typed answers. */
#define KM_SAME_STEM 0.97f

/* A word of the index that answers, and how well: 1 is the word as typed. */
typedef struct
{
  guint word;
  float factor;
} Answer;

/* One thing that is asked: a word or a phrase, with all that answers it. */
typedef struct
{
  GArray *answers; /* of Answer */
  float weight;    /* less for a word that is part of a phrase */
  float rarity;    /* how much it tells; known once the pages are counted */
} Asked;

/* A query as understood. */
typedef struct
{
  Asked asked[MAX_ASKED];
  guint n_asked;
  char *corrected;
  GPtrArray *unknown; /* folded words that the guide does not know */
} Query;

void query_init (Query *query, const KmSearchIndex *index, const char *words);
void query_clear (Query *query);

G_END_DECLS
