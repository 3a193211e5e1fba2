/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-phrases.h"

#include "km-word-reader.h"

/* Words of the longest phrase, and words that carry nothing in a row between two of them. */
#define MAX_WORDS 8
#define MAX_BETWEEN 3

typedef struct
{
  guint group;
  guint n_stems;
  guint stems[MAX_WORDS];
} Phrase;

struct _KmPhrases
{
  KmVocabulary *vocabulary;
  GHashTable *by_first; /* first stem + 1 -> GArray of Phrase */
  GHashTable *ignored;  /* stem + 1 */
};

/**
 * km_phrases_new:
 * @vocabulary: gets the words; must outlive the phrases
 *
 * Returns: (transfer full): no phrases yet
 */
KmPhrases *
km_phrases_new (KmVocabulary *vocabulary)
{
  KmPhrases *phrases = g_new0 (KmPhrases, 1);

  phrases->vocabulary = vocabulary;
  phrases->by_first = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  phrases->ignored = g_hash_table_new (NULL, NULL);
  return phrases;
}

void
km_phrases_free (KmPhrases *phrases)
{
  g_hash_table_unref (phrases->by_first);
  g_hash_table_unref (phrases->ignored);
  g_free (phrases);
}

static void
add_phrase (KmPhrases *phrases, const Phrase *phrase)
{
  gpointer key = GUINT_TO_POINTER (phrase->stems[0] + 1);
  GArray *list = g_hash_table_lookup (phrases->by_first, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (Phrase));
      g_hash_table_insert (phrases->by_first, key, list);
    }
  g_array_append_vals (list, phrase, 1);
}

/**
 * km_phrases_add_group:
 * @phrases: phrases
 * @names: (array zero-terminated=1): words and phrases of one meaning
 *
 * Adds a group.
 */
void
km_phrases_add_group (KmPhrases *phrases, const char *const *names)
{
  guint group = km_vocabulary_add_hidden (phrases->vocabulary);

  for (; *names != NULL; names++)
    {
      Phrase phrase = { .group = group };
      KmWordReader reader;

      km_word_reader_init (&reader, *names);
      while (phrase.n_stems < MAX_WORDS && km_word_reader_next (&reader))
        {
          guint word = km_vocabulary_add (phrases->vocabulary, reader.word);

          phrase.stems[phrase.n_stems++] = km_vocabulary_get_stem (phrases->vocabulary, word);
        }
      if (phrase.n_stems > 0)
        add_phrase (phrases, &phrase);
    }
}

/**
 * km_phrases_ignore:
 * @phrases: phrases
 * @words: (array zero-terminated=1): words that carry no meaning of their own
 *
 * Adds words that a search leaves out, and that may stand between the words of a phrase.
 */
void
km_phrases_ignore (KmPhrases *phrases, const char *const *words)
{
  for (; *words != NULL; words++)
    {
      KmWordReader reader;

      km_word_reader_init (&reader, *words);
      while (km_word_reader_next (&reader))
        {
          guint word = km_vocabulary_add (phrases->vocabulary, reader.word);
          guint stem = km_vocabulary_get_stem (phrases->vocabulary, word);

          g_hash_table_add (phrases->ignored, GUINT_TO_POINTER (stem + 1));
        }
    }
}

gboolean
km_phrases_is_ignored (const KmPhrases *phrases, guint stem)
{
  return stem != KM_NO_WORD
         && g_hash_table_contains (phrases->ignored, GUINT_TO_POINTER (stem + 1));
}

/* How many words @phrase covers at the beginning of @stems; 0 when it is not there. */
static guint
match (const KmPhrases *phrases, const Phrase *phrase, const guint *stems, guint n_stems)
{
  guint at = 1;

  for (guint i = 1; i < phrase->n_stems; i++)
    {
      guint between = 0;

      while (at < n_stems && stems[at] != phrase->stems[i] && between < MAX_BETWEEN
             && km_phrases_is_ignored (phrases, stems[at]))
        {
          at++;
          between++;
        }
      if (at >= n_stems || stems[at] != phrase->stems[i])
        return 0;
      at++;
    }
  return at;
}

/**
 * km_phrases_find:
 * @phrases: phrases
 * @stems: (array length=n_stems): stems of the words of a text, from one of them on
 * @n_stems: how many there are
 * @found: (out): the groups with a phrase that begins at the first of them
 *
 * Returns: how many were found
 */
guint
km_phrases_find (const KmPhrases *phrases,
                 const guint *stems,
                 guint n_stems,
                 KmPhraseFound found[KM_PHRASES_MAX])
{
  const GArray *list;
  guint n_found = 0;

  if (n_stems == 0 || stems[0] == KM_NO_WORD)
    return 0;
  list = g_hash_table_lookup (phrases->by_first, GUINT_TO_POINTER (stems[0] + 1));
  for (guint i = 0; list != NULL && i < list->len && n_found < KM_PHRASES_MAX; i++)
    {
      const Phrase *phrase = &g_array_index (list, Phrase, i);
      guint n_words = match (phrases, phrase, stems, n_stems);

      if (n_words > 0)
        found[n_found++] = (KmPhraseFound){ phrase->group, n_words };
    }
  return n_found;
}
