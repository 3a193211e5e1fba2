/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "km-atlas.h"
#include "km-neighbours.h"
#include "km-test-spots.h"

static KmDrawing *
load (int view)
{
  g_autoptr (GError) error = NULL;
  KmDrawing *drawing = km_drawing_new ((KmView) view, &error);

  g_assert_no_error (error);
  return drawing;
}

static guint
alpha_at (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (
      surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + 3];
}

static void
test_layers (gconstpointer data)
{
  g_autoptr (KmDrawing) drawing = load (GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;

  for (int theme = KM_ART_LIGHT; theme <= KM_ART_HIGH_CONTRAST_DARK; theme++)
    for (int layer = 0; layer < KM_N_LAYERS; layer++)
      {
        KmRendering rendering = { (KmLayer) layer, (KmArtTheme) theme, 0.25, layer == 1 };
        cairo_surface_t *surface = km_drawing_render (drawing, &rendering, &error);

        g_assert_no_error (error);
        g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 100);
        g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 150);
        /* There is a knee in the middle, and both ends fade to nothing. */
        g_assert_cmpuint (alpha_at (surface, 50, 70), >, 200);
        g_assert_cmpuint (alpha_at (surface, 50, 0), <, 10);
        g_assert_cmpuint (alpha_at (surface, 50, 149), <, 10);
        cairo_surface_destroy (surface);
      }
}

static void
test_mirror (void)
{
  g_autoptr (KmDrawing) drawing = load (KM_VIEW_OUTER);
  KmRendering rendering = { KM_LAYER_SKIN, KM_ART_LIGHT, 0.5, FALSE };
  cairo_surface_t *right = km_drawing_render (drawing, &rendering, NULL);
  cairo_surface_t *left;

  rendering.mirrored = TRUE;
  left = km_drawing_render (drawing, &rendering, NULL);
  for (int x = 2; x < 198; x += 4)
    g_assert_cmpint (abs ((int) alpha_at (right, x, 150) - (int) alpha_at (left, 199 - x, 150)), <,
                     40);
  cairo_surface_destroy (left);
  cairo_surface_destroy (right);
}

static void
test_lit (void)
{
  const char *lit[] = { "patellar-tendon", "no-such-thing", NULL };
  g_autoptr (KmDrawing) drawing = load (KM_VIEW_FRONT);
  KmRendering rendering = { KM_LAYER_BONE, KM_ART_LIGHT, 1, FALSE };
  cairo_surface_t *surface = km_drawing_render_lit (drawing, &rendering, lit, NULL);
  guint painted = 0;

  for (int x = 0; x < 400; x++)
    painted += alpha_at (surface, x, 330) > 128 ? 1 : 0;
  g_assert_cmpuint (painted, >=, 8);
  g_assert_cmpuint (painted, <, 40);
  g_assert_cmpuint (alpha_at (surface, 60, 400), ==, 0);
  cairo_surface_destroy (surface);
}

/* What the page is about stays clear; the rest steps back, but not where contrast is wanted. */
static void
test_spotlight (void)
{
  const char *lit[] = { "patella", NULL };
  const char *elsewhere[] = { "popliteus", NULL };
  g_autoptr (KmDrawing) drawing = load (KM_VIEW_FRONT);
  KmRendering rendering = { KM_LAYER_BONE, KM_ART_LIGHT, 1, FALSE };
  cairo_surface_t *surface = km_drawing_render_spotlight (drawing, &rendering, lit, NULL);

  g_assert_cmpuint (alpha_at (surface, 200, 240), ==, 0);
  g_assert_cmpuint (alpha_at (surface, 200, 400), >, 60);
  g_assert_cmpuint (alpha_at (surface, 200, 400), <, 140);
  g_assert_cmpuint (alpha_at (surface, 10, 400), ==, 0);
  cairo_surface_destroy (surface);
  surface = km_drawing_render_spotlight (drawing, &rendering, elsewhere, NULL);
  g_assert_cmpuint (alpha_at (surface, 200, 400), ==, 0);
  cairo_surface_destroy (surface);
  rendering.theme = KM_ART_HIGH_CONTRAST;
  surface = km_drawing_render_spotlight (drawing, &rendering, lit, NULL);
  g_assert_cmpuint (alpha_at (surface, 200, 400), ==, 0);
  cairo_surface_destroy (surface);
}

