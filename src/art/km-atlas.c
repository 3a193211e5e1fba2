/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-atlas.h"

struct _KmAtlas
{
  GObject parent_instance;

  GMutex lock; /* guards the rest */
  KmDrawing *drawings[KM_N_VIEWS];
  GError *errors[KM_N_VIEWS];
};

G_DEFINE_FINAL_TYPE (KmAtlas, km_atlas, G_TYPE_OBJECT)

static void
km_atlas_finalize (GObject *object)
{
  KmAtlas *self = KM_ATLAS (object);

  for (guint i = 0; i < KM_N_VIEWS; i++)
    {
      g_clear_object (&self->drawings[i]);
      g_clear_error (&self->errors[i]);
    }
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (km_atlas_parent_class)->finalize (object);
}

static void
km_atlas_class_init (KmAtlasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_atlas_finalize;
}

static void
km_atlas_init (KmAtlas *self)
{
  g_mutex_init (&self->lock);
}

KmAtlas *
km_atlas_new (void)
{
  return g_object_new (KM_TYPE_ATLAS, NULL);
}

typedef struct
{
  KmAtlas *atlas;
  KmView view;
} Errand;

static gpointer
run_errand (gpointer data)
{
  Errand *errand = data;

  km_atlas_get_drawing (errand->atlas, errand->view, NULL);
  g_object_unref (errand->atlas);
  g_free (errand);
  return NULL;
}

/**
 * km_atlas_prepare:
 * @self: an atlas
 * @view: a view
 *
 * Starts to load the drawing of @view in a thread, so that it is there when it is asked for.
 */
void
km_atlas_prepare (KmAtlas *self, KmView view)
{
  Errand *errand;

  g_return_if_fail (KM_IS_ATLAS (self));
  g_return_if_fail (view < KM_N_VIEWS);

  errand = g_new (Errand, 1);
  errand->atlas = g_object_ref (self);
  errand->view = view;
  g_thread_unref (g_thread_new ("km-atlas", run_errand, errand));
}

/**
 * km_atlas_get_drawing:
 * @self: an atlas
 * @view: a view
 * @error: return location for a #KmArtError
 *
 * May be called in any thread. A drawing that failed to load is not tried again.
 *
 * Returns: (transfer none) (nullable): the drawing of @view
 */
KmDrawing *
km_atlas_get_drawing (KmAtlas *self, KmView view, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (KM_IS_ATLAS (self), NULL);
  g_return_val_if_fail (view < KM_N_VIEWS, NULL);

  locker = g_mutex_locker_new (&self->lock);
  /* One view is looked at at a time. */
  for (int other = 0; other < KM_N_VIEWS; other++)
    if (other != (int) view && self->drawings[other] != NULL)
      km_drawing_rest (self->drawings[other]);
  if (self->drawings[view] == NULL && self->errors[view] == NULL)
    self->drawings[view] = km_drawing_new (view, &self->errors[view]);
  if (self->errors[view] != NULL)
    g_propagate_error (error, g_error_copy (self->errors[view]));
  return self->drawings[view];
}
