/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "km-diagram.h"
#include "km-spot-button.h"
#include "km-test-window.h"

/* Prints how long a frame takes in which another spot lights up, in milliseconds; one frame of the
 * screen is 16.7. */

#define FRAMES 200

typedef struct
{
  GtkWidget *diagram;
  GtkWidget *spot; /* lit now */
  gint64 start;
  double times[FRAMES];
  int n;
} Run;

static void
on_update (GdkFrameClock *clock, Run *run)
{
  GtkWidget *next = run->spot != NULL ? gtk_widget_get_next_sibling (run->spot) : NULL;

  run->start = g_get_monotonic_time ();
  if (run->spot != NULL)
    gtk_widget_unset_state_flags (run->spot, GTK_STATE_FLAG_PRELIGHT);
  run->spot = KM_IS_SPOT_BUTTON (next) ? next : gtk_widget_get_first_child (run->diagram);
  gtk_widget_set_state_flags (run->spot, GTK_STATE_FLAG_PRELIGHT, FALSE);
}

static void
on_painted (GdkFrameClock *clock, Run *run)
{
  if (run->n < FRAMES)
    run->times[run->n++] = (double) (g_get_monotonic_time () - run->start) / 1000;
}

static gboolean
is_done (gpointer data)
{
  return ((Run *) data)->n == FRAMES;
}

static gboolean
is_current (gpointer data)
{
  return km_diagram_is_current (data);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

int
main (int argc, char **argv)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  Run run = { NULL };
  GtkWidget *window;
  GdkFrameClock *clock;

  km_test_init (&argc, &argv);
  run.diagram = km_diagram_new ();
  km_diagram_set_atlas (KM_DIAGRAM (run.diagram), atlas);
  window = km_test_show (run.diagram, 372, 540);
  km_test_wait (is_current, run.diagram);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "update", G_CALLBACK (on_update), &run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &run);
  gdk_frame_clock_begin_updating (clock);
  while (!is_done (&run))
    g_main_context_iteration (NULL, TRUE);
  gdk_frame_clock_end_updating (clock);
  qsort (run.times, FRAMES, sizeof (double), compare);
  g_print ("hover: median %.2f ms, 99 of 100 within %.2f ms\n", run.times[FRAMES / 2],
           run.times[FRAMES * 99 / 100]);
  g_signal_handlers_disconnect_by_data (clock, &run);
  gtk_window_destroy (GTK_WINDOW (window));
  return EXIT_SUCCESS;
}