/* A finger leaves no mark, a hand one round the spot, all over one from edge to edge. */
static void
test_extent (void)
{
  const char *spots[] = { "tendon", "behind-knee", NULL };
  g_autoptr (KmDrawing) drawing = load (KM_VIEW_FRONT);

  for (int theme = KM_ART_LIGHT; theme <= KM_ART_HIGH_CONTRAST_DARK; theme++)
    for (int extent = KM_EXTENT_FINGER; extent <= KM_EXTENT_ALL; extent++)
      {
        KmRendering rendering = { KM_LAYER_SKIN, (KmArtTheme) theme, 1, TRUE };
        cairo_surface_t *surface
            = km_drawing_render_extent (drawing, &rendering, spots, (KmExtent) extent, NULL);
        guint painted = 0;

        for (int x = 0; x < 400; x++)
          painted += alpha_at (surface, x, 325) > 0 ? 1 : 0;
        g_assert_cmpuint (painted, >=, extent == KM_EXTENT_FINGER ? 0 : 90);
        g_assert_cmpuint (painted, <=, extent == KM_EXTENT_FINGER ? 0 : 210);
        g_assert_true ((alpha_at (surface, 120, 310) > 0) == (extent == KM_EXTENT_ALL));
        g_assert_cmpuint (alpha_at (surface, 60, 310), ==, 0);
        cairo_surface_destroy (surface);
      }
}

/* What was rendered before leaves no trace. */
static void
test_independent (void)
{
  const char *lit[] = { "patella", NULL };
  g_autoptr (KmDrawing) drawing = load (KM_VIEW_FRONT);
  KmRendering light = { KM_LAYER_BONE, KM_ART_LIGHT, 0.5, FALSE };
  KmRendering dark = { KM_LAYER_BONE, KM_ART_DARK, 0.5, FALSE };
  cairo_surface_t *first = km_drawing_render (drawing, &light, NULL);
  cairo_surface_t *again;

  cairo_surface_destroy (km_drawing_render (drawing, &dark, NULL));
  cairo_surface_destroy (km_drawing_render_lit (drawing, &light, lit, NULL));
  cairo_surface_destroy (km_drawing_render_structures (drawing, &light, NULL));
  again = km_drawing_render (drawing, &light, NULL);
  g_assert_cmpmem (cairo_image_surface_get_data (first), 300 * 200 * 4,
                   cairo_image_surface_get_data (again), 300 * 200 * 4);
  cairo_surface_destroy (first);
  cairo_surface_destroy (again);
}

static void
test_structures (void)
{
  g_autoptr (KmDrawing) drawing = load (KM_VIEW_FRONT);
  KmRendering rendering = { KM_LAYER_BONE, KM_ART_LIGHT, 1, FALSE };
  cairo_surface_t *map = km_drawing_render_structures (drawing, &rendering, NULL);

  g_assert_true (km_drawing_has_structure (drawing, "patella"));
  g_assert_false (km_drawing_has_structure (drawing, "elbow"));
  g_assert_cmpstr (km_drawing_get_structure_at (drawing, map, 199, 221), ==, "patella");
  g_assert_cmpstr (km_drawing_get_structure_at (drawing, map, 195, 500), ==, "tibia");
  g_assert_null (km_drawing_get_structure_at (drawing, map, 2, 2));
  g_assert_null (km_drawing_get_structure_at (drawing, map, -1, 900));
  cairo_surface_destroy (map);
}

static void
test_shapes (gconstpointer data)
{
  int view = GPOINTER_TO_INT (data);
  g_autoptr (KmLibrary) library = km_test_load_spots ();
  g_autoptr (KmDrawing) drawing = load (view);
  GPtrArray *spots = km_library_get_spots (library);
  GPtrArray *masks = km_drawing_get_masks (drawing, FALSE);

  for (guint i = 0; i < spots->len; i++)
    {
      const KmSpot *spot = g_ptr_array_index (spots, i);
      const KmMask *mask = km_drawing_get_mask (drawing, spot->id, FALSE, NULL);

      if ((mask != NULL) != ((spot->views >> view & 1) == 1))
        g_error ("%s: spots.xml and the drawing disagree about “%s”",
                 km_enum_to_nick (KM_TYPE_VIEW, view), spot->id);
    }
  for (guint i = 0; i < masks->len; i++)
    if (km_library_get_spot (library, km_mask_get_id (g_ptr_array_index (masks, i))) == NULL)
      g_error ("%s: unknown spot “%s”", km_enum_to_nick (KM_TYPE_VIEW, view),
               km_mask_get_id (g_ptr_array_index (masks, i)));
}

