/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-search.h"

#include <math.h>
#include <string.h>

/* What a word is worth by where it stands. */
#define WORTH_TITLE 12
#define WORTH_ALSO 10
#define WORTH_KEYWORD 8
#define WORTH_PURPOSE 4
#define WORTH_HEADING 2
#define WORTH_TEXT 1

/* A whole word is worth this much more than the beginning of one. */
#define WHOLE_WORD 2.0

/* More words than this in a query are left out, and shorter ones than this never stand alone. */
#define MOST_WORDS 16
#define STEM_MIN 4

typedef struct
{
  char *token;
  GArray *postings; /* Posting, by page */
} Entry;

typedef struct
{
  guint page;
  float worth;
} Posting;

typedef struct
{
  KmPage *page;
  GPtrArray *lines;  /* sentences as shown */
  GPtrArray *folded; /* the same, folded, with a space before each word */
} Sheet;

struct _KmSearch
{
  GArray *sheets;  /* Sheet */
  GArray *entries; /* Entry, sorted by token */
};

typedef struct
{
  KmSearch *search;
  GHashTable *positions; /* token -> position in entries + 1 */
  guint page;
} Builder;

/* Small letters without accents, one space before each word; an apostrophe joins. */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autofree char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *c = plain; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_ismark (letter) || letter == '\'' || letter == 0x2019)
        continue;
      if (!g_unichar_isalnum (letter))
        {
          inside = FALSE;
          continue;
        }
      if (!inside)
        g_string_append_c (folded, ' ');
      inside = TRUE;
      g_string_append_unichar (folded, letter);
    }
  return g_string_free (folded, FALSE);
}

static Entry *
entry_for (Builder *builder, const char *token)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (builder->positions, token));

  if (position == 0)
    {
      Entry entry = { g_strdup (token), g_array_new (FALSE, FALSE, sizeof (Posting)) };

      g_array_append_val (builder->search->entries, entry);
      position = builder->search->entries->len;
      g_hash_table_insert (builder->positions, entry.token, GUINT_TO_POINTER (position));
    }
  return &g_array_index (builder->search->entries, Entry, position - 1);
}

static void
add_token (Builder *builder, const char *token, float worth)
{
  Entry *entry = entry_for (builder, token);
  Posting *last = entry->postings->len > 0
                      ? &g_array_index (entry->postings, Posting, entry->postings->len - 1)
                      : NULL;

  if (last == NULL || last->page != builder->page)
    {
      Posting posting = { builder->page, worth };

      g_array_append_val (entry->postings, posting);
    }
  else
    last->worth = MAX (last->worth, worth) + 0.1f * MIN (last->worth, worth);
}

/* Indexes @text, and keeps it as a line that can be shown. */
static void
add_text (Builder *builder, const char *text, float worth)
{
  Sheet *sheet;
  char *folded;
  g_auto (GStrv) tokens = NULL;

  if (text == NULL || *text == '\0')
    return;
  sheet = &g_array_index (builder->search->sheets, Sheet, builder->page);
  folded = fold (text);
  g_ptr_array_add (sheet->lines, g_strdup (text));
  g_ptr_array_add (sheet->folded, folded);
  tokens = g_strsplit (folded, " ", -1);
  for (char **token = tokens; *token != NULL; token++)
    if (**token != '\0')
      add_token (builder, *token, worth);
}

static void
add_texts (Builder *builder, const char *const *texts, float worth)
{
  for (; texts != NULL && *texts != NULL; texts++)
    add_text (builder, *texts, worth);
}

/* Splits running text into sentences, so that a result shows one of them. */
static void
add_sentences (Builder *builder, const char *text)
{
  const char *start = text;

  for (const char *c = text; *c != '\0'; c++)
    if ((*c == '.' || *c == '?') && c[1] == ' ')
      {
        g_autofree char *sentence = g_strndup (start, (gsize) (c + 1 - start));

        add_text (builder, sentence, WORTH_TEXT);
        start = c + 2;
      }
  add_text (builder, start, WORTH_TEXT);
}

static void
add_section (Builder *builder, const KmSection *section)
{
  add_text (builder, section->heading, WORTH_HEADING);
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      for (guint k = 0; k < block->texts->len; k++)
        {
          g_autofree char *text = km_text_to_string (g_ptr_array_index (block->texts, k));

          add_sentences (builder, text);
        }
    }
}

static void
sheet_clear (gpointer data)
{
  Sheet *sheet = data;

  g_object_unref (sheet->page);
  g_ptr_array_unref (sheet->lines);
  g_ptr_array_unref (sheet->folded);
}

static void
add_page (Builder *builder, KmLibrary *library, KmPage *page)
{
  const KmCondition *condition = km_library_get_condition (library, km_page_get_id (page));
  Sheet sheet = { g_object_ref (page), g_ptr_array_new_with_free_func (g_free),
                  g_ptr_array_new_with_free_func (g_free) };

  builder->page = builder->search->sheets->len;
  g_array_append_val (builder->search->sheets, sheet);
  add_text (builder, km_page_get_title (page), WORTH_TITLE);
  if (condition != NULL)
    add_text (builder, condition->short_name, WORTH_TITLE);
  add_texts (builder, km_page_get_also (page), WORTH_ALSO);
  add_texts (builder, km_page_get_keywords (page), WORTH_KEYWORD);
  add_text (builder, km_page_get_purpose (page), WORTH_PURPOSE);
  for (guint i = 0; i < km_page_get_n_sections (page); i++)
    add_section (builder, km_page_get_section (page, i));
}

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->token);
  g_array_unref (entry->postings);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->token, ((const Entry *) b)->token);
}

