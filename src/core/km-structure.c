/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-structure.h"

/**
 * km_structure_new:
 * @id: its id
 *
 * Returns: (transfer full): a structure with nothing but an id
 */
KmStructure *
km_structure_new (const char *id)
{
  KmStructure *structure = g_new0 (KmStructure, 1);

  structure->id = g_strdup (id);
  return structure;
}

void
km_structure_free (KmStructure *structure)
{
  g_free (structure->id);
  g_free (structure->name);
  g_free (structure->medical);
  g_free (structure);
}
