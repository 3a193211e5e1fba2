/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-drawing-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

#define MASK_RESOLUTION 2.0
#define MASK_BORDER 2

G_DEFINE_FINAL_TYPE (KmDrawing, km_drawing, G_TYPE_OBJECT)

GQuark
km_art_error_quark (void)
{
  return g_quark_from_static_string ("km-art-error-quark");
}

static void
km_drawing_finalize (GObject *object)
{
  KmDrawing *self = KM_DRAWING (object);

  g_clear_object (&self->handle);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->masks, g_ptr_array_unref);
  g_clear_pointer (&self->mirrored, g_ptr_array_unref);
  g_strfreev (self->structures);
  g_free (self->css);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (km_drawing_parent_class)->finalize (object);
}

static void
km_drawing_class_init (KmDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_drawing_finalize;
}

static void
km_drawing_init (KmDrawing *self)
{
  g_mutex_init (&self->lock);
}

const char *
km_drawing_get_name (KmDrawing *self)
{
  return km_enum_to_nick (KM_TYPE_VIEW, (int) self->view);
}

/* Every word in @svg that follows @pattern's lead, in order, each once; a second one is an error
 * when @duplicates is given. */
static char **
collect_words (GBytes *svg, const char *pattern, char **duplicate)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize size = 0;
  const char *text = g_bytes_get_data (svg, &size);

  g_regex_match_full (regex, text, (gssize) size, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      char *word = g_match_info_fetch (match, 1);

      if (!g_hash_table_contains (seen, word))
        {
          g_hash_table_add (seen, word);
          g_ptr_array_add (words, word);
          continue;
        }
      if (duplicate != NULL && *duplicate == NULL)
        *duplicate = g_strdup (word);
      g_free (word);
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

/* A handle for one sheet: giving a handle another one adds to the first, it does not replace it. */
RsvgHandle *
km_drawing_new_handle (KmDrawing *self, const char *css, GError **error)
{
  g_autoptr (RsvgHandle) handle = NULL;
  g_autoptr (GError) local = NULL;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (self->svg, &size);

  handle = rsvg_handle_new_from_data (data, size, &local);
  if (handle != NULL
      && rsvg_handle_set_stylesheet (handle, (const guint8 *) css, strlen (css), &local))
    return g_steal_pointer (&handle);
  g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_LOAD, _ ("drawing “%s”: %s"),
               km_drawing_get_name (self), local->message);
  return NULL;
}

static KmMask *
render_mask (KmDrawing *self, const char *id, GError **error)
{
  g_autofree char *element = g_strconcat ("#spot-", id, NULL);
  RsvgRectangle whole = { 0, 0, KM_DRAWING_WIDTH, KM_DRAWING_HEIGHT };
  RsvgRectangle ink;
  cairo_surface_t *surface;
  cairo_t *cr;
  KmPoint origin;
  KmMask *mask = NULL;

  if (rsvg_handle_get_geometry_for_layer (self->handle, element, &whole, &ink, NULL, NULL)
      && ink.width > 0 && ink.height > 0)
    {
      origin.x = floor (ink.x) - MASK_BORDER;
      origin.y = floor (ink.y) - MASK_BORDER;
      whole.x = -origin.x * MASK_RESOLUTION;
      whole.y = -origin.y * MASK_RESOLUTION;
      whole.width *= MASK_RESOLUTION;
      whole.height *= MASK_RESOLUTION;
      surface = cairo_image_surface_create (
          CAIRO_FORMAT_A8, (int) ((ceil (ink.width) + 1 + 2 * MASK_BORDER) * MASK_RESOLUTION),
          (int) ((ceil (ink.height) + 1 + 2 * MASK_BORDER) * MASK_RESOLUTION));
      cr = cairo_create (surface);
      if (rsvg_handle_render_layer (self->handle, cr, element, &whole, NULL))
        {
          cairo_surface_flush (surface);
          mask = km_mask_new (id, surface, origin, MASK_RESOLUTION);
        }
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  if (mask == NULL)
    g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_MISSING_SPOT,
                 _ ("drawing “%s”: spot “%s” has no shape"), km_drawing_get_name (self), id);
  return mask;
}

static gboolean
load_masks (KmDrawing *self, GBytes *svg, GError **error)
{
  g_autofree char *twice = NULL;
  g_auto (GStrv) ids = collect_words (svg, "\\sid=\"spot-([a-z0-9-]+)\"", &twice);

  if (twice != NULL)
    {
      g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_LOAD, _ ("drawing “%s”: id “spot-%s” twice"),
                   km_drawing_get_name (self), twice);
      return FALSE;
    }
  self->masks = g_ptr_array_new_with_free_func ((GDestroyNotify) km_mask_free);
  self->mirrored = g_ptr_array_new_with_free_func ((GDestroyNotify) km_mask_free);
  for (char **id = ids; *id != NULL; id++)
    {
      KmMask *mask = render_mask (self, *id, error);

      if (mask == NULL)
        return FALSE;
      g_ptr_array_add (self->masks, mask);
      g_ptr_array_add (self->mirrored, km_mask_new_mirrored (mask, KM_DRAWING_WIDTH));
    }
  return TRUE;
}

