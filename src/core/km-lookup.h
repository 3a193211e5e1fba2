/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-search.h"

G_BEGIN_DECLS

/**
 * KmLookup:
 *
 * The one search of a program, shared by all who look something up. Its index is made when it is
 * first needed, so that starting does not wait for it.
 */
#define KM_TYPE_LOOKUP (km_lookup_get_type ())
G_DECLARE_FINAL_TYPE (KmLookup, km_lookup, KM, LOOKUP, GObject)

KmLookup *km_lookup_new (KmLibrary *library);
KmLibrary *km_lookup_get_library (KmLookup *self);
void km_lookup_prepare (KmLookup *self);
KmSearchResults *km_lookup_run (KmLookup *self, const char *words, guint max_hits);

G_END_DECLS
