/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

#include <glib/gi18n.h>

/**
 * km_load_error:
 * @load: a library being filled
 * @node: where it is
 * @format: what is wrong, as for printf()
 * @...: arguments of @format
 *
 * Adds an error about the file being loaded.
 */
void
km_load_error (KmLoad *load, const xmlNode *node, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  km_issues_add (load->issues, KM_SEVERITY_ERROR, load->file, km_xml_line (node), "%s", text);
}

/**
 * km_load_taken:
 * @load: a library being filled
 * @node: an element whose id is taken
 *
 * Adds the error that an id is used twice.
 */
void
km_load_taken (KmLoad *load, const xmlNode *node)
{
  g_autofree char *id = km_load_dup_id (node);

  km_load_error (load, node, _ ("the id “%s” is taken already"), id);
}

/**
 * km_load_dup_id:
 * @node: an element
 *
 * Returns: (transfer full): its id, empty when it has none
 */
char *
km_load_dup_id (const xmlNode *node)
{
  char *id = km_xml_get (node, "id");

  return id != NULL ? id : g_strdup ("");
}

/**
 * km_load_child_text:
 * @node: an element
 * @name: name of a child element
 *
 * Returns: (transfer full): the text of that child in the language of the user, empty without one
 */
char *
km_load_child_text (const xmlNode *node, const char *name)
{
  const xmlNode *child = km_xml_child (node, name);

  return child != NULL ? km_message_dup_text (child) : g_strdup ("");
}

/**
 * km_load_child_raw:
 * @node: an element
 * @name: name of a child element
 *
 * Returns: (transfer full) (nullable): the text of that child as it stands, never translated
 */
char *
km_load_child_raw (const xmlNode *node, const char *name)
{
  const xmlNode *child = km_xml_child (node, name);
  xmlChar *content;
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  if (child == NULL)
    return NULL;
  content = xmlNodeGetContent (child);
  words = g_strsplit_set ((const char *) content, " \t\r\n", -1);
  xmlFree (content);
  kept = g_ptr_array_new ();
  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (kept, *word);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}

/**
 * km_load_child_texts:
 * @node: an element
 * @list: name of a child element that is a list
 * @item: name of the elements in the list
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): their texts, or %NULL without a
 *   list
 */
char **
km_load_child_texts (const xmlNode *node, const char *list, const char *item)
{
  const xmlNode *parent = km_xml_child (node, list);
  GStrvBuilder *builder;
  char **texts;

  if (parent == NULL)
    return NULL;
  builder = g_strv_builder_new ();
  for (const xmlNode *child = km_xml_first (parent); child != NULL; child = km_xml_next (child))
    if (km_xml_is (child, item))
      {
        g_autofree char *text = km_message_dup_text (child);

        g_strv_builder_add (builder, text);
      }
  texts = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return texts;
}

/**
 * km_load_sources_of:
 * @node: an element
 *
 * Returns: (transfer full) (array zero-terminated=1): its source keys, possibly none
 */
char **
km_load_sources_of (const xmlNode *node)
{
  char **sources = km_xml_get_words (node, "source");

  return sources != NULL ? sources : g_new0 (char *, 1);
}

/**
 * km_load_text:
 * @node: an element with inline text
 *
 * Returns: (transfer full): its text with its id and sources
 */
KmText *
km_load_text (const xmlNode *node)
{
  KmText *text = km_text_new ();

  text->id = km_xml_get (node, "id");
  g_ptr_array_unref (text->runs);
  text->runs = km_message_dup_runs (node);
  g_strfreev (text->sources);
  text->sources = km_load_sources_of (node);
  return text;
}
