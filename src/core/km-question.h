/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-rule.h"
#include "km-types.h"

G_BEGIN_DECLS

/**
 * KmOptionRole:
 * @KM_OPTION_PLAIN: neither alarming nor calming
 * @KM_OPTION_CALM: nothing of the kind
 * @KM_OPTION_ALARM: raises caution
 * @KM_OPTION_UNSURE: the person does not know
 */
typedef enum
{
  KM_OPTION_PLAIN,
  KM_OPTION_CALM,
  KM_OPTION_ALARM,
  KM_OPTION_UNSURE,
} KmOptionRole;

/**
 * KmOption:
 * @id: its id within the question
 * @label: the answer as offered
 * @statement: the answer as a short statement, "Worse running downhill"
 * @role: see #KmOptionRole
 * @beyond: whether it speaks for a cause that the guide has no page for
 * @page: (nullable): the page that tells of something common it speaks for, which may start at home
 *
 * One answer to a question.
 */
typedef struct
{
  char *id;
  char *label;
  char *statement;
  KmOptionRole role;
  gboolean beyond;
  char *page;
} KmOption;

/**
 * KmTier:
 * @KM_TIER_SAFETY: asked first, for alarm signs
 * @KM_TIER_CORE: sorts the causes
 * @KM_TIER_TIE_BREAKER: tells two close causes apart
 */
typedef enum
{
  KM_TIER_SAFETY,
  KM_TIER_CORE,
  KM_TIER_TIE_BREAKER,
} KmTier;

/* Keys the library answers for itself: the chosen spots, the side, and the area that follows. */
#define KM_KEY_SPOT "spot"
#define KM_KEY_SIDE "side"
#define KM_KEY_AREA "area"

/**
 * KmQuestion:
 * @id: its id
 * @text: the question as asked
 * @brief: two or three words for the list of answers
 * @why: why it is asked, one sentence
 * @tier: see #KmTier
 * @many: whether several answers may be given; calm and unsure ones stand alone all the same
 * @group: (nullable): findings that say the same thing share a group
 * @sources: (array zero-terminated=1): what the reason for asking rests on
 * @ask_when: (nullable): when it is open; %NULL for always
 * @faint_when: (nullable): when the answer says less about the cause; %NULL for never
 * @options: (element-type KmOption): the answers in order
 *
 * A question. Filled by the loader, owned by the library, immutable after.
 */
typedef struct
{
  char *id;
  char *text;
  char *brief;
  char *why;
  KmTier tier;
  gboolean many;
  char *group;
  char **sources;
  KmRule *ask_when;
  KmRule *faint_when;
  GPtrArray *options;
} KmQuestion;

KmQuestion *km_question_new (const char *id);
void km_question_free (KmQuestion *question);
KmOption *km_question_add_option (KmQuestion *question,
                                  const char *id,
                                  const char *label,
                                  const char *statement,
                                  KmOptionRole role);
const KmOption *km_question_get_option (const KmQuestion *question, guint position);
const KmOption *km_question_find_option (const KmQuestion *question, const char *id);
int km_question_index_of (const KmQuestion *question, const char *option_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmQuestion, km_question_free)

G_END_DECLS
