/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-ranker.h"

G_BEGIN_DECLS

/* What km-next-question.c needs of the table. Questions are those of the library in order, then
 * `spot` and `side`; options are numbered through all of them. */
typedef struct
{
  const KmQuestion *question;
  guint first_option;
  guint n_options;
  guint group;
} KmRankerQuestion;

/* The table, built by km-ranker-table.c. */
struct _KmRanker
{
  KmLibrary *library;
  GPtrArray *conditions; /* of the library */
  guint n_conditions;
  guint n_columns;   /* conditions and "none of these" */
  GArray *questions; /* KmRankerQuestion */
  GHashTable *by_id; /* question id -> position + 1 */
  guint n_groups;
  guint n_options;
  float *chances;   /* n_options x n_columns: P (option | condition) */
  float *weights;   /* n_options x n_conditions: log of it against the average */
  double *average;  /* n_options: the average over all conditions */
  gboolean *counts; /* n_options: whether the option says anything */
  double *prior;    /* n_columns: natural log */
};

/* Log of P (option | condition) against the average, for all conditions. */
static inline const float *
km_ranker_get_weights (const KmRanker *ranker, guint option)
{
  return &ranker->weights[(gsize) option * ranker->n_conditions];
}

guint km_ranker_get_n_questions (const KmRanker *ranker);
const KmRankerQuestion *km_ranker_get_question (const KmRanker *ranker, guint position);
KmLibrary *km_ranker_get_library (const KmRanker *ranker);
double km_ranker_get_prior (const KmRanker *ranker, guint column);

/* P (option | condition) for all conditions and, last, "none of these". */
const float *km_ranker_get_chances (const KmRanker *ranker, guint option);
gboolean km_ranker_option_counts (const KmRanker *ranker, guint option);

const KmRankerQuestion *km_ranker_find_question (const KmRanker *ranker, const char *id);
double km_ranker_weigh (const KmRanker *ranker,
                        const KmRankerQuestion *entry,
                        const char *const *options,
                        guint column);

/* How usual the answers are for a condition, in standard deviations; below 0 is stranger. */
double km_ranker_get_fit (const KmRanker *ranker, const KmAnswers *answers, guint column);
double km_ranker_get_force (const KmRankerQuestion *entry, const KmAnswers *answers);

/* Shares of the conditions in library order and, last, of "none of these"; they add up to 1. */
void km_ranker_get_shares (const KmRanker *ranker, const KmAnswers *answers, double *shares);

G_END_DECLS
