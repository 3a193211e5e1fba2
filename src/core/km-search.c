/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-search.h"

#include "km-search-hit-private.h"
#include "km-search-score-private.h"

/* Pages that answer less than this share of what the best page answers are of no use. */
#define LEAST_SHARE 0.25f
/* Documents looked at line by line for each one shown. */
#define LOOK_AT(max_hits) ((max_hits) + 24)
/* What is offered when nothing is found. */
#define MAX_NEAR_WORDS 3
#define MAX_NEAR_HITS 5
#define MAX_NEAR_DISTANCE 3

struct _KmSearch
{
  KmLibrary *library;
  KmSearchIndex *index;
  KmSearchScorer *scorer;
};

/**
 * km_search_new:
 * @library: a sealed library
 *
 * Reads all pages; takes some hundredths of a second.
 *
 * Returns: (transfer full): a search of them
 */
KmSearch *
km_search_new (KmLibrary *library)
{
  KmSearch *search = g_new0 (KmSearch, 1);

  search->library = g_object_ref (library);
  search->index = km_search_index_new (library);
  search->scorer = km_search_scorer_new (search->index);
  return search;
}

void
km_search_free (KmSearch *search)
{
  km_search_scorer_free (search->scorer);
  km_search_index_free (search->index);
  g_object_unref (search->library);
  g_free (search);
}

void
km_search_results_free (KmSearchResults *results)
{
  g_ptr_array_unref (results->hits);
  g_free (results->corrected);
  g_strfreev (results->near_words);
  g_ptr_array_unref (results->near_hits);
  g_free (results);
}

static KmSearchHit *
make_hit (KmSearch *search, const Candidate *candidate)
{
  const Document *document
      = &g_array_index (search->index->documents, Document, candidate->document);
  const Line *line = &g_array_index (search->index->lines, Line, candidate->line);
  const char *title
      = document->page != NULL ? km_page_get_title (document->page) : document->term->name;
  KmSearchHitData data = {
    .library = search->library,
    .page = document->page,
    .term = document->term,
    .line = line->text,
    .field = (KmSearchField) line->field,
    .section = line->section,
    .block = line->block,
    .score = candidate->score,
    .title_marks = km_search_scorer_mark (search->scorer, title),
    .line_marks = km_search_scorer_mark (search->scorer, line->text),
  };

  return km_search_hit_new (&data);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  return first->document < second->document ? -1 : first->document > second->document;
}

static GPtrArray *
find_hits (KmSearch *search, Query *query, guint max_hits)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) candidates = km_search_scorer_rank (search->scorer, query, LOOK_AT (max_hits));

  for (guint i = 0; i < candidates->len; i++)
    km_search_scorer_refine (search->scorer, query, &g_array_index (candidates, Candidate, i));
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len && hits->len < max_hits; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->covered < LEAST_SHARE * g_array_index (candidates, Candidate, 0).covered)
        continue;
      g_ptr_array_add (hits, make_hit (search, candidate));
    }
  km_search_scorer_reset (search->scorer);
  return hits;
}

static int
compare_near (gconstpointer a, gconstpointer b, gpointer data)
{
  const KmNearWord *first = a;
  const KmNearWord *second = b;
  const GArray *first_postings = km_search_index_get_postings (data, first->word);
  const GArray *second_postings = km_search_index_get_postings (data, second->word);

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;
  return second_postings->len < first_postings->len   ? -1
         : second_postings->len > first_postings->len ? 1
                                                      : 0;
}

/* Words of names and keywords that look most like @word. */
static void
add_near_words (KmSearch *search, const char *word, GPtrArray *near_words)
{
  guint length = (guint) g_utf8_strlen (word, -1);
  guint max = MIN (length / 2, MAX_NEAR_DISTANCE);
  g_autoptr (GArray) near = NULL;

  if (max == 0)
    return;
  near = km_vocabulary_find_near (search->index->vocabulary, word, max, FALSE);
  for (guint i = near->len; i > 0; i--)
    if (km_search_index_get_postings (search->index, g_array_index (near, KmNearWord, i - 1).word)
        == NULL)
      g_array_remove_index (near, i - 1);
  g_array_sort_with_data (near, compare_near, search->index);
  for (guint i = 0; i < near->len && near_words->len < MAX_NEAR_WORDS; i++)
    {
      guint found = g_array_index (near, KmNearWord, i).word;
      const char *text = km_vocabulary_get_word (search->index->vocabulary, found);

      if (!g_strv_contains (km_library_get_ignored_words (search->library), text)
          && !g_ptr_array_find_with_equal_func (near_words, text, g_str_equal, NULL))
        g_ptr_array_add (near_words, g_strdup (text));
    }
}

static void
find_near (KmSearch *search, const Query *query, KmSearchResults *results)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < query->unknown->len; i++)
    add_near_words (search, g_ptr_array_index (query->unknown, i), words);
  g_ptr_array_add (words, NULL);
  results->near_words = (char **) g_ptr_array_free (words, FALSE);
  if (results->near_words[0] != NULL)
    {
      Query near;
      g_autofree char *text = g_strconcat (results->near_words[0], " ", NULL);

      query_init (&near, search->index, text);
      g_clear_pointer (&results->near_hits, g_ptr_array_unref);
      results->near_hits = find_hits (search, &near, MAX_NEAR_HITS);
      query_clear (&near);
    }
}

/**
 * km_search_run:
 * @search: a search
 * @words: anything a person may type; the last word may be incomplete unless a space follows
 * @max_hits: how many to return at most
 *
 * Returns: (transfer full): what was found
 */
KmSearchResults *
km_search_run (KmSearch *search, const char *words, guint max_hits)
{
  KmSearchResults *results = g_new0 (KmSearchResults, 1);
  Query query;

  query_init (&query, search->index, words);
  results->near_hits = g_ptr_array_new_with_free_func (g_object_unref);
  results->hits = find_hits (search, &query, max_hits);
  if (results->hits->len == 0)
    find_near (search, &query, results);
  else
    results->near_words = g_new0 (char *, 1);
  results->corrected = g_steal_pointer (&query.corrected);
  query_clear (&query);
  return results;
}
