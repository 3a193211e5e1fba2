/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-lookup.h"

G_BEGIN_DECLS

/**
 * KmSearchProvider:
 *
 * Answers the overview of the desktop: `org.gnome.Shell.SearchProvider2`, on an object of its own.
 * Emits `called` for each call, `open` with the id of a result and a time stamp, and `search` with
 * words and a time stamp.
 */
#define KM_TYPE_SEARCH_PROVIDER (km_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (KmSearchProvider, km_search_provider, KM, SEARCH_PROVIDER, GObject)

KmSearchProvider *km_search_provider_new (void);
gboolean km_search_provider_export (KmSearchProvider *self,
                                    GDBusConnection *connection,
                                    const char *application_path,
                                    GError **error);
void km_search_provider_unexport (KmSearchProvider *self);
void km_search_provider_set_lookup (KmSearchProvider *self, KmLookup *lookup);

G_END_DECLS
