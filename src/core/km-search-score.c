/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-search-score-private.h"

#include <math.h>

/* How much one mention counts in each field, and how soon more of them add nothing. */
static const float field_weights[N_FIELDS]
    = { [FIELD_NAME] = 8, [FIELD_KEYWORD] = 4, [FIELD_HEADING] = 2.5f, [FIELD_TEXT] = 1 };
#define SATURATION 3.0f

/* A page that has part of what is asked keeps this share of its score, and the rest by what it
 * has; a name that answers adds this much for each unit of what it answers. */
#define PART_SHARE 0.15f
#define NAME_BONUS 0.8f
/* Words of the glossary and exercises say what many pages say. */
#define TERM_SHARE 0.6f
#define EXERCISE_SHARE 0.8f
#define LEAST_RARITY 0.05f

KmSearchScorer *
km_search_scorer_new (const KmSearchIndex *index)
{
  KmSearchScorer *scorer = g_new0 (KmSearchScorer, 1);
  guint n_documents = MAX (index->documents->len, 1);
  guint n_words = MAX (km_vocabulary_get_size (index->vocabulary), 1);

  scorer->index = index;
  scorer->best = g_new0 (float, n_documents);
  scorer->total = g_new0 (float, n_documents);
  scorer->covered = g_new0 (float, n_documents);
  scorer->named = g_new0 (float, n_documents);
  scorer->masks = g_new0 (guint32, n_words);
  scorer->factors = g_new0 (float, n_words);
  scorer->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  scorer->at_hand = g_array_new (FALSE, FALSE, sizeof (guint));
  scorer->marked = g_array_new (FALSE, FALSE, sizeof (guint));
  return scorer;
}

void
km_search_scorer_free (KmSearchScorer *scorer)
{
  g_free (scorer->best);
  g_free (scorer->total);
  g_free (scorer->covered);
  g_free (scorer->named);
  g_free (scorer->masks);
  g_free (scorer->factors);
  g_array_unref (scorer->touched);
  g_array_unref (scorer->at_hand);
  g_array_unref (scorer->marked);
  g_free (scorer);
}

static float
rarity_of (const KmSearchIndex *index, guint n_with)
{
  float n = (float) index->documents->len;

  return MAX (logf (1 + (n - (float) n_with + 0.5f) / ((float) n_with + 0.5f)), LEAST_RARITY);
}

static float
weigh (const KmSearchIndex *index, const Posting *posting)
{
  const Document *document = &g_array_index (index->documents, Document, posting->document);
  float sum = field_weights[FIELD_NAME] * posting->n[FIELD_NAME]
              + field_weights[FIELD_KEYWORD] * posting->n[FIELD_KEYWORD]
              + field_weights[FIELD_HEADING] * posting->n[FIELD_HEADING]
              + field_weights[FIELD_TEXT] * posting->n[FIELD_TEXT] / document->length_factor;

  return sum / (sum + SATURATION);
}

/* Counts what one word says of each document; of several answers the best one counts. */
static void
score_answer (KmSearchScorer *scorer, const Answer *answer, float *in_name)
{
  const GArray *postings = km_search_index_get_postings (scorer->index, answer->word);

  for (guint i = 0; postings != NULL && i < postings->len; i++)
    {
      const Posting *posting = &g_array_index (postings, Posting, i);
      float score = answer->factor * weigh (scorer->index, posting);

      if (scorer->best[posting->document] == 0)
        g_array_append_val (scorer->at_hand, posting->document);
      scorer->best[posting->document] = MAX (scorer->best[posting->document], score);
      if (posting->n[FIELD_NAME] > 0)
        in_name[posting->document] = MAX (in_name[posting->document], answer->factor);
    }
}

