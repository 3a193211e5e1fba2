/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"
#include "km-page-view-private.h"
#include "km-test-window.h"

#include <string.h>

static KmLibrary *library;

typedef struct
{
  KmAssessment *assessment;
  KmPageView *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();

  fixture->assessment = km_assessment_new (library);
  fixture->view = KM_PAGE_VIEW (km_page_view_new ());
  km_page_view_set_models (fixture->view, fixture->assessment, atlas);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "itb"));
  fixture->window = km_test_show (GTK_WIDGET (fixture->view), 420, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->assessment);
}

static gboolean
has_settled (gpointer data)
{
  KmPageView *view = data;

  return view->scroll_tick == 0 && view->reveal_tick == 0;
}

static guint
count_hits (Fixture *fixture)
{
  return km_page_find_get_n_hits (fixture->view->find);
}

static gboolean
hit_in_view (Fixture *fixture)
{
  KmPageFind *find = fixture->view->find;
  guint current = km_page_find_get_current (find);
  GtkWidget *label = km_page_find_get_label (find, current);
  graphene_rect_t area;
  graphene_point_t at;

  km_page_find_get_area (find, current, &area);
  return gtk_widget_compute_point (label, fixture->view->scroller, &area.origin, &at) && at.y >= 0
         && at.y < gtk_widget_get_height (fixture->view->scroller);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  guint n;

  km_page_view_find (fixture->view, "hip");
  n = count_hits (fixture);
  g_assert_cmpuint (n, >, 4);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (
        gtk_label_get_attributes (GTK_LABEL (km_page_find_get_label (fixture->view->find, i))));
  for (guint i = 1; i <= n; i++)
    {
      km_page_view_find_step (fixture->view, 1);
      km_test_wait (has_settled, fixture->view);
      g_assert_cmpuint (km_page_find_get_current (fixture->view->find), ==, i % n);
      g_assert_true (hit_in_view (fixture));
    }
  km_page_view_find_step (fixture->view, -1);
  g_assert_cmpuint (km_page_find_get_current (fixture->view->find), ==, n - 1);
  km_test_wait (has_settled, fixture->view);
}

static void
test_find_folded (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  km_page_view_find (fixture->view, "Taunton");
  g_assert_cmpuint (count_hits (fixture), >, 0);
  km_test_wait (has_settled, fixture->view);
  label = km_page_find_get_label (fixture->view->find, 0);
  g_assert_nonnull (gtk_widget_get_ancestor (label, GTK_TYPE_EXPANDER));
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_true (hit_in_view (fixture));
}

static void
test_find_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWidget) label = NULL;

  km_page_view_find (fixture->view, "run");
  label = g_object_ref (km_page_find_get_label (fixture->view->find, 0));
  km_page_view_end_find (fixture->view);
  g_assert_cmpuint (count_hits (fixture), ==, 0);
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (label)));
  g_assert_false (gtk_widget_get_visible (fixture->view->find_bar));
  km_page_view_find (fixture->view, "no such words anywhere");
  g_assert_cmpuint (count_hits (fixture), ==, 0);
  km_page_view_find_step (fixture->view, 1);
}

/* Whatever is pasted is looked for as it is; no warning, and nothing wider than the window. */
static void
test_find_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "a",
                                        "<b>&amp;\"'</b>",
                                        "%s%n",
                                        "\x01\x1b[31m\n\t",
                                        "\u200f\u202e\u2066",
                                        "שלום مرحبا ",
                                        "\U0001f3c3",
                                        "e\u0301\u0301\u0301",
                                        " " };
  int minimum;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (glong n = 0; n < 10000; n += g_utf8_strlen (pieces[i], -1))
        g_string_append (text, pieces[i]);
      km_page_view_find (fixture->view, text->str);
      g_assert_cmpuint (count_hits (fixture), ==, 0);
      km_page_view_find_step (fixture->view, 1);
      km_test_settle ();
      gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
  km_page_view_find (fixture->view, "hip");
  g_assert_cmpuint (count_hits (fixture), >, 4);
}

/* Another page, or the same page built anew, is looked through again. */
static void
test_find_again (Fixture *fixture, gconstpointer data)
{
  guint n;

  km_page_view_find (fixture->view, "hip");
  n = count_hits (fixture);
  km_page_view_set_wide (fixture->view, TRUE);
  g_assert_cmpuint (count_hits (fixture), >=, n - 1);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "warning-signs"));
  for (guint i = 0; i < count_hits (fixture); i++)
    g_assert_true (gtk_widget_is_ancestor (km_page_find_get_label (fixture->view->find, i),
                                           fixture->view->article)
                   || gtk_widget_get_parent (km_page_find_get_label (fixture->view->find, i)));
}

static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  double share;

  km_page_view_set_scroll (fixture->view, 400);
  km_test_wait (has_settled, fixture->view);
  g_assert_cmpfloat (km_page_view_get_scroll (fixture->view), ==, 400);
  share = km_page_view_get_share (fixture->view);
  g_assert_cmpfloat (share, >, 0);

  km_page_view_show_page (fixture->view, km_library_get_page (library, "pfp"));
  km_test_wait (has_settled, fixture->view);
  g_assert_cmpfloat (km_page_view_get_scroll (fixture->view), ==, 0);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "itb"));
  km_page_view_set_scroll (fixture->view, 400);
  g_assert_cmpfloat (km_page_view_get_scroll (fixture->view), ==, 400);
  km_test_wait (has_settled, fixture->view);
  g_assert_cmpfloat (km_page_view_get_scroll (fixture->view), ==, 400);
}

