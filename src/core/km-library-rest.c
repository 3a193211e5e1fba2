/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a library does not hold from the start. */
#include "km-library-private.h"

/**
 * km_library_set_rest:
 * @self: a sealed library
 * @bring: (nullable) (scope forever): brings everything, once, when something is asked for that is
 *   not here; %NULL when nobody may ask any more
 * @data: for @bring
 *
 * Says where the rest comes from.
 */
void
km_library_set_rest (KmLibrary *self, KmLibraryBring bring, gpointer data)
{
  self->bring = bring;
  self->bring_data = data;
}

/**
 * km_library_is_filled:
 * @self: a library
 *
 * Returns: whether everything is here, and nothing has to be brought
 */
gboolean
km_library_is_filled (KmLibrary *self)
{
  return self->bring == NULL;
}

#define SWAP(a, b)            \
  G_STMT_START                \
  {                           \
    __typeof__ (a) swap_ = a; \
    a = b;                    \
    b = swap_;                \
  }                           \
  G_STMT_END

/* What it replaces lives as long as the library does: others may hold on to it. */
static void
swap_rest (KmLibrary *self, KmLibrary *rest)
{
  SWAP (self->questions, rest->questions);
  SWAP (self->red_flags, rest->red_flags);
  SWAP (self->sources, rest->sources);
  SWAP (self->terms, rest->terms);
  SWAP (self->conditions, rest->conditions);
  SWAP (self->pages, rest->pages);
  for (int i = 0; i < KM_N_PAGE_KINDS; i++)
    SWAP (self->pages_by_kind[i], rest->pages_by_kind[i]);
  SWAP (self->synonyms, rest->synonyms);
  SWAP (self->ignored_words, rest->ignored_words);
}

/**
 * km_library_fill:
 * @self: a library
 *
 * Brings the rest now, if it is not here yet.
 */
void
km_library_fill (KmLibrary *self)
{
  KmLibraryBring bring = g_steal_pointer (&self->bring);
  g_autoptr (GError) error = NULL;

  if (bring == NULL)
    return;
  self->rest = bring (self->bring_data, &error);
  if (self->rest != NULL)
    swap_rest (self, self->rest);
  g_signal_emit_by_name (self, "filled", error);
}
