/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-page.h"
#include "km-types.h"

G_BEGIN_DECLS

/**
 * KmEvidence:
 * @question: question id, `spot` or `side`
 * @option: option id
 * @strength: how often people with the condition give this answer
 * @sources: (array zero-terminated=1): what it rests on
 * @note: (nullable): what else to know about it
 *
 * One row of what is known about a condition.
 */
typedef struct
{
  char *question;
  char *option;
  KmStrength strength;
  char **sources;
  char *note;
} KmEvidence;

/**
 * KmCondition:
 * @id: its id
 * @name: the clinician's name
 * @short_name: the everyday name its page uses
 * @icd10: (nullable): code in the ICD-10
 * @urgency: how soon to be seen when this is what it is, before any red flag
 * @serious: whether it must not be missed
 * @where: where it is felt, one short line
 * @how_soon: how soon to be seen, one short line
 * @how_long: how long it takes, one short line
 * @view: the view that shows it best
 * @layer: the layer that shows it best
 * @structures: (nullable) (array zero-terminated=1): structures to light
 * @spots: (array zero-terminated=1): where it is typically felt
 * @prior: how often runners have it, as a weight beside the others, above 0
 * @prior_sources: (array zero-terminated=1): what the weight rests on
 * @evidence: (element-type KmEvidence): what is known of its story and signs
 * @page: its page
 *
 * A condition. Filled by the loader, owned by the library, immutable after.
 */
typedef struct
{
  char *id;
  char *name;
  char *short_name;
  char *icd10;
  KmUrgency urgency;
  gboolean serious;
  char *where;
  char *how_soon;
  char *how_long;
  KmView view;
  KmLayer layer;
  char **structures;
  char **spots;
  double prior;
  char **prior_sources;
  GPtrArray *evidence;
  KmPage *page;
} KmCondition;

KmCondition *km_condition_new (const char *id);
void km_condition_free (KmCondition *condition);
KmEvidence *km_condition_add_evidence (KmCondition *condition,
                                       const char *question,
                                       const char *option,
                                       KmStrength strength);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmCondition, km_condition_free)

G_END_DECLS
