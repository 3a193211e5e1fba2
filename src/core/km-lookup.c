/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-lookup.h"

struct _KmLookup
{
  GObject parent_instance;

  KmLibrary *library;
  KmSearch *search; /* NULL until first needed */
};

G_DEFINE_FINAL_TYPE (KmLookup, km_lookup, G_TYPE_OBJECT)

static void
km_lookup_finalize (GObject *object)
{
  KmLookup *self = KM_LOOKUP (object);

  g_clear_pointer (&self->search, km_search_free);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (km_lookup_parent_class)->finalize (object);
}

static void
km_lookup_class_init (KmLookupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_lookup_finalize;
}

static void
km_lookup_init (KmLookup *self)
{
}

/**
 * km_lookup_new:
 * @library: a sealed library
 *
 * Returns: (transfer full): a search of it, not yet made
 */
KmLookup *
km_lookup_new (KmLibrary *library)
{
  KmLookup *self = g_object_new (KM_TYPE_LOOKUP, NULL);

  self->library = g_object_ref (library);
  return self;
}

/**
 * km_lookup_get_library:
 * @self: a lookup
 *
 * Returns: (transfer none): what it searches
 */
KmLibrary *
km_lookup_get_library (KmLookup *self)
{
  return self->library;
}

/**
 * km_lookup_prepare:
 * @self: a lookup
 *
 * Makes the index now, if it is not there yet, so that the first search need not.
 */
void
km_lookup_prepare (KmLookup *self)
{
  if (self->search == NULL)
    self->search = km_search_new (self->library);
}

/**
 * km_lookup_run:
 * @self: a lookup
 * @words: anything a person may type
 * @max_hits: how many to return at most
 *
 * Returns: (transfer full): what was found
 */
KmSearchResults *
km_lookup_run (KmLookup *self, const char *words, guint max_hits)
{
  km_lookup_prepare (self);
  return km_search_run (self->search, words, max_hits);
}
