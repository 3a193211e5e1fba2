/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visit sheet: the marked knee, on the views that show the chosen spots best. */
#include "config.h"

#include "km-visit.h"

#include <glib/gi18n.h>

/* More pictures than this would be too small to be of use. */
#define MAX_PICTURES 4

/* More names than this stand in two columns. */
#define MANY_SPOTS 6

/* The view that a doctor expects for an area; -1 when the drawing has to tell. */
static int
find_usual_view (const KmSpot *spot)
{
  static const struct
  {
    const char *area;
    KmView view;
  } usual[] = {
    { "front", KM_VIEW_FRONT }, { "above", KM_VIEW_FRONT }, { "below", KM_VIEW_FRONT },
    { "inner", KM_VIEW_INNER }, { "outer", KM_VIEW_OUTER }, { "behind", KM_VIEW_BEHIND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_strcmp0 (spot->area, usual[i].area) == 0 && km_spot_is_on (spot, usual[i].view))
      return (int) usual[i].view;
  return -1;
}

/* Else the largest size on the drawing wins; the bent knee comes last, since a doctor expects the
 * others. */
static int
find_best_view (const KmVisit *visit, const KmSpot *spot)
{
  int usual = find_usual_view (spot);
  double most = 0;
  int best = -1;

  if (usual >= 0)
    return usual;
  for (int view = 0; view < KM_N_VIEWS; view++)
    {
      KmDrawing *drawing = km_spot_is_on (spot, (KmView) view)
                               ? km_atlas_get_drawing (visit->atlas, (KmView) view, NULL)
                               : NULL;
      const KmMask *mask
          = drawing != NULL ? km_drawing_get_mask (drawing, spot->id, FALSE, NULL) : NULL;
      KmBounds bounds;
      double area;

      if (mask == NULL || (view == KM_VIEW_BELOW && best >= 0))
        continue;
      bounds = km_mask_get_bounds (mask);
      area = bounds.width * bounds.height;
      if (area > most)
        {
          most = area;
          best = view;
        }
    }
  return best;
}

/* A view, with the spots it shows best. */
typedef struct
{
  GPtrArray *spots;
  GArray *numbers;
} Shown;

static void
shown_clear (Shown *shown)
{
  g_clear_pointer (&shown->spots, g_ptr_array_unref);
  g_clear_pointer (&shown->numbers, g_array_unref);
}

/* Which spots go on which view, numbered in the order in which they were chosen. */
static guint
distribute (const KmVisit *visit, Shown *views)
{
  const char *const *spots = km_answers_get (visit->answers, KM_KEY_SPOT);
  guint n_views = 0;

  for (guint number = 1; spots != NULL && *spots != NULL; spots++, number++)
    {
      const KmSpot *spot = km_library_get_spot (visit->library, *spots);
      int view = spot != NULL ? find_best_view (visit, spot) : -1;

      if (view < 0)
        continue;
      if (views[view].spots == NULL)
        {
          views[view].spots = g_ptr_array_new ();
          views[view].numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          n_views++;
        }
      g_ptr_array_add (views[view].spots, spot->id);
      g_array_append_val (views[view].numbers, number);
    }
  return n_views;
}

static const char *
describe (KmView view, gboolean left)
{
  switch (view)
    {
    case KM_VIEW_OUTER:
      return left ? _ ("Left knee, outer side") : _ ("Right knee, outer side");
    case KM_VIEW_INNER:
      return left ? _ ("Left knee, inner side") : _ ("Right knee, inner side");
    case KM_VIEW_BEHIND:
      return left ? _ ("Left knee, from behind") : _ ("Right knee, from behind");
    case KM_VIEW_BELOW:
      return left ? _ ("Left knee, bent") : _ ("Right knee, bent");
    case KM_VIEW_FRONT:
    default:
      return left ? _ ("Left knee, from the front") : _ ("Right knee, from the front");
    }
}

static KmFlow *
make_picture (const KmVisit *visit,
              KmFlow *flow,
              KmView view,
              const Shown *shown,
              gboolean left,
              double width)
{
  KmFlow *column = km_flow_new_column (flow, width);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KmPrintPicture *picture;

  for (guint i = 0; i < shown->spots->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (shown->spots, i));
  g_ptr_array_add (ids, NULL);
  picture = km_print_picture_new_knee (visit->atlas, view, KM_LAYER_SKIN, NULL,
                                       (const char *const *) ids->pdata, left);
  km_print_picture_set_numbers (picture, (const guint *) (void *) shown->numbers->data);
  km_flow_add_picture (column, picture, width, width * km_print_picture_get_ratio (picture));
  km_flow_add_text (column, KM_INK_SMALL, describe (view, left));
  return column;
}

static void
add_pictures (KmFlow *flow, GPtrArray *pictures, double width, double gutter)
{
  for (guint i = 0; i < pictures->len; i += 2)
    {
      double x[] = { 0, width + gutter };

      km_flow_gap (flow, 0.5);
      km_flow_add_columns (flow, (KmFlow **) pictures->pdata + i, x, MIN (2, pictures->len - i));
    }
}

/* Left knees are the drawings mirrored. With both knees, both are shown while there is room. */
static void
add_drawings (const KmVisit *visit, KmFlow *flow, Shown *views, guint n_views)
{
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) km_flow_free);
  gboolean both = km_answers_has_option (visit->answers, KM_KEY_SIDE, "both");
  gboolean left = km_answers_has_option (visit->answers, KM_KEY_SIDE, "left");
  gboolean twice = both && 2 * n_views <= MAX_PICTURES;
  double gutter = km_flow_get_font_size (flow);
  double width = (km_flow_get_width (flow) - gutter) / 2;

  if (n_views == 1 && !twice)
    width *= 1.5;
  for (int view = 0; view < KM_N_VIEWS; view++)
    for (int knee = 0; knee < 2; knee++)
      if (views[view].spots != NULL && (twice || knee == (left ? 1 : 0)))
        g_ptr_array_add (pictures,
                         make_picture (visit, flow, (KmView) view, &views[view], knee == 1, width));
  add_pictures (flow, pictures, width, gutter);
}

