/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"
#include "km-search.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Prints what a keystroke costs as shipped and with many made-up pages, in milliseconds; judges
 * nothing. Every beginning of every query is one keystroke. */

#define N_PAGES 10000
#define N_SECTIONS 8
#define N_SENTENCES 5
#define N_WORDS 12
#define N_VOCABULARY 30000
#define N_QUERIES 60
#define MAX_HITS 30

static GRand *random_numbers;

/* Time of the processor, so that a busy machine tells the same. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* Memory in use, in MB. */
static double
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  at = strstr (text, "VmRSS:");
  return at != NULL ? (double) g_ascii_strtoull (at + strlen ("VmRSS:"), NULL, 10) / 1024 : 0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static char *
make_word (void)
{
  static const char *const syllables[]
      = { "ka", "te", "li", "mo", "ru", "sta", "bre", "ni", "po", "gu", "sha", "len", "dor", "fi" };
  GString *word = g_string_new (NULL);
  int n = g_rand_int_range (random_numbers, 2, 5);

  for (int i = 0; i < n; i++)
    g_string_append (
        word, syllables[g_rand_int_range (random_numbers, 0, (gint32) G_N_ELEMENTS (syllables))]);
  return g_string_free (word, FALSE);
}

/* A word as often as language has it: the tenth a tenth as often as the first. */
static const char *
pick_word (GPtrArray *vocabulary)
{
  double at = pow (vocabulary->len, g_rand_double (random_numbers)) - 1;

  return g_ptr_array_index (vocabulary, MIN ((guint) at, vocabulary->len - 1));
}

static char *
make_sentence (GPtrArray *vocabulary, guint n)
{
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (sentence, i > 0 ? " %s" : "%s", pick_word (vocabulary));
  return g_string_free (sentence, FALSE);
}

static void
add_section (KmPage *page, GPtrArray *vocabulary)
{
  g_autofree char *heading = make_sentence (vocabulary, 3);
  KmSection *section = km_section_new ("where", heading);
  KmBlock *block = km_block_new (KM_BLOCK_PARAGRAPH);

  for (guint i = 0; i < N_SENTENCES; i++)
    {
      g_autofree char *sentence = make_sentence (vocabulary, N_WORDS);
      KmText *text = km_text_new ();

      g_ptr_array_add (text->runs, km_run_new (KM_RUN_TEXT, sentence, NULL));
      g_ptr_array_add (block->texts, text);
    }
  g_ptr_array_add (section->blocks, block);
  km_page_take_section (page, section);
}

/* Many pages of made-up words, with the real words of one meaning. */
static KmLibrary *
make_library (KmLibrary *shipped, GPtrArray *vocabulary)
{
  KmLibrary *library = km_library_new ();
  GPtrArray *groups = km_library_get_synonyms (shipped);

  for (guint i = 0; i < groups->len; i++)
    km_library_take_synonyms (library, g_strdupv (g_ptr_array_index (groups, i)));
  km_library_add_ignored_words (library, km_library_get_ignored_words (shipped));
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *id = g_strdup_printf ("page-%u", i);
      g_autofree char *title = make_sentence (vocabulary, 3);
      KmPage *page = km_page_new (KM_PAGE_GUIDE, id, title);

      for (guint j = 0; j < N_SECTIONS; j++)
        add_section (page, vocabulary);
      km_library_take_page (library, page);
    }
  km_library_seal (library);
  return library;
}

static void
time_typing (KmSearch *search, const char *query, GArray *times)
{
  for (gsize n = 1; n <= strlen (query); n++)
    {
      g_autofree char *typed = g_strndup (query, n);
      double start = now ();
      g_autoptr (KmSearchResults) results = km_search_run (search, typed, MAX_HITS);
      double time = now () - start;

      g_array_append_val (times, time);
    }
}

static void
print_times (const char *name, GArray *times)
{
  double sum = 0;

  g_array_sort (times, compare);
  for (guint i = 0; i < times->len; i++)
    sum += g_array_index (times, double, i);
  g_print ("%-22s %6u keystrokes: mean %.3f  median %.3f  p99 %.3f  longest %.3f ms\n", name,
           times->len, sum / times->len, g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 99 / 100),
           g_array_index (times, double, times->len - 1));
}

static KmSearch *
time_index (const char *name, KmLibrary *library)
{
  double memory = get_memory ();
  double start = now ();
  KmSearch *search = km_search_new (library);

  g_print ("%-22s index in %.1f ms, %.1f MB\n", name, now () - start, get_memory () - memory);
  return search;
}

static void
run_shipped (KmLibrary *library, const char *file)
{
  g_autoptr (KmSearch) search = time_index ("as shipped", library);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (**line == '#' || **line == '\0')
        continue;
      (*line)[strcspn (*line, "\t")] = '\0';
      time_typing (search, *line, times);
    }
  print_times ("as shipped", times);
}

static void
run_many (KmLibrary *shipped)
{
  g_autoptr (GPtrArray) vocabulary = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KmLibrary) library = NULL;
  g_autoptr (KmSearch) search = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_VOCABULARY; i++)
    g_ptr_array_add (vocabulary, make_word ());
  library = make_library (shipped, vocabulary);
  search = time_index ("10,000 made-up pages", library);
  for (guint i = 0; i < N_QUERIES; i++)
    {
      g_autofree char *query = make_sentence (vocabulary, 1 + i % 6);

      /* Every third with a typing error. */
      if (i % 3 == 0 && strlen (query) > 4)
        query[2] = 'z';
      time_typing (search, query, times);
    }
  print_times ("10,000 made-up pages", times);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KmLibrary) library = km_loader_load (NULL, &error);

  if (library == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  random_numbers = g_rand_new_with_seed (20261);
  if (argc > 1)
    run_shipped (library, argv[1]);
  run_many (library);
  g_rand_free (random_numbers);
  return EXIT_SUCCESS;
}
