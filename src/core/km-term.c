/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-term.h"

/**
 * km_term_new:
 * @id: its id
 *
 * Returns: (transfer full): a term with nothing but its id
 */
KmTerm *
km_term_new (const char *id)
{
  KmTerm *term = g_new0 (KmTerm, 1);

  term->id = g_strdup (id);
  return term;
}

void
km_term_free (KmTerm *term)
{
  g_free (term->id);
  g_free (term->name);
  g_strfreev (term->also);
  g_clear_pointer (&term->meaning, km_text_free);
  g_free (term);
}
