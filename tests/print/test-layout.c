/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as data: what may not be parted is not, no page is empty, nothing runs off the paper. */
#include "km-print-checks.h"
#include "km-print-fixture.h"

#include <gtk/gtk.h>
#include <locale.h>

static KmPrintFixture fixture;
static KmPaper a4;

static KmLayout *
lay_out (const char *id)
{
  return km_print_page_lay_out (km_library_get_page (fixture.library, id), fixture.assessment,
                                fixture.atlas, &a4);
}

static char *
layout_to_string (KmLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint page = 0; page < km_layout_get_n_pages (layout); page++)
    {
      guint n;
      const KmPlacedStrip *placed = km_layout_get_page (layout, page, &n);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *line = km_strip_to_string (placed[i].strip);

          g_string_append_printf (text, "%s\n", line);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_lacks (const char *text, const char *words)
{
  if (strstr (text, words) != NULL)
    g_test_fail_printf ("“%s” is in:\n%s", words, text);
}

static void
test_all_pages (void)
{
  const KmPaper papers[] = { KM_PAPER_A4, KM_PAPER_LETTER, { 420, 595 }, { 842, 595 } };

  km_print_fixture_answer (&fixture, NULL);
  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *pages = km_library_get_pages (fixture.library, (KmPageKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

          for (guint j = 0; j < G_N_ELEMENTS (papers); j++)
            {
              g_autoptr (KmLayout) layout
                  = km_print_page_lay_out (page, fixture.assessment, fixture.atlas, &papers[j]);

              km_print_check_layout (layout, &papers[j], km_page_get_id (page));
              km_print_check_book (layout, km_page_get_id (page));
            }
        }
    }
}

/* A heading of a page is on the same page as the line after it; every heading is there once. */
static void
test_headings (void)
{
  g_autoptr (KmLayout) layout = lay_out ("itb");
  KmPage *page = km_library_get_page (fixture.library, "itb");
  g_autofree char *text = layout_to_string (layout);

  for (guint i = 0; i < km_layout_get_n_pages (layout); i++)
    {
      guint n;
      const KmPlacedStrip *placed = km_layout_get_page (layout, i, &n);

      g_assert_cmpint (placed[n - 1].strip->role, !=, KM_STRIP_HEADING);
      g_assert_cmpint (placed[n - 1].strip->role, !=, KM_STRIP_CALLOUT);
    }
  for (guint i = 0; i < km_page_get_n_sections (page); i++)
    km_print_assert_has (text, km_page_get_section (page, i)->heading);
  km_print_assert_has (text, "Iliotibial band syndrome");
  km_print_assert_has (text, "Be seen today");
  km_print_assert_has (text, "Take care");
  km_print_assert_has (text, "Sources");
  km_print_assert_has (km_layout_get_foot (layout), "A clinician has not yet checked this page");
  km_print_assert_has (km_layout_get_foot (layout), "2026");
}

/* One strip after the other of a made-up flow, each @height high. */
static KmLayout *
lay_out_made_up (const char *pattern, double height)
{
  KmFlow *flow = km_layout_create_flow (&a4, 10);

  for (; *pattern != '\0'; pattern++)
    km_flow_add_row (flow, height)->keep = *pattern == 'k';
  return km_layout_new (&a4, "Title", flow, "Foot");
}

static void
test_keep (void)
{
  double third = km_layout_get_room (&a4) / 3;
  struct
  {
    const char *pattern;
    guint n[4];
  } cases[] = {
    { "ooo", { 3 } },     { "oooo", { 3, 1 } }, { "ooko", { 2, 2 } },
    { "okko", { 1, 3 } }, { "kkkk", { 3, 1 } }, /* higher than a page: cut after all */
    { "ok", { 2 } },      { "", { 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KmLayout) layout = lay_out_made_up (cases[i].pattern, third - 0.001);

      for (guint page = 0; page < km_layout_get_n_pages (layout); page++)
        {
          guint n;

          km_layout_get_page (layout, page, &n);
          g_assert_cmpuint (n, ==, cases[i].n[page]);
        }
    }
}

/* @user_data lines of text, as high as the letters. */
static KmLayout *
lay_out_lines (double font_size, gpointer user_data)
{
  KmFlow *flow = km_layout_create_flow (&a4, font_size);

  for (guint i = 0; i < GPOINTER_TO_UINT (user_data); i++)
    km_flow_add_row (flow, font_size);
  return km_layout_new (&a4, "Title", flow, "Foot");
}

/* A little smaller where that saves a page, and only there. */
static void
test_fit (void)
{
  guint per_page = (guint) (km_layout_get_room (&a4) / 10);
  const struct
  {
    guint n_lines;
    guint n_pages;
    gboolean smaller;
  } cases[] = {
    { per_page, 1, FALSE },         { per_page + 1, 1, TRUE },
    { 2 * per_page + 2, 2, TRUE },  { per_page + per_page / 4, 2, FALSE }, /* cannot be saved */
    { 3 * per_page - 2, 3, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KmLayout) layout
          = km_layout_fit (lay_out_lines, GUINT_TO_POINTER (cases[i].n_lines));
      guint n;
      const KmPlacedStrip *placed = km_layout_get_page (layout, 0, &n);

      g_assert_cmpuint (km_layout_get_n_pages (layout), ==, cases[i].n_pages);
      g_assert_cmpint (placed[0].strip->height < 9.99, ==, cases[i].smaller);
      g_assert_cmpfloat (placed[0].strip->height, >=, 9.2);
    }
}

/* A strip higher than the paper gets a page and ends no program. */
static void
test_too_high (void)
{
  g_autoptr (KmLayout) layout = lay_out_made_up ("ooo", 2000);

  g_assert_cmpuint (km_layout_get_n_pages (layout), ==, 3);
}

static void
test_widows (void)
{
  KmFlow *flow = km_layout_create_flow (&a4, 10);
  GPtrArray *strips = km_flow_get_strips (flow);
  GString *text = g_string_new (NULL);
  g_autoptr (KmLayout) layout = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "Nobody knows. ");
  km_flow_add_text (flow, KM_INK_BODY, text->str);
  g_string_free (text, TRUE);
  g_assert_cmpuint (strips->len, >, 5);
  for (guint i = 0; i < strips->len; i++)
    g_assert_cmpint (((KmStrip *) g_ptr_array_index (strips, i))->keep, ==,
                     i == 0 || i == strips->len - 2);
  layout = km_layout_new (&a4, "Title", flow, "Foot");
}

/* While someone should be seen today, exercise and running step back on paper too. */
static void
test_urgent_page (void)
{
  const char *const answers[] = { "spot=outer-bump", "breathless=yes", NULL };
  g_autoptr (KmLayout) layout = NULL;
  g_autofree char *text = NULL;

  km_print_fixture_answer (&fixture, answers);
  layout = lay_out ("itb");
  text = layout_to_string (layout);
  km_print_assert_has (text, "Get help now");
  km_print_assert_has (text, "Left out for now");
  assert_lacks (text, "Back to running");
  assert_lacks (text, "Run log");
}

static char *
visit_to_string (KmVisitParts parts, const KmPaper *paper)
{
  g_autoptr (KmLayout) layout
      = km_print_visit_lay_out (fixture.assessment, fixture.atlas, parts, paper);

  g_assert_cmpuint (km_layout_get_n_pages (layout), ==, 1);
  km_print_check_layout (layout, paper, "visit");
  return layout_to_string (layout);
}

static guint
count_pictures (KmVisitParts parts)
{
  g_autoptr (KmLayout) layout
      = km_print_visit_lay_out (fixture.assessment, fixture.atlas, parts, &a4);
  guint n;
  guint n_pictures = 0;
  const KmPlacedStrip *placed = km_layout_get_page (layout, 0, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < placed[i].strip->items->len; j++)
      n_pictures
          += ((KmItem *) g_ptr_array_index (placed[i].strip->items, j))->kind == KM_ITEM_PICTURE;
  return n_pictures;
}

/* Only the views that show the chosen spots best; both knees while there is room. */
static void
test_visit_views (void)
{
  const struct
  {
    const char *answers[8];
    guint n_pictures;
    const char *words[3];
  } cases[] = {
    { { "spot=outer-bump", "side=left" }, 1, { "Left knee, outer side", "1 Outer bump" } },
    { { "spot=tendon", "side=right" }, 1, { "Right knee, from the front" } },
    { { "spot=behind-knee" }, 1, { "Right knee, from behind", "was not said" } },
    { { "spot=inner-joint-line", "spot=behind-knee", "side=right" },
      2,
      { "Right knee, inner side", "Right knee, from behind" } },
    { { "spot=tendon", "side=both" },
      2,
      { "Right knee, from the front", "Left knee, from the front" } },
    { { "spot=deep", "side=right" }, 0, { "Deep inside" } },
    { { "side=right" }, 0, { "No place was chosen" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      km_print_fixture_answer (&fixture, (const char *const *) cases[i].answers);
      text = visit_to_string (KM_VISIT_ALL, &a4);
      g_assert_cmpuint (count_pictures (KM_VISIT_ALL), ==, cases[i].n_pictures);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].words) && cases[i].words[j] != NULL; j++)
        if (strstr (cases[i].words[j], "1 ") != cases[i].words[j])
          km_print_assert_has (text, cases[i].words[j]);
    }
}