static void
test_masks (gconstpointer data)
{
  g_autoptr (KmDrawing) drawing = load (GPOINTER_TO_INT (data));
  GPtrArray *masks = km_drawing_get_masks (drawing, FALSE);
  GPtrArray *mirrored = km_drawing_get_masks (drawing, TRUE);

  g_assert_cmpuint (masks->len, >=, 7);
  for (guint i = 0; i < masks->len; i++)
    {
      const KmMask *mask = g_ptr_array_index (masks, i);
      KmBounds bounds = km_mask_get_bounds (mask);

      /* 28 units are 24 px and a little at 360 px; the crescents are long and narrower. */
      g_assert_cmpfloat (MAX (bounds.width, bounds.height), >=, 28);
      g_assert_cmpuint (km_mask_get_n_parts (mask), <=, 2);
      for (guint part = 0; part < km_mask_get_n_parts (mask); part++)
        {
          KmPoint p = km_mask_get_label_point (mask, part);

          g_assert_cmpint (km_masks_pick (masks, p.x, p.y, 0), ==, (int) i);
          g_assert_cmpint (km_masks_pick (masks, p.x, p.y, 8), ==, (int) i);
          g_assert_cmpint (km_masks_pick (mirrored, KM_DRAWING_WIDTH - p.x, p.y, 0), ==, (int) i);
          g_assert_cmpfloat (km_mask_get_distance (mask, p.x, p.y), ==, 0);
        }
      g_assert_false (km_mask_contains (mask, bounds.x - 6, bounds.y - 6, 5));
      g_assert_true (km_mask_get_distance (mask, bounds.x - 6, bounds.y) >= 6);
    }
}

/* The shape itself and nothing else: no two spots share a place. */
static void
test_overlap (gconstpointer data)
{
  g_autoptr (KmDrawing) drawing = load (GPOINTER_TO_INT (data));
  GPtrArray *masks = km_drawing_get_masks (drawing, FALSE);

  for (int y = 0; y < KM_DRAWING_HEIGHT; y += 2)
    for (int x = 0; x < KM_DRAWING_WIDTH; x += 2)
      {
        guint hit = 0;

        for (guint i = 0; i < masks->len; i++)
          hit += km_mask_contains (g_ptr_array_index (masks, i), x, y, 0) ? 1 : 0;
        g_assert_cmpuint (hit, <=, 1);
      }
}

static void
append_neighbours (GString *out, int view, gboolean mirrored)
{
  g_autoptr (KmDrawing) drawing = load (view);
  GPtrArray *masks = km_drawing_get_masks (drawing, mirrored);

  g_string_append_printf (out, "[%s%s] up, down, left, right\n",
                          km_enum_to_nick (KM_TYPE_VIEW, view), mirrored ? ", left knee" : "");
  for (guint i = 0; i < masks->len; i++)
    {
      g_string_append_printf (out, "%s:", km_mask_get_id (g_ptr_array_index (masks, i)));
      for (int direction = KM_DIRECTION_UP; direction <= KM_DIRECTION_RIGHT; direction++)
        {
          int to = km_neighbours_find (masks, i, (KmDirection) direction);

          g_string_append_printf (
              out, " %s", to < 0 ? "-" : km_mask_get_id (g_ptr_array_index (masks, (guint) to)));
        }
      g_string_append_c (out, '\n');
    }
}

