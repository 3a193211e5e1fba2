/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many characters the lines of a page have, in panes and text of many sizes. */
#include "km-loader.h"
#include "km-page-view-private.h"
#include "km-test-window.h"

#define SHORTEST 45
#define LONGEST 75

/* Above the sheet of km_test_init(), as in the window. */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 3)

static KmLibrary *library;
static KmAtlas *atlas;
static GtkCssProvider *text_size;

static const char *const fonts[] = { "Cantarell 11", "DejaVu Sans 10", "Serif 12" };

static const char *const pages[] = { "itb", "guide-pain-scale", "step-down", "q-keep-running" };

typedef struct
{
  KmAssessment *assessment;
  KmPageView *view;
  GtkWidget *window;
} Fixture;

/* The view stands in a scrolled window, so that it may be wider than the screen. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *around = gtk_scrolled_window_new ();

  fixture->assessment = km_assessment_new (library);
  fixture->view = KM_PAGE_VIEW (km_page_view_new ());
  km_page_view_set_models (fixture->view, fixture->assessment, atlas);
  gtk_widget_set_halign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (around), GTK_WIDGET (fixture->view));
  fixture->window = km_test_show (around, 200, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-font-name", fonts[0], NULL);
  gtk_css_provider_load_from_data (text_size, "", -1);
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->assessment);
}

static void
set_text_size (guint percent)
{
  g_autofree char *sheet = g_strdup_printf ("window.kneemap { font-size: %u%%; }", percent);

  gtk_css_provider_load_from_data (text_size, sheet, -1);
}

typedef struct
{
  KmPageView *view;
  int width;
} Wanted;

static gboolean
is_laid_out (gpointer data)
{
  const Wanted *wanted = data;

  return gtk_widget_get_width (GTK_WIDGET (wanted->view)) == wanted->width
         && wanted->view->scroll_tick == 0 && gtk_widget_get_width (wanted->view->article) > 0;
}

/* Returns the width of the view: with the largest text its buttons need more than 360 px. */
static int
show (Fixture *fixture, const char *id, int width)
{
  Wanted wanted = { fixture->view, width };
  int least;

  gtk_widget_set_size_request (GTK_WIDGET (fixture->view), width, 600);
  km_test_settle ();
  km_page_view_show_page (fixture->view, km_library_get_page (library, id));
  km_page_view_set_scroll (fixture->view, 0);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, MAX (width, 370));
  wanted.width = MAX (width, least);
  km_test_wait (is_laid_out, &wanted);
  return wanted.width;
}

/* ---- lines --------------------------------------------------------------------------------- */

/* All but the last line of each paragraph: what is as long as the place lets it be. */
typedef struct
{
  guint n;
  guint sum;
} Lines;

static void
count_lines (GtkLabel *label, Lines *lines)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);
  int n = pango_layout_get_line_count (layout);

  for (int i = 0; i < n; i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *words = g_strndup (text + line->start_index, (gsize) line->length);
      guint length = (guint) g_utf8_strlen (g_strchomp (words), -1);

      if (length > LONGEST)
        g_error ("a line of %u characters: %s", length, words);
      if (i + 1 < n)
        {
          lines->n++;
          lines->sum += length;
        }
    }
}

/* Lines of everything are counted for the longest; those of plain paragraphs for the mean. */
static void
look (GtkWidget *widget, GtkWidget *article, Lines *paragraphs)
{
  Lines others = { 0 };

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    count_lines (GTK_LABEL (widget), gtk_widget_get_parent (widget) == article
                                             && gtk_widget_has_css_class (widget, "km-body")
                                         ? paragraphs
                                         : &others);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look (child, article, paragraphs);
}

/* Nothing sticks out at the side. */
static void
check_fits (Fixture *fixture)
{
  GtkAdjustment *across
      = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture->view->scroller));
  int least;

  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
  gtk_widget_measure (fixture->view->article, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  g_assert_cmpint (least, <=, gtk_widget_get_width (fixture->view->article));
}

/* The text has lines of 45 to 75 characters, or all of the pane. */
static void
check_page (Fixture *fixture, const char *id, guint percent, int width, gboolean wide)
{
  Lines paragraphs = { 0 };
  int text_width;

  width = show (fixture, id, width);
  check_fits (fixture);
  look (fixture->view->article, fixture->view->article, &paragraphs);
  text_width = gtk_widget_get_width (fixture->view->article);
  g_test_message ("%s at %u %% in %d%s: text %d, mean line %.1f", id, percent, width,
                  wide ? " wide" : "", text_width,
                  paragraphs.n > 0 ? (double) paragraphs.sum / paragraphs.n : 0);
  if (!wide && text_width == width - 48)
    return;
  if (paragraphs.n > 0)
    g_assert_cmpuint (paragraphs.sum, >=, SHORTEST * paragraphs.n);
}

static void
test_panes (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 80, 100, 150, 200, 300 };
  static const int widths[] = { 360, 600, 2560 };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      set_text_size (sizes[size]);
      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
          check_page (fixture, pages[page], sizes[size], widths[i], FALSE);
    }
}

/* With the contents and a picture beside the text. */
static void
test_wide (Fixture *fixture, gconstpointer data)
{
  static const guint sizes[] = { 80, 100, 150, 200 };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      set_text_size (sizes[size]);
      km_page_view_set_wide (fixture->view, TRUE);
      km_page_view_refresh (fixture->view);
      for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
        {
          check_page (fixture, pages[page], sizes[size], 1020 * (int) sizes[size] / 100, TRUE);
          check_page (fixture, pages[page], sizes[size], 2560, TRUE);
        }
    }
}

/* Characters are counted, not px: letters are wider in some fonts. */
static void
test_fonts (Fixture *fixture, gconstpointer data)
{
  for (guint font = 0; font < G_N_ELEMENTS (fonts); font++)
    {
      g_object_set (gtk_settings_get_default (), "gtk-font-name", fonts[font], NULL);
      for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
        check_page (fixture, pages[page], 100, 900, FALSE);
    }
}

/* The narrowest place for a page beside another pane has room for 45 characters. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  Lines paragraphs = { 0 };

  for (guint page = 0; page < G_N_ELEMENTS (pages); page++)
    {
      show (fixture, pages[page], 360);
      look (fixture->view->article, fixture->view->article, &paragraphs);
    }
  g_test_message ("%.1f", (double) paragraphs.sum / paragraphs.n);
  g_assert_cmpuint (paragraphs.sum, >=, SHORTEST * paragraphs.n);
}

int
main (int argc, char *argv[])
{
  km_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", fonts[0], NULL);
  library = km_loader_load (NULL, NULL);
  g_assert_nonnull (library);
  atlas = km_atlas_new ();
  text_size = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (text_size), PRIORITY);
  g_test_add ("/line-length/panes", Fixture, NULL, set_up, test_panes, tear_down);
  g_test_add ("/line-length/wide", Fixture, NULL, set_up, test_wide, tear_down);
  g_test_add ("/line-length/fonts", Fixture, NULL, set_up, test_fonts, tear_down);
  g_test_add ("/line-length/beside", Fixture, NULL, set_up, test_beside, tear_down);
  return g_test_run ();
}