static gboolean
check_layers (KmDrawing *self, GError **error)
{
  for (int layer = 0; layer < KM_N_LAYERS; layer++)
    {
      const char *name = km_enum_to_nick (KM_TYPE_LAYER, layer);
      g_autofree char *element = g_strconcat ("#layer-", name, NULL);

      if (rsvg_handle_has_sub (self->handle, element))
        continue;
      g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_MISSING_LAYER,
                   _ ("drawing “%s”: no layer “%s”"), km_drawing_get_name (self), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * km_drawing_new_from_bytes:
 * @view: which view it is
 * @svg: the SVG
 * @error: return location for a #KmArtError
 *
 * Returns: (transfer full) (nullable): the drawing
 */
KmDrawing *
km_drawing_new_from_bytes (KmView view, GBytes *svg, GError **error)
{
  g_autoptr (KmDrawing) self = g_object_new (KM_TYPE_DRAWING, NULL);

  self->view = view;
  self->svg = g_bytes_ref (svg);
  self->css = g_strdup (KM_SPOTS_CSS);
  self->handle = km_drawing_new_handle (self, self->css, error);
  if (self->handle == NULL)
    return NULL;
  if (!check_layers (self, error) || !load_masks (self, svg, error))
    return NULL;
  self->structures = collect_words (svg, "class=\"[^\"]*\\bs-([a-z0-9-]+)", NULL);
  return g_steal_pointer (&self);
}

GBytes *
km_art_lookup (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (KM_ART_PATH, name, NULL);
  g_autoptr (GError) local = NULL;
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &local);

  if (bytes == NULL)
    g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_LOAD, "%s: %s", name, local->message);
  return bytes;
}

/**
 * km_drawing_new:
 * @view: a view
 * @error: return location for a #KmArtError
 *
 * Loads the drawing of @view from the program's resources.
 *
 * Returns: (transfer full) (nullable): the drawing
 */
KmDrawing *
km_drawing_new (KmView view, GError **error)
{
  g_autofree char *name = g_strconcat (km_enum_to_nick (KM_TYPE_VIEW, (int) view), ".svg", NULL);
  g_autoptr (GBytes) svg = km_art_lookup (name, error);

  return svg != NULL ? km_drawing_new_from_bytes (view, svg, error) : NULL;
}

/**
 * km_drawing_rest:
 * @self: a drawing
 *
 * Gives up what only rendering needs, some megabytes, until it is rendered again; unless it is
 * being rendered just now.
 */
void
km_drawing_rest (KmDrawing *self)
{
  g_return_if_fail (KM_IS_DRAWING (self));

  if (!g_mutex_trylock (&self->lock))
    return;
  g_clear_object (&self->handle);
  g_mutex_unlock (&self->lock);
}

KmView
km_drawing_get_view (KmDrawing *self)
{
  g_return_val_if_fail (KM_IS_DRAWING (self), KM_VIEW_FRONT);

  return self->view;
}

/**
 * km_drawing_get_structures:
 * @self: a drawing
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the structures drawn in any layer
 */
const char *const *
km_drawing_get_structures (KmDrawing *self)
{
  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  return (const char *const *) self->structures;
}

gboolean
km_drawing_has_structure (KmDrawing *self, const char *structure)
{
  g_return_val_if_fail (KM_IS_DRAWING (self), FALSE);

  return g_strv_contains ((const char *const *) self->structures, structure);
}

/**
 * km_drawing_get_masks:
 * @self: a drawing
 * @mirrored: whether it is the left knee
 *
 * Returns: (transfer none) (element-type KmMask): the shapes of its spots, lowest first
 */
GPtrArray *
km_drawing_get_masks (KmDrawing *self, gboolean mirrored)
{
  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  return mirrored ? self->mirrored : self->masks;
}

/**
 * km_drawing_get_mask:
 * @self: a drawing
 * @spot_id: a spot
 * @mirrored: whether it is the left knee
 * @error: return location for a #KmArtError
 *
 * Returns: (transfer none) (nullable): the shape of the spot
 */
const KmMask *
km_drawing_get_mask (KmDrawing *self, const char *spot_id, gboolean mirrored, GError **error)
{
  GPtrArray *masks = km_drawing_get_masks (self, mirrored);

  for (guint i = 0; i < masks->len; i++)
    if (strcmp (km_mask_get_id (g_ptr_array_index (masks, i)), spot_id) == 0)
      return g_ptr_array_index (masks, i);
  g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_MISSING_SPOT, _ ("drawing “%s”: no spot “%s”"),
               km_drawing_get_name (self), spot_id);
  return NULL;
}
