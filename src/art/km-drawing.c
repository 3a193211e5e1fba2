/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-drawing.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <librsvg/rsvg.h>
#include <math.h>

#define ART_PATH "/io/github/kneemap/Kneemap/art/"
#define MASK_RESOLUTION 2.0
#define MASK_BORDER 2
#define FADE_UNITS 90

/* Spots are drawn only for their masks. Part of every sheet: a change of sheet costs some ms. */
static const char spots_css[]
    = ".spot{fill:#000 !important;fill-opacity:1 !important;stroke:none !important;"
      "display:inline !important;visibility:visible !important}";

struct _KmDrawing
{
  GObject parent_instance;

  KmView view;
  GMutex lock; /* guards handle and css */
  RsvgHandle *handle;
  char *css;
  char **structures;
  GPtrArray *masks;
  GPtrArray *mirrored;
};

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

static const char *
view_name (KmDrawing *self)
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

/* With the lock held. */
static gboolean
use_css (KmDrawing *self, const char *css, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_strcmp0 (self->css, css) == 0)
    return TRUE;
  if (!rsvg_handle_set_stylesheet (self->handle, (const guint8 *) css, strlen (css), &local))
    {
      g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_LOAD, _ ("drawing “%s”: stylesheet: %s"),
                   view_name (self), local->message);
      return FALSE;
    }
  g_free (self->css);
  self->css = g_strdup (css);
  return TRUE;
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
                 _ ("drawing “%s”: spot “%s” has no shape"), view_name (self), id);
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
                   view_name (self), twice);
      return FALSE;
    }
  self->masks = g_ptr_array_new_with_free_func ((GDestroyNotify) km_mask_free);
  self->mirrored = g_ptr_array_new_with_free_func ((GDestroyNotify) km_mask_free);
  if (!use_css (self, spots_css, error))
    return FALSE;
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
                   _ ("drawing “%s”: no layer “%s”"), view_name (self), name);
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
  g_autoptr (GError) local = NULL;
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (svg, &size);

  self->view = view;
  self->handle = rsvg_handle_new_from_data (data, size, &local);
  if (self->handle == NULL)
    {
      g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_LOAD, _ ("drawing “%s”: %s"), view_name (self),
                   local->message);
      return NULL;
    }
  if (!check_layers (self, error) || !load_masks (self, svg, error))
    return NULL;
  self->structures = collect_words (svg, "class=\"[^\"]*\\bs-([a-z0-9-]+)", NULL);
  return g_steal_pointer (&self);
}

static GBytes *
lookup_art (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (ART_PATH, name, NULL);
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
  g_autoptr (GBytes) svg = lookup_art (name, error);

  return svg != NULL ? km_drawing_new_from_bytes (view, svg, error) : NULL;
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
               view_name (self), spot_id);
  return NULL;
}

static char *
theme_css (KmArtTheme theme, GError **error)
{
  static const char *const names[]
      = { NULL, "dark.css", "high-contrast.css", "high-contrast-dark.css" };
  g_autoptr (GBytes) bytes = NULL;
  gsize size = 0;
  const char *data;

  if (names[theme] == NULL)
    return g_strdup (spots_css);
  bytes = lookup_art (names[theme], error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  return g_strdup_printf ("%s%.*s", spots_css, (int) size, data);
}

static cairo_surface_t *
create_surface (const KmRendering *rendering, cairo_t **cr)
{
  int width = (int) ceil (KM_DRAWING_WIDTH * rendering->scale);
  int height = (int) ceil (KM_DRAWING_HEIGHT * rendering->scale);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (width, 1), MAX (height, 1));

  *cr = cairo_create (surface);
  cairo_scale (*cr, rendering->scale, rendering->scale);
  return surface;
}

static gboolean
render_layer (KmDrawing *self, cairo_t *cr, KmLayer layer, const char *css, GError **error)
{
  g_autofree char *element
      = g_strconcat ("#layer-", km_enum_to_nick (KM_TYPE_LAYER, (int) layer), NULL);
  const RsvgRectangle whole = { 0, 0, KM_DRAWING_WIDTH, KM_DRAWING_HEIGHT };
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GError) local = NULL;

  if (!use_css (self, css, error))
    return FALSE;
  if (rsvg_handle_render_layer (self->handle, cr, element, &whole, &local))
    return TRUE;
  g_set_error (error, KM_ART_ERROR, KM_ART_ERROR_LOAD, _ ("drawing “%s”: %s"), view_name (self),
               local->message);
  return FALSE;
}

/* The leg goes on above and below: both ends fade out over FADE_UNITS, by seven eased stops. */
static void
fade_ends (cairo_t *cr)
{
  static const double stops[][2] = { { 0, 0 },       { 0.12, 0.03 }, { 0.28, 0.16 }, { 0.47, 0.48 },
                                     { 0.66, 0.82 }, { 0.84, 0.97 }, { 1, 1 } };
  cairo_pattern_t *fade = cairo_pattern_create_linear (0, 0, 0, KM_DRAWING_HEIGHT);
  const double part = (double) FADE_UNITS / KM_DRAWING_HEIGHT;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      cairo_pattern_add_color_stop_rgba (fade, stops[i][0] * part, 0, 0, 0, stops[i][1]);
      cairo_pattern_add_color_stop_rgba (fade, 1 - stops[i][0] * part, 0, 0, 0, stops[i][1]);
    }
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_IN);
  cairo_set_source (cr, fade);
  cairo_paint (cr);
  cairo_pattern_destroy (fade);
}

