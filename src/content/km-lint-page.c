/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-lint.h"

#include <glib/gi18n.h>
#include <string.h>

/* The sections of a page in order; those in brackets may be missing. */
static const char *const everyday[]
    = { "summary", "where",   "feel",    "who",  "week",      "exercises", "clinician", "time",
        "return",  "prevent", "nothing", "seen", "questions", "differ",    "uncertain", NULL };
static const char *const serious[]
    = { "now",    "summary", "where",   "feel", "who",         "wait",   "clinician", "time",
        "return", "prevent", "nothing", "seen", "(questions)", "differ", "uncertain", NULL };
static const char *const exercise[]
    = { "summary", "picture", "need", "before", "steps",     "check",
        "dose",    "level",   "stop", "serves", "uncertain", NULL };
static const char *const guide[] = { "summary", NULL };

static const char *const *
sections_of (const xmlNode *root)
{
  g_autofree char *kind = km_xml_get (root, "kind");

  if (km_xml_is (root, "exercise"))
    return exercise;
  if (km_xml_is (root, "guide"))
    return guide;
  return g_strcmp0 (kind, "serious") == 0 ? serious : everyday;
}

static gboolean
is_optional (const char *kind)
{
  return kind[0] == '(';
}

static gboolean
same_kind (const char *listed, const char *kind)
{
  if (is_optional (listed))
    return strncmp (listed + 1, kind, strlen (listed) - 2) == 0
           && strlen (kind) == strlen (listed) - 2;
  return g_str_equal (listed, kind);
}

static int
position_in (const char *const *sections, const char *kind)
{
  for (int i = 0; sections[i] != NULL; i++)
    if (same_kind (sections[i], kind))
      return i;
  return -1;
}

static void
check_present (KmLint *lint, const xmlNode *page, const char *const *sections)
{
  for (const char *const *wanted = sections; *wanted != NULL; wanted++)
    {
      gboolean found = is_optional (*wanted);

      for (const xmlNode *node = km_xml_first (page); node != NULL; node = km_xml_next (node))
        {
          g_autofree char *kind = km_xml_get (node, "kind");

          found = found || (kind != NULL && same_kind (*wanted, kind));
        }
      if (!found)
        km_lint_error (lint, page, _ ("missing section “%s”"), *wanted);
    }
}

static void
check_order (KmLint *lint, const xmlNode *page, const char *const *sections)
{
  int last = -1;
  g_autofree char *last_kind = NULL;

  for (const xmlNode *node = km_xml_first (page); node != NULL; node = km_xml_next (node))
    {
      g_autofree char *kind = km_xml_get (node, "kind");
      int position = kind != NULL ? position_in (sections, kind) : -1;

      if (position < 0)
        km_lint_error (lint, node, _ ("a page of this kind has no section “%s”"),
                       kind != NULL ? kind : "");
      else if (position == last)
        km_lint_error (lint, node, _ ("section “%s” twice"), kind);
      else if (position < last)
        km_lint_error (lint, node, _ ("section “%s” must come before “%s”"), kind, last_kind);
      if (position > last)
        {
          last = position;
          g_free (last_kind);
          last_kind = g_steal_pointer (&kind);
        }
    }
}

static void
check_block_ids (KmLint *lint, const xmlNode *parent, GHashTable *seen)
{
  for (const xmlNode *node = km_xml_first (parent); node != NULL; node = km_xml_next (node))
    {
      char *id = km_xml_get (node, "id");

      if (id != NULL && g_hash_table_contains (seen, id))
        km_lint_error (lint, node, _ ("the id “%s” is used twice in this page"), id);
      if (id != NULL)
        g_hash_table_add (seen, id);
      check_block_ids (lint, node, seen);
    }
}

static gboolean
has_digit (const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);
  gboolean found = text != NULL && strpbrk ((const char *) text, "0123456789") != NULL;

  xmlFree (text);
  return found;
}

static void
check_doses (KmLint *lint, const xmlNode *root, const xmlNode *page)
{
  const xmlNode *dose = km_xml_child (root, "dose");

  if (dose != NULL && !has_digit (dose))
    km_lint_error (lint, dose, _ ("a dose without a number"));
  for (const xmlNode *section = km_xml_first (page); section != NULL;
       section = km_xml_next (section))
    {
      g_autofree char *kind = km_xml_get (section, "kind");

      if (g_strcmp0 (kind, "dose") == 0 && !has_digit (section))
        km_lint_error (lint, section, _ ("a dose without a number"));
      if (g_strcmp0 (kind, "exercises") != 0)
        continue;
      for (const xmlNode *row = km_xml_first (km_xml_child (section, "table")); row != NULL;
           row = km_xml_next (row))
        if (km_xml_is (row, "row") && !has_digit (xmlLastElementChild ((xmlNode *) row)))
          km_lint_error (lint, row, _ ("a dose without a number"));
    }
}

/**
 * km_lint_page:
 * @lint: a check
 * @root: the root of a condition, guide or exercise
 *
 * Checks that the page has its sections, in order, that no block id is used twice, and that doses
 * are numbers.
 */
void
km_lint_page (KmLint *lint, const xmlNode *root)
{
  const xmlNode *page = km_xml_child (root, "page");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (page == NULL)
    return;
  check_present (lint, page, sections_of (root));
  if (!km_xml_is (root, "guide"))
    check_order (lint, page, sections_of (root));
  check_block_ids (lint, page, seen);
  check_doses (lint, root, page);
}
