/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-page.h"

G_BEGIN_DECLS

/* Before the id of a word where ids of pages stand too. */
#define KM_GLOSSARY_PREFIX "glossary:"

/**
 * KmTerm:
 * @id: its id
 * @name: the medical word
 * @also: (nullable) (array zero-terminated=1): other forms of it
 * @meaning: what it means, in one or two plain sentences
 *
 * A word of the glossary. Filled by the loader, owned by the library, immutable after.
 */
typedef struct
{
  char *id;
  char *name;
  char **also;
  KmText *meaning;
} KmTerm;

KmTerm *km_term_new (const char *id);
void km_term_free (KmTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmTerm, km_term_free)

G_END_DECLS
