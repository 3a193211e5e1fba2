/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-test-spots.h"

#include <string.h>

/* Reads the shipped spots without the content layer, for tests of the layers beside it. */

typedef struct
{
  KmLibrary *library;
  KmSpot *spot;
} Reader;

static guint
read_views (const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  guint views = 0;

  for (char **word = words; *word != NULL; word++)
    {
      int view;

      g_assert_true (km_enum_from_nick (KM_TYPE_VIEW, *word, &view));
      views |= 1u << view;
    }
  return views;
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reader *reader = data;

  if (strcmp (element, "spot") != 0)
    return;
  reader->spot = km_spot_new ("");
  for (; *names != NULL; names++, values++)
    {
      if (strcmp (*names, "id") == 0)
        {
          g_free (reader->spot->id);
          reader->spot->id = g_strdup (*values);
        }
      else if (strcmp (*names, "area") == 0)
        reader->spot->area = g_strdup (*values);
      else if (strcmp (*names, "views") == 0)
        reader->spot->views = read_views (*values);
      else if (strcmp (*names, "structures") == 0)
        reader->spot->structures = g_strsplit (*values, " ", -1);
    }
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reader *reader = data;

  if (strcmp (element, "spot") == 0)
    g_assert_true (km_library_take_spot (reader->library, g_steal_pointer (&reader->spot)));
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Reader *reader = data;
  const char *element = g_markup_parse_context_get_element (context);
  const GSList *stack = g_markup_parse_context_get_element_stack (context);

  if (strcmp (element, "name") == 0 && strcmp (stack->next->data, "spot") == 0)
    reader->spot->name = g_strndup (text, length);
  else if (strcmp (element, "sentence") == 0)
    reader->spot->sentence = g_strndup (text, length);
}

static void
add_size_question (KmLibrary *library)
{
  KmQuestion *question = km_question_new ("extent");

  question->text = g_strdup ("How large is the sore area?");
  km_question_add_option (question, "finger", "One finger", "One finger", KM_OPTION_PLAIN);
  km_question_add_option (question, "hand", "A hand", "A hand", KM_OPTION_PLAIN);
  km_question_add_option (question, "all", "All over", "All over", KM_OPTION_PLAIN);
  g_assert_true (km_library_take_question (library, question));
}

/**
 * km_test_load_spots:
 *
 * Returns: (transfer full): a library with the shipped spots, the question how large the sore area
 * is, and nothing else
 */
KmLibrary *
km_test_load_spots (void)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  g_autofree char *file
      = g_test_build_filename (G_TEST_DIST, "..", "resources", "content", "spots.xml", NULL);
  g_autofree char *text = NULL;
  gsize size = 0;
  Reader reader = { km_library_new (), NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (file, &text, &size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_parse (context, text, (gssize) size, &error);
  g_assert_no_error (error);
  add_size_question (reader.library);
  km_library_seal (reader.library);
  return reader.library;
}
