/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-vocabulary.h"

#include "km-word-reader.h"

#include <string.h>

struct _KmVocabulary
{
  GStringChunk *strings;
  GPtrArray *words;    /* number -> text; NULL for a hidden one */
  GArray *stems;       /* number -> number of its stem */
  GHashTable *by_word; /* text -> number + 1 */
  GHashTable *by_stem; /* stem -> number of the stem + 1 */
  GPtrArray *members;  /* number of a stem -> GArray of word numbers */
  GArray *sorted;      /* word numbers by text */
  GByteArray *shared;  /* how many bytes each sorted word shares with the one before */
};

/**
 * km_vocabulary_new:
 *
 * Returns: (transfer full): a vocabulary without words
 */
KmVocabulary *
km_vocabulary_new (void)
{
  KmVocabulary *vocabulary = g_new0 (KmVocabulary, 1);

  vocabulary->strings = g_string_chunk_new (16 * 1024);
  vocabulary->words = g_ptr_array_new ();
  vocabulary->stems = g_array_new (FALSE, FALSE, sizeof (guint));
  vocabulary->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  vocabulary->by_stem = g_hash_table_new (g_str_hash, g_str_equal);
  vocabulary->members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  vocabulary->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  vocabulary->shared = g_byte_array_new ();
  return vocabulary;
}

void
km_vocabulary_free (KmVocabulary *vocabulary)
{
  g_hash_table_unref (vocabulary->by_word);
  g_hash_table_unref (vocabulary->by_stem);
  g_ptr_array_unref (vocabulary->words);
  g_ptr_array_unref (vocabulary->members);
  g_array_unref (vocabulary->stems);
  g_array_unref (vocabulary->sorted);
  g_byte_array_unref (vocabulary->shared);
  g_string_chunk_free (vocabulary->strings);
  g_free (vocabulary);
}

static guint
stem_of (const KmVocabulary *vocabulary, const char *word, char *stem)
{
  g_strlcpy (stem, word, KM_WORD_MAX + 1);
  km_word_stem (stem, strlen (stem));
  return GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->by_stem, stem));
}

static guint
append (KmVocabulary *vocabulary, char *text, guint stem)
{
  g_ptr_array_add (vocabulary->words, text);
  g_array_append_val (vocabulary->stems, stem);
  return vocabulary->words->len - 1;
}

/**
 * km_vocabulary_add:
 * @vocabulary: a vocabulary
 * @word: a folded word
 *
 * Returns: the number of @word, a new one when it was not known
 */
guint
km_vocabulary_add (KmVocabulary *vocabulary, const char *word)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->by_word, word));
  char stem[KM_WORD_MAX + 1];
  guint stem_number;
  char *text;
  guint number;

  if (known > 0)
    return known - 1;
  text = g_string_chunk_insert (vocabulary->strings, word);
  stem_number = stem_of (vocabulary, word, stem);
  if (stem_number == 0)
    {
      g_ptr_array_add (vocabulary->members, g_array_new (FALSE, FALSE, sizeof (guint)));
      stem_number = vocabulary->members->len;
      g_hash_table_insert (vocabulary->by_stem, g_string_chunk_insert (vocabulary->strings, stem),
                           GUINT_TO_POINTER (stem_number));
    }
  number = append (vocabulary, text, stem_number - 1);
  g_array_append_val ((GArray *) g_ptr_array_index (vocabulary->members, stem_number - 1), number);
  g_hash_table_insert (vocabulary->by_word, text, GUINT_TO_POINTER (number + 1));
  return number;
}

/**
 * km_vocabulary_add_hidden:
 * @vocabulary: a vocabulary
 *
 * Adds a word that nobody can type: it stands for a group of phrases of one meaning.
 *
 * Returns: its number
 */
guint
km_vocabulary_add_hidden (KmVocabulary *vocabulary)
{
  return append (vocabulary, NULL, KM_NO_WORD);
}