static void
score_asked (KmSearchScorer *scorer, Asked *asked, guint32 bit, float *in_name)
{
  guint n_as_typed = 0;
  float worth;

  for (guint i = 0; i < asked->answers->len; i++)
    {
      const Answer *answer = &g_array_index (asked->answers, Answer, i);

      if (scorer->masks[answer->word] == 0)
        g_array_append_val (scorer->marked, answer->word);
      scorer->masks[answer->word] |= bit;
      scorer->factors[answer->word] = MAX (scorer->factors[answer->word], answer->factor);
      score_answer (scorer, answer, in_name);
      if (answer->factor >= KM_SAME_STEM)
        n_as_typed = scorer->at_hand->len;
    }
  /* A rare word stays telling though others of its meaning are common. */
  asked->rarity = rarity_of (scorer->index, scorer->at_hand->len);
  if (n_as_typed > 0)
    asked->rarity = (asked->rarity + rarity_of (scorer->index, n_as_typed)) / 2;
  worth = asked->rarity * asked->weight;
  for (guint i = 0; i < scorer->at_hand->len; i++)
    {
      guint document = g_array_index (scorer->at_hand, guint, i);

      if (scorer->total[document] == 0)
        g_array_append_val (scorer->touched, document);
      scorer->total[document] += worth * scorer->best[document];
      scorer->covered[document] += worth;
      scorer->named[document] += worth * in_name[document];
      scorer->best[document] = 0;
      in_name[document] = 0;
    }
  g_array_set_size (scorer->at_hand, 0);
}

static float
get_worth (const Query *query)
{
  float worth = 0;

  for (guint i = 0; i < query->n_asked; i++)
    worth += query->asked[i].rarity * query->asked[i].weight;
  return MAX (worth, LEAST_RARITY);
}

/**
 * km_search_get_share:
 * @document: a document
 *
 * Returns: how much its answers count beside those of other documents
 */
float
km_search_get_share (const Document *document)
{
  if (document->page == NULL)
    return TERM_SHARE;
  return km_page_get_kind (document->page) == KM_PAGE_EXERCISE ? EXERCISE_SHARE : 1;
}

static float
get_score (const KmSearchScorer *scorer, guint document, float worth)
{
  const Document *at = &g_array_index (scorer->index->documents, Document, document);
  float share = PART_SHARE + (1 - PART_SHARE) * scorer->covered[document] / worth;
  float score = scorer->total[document] * share;

  score += NAME_BONUS * scorer->named[document] * scorer->named[document] / worth;
  return score * km_search_get_share (at);
}

/* Puts a candidate in its place, best first; the last of @max falls out. */
static void
insert_candidate (GArray *candidates, const Candidate *candidate, guint max)
{
  guint at = candidates->len;

  while (at > 0 && g_array_index (candidates, Candidate, at - 1).score < candidate->score)
    at--;
  if (at >= max)
    return;
  if (candidates->len == max)
    g_array_set_size (candidates, max - 1);
  g_array_insert_vals (candidates, at, candidate, 1);
}

/**
 * km_search_scorer_rank:
 * @scorer: a scorer
 * @query: what is asked; how much each thing tells is filled in
 * @max: how many to return
 *
 * Scores all documents by their words alone.
 *
 * Returns: (transfer full) (element-type Candidate): the best, best first
 */
GArray *
km_search_scorer_rank (KmSearchScorer *scorer, Query *query, guint max)
{
  GArray *candidates = g_array_sized_new (FALSE, FALSE, sizeof (Candidate), max + 1);
  g_autofree float *in_name = g_new0 (float, MAX (scorer->index->documents->len, 1));
  float worth;

  for (guint i = 0; i < query->n_asked; i++)
    score_asked (scorer, &query->asked[i], 1u << i, in_name);
  worth = get_worth (query);
  for (guint i = 0; i < scorer->touched->len; i++)
    {
      guint document = g_array_index (scorer->touched, guint, i);
      Candidate candidate
          = { document, get_score (scorer, document, worth), scorer->covered[document] / worth, 0 };

      if (candidates->len < max
          || g_array_index (candidates, Candidate, max - 1).score < candidate.score)
        insert_candidate (candidates, &candidate, max);
    }
  return candidates;
}

/**
 * km_search_scorer_reset:
 * @scorer: a scorer
 *
 * Ends a search.
 */
void
km_search_scorer_reset (KmSearchScorer *scorer)
{
  for (guint i = 0; i < scorer->touched->len; i++)
    {
      guint document = g_array_index (scorer->touched, guint, i);

      scorer->total[document] = scorer->covered[document] = scorer->named[document] = 0;
    }
  for (guint i = 0; i < scorer->marked->len; i++)
    {
      guint word = g_array_index (scorer->marked, guint, i);

      scorer->masks[word] = 0;
      scorer->factors[word] = 0;
    }
  g_array_set_size (scorer->touched, 0);
  g_array_set_size (scorer->marked, 0);
}
