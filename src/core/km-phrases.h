/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-vocabulary.h"

G_BEGIN_DECLS

/* The most groups that can begin at one word. */
#define KM_PHRASES_MAX 8

/**
 * KmPhraseFound:
 * @group: the word that stands for all phrases of that meaning
 * @n_words: how many words of the text it covers
 */
typedef struct
{
  guint group;
  guint n_words;
} KmPhraseFound;

/**
 * KmPhrases:
 *
 * Lay phrases in groups of one meaning, "gives way" and "buckles", and words that carry none. It
 * finds them in a row of words, over the words between that carry none: "outside of my knee" is
 * "outside knee".
 */
typedef struct _KmPhrases KmPhrases;

KmPhrases *km_phrases_new (KmVocabulary *vocabulary);
void km_phrases_free (KmPhrases *phrases);
void km_phrases_add_group (KmPhrases *phrases, const char *const *names);
void km_phrases_ignore (KmPhrases *phrases, const char *const *words);

gboolean km_phrases_is_ignored (const KmPhrases *phrases, guint stem);
guint km_phrases_find (const KmPhrases *phrases,
                       const guint *stems,
                       guint n_stems,
                       KmPhraseFound found[KM_PHRASES_MAX]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmPhrases, km_phrases_free)

G_END_DECLS