static void
add_spot (const KmVisit *visit, KmFlow *flow, const char *id, guint number)
{
  const KmSpot *spot = km_library_get_spot (visit->library, id);
  g_autofree char *name = NULL;
  g_autofree char *mark = NULL;

  if (spot == NULL)
    return;
  name = g_markup_printf_escaped ("<b>%s</b>", spot->name);
  mark = spot->views != 0 ? g_strdup_printf ("<b>%u</b>", number) : g_strdup ("•");
  km_flow_gap (flow, 0.2);
  km_flow_add_marked (flow, KM_INK_BODY, mark, name);
}

/* The names of the numbered places, in two columns when they are many. */
static void
add_key (const KmVisit *visit, KmFlow *flow)
{
  const char *const *spots = km_answers_get (visit->answers, KM_KEY_SPOT);
  guint n = spots != NULL ? g_strv_length ((char **) spots) : 0;
  guint n_left = n > MANY_SPOTS ? (n + 1) / 2 : n;
  double gutter = km_flow_get_font_size (flow);
  double width = km_flow_get_width (flow);
  double half = n > MANY_SPOTS ? (width - gutter) / 2 : width;
  double x[] = { 0, half + gutter };
  g_autoptr (KmFlow) left = km_flow_new_column (flow, half);
  g_autoptr (KmFlow) right = km_flow_new_column (flow, half);

  for (guint i = 0; i < n; i++)
    add_spot (visit, i < n_left ? left : right, spots[i], i + 1);
  km_flow_add_columns (flow, (KmFlow *[]){ left, right }, x, n > MANY_SPOTS ? 2 : 1);
}

static void
add_side (const KmVisit *visit, KmFlow *flow)
{
  const char *const *sides = km_answers_get (visit->answers, KM_KEY_SIDE);
  const KmQuestion *question = km_library_get_question (visit->library, KM_KEY_SIDE);
  const KmOption *option
      = sides != NULL && question != NULL ? km_question_find_option (question, sides[0]) : NULL;

  km_flow_gap (flow, 0.3);
  km_flow_add_text (flow, KM_INK_BODY,
                    option != NULL ? option->statement
                                   : _ ("Which knee it is was not said. A right knee is shown."));
}

/**
 * km_visit_add_knee:
 * @visit: what the sheet is made from
 * @flow: gets the knee
 *
 * Adds the drawings that show the chosen spots, and the names of these.
 */
void
km_visit_add_knee (const KmVisit *visit, KmFlow *flow)
{
  Shown views[KM_N_VIEWS] = { 0 };
  guint n_views = distribute (visit, views);

  km_flow_add_heading (flow, KM_INK_HEADING, _ ("Where it hurts"));
  if (km_answers_has (visit->answers, KM_KEY_SPOT))
    add_side (visit, flow);
  else
    {
      km_flow_gap (flow, 0.3);
      km_flow_add_text (flow, KM_INK_BODY, _ ("No place was chosen."));
    }
  add_drawings (visit, flow, views, n_views);
  km_flow_gap (flow, 0.4);
  add_key (visit, flow);
  for (int view = 0; view < KM_N_VIEWS; view++)
    shown_clear (&views[view]);
}
