/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-spot-names.h"

#include <glib/gi18n.h>

/* Whole phrases, so that each language can put the parts in its own order. */
static const char *const in_view[KM_N_VIEWS][3] = {
  /* Translators: a sore spot, as a screen reader says it: "Outer bump, right knee, outer side". */
  { N_ ("%s, left knee, front"), N_ ("%s, right knee, front"), N_ ("%s, both knees, front") },
  { N_ ("%s, left knee, outer side"), N_ ("%s, right knee, outer side"),
    N_ ("%s, both knees, outer side") },
  { N_ ("%s, left knee, inner side"), N_ ("%s, right knee, inner side"),
    N_ ("%s, both knees, inner side") },
  { N_ ("%s, left knee, behind"), N_ ("%s, right knee, behind"), N_ ("%s, both knees, behind") },
  { N_ ("%s, left knee, bent"), N_ ("%s, right knee, bent"), N_ ("%s, both knees, bent") },
};

static const char *const on_knee[3] = {
  /* Translators: a sore spot and the knee it is on: "Outer bump, right knee". */
  N_ ("%s, left knee"),
  N_ ("%s, right knee"),
  N_ ("%s, both knees"),
};

static const char *const views[KM_N_VIEWS][3] = {
  /* Translators: what the drawing shows. */
  { N_ ("Left knee, front"), N_ ("Right knee, front"), N_ ("Both knees, front") },
  { N_ ("Left knee, outer side"), N_ ("Right knee, outer side"), N_ ("Both knees, outer side") },
  { N_ ("Left knee, inner side"), N_ ("Right knee, inner side"), N_ ("Both knees, inner side") },
  { N_ ("Left knee, behind"), N_ ("Right knee, behind"), N_ ("Both knees, behind") },
  { N_ ("Left knee, bent"), N_ ("Right knee, bent"), N_ ("Both knees, bent") },
};

/**
 * km_spot_name_in_view:
 * @name: name of a spot
 * @side: which knee
 * @view: which drawing
 *
 * Returns: (transfer full): the spot with its knee and view, for assistive technology
 */
char *
km_spot_name_in_view (const char *name, KmSide side, KmView view)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (in_view[view][side]), name);
#pragma GCC diagnostic pop
}

/**
 * km_spot_name_on_knee:
 * @name: name of a spot
 * @side: which knee
 *
 * Returns: (transfer full): the spot with its knee
 */
char *
km_spot_name_on_knee (const char *name, KmSide side)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (on_knee[side]), name);
#pragma GCC diagnostic pop
}

static int
compare_priors (gconstpointer a, gconstpointer b)
{
  const KmCondition *first = *(const KmCondition *const *) a;
  const KmCondition *second = *(const KmCondition *const *) b;

  return first->prior > second->prior ? -1 : first->prior < second->prior;
}

/* (element-type KmCondition): what is typically felt at the spot, most common first. */
static GPtrArray *
list_conditions (KmLibrary *library, const char *spot_id)
{
  GPtrArray *all = km_library_get_conditions (library);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const KmCondition *condition = g_ptr_array_index (all, i);

      if (condition->spots != NULL
          && g_strv_contains ((const char *const *) condition->spots, spot_id))
        g_ptr_array_add (found, (gpointer) condition);
    }
  g_ptr_array_sort (found, compare_priors);
  return found;
}

/**
 * km_spot_conditions:
 * @library: the guide
 * @spot_id: a spot
 *
 * Returns: (transfer full) (nullable): everyday names of the conditions that are typically felt
 * there, the three most common ones at most, or %NULL when there is none
 */
char *
km_spot_conditions (KmLibrary *library, const char *spot_id)
{
  static const char *const lists[] = {
    NULL,
    "%s",
    /* Translators: conditions found at a spot: "Kneecap pain, Bursitis". */
    N_ ("%s, %s"),
    N_ ("%s, %s, %s"),
    /* Translators: three conditions found at a spot, and there are more. */
    N_ ("%s, %s, %s …"),
  };
  g_autoptr (GPtrArray) found = list_conditions (library, spot_id);
  const char *names[3] = { NULL };

  if (found->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (found->len, G_N_ELEMENTS (names)); i++)
    names[i] = ((const KmCondition *) g_ptr_array_index (found, i))->short_name;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
  return g_strdup_printf (_ (lists[MIN (found->len, 4)]), names[0], names[1], names[2]);
#pragma GCC diagnostic pop
}

/**
 * km_spot_description:
 * @library: the guide
 * @spot_id: a spot
 *
 * Returns: (transfer full): what lies there and, once the library is filled, what is typically felt
 * there, for assistive technology; empty for an unknown spot
 */
char *
km_spot_description (KmLibrary *library, const char *spot_id)
{
  const KmSpot *spot = km_library_get_spot (library, spot_id);
  g_autofree char *conditions
      = km_library_is_filled (library) ? km_spot_conditions (library, spot_id) : NULL;
  const char *sentence = spot != NULL && spot->sentence != NULL ? spot->sentence : "";

  if (conditions == NULL)
    return g_strdup (sentence);
  /* Translators: what lies at a spot of the knee, a whole sentence, and what is felt there: "The
   * tendon under the kneecap. Often felt here: Kneecap tendon pain, Bursitis". */
  return g_strdup_printf (_ ("%s Often felt here: %s"), sentence, conditions);
}

/**
 * km_view_name:
 * @side: which knee
 * @view: which drawing
 *
 * Returns: (transfer none): what the drawing shows
 */
const char *
km_view_name (KmSide side, KmView view)
{
  return _ (views[view][side]);
}

/**
 * km_view_orientation:
 * @view: which drawing
 * @mirrored: whether it shows the left knee
 * @left: (out): the word for the viewer's left
 * @right: (out): the word for the viewer's right
 */
void
km_view_orientation (KmView view, gboolean mirrored, const char **left, const char **right)
{
  static const char *const words[KM_N_VIEWS][2] = {
    /* Translators: sides of the knee, standing left and right of the drawing. */
    { N_ ("Outer"), N_ ("Inner") }, { N_ ("Back"), N_ ("Front") },  { N_ ("Front"), N_ ("Back") },
    { N_ ("Inner"), N_ ("Outer") }, { N_ ("Outer"), N_ ("Inner") },
  };

  *left = _ (words[view][mirrored ? 1 : 0]);
  *right = _ (words[view][mirrored ? 0 : 1]);
}

/**
 * km_structure_label:
 * @structure: a structure
 *
 * Returns: (transfer full): its everyday name, with the medical one behind it where that helps
 */
char *
km_structure_label (const KmStructure *structure)
{
  if (structure->medical == NULL || *structure->medical == '\0')
    return g_strdup (structure->name);
  /* Translators: a part of the knee, everyday name and medical name: "Kneecap (Patella)". */
  return g_strdup_printf (_ ("%s (%s)"), structure->name, structure->medical);
}
