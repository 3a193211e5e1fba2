/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-search-query-private.h"

G_BEGIN_DECLS

/* A document, how well it answers, and the line to show. */
typedef struct
{
  guint document;
  float score;
  float covered; /* share of what is asked that it answers */
  guint line;
} Candidate;

/* Room for scoring, kept from one search to the next; all zero between searches. */
typedef struct
{
  const KmSearchIndex *index;
  float *best;     /* document -> how well it answers the thing at hand */
  float *total;    /* document -> sum over all things */
  float *covered;  /* document -> weight of the things it answers */
  float *named;    /* document -> weight of the things its name answers */
  guint32 *masks;  /* word -> bits of the things it answers */
  float *factors;  /* word -> how well */
  GArray *touched; /* documents with a total */
  GArray *at_hand; /* documents with a best */
  GArray *marked;  /* words with a mask */
} KmSearchScorer;

KmSearchScorer *km_search_scorer_new (const KmSearchIndex *index);
void km_search_scorer_free (KmSearchScorer *scorer);
GArray *km_search_scorer_rank (KmSearchScorer *scorer, Query *query, guint max);
void km_search_scorer_refine (KmSearchScorer *scorer, const Query *query, Candidate *candidate);
void km_search_scorer_reset (KmSearchScorer *scorer);
float km_search_get_share (const Document *document);
GArray *km_search_scorer_mark (const KmSearchScorer *scorer, const char *text);

G_END_DECLS
