/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-cli-private.h"

#include "km-plain-text.h"

#include <glib/gi18n.h>
#include <string.h>

static void
list_spots (KmLibrary *library)
{
  GPtrArray *spots = km_library_get_spots (library);

  for (guint i = 0; i < spots->len; i++)
    {
      const KmSpot *spot = g_ptr_array_index (spots, i);

      g_print ("%s\t%s\t%s\t%s\n", spot->id, spot->area, spot->name, spot->sentence);
    }
}

static void
list_question (const KmQuestion *question)
{
  g_print ("%s\t%s\t%s", question->id, question->many ? "many" : "one", question->text);
  for (guint i = 0; i < question->options->len; i++)
    {
      const KmOption *option = km_question_get_option (question, i);

      g_print ("\t%s=%s", option->id, option->label);
    }
  g_print ("\n");
}

static void
list_questions (KmLibrary *library)
{
  GPtrArray *questions = km_library_get_questions (library);

  list_question (km_library_get_question (library, KM_KEY_SPOT));
  list_question (km_library_get_question (library, KM_KEY_SIDE));
  for (guint i = 0; i < questions->len; i++)
    list_question (g_ptr_array_index (questions, i));
}

static void
list_conditions (KmLibrary *library)
{
  GPtrArray *conditions = km_library_get_conditions (library);

  for (guint i = 0; i < conditions->len; i++)
    {
      const KmCondition *condition = g_ptr_array_index (conditions, i);

      g_print ("%s\t%s\t%s\t%s\n", condition->id, condition->name, condition->short_name,
               km_enum_to_nick (KM_TYPE_URGENCY, condition->urgency));
    }
}

static void
list_pages (KmLibrary *library, KmPageKind kind)
{
  GListModel *pages = km_library_get_pages (library, kind);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (KmPage) page = g_list_model_get_item (pages, i);
      const char *purpose = km_page_get_purpose (page);

      g_print ("%s\t%s\t%s\n", km_page_get_id (page), km_page_get_title (page),
               purpose != NULL ? purpose : "");
    }
}

static void
list_sources (KmLibrary *library)
{
  GPtrArray *sources = km_library_get_sources (library);

  for (guint i = 0; i < sources->len; i++)
    {
      const KmSource *source = g_ptr_array_index (sources, i);

      g_print ("%s\t%s\t%u\t%s\t%s\n", source->id, source->kind, source->year, source->read,
               source->title);
    }
}

/**
 * km_cli_list: (skip)
 * @library: the library
 * @arguments: what to list
 *
 * One item a line, tab separated, the id first.
 *
 * Returns: a #KmExit
 */
int
km_cli_list (KmLibrary *library, char **arguments)
{
  const char *kind = arguments[0];

  if (kind == NULL || arguments[1] != NULL)
    return km_cli_fail (_ ("list: give one of spots, questions, conditions, guides, exercises, "
                           "sources"));
  if (g_str_equal (kind, "spots"))
    list_spots (library);
  else if (g_str_equal (kind, "questions"))
    list_questions (library);
  else if (g_str_equal (kind, "conditions"))
    list_conditions (library);
  else if (g_str_equal (kind, "guides"))
    list_pages (library, KM_PAGE_GUIDE);
  else if (g_str_equal (kind, "exercises"))
    list_pages (library, KM_PAGE_EXERCISE);
  else if (g_str_equal (kind, "sources"))
    list_sources (library);
  else
    return km_cli_fail (_ ("list: unknown kind “%s”; allowed: spots, questions, conditions, "
                           "guides, exercises, sources"),
                        kind);
  return KM_EXIT_OK;
}

/**
 * km_cli_show: (skip)
 * @library: the library
 * @arguments: id of a page
 *
 * Returns: a #KmExit
 */
int
km_cli_show (KmLibrary *library, char **arguments)
{
  KmPage *page;
  g_autofree char *text = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return km_cli_fail (_ ("show: give the id of one page"));
  if (g_str_has_prefix (arguments[0], KM_GLOSSARY_PREFIX))
    {
      const KmTerm *term
          = km_library_get_term (library, arguments[0] + strlen (KM_GLOSSARY_PREFIX));

      if (term != NULL)
        {
          text = km_plain_text_from_term (term);
          g_print ("%s", text);
          return KM_EXIT_OK;
        }
    }
  page = km_library_get_page (library, arguments[0]);
  if (page == NULL)
    return km_cli_fail (_ ("show: there is no page “%s”; allowed: the ids of “kneemap list "
                           "conditions”, “guides” and “exercises”"),
                        arguments[0]);
  text = km_plain_text_from_page (library, page);
  g_print ("%s", text);
  return KM_EXIT_OK;
}
