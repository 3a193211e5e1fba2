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
