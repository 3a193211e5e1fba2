/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-search-index-private.h"

#include "km-word-reader.h"

#include <string.h>

static const Field field_of[] = {
  [KM_SEARCH_TITLE] = FIELD_NAME,      [KM_SEARCH_ALSO] = FIELD_NAME,
  [KM_SEARCH_KEYWORD] = FIELD_KEYWORD, [KM_SEARCH_HEADING] = FIELD_HEADING,
  [KM_SEARCH_TEXT] = FIELD_TEXT,
};

void
km_search_index_free (KmSearchIndex *index)
{
  km_phrases_free (index->phrases);
  km_vocabulary_free (index->vocabulary);
  g_array_unref (index->documents);
  g_array_unref (index->lines);
  g_array_unref (index->tokens);
  g_array_unref (index->line_words);
  g_array_unref (index->line_stems);
  g_ptr_array_unref (index->postings);
  g_string_chunk_free (index->strings);
  g_free (index);
}

static void
free_postings (gpointer postings)
{
  if (postings != NULL)
    g_array_unref (postings);
}

static void
add_posting (KmSearchIndex *index, guint word, Field field)
{
  guint32 document = index->documents->len - 1;
  GArray *postings;
  Posting *last;

  if (word >= index->postings->len)
    g_ptr_array_set_size (index->postings, (int) MAX (word + 1, index->postings->len * 2));
  postings = g_ptr_array_index (index->postings, word);
  if (postings == NULL)
    {
      postings = g_array_new (FALSE, FALSE, sizeof (Posting));
      g_ptr_array_index (index->postings, word) = postings;
    }
  if (postings->len == 0
      || g_array_index (postings, Posting, postings->len - 1).document != document)
    {
      Posting posting = { .document = document };

      g_array_append_val (postings, posting);
    }
  last = &g_array_index (postings, Posting, postings->len - 1);
  if (last->n[field] < G_MAXUINT8)
    last->n[field]++;
}

static void
add_token (KmSearchIndex *index, guint word, guint covers, Line *line)
{
  guint32 token = word | MIN (covers, 31) << TOKEN_WORD_BITS;

  g_array_append_val (index->tokens, token);
  line->n_tokens++;
  add_posting (index, word, field_of[line->field]);
}

/* Adds a copy of the text, kept in the index, as a line of the last document. */
static void
add_line (KmSearchIndex *index, const char *text, KmSearchField field, int section, int block)
{
  Document *document = &g_array_index (index->documents, Document, index->documents->len - 1);
  Line line = { .text = text,
                .first_token = index->tokens->len,
                .field = (guint8) field,
                .section = (gint16) section,
                .block = (gint16) block };
  const guint *stems;
  KmWordReader reader;

  g_array_set_size (index->line_words, 0);
  g_array_set_size (index->line_stems, 0);
  km_word_reader_init (&reader, text);
  while (index->line_words->len < G_MAXINT16 && km_word_reader_next (&reader))
    {
      guint word = km_vocabulary_add (index->vocabulary, reader.word);
      guint stem = km_vocabulary_get_stem (index->vocabulary, word);

      g_array_append_val (index->line_words, word);
      g_array_append_val (index->line_stems, stem);
    }
  stems = (const guint *) (gpointer) index->line_stems->data;
  for (guint i = 0; i < index->line_words->len && line.n_tokens < G_MAXUINT16 - 16; i++)
    {
      KmPhraseFound found[KM_PHRASES_MAX];
      guint n = km_phrases_find (index->phrases, stems + i, index->line_words->len - i, found);

      for (guint j = 0; j < n; j++)
        add_token (index, found[j].group, found[j].n_words, &line);
      add_token (index, g_array_index (index->line_words, guint, i), 0, &line);
    }
  document->n_tokens += line.n_tokens;
  document->n_lines++;
  g_array_append_val (index->lines, line);
}

static void
add_string (KmSearchIndex *index, const char *text, KmSearchField field, int section)
{
  if (text != NULL && *text != '\0')
    add_line (index, g_string_chunk_insert (index->strings, text), field, section, -1);
}

static void
add_strings (KmSearchIndex *index, const char *const *texts, KmSearchField field)
{
  for (; texts != NULL && *texts != NULL; texts++)
    add_string (index, *texts, field, -1);
}

/* Adds a paragraph sentence by sentence: what a row of results has room for. */
static void
add_text (KmSearchIndex *index, const KmText *text, int section, int block)
{
  g_autofree char *whole = km_text_to_string (text);
  const char *from = whole;

  while (*from != '\0')
    {
      const char *to = from;

      while (*to != '\0' && !(strchr (".?!", to[0]) != NULL && to[1] == ' '))
        to++;
      if (*to != '\0')
        to++;
      add_line (index, g_string_chunk_insert_len (index->strings, from, to - from), KM_SEARCH_TEXT,
                section, block);
      from = to;
      while (*from == ' ')
        from++;
    }
}

