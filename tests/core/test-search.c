/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over a small library made here. */
#include "km-search.h"

#include <string.h>

static KmText *
make_text (const char *words)
{
  KmText *text = km_text_new ();

  g_ptr_array_add (text->runs, km_run_new (KM_RUN_TEXT, words, NULL));
  return text;
}

static KmPage *
add_page (KmLibrary *library,
          KmPageKind kind,
          const char *id,
          const char *title,
          const char *heading,
          const char *words)
{
  KmPage *page = km_page_new (kind, id, title);
  KmSection *section = km_section_new ("where", heading);
  KmBlock *block = km_block_new (KM_BLOCK_PARAGRAPH);

  g_ptr_array_add (block->texts, make_text (words));
  g_ptr_array_add (section->blocks, block);
  km_page_take_section (page, section);
  g_assert_true (km_library_take_page (library, page));
  return page;
}

static void
add_synonyms (KmLibrary *library, const char *names)
{
  km_library_take_synonyms (library, g_strsplit (names, ", ", -1));
}

static KmLibrary *
make_library (void)
{
  static const char *const ignored[] = { "the", "of", "my", "when", "a", "i", "it", "on", NULL };
  char *also[] = { (char *) "Zebra syndrome", NULL };
  KmLibrary *library = km_library_new ();
  KmTerm *term = km_term_new ("patella");

  km_page_set_also (add_page (library, KM_PAGE_CONDITION, "front", "Kneecap pain", "Where it hurts",
                              "It hurts at the front. Stairs make the kneecap ache. Sit less."),
                    also);
  add_page (library, KM_PAGE_CONDITION, "outer", "IT band pain", "Where it hurts",
            "The outer side of the knee hurts after some miles.");
  add_page (library, KM_PAGE_CONDITION, "meniscus", "Meniscus tear", "A twist",
            "It may catch. The knee gives way. Read about plica too.");
  add_page (library, KM_PAGE_GUIDE, "plica", "Plica", "In short", "A fold that clicks.");
  add_page (library, KM_PAGE_GUIDE, "fold", "Soft tissue", "Plica and others", "Some words.");
  add_page (library, KM_PAGE_GUIDE, "cafe", "Rest", "Breaks",
            "Have a café crème, naïve runner. Stretching helps.");
  add_page (library, KM_PAGE_EXERCISE, "clamshell", "Clamshell", "Steps", "Lie on one side.");
  add_page (library, KM_PAGE_QUESTION, "swelling", "My knee is swollen. What now?", NULL,
            "Cool it and keep it up.");
  term->name = g_strdup ("Patella");
  term->meaning = make_text ("The round bone in front.");
  g_assert_true (km_library_take_term (library, term));
  add_synonyms (library, "kneecap, knee cap, patella, cap");
  add_synonyms (library, "gives way, gives out, buckles");
  add_synonyms (library, "swollen, swelling, water on knee");
  add_synonyms (library, "it band, itb, iliotibial band");
  add_synonyms (library, "outer side, outside knee");
  km_library_add_ignored_words (library, ignored);
  km_library_seal (library);
  return library;
}

typedef struct
{
  KmLibrary *library;
  KmSearch *search;
  KmSearchResults *results;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = make_library ();
  fixture->search = km_search_new (fixture->library);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->results, km_search_results_free);
  g_clear_pointer (&fixture->search, km_search_free);
  g_assert_finalize_object (fixture->library);
}

static KmSearchHit *
run (Fixture *fixture, const char *words)
{
  g_clear_pointer (&fixture->results, km_search_results_free);
  fixture->results = km_search_run (fixture->search, words, 10);
  return fixture->results->hits->len > 0 ? g_ptr_array_index (fixture->results->hits, 0) : NULL;
}

static const char *
best (Fixture *fixture, const char *words)
{
  KmSearchHit *hit = run (fixture, words);

  return hit != NULL ? km_search_hit_get_id (hit) : NULL;
}