/**
 * km_search_new:
 * @library: a sealed library
 *
 * Returns: (transfer full): an index over all its pages
 */
KmSearch *
km_search_new (KmLibrary *library)
{
  KmSearch *search = g_new0 (KmSearch, 1);
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  Builder builder = { search, positions, 0 };

  search->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_array_set_clear_func (search->sheets, sheet_clear);
  search->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *pages = km_library_get_pages (library, (KmPageKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

          add_page (&builder, library, page);
        }
    }
  g_array_sort (search->entries, compare_entries);
  g_array_set_clear_func (search->entries, entry_clear);
  return search;
}

void
km_search_free (KmSearch *search)
{
  g_array_unref (search->sheets);
  g_array_unref (search->entries);
  g_free (search);
}

/* The first entry that is not before @token. */
static guint
lower_bound (const KmSearch *search, const char *token)
{
  guint low = 0, high = search->entries->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strcmp (g_array_index (search->entries, Entry, middle).token, token) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Adds to @scores the best of all words that begin with @token, and to @found that the page has
 * one. Rare words weigh more. */
static void
add_word (const KmSearch *search, const char *token, float *scores, guint8 *found)
{
  gsize length = strlen (token);
  g_autofree float *best = g_new0 (float, search->sheets->len + 1);

  for (guint i = lower_bound (search, token); i < search->entries->len; i++)
    {
      const Entry *entry = &g_array_index (search->entries, Entry, i);
      gboolean whole = entry->token[length] == '\0';
      float rarity;

      if (strncmp (entry->token, token, length) != 0)
        break;
      rarity = logf (1 + (float) search->sheets->len / (float) entry->postings->len);
      if (whole)
        rarity *= WHOLE_WORD;
      for (guint k = 0; k < entry->postings->len; k++)
        {
          const Posting *posting = &g_array_index (entry->postings, Posting, k);

          best[posting->page] = MAX (best[posting->page], posting->worth * rarity);
        }
    }
  for (guint page = 0; page < search->sheets->len; page++)
    {
      scores[page] += best[page];
      found[page] += best[page] > 0;
    }
}

/* Takes a plural or verb ending off a longer word, so that "clicks" finds "click". */
static void
stem (char *token)
{
  gsize length = strlen (token);

  if (length > STEM_MIN && g_str_has_suffix (token, "ing"))
    token[length - 3] = '\0';
  else if (length > STEM_MIN && token[length - 1] == 's' && token[length - 2] != 's')
    token[length - 1] = '\0';
}

static gboolean
has_word (const char *folded, const char *token)
{
  gsize length = strlen (token);

  for (const char *c = strchr (folded, ' '); c != NULL; c = strchr (c + 1, ' '))
    if (strncmp (c + 1, token, length) == 0)
      return TRUE;
  return FALSE;
}

static const char *
find_line (const Sheet *sheet, char **tokens)
{
  const char *best = "";
  guint most = 0;

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      guint n = 0;

      for (char **token = tokens; *token != NULL; token++)
        n += **token != '\0' && has_word (g_ptr_array_index (sheet->folded, i), *token);
      /* A sentence says more than a bare name. */
      if (n > most || (n == most && n > 0 && strchr (best, ' ') == NULL))
        {
          most = n;
          best = g_ptr_array_index (sheet->lines, i);
        }
    }
  return best;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const KmHit *first = a, *second = b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  return g_strcmp0 (km_page_get_id (first->page), km_page_get_id (second->page));
}

static GArray *
collect (const KmSearch *search, const float *scores, const guint8 *found)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (KmHit));

  for (guint page = 0; page < search->sheets->len; page++)
    if (found[page] > 0)
      {
        /* Each word found counts for more than any weight of the others. */
        KmHit hit = { g_array_index (search->sheets, Sheet, page).page,
                      scores[page] * found[page] * found[page], NULL };

        g_array_append_val (hits, hit);
      }
  g_array_sort (hits, compare_hits);
  return hits;
}

static const Sheet *
sheet_of (const KmSearch *search, KmPage *page)
{
  for (guint i = 0; i < search->sheets->len; i++)
    if (g_array_index (search->sheets, Sheet, i).page == page)
      return &g_array_index (search->sheets, Sheet, i);
  return NULL;
}

/**
 * km_search_find:
 * @search: an index
 * @words: what was typed
 * @most: how many results at most
 *
 * Returns: (transfer full) (element-type KmHit): the pages that answer, best first
 */
GArray *
km_search_find (const KmSearch *search, const char *words, guint most)
{
  g_autofree char *folded = fold (words);
  g_auto (GStrv) tokens = g_strsplit (folded, " ", -1);
  g_autofree float *scores = g_new0 (float, search->sheets->len + 1);
  g_autofree guint8 *found = g_new0 (guint8, search->sheets->len + 1);
  guint n = 0;
  GArray *hits;

  for (char **token = tokens; *token != NULL; token++)
    {
      if (**token == '\0' || n++ >= MOST_WORDS)
        continue;
      stem (*token);
      add_word (search, *token, scores, found);
    }
  hits = collect (search, scores, found);
  if (hits->len > most)
    g_array_set_size (hits, most);
  for (guint i = 0; i < hits->len; i++)
    {
      KmHit *hit = &g_array_index (hits, KmHit, i);
      const Sheet *sheet = sheet_of (search, hit->page);

      hit->line = sheet != NULL ? find_line (sheet, tokens) : "";
    }
  return hits;
}
