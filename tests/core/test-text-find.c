/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-text-find.h"

#include <string.h>

/* Marks every hit with brackets. */
static char *
mark (const char *text, const char *words)
{
  g_autoptr (GArray) ranges = km_text_find (text, words);
  GString *marked = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      KmSearchRange range = g_array_index (ranges, KmSearchRange, i);

      g_assert_cmpuint (range.start, >=, at);
      g_assert_cmpuint (range.end, >, range.start);
      g_string_append_len (marked, text + at, range.start - at);
      g_string_append_c (marked, '[');
      g_string_append_len (marked, text + range.start, range.end - range.start);
      g_string_append_c (marked, ']');
      at = range.end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

static void
check (const char *text, const char *words, const char *expected)
{
  g_autofree char *marked = mark (text, words);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_case (void)
{
  check ("Run. A run, runners.", "run", "[Run]. A [run], [run]ners.");
  check ("Run. A run.", "RUN", "[Run]. A [run].");
  check ("Knie Knie", "hip", "Knie Knie");
}

static void
test_accents (void)
{
  check ("Osgood\xe2\x80\x93Schlatter, Köhler, Kohler", "kohler",
         "Osgood\xe2\x80\x93Schlatter, [Köhler], [Kohler]");
  check ("Osgood\xe2\x80\x93Schlatter", "osgood-sch", "[Osgood\xe2\x80\x93Sch]latter");
  check ("naive nai\xcc\x88ve", "naïve", "[naive] [nai\xcc\x88ve]");
  check ("runner\xe2\x80\x99s knee", "runner's", "[runner\xe2\x80\x99s] knee");
}

static void
test_spaces (void)
{
  check ("5\xc2\xa0km and 5 km", "5 km", "[5\xc2\xa0km] and [5 km]");
  check ("one  two", "one two", "[one  two]");
  check ("one two", "  two  ", "one [two]");
}

static void
test_none (void)
{
  check ("words", "", "words");
  check ("words", "   ", "words");
  check ("", "words", "");
  check ("aaaa", "aa", "[aa][aa]");
}

static void
test_bad_input (void)
{
  g_autofree char *many = g_strnfill (10000, 'a');
  g_autofree char *marked = mark ("a <b> \xe2\x80\xae\xf0\x9f\xa6\xb5 leg", "\xf0\x9f\xa6\xb5");

  check (many, "b", many);
  check ("short", many, "short");
  check ("text", "\xff\xfe", "text");
  check ("a\tb", "\x01", "a\tb");
  check ("x < y", "<", "x [<] y");
  g_assert_nonnull (strstr (marked, "[\xf0\x9f\xa6\xb5]"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-find/case", test_case);
  g_test_add_func ("/text-find/accents", test_accents);
  g_test_add_func ("/text-find/spaces", test_spaces);
  g_test_add_func ("/text-find/none", test_none);
  g_test_add_func ("/text-find/bad-input", test_bad_input);
  return g_test_run ();
}