static void
test_headings (Fixture *fixture, gconstpointer data)
{
  GPtrArray *headings = fixture->view->headings;

  for (guint i = 0; i < headings->len; i++)
    {
      km_page_view_move_heading (fixture->view, 1);
      g_assert_true (gtk_widget_is_focus (g_ptr_array_index (headings, i)));
    }
  km_page_view_move_heading (fixture->view, 1);
  g_assert_true (gtk_widget_is_focus (g_ptr_array_index (headings, headings->len - 1)));
  for (guint i = headings->len - 1; i > 0; i--)
    {
      km_page_view_move_heading (fixture->view, -1);
      g_assert_true (gtk_widget_is_focus (g_ptr_array_index (headings, i - 1)));
    }
  km_page_view_move_heading (fixture->view, -1);
  g_assert_true (gtk_widget_is_focus (fixture->view->title));
  km_test_wait (has_settled, fixture->view);
}

/* A label in the text, as one that has a link. */
static GtkWidget *
focus_text (Fixture *fixture)
{
  GtkWidget *label;

  km_page_view_find (fixture->view, "long strip of");
  label = km_page_find_get_label (fixture->view->find, 0);
  km_page_view_end_find (fixture->view);
  g_assert_true (gtk_widget_is_focus (label));
  return label;
}

/* GTK gives the focus of what is gone away only once a frame is drawn. */
static GtkWidget *
wait_focus (Fixture *fixture)
{
  km_page_view_set_scroll (fixture->view, 300);
  km_test_wait (has_settled, fixture->view);
  km_test_settle ();
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* A screen reader says which page a link led to. */
static void
test_focus_follows (Fixture *fixture, gconstpointer data)
{
  focus_text (fixture);
  g_assert_cmpuint (km_page_view_get_focus (fixture->view), >, 1);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "pfp"));
  g_assert_true (wait_focus (fixture) == fixture->view->title);
  g_assert_cmpuint (km_page_view_get_focus (fixture->view), ==, 1);
  g_assert_cmpfloat (km_page_view_get_scroll (fixture->view), ==, 300);
}

/* The same text has the focus when the page is built anew, or when one comes back to it. */
static void
test_focus_stays (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup (gtk_label_get_text (GTK_LABEL (focus_text (fixture))));
  guint position = km_page_view_get_focus (fixture->view);

  km_page_view_refresh (fixture->view);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (wait_focus (fixture))), ==, text);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "pfp"));
  km_page_view_show_page (fixture->view, km_library_get_page (library, "itb"));
  km_page_view_set_focus (fixture->view, position);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (wait_focus (fixture))), ==, text);
  /* What there is no more gives way to the title. */
  km_page_view_set_focus (fixture->view, 10000);
  g_assert_true (wait_focus (fixture) == fixture->view->title);
}

/* Answers that were opened are open again, and the focus in one of them is there again. */
static void
test_folds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;
  g_autofree char *text = NULL;
  guint64 open;
  guint position;

  g_assert_cmpuint (km_page_view_get_open (fixture->view), ==, 0);
  km_page_view_find (fixture->view, "Taunton");
  label = km_page_find_get_label (fixture->view->find, 0);
  text = g_strdup (gtk_label_get_text (GTK_LABEL (label)));
  km_page_view_end_find (fixture->view);
  g_assert_true (gtk_widget_is_focus (label));
  open = km_page_view_get_open (fixture->view);
  position = km_page_view_get_focus (fixture->view);
  g_assert_cmpuint (open, !=, 0);

  km_page_view_refresh (fixture->view);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (wait_focus (fixture))), ==, text);
  g_assert_true (km_page_view_get_open (fixture->view) == open);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "pfp"));
  g_assert_cmpuint (km_page_view_get_open (fixture->view), ==, 0);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "itb"));
  km_page_view_set_open (fixture->view, open);
  km_page_view_set_focus (fixture->view, position);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (wait_focus (fixture))), ==, text);
  km_page_view_set_open (fixture->view, 0);
  g_assert_cmpuint (km_page_view_get_open (fixture->view), ==, 0);
}

/* What is not on the page keeps the focus. */
static void
test_focus_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  km_page_view_find (fixture->view, "run");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_cmpuint (km_page_view_get_focus (fixture->view), ==, 0);
  km_page_view_show_page (fixture->view, km_library_get_page (library, "pfp"));
  g_assert_true (wait_focus (fixture) == focus);
}

static void
on_text_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkLabel *label;
  g_autofree char *text = NULL;

  km_page_view_find (fixture->view, "long strip of");
  label = GTK_LABEL (km_page_find_get_label (fixture->view->find, 0));
  gtk_label_select_region (label, 0, 15);
  g_signal_emit_by_name (label, "copy-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (label)), NULL, on_text_read,
                                 &text);
  km_test_wait (has_text, &text);
  g_assert_cmpstr (text, ==,
                   "This long strip\n\nKneemap, Iliotibial band syndrome, facts checked November "
                   "2026");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/page-view/find", test_find },
    { "/page-view/find-folded", test_find_folded },
    { "/page-view/find-ends", test_find_ends },
    { "/page-view/find-hostile", test_find_hostile },
    { "/page-view/find-again", test_find_again },
    { "/page-view/scroll", test_scroll },
    { "/page-view/headings", test_headings },
    { "/page-view/copy", test_copy },
    { "/page-view/focus-follows", test_focus_follows },
    { "/page-view/focus-stays", test_focus_stays },
    { "/page-view/folds", test_folds },
    { "/page-view/focus-elsewhere", test_focus_elsewhere },
  };

  km_test_init (&argc, &argv);
  library = km_loader_load (NULL, NULL);
  g_assert_nonnull (library);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
