/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-answers.h"

G_BEGIN_DECLS

/**
 * KmSign:
 * @KM_SIGN_FITS: the answer speaks for the condition
 * @KM_SIGN_AGAINST: the answer speaks against it
 * @KM_SIGN_OPEN: the question would matter and was not asked
 */
typedef enum
{
  KM_SIGN_FITS,
  KM_SIGN_AGAINST,
  KM_SIGN_OPEN,
} KmSign;

/**
 * KmReason:
 * @sign: for, against or open
 * @question: the question
 * @option: (nullable): the answer; %NULL when open
 * @weight: how much it adds, in natural log-odds; for an open question what it could add
 * @sources: (array zero-terminated=1): what the row rests on, owned by the library
 *
 * Why a condition fits, or does not.
 */
typedef struct
{
  KmSign sign;
  const KmQuestion *question;
  const KmOption *option;
  double weight;
  const char *const *sources;
} KmReason;

/**
 * KmScore:
 * @condition: the condition
 * @position: its position in the library
 * @score: natural log-odds against "none of these", higher fits better
 * @probability: share among all conditions and "none of these", 0 to 1; never shown to users
 * @band: the same in words
 * @n_for: answers that speak for it
 * @n_against: answers that speak against it
 */
typedef struct
{
  const KmCondition *condition;
  guint position;
  double score;
  double probability;
  KmBand band;
  guint n_for;
  guint n_against;
} KmScore;

/**
 * KmRanker:
 *
 * Naive Bayes in log-odds over the conditions of a library plus "none of these". Built once; a
 * ranking allocates nothing.
 */
typedef struct _KmRanker KmRanker;

KmRanker *km_ranker_new (KmLibrary *library);
void km_ranker_free (KmRanker *ranker);
guint km_ranker_get_n_conditions (const KmRanker *ranker);
gboolean km_ranker_rank (const KmRanker *ranker, const KmAnswers *answers, KmScore *scores);
GPtrArray *km_ranker_dup_reasons (const KmRanker *ranker,
                                  const KmAnswers *answers,
                                  const KmCondition *condition);
GPtrArray *km_ranker_dup_differences (const KmRanker *ranker,
                                      const KmCondition *a,
                                      const KmCondition *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmRanker, km_ranker_free)

G_END_DECLS