/* The marked parts of a line, with a bar between. */
static char *
get_marked (KmSearchHit *hit)
{
  GString *string = g_string_new (NULL);
  const char *line = km_search_hit_get_line (hit);
  guint n;
  const KmSearchRange *marks = km_search_hit_get_line_marks (hit, &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (marks[i].start, <, marks[i].end);
      g_assert_cmpuint (marks[i].end, <=, strlen (line));
      if (i > 0)
        g_string_append_c (string, '|');
      g_string_append_len (string, line + marks[i].start, marks[i].end - marks[i].start);
    }
  g_assert_true (g_utf8_validate (string->str, -1, NULL));
  return g_string_free (string, FALSE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "plica", "fold", "meniscus" };

  run (fixture, "plica");
  g_assert_cmpuint (fixture->results->hits->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (km_search_hit_get_id (g_ptr_array_index (fixture->results->hits, i)), ==,
                     expected[i]);
}

static void
test_synonyms (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (best (fixture, "sore cap"), ==, "front");
  g_assert_cmpstr (best (fixture, "knee cap"), ==, "front");
  g_assert_cmpstr (best (fixture, "when it buckled"), ==, "meniscus");
  g_assert_cmpstr (best (fixture, "gives out"), ==, "meniscus");
  g_assert_cmpstr (best (fixture, "water on the knee"), ==, "swelling");
  g_assert_cmpstr (best (fixture, "ITB"), ==, "outer");
  g_assert_cmpstr (best (fixture, "it band"), ==, "outer");
  g_assert_cmpstr (best (fixture, "outside of my knee"), ==, "outer");
  g_assert_cmpstr (best (fixture, "zebra"), ==, "front");
}

static void
test_forms (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (best (fixture, "STRETCHES"), ==, "cafe");
  g_assert_cmpstr (best (fixture, "cafe creme"), ==, "cafe");
  g_assert_cmpstr (best (fixture, "twisted "), ==, "meniscus");
  g_assert_cmpstr (best (fixture, "kneecappain"), ==, "front");
  g_assert_cmpstr (best (fixture, "clam shell"), ==, "clamshell");
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (best (fixture, "menicsus"), ==, "meniscus");
  g_assert_cmpstr (fixture->results->corrected, ==, "meniscus");
  g_assert_cmpstr (best (fixture, "iliotibal bnad"), ==, "outer");
  g_assert_cmpstr (best (fixture, "clamshel"), ==, "clamshell");
  g_assert_null (fixture->results->corrected);
  g_assert_cmpstr (best (fixture, "plcia "), ==, "plica");
  g_assert_cmpstr (best (fixture, "clmashe"), ==, "clamshell");
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  const char *word = "meniscus";

  for (gsize n = 3; n <= strlen (word); n++)
    {
      g_autofree char *typed = g_strndup (word, n);

      g_assert_cmpstr (best (fixture, typed), ==, "meniscus");
    }
  g_assert_null (best (fixture, "xm "));
  g_assert_cmpstr (best (fixture, "kneecap pa"), ==, "front");
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  KmSearchHit *hit = run (fixture, "cap stair");
  g_autofree char *marked = get_marked (hit);
  g_autofree char *accents = NULL;
  g_autofree char *phrase = NULL;
  guint n;
  const KmSearchRange *marks = km_search_hit_get_title_marks (hit, &n);

  g_assert_cmpstr (km_search_hit_get_line (hit), ==, "Stairs make the kneecap ache.");
  g_assert_cmpstr (marked, ==, "Stairs|kneecap");
  g_assert_cmpint (km_search_hit_get_field (hit), ==, KM_SEARCH_TEXT);
  g_assert_cmpint (km_search_hit_get_section (hit), ==, 0);
  g_assert_cmpint (km_search_hit_get_block (hit), ==, 0);
  g_assert_cmpstr (km_search_hit_get_title (hit), ==, "Kneecap pain");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (marks[0].start, ==, 0);
  g_assert_cmpuint (marks[0].end, ==, 7);

  hit = run (fixture, "creme runner");
  accents = get_marked (hit);
  g_assert_cmpstr (accents, ==, "crème|runner");

  hit = run (fixture, "buckles");
  phrase = get_marked (hit);
  g_assert_cmpstr (phrase, ==, "gives way");
}

static void
test_name_only (Fixture *fixture, gconstpointer data)
{
  KmSearchHit *hit = run (fixture, "clamshell");
  guint n;

  g_assert_cmpstr (km_search_hit_get_line (hit), ==, "Lie on one side.");
  g_assert_null (km_search_hit_get_line_marks (hit, &n));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_glossary (Fixture *fixture, gconstpointer data)
{
  KmSearchHit *hit = run (fixture, "round bone");

  g_assert_cmpstr (km_search_hit_get_id (hit), ==, "glossary:patella");
  g_assert_null (km_search_hit_get_page (hit));
  g_assert_nonnull (km_search_hit_get_term (hit));
  g_assert_cmpint (km_search_hit_get_section (hit), ==, -1);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_null (run (fixture, "klamxhel "));
  g_assert_cmpstr (fixture->results->near_words[0], ==, "clamshell");
  g_assert_cmpuint (fixture->results->near_hits->len, ==, 1);
  g_assert_null (run (fixture, "qqqqqqqqqqqq"));
  g_assert_null (fixture->results->near_words[0]);
  g_assert_cmpuint (fixture->results->near_hits->len, ==, 0);
  /* A word the guide does not know does not hide those it knows. */
  g_assert_cmpstr (best (fixture, "qqqqqqqqqqqq plica"), ==, "plica");
}

static void
test_bad_input (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "",
    " ",
    "\x01\x02\x7f\x1b[0m",
    "<b>plica</b> & \"<![CDATA[",
    "%s%n%d",
    "\xff\xfe plica \xc3",
    "\xe2\x80\xae ברך כואבת \xe2\x80\xac",
    "🦵🏽🏃‍♀️💥",
    "' '' ''' ’’’",
    "\xcc\x81\xcc\x81\xcc\x81",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9 0 a b c d e f g h i j",
    "the of my",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      run (fixture, bad[i]);
      for (guint j = 0; j < fixture->results->hits->len; j++)
        g_free (get_marked (g_ptr_array_index (fixture->results->hits, j)));
    }
  g_assert_cmpstr (best (fixture, bad[3]), ==, "plica");
  g_assert_cmpstr (best (fixture, bad[5]), ==, "plica");
}

static void
test_long_input (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "x", "plica ", "é", "\xff", "a ", "🦵", "'", "plcia " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);

      while (words->len < 10000)
        g_string_append (words, pieces[i]);
      run (fixture, words->str);
    }
}

