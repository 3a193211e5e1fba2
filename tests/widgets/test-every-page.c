/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page of the guide in a page view: narrow and wide, calm and urgent. */
#include "km-loader.h"
#include "km-markup.h"
#include "km-page-view.h"
#include "km-test-window.h"

#include <string.h>

static KmLibrary *library;
static KmAtlas *atlas;

typedef struct
{
  KmAssessment *assessment;
  KmPageView *view;
  GtkWidget *window;
  gboolean wide;
  guint n;
} Fixture;

static void
set_up (Fixture *fixture, gboolean wide, gboolean urgent)
{
  const char *yes[] = { "yes", NULL };
  const char *hot[] = { "hot-red", NULL };

  fixture->wide = wide;
  fixture->n = 0;
  fixture->assessment = km_assessment_new (library);
  if (urgent)
    {
      km_assessment_answer (fixture->assessment, "fever", yes, NULL);
      km_assessment_answer (fixture->assessment, "hot-red", hot, NULL);
      g_assert_cmpint (km_assessment_get_urgency (fixture->assessment), >=, KM_URGENCY_SAME_DAY);
    }
  fixture->view = KM_PAGE_VIEW (km_page_view_new ());
  km_page_view_set_models (fixture->view, fixture->assessment, atlas);
  km_page_view_set_wide (fixture->view, wide);
  fixture->window = km_test_show (GTK_WIDGET (fixture->view), wide ? 1180 : 360, 700);
}

static void
tear_down (Fixture *fixture)
{
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->assessment);
}

/* ---- looking through a tree ---------------------------------------------------------------- */

typedef void (*Look) (GtkWidget *widget, gpointer data);

/* What an expander holds has no parent while it is shut. */
static void
look_through (GtkWidget *widget, Look look, gpointer data)
{
  look (widget, data);
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    look_through (gtk_expander_get_child (GTK_EXPANDER (widget)), look, data);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && !GTK_IS_POPOVER (child))
      look_through (child, look, data);
}

typedef struct
{
  const char *page;
  int level; /* of the heading before */
  guint n_first;
} Headings;

/* One title; and a heading is never more than one level below the one before. */
static void
look_at_heading (GtkWidget *widget, gpointer data)
{
  Headings *headings = data;
  int level = 0;

  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_HEADING)
    return;
  for (int i = 1; i <= 6 && level == 0; i++)
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LEVEL, i);

      if (wrong == NULL)
        level = i;
    }
  /* Beside a wide page its contents come first. */
  if (headings->level == 0 && level == 2)
    return;
  if (level < 1 || level > headings->level + 1)
    g_error ("%s: heading “%s” of level %d after one of level %d", headings->page,
             gtk_label_get_text (GTK_LABEL (widget)), level, headings->level);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (widget)), !=, "");
  headings->level = level;
  headings->n_first += level == 1;
}

typedef struct
{
  char *expected;
  guint n;
} Links;

static void
on_open (KmPageView *view, const char *page, Links *links)
{
  g_assert_cmpstr (page, ==, links->expected);
  g_assert_nonnull (km_library_get_page (library, page));
  links->n++;
}

/* Each link to a page, in the mark-up of a label, opens that page. */
static void
look_at_links (GtkWidget *widget, gpointer data)
{
  static const char start[] = "href=\"" KM_LINK_PAGE;
  Links *links = data;
  const char *at;

  if (!GTK_IS_LABEL (widget) || !gtk_label_get_use_markup (GTK_LABEL (widget)))
    return;
  at = gtk_label_get_label (GTK_LABEL (widget));
  while ((at = strstr (at, start)) != NULL)
    {
      g_autofree char *uri = NULL;
      guint before = links->n;
      gboolean handled;

      at += strlen ("href=\"");
      uri = g_strndup (at, strcspn (at, "\""));
      links->expected = uri + strlen (KM_LINK_PAGE);
      g_signal_emit_by_name (widget, "activate-link", uri, &handled);
      g_assert_true (handled);
      g_assert_cmpuint (links->n, ==, before + 1);
    }
}

static void
look_for_words (GtkWidget *widget, gpointer data)
{
  const char **words = data;

  if (GTK_IS_LABEL (widget) && words[0] != NULL
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words[0]))
    words[0] = NULL;
}

static gboolean
says (Fixture *fixture, const char *text)
{
  const char *words[] = { text };

  look_through (GTK_WIDGET (fixture->view), look_for_words, words);
  return words[0] == NULL;
}

/* ---- tests --------------------------------------------------------------------------------- */

