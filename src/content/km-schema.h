/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-xml.h"

G_BEGIN_DECLS

/**
 * KmSchemas:
 *
 * The schemas of all formats, each compiled at first use from the copy in the program.
 */
typedef struct _KmSchemas KmSchemas;

KmSchemas *km_schemas_new (void);
void km_schemas_free (KmSchemas *schemas);
gboolean km_schemas_validate (KmSchemas *schemas,
                              const char *format,
                              xmlDoc *doc,
                              const char *file,
                              GPtrArray *issues);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSchemas, km_schemas_free)

G_END_DECLS
