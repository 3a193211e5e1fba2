/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-drawing.h"

#include <stdlib.h>

/* Prints how long the drawings take to load and to render, in milliseconds; judges nothing. */

#define ROUNDS 15

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
time_render (KmDrawing *drawing, const KmRendering *rendering)
{
  double times[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      cairo_surface_t *surface = km_drawing_render (drawing, rendering, NULL);

      times[i] = (double) (g_get_monotonic_time () - start) / 1000;
      cairo_surface_destroy (surface);
    }
  qsort (times, ROUNDS, sizeof (double), compare);
  return times[ROUNDS / 2];
}

static double
time_lit (KmDrawing *drawing, const KmRendering *rendering)
{
  const char *lit[] = { "patellar-tendon", "it-band", NULL };
  gint64 start = g_get_monotonic_time ();

  cairo_surface_destroy (km_drawing_render_spotlight (drawing, rendering, lit, NULL));
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
time_extent (KmDrawing *drawing, const KmRendering *rendering)
{
  const char *spots[] = { "tendon", "behind-knee", NULL };
  gint64 start = g_get_monotonic_time ();

  cairo_surface_destroy (
      km_drawing_render_extent (drawing, rendering, spots, KM_EXTENT_HAND, NULL));
  return (double) (g_get_monotonic_time () - start) / 1000;
}

int
main (int argc, char **argv)
{
  const double scales[] = { 0.83, 1.0, 2.0 };
  const KmRendering over = { KM_LAYER_MUSCLE, KM_ART_LIGHT, 0.83, FALSE };

  for (int view = 0; view < KM_N_VIEWS; view++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (KmDrawing) drawing = km_drawing_new ((KmView) view, NULL);

      if (drawing == NULL)
        return EXIT_FAILURE;
      g_print ("%-7s load with masks %5.1f", km_enum_to_nick (KM_TYPE_VIEW, view),
               (double) (g_get_monotonic_time () - start) / 1000);
      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        {
          g_print ("  %dx%d:", (int) (KM_DRAWING_WIDTH * scales[s]),
                   (int) (KM_DRAWING_HEIGHT * scales[s]));
          for (int layer = 0; layer < KM_N_LAYERS; layer++)
            {
              KmRendering rendering = { (KmLayer) layer, KM_ART_LIGHT, scales[s], FALSE };

              g_print (" %5.1f", time_render (drawing, &rendering));
            }
        }
      g_print ("  lit %.1f, sore %.1f\n", time_lit (drawing, &over), time_extent (drawing, &over));
    }
  return EXIT_SUCCESS;
}
