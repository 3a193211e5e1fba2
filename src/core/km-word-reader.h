/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest word, in bytes; what is longer is cut. */
#define KM_WORD_MAX 48

/**
 * KmWordReader:
 * @text: the text that is read
 * @at: where reading goes on
 * @start: byte offset of the last word in @text
 * @end: byte offset of its end
 * @word: the last word, folded: lower case, without accents and apostrophes
 * @length: length of @word in bytes
 *
 * Reads a text word by word, the way search compares words. Lives on the stack; keeps no memory.
 */
typedef struct
{
  const char *text;
  const char *at;
  gsize start;
  gsize end;
  char word[KM_WORD_MAX + 1];
  gsize length;
} KmWordReader;

void km_word_reader_init (KmWordReader *reader, const char *text);
gboolean km_word_reader_next (KmWordReader *reader);
gsize km_word_stem (char *word, gsize length);

G_END_DECLS
