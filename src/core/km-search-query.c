/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-search-query-private.h"

#include "km-word-reader.h"

#include <string.h>

/* What is read of a query, in bytes. */
#define MAX_BYTES 2000

/* How well a word answers that is not the one typed. */
#define SAME_MEANING 0.8f
#define ONE_ERROR 0.75f
#define TWO_ERRORS 0.55f
#define OTHER_FIRST_LETTER 0.75f
#define PART_OF_PHRASE 0.2f
#define MAX_NEAR 12

typedef struct
{
  char text[KM_WORD_MAX + 1];
  guint stem;       /* of the word, or of the word it is taken for */
  gboolean typing;  /* the last word, perhaps not complete */
  gboolean ignored; /* carries no meaning */
  gboolean known;   /* the guide has it, in some form */
  gboolean in_phrase;
  GArray *near;    /* of Answer: what it may have been meant to be */
  guint taken_for; /* the nearest of them, or KM_NO_WORD */
} Typed;

typedef struct
{
  const KmSearchIndex *index;
  Query *query;
  Typed words[MAX_ASKED];
  guint n_words;
} Parse;

static void
add_answer (Asked *asked, guint word, float factor)
{
  Answer answer = { word, factor };

  g_array_append_val (asked->answers, answer);
}

static Asked *
begin_asked (Query *query, float weight)
{
  Asked *asked;

  if (query->n_asked == MAX_ASKED)
    return NULL;
  asked = &query->asked[query->n_asked++];
  asked->answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  asked->weight = weight;
  asked->rarity = 0;
  return asked;
}

static void
add_word (Parse *parse, const char *text, gboolean typing)
{
  Typed *word = &parse->words[parse->n_words];

  if (parse->n_words == MAX_ASKED)
    return;
  parse->n_words++;
  memset (word, 0, sizeof *word);
  g_strlcpy (word->text, text, sizeof word->text);
  word->typing = typing;
  word->taken_for = KM_NO_WORD;
  word->stem = km_vocabulary_find_stem (parse->index->vocabulary, text);
  word->known = word->stem != KM_NO_WORD;
  word->ignored = km_phrases_is_ignored (parse->index->phrases, word->stem);
}

/* A word run together from two: "kneepain". */
static gboolean
split_last_word (Parse *parse)
{
  const Typed whole = parse->words[parse->n_words - 1];
  const char *text = whole.text;
  gsize length = strlen (text);

  for (gsize at = 3; at + 3 <= length; at++)
    {
      g_autofree char *first = g_strndup (text, at);
      guint stem = km_vocabulary_find_stem (parse->index->vocabulary, first);

      if (stem == KM_NO_WORD || km_phrases_is_ignored (parse->index->phrases, stem)
          || km_vocabulary_find (parse->index->vocabulary, first) == KM_NO_WORD
          || km_vocabulary_find (parse->index->vocabulary, text + at) == KM_NO_WORD)
        continue;
      parse->n_words--;
      add_word (parse, first, FALSE);
      add_word (parse, text + at, whole.typing);
      return TRUE;
    }
  return FALSE;
}

