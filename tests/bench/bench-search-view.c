/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <time.h>

#include "km-loader.h"
#include "km-search-view.h"
#include "km-test-window.h"

/* Prints what a key costs, letter by letter, until its results are filled in, and until they are
 * painted: milliseconds of this thread, whatever else the machine does. One frame of the screen is
 * 16.7. */

static const char *const typed[]
    = { "runner's knee",      "hurts going down stairs", "it band pain",  "hot swollen knee",
        "patelofemoral pain", "how long should i rest",  "knee gives out" };

typedef struct
{
  GtkWidget *view;
  guint words;
  guint letters;
  gint64 start;
  GArray *filled;
  GArray *painted;
} Run;

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
note (GArray *times, gint64 start)
{
  double time = (double) (now () - start) / 1000;

  g_array_append_val (times, time);
}

static void
on_update (GdkFrameClock *clock, Run *run)
{
  g_autofree char *words = NULL;

  run->start = 0;
  if (run->words == G_N_ELEMENTS (typed))
    return;
  if (typed[run->words][run->letters] == '\0')
    {
      run->words++;
      run->letters = 0;
      return;
    }
  words = g_strndup (typed[run->words], ++run->letters);
  run->start = now ();
  km_search_view_set_words (KM_SEARCH_VIEW (run->view), words);
  note (run->filled, run->start);
}

static void
on_painted (GdkFrameClock *clock, Run *run)
{
  if (run->start != 0)
    note (run->painted, run->start);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print (const char *what, GArray *times)
{
  g_array_sort (times, compare);
  g_print ("%s: median %.1f ms, p99 %.1f ms (%u keys)\n", what,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 99 / 100), times->len);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KmLibrary) library = km_loader_load (NULL, &error);
  g_autoptr (KmLookup) lookup = NULL;
  Run run = { NULL };
  GdkFrameClock *clock;
  GtkWidget *window;
  gint64 start;

  g_assert_no_error (error);
  km_test_init (&argc, &argv);
  lookup = km_lookup_new (library);
  start = now ();
  km_lookup_prepare (lookup);
  g_print ("index: %.1f ms\n", (double) (now () - start) / 1000);
  run.view = km_search_view_new (lookup);
  run.filled = g_array_new (FALSE, FALSE, sizeof (double));
  run.painted = g_array_new (FALSE, FALSE, sizeof (double));
  window = km_test_show (run.view, 1180, 780);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "update", G_CALLBACK (on_update), &run);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &run);
  gdk_frame_clock_begin_updating (clock);
  while (run.words < G_N_ELEMENTS (typed))
    g_main_context_iteration (NULL, TRUE);
  print ("filled in", run.filled);
  print ("painted", run.painted);
  g_array_unref (run.filled);
  g_array_unref (run.painted);
  gtk_window_destroy (GTK_WINDOW (window));
  return EXIT_SUCCESS;
}
