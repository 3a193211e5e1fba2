/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

/**
 * KmSearchField:
 * @KM_SEARCH_TITLE: the title of a page, or a word of the glossary
 * @KM_SEARCH_ALSO: another name of it
 * @KM_SEARCH_KEYWORD: a keyword, a place, or what the page is for
 * @KM_SEARCH_HEADING: a heading within the page
 * @KM_SEARCH_TEXT: a sentence of the page
 *
 * Where a line comes from.
 */
typedef enum
{
  KM_SEARCH_TITLE,
  KM_SEARCH_ALSO,
  KM_SEARCH_KEYWORD,
  KM_SEARCH_HEADING,
  KM_SEARCH_TEXT,
} KmSearchField;

/**
 * KmSearchRange:
 * @start: byte offset of the first byte
 * @end: byte offset after the last byte
 *
 * A part of a text to mark.
 */
typedef struct
{
  guint start;
  guint end;
} KmSearchRange;

/**
 * KmSearchHit:
 *
 * One result: a page, or a word of the glossary, with the line that answers best.
 */
#define KM_TYPE_SEARCH_HIT (km_search_hit_get_type ())
G_DECLARE_FINAL_TYPE (KmSearchHit, km_search_hit, KM, SEARCH_HIT, GObject)

KmPage *km_search_hit_get_page (KmSearchHit *self);
const KmTerm *km_search_hit_get_term (KmSearchHit *self);
const char *km_search_hit_get_id (KmSearchHit *self);
const char *km_search_hit_get_title (KmSearchHit *self);
const KmSearchRange *km_search_hit_get_title_marks (KmSearchHit *self, guint *n);
const char *km_search_hit_get_line (KmSearchHit *self);
const KmSearchRange *km_search_hit_get_line_marks (KmSearchHit *self, guint *n);
KmSearchField km_search_hit_get_field (KmSearchHit *self);
int km_search_hit_get_section (KmSearchHit *self);
int km_search_hit_get_block (KmSearchHit *self);
double km_search_hit_get_score (KmSearchHit *self);

/**
 * KmSearchResults:
 * @hits: (element-type KmSearchHit): what was found, best first
 * @corrected: (nullable): what was searched for instead, when a word was mistyped
 * @near_words: (array zero-terminated=1): when nothing was found, words of the guide that look
 *   like those typed, nearest first
 * @near_hits: (element-type KmSearchHit): when nothing was found, pages about the nearest words
 *
 * The answer to one search.
 */
typedef struct
{
  GPtrArray *hits;
  char *corrected;
  char **near_words;
  GPtrArray *near_hits;
} KmSearchResults;

void km_search_results_free (KmSearchResults *results);

/**
 * KmSearch:
 *
 * Finds pages by words as people type them: any case, with or without accents, in any form of the
 * word, with lay words for medical ones, and with a typing error or two. Built once from a sealed
 * library; for one thread at a time.
 */
typedef struct _KmSearch KmSearch;

KmSearch *km_search_new (KmLibrary *library);
void km_search_free (KmSearch *search);
KmSearchResults *km_search_run (KmSearch *search, const char *words, guint max_hits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSearchResults, km_search_results_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSearch, km_search_free)

G_END_DECLS