static void
test_visit_parts (void)
{
  const char *const answers[]
      = { "spot=outer-bump", "side=left", "breathless=yes", "onset=gradual", NULL };
  const struct
  {
    KmVisitParts part;
    const char *words;
  } parts[] = {
    { KM_VISIT_KNEE, "Where it hurts" },      { KM_VISIT_WARNINGS, "Warning signs" },
    { KM_VISIT_ANSWERS, "What I answered" },  { KM_VISIT_MATCHES, "Not a diagnosis." },
    { KM_VISIT_QUESTIONS, "When may I run" }, { KM_VISIT_NOTES, "Notes" },
  };

  km_print_fixture_answer (&fixture, answers);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *with = visit_to_string (parts[i].part, &a4);
      g_autofree char *without = visit_to_string (KM_VISIT_ALL & ~parts[i].part, &a4);

      km_print_assert_has (with, parts[i].words);
      assert_lacks (without, parts[i].words);
    }
}

/* With no part of its own, a warning sign stands among the answers: it is never lost. */
static void
test_visit_warnings (void)
{
  const char *const answers[] = { "spot=outer-bump", "breathless=yes", "onset=gradual", NULL };
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;

  km_print_fixture_answer (&fixture, answers);
  all = visit_to_string (KM_VISIT_ALL, &a4);
  some = visit_to_string (KM_VISIT_ANSWERS, &a4);
  km_print_assert_has (all, "Get help now");
  km_print_assert_has (all, "can be a clot in the lung");
  km_print_assert_has (some, "short of breath");
  km_print_assert_has (some, "It came on slowly");
  g_assert_true (strstr (all, "short of breath") < strstr (all, "It came on slowly"));
}