static void
test_noise (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      char words[64];
      gsize n = (gsize) g_test_rand_int_range (0, sizeof words);

      for (gsize j = 0; j < n; j++)
        words[j] = (char) g_test_rand_int_range (1, 256);
      words[n] = '\0';
      run (fixture, words);
      for (guint j = 0; j < fixture->results->hits->len; j++)
        g_free (get_marked (g_ptr_array_index (fixture->results->hits, j)));
    }
}

/* Nothing is left over from one search to the next. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  double first = km_search_hit_get_score (run (fixture, "kneecap pain on stairs"));

  run (fixture, "meniscus plica");
  run (fixture, "pl");
  g_assert_cmpfloat (km_search_hit_get_score (run (fixture, "kneecap pain on stairs")), ==, first);
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  fixture->results = km_search_run (fixture->search, "knee", 1);
  g_assert_cmpuint (fixture->results->hits->len, ==, 1);
  km_search_results_free (fixture->results);
  fixture->results = km_search_run (fixture->search, "knee", 0);
  g_assert_cmpuint (fixture->results->hits->len, ==, 0);
}

static void
test_outlive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KmSearchHit) hit = g_object_ref (run (fixture, "plica"));

  g_clear_pointer (&fixture->results, km_search_results_free);
  g_clear_pointer (&fixture->search, km_search_free);
  g_assert_cmpstr (km_search_hit_get_line (hit), ==, "A fold that clicks.");
}

static void
test_empty (void)
{
  g_autoptr (KmLibrary) library = km_library_new ();
  g_autoptr (KmSearch) search = NULL;
  g_autoptr (KmSearchResults) results = NULL;

  km_library_seal (library);
  search = km_search_new (library);
  results = km_search_run (search, "knee pain", 5);
  g_assert_cmpuint (results->hits->len, ==, 0);
}

#define ADD(path, function) \
  g_test_add ("/core/search/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("order", test_order);
  ADD ("synonyms", test_synonyms);
  ADD ("forms", test_forms);
  ADD ("errors", test_errors);
  ADD ("typing", test_typing);
  ADD ("line", test_line);
  ADD ("name-only", test_name_only);
  ADD ("glossary", test_glossary);
  ADD ("nothing", test_nothing);
  ADD ("bad-input", test_bad_input);
  ADD ("long-input", test_long_input);
  ADD ("noise", test_noise);
  ADD ("again", test_again);
  ADD ("most", test_most);
  ADD ("outlive", test_outlive);
  g_test_add_func ("/core/search/empty", test_empty);
  return g_test_run ();
}
