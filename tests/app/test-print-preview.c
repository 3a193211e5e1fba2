/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"
#include "km-paper-view.h"
#include "km-print-preview.h"
#include "km-test-window.h"

static KmLibrary *library;
static KmAtlas *atlas;

typedef struct
{
  GtkWidget *parent;
  KmPrintPreview *preview;
  KmPaperView *paper;
} Fixture;

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

static GtkPageSetup *
make_setup (const char *paper)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  return g_steal_pointer (&setup);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  KmPage *page = km_library_get_page (library, "itb");
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  g_autoptr (KmPrintable) printable = km_printable_new_page (page, assessment, atlas);
  g_autoptr (GtkPageSetup) setup = make_setup (GTK_PAPER_NAME_A4);

  fixture->parent = km_test_show (gtk_label_new ("Window"), GPOINTER_TO_INT (data), 600);
  fixture->preview
      = KM_PRINT_PREVIEW (km_print_preview_new (GTK_WINDOW (fixture->parent), printable, setup));
  gtk_window_present (GTK_WINDOW (fixture->preview));
  fixture->paper
      = KM_PAPER_VIEW (km_test_find (GTK_WIDGET (fixture->preview), KM_TYPE_PAPER_VIEW, NULL));
  km_test_wait (is_laid_out, fixture->paper);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->preview));
  km_test_close (fixture->parent);
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), action, NULL);
  km_test_settle ();
}

static void
assert_page (Fixture *fixture, guint page)
{
  guint n = km_paper_view_get_n_pages (fixture->paper);
  g_autofree char *number = g_strdup_printf ("Page %u of %u", page, n);

  g_assert_cmpuint (km_paper_view_get_page (fixture->paper), ==, page - 1);
  g_assert_nonnull (km_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_LABEL, number));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->paper),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL, number));
}

/* Every page, forwards and back, and not beyond its ends. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  guint n = km_paper_view_get_n_pages (fixture->paper);

  g_assert_cmpuint (n, >, 2);
  assert_page (fixture, 1);
  act (fixture, "preview.previous");
  assert_page (fixture, 1);
  for (guint page = 2; page <= n; page++)
    {
      act (fixture, "preview.next");
      assert_page (fixture, page);
    }
  act (fixture, "preview.next");
  assert_page (fixture, n);
  act (fixture, "preview.previous");
  assert_page (fixture, n - 1);
  act (fixture, "preview.first");
  assert_page (fixture, 1);
  act (fixture, "preview.last");
  assert_page (fixture, n);
}

/* Who cannot see the sheet hears what is on it. */
static void
test_described (Fixture *fixture, gconstpointer data)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (fixture->paper), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  g_assert_nonnull (problem);
  g_assert_nonnull (strstr (problem, "Iliotibial band syndrome"));
  g_assert_null (strstr (problem, "Sources"));
}

/* The whole sheet at first, however narrow the window is; larger ones scroll. */
static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  GtkWidget *paper = GTK_WIDGET (fixture->paper);
  int width = gtk_widget_get_width (paper);
  int height = gtk_widget_get_height (paper);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->preview)), <=,
                   GPOINTER_TO_INT (data));
  act (fixture, "preview.smaller");
  g_assert_cmpfloat (km_paper_view_get_zoom (fixture->paper), ==, 1);
  for (guint i = 0; i < 9; i++)
    act (fixture, "preview.larger");
  g_assert_cmpfloat (km_paper_view_get_zoom (fixture->paper), ==, KM_PAPER_MAX_ZOOM);
  gtk_widget_measure (paper, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, 2 * gtk_widget_get_height (GTK_WIDGET (fixture->preview)));
  act (fixture, "preview.whole");
  gtk_widget_measure (paper, GTK_ORIENTATION_HORIZONTAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, <=, width);
}

/* Other paper from the dialog: laid out anew. */
static void
test_other_paper (Fixture *fixture, gconstpointer data)
{
  guint n = km_paper_view_get_n_pages (fixture->paper);
  g_autoptr (GtkPageSetup) small = make_setup (GTK_PAPER_NAME_A5);

  act (fixture, "preview.last");
  km_print_preview_set_page_setup (fixture->preview, small);
  km_test_settle ();
  g_assert_true (km_print_preview_get_page_setup (fixture->preview) == small);
  g_assert_cmpuint (km_paper_view_get_n_pages (fixture->paper), >, n);
  assert_page (fixture, n);
}

/* As from a wheel over the sheet: the controller that looks before the scroller does. */
static gboolean
turn_wheel (Fixture *fixture, double by)
{
  GtkWidget *scroller
      = gtk_widget_get_ancestor (GTK_WIDGET (fixture->paper), GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller)
          && g_strcmp0 (gtk_event_controller_get_name (controller), "pages") == 0)
        g_signal_emit_by_name (controller, "scroll", 0.0, by, &handled);
    }
  km_test_settle ();
  return handled;
}

/* The wheel turns pages, small parts of it together, and not beyond the first. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  g_assert_true (turn_wheel (fixture, 1));
  assert_page (fixture, 2);
  g_assert_true (turn_wheel (fixture, 0.5));
  assert_page (fixture, 2);
  g_assert_true (turn_wheel (fixture, 0.5));
  assert_page (fixture, 3);
  g_assert_true (turn_wheel (fixture, -1));
  assert_page (fixture, 2);
  act (fixture, "preview.first");
  g_assert_true (turn_wheel (fixture, -1));
  assert_page (fixture, 1);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_asks (Fixture *fixture, gconstpointer data)
{
  guint prints = 0;
  guint saves = 0;

  g_signal_connect_swapped (fixture->preview, "print", G_CALLBACK (count), &prints);
  g_signal_connect_swapped (fixture->preview, "save", G_CALLBACK (count), &saves);
  act (fixture, "preview.print");
  act (fixture, "preview.save");
  act (fixture, "preview.save");
  g_assert_cmpuint (prints, ==, 1);
  g_assert_cmpuint (saves, ==, 2);
}

#define ADD(name, width, test)                                                                \
  g_test_add ("/widgets/print-preview/" name, Fixture, GINT_TO_POINTER (width), set_up, test, \
              tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  km_test_init (&argc, &argv);
  library = km_loader_load (NULL, &error);
  g_assert_no_error (error);
  atlas = km_atlas_new ();
  ADD ("pages", 900, test_pages);
  ADD ("described", 900, test_described);
  ADD ("zoom", 900, test_zoom);
  ADD ("zoom-narrow", 360, test_zoom);
  ADD ("other-paper", 900, test_other_paper);
  ADD ("wheel", 900, test_wheel);
  ADD ("asks", 900, test_asks);
  status = g_test_run ();
  g_clear_object (&atlas);
  g_clear_object (&library);
  return status;
}
