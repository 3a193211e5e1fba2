/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-source.h"

/**
 * km_source_new:
 * @id: its key
 *
 * Returns: (transfer full): a source with nothing but its key
 */
KmSource *
km_source_new (const char *id)
{
  KmSource *source = g_new0 (KmSource, 1);

  source->id = g_strdup (id);
  return source;
}

void
km_source_free (KmSource *source)
{
  g_free (source->id);
  g_free (source->kind);
  g_free (source->read);
  g_free (source->title);
  g_free (source->publisher);
  g_free (source->link);
  g_free (source->note);
  g_free (source);
}
