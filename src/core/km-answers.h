/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

/**
 * KM_ANSWER_ERROR:
 *
 * Errors of answers given by key and value.
 */
#define KM_ANSWER_ERROR (km_answer_error_quark ())
GQuark km_answer_error_quark (void);

/**
 * KmAnswerError:
 * @KM_ANSWER_ERROR_UNKNOWN_KEY: there is no such question
 * @KM_ANSWER_ERROR_UNKNOWN_VALUE: the question has no such option
 */
typedef enum
{
  KM_ANSWER_ERROR_UNKNOWN_KEY = 1,
  KM_ANSWER_ERROR_UNKNOWN_VALUE,
} KmAnswerError;

/**
 * KmAnswers:
 *
 * What one person said: for each question (and for the keys `spot` and `side`) the options chosen,
 * in the order in which the questions were first answered. A question that was not asked has none.
 */
KmAnswers *km_answers_new (KmLibrary *library);
KmAnswers *km_answers_copy (const KmAnswers *answers);
void km_answers_free (KmAnswers *answers);
gboolean km_answers_equal (const KmAnswers *a, const KmAnswers *b);

KmLibrary *km_answers_get_library (const KmAnswers *answers);
gboolean km_answers_set (KmAnswers *answers,
                         const char *question_id,
                         const char *const *options,
                         GError **error);
gboolean km_answers_add (KmAnswers *answers,
                         const char *question_id,
                         const char *option,
                         GError **error);
void km_answers_remove (KmAnswers *answers, const char *question_id);
void km_answers_clear (KmAnswers *answers);

gboolean km_answers_is_empty (const KmAnswers *answers);
gboolean km_answers_has (const KmAnswers *answers, const char *question_id);
gboolean km_answers_has_option (const KmAnswers *answers,
                                const char *question_id,
                                const char *option);
const char *const *km_answers_get (const KmAnswers *answers, const char *question_id);
const char *const *km_answers_get_questions (const KmAnswers *answers);
const char *km_answers_get_page (const KmAnswers *answers);
KmTruth km_answers_test (const KmAnswers *answers, const char *name, const char *value);

GVariant *km_answers_to_variant (const KmAnswers *answers);
guint km_answers_load_variant (KmAnswers *answers, GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmAnswers, km_answers_free)

G_END_DECLS