static int
compare_words (gconstpointer a, gconstpointer b, gpointer data)
{
  const KmVocabulary *vocabulary = data;

  return strcmp (g_ptr_array_index (vocabulary->words, *(const guint *) a),
                 g_ptr_array_index (vocabulary->words, *(const guint *) b));
}

/**
 * km_vocabulary_sort:
 * @vocabulary: a vocabulary that has all its words
 *
 * Makes it ready for km_vocabulary_find_prefix() and km_vocabulary_find_near().
 */
void
km_vocabulary_sort (KmVocabulary *vocabulary)
{
  const char *last = "";

  g_array_set_size (vocabulary->sorted, 0);
  g_byte_array_set_size (vocabulary->shared, 0);
  for (guint i = 0; i < vocabulary->words->len; i++)
    if (!km_vocabulary_is_hidden (vocabulary, i))
      g_array_append_val (vocabulary->sorted, i);
  g_array_sort_with_data (vocabulary->sorted, compare_words, vocabulary);
  for (guint i = 0; i < vocabulary->sorted->len; i++)
    {
      const char *word
          = g_ptr_array_index (vocabulary->words, g_array_index (vocabulary->sorted, guint, i));
      guint8 shared = 0;

      while (last[shared] != '\0' && last[shared] == word[shared])
        shared++;
      g_byte_array_append (vocabulary->shared, &shared, 1);
      last = word;
    }
}

guint
km_vocabulary_get_size (const KmVocabulary *vocabulary)
{
  return vocabulary->words->len;
}

const char *
km_vocabulary_get_word (const KmVocabulary *vocabulary, guint word)
{
  return g_ptr_array_index (vocabulary->words, word);
}

guint
km_vocabulary_get_stem (const KmVocabulary *vocabulary, guint word)
{
  return g_array_index (vocabulary->stems, guint, word);
}

gboolean
km_vocabulary_is_hidden (const KmVocabulary *vocabulary, guint word)
{
  return g_ptr_array_index (vocabulary->words, word) == NULL;
}

/**
 * km_vocabulary_find:
 * @vocabulary: a vocabulary
 * @word: a folded word
 *
 * Returns: its number, or %KM_NO_WORD
 */
guint
km_vocabulary_find (const KmVocabulary *vocabulary, const char *word)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (vocabulary->by_word, word));

  return known > 0 ? known - 1 : KM_NO_WORD;
}

/**
 * km_vocabulary_find_stem:
 * @vocabulary: a vocabulary
 * @word: a folded word
 *
 * Returns: the number of its stem, or %KM_NO_WORD when no word of the vocabulary has it
 */
guint
km_vocabulary_find_stem (const KmVocabulary *vocabulary, const char *word)
{
  char stem[KM_WORD_MAX + 1];
  guint known = stem_of (vocabulary, word, stem);

  return known > 0 ? known - 1 : KM_NO_WORD;
}

/**
 * km_vocabulary_get_members:
 * @vocabulary: a vocabulary
 * @stem: number of a stem
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the words with that stem
 */
const guint *
km_vocabulary_get_members (const KmVocabulary *vocabulary, guint stem, guint *n)
{
  const GArray *members = g_ptr_array_index (vocabulary->members, stem);

  *n = members->len;
  return (const guint *) (gpointer) members->data;
}

/* The first sorted word that does not come before @prefix, or, with @after, the first one that
 * does not begin with it. */
