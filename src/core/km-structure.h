/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KmStructure:
 * @id: its id, that of the shapes in the drawings
 * @name: its everyday name, "Kneecap"
 * @medical: its medical name, "Patella"; empty when the everyday one will do
 *
 * A part of the knee that the drawings show and can light. Filled by the loader, owned by the
 * library, immutable after.
 */
typedef struct
{
  char *id;
  char *name;
  char *medical;
} KmStructure;

KmStructure *km_structure_new (const char *id);
void km_structure_free (KmStructure *structure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmStructure, km_structure_free)

G_END_DECLS
