/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KmView:
 * @KM_VIEW_FRONT: from the front
 * @KM_VIEW_OUTER: from the outer side
 * @KM_VIEW_INNER: from the inner side
 * @KM_VIEW_BEHIND: from behind
 * @KM_VIEW_BELOW: the bent knee, from the kneecap to the upper shin
 *
 * The five drawings of the knee.
 */
typedef enum
{
  KM_VIEW_FRONT,
  KM_VIEW_OUTER,
  KM_VIEW_INNER,
  KM_VIEW_BEHIND,
  KM_VIEW_BELOW,
} KmView;

#define KM_N_VIEWS 5

#define KM_TYPE_VIEW (km_view_get_type ())
GType km_view_get_type (void);

/**
 * KmLayer:
 * @KM_LAYER_SKIN: skin surface
 * @KM_LAYER_MUSCLE: muscles and tendons
 * @KM_LAYER_BONE: bones and ligaments
 *
 * The three layers of each drawing.
 */
typedef enum
{
  KM_LAYER_SKIN,
  KM_LAYER_MUSCLE,
  KM_LAYER_BONE,
} KmLayer;

#define KM_N_LAYERS 3

#define KM_TYPE_LAYER (km_layer_get_type ())
GType km_layer_get_type (void);

/**
 * KmSide:
 * @KM_SIDE_LEFT: the left knee
 * @KM_SIDE_RIGHT: the right knee
 * @KM_SIDE_BOTH: both knees
 *
 * Which knee hurts.
 */
typedef enum
{
  KM_SIDE_LEFT,
  KM_SIDE_RIGHT,
  KM_SIDE_BOTH,
} KmSide;

#define KM_TYPE_SIDE (km_side_get_type ())
GType km_side_get_type (void);

/**
 * KmUrgency:
 * @KM_URGENCY_SELF_CARE: start at home
 * @KM_URGENCY_ROUTINE: book an ordinary visit
 * @KM_URGENCY_WITHIN_DAYS: be seen in the next few days
 * @KM_URGENCY_SAME_DAY: be seen today
 * @KM_URGENCY_EMERGENCY: get help now
 *
 * How soon to be seen, in rising order, so that levels compare as numbers.
 */
typedef enum
{
  KM_URGENCY_SELF_CARE,
  KM_URGENCY_ROUTINE,
  KM_URGENCY_WITHIN_DAYS,
  KM_URGENCY_SAME_DAY,
  KM_URGENCY_EMERGENCY,
} KmUrgency;

#define KM_N_URGENCIES 5

#define KM_TYPE_URGENCY (km_urgency_get_type ())
GType km_urgency_get_type (void);

/**
 * KmBand:
 * @KM_BAND_NONE: does not fit
 * @KM_BAND_LITTLE: fits a little
 * @KM_BAND_PARTLY: fits partly
 * @KM_BAND_WELL: fits well
 *
 * How well a condition fits, in words: never a percentage, which would look like a diagnosis.
 */
typedef enum
{
  KM_BAND_NONE,
  KM_BAND_LITTLE,
  KM_BAND_PARTLY,
  KM_BAND_WELL,
} KmBand;

#define KM_TYPE_BAND (km_band_get_type ())
GType km_band_get_type (void);

/**
 * KmStrength:
 * @KM_STRENGTH_ALMOST_NEVER: about 3 of 100 people with the condition
 * @KM_STRENGTH_RARELY: about 12 of 100
 * @KM_STRENGTH_SOMETIMES: about 35 of 100
 * @KM_STRENGTH_OFTEN: about 65 of 100
 * @KM_STRENGTH_ALMOST_ALWAYS: about 90 of 100
 *
 * How often people with a condition give an answer. The figures are those of the project's
 * evidence tables; most rest on judgement, see the source of each row.
 */
typedef enum
{
  KM_STRENGTH_ALMOST_NEVER,
  KM_STRENGTH_RARELY,
  KM_STRENGTH_SOMETIMES,
  KM_STRENGTH_OFTEN,
  KM_STRENGTH_ALMOST_ALWAYS,
} KmStrength;

#define KM_TYPE_STRENGTH (km_strength_get_type ())
GType km_strength_get_type (void);

/**
 * KmTruth:
 * @KM_TRUTH_FALSE: known to be false
 * @KM_TRUTH_UNKNOWN: something it needs was not answered
 * @KM_TRUTH_TRUE: known to be true
 *
 * Three-valued logic (Kleene): "not asked" is never "no".
 */
typedef enum
{
  KM_TRUTH_FALSE,
  KM_TRUTH_UNKNOWN,
  KM_TRUTH_TRUE,
} KmTruth;

/**
 * KmPageKind:
 * @KM_PAGE_CONDITION: a condition
 * @KM_PAGE_GUIDE: a guide
 * @KM_PAGE_EXERCISE: an exercise
 * @KM_PAGE_QUESTION: a question people ask, with its answer
 *
 * What a page is about.
 */
typedef enum
{
  KM_PAGE_CONDITION,
  KM_PAGE_GUIDE,
  KM_PAGE_EXERCISE,
  KM_PAGE_QUESTION,
} KmPageKind;

#define KM_N_PAGE_KINDS 4

#define KM_TYPE_PAGE_KIND (km_page_kind_get_type ())
GType km_page_kind_get_type (void);

const char *km_enum_to_nick (GType type, int value);
const char *km_band_to_words (KmBand band);
gboolean km_enum_from_nick (GType type, const char *nick, int *value);

G_END_DECLS