static guint
find_bound (const KmVocabulary *vocabulary, const char *prefix, gsize length, gboolean after)
{
  guint low = 0;
  guint high = vocabulary->sorted->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint number = g_array_index (vocabulary->sorted, guint, middle);
      int order = strncmp (g_ptr_array_index (vocabulary->words, number), prefix, length);

      if (order < 0 || (after && order == 0))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * km_vocabulary_find_prefix:
 * @vocabulary: a sorted vocabulary
 * @prefix: the beginning of a folded word
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the words that begin so, by text
 */
const guint *
km_vocabulary_find_prefix (const KmVocabulary *vocabulary, const char *prefix, guint *n)
{
  gsize length = strlen (prefix);
  guint from = find_bound (vocabulary, prefix, length, FALSE);

  *n = find_bound (vocabulary, prefix, length, TRUE) - from;
  return (const guint *) (gpointer) vocabulary->sorted->data + from;
}

/* One search with errors. Row i of the table of distances belongs to the first i bytes of the
 * word at hand; since the words are sorted, the rows of what it shares with the one before stay. */
typedef struct
{
  const char *query;
  guint length;
  guint max;
  gboolean prefix;
  guint8 rows[KM_WORD_MAX + 1][KM_WORD_MAX + 1];
} Distances;

/* Fills row @i; returns the smallest distance in it. */
static guint
fill_row (Distances *d, const char *word, guint i)
{
  guint8 *row = d->rows[i];
  const guint8 *above = d->rows[i - 1];
  guint least = i;

  row[0] = (guint8) i;
  for (guint j = 1; j <= d->length; j++)
    {
      gboolean same = word[i - 1] == d->query[j - 1];
      guint value = MIN (MIN (above[j], row[j - 1]) + 1u, above[j - 1] + (same ? 0u : 1u));

      if (i > 1 && j > 1 && word[i - 1] == d->query[j - 2] && word[i - 2] == d->query[j - 1])
        value = MIN (value, d->rows[i - 2][j - 2] + 1u);
      row[j] = (guint8) value;
      least = MIN (least, value);
    }
  return least;
}

/* Fills the rows of @word from @from on, as long as the word can be near. Returns how many are
 * filled; *@distance stays as it is when no word that begins so can be near. */
static guint
measure (Distances *d, const char *word, guint from, guint *distance)
{
  guint n = (guint) strlen (word);
  guint best = G_MAXUINT;

  for (guint i = 1; i <= n; i++)
    {
      guint least = i > from ? fill_row (d, word, i) : 0;

      if (d->prefix)
        best = MIN (best, d->rows[i][d->length]);
      if (least > d->max)
        {
          if (best <= d->max)
            *distance = best;
          return i;
        }
    }
  *distance = d->prefix ? best : d->rows[n][d->length];
  return n;
}

/* Whether a word is near by its length alone. */
static gboolean
has_length (const Distances *d, const char *word)
{
  gsize n = strlen (word);

  return n + d->max >= d->length && (d->prefix || n <= d->length + d->max);
}

/**
 * km_vocabulary_find_near:
 * @vocabulary: a sorted vocabulary
 * @word: a folded word
 * @max_distance: how many typing errors to forgive
 * @prefix: whether it is enough when a word begins so
 *
 * A letter too many, one missing, a wrong one and two swapped ones are one error each.
 *
 * Returns: (transfer full) (element-type KmNearWord): the words that near, by text
 */
GArray *
km_vocabulary_find_near (const KmVocabulary *vocabulary,
                         const char *word,
                         guint max_distance,
                         gboolean prefix)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (KmNearWord));
  Distances d = { .query = word, .length = (guint) strlen (word), .max = max_distance };
  guint filled = 0; /* rows that are right for the word before */
  guint dead = G_MAXUINT;

  g_return_val_if_fail (d.length <= KM_WORD_MAX, near);

  d.prefix = prefix;
  for (guint j = 0; j <= d.length; j++)
    d.rows[0][j] = (guint8) j;
  for (guint i = 0; i < vocabulary->sorted->len; i++)
    {
      guint number = g_array_index (vocabulary->sorted, guint, i);
      const char *text = g_ptr_array_index (vocabulary->words, number);
      guint shared = vocabulary->shared->data[i];
      KmNearWord found = { number, G_MAXUINT };

      filled = MIN (filled, shared);
      if (shared >= dead)
        continue;
      dead = G_MAXUINT;
      if (!has_length (&d, text))
        continue;
      filled = measure (&d, text, filled, &found.distance);
      dead = found.distance == G_MAXUINT ? filled : G_MAXUINT;
      if (found.distance <= max_distance)
        g_array_append_val (near, found);
    }
  return near;
}