static void
test_neighbours (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "art", "neighbours.golden", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int view = 0; view < KM_N_VIEWS; view++)
    append_neighbours (out, view, FALSE);
  append_neighbours (out, KM_VIEW_FRONT, TRUE);
  if (g_getenv ("KM_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (file, out->str, -1, NULL);
  g_file_get_contents (file, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (out->str, ==, expected);
}

/* With arrow keys alone every spot can be reached from every other. */
static void
test_reachable (gconstpointer data)
{
  g_autoptr (KmDrawing) drawing = load (GPOINTER_TO_INT (data));
  GPtrArray *masks = km_drawing_get_masks (drawing, FALSE);

  for (guint start = 0; start < masks->len; start++)
    {
      guint64 reached = (guint64) 1 << start;
      guint64 before = 0;

      while (reached != before)
        {
          before = reached;
          for (guint i = 0; i < masks->len; i++)
            for (int d = KM_DIRECTION_UP; (reached >> i & 1) && d <= KM_DIRECTION_RIGHT; d++)
              {
                int to = km_neighbours_find (masks, i, (KmDirection) d);

                reached |= to >= 0 ? (guint64) 1 << to : 0;
              }
        }
      for (guint i = 0; i < masks->len; i++)
        if (!(reached >> i & 1))
          g_error ("no way from %s to %s", km_mask_get_id (g_ptr_array_index (masks, start)),
                   km_mask_get_id (g_ptr_array_index (masks, i)));
    }
}

static void
check_refused (const char *svg, int code, const char *word)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (GError) error = NULL;

  g_assert_null (km_drawing_new_from_bytes (KM_VIEW_BEHIND, bytes, &error));
  g_assert_error (error, KM_ART_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_nonnull (strstr (error->message, "behind"));
}

#define SVG(inside) "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 600'>" inside "</svg>"
#define LAYERS "<g id='layer-skin'/><g id='layer-muscle'/><g id='layer-bone'/>"

static void
test_bad (void)
{
  check_refused ("not a drawing", KM_ART_ERROR_LOAD, "behind");
  check_refused (SVG ("<g id='layer-skin'/><g id='layer-bone'/>"), KM_ART_ERROR_MISSING_LAYER,
                 "muscle");
  check_refused (SVG (LAYERS "<path id=\"spot-outer-bump\" class='spot' d=''/>"),
                 KM_ART_ERROR_MISSING_SPOT, "outer-bump");
  check_refused (SVG (LAYERS "<path id=\"spot-a\" class='spot' d='M1 1h40v40z'/>"
                             "<path id=\"spot-a\" class='spot' d='M1 1h40v40z'/>"),
                 KM_ART_ERROR_LOAD, "spot-a");
}

static void
test_atlas (void)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (GError) error = NULL;
  KmDrawing *drawing;

  km_atlas_prepare (atlas, KM_VIEW_BELOW);
  drawing = km_atlas_get_drawing (atlas, KM_VIEW_BELOW, NULL);
  g_assert_true (km_atlas_get_drawing (atlas, KM_VIEW_BELOW, NULL) == drawing);
  g_assert_cmpint (km_drawing_get_view (drawing), ==, KM_VIEW_BELOW);
  g_assert_null (km_drawing_get_mask (drawing, "elbow", FALSE, &error));
  g_assert_error (error, KM_ART_ERROR, KM_ART_ERROR_MISSING_SPOT);
}

static void
add_for_each_view (const char *name, GTestDataFunc function)
{
  for (int view = 0; view < KM_N_VIEWS; view++)
    {
      g_autofree char *path
          = g_strdup_printf ("/drawing/%s/%s", name, km_enum_to_nick (KM_TYPE_VIEW, view));

      g_test_add_data_func (path, GINT_TO_POINTER (view), function);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_for_each_view ("layers", test_layers);
  add_for_each_view ("spots", test_shapes);
  add_for_each_view ("masks", test_masks);
  add_for_each_view ("overlap", test_overlap);
  add_for_each_view ("reachable", test_reachable);
  g_test_add_func ("/drawing/mirror", test_mirror);
  g_test_add_func ("/drawing/lit", test_lit);
  g_test_add_func ("/drawing/spotlight", test_spotlight);
  g_test_add_func ("/drawing/extent", test_extent);
  g_test_add_func ("/drawing/independent", test_independent);
  g_test_add_func ("/drawing/structures", test_structures);
  g_test_add_func ("/drawing/neighbours", test_neighbours);
  g_test_add_func ("/drawing/bad", test_bad);
  g_test_add_func ("/drawing/atlas", test_atlas);
  return g_test_run ();
}
