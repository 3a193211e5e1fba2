/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-match-private.h"

struct _KmMatch
{
  GObject parent_instance;

  const KmCondition *condition;
  KmScore score;
  guint rank;
};

G_DEFINE_FINAL_TYPE (KmMatch, km_match, G_TYPE_OBJECT)

static void
km_match_class_init (KmMatchClass *klass)
{
}

static void
km_match_init (KmMatch *self)
{
}

/*< private >
 * km_match_new:
 * @condition: a condition; its library must outlive the match
 *
 * Returns: (transfer full): a row for @condition
 */
KmMatch *
km_match_new (const KmCondition *condition)
{
  KmMatch *self = g_object_new (KM_TYPE_MATCH, NULL);

  self->condition = condition;
  return self;
}

/*< private >
 * km_match_set:
 * @self: a row
 * @score: what the ranking says of its condition
 * @rank: its place, from 1
 *
 * The list the row is in tells of the change.
 */
void
km_match_set (KmMatch *self, const KmScore *score, guint rank)
{
  self->score = *score;
  self->rank = rank;
}

/**
 * km_match_get_condition:
 * @self: a row
 *
 * Returns: (transfer none): the condition
 */
const KmCondition *
km_match_get_condition (KmMatch *self)
{
  return self->condition;
}

KmBand
km_match_get_band (KmMatch *self)
{
  return self->score.band;
}

/**
 * km_match_get_score:
 * @self: a row
 *
 * Returns: natural log-odds against "none of these"; for tests and the command line, never for
 *   users
 */
double
km_match_get_score (KmMatch *self)
{
  return self->score.score;
}

/**
 * km_match_get_rank:
 * @self: a row
 *
 * Returns: its place in the ranking, from 1
 */
guint
km_match_get_rank (KmMatch *self)
{
  return self->rank;
}

guint
km_match_get_n_for (KmMatch *self)
{
  return self->score.n_for;
}

guint
km_match_get_n_against (KmMatch *self)
{
  return self->score.n_against;
}