/* Statements have no full stop: something must stand between them. */
static void
test_visit_statements (void)
{
  const char *const answers[] = { "spot=outer-bump",
                                  "hot-red=no",
                                  "locking=never",
                                  "training-change=distance",
                                  "fever=unsure",
                                  "clot-risk=unsure",
                                  "training-change=hills-speed",
                                  NULL };
  g_autofree char *text = NULL;

  km_print_fixture_answer (&fixture, answers);
  text = visit_to_string (KM_VISIT_ALL, &a4);
  km_print_assert_has (text, "not hot or red\302\240· It never gets stuck");
  km_print_assert_has (text, "about fever\302\240· ");
  km_print_assert_has (text, "distance\302\240· ");
}

static void
test_visit_everything (void)
{
  const KmPaper papers[] = { KM_PAPER_A4, KM_PAPER_LETTER };

  km_print_fixture_answer_everything (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *text = visit_to_string (KM_VISIT_ALL, &papers[i]);

      km_print_assert_has (text, "Warning signs");
    }
}

static void
test_exercises (void)
{
  g_autoptr (KmLayout) layout = NULL;
  g_autofree char *text = NULL;

  km_print_fixture_answer (&fixture, NULL);
  g_assert_true (
      km_print_exercises_has_any (km_library_get_page (fixture.library, "itb"), fixture.library));
  g_assert_false (
      km_print_exercises_has_any (km_library_get_page (fixture.library, "dvt"), fixture.library));
  layout = km_print_exercises_lay_out (km_library_get_page (fixture.library, "itb"),
                                       fixture.assessment, fixture.atlas, &a4);
  km_print_check_layout (layout, &a4, "exercises of itb");
  text = layout_to_string (layout);
  km_print_assert_has (text, "Clamshell");
  km_print_assert_has (text, "Week 6");
}

static void
test_exercises_urgent (void)
{
  const char *const answers[] = { "breathless=yes", NULL };
  g_autoptr (KmLayout) layout = NULL;
  g_autofree char *text = NULL;

  km_print_fixture_answer (&fixture, answers);
  layout = km_print_exercises_lay_out (km_library_get_page (fixture.library, "itb"),
                                       fixture.assessment, fixture.atlas, &a4);
  text = layout_to_string (layout);
  km_print_assert_has (text, "Get help now");
  assert_lacks (text, "Clamshell");
}

/* Marks and columns change sides in a right-to-left language. */
static void
test_right_to_left (void)
{
  g_autoptr (KmLayout) layout = NULL;

  km_print_fixture_answer (&fixture, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  layout = lay_out ("itb");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  km_print_check_layout (layout, &a4, "itb from right to left");
}

int
main (int argc, char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  a4 = KM_PAPER_A4;
  km_print_fixture_init (&fixture);
  g_test_add_func ("/print/layout/all-pages", test_all_pages);
  g_test_add_func ("/print/layout/headings", test_headings);
  g_test_add_func ("/print/layout/keep", test_keep);
  g_test_add_func ("/print/layout/fit", test_fit);
  g_test_add_func ("/print/layout/too-high", test_too_high);
  g_test_add_func ("/print/layout/widows", test_widows);
  g_test_add_func ("/print/layout/urgent-page", test_urgent_page);
  g_test_add_func ("/print/layout/right-to-left", test_right_to_left);
  g_test_add_func ("/print/visit/views", test_visit_views);
  g_test_add_func ("/print/visit/parts", test_visit_parts);
  g_test_add_func ("/print/visit/warnings", test_visit_warnings);
  g_test_add_func ("/print/visit/statements", test_visit_statements);
  g_test_add_func ("/print/visit/everything", test_visit_everything);
  g_test_add_func ("/print/exercises/sheet", test_exercises);
  g_test_add_func ("/print/exercises/urgent", test_exercises_urgent);
  status = g_test_run ();
  km_print_fixture_clear (&fixture);
  return status;
}
