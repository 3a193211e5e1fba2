/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-clamp.h"
#include "km-match-list.h"
#include "km-question-pane.h"
#include "km-question-view.h"
#include "km-test-library.h"
#include "km-test-window.h"

static KmLibrary *library;

typedef struct
{
  KmAssessment *assessment;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->assessment = km_assessment_new (library);
  km_assessment_toggle_spot (fixture->assessment, "outer-bump");
  fixture->pane = km_question_pane_new (fixture->assessment);
  fixture->window = km_test_show (fixture->pane, 396, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->assessment);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  return km_test_find (fixture->pane, type, NULL);
}

static gboolean
scrolls_together (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *scroller
      = gtk_widget_get_ancestor (find (fixture, KM_TYPE_QUESTION_VIEW), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_widget_is_ancestor (find (fixture, KM_TYPE_MATCH_LIST), scroller);
}

static gboolean
scrolls_apart (gpointer data)
{
  return !scrolls_together (data);
}

static void
resize (Fixture *fixture, int height)
{
  gtk_widget_allocate (fixture->pane, 396, km_clamp_scale (fixture->pane, height), -1, NULL);
}

/* Where there is little room the question has all of it, and what fits comes after it. */
static void
test_low (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  km_test_wait (scrolls_apart, fixture);
  resize (fixture, 300);
  km_test_wait (scrolls_together, fixture);
  resize (fixture, 600);
  km_test_wait (scrolls_apart, fixture);
  /* The focus goes along. */
  row = km_test_find (find (fixture, KM_TYPE_MATCH_LIST), GTK_TYPE_LIST_BOX_ROW, NULL);
  g_assert_true (gtk_widget_grab_focus (row));
  resize (fixture, 300);
  km_test_wait (scrolls_together, fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
}

int
main (int argc, char **argv)
{
  int status;

  km_test_init (&argc, &argv);
  library = km_test_library_new ();
  g_test_add ("/question-pane/low", Fixture, NULL, set_up, test_low, tear_down);
  status = g_test_run ();
  g_clear_object (&library);
  return status;
}
