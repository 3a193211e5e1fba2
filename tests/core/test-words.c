/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What search is made of: words, their stems, a vocabulary, phrases. */
#include "km-phrases.h"
#include "km-word-reader.h"

#include <string.h>

static void
assert_words (const char *text, const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);
  KmWordReader reader;

  km_word_reader_init (&reader, text);
  while (km_word_reader_next (&reader))
    {
      g_assert_cmpuint (reader.start, <, reader.end);
      g_assert_cmpuint (reader.end, <=, strlen (text));
      g_assert_cmpuint (strlen (reader.word), ==, reader.length);
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, reader.word);
    }
  g_assert_cmpstr (words->str, ==, expected);
}

static void
test_words (void)
{
  assert_words ("", "");
  assert_words (" \t\n.,;-", "");
  assert_words ("Runner's KNEE", "runners knee");
  assert_words ("runner’s ‘knee’", "runners knee");
  assert_words ("café CRÈME naïve", "cafe creme naive");
  assert_words ("Straße Øre Łódź ﬁne", "strasse ore lodz fine");
  assert_words ("İstanbul ΣΊΣΥΦΟΣ", "istanbul σισυφοσ");
  assert_words ("cafe\xcc\x81", "cafe");
  assert_words ("knee\xc2\xad"
                "cap",
                "kneecap");
  assert_words ("<b>knee</b>&amp;", "b knee b amp");
  assert_words ("knee🦵pain", "knee pain");
  assert_words ("שָׁלוֹם", "שלום");
  assert_words ("\xe2\x80\xaeknee\xe2\x80\xac", "knee");
  assert_words ("\xcc\x81\xcc\x81 x", "x");
  assert_words ("30-minute x-ray", "30 minute x ray");
}

static void
test_stems (void)
{
  static const char *const same[][2] = {
    { "hurts", "hurting" },        { "running", "runs" },    { "squatting", "squats" },
    { "injuries", "injury" },      { "swelling", "swells" }, { "bike", "biking" },
    { "ache", "aches" },           { "aching", "ache" },     { "giving", "gives" },
    { "stretches", "stretch" },    { "stiffness", "stiff" }, { "painful", "pain" },
    { "exercises", "exercising" }, { "suddenly", "sudden" }, { "kneeling", "kneels" },
    { "buckled", "buckles" },      { "shoes", "shoe" },      { "cycling", "cycle" },
  };
  static const char *const different[][2] = {
    { "lunge", "lung" }, { "meniscus", "menisc" },  { "need", "ne" },
    { "knee", "kne" },   { "pus", "pu" },           { "bring", "br" },
    { "speed", "spe" },  { "bursitis", "bursiti" }, { "red", "r" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same) + G_N_ELEMENTS (different); i++)
    {
      gboolean is_same = i < G_N_ELEMENTS (same);
      const char *const *pair = is_same ? same[i] : different[i - G_N_ELEMENTS (same)];
      char first[KM_WORD_MAX + 1];
      char second[KM_WORD_MAX + 1];

      g_strlcpy (first, pair[0], sizeof first);
      g_strlcpy (second, pair[1], sizeof second);
      km_word_stem (first, strlen (first));
      km_word_stem (second, strlen (second));
      if (is_same)
        g_assert_cmpstr (first, ==, second);
      else
        g_assert_cmpstr (first, !=, second);
    }
}

