/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-word-reader.h"

#include <string.h>

/* Letters that no decomposition takes apart. */
static const struct
{
  gunichar letter;
  const char *folded;
} odd_letters[] = {
  { 0x00DF, "ss" }, { 0x00E6, "ae" }, { 0x0153, "oe" }, { 0x00F8, "o" }, { 0x0142, "l" },
  { 0x0111, "d" },  { 0x00F0, "d" },  { 0x00FE, "th" }, { 0x0131, "i" }, { 0x03C2, "σ" },
};

/* Accents, vowel points of Hebrew and Arabic, and signs that only steer the layout. */
static gboolean
is_dropped (gunichar c)
{
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05C7)
         || (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640
         || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static void
append_bytes (KmWordReader *reader, const char *bytes, gsize n)
{
  if (reader->length + n > KM_WORD_MAX)
    return;
  memcpy (reader->word + reader->length, bytes, n);
  reader->length += n;
}

static void
append_letter (KmWordReader *reader, gunichar c)
{
  char bytes[6];

  c = g_unichar_tolower (c);
  for (gsize i = 0; i < G_N_ELEMENTS (odd_letters); i++)
    if (odd_letters[i].letter == c)
      {
        append_bytes (reader, odd_letters[i].folded, strlen (odd_letters[i].folded));
        return;
      }
  append_bytes (reader, bytes, (gsize) g_unichar_to_utf8 (c, bytes));
}

/* Adds what is left of a letter once accents and case are gone. */
static void
append_folded (KmWordReader *reader, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    if (!is_dropped (parts[i]) && (g_unichar_isalnum (parts[i]) || g_unichar_ismark (parts[i])))
      append_letter (reader, parts[i]);
}

/* Whether the apostrophe at @at stands inside a word, as in "runner's". */
static gboolean
joins_letters (const char *at)
{
  return g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (at)));
}

static void
read_word (KmWordReader *reader)
{
  const char *at = reader->at;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x80 && g_ascii_isalnum ((char) c))
        {
          char lower = g_ascii_tolower ((char) c);

          append_bytes (reader, &lower, 1);
        }
      else if (c >= 0x80 && (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !is_dropped (c))
        append_folded (reader, c);
      else if (!(c >= 0x80 && is_dropped (c)) && !(is_apostrophe (c) && joins_letters (at)))
        break;
      at = g_utf8_next_char (at);
    }
  reader->at = at;
}

/**
 * km_word_reader_init:
 * @reader: a reader
 * @text: valid UTF-8, which must outlive @reader
 *
 * Begins to read @text.
 */
void
km_word_reader_init (KmWordReader *reader, const char *text)
{
  reader->text = text;
  reader->at = text;
  reader->start = reader->end = reader->length = 0;
  reader->word[0] = '\0';
}

/**
 * km_word_reader_next:
 * @reader: a reader
 *
 * Reads the next word.
 *
 * Returns: %FALSE at the end of the text
 */
gboolean
km_word_reader_next (KmWordReader *reader)
{
  reader->length = 0;
  while (reader->length == 0)
    {
      while (*reader->at != '\0' && !g_unichar_isalnum (g_utf8_get_char (reader->at)))
        reader->at = g_utf8_next_char (reader->at);
      if (*reader->at == '\0')
        break;
      reader->start = (gsize) (reader->at - reader->text);
      read_word (reader);
      /* A letter that folds to nothing must not be met again. */
      if (reader->at == reader->text + reader->start)
        reader->at = g_utf8_next_char (reader->at);
    }
  reader->end = (gsize) (reader->at - reader->text);
  reader->word[reader->length] = '\0';
  return reader->length > 0;
}

static gboolean
is_vowel (char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

static gboolean
has_vowel (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (is_vowel (word[i]))
      return TRUE;
  return FALSE;
}

static gboolean
ends (const char *word, gsize length, const char *suffix)
{
  gsize n = strlen (suffix);

  return length > n && memcmp (word + length - n, suffix, n) == 0;
}

static gsize
strip_plural (char *word, gsize n)
{
  if (word[n - 1] != 's' || ends (word, n, "ss") || ends (word, n, "us") || ends (word, n, "is"))
    return n;
  if (n > 4 && ends (word, n, "ies"))
    {
      word[n - 3] = 'y';
      return n - 2;
    }
  if (ends (word, n, "sses") || ends (word, n, "xes") || ends (word, n, "ches")
      || ends (word, n, "shes"))
    return n - 2;
  return n - 1;
}

/* "squatting" and "squat", "swelling" and "swell". */
static gsize
strip_double (const char *word, gsize n)
{
  if (n > 3 && word[n - 1] == word[n - 2] && strchr ("bdgmnprt", word[n - 1]) != NULL)
    return n - 1;
  return n;
}

static gsize
strip_ending (const char *word, gsize n)
{
  static const struct
  {
    const char *suffix;
    gsize keeps; /* letters that must be left */
  } endings[] = { { "ing", 3 }, { "ed", 3 }, { "ness", 4 }, { "ful", 4 }, { "ly", 4 } };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize rest;

      if (!ends (word, n, endings[i].suffix) || ends (word, n, "eed"))
        continue;
      rest = n - strlen (endings[i].suffix);
      if (rest < endings[i].keeps || !has_vowel (word, rest))
        continue;
      return i < 2 ? strip_double (word, rest) : rest;
    }
  return n;
}

/**
 * km_word_stem:
 * @word: a folded word, changed in place
 * @length: its length in bytes
 *
 * Takes off the common endings of English, so that "hurts", "hurting" and "hurt" are one word. Only
 * endings that leave the meaning; words in other scripts stay as they are.
 *
 * Returns: the length of what is left
 */
gsize
km_word_stem (char *word, gsize length)
{
  gsize n = length;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (word[i]))
      return length;
  if (n > 3)
    n = strip_plural (word, n);
  if (n > 4)
    n = strip_ending (word, n);
  /* "bike" and "biking"; but "lunge" is no "lung". */
  if (n > 3 && word[n - 1] == 'e' && !is_vowel (word[n - 2]) && !ends (word, n, "nge")
      && has_vowel (word, n - 1))
    n--;
  word[n] = '\0';
  return n;
}
