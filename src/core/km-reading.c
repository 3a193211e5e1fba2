/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-reading.h"

struct _KmReading
{
  GObject parent_instance;

  guint text_size;
  GPtrArray *bookmarks;
  GPtrArray *recent;
  gboolean hint_seen;
};

G_DEFINE_FINAL_TYPE (KmReading, km_reading, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed (KmReading *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kept_free (gpointer data)
{
  KmKept *kept = data;

  g_free (kept->page);
  g_free (kept->title);
  g_free (kept);
}

static KmKept *
kept_new (const char *page, const char *title)
{
  KmKept *kept = g_new0 (KmKept, 1);

  kept->page = g_strdup (page);
  kept->title = g_strdup (title);
  return kept;
}

static KmKept *
find (GPtrArray *array, const char *page, guint *position)
{
  for (guint i = 0; i < array->len; i++)
    {
      KmKept *kept = g_ptr_array_index (array, i);

      if (g_strcmp0 (kept->page, page) == 0)
        {
          if (position != NULL)
            *position = i;
          return kept;
        }
    }
  return NULL;
}

static void
km_reading_finalize (GObject *object)
{
  KmReading *self = KM_READING (object);

  g_ptr_array_unref (self->bookmarks);
  g_ptr_array_unref (self->recent);
  G_OBJECT_CLASS (km_reading_parent_class)->finalize (object);
}

static void
km_reading_class_init (KmReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_reading_finalize;
  signals[CHANGED] = g_signal_new ("changed", KM_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
km_reading_init (KmReading *self)
{
  self->text_size = KM_TEXT_SIZE_NORMAL;
  self->bookmarks = g_ptr_array_new_with_free_func (kept_free);
  self->recent = g_ptr_array_new_with_free_func (kept_free);
}

/**
 * km_reading_new:
 *
 * Returns: (transfer full): normal text, nothing kept
 */
KmReading *
km_reading_new (void)
{
  return g_object_new (KM_TYPE_READING, NULL);
}

/* ---- text size ----------------------------------------------------------------------------- */

guint
km_reading_get_text_size (KmReading *self)
{
  return self->text_size;
}

/**
 * km_reading_set_text_size:
 * @self: a reading
 * @percent: percent of the font of the desktop, brought into what is allowed
 */
void
km_reading_set_text_size (KmReading *self, guint percent)
{
  percent = CLAMP (percent, KM_TEXT_SIZE_MIN, KM_TEXT_SIZE_MAX);
  if (percent == self->text_size)
    return;
  self->text_size = percent;
  changed (self);
}

/**
 * km_reading_get_next_text_size:
 * @self: a reading
 * @step: 1 for larger, -1 for smaller
 *
 * Returns: the next size in that direction, the same at the end
 */
guint
km_reading_get_next_text_size (KmReading *self, int step)
{
  static const guint sizes[] = { 80, 90, 100, 110, 125, 150, 175, 200, 250, 300 };
  int n = G_N_ELEMENTS (sizes);

  if (step > 0)
    {
      for (int i = 0; i < n; i++)
        if (sizes[i] > self->text_size)
          return sizes[i];
    }
  else
    for (int i = n - 1; i >= 0; i--)
      if (sizes[i] < self->text_size)
        return sizes[i];
  return self->text_size;
}

/* ---- bookmarks ----------------------------------------------------------------------------- */

gboolean
km_reading_has_bookmark (KmReading *self, const char *page)
{
  return find (self->bookmarks, page, NULL) != NULL;
}

/**
 * km_reading_add_bookmark:
 * @self: a reading
 * @page: id of a page
 * @title: its title
 *
 * Keeps a page, first in the list. One that is kept already stays where it is.
 */
void
km_reading_add_bookmark (KmReading *self, const char *page, const char *title)
{
  if (km_reading_has_bookmark (self, page))
    return;
  g_ptr_array_insert (self->bookmarks, 0, kept_new (page, title));
  changed (self);
}

void
km_reading_remove_bookmark (KmReading *self, const char *page)
{
  guint position;

  if (find (self->bookmarks, page, &position) == NULL)
    return;
  g_ptr_array_remove_index (self->bookmarks, position);
  changed (self);
}

/**
 * km_reading_get_bookmarks:
 * @self: a reading
 *
 * Returns: (transfer none) (element-type KmKept): pages that were kept, the last one first
 */
GPtrArray *
km_reading_get_bookmarks (KmReading *self)
{
  return self->bookmarks;
}

/* ---- read of late -------------------------------------------------------------------------- */

/**
 * km_reading_add_recent:
 * @self: a reading
 * @page: id of a page
 * @title: its title
 *
 * Notes that a page is being read. How far it was read before is kept.
 */
void
km_reading_add_recent (KmReading *self, const char *page, const char *title)
{
  KmKept *kept = kept_new (page, title);
  guint position;
  const KmKept *before = find (self->recent, page, &position);

  if (before != NULL)
    {
      kept->share = before->share;
      g_ptr_array_remove_index (self->recent, position);
    }
  g_ptr_array_insert (self->recent, 0, kept);
  if (self->recent->len > KM_RECENT_MAX)
    g_ptr_array_set_size (self->recent, KM_RECENT_MAX);
  changed (self);
}

/**
 * km_reading_set_share:
 * @self: a reading
 * @page: id of a page
 * @share: how far it is scrolled, from 0 to 1
 *
 * Notes how far a page was read. Nothing shows that, so nothing is emitted.
 */
void
km_reading_set_share (KmReading *self, const char *page, double share)
{
  KmKept *kept = find (self->recent, page, NULL);

  if (kept != NULL)
    kept->share = share >= 0 && share <= 1 ? share : 0;
}

void
km_reading_clear_recent (KmReading *self)
{
  if (self->recent->len == 0)
    return;
  g_ptr_array_set_size (self->recent, 0);
  changed (self);
}

/**
 * km_reading_get_recent:
 * @self: a reading
 *
 * Returns: (transfer none) (element-type KmKept): pages read, the last one first
 */
GPtrArray *
km_reading_get_recent (KmReading *self)
{
  return self->recent;
}

/* ---- the hint ------------------------------------------------------------------------------ */

gboolean
km_reading_get_hint_seen (KmReading *self)
{
  return self->hint_seen;
}

void
km_reading_set_hint_seen (KmReading *self, gboolean seen)
{
  if (self->hint_seen == seen)
    return;
  self->hint_seen = seen;
  changed (self);
}