static void
show (Fixture *fixture, KmPage *page)
{
  Headings headings = { km_page_get_id (page), 0, 0 };
  int minimum;

  km_page_view_show_page (fixture->view, page);
  /* Pictures beside a wide page are large: some of them are painted, all of them built. */
  if (!fixture->wide || fixture->n++ % 10 == 0)
    km_test_settle ();
  g_assert_true (km_page_view_get_page (fixture->view) == page);
  look_through (GTK_WIDGET (fixture->view), look_at_heading, &headings);
  g_assert_cmpuint (headings.n_first, ==, 1);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, gtk_widget_get_width (fixture->window));
}

static void
for_each_page (Fixture *fixture, void (*test) (Fixture *fixture, KmPage *page))
{
  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *pages = km_library_get_pages (library, (KmPageKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

          test (fixture, page);
        }
    }
}

static void
test_build (gconstpointer data)
{
  Fixture fixture;
  int look = GPOINTER_TO_INT (data);

  set_up (&fixture, look & 1, look & 2);
  for_each_page (&fixture, show);
  tear_down (&fixture);
}

static void
follow_links (Fixture *fixture, KmPage *page)
{
  Links links = { NULL, 0 };

  km_page_view_show_page (fixture->view, page);
  g_signal_connect (fixture->view, "open", G_CALLBACK (on_open), &links);
  look_through (GTK_WIDGET (fixture->view), look_at_links, &links);
  g_signal_handlers_disconnect_by_data (fixture->view, &links);
}

static void
test_links (void)
{
  Fixture fixture;

  set_up (&fixture, FALSE, FALSE);
  for_each_page (&fixture, follow_links);
  tear_down (&fixture);
}

static gboolean
has_section (KmPage *page, const char *kind)
{
  return km_page_find_section (page, kind) != NULL;
}

/* Where someone should be seen first, exercises and the way back to running step behind that. */
static void
check_held_back (Fixture *fixture, KmPage *page)
{
  static const char *const kinds[] = { "week", "exercises", "return" };

  if (km_page_get_kind (page) != KM_PAGE_CONDITION)
    return;
  km_page_view_show_page (fixture->view, page);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const KmSection *section = km_page_find_section (page, kinds[i]);

      if (section == NULL)
        continue;
      g_assert_true (says (fixture, "Put away for now"));
      if (section->heading != NULL)
        g_assert_false (says (fixture, section->heading));
    }
  if (has_section (page, "seen"))
    g_assert_true (says (fixture, km_page_find_section (page, "seen")->heading));
}

static void
test_held_back (void)
{
  Fixture fixture;
  const char *no[] = { "no", NULL };
  KmPage *page = km_library_get_page (library, "itb");

  set_up (&fixture, FALSE, TRUE);
  for_each_page (&fixture, check_held_back);
  /* They are back at once when the alarm is taken back, on the page that is open. */
  km_page_view_show_page (fixture.view, page);
  g_assert_true (says (&fixture, "Put away for now"));
  km_assessment_answer (fixture.assessment, "fever", no, NULL);
  km_assessment_answer (fixture.assessment, "hot-red", no, NULL);
  g_assert_cmpint (km_assessment_get_urgency (fixture.assessment), <, KM_URGENCY_SAME_DAY);
  g_assert_false (says (&fixture, "Put away for now"));
  g_assert_true (says (&fixture, km_page_find_section (page, "exercises")->heading));
  tear_down (&fixture);
}

static void
test_no_page (void)
{
  Fixture fixture;

  set_up (&fixture, TRUE, FALSE);
  km_page_view_show_page (fixture.view, NULL);
  km_page_view_focus_title (fixture.view);
  km_page_view_move_heading (fixture.view, 1);
  km_page_view_scroll_to_section (fixture.view, 7);
  km_test_settle ();
  g_assert_null (km_page_view_get_page (fixture.view));
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  km_test_init (&argc, &argv);
  library = km_loader_load (NULL, NULL);
  g_assert_nonnull (library);
  atlas = km_atlas_new ();
  g_test_add_data_func ("/every-page/narrow", GINT_TO_POINTER (0), test_build);
  g_test_add_data_func ("/every-page/wide", GINT_TO_POINTER (1), test_build);
  g_test_add_data_func ("/every-page/urgent", GINT_TO_POINTER (2), test_build);
  g_test_add_data_func ("/every-page/wide-urgent", GINT_TO_POINTER (3), test_build);
  g_test_add_func ("/every-page/links", test_links);
  g_test_add_func ("/every-page/held-back", test_held_back);
  g_test_add_func ("/every-page/no-page", test_no_page);
  return g_test_run ();
}
