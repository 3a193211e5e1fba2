/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"
#include "km-phrases.h"
#include "km-search.h"

G_BEGIN_DECLS

/* Fields by weight; a field of a line as users see it is a #KmSearchField. */
typedef enum
{
  FIELD_NAME,
  FIELD_KEYWORD,
  FIELD_HEADING,
  FIELD_TEXT,
  N_FIELDS,
} Field;

/* In which page a word stands, and how often in each field. */
typedef struct
{
  guint32 document;
  guint8 n[N_FIELDS];
} Posting;

/* A name, a heading or a sentence: a run of the token list. */
typedef struct
{
  const char *text;
  guint32 first_token;
  guint16 n_tokens;
  guint8 field; /* KmSearchField */
  gint16 section;
  gint16 block;
} Line;

/* A page or a word of the glossary: a run of the line list. */
typedef struct
{
  KmPage *page;
  const KmTerm *term;
  guint32 first_line;
  guint32 n_lines;
  guint32 n_tokens;
  float length_factor; /* above 1 for texts longer than the average */
} Document;

/* A token is the number of a word; that of a group of phrases comes before the words of the text
 * that say it, with their number in the upper bits. */
#define TOKEN_WORD_BITS 27
#define TOKEN_WORD(token) ((token) & ((1u << TOKEN_WORD_BITS) - 1))
#define TOKEN_COVERS(token) ((token) >> TOKEN_WORD_BITS)

/* All that is searched. */
typedef struct
{
  KmVocabulary *vocabulary;
  KmPhrases *phrases;
  GStringChunk *strings;
  GArray *documents;
  GArray *lines;
  GArray *tokens;      /* in the order of the text */
  GPtrArray *postings; /* word number -> GArray of Posting, or NULL */
  GArray *line_words;  /* room for the line being added */
  GArray *line_stems;
} KmSearchIndex;

KmSearchIndex *km_search_index_new (KmLibrary *library);
void km_search_index_free (KmSearchIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSearchIndex, km_search_index_free)

static inline const GArray *
km_search_index_get_postings (const KmSearchIndex *index, guint word)
{
  return word < index->postings->len ? g_ptr_array_index (index->postings, word) : NULL;
}

G_END_DECLS