static void
add_section (KmSearchIndex *index, const KmSection *section, int position)
{
  add_string (index, section->heading, KM_SEARCH_HEADING, position);
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      add_string (index, block->title, KM_SEARCH_HEADING, position);
      for (guint j = 0; j < block->texts->len; j++)
        add_text (index, g_ptr_array_index (block->texts, j), position, (int) i);
    }
}

static Document *
begin_document (KmSearchIndex *index)
{
  Document document = { .first_line = index->lines->len };

  g_array_append_val (index->documents, document);
  return &g_array_index (index->documents, Document, index->documents->len - 1);
}

static void
add_condition (KmSearchIndex *index, KmLibrary *library, const KmCondition *condition)
{
  add_string (index, condition->short_name, KM_SEARCH_TITLE, -1);
  add_string (index, condition->name, KM_SEARCH_ALSO, -1);
  add_string (index, condition->icd10, KM_SEARCH_KEYWORD, -1);
  add_string (index, condition->where, KM_SEARCH_KEYWORD, -1);
  for (char **id = condition->spots; id != NULL && *id != NULL; id++)
    {
      const KmSpot *spot = km_library_get_spot (library, *id);

      if (spot == NULL)
        continue;
      add_string (index, spot->name, KM_SEARCH_KEYWORD, -1);
      add_strings (index, (const char *const *) spot->also, KM_SEARCH_KEYWORD);
    }
}

static void
add_page (KmSearchIndex *index, KmLibrary *library, KmPage *page)
{
  const KmCondition *condition = km_library_get_condition (library, km_page_get_id (page));

  begin_document (index)->page = page;
  add_string (index, km_page_get_title (page), KM_SEARCH_TITLE, -1);
  add_strings (index, km_page_get_also (page), KM_SEARCH_ALSO);
  if (condition != NULL)
    add_condition (index, library, condition);
  add_strings (index, km_page_get_keywords (page), KM_SEARCH_KEYWORD);
  add_string (index, km_page_get_purpose (page), KM_SEARCH_KEYWORD, -1);
  for (guint i = 0; i < km_page_get_n_sections (page); i++)
    add_section (index, km_page_get_section (page, i), (int) i);
}

static void
add_term (KmSearchIndex *index, const KmTerm *term)
{
  begin_document (index)->term = term;
  add_string (index, term->name, KM_SEARCH_TITLE, -1);
  add_strings (index, (const char *const *) term->also, KM_SEARCH_ALSO);
  if (term->meaning != NULL)
    add_text (index, term->meaning, -1, -1);
}

/* Half of what a text is longer than others counts against it: long texts say everything. */
static void
measure_lengths (KmSearchIndex *index)
{
  double average = index->tokens->len / (double) MAX (index->documents->len, 1);

  for (guint i = 0; i < index->documents->len; i++)
    {
      Document *document = &g_array_index (index->documents, Document, i);

      document->length_factor = (float) (0.5 + 0.5 * document->n_tokens / MAX (average, 1));
    }
}

static void
add_library (KmSearchIndex *index, KmLibrary *library)
{
  GPtrArray *terms = km_library_get_terms (library);

  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *pages = km_library_get_pages (library, (KmPageKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

          add_page (index, library, page);
        }
    }
  for (guint i = 0; i < terms->len; i++)
    add_term (index, g_ptr_array_index (terms, i));
}

/**
 * km_search_index_new:
 * @library: a sealed library, which must outlive the index
 *
 * Returns: (transfer full): an index of all its pages and its glossary
 */
KmSearchIndex *
km_search_index_new (KmLibrary *library)
{
  KmSearchIndex *index = g_new0 (KmSearchIndex, 1);
  GPtrArray *groups = km_library_get_synonyms (library);

  index->vocabulary = km_vocabulary_new ();
  index->phrases = km_phrases_new (index->vocabulary);
  index->strings = g_string_chunk_new (64 * 1024);
  index->documents = g_array_new (FALSE, FALSE, sizeof (Document));
  index->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  index->tokens = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->line_words = g_array_new (FALSE, FALSE, sizeof (guint));
  index->line_stems = g_array_new (FALSE, FALSE, sizeof (guint));
  index->postings = g_ptr_array_new_with_free_func (free_postings);
  for (guint i = 0; i < groups->len; i++)
    km_phrases_add_group (index->phrases, g_ptr_array_index (groups, i));
  km_phrases_ignore (index->phrases, km_library_get_ignored_words (library));
  add_library (index, library);
  km_vocabulary_sort (index->vocabulary);
  measure_lengths (index);
  return index;
}
