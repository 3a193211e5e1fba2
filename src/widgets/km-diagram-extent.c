/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-diagram-private.h"

#include <math.h>

#include "km-theme.h"

static KmExtent
find_extent (KmDiagram *self)
{
  if (self->drawing == NULL)
    return KM_EXTENT_FINGER;
  return km_extent_find ((const char *const *) self->chosen, self->extent);
}

/* Something that the mark depends on has changed. */
void
km_diagram_drop_extent (KmDiagram *self)
{
  g_clear_object (&self->sore);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
render (KmDiagram *self, KmExtent extent, double scale)
{
  KmRendering rendering
      = { self->layer, km_knee_get_theme (self->knee), scale, km_diagram_is_mirrored (self) };
  cairo_surface_t *surface;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->sore);
  surface = km_drawing_render_extent (self->drawing, &rendering, (const char *const *) self->chosen,
                                      extent, &error);
  if (surface == NULL)
    {
      g_debug ("%s", error->message);
      return;
    }
  self->sore = km_theme_texture_new (surface);
  self->sore_scale = scale;
  cairo_surface_destroy (surface);
}

/* The mark lies on the drawing and under the spots. It is kept, because spots that light up under
 * the pointer paint it again. */
void
km_diagram_snapshot_extent (KmDiagram *self, GtkSnapshot *snapshot)
{
  KmExtent extent = find_extent (self);
  double scale = (double) self->area.size.width * gtk_widget_get_scale_factor (GTK_WIDGET (self))
                 / KM_DRAWING_WIDTH;

  if (extent == KM_EXTENT_FINGER || scale <= 0)
    return;
  if (self->sore == NULL || fabs (self->sore_scale - scale) > 1e-6)
    render (self, extent, scale);
  if (self->sore != NULL)
    gtk_snapshot_append_texture (snapshot, self->sore, &self->area);
}

/**
 * km_diagram_set_extent:
 * @self: a diagram
 * @extent: how large the sore area is
 *
 * Beyond a finger's width it is marked round the chosen spots, or over the whole joint.
 */
void
km_diagram_set_extent (KmDiagram *self, KmExtent extent)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  if (self->extent == extent)
    return;
  self->extent = extent;
  km_diagram_drop_extent (self);
}

/**
 * km_diagram_get_extent:
 * @self: a diagram
 *
 * Returns: how large the mark is that the present view shows, which is a finger's as long as
 * nothing is chosen
 */
KmExtent
km_diagram_get_extent (KmDiagram *self)
{
  g_return_val_if_fail (KM_IS_DIAGRAM (self), KM_EXTENT_FINGER);

  return find_extent (self);
}
