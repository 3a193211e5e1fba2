/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-text-find.h"

#include <string.h>

/* A text the way it is compared, and for each of its bytes where it came from. */
typedef struct
{
  GString *text;
  GArray *sources; /* of KmSearchRange */
} Folded;

static gunichar
fold_character (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x02bc:
      return '\'';
    case 0x201c:
    case 0x201d:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      break;
    }
  if (g_unichar_isspace (c))
    return ' ';
  if (g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts)) > 0)
    c = parts[0];
  return g_unichar_tolower (c);
}

static void
append (Folded *folded, gunichar c, KmSearchRange source)
{
  char bytes[6];
  int n = g_unichar_to_utf8 (c, bytes);

  g_string_append_len (folded->text, bytes, n);
  for (int i = 0; i < n; i++)
    g_array_append_val (folded->sources, source);
}

/* Accents and soft hyphens belong to the character before them; spaces in a row are one. */
static void
fold (Folded *folded, const char *text, gsize limit)
{
  folded->text = g_string_new (NULL);
  folded->sources = g_array_new (FALSE, FALSE, sizeof (KmSearchRange));
  for (const char *at = text; *at != '\0' && (gsize) (at - text) < limit;)
    {
      const char *next = g_utf8_next_char (at);
      gunichar c = g_utf8_get_char (at);
      KmSearchRange source = { (guint) (at - text), (guint) (next - text) };
      gunichar plain = fold_character (c);
      gboolean joins = g_unichar_ismark (c) || c == 0x00ad || g_unichar_iszerowidth (c)
                       || (plain == ' ' && folded->text->len > 0
                           && folded->text->str[folded->text->len - 1] == ' ');

      if (!joins)
        append (folded, plain, source);
      else if (folded->sources->len > 0)
        g_array_index (folded->sources, KmSearchRange, folded->sources->len - 1).end = source.end;
      at = next;
    }
}

static void
clear (Folded *folded)
{
  g_string_free (folded->text, TRUE);
  g_array_unref (folded->sources);
}

/**
 * km_text_find:
 * @text: a text, valid UTF-8
 * @words: what to look for, any bytes
 *
 * Finds words as they were typed, without regard to case, accents, the kind of quotation mark or
 * dash, and the width of spaces. Parts of words count.
 *
 * Returns: (transfer full) (element-type KmSearchRange): where they are in @text, in order, none
 *   over another
 */
GArray *
km_text_find (const char *text, const char *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (KmSearchRange));
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  Folded needle;
  Folded hay;

  g_strstrip (valid);
  fold (&needle, valid, KM_TEXT_FIND_MAX);
  if (needle.text->len == 0)
    {
      clear (&needle);
      return ranges;
    }
  fold (&hay, text, G_MAXSIZE);
  for (const char *at = strstr (hay.text->str, needle.text->str); at != NULL;
       at = strstr (at + needle.text->len, needle.text->str))
    {
      gsize first = (gsize) (at - hay.text->str);
      gsize last = first + needle.text->len - 1;
      KmSearchRange range = { g_array_index (hay.sources, KmSearchRange, first).start,
                              g_array_index (hay.sources, KmSearchRange, last).end };

      g_array_append_val (ranges, range);
    }
  clear (&needle);
  clear (&hay);
  return ranges;
}
