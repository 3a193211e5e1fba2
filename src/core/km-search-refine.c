/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-search-score-private.h"

#include "km-word-reader.h"

#include <math.h>
#include <string.h>

/* A name that is just what is asked counts this much, a sentence that has it all in a row this
 * much, for each unit of what is asked. */
#define EXACT_NAME 1.8f
#define EXACT_ALSO 1.4f
#define IN_A_ROW 0.3f

/* Which line is shown when several answer as well. */
static const float line_weights[] = {
  [KM_SEARCH_TITLE] = 0,      [KM_SEARCH_ALSO] = 0.9f, [KM_SEARCH_KEYWORD] = 0.6f,
  [KM_SEARCH_HEADING] = 0.7f, [KM_SEARCH_TEXT] = 1,
};

/* What one line answers. */
typedef struct
{
  float got[MAX_ASKED]; /* how well it answers each thing */
  guint32 seen;         /* bits of the things it answers */
  float worth;          /* sum over them */
  float own;            /* how much its own words tell */
  float answered;       /* how much of that answers */
  guint pairs;          /* neighbours that answer different things */
} LineMatch;

/* A word of a name that is asked for tells as much as the thing does; another one as it is rare. */
static float
get_own_worth (const KmSearchScorer *scorer, guint word)
{
  const GArray *postings = km_search_index_get_postings (scorer->index, word);
  float n = (float) scorer->index->documents->len;

  if (km_phrases_is_ignored (scorer->index->phrases,
                             km_vocabulary_get_stem (scorer->index->vocabulary, word)))
    return 0;
  return logf (1 + n / (float) (1 + (postings != NULL ? postings->len : 0)));
}

static void
note_answers (LineMatch *match, guint32 mask, float factor)
{
  match->seen |= mask;
  for (; mask != 0; mask &= mask - 1)
    {
      int bit = g_bit_nth_lsf (mask, -1);

      match->got[bit] = MAX (match->got[bit], factor);
    }
}

static void
match_line (const KmSearchScorer *scorer, const Line *line, gboolean is_name, LineMatch *match)
{
  const guint32 *tokens
      = (const guint32 *) (gpointer) scorer->index->tokens->data + line->first_token;
  guint32 last = 0;
  guint covered = 0; /* words to come that a phrase asked for covers */
  float covered_factor = 0;

  match->seen = match->pairs = 0;
  match->own = match->answered = 0;
  memset (match->got, 0, sizeof match->got);
  for (guint i = 0; i < line->n_tokens; i++)
    {
      guint word = TOKEN_WORD (tokens[i]);
      guint32 mask = scorer->masks[word];
      float factor = scorer->factors[word];

      note_answers (match, mask, factor);
      if (TOKEN_COVERS (tokens[i]) > 0)
        {
          if (mask != 0 && TOKEN_COVERS (tokens[i]) > covered)
            {
              covered = TOKEN_COVERS (tokens[i]);
              covered_factor = factor;
            }
          continue;
        }
      if (mask != 0 && last != 0 && (mask | last) != last)
        match->pairs++;
      last = mask;
      if (is_name)
        {
          float own = get_own_worth (scorer, word);

          match->own += own;
          match->answered += own * MAX (factor, covered > 0 ? covered_factor : 0);
        }
      covered -= covered > 0 ? 1 : 0;
    }
}

static float
get_line_worth (const LineMatch *match, const Query *query)
{
  float worth = 0;

  for (guint32 rest = match->seen; rest != 0; rest &= rest - 1)
    {
      int bit = g_bit_nth_lsf (rest, -1);

      worth += match->got[bit] * query->asked[bit].rarity * query->asked[bit].weight;
    }
  return worth;
}

static float
score_name (const LineMatch *match, const Line *line, float worth)
{
  float weight = line->field == KM_SEARCH_TITLE ? EXACT_NAME : EXACT_ALSO;
  float share = match->own > 0 ? match->answered / match->own : 0;

  return weight * match->worth * match->worth / worth * share;
}

