/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Content is written in English and translated at run time. resources/its/kneemap.its tells
 * xgettext which elements to extract; what it extracts and what is looked up here must be the same
 * string, byte by byte. A test compares them for every shipped file. */
#include "config.h"

#include "km-message.h"

#include <glib/gi18n.h>
#include <string.h>

/* Elements whose text is so short that a translator must know what it is: their name is the
 * context. The same list stands in kneemap.its. */
static const char *const with_context[]
    = { "heading", "label", "name", "short", "title", "word", NULL };

/**
 * km_message_get_context:
 * @node: an element with text
 *
 * Returns: (transfer none) (nullable): the context of its message
 */
const char *
km_message_get_context (const xmlNode *node)
{
  for (const char *const *name = with_context; *name != NULL; name++)
    if (g_str_equal ((const char *) node->name, *name))
      return *name;
  return NULL;
}

static KmRun *
run_of_element (const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);
  g_autofree char *target = NULL;
  KmRun *run;

  if (km_xml_is (node, "link"))
    target = km_xml_get (node, "to");
  else if (km_xml_is (node, "term"))
    target = km_xml_get (node, "ref");
  run = km_run_new (km_xml_is (node, "link")   ? KM_RUN_LINK
                    : km_xml_is (node, "term") ? KM_RUN_TERM
                                               : KM_RUN_STRONG,
                    (const char *) text, target);
  xmlFree (text);
  return run;
}

static void
append_text (GPtrArray *runs, const char *text)
{
  KmRun *last = runs->len > 0 ? g_ptr_array_index (runs, runs->len - 1) : NULL;

  if (last != NULL && last->kind == KM_RUN_TEXT)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
    }
  else
    g_ptr_array_add (runs, km_run_new (KM_RUN_TEXT, text, NULL));
}

/* White space becomes one space each. */
static void
collapse (char *text)
{
  char *out = text;

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      *out++ = *at;
    else if (out == text || out[-1] != ' ')
      *out++ = ' ';
  *out = '\0';
}

static void
drop_empty_text (GPtrArray *runs, guint position)
{
  const KmRun *run = g_ptr_array_index (runs, position);

  if (run->kind == KM_RUN_TEXT && run->text[0] == '\0')
    g_ptr_array_remove_index (runs, position);
}

static void
trim (GPtrArray *runs)
{
  KmRun *run;

  if (runs->len == 0)
    return;
  run = g_ptr_array_index (runs, 0);
  if (run->kind == KM_RUN_TEXT)
    g_strchug (run->text);
  run = g_ptr_array_index (runs, runs->len - 1);
  if (run->kind == KM_RUN_TEXT)
    g_strchomp (run->text);
  drop_empty_text (runs, runs->len - 1);
  if (runs->len > 0)
    drop_empty_text (runs, 0);
}

static GPtrArray *
collect_runs (const xmlNode *parent)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) km_run_free);

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      append_text (runs, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE)
      g_ptr_array_add (runs, run_of_element (node));
  for (guint i = 0; i < runs->len; i++)
    collapse (((KmRun *) g_ptr_array_index (runs, i))->text);
  trim (runs);
  return runs;
}

static void
append_escaped (GString *string, const char *text, gboolean attribute)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '&')
      g_string_append (string, "&amp;");
    else if (*at == '<')
      g_string_append (string, "&lt;");
    else if (*at == '>')
      g_string_append (string, "&gt;");
    else if (*at == '"' && attribute)
      g_string_append (string, "&quot;");
    else
      g_string_append_c (string, *at);
}