/* Done on the pixels: librsvg 2.54 refuses to blur under a mirroring transformation. */
static void
mirror (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);

      for (int x = 0; x < width / 2; x++)
        {
          guint32 pixel = row[x];

          row[x] = row[width - 1 - x];
          row[width - 1 - x] = pixel;
        }
    }
  cairo_surface_mark_dirty (surface);
}

static cairo_surface_t *
finish (cairo_surface_t *surface, cairo_t *cr, const KmRendering *rendering, gboolean done)
{
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (done && rendering->mirrored)
    mirror (surface);
  if (done)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/**
 * km_drawing_render:
 * @self: a drawing
 * @rendering: how to render it
 * @error: return location for a #KmArtError
 *
 * Returns: (transfer full) (nullable): an ARGB32 image surface with one layer, both ends faded out
 */
cairo_surface_t *
km_drawing_render (KmDrawing *self, const KmRendering *rendering, GError **error)
{
  g_autofree char *css = theme_css (rendering->theme, error);
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  if (css == NULL)
    return NULL;
  surface = create_surface (rendering, &cr);
  done = render_layer (self, cr, rendering->layer, css, error);
  if (done)
    fade_ends (cr);
  return finish (surface, cr, rendering, done);
}

/* Only the outlines of @structures, in one colour. */
static char *
lit_css (const char *const *structures, const char *colour, double width)
{
  GString *css = g_string_new (".layer *{visibility:hidden !important}");
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", width);
  for (; *structures != NULL; structures++)
    g_string_append_printf (css,
                            ".s-%s .line{visibility:visible !important;stroke:%s !important;"
                            "stroke-width:%s !important;stroke-opacity:1 !important}",
                            *structures, colour, number);
  return g_string_free (css, FALSE);
}

/**
 * km_drawing_render_lit:
 * @self: a drawing
 * @rendering: how to render it
 * @structures: (array zero-terminated=1): structures to light; unknown ones are left out
 * @error: return location for a #KmArtError
 *
 * Renders what is drawn over the layer to light structures: their outlines in two tones, so that
 * they stand out from any tissue.
 *
 * Returns: (transfer full) (nullable): an ARGB32 image surface, transparent but for the outlines
 */
cairo_surface_t *
km_drawing_render_lit (KmDrawing *self,
                       const KmRendering *rendering,
                       const char *const *structures,
                       GError **error)
{
  gboolean contrast = rendering->theme >= KM_ART_HIGH_CONTRAST;
  g_autofree char *under = lit_css (structures, "#ffffff", 6.4);
  g_autofree char *over = lit_css (structures, contrast ? "#000000" : "#0b6e6a", 3.2);
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  surface = create_surface (rendering, &cr);
  done = render_layer (self, cr, rendering->layer, under, error)
         && render_layer (self, cr, rendering->layer, over, error);
  if (done)
    fade_ends (cr);
  return finish (surface, cr, rendering, done);
}

/* A structure's number is written in its colour twice over, so that a blend of two colours is not
 * taken for a third structure. */
static guint32
structure_colour (guint index)
{
  guint n = index + 1;

  return n << 16 | (255 - n) << 8 | ((n * 37) & 255);
}

static char *
structures_css (KmDrawing *self)
{
  GString *css = g_string_new (".line,.fibre,.shade,.glow,.dusk,.blush,.crease,.relief-line,.ghost,"
                               ".lobule{display:none !important}"
                               ".layer .fill{fill:none !important;shape-rendering:crispEdges}");

  for (guint i = 0; self->structures[i] != NULL && i < 254; i++)
    g_string_append_printf (css, ".s-%s .fill{fill:#%06x !important;fill-opacity:1 !important}",
                            self->structures[i], structure_colour (i));
  return g_string_free (css, FALSE);
}

/**
 * km_drawing_render_structures:
 * @self: a drawing
 * @rendering: how to render it; the colours do not count
 * @error: return location for a #KmArtError
 *
 * Returns: (transfer full) (nullable): a map for km_drawing_get_structure_at()
 */
cairo_surface_t *
km_drawing_render_structures (KmDrawing *self, const KmRendering *rendering, GError **error)
{
  g_autofree char *css = structures_css (self);
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean done;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  surface = create_surface (rendering, &cr);
  done = render_layer (self, cr, rendering->layer, css, error);
  return finish (surface, cr, rendering, done);
}

/**
 * km_drawing_get_structure_at:
 * @self: a drawing
 * @structures: what km_drawing_render_structures() made
 * @x: a pixel of @structures
 * @y: a pixel of @structures
 *
 * Returns: (transfer none) (nullable): id of the structure that lies uppermost there
 */
const char *
km_drawing_get_structure_at (KmDrawing *self, cairo_surface_t *structures, int x, int y)
{
  const guchar *row;
  guint32 pixel;
  guint n;

  g_return_val_if_fail (KM_IS_DRAWING (self), NULL);

  if (x < 0 || y < 0 || x >= cairo_image_surface_get_width (structures)
      || y >= cairo_image_surface_get_height (structures))
    return NULL;
  row = cairo_image_surface_get_data (structures)
        + (gsize) y * (gsize) cairo_image_surface_get_stride (structures);
  memcpy (&pixel, row + (gsize) x * 4, 4);
  n = pixel >> 16 & 255;
  if (pixel >> 24 != 255 || n == 0 || n > g_strv_length (self->structures)
      || (pixel & 0xffffff) != structure_colour (n - 1))
    return NULL;
  return self->structures[n - 1];
}
