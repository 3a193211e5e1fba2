/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No such word. */
#define KM_NO_WORD G_MAXUINT

/**
 * KmNearWord:
 * @word: number of a word
 * @distance: how many typing errors away it is
 */
typedef struct
{
  guint word;
  guint distance;
} KmNearWord;

/**
 * KmVocabulary:
 *
 * The folded words of an index, each with a number, in the order in which they were met, and the
 * number of its stem. Once sorted it finds words by their beginning and in spite of typing errors.
 */
typedef struct _KmVocabulary KmVocabulary;

KmVocabulary *km_vocabulary_new (void);
void km_vocabulary_free (KmVocabulary *vocabulary);

guint km_vocabulary_add (KmVocabulary *vocabulary, const char *word);
guint km_vocabulary_add_hidden (KmVocabulary *vocabulary);
void km_vocabulary_sort (KmVocabulary *vocabulary);

guint km_vocabulary_get_size (const KmVocabulary *vocabulary);
const char *km_vocabulary_get_word (const KmVocabulary *vocabulary, guint word);
guint km_vocabulary_get_stem (const KmVocabulary *vocabulary, guint word);
gboolean km_vocabulary_is_hidden (const KmVocabulary *vocabulary, guint word);
guint km_vocabulary_find (const KmVocabulary *vocabulary, const char *word);
guint km_vocabulary_find_stem (const KmVocabulary *vocabulary, const char *word);
const guint *km_vocabulary_get_members (const KmVocabulary *vocabulary, guint stem, guint *n);

const guint *km_vocabulary_find_prefix (const KmVocabulary *vocabulary,
                                        const char *prefix,
                                        guint *n);
GArray *km_vocabulary_find_near (const KmVocabulary *vocabulary,
                                 const char *word,
                                 guint max_distance,
                                 gboolean prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmVocabulary, km_vocabulary_free)

G_END_DECLS