static void
append_run (GString *string, const KmRun *run)
{
  static const char *const elements[] = { NULL, "b", "link", "term" };
  static const char *const attributes[] = { NULL, NULL, "to", "ref" };

  if (elements[run->kind] != NULL)
    g_string_append_printf (string, "<%s", elements[run->kind]);
  if (attributes[run->kind] != NULL)
    {
      g_string_append_printf (string, " %s=\"", attributes[run->kind]);
      append_escaped (string, run->target != NULL ? run->target : "", TRUE);
      g_string_append_c (string, '"');
    }
  if (elements[run->kind] != NULL)
    g_string_append_c (string, '>');
  append_escaped (string, run->text, FALSE);
  if (elements[run->kind] != NULL)
    g_string_append_printf (string, "</%s>", elements[run->kind]);
}

static char *
runs_to_id (GPtrArray *runs)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    append_run (string, g_ptr_array_index (runs, i));
  return g_string_free (string, FALSE);
}

/**
 * km_message_dup_id:
 * @node: an element with text
 *
 * Returns: (transfer full): its text as xgettext extracts it: mark-up kept, white space collapsed
 */
char *
km_message_dup_id (const xmlNode *node)
{
  g_autoptr (GPtrArray) runs = collect_runs (node);

  return runs_to_id (runs);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* The mark-up of runs, in an order that does not depend on the language. */
static char *
dup_shape (GPtrArray *runs)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < runs->len; i++)
    {
      const KmRun *run = g_ptr_array_index (runs, i);

      if (run->kind != KM_RUN_TEXT)
        g_ptr_array_add (
            parts, g_strdup_printf ("%d %s", run->kind, run->target != NULL ? run->target : ""));
    }
  g_ptr_array_sort (parts, compare_strings);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("\n", (char **) parts->pdata);
}

static gboolean
is_inline_only (const xmlNode *parent)
{
  for (const xmlNode *node = km_xml_first (parent); node != NULL; node = km_xml_next (node))
    if (km_xml_first (node) != NULL
        || (!km_xml_is (node, "b") && !km_xml_is (node, "link") && !km_xml_is (node, "term")))
      return FALSE;
  return TRUE;
}

/* A translation as runs; NULL when it is not well-formed or has other mark-up than the source. */
static GPtrArray *
parse_translation (const char *translation, GPtrArray *source)
{
  g_autofree char *fragment = g_strconcat ("<t>", translation, "</t>", NULL);
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (xmlDoc) doc = km_xml_read ("", fragment, strlen (fragment), issues);
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *shape = dup_shape (source);
  g_autofree char *new_shape = NULL;

  if (doc == NULL || !is_inline_only (xmlDocGetRootElement (doc)))
    return NULL;
  runs = collect_runs (xmlDocGetRootElement (doc));
  new_shape = dup_shape (runs);
  return runs->len > 0 && g_str_equal (shape, new_shape) ? g_steal_pointer (&runs) : NULL;
}

/**
 * km_message_dup_runs:
 * @node: an element with inline text
 *
 * The text of @node in the language of the user. A translation that is not well-formed, or that
 * links elsewhere than the source, is not used.
 *
 * Returns: (transfer full) (element-type KmRun): its words
 */
GPtrArray *
km_message_dup_runs (const xmlNode *node)
{
  g_autoptr (GPtrArray) runs = collect_runs (node);
  g_autofree char *id = runs_to_id (runs);
  const char *context = km_message_get_context (node);
  const char *translation = id;
  GPtrArray *translated;

  if (id[0] != '\0')
    translation = context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, id)
                                  : g_dgettext (GETTEXT_PACKAGE, id);
  if (translation == id || g_str_equal (translation, id))
    return g_steal_pointer (&runs);
  translated = parse_translation (translation, runs);
  return translated != NULL ? translated : g_steal_pointer (&runs);
}

/**
 * km_message_dup_text:
 * @node: an element with plain text
 *
 * Returns: (transfer full): its text in the language of the user, without mark-up
 */
char *
km_message_dup_text (const xmlNode *node)
{
  g_autoptr (GPtrArray) runs = km_message_dup_runs (node);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    g_string_append (string, ((KmRun *) g_ptr_array_index (runs, i))->text);
  return g_string_free (string, FALSE);
}
