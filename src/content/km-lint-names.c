/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-lint.h"

#include <glib/gi18n.h>

static gboolean
is_page (KmLibrary *library, const char *id)
{
  return km_library_get_page (library, id) != NULL;
}

static gboolean
is_page_of (KmLibrary *library, const char *id, KmPageKind kind)
{
  KmPage *page = km_library_get_page (library, id);

  return page != NULL && km_page_get_kind (page) == kind;
}

static gboolean
is_question_page (KmLibrary *library, const char *id)
{
  return is_page_of (library, id, KM_PAGE_QUESTION);
}

static gboolean
is_exercise (KmLibrary *library, const char *id)
{
  return is_page_of (library, id, KM_PAGE_EXERCISE);
}

static gboolean
is_condition (KmLibrary *library, const char *id)
{
  return km_library_get_condition (library, id) != NULL;
}

static gboolean
is_term (KmLibrary *library, const char *id)
{
  return km_library_get_term (library, id) != NULL;
}

static gboolean
is_spot (KmLibrary *library, const char *id)
{
  return km_library_get_spot (library, id) != NULL;
}

static gboolean
is_structure (KmLibrary *library, const char *id)
{
  return km_library_get_structure (library, id) != NULL;
}

static gboolean
is_source (KmLibrary *library, const char *id)
{
  return g_str_equal (id, KM_SOURCE_PRACTICE) || g_str_equal (id, KM_SOURCE_NONE)
         || km_library_get_source (library, id) != NULL;
}

static gboolean
is_extra (KmLibrary *library, const char *id)
{
  return km_library_get_extra (library, id) != NULL;
}

/* Every attribute that names something, on whichever element. */
static const struct
{
  const char *element; /* NULL: any */
  const char *attribute;
  gboolean (*exists) (KmLibrary *library, const char *id);
} names[] = {
  { "link", "to", is_page },
  { "option", "page", is_page },
  { "term", "ref", is_term },
  { NULL, "spots", is_spot },
  { NULL, "structures", is_structure },
  { NULL, "source", is_source },
  { "ask", "questions", is_question_page },
  { "figure", "exercise", is_exercise },
  { "exercise", "conditions", is_condition },
  { "flag", "points-to", is_condition },
  { "flag", "extra", is_extra },
  { "urgent", "extra", is_extra },
};

static void
complain (KmLint *lint, const xmlNode *node, const char *attribute, const char *id)
{
  if (g_str_equal (attribute, "to") || g_str_equal (attribute, "page"))
    km_lint_error (lint, node, _ ("dead link: there is no page “%s”"), id);
  else if (g_str_equal (attribute, "ref"))
    km_lint_error (lint, node, _ ("there is no glossary entry “%s”"), id);
  else if (g_str_equal (attribute, "spots"))
    km_lint_error (lint, node, _ ("unknown spot “%s”"), id);
  else if (g_str_equal (attribute, "structures"))
    km_lint_error (lint, node, _ ("unknown structure “%s”"), id);
  else if (g_str_equal (attribute, "source"))
    km_lint_error (lint, node, _ ("unknown source “%s”"), id);
  else if (g_str_equal (attribute, "questions"))
    km_lint_error (lint, node, _ ("there is no answered question “%s”"), id);
  else if (g_str_equal (attribute, "exercise"))
    km_lint_error (lint, node, _ ("there is no exercise “%s”"), id);
  else if (g_str_equal (attribute, "extra"))
    km_lint_error (lint, node, _ ("there is no extra line “%s”"), id);
  else
    km_lint_error (lint, node, _ ("there is no condition “%s”"), id);
}

static void
check_names (KmLint *lint, const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) words = NULL;

      if (names[i].element != NULL && !km_xml_is (node, names[i].element))
        continue;
      words = km_xml_get_words (node, names[i].attribute);
      for (char **word = words; word != NULL && *word != NULL; word++)
        if (!names[i].exists (lint->library, *word))
          complain (lint, node, names[i].attribute, *word);
    }
}

/* A picture marks what its view shows; places off the drawings are on none. The map of a condition
 * also lists places that its view does not show. */
static void
check_view (KmLint *lint, const xmlNode *node)
{
  g_autofree char *view = km_xml_get (node, "view");
  g_auto (GStrv) spots = km_xml_get_words (node, "spots");
  int value;

  if (!km_xml_is (node, "picture") || !km_enum_from_nick (KM_TYPE_VIEW, view, &value))
    return;
  for (char **id = spots; id != NULL && *id != NULL; id++)
    {
      const KmSpot *spot = km_library_get_spot (lint->library, *id);

      if (spot != NULL && spot->views != 0 && !km_spot_is_on (spot, value))
        km_lint_error (lint, node, _ ("the spot “%s” is not drawn on the view “%s”"), *id, view);
    }
}

/* Every attribute that takes one of a few words. */
static const struct
{
  const char *element; /* NULL: any */
  const char *attribute;
  GType (*get_type) (void);
} choices[] = {
  { "condition", "urgency", km_urgency_get_type },
  { "urgent", "level", km_urgency_get_type },
  { "flag", "level", km_urgency_get_type },
  { NULL, "view", km_view_get_type },
  { NULL, "layer", km_layer_get_type },
  { "option", "strength", km_strength_get_type },
};

static char *
dup_nicks (GType type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);
  return g_string_free (string, FALSE);
}

static void
check_choices (KmLint *lint, const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *word = NULL;
      g_autofree char *nicks = NULL;
      int value;

      if (choices[i].element != NULL && !km_xml_is (node, choices[i].element))
        continue;
      word = km_xml_get (node, choices[i].attribute);
      if (word == NULL || km_enum_from_nick (choices[i].get_type (), word, &value))
        continue;
      nicks = dup_nicks (choices[i].get_type ());
      /* Translators: an attribute of a content file, its value, and the values it may have */
      km_lint_error (lint, node, _ ("%s cannot be “%s”; expected one of %s"), choices[i].attribute,
                     word, nicks);
    }
}

/* Text that states something says what it rests on. */
static void
check_sourced (KmLint *lint, const xmlNode *node)
{
  static const char *const sourced[]
      = { "p",       "warning", "row",   "picture", "figure",   "print", "urgent",
          "meaning", "dose",    "prior", "flag",    "question", NULL };
  gboolean needs = FALSE;

  for (const char *const *name = sourced; *name != NULL; name++)
    needs = needs || km_xml_is (node, *name);
  needs = needs || (km_xml_is (node, "item") && km_xml_is (node->parent, "list"));
  needs = needs || (km_xml_is (node, "step") && km_xml_is (node->parent, "steps"));
  needs = needs || (km_xml_is (node, "option") && km_xml_is (node->parent, "finding"));
  if (needs && !km_xml_has (node, "source"))
    km_lint_error (lint, node, _ ("<%s> names no source (a key, “practice” or “none”)"),
                   node->name);
}

/**
 * km_lint_names:
 * @lint: a check
 * @root: an element
 *
 * Checks that every id in @root and below names something, and that every block names a source.
 */
void
km_lint_names (KmLint *lint, const xmlNode *root)
{
  check_names (lint, root);
  check_choices (lint, root);
  check_view (lint, root);
  check_sourced (lint, root);
  for (const xmlNode *node = km_xml_first (root); node != NULL; node = km_xml_next (node))
    km_lint_names (lint, node);
}