/* Distance with swapped neighbours, the slow way. */
static guint
slow_distance (const char *a, guint n, const char *b, guint m)
{
  guint d[12][12];

  for (guint i = 0; i <= n; i++)
    for (guint j = 0; j <= m; j++)
      {
        if (i == 0 || j == 0)
          {
            d[i][j] = i + j;
            continue;
          }
        d[i][j]
            = MIN (MIN (d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
      }
  return d[n][m];
}

static guint
slow_prefix_distance (const char *word, const char *query)
{
  guint least = G_MAXUINT;

  for (guint n = 1; n <= strlen (word); n++)
    least = MIN (least, slow_distance (word, n, query, (guint) strlen (query)));
  return least;
}

static void
make_word (char *word, guint max)
{
  guint n = (guint) g_test_rand_int_range (1, (gint32) max);

  for (guint i = 0; i < n; i++)
    word[i] = (char) g_test_rand_int_range ('a', 'd');
  word[n] = '\0';
}

static void
assert_near (const KmVocabulary *vocabulary, const char *query, guint max, gboolean prefix)
{
  g_autoptr (GArray) near = km_vocabulary_find_near (vocabulary, query, max, prefix);
  guint n = 0;

  for (guint i = 0; i < km_vocabulary_get_size (vocabulary); i++)
    {
      const char *word = km_vocabulary_get_word (vocabulary, i);
      guint distance
          = prefix ? slow_prefix_distance (word, query)
                   : slow_distance (word, (guint) strlen (word), query, (guint) strlen (query));

      if (distance > max)
        continue;
      n++;
      for (guint j = 0; j <= near->len; j++)
        {
          g_assert_cmpuint (j, <, near->len);
          if (g_array_index (near, KmNearWord, j).word != i)
            continue;
          g_assert_cmpuint (g_array_index (near, KmNearWord, j).distance, ==, distance);
          break;
        }
    }
  g_assert_cmpuint (near->len, ==, n);
}

static void
test_near (void)
{
  g_autoptr (KmVocabulary) vocabulary = km_vocabulary_new ();

  for (guint i = 0; i < 300; i++)
    {
      char word[12];

      make_word (word, 10);
      km_vocabulary_add (vocabulary, word);
    }
  km_vocabulary_sort (vocabulary);
  for (guint i = 0; i < 200; i++)
    {
      char query[12];

      make_word (query, 10);
      assert_near (vocabulary, query, i % 4, FALSE);
      assert_near (vocabulary, query, i % 3, TRUE);
    }
}

static void
test_prefix (void)
{
  static const char *const words[] = { "knee", "kneecap", "kneel", "kind", "lung", "a" };
  g_autoptr (KmVocabulary) vocabulary = km_vocabulary_new ();
  guint n;
  const guint *found;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpuint (km_vocabulary_add (vocabulary, words[i]), ==, i);
  g_assert_cmpuint (km_vocabulary_add (vocabulary, "knee"), ==, 0);
  km_vocabulary_add_hidden (vocabulary);
  km_vocabulary_sort (vocabulary);
  found = km_vocabulary_find_prefix (vocabulary, "knee", &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (km_vocabulary_get_word (vocabulary, found[0]), ==, "knee");
  g_assert_cmpstr (km_vocabulary_get_word (vocabulary, found[2]), ==, "kneel");
  km_vocabulary_find_prefix (vocabulary, "kneecaps", &n);
  g_assert_cmpuint (n, ==, 0);
  km_vocabulary_find_prefix (vocabulary, "z", &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_phrases (void)
{
  static const char *const group[] = { "outside knee", "outer side", NULL };
  static const char *const ignored[] = { "of", "my", NULL };
  g_autoptr (KmVocabulary) vocabulary = km_vocabulary_new ();
  g_autoptr (KmPhrases) phrases = km_phrases_new (vocabulary);
  KmPhraseFound found[KM_PHRASES_MAX];
  guint stems[5];
  guint n = 0;
  KmWordReader reader;

  km_phrases_ignore (phrases, ignored);
  km_phrases_add_group (phrases, group);
  km_word_reader_init (&reader, "outside of my knees hurt");
  while (km_word_reader_next (&reader))
    stems[n++] = km_vocabulary_get_stem (vocabulary, km_vocabulary_add (vocabulary, reader.word));
  g_assert_cmpuint (km_phrases_find (phrases, stems, n, found), ==, 1);
  g_assert_cmpuint (found[0].n_words, ==, 4);
  g_assert_true (km_vocabulary_is_hidden (vocabulary, found[0].group));
  g_assert_cmpuint (km_phrases_find (phrases, stems, 3, found), ==, 0);
  g_assert_cmpuint (km_phrases_find (phrases, stems + 3, 2, found), ==, 0);
  g_assert_cmpuint (km_phrases_find (phrases, stems, 0, found), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/words/read", test_words);
  g_test_add_func ("/core/words/stem", test_stems);
  g_test_add_func ("/core/vocabulary/near", test_near);
  g_test_add_func ("/core/vocabulary/prefix", test_prefix);
  g_test_add_func ("/core/phrases/find", test_phrases);
  return g_test_run ();
}
