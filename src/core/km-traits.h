/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

/**
 * KmTrait:
 * @KM_TRAIT_STORY: how and when it starts
 * @KM_TRAIT_LOAD: what makes it worse or better
 * @KM_TRAIT_SIGN: what is seen and felt besides
 *
 * What can be told of a condition in short statements.
 */
typedef enum
{
  KM_TRAIT_STORY,
  KM_TRAIT_LOAD,
  KM_TRAIT_SIGN,
} KmTrait;

#define KM_N_TRAITS 3

/* The most statements of one kind. */
#define KM_TRAITS_MAX 5

GPtrArray *km_traits_dup (KmLibrary *library, const KmCondition *condition, KmTrait trait);

G_END_DECLS