static guint
forgiven_errors (const char *text)
{
  glong letters = g_utf8_strlen (text, -1);

  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

static int
compare_answers (gconstpointer a, gconstpointer b)
{
  const Answer *first = a;
  const Answer *second = b;

  if (first->factor != second->factor)
    return first->factor < second->factor ? 1 : -1;
  return first->word < second->word ? -1 : first->word > second->word;
}

static float
factor_of (const KmSearchIndex *index, const KmNearWord *near, const char *text)
{
  float factor = near->distance <= 1 ? ONE_ERROR : TWO_ERRORS;
  const GArray *postings = km_search_index_get_postings (index, near->word);

  if (km_vocabulary_get_word (index->vocabulary, near->word)[0] != text[0])
    factor *= OTHER_FIRST_LETTER;
  /* Of words equally near, the one the guide uses more. */
  return factor + 0.00001f * (float) MIN (postings != NULL ? postings->len : 0, 1000);
}

/* Finds what an unknown word may have been meant to be. */
static void
find_near (const KmSearchIndex *index, Typed *word, guint max, gboolean prefix)
{
  g_autoptr (GArray) near = NULL;

  if (max == 0 || word->near != NULL)
    return;
  near = km_vocabulary_find_near (index->vocabulary, word->text, max, prefix);
  if (near->len == 0)
    return;
  word->near = g_array_new (FALSE, FALSE, sizeof (Answer));
  for (guint i = 0; i < near->len; i++)
    {
      const KmNearWord *found = &g_array_index (near, KmNearWord, i);
      Answer answer = { found->word, factor_of (index, found, word->text) };

      g_array_append_val (word->near, answer);
    }
  g_array_sort (word->near, compare_answers);
  if (word->near->len > MAX_NEAR)
    g_array_set_size (word->near, MAX_NEAR);
  if (prefix)
    return;
  word->taken_for = g_array_index (word->near, Answer, 0).word;
  word->stem = km_vocabulary_get_stem (index->vocabulary, word->taken_for);
}

static gboolean
has_prefix (const KmSearchIndex *index, const char *text)
{
  guint n;

  km_vocabulary_find_prefix (index->vocabulary, text, &n);
  return n > 0;
}

/* What else the last word may be, when it is no word of the guide with one error. */
static void
guess_last_word (Parse *parse)
{
  Typed *word = &parse->words[parse->n_words - 1];
  guint errors = forgiven_errors (word->text);

  if (errors > 1)
    find_near (parse->index, word, errors, FALSE);
  if (word->typing)
    find_near (parse->index, word, errors, TRUE);
  if (word->near == NULL)
    g_ptr_array_add (parse->query->unknown, g_strdup (word->text));
}

static void
read_words (Parse *parse, const char *text)
{
  KmWordReader reader;

  km_word_reader_init (&reader, text);
  while (parse->n_words < MAX_ASKED && km_word_reader_next (&reader))
    {
      gboolean typing = text[reader.end] == '\0';
      guint stem = km_vocabulary_find_stem (parse->index->vocabulary, reader.word);
      Typed *word;

      add_word (parse, reader.word, typing);
      if (stem != KM_NO_WORD || (typing && has_prefix (parse->index, reader.word)))
        continue;
      word = &parse->words[parse->n_words - 1];
      find_near (parse->index, word, MIN (forgiven_errors (word->text), 1), FALSE);
      if (word->near == NULL && !split_last_word (parse))
        guess_last_word (parse);
    }
}

/* The groups of which @stem alone is a name. */
static void
add_groups (const KmSearchIndex *index, Asked *asked, guint stem, float factor)
{
  KmPhraseFound found[KM_PHRASES_MAX];
  guint n = km_phrases_find (index->phrases, &stem, 1, found);

  for (guint i = 0; i < n; i++)
    add_answer (asked, found[i].group, factor);
}

static void
add_stem (const KmSearchIndex *index, Asked *asked, guint stem, const char *typed, float factor)
{
  guint n;
  const guint *members = km_vocabulary_get_members (index->vocabulary, stem, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *text = km_vocabulary_get_word (index->vocabulary, members[i]);

      add_answer (asked, members[i], g_str_equal (text, typed) ? factor : factor * KM_SAME_STEM);
    }
  add_groups (index, asked, stem, factor * SAME_MEANING);
}

/* Words that begin as typed; the more of one is typed, the more likely it is meant. */
static void
add_beginnings (const KmSearchIndex *index, Asked *asked, const char *typed)
{
  gsize length = strlen (typed);
  guint n;
  const guint *words = km_vocabulary_find_prefix (index->vocabulary, typed, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *text = km_vocabulary_get_word (index->vocabulary, words[i]);
      float factor = 0.45f + 0.5f * (float) length / (float) MAX (strlen (text), length);

      add_answer (asked, words[i], factor);
      if (n <= MAX_NEAR)
        add_groups (index, asked, km_vocabulary_get_stem (index->vocabulary, words[i]),
                    factor * SAME_MEANING);
    }
}

static void
ask_word (Parse *parse, const Typed *word)
{
  Asked *asked = begin_asked (parse->query, word->in_phrase ? PART_OF_PHRASE : 1);

  if (asked == NULL)
    return;
  if (word->known)
    add_stem (parse->index, asked, word->stem, word->text, 1);
  for (guint i = 0; word->near != NULL && i < word->near->len; i++)
    {
      const Answer *near = &g_array_index (word->near, Answer, i);

      add_answer (asked, near->word, near->factor);
      add_groups (parse->index, asked,
                  km_vocabulary_get_stem (parse->index->vocabulary, near->word),
                  near->factor * SAME_MEANING);
    }
  if (word->typing && word->near == NULL)
    add_beginnings (parse->index, asked, word->text);
}

static gboolean
is_asked (const Query *query, guint answer)
{
  for (guint i = 0; i < query->n_asked; i++)
    if (g_array_index (query->asked[i].answers, Answer, 0).word == answer)
      return TRUE;
  return FALSE;
}

static void
cover_words (Parse *parse, guint from, guint n)
{
  for (guint i = from; i < from + n; i++)
    parse->words[i].in_phrase = TRUE;
}

/* Phrases of two words and more: "gives way". */
static void
ask_phrases (Parse *parse)
{
  guint stems[MAX_ASKED];

  for (guint i = 0; i < parse->n_words; i++)
    stems[i] = parse->words[i].stem;
  for (guint i = 0; i < parse->n_words; i++)
    {
      KmPhraseFound found[KM_PHRASES_MAX];
      guint n = km_phrases_find (parse->index->phrases, stems + i, parse->n_words - i, found);

      for (guint j = 0; j < n; j++)
        {
          Asked *asked;

          if (found[j].n_words < 2)
            continue;
          cover_words (parse, i, found[j].n_words);
          if (is_asked (parse->query, found[j].group))
            continue;
          asked = begin_asked (parse->query, 1);
          if (asked != NULL)
            add_answer (asked, found[j].group, 1);
        }
    }
}

/* Two words that the guide writes as one: "knee cap". */
static void
ask_joined (Parse *parse)
{
  const KmVocabulary *vocabulary = parse->index->vocabulary;

  for (guint i = 0; i + 1 < parse->n_words; i++)
    {
      char joined[2 * KM_WORD_MAX + 1];
      guint word;
      Asked *asked;

      if (parse->words[i].in_phrase || parse->words[i].ignored || parse->words[i + 1].ignored)
        continue;
      g_snprintf (joined, sizeof joined, "%s%s", parse->words[i].text, parse->words[i + 1].text);
      word = km_vocabulary_find (vocabulary, joined);
      asked = word != KM_NO_WORD ? begin_asked (parse->query, 1) : NULL;
      if (asked == NULL)
        continue;
      add_stem (parse->index, asked, km_vocabulary_get_stem (vocabulary, word), joined, 1);
      cover_words (parse, i, 2);
    }
}

static void
ask_words (Parse *parse)
{
  gboolean all = parse->query->n_asked == 0;

  for (guint i = 0; i < parse->n_words; i++)
    all = all && parse->words[i].ignored;
  for (guint i = 0; i < parse->n_words; i++)
    if (all || !parse->words[i].ignored)
      ask_word (parse, &parse->words[i]);
}

static void
write_correction (Parse *parse)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < parse->n_words; i++)
    {
      const Typed *word = &parse->words[i];
      gboolean changed = word->taken_for != KM_NO_WORD;

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text,
                       changed ? km_vocabulary_get_word (parse->index->vocabulary, word->taken_for)
                               : word->text);
      any = any || changed;
    }
  if (any)
    parse->query->corrected = g_strdup (text->str);
}

/**
 * query_init:
 * @query: gets what is asked
 * @index: an index
 * @words: anything a person may type
 *
 * Understands a query.
 */
void
query_init (Query *query, const KmSearchIndex *index, const char *words)
{
  g_autofree char *text = g_utf8_make_valid (words, (gssize) MIN (strlen (words), MAX_BYTES));
  g_autofree Parse *parse = g_new0 (Parse, 1);

  query->n_asked = 0;
  query->corrected = NULL;
  query->unknown = g_ptr_array_new_with_free_func (g_free);
  parse->index = index;
  parse->query = query;
  read_words (parse, text);
  ask_phrases (parse);
  ask_joined (parse);
  ask_words (parse);
  write_correction (parse);
  for (guint i = 0; i < parse->n_words; i++)
    g_clear_pointer (&parse->words[i].near, g_array_unref);
}

void
query_clear (Query *query)
{
  for (guint i = 0; i < query->n_asked; i++)
    g_array_unref (query->asked[i].answers);
  g_free (query->corrected);
  g_ptr_array_unref (query->unknown);
}