/**
 * km_search_scorer_refine:
 * @scorer: a scorer that ranked @query
 * @query: what is asked
 * @candidate: a document; its line is chosen, and what its lines say goes into its score
 *
 * Looks at a document line by line.
 */
void
km_search_scorer_refine (KmSearchScorer *scorer, const Query *query, Candidate *candidate)
{
  const Document *document
      = &g_array_index (scorer->index->documents, Document, candidate->document);
  float worth = 0;
  float name = 0;
  float row = 0;
  float best = 0;
  guint first_text = document->first_line;

  for (guint i = 0; i < query->n_asked; i++)
    worth += query->asked[i].rarity * query->asked[i].weight;
  candidate->line = G_MAXUINT;
  for (guint i = document->first_line; i < document->first_line + document->n_lines; i++)
    {
      const Line *line = &g_array_index (scorer->index->lines, Line, i);
      gboolean is_name = line->field <= KM_SEARCH_ALSO;
      LineMatch match;
      float value;

      match_line (scorer, line, is_name, &match);
      if (match.seen == 0 && line->field != KM_SEARCH_TEXT)
        continue;
      match.worth = get_line_worth (&match, query);
      if (is_name)
        name = MAX (name, score_name (&match, line, worth));
      else if (first_text == document->first_line && line->field == KM_SEARCH_TEXT)
        first_text = i;
      value
          = match.worth * (1 + IN_A_ROW * (float) MIN (match.pairs, 2)) * line_weights[line->field];
      if (value > best)
        {
          best = value;
          candidate->line = i;
        }
      row = MAX (row, match.worth * (float) MIN (match.pairs, 2));
    }
  if (candidate->line == G_MAXUINT)
    candidate->line = first_text;
  candidate->score += (name + IN_A_ROW * row) * km_search_get_share (document);
}

static void
add_mark (GArray *marks, guint start, guint end)
{
  KmSearchRange range = { start, end };
  KmSearchRange *last
      = marks->len > 0 ? &g_array_index (marks, KmSearchRange, marks->len - 1) : NULL;

  if (last != NULL && start <= last->end)
    last->end = MAX (last->end, end);
  else
    g_array_append_val (marks, range);
}

/* How many words, from @at on, a phrase covers that is asked for. */
static guint
find_asked_phrase (const KmSearchScorer *scorer, const GArray *stems, guint at)
{
  KmPhraseFound found[KM_PHRASES_MAX];
  guint n = km_phrases_find (scorer->index->phrases, &g_array_index (stems, guint, at),
                             stems->len - at, found);
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    if (scorer->masks[found[i].group] != 0)
      longest = MAX (longest, found[i].n_words);
  return longest;
}

/**
 * km_search_scorer_mark:
 * @scorer: a scorer that ranked a query
 * @text: a line of the index
 *
 * Returns: (transfer full) (element-type KmSearchRange): the parts of @text that answer, in order
 */
GArray *
km_search_scorer_mark (const KmSearchScorer *scorer, const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (KmSearchRange));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (KmSearchRange));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) stems = g_array_new (FALSE, FALSE, sizeof (guint));
  KmWordReader reader;

  km_word_reader_init (&reader, text);
  while (km_word_reader_next (&reader))
    {
      KmSearchRange place = { (guint) reader.start, (guint) reader.end };
      guint word = km_vocabulary_find (scorer->index->vocabulary, reader.word);
      guint stem = word != KM_NO_WORD ? km_vocabulary_get_stem (scorer->index->vocabulary, word)
                                      : KM_NO_WORD;

      g_array_append_val (places, place);
      g_array_append_val (words, word);
      g_array_append_val (stems, stem);
    }
  for (guint i = 0; i < words->len; i++)
    {
      guint word = g_array_index (words, guint, i);
      guint n = find_asked_phrase (scorer, stems, i);

      if (n == 0 && word != KM_NO_WORD && scorer->masks[word] != 0)
        n = 1;
      if (n > 0)
        add_mark (marks, g_array_index (places, KmSearchRange, i).start,
                  g_array_index (places, KmSearchRange, i + n - 1).end);
    }
  return marks;
}
