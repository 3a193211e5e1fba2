/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-atlas.h"

struct _KmAtlas
{
  GObject parent_instance;

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
}

KmAtlas *
km_atlas_new (void)
{
  return g_object_new (KM_TYPE_ATLAS, NULL);
}

/**
 * km_atlas_get_drawing:
 * @self: an atlas
 * @view: a view
 * @error: return location for a #KmArtError
 *
 * A drawing that failed to load is not tried again.
 *
 * Returns: (transfer none) (nullable): the drawing of @view
 */
KmDrawing *
km_atlas_get_drawing (KmAtlas *self, KmView view, GError **error)
{
  g_return_val_if_fail (KM_IS_ATLAS (self), NULL);
  g_return_val_if_fail (view < KM_N_VIEWS, NULL);

  if (self->drawings[view] == NULL && self->errors[view] == NULL)
    self->drawings[view] = km_drawing_new (view, &self->errors[view]);
  if (self->errors[view] != NULL)
    g_propagate_error (error, g_error_copy (self->errors[view]));
  return self->drawings[view];
}
