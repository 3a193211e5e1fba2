/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "km-diagram.h"
#include "km-knee.h"
#include "km-neighbours.h"
#include "km-spot-button.h"
#include "km-test-spots.h"
#include "km-test-window.h"

#define WIDTH 360
#define HEIGHT 520

static KmDiagram *
make (void)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (KmLibrary) library = km_test_load_spots ();
  KmDiagram *diagram = KM_DIAGRAM (km_diagram_new ());

  km_diagram_set_library (diagram, library);
  km_diagram_set_atlas (diagram, atlas);
  return diagram;
}

static gboolean
is_current (gpointer data)
{
  return km_diagram_is_current (data);
}

static void
show_view (KmDiagram *diagram, int view, KmSide side)
{
  km_diagram_set_side (diagram, side);
  km_diagram_set_view (diagram, (KmView) view);
  gtk_widget_queue_draw (GTK_WIDGET (diagram));
  km_test_wait (is_current, diagram);
  km_test_settle ();
}

static GPtrArray *
list_spots (KmDiagram *diagram)
{
  GPtrArray *spots = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (diagram)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (KM_IS_SPOT_BUTTON (child))
      g_ptr_array_add (spots, child);
  return spots;
}

/* ---- picking ------------------------------------------------------------------------------- */

typedef struct
{
  KmDiagram *diagram;
  double scale;
  KmPoint origin;
} Stage;

static Stage
find_stage (KmDiagram *diagram)
{
  int width = gtk_widget_get_width (GTK_WIDGET (diagram));
  int height = gtk_widget_get_height (GTK_WIDGET (diagram));
  int across = MIN (width, height * KM_DRAWING_WIDTH / KM_DRAWING_HEIGHT);
  Stage stage = { diagram, (double) across / KM_DRAWING_WIDTH, { 0, 0 } };

  stage.origin.x = (width - across) / 2;
  stage.origin.y = (height - across * KM_DRAWING_HEIGHT / KM_DRAWING_WIDTH) / 2;
  return stage;
}

static GtkWidget *
pick (const Stage *stage, double x, double y)
{
  GtkWidget *widget = GTK_WIDGET (stage->diagram);

  return gtk_widget_pick (widget, stage->origin.x + x * stage->scale,
                          stage->origin.y + y * stage->scale, GTK_PICK_DEFAULT);
}

/* From the middle of a part outwards: just inside its edge, just outside, and well outside. */
static void
check_edges (const Stage *stage, GtkWidget *spot, KmPoint middle)
{
  const KmMask *mask = km_spot_button_get_mask (KM_SPOT_BUTTON (spot));
  double pixel = 1 / stage->scale;

  for (int i = 0; i < 16; i++)
    {
      double dx = cos (i * G_PI / 8), dy = sin (i * G_PI / 8);
      double edge = 0;
      GtkWidget *found;

      while (km_mask_contains (mask, middle.x + dx * edge, middle.y + dy * edge, 0))
        edge += 0.25;
      edge -= 0.25 + pixel;
      found = pick (stage, middle.x + dx * edge, middle.y + dy * edge);
      g_assert_true (found == spot);
      /* Close by, it is this one or a neighbour; never nothing. */
      edge += 3 * pixel;
      found = pick (stage, middle.x + dx * edge, middle.y + dy * edge);
      g_assert_true (KM_IS_SPOT_BUTTON (found));
      while (km_mask_get_distance (mask, middle.x + dx * edge, middle.y + dy * edge)
             < (KM_SPOT_TOLERANCE + 2) * pixel)
        edge += 1;
      g_assert_true (pick (stage, middle.x + dx * edge, middle.y + dy * edge) != spot);
    }
}

static void
check_picks (KmDiagram *diagram)
{
  g_autoptr (GPtrArray) spots = list_spots (diagram);
  Stage stage = find_stage (diagram);

  g_assert_cmpuint (spots->len, >=, 7);
  for (guint i = 0; i < spots->len; i++)
    {
      GtkWidget *spot = g_ptr_array_index (spots, i);
      const KmMask *mask = km_spot_button_get_mask (KM_SPOT_BUTTON (spot));

      for (guint part = 0; part < km_mask_get_n_parts (mask); part++)
        {
          KmPoint middle = km_mask_get_label_point (mask, part);

          g_assert_true (pick (&stage, middle.x, middle.y) == spot);
          check_edges (&stage, spot, middle);
        }
    }
  g_assert_true (pick (&stage, 2, 300) == GTK_WIDGET (diagram));
}

static void
test_picks (gconstpointer data)
{
  int view = GPOINTER_TO_INT (data);
  KmDiagram *diagram = make ();
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), WIDTH, HEIGHT);

  show_view (diagram, view, KM_SIDE_RIGHT);
  check_picks (diagram);
  show_view (diagram, view, KM_SIDE_LEFT);
  check_picks (diagram);
  km_test_close (window);
}

/* ---- keys ---------------------------------------------------------------------------------- */

static void
append_chain (GString *out, KmDiagram *diagram, GtkWidget *window, GtkDirectionType direction)
{
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  while (gtk_widget_child_focus (GTK_WIDGET (diagram), direction))
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_string_append_printf (out, "%s\n", km_spot_button_get_id (KM_SPOT_BUTTON (focus)));
    }
}

static void
test_focus_chain (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "widgets", "focus.golden", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  KmDiagram *diagram = make ();
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), WIDTH, HEIGHT);

  for (int view = 0; view < KM_N_VIEWS; view++)
    {
      g_autoptr (GPtrArray) spots = NULL;

      show_view (diagram, view, KM_SIDE_RIGHT);
      spots = list_spots (diagram);
      g_string_append_printf (out, "[%s] Tab\n", km_enum_to_nick (KM_TYPE_VIEW, view));
      append_chain (out, diagram, window, GTK_DIR_TAB_FORWARD);
      g_string_append_printf (out, "[%s] Shift+Tab\n", km_enum_to_nick (KM_TYPE_VIEW, view));
      append_chain (out, diagram, window, GTK_DIR_TAB_BACKWARD);
    }
  if (g_getenv ("KM_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (file, out->str, -1, NULL);
  g_assert_true (g_file_get_contents (file, &expected, NULL, NULL));
  g_assert_cmpstr (out->str, ==, expected);
  km_test_close (window);
}

static void
check_arrows (KmDiagram *diagram, GtkWidget *window)
{
  const GtkDirectionType keys[] = { GTK_DIR_UP, GTK_DIR_DOWN, GTK_DIR_LEFT, GTK_DIR_RIGHT };
  g_autoptr (GPtrArray) spots = list_spots (diagram);
  g_autoptr (GPtrArray) masks = g_ptr_array_new ();

  for (guint i = 0; i < spots->len; i++)
    g_ptr_array_add (masks, (gpointer) km_spot_button_get_mask (g_ptr_array_index (spots, i)));
  for (guint i = 0; i < spots->len; i++)
    for (guint key = 0; key < G_N_ELEMENTS (keys); key++)
      {
        int to = km_neighbours_find (masks, i, (KmDirection) key);
        gboolean moved;

        gtk_widget_grab_focus (g_ptr_array_index (spots, i));
        moved = gtk_widget_child_focus (GTK_WIDGET (diagram), keys[key]);
        g_assert_true (moved == (to >= 0));
        g_assert_true (gtk_window_get_focus (GTK_WINDOW (window))
                       == g_ptr_array_index (spots, to >= 0 ? (guint) to : i));
      }
}

static void
test_arrows (gconstpointer data)
{
  KmDiagram *diagram = make ();
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), WIDTH, HEIGHT);

  show_view (diagram, GPOINTER_TO_INT (data), KM_SIDE_RIGHT);
  check_arrows (diagram, window);
  show_view (diagram, GPOINTER_TO_INT (data), KM_SIDE_LEFT);
  check_arrows (diagram, window);
  km_test_close (window);
}

/* ---- what it says -------------------------------------------------------------------------- */

static void
on_toggled (KmDiagram *diagram, const char *id, char **last)
{
  g_free (*last);
  *last = g_strdup (id);
}

static void
test_toggle (void)
{
  const char *chosen[] = { "tendon", "outer-bump", "behind-knee", NULL };
  g_autofree char *last = NULL;
  KmDiagram *diagram = make ();
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), WIDTH, HEIGHT);
  GtkWidget *spot = km_diagram_get_spot (diagram, "tendon");

  g_signal_connect (diagram, "spot-toggled", G_CALLBACK (on_toggled), &last);
  gtk_widget_activate (spot);
  g_assert_cmpstr (last, ==, "tendon");
  gtk_widget_activate_action (km_diagram_get_spot (diagram, "upper-shin"), "spot.activate", NULL);
  g_assert_cmpstr (last, ==, "upper-shin");
  /* Only what it is told is chosen; in another view what belongs there. */
  g_assert_false (km_spot_button_get_checked (KM_SPOT_BUTTON (spot)));
  km_diagram_set_chosen (diagram, chosen);
  g_assert_true (km_spot_button_get_checked (KM_SPOT_BUTTON (spot)));
  g_assert_null (km_diagram_get_spot (diagram, "behind-knee"));
  km_diagram_set_view (diagram, KM_VIEW_BEHIND);
  spot = km_diagram_get_spot (diagram, "behind-knee");
  g_assert_true (km_spot_button_get_checked (KM_SPOT_BUTTON (spot)));
  g_assert_null (km_diagram_get_spot (diagram, "tendon"));
  km_diagram_set_chosen (diagram, NULL);
  g_assert_false (km_spot_button_get_checked (KM_SPOT_BUTTON (spot)));
  km_test_close (window);
}

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_notify (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (GTK_WIDGET (make ()));
  KmDiagram *diagram = KM_DIAGRAM (widget);
  guint n = 0;

  g_signal_connect (diagram, "notify", G_CALLBACK (count), &n);
  km_diagram_set_view (diagram, KM_VIEW_FRONT);
  km_diagram_set_layer (diagram, KM_LAYER_SKIN);
  km_diagram_set_side (diagram, KM_SIDE_RIGHT);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (diagram, "view", KM_VIEW_INNER, "layer", KM_LAYER_BONE, "side", KM_SIDE_LEFT, NULL);
  g_object_set (diagram, "view", KM_VIEW_INNER, "layer", KM_LAYER_BONE, "side", KM_SIDE_LEFT, NULL);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_no_drawing (void)
{
  KmDiagram *diagram = KM_DIAGRAM (km_diagram_new ());
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), WIDTH, HEIGHT);

  g_assert_false (km_diagram_has_drawing (diagram));
  g_assert_null (km_diagram_get_spot (diagram, "tendon"));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (diagram), GTK_DIR_TAB_FORWARD));
  km_test_close (window);
}

/* Names of marked spots stay inside, also those near an edge in a narrow pane. */
static void
test_tags (void)
{
  g_autoptr (GPtrArray) spots = NULL;
  KmDiagram *diagram = make ();
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), 260, 300);

  show_view (diagram, KM_VIEW_BEHIND, KM_SIDE_RIGHT);
  spots = list_spots (diagram);
  for (guint i = 0; i < spots->len; i++)
    {
      const char *chosen[] = { km_spot_button_get_id (g_ptr_array_index (spots, i)), NULL };
      guint shown = 0;

      km_diagram_set_chosen (diagram, chosen);
      gtk_widget_allocate (GTK_WIDGET (diagram), 260, 300, -1, NULL);
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (diagram)); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          graphene_rect_t box;

          if (!gtk_widget_has_css_class (child, "tag") || !gtk_widget_get_visible (child))
            continue;
          g_assert_true (gtk_widget_compute_bounds (child, GTK_WIDGET (diagram), &box));
          g_assert_cmpfloat (box.origin.x, >=, 0);
          g_assert_cmpfloat (box.origin.x + box.size.width, <=, 260);
          g_assert_cmpfloat (box.origin.y, >=, 0);
          shown++;
        }
      g_assert_cmpuint (shown, ==, 1);
    }
  km_test_close (window);
}

static void
add_condition (KmLibrary *library, const char *id, const char *name, double prior, const char *spot)
{
  KmCondition *condition = km_condition_new (id);

  condition->name = g_strdup (id);
  condition->short_name = g_strdup (name);
  condition->prior = prior;
  g_strfreev (condition->spots);
  condition->spots = g_strsplit (spot, " ", -1);
  g_assert_true (km_library_take_condition (library, condition));
}

static KmLibrary *
make_small_library (void)
{
  KmLibrary *library = km_library_new ();
  KmSpot *spot = km_spot_new ("tendon");

  spot->name = g_strdup ("Kneecap tendon");
  spot->sentence = g_strdup ("It ties the kneecap to the shin.");
  spot->area = g_strdup ("front");
  g_assert_true (km_library_take_spot (library, spot));
  add_condition (library, "rare", "Rare pain", 0.1, "tendon");
  add_condition (library, "common", "Common pain", 8, "kneecap-front tendon");
  add_condition (library, "elsewhere", "Other pain", 9, "upper-shin");
  add_condition (library, "usual", "Usual pain", 2, "tendon upper-shin");
  add_condition (library, "odd", "Odd pain", 0.5, "tendon");
  km_library_seal (library);
  return library;
}

/* What the only tag in sight says. */
static const char *
read_tag (KmDiagram *diagram)
{
  const char *text = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (diagram)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "tag") && gtk_widget_get_visible (child))
      {
        g_assert_null (text);
        text = gtk_label_get_text (GTK_LABEL (child));
      }
  return text;
}

/* A spot under the pointer says what is felt there, most common first; chosen, only its name. */
static void
test_conditions (void)
{
  const char *chosen[] = { "tendon", NULL };
  g_autoptr (KmLibrary) library = make_small_library ();
  KmDiagram *diagram = make ();
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), WIDTH, HEIGHT);
  GtkWidget *spot = km_diagram_get_spot (diagram, "tendon");

  km_diagram_set_library (diagram, library);
  gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It ties the kneecap to the shin. Often felt here: "
                                       "Common pain, Usual pain, Odd pain …");
  gtk_widget_set_state_flags (spot, GTK_STATE_FLAG_PRELIGHT, FALSE);
  g_assert_cmpstr (read_tag (diagram), ==, "Kneecap tendon\nCommon pain, Usual pain, Odd pain …");
  km_diagram_set_chosen (diagram, chosen);
  g_assert_cmpstr (read_tag (diagram), ==, "Kneecap tendon\nCommon pain, Usual pain, Odd pain …");
  gtk_widget_unset_state_flags (spot, GTK_STATE_FLAG_PRELIGHT);
  g_assert_cmpstr (read_tag (diagram), ==, "Kneecap tendon");
  spot = km_diagram_get_spot (diagram, "upper-shin");
  gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       " Often felt here: Other pain, Usual pain");
  spot = km_diagram_get_spot (diagram, "outer-bump");
  gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  km_test_close (window);
}

/* The size of the sore area is marked as soon as there is a place to mark. */
static void
test_extent (void)
{
  const char *chosen[] = { "tendon", NULL };
  const char *whole[] = { "whole", NULL };
  KmDiagram *diagram = make ();
  GtkWidget *window = km_test_show (GTK_WIDGET (diagram), WIDTH, HEIGHT);

  km_diagram_set_extent (diagram, KM_EXTENT_HAND);
  g_assert_cmpint (km_diagram_get_extent (diagram), ==, KM_EXTENT_FINGER);
  km_diagram_set_chosen (diagram, chosen);
  g_assert_cmpint (km_diagram_get_extent (diagram), ==, KM_EXTENT_HAND);
  show_view (diagram, KM_VIEW_OUTER, KM_SIDE_LEFT);
  g_assert_cmpint (km_diagram_get_extent (diagram), ==, KM_EXTENT_HAND);
  km_diagram_set_extent (diagram, KM_EXTENT_FINGER);
  g_assert_cmpint (km_diagram_get_extent (diagram), ==, KM_EXTENT_FINGER);
  /* Sore all over is a place and a size. */
  km_diagram_set_chosen (diagram, whole);
  g_assert_cmpint (km_diagram_get_extent (diagram), ==, KM_EXTENT_ALL);
  km_test_close (window);
}

static gboolean
is_rendered (gpointer data)
{
  return km_knee_is_current (data);
}

/* A width is enough to have the knee rendered, so that the first frame need not wait for it. */
static void
test_ahead (void)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (KmKnee) knee = km_knee_new ();

  km_knee_set_drawing (knee, km_atlas_get_drawing (atlas, KM_VIEW_FRONT, NULL));
  g_assert_false (km_knee_is_current (knee));
  km_knee_set_width (knee, 300);
  km_test_wait (is_rendered, knee);
}

static void
add_for_each_view (const char *name, GTestDataFunc function)
{
  for (int view = 0; view < KM_N_VIEWS; view++)
    {
      g_autofree char *path
          = g_strdup_printf ("/diagram/%s/%s", name, km_enum_to_nick (KM_TYPE_VIEW, view));

      g_test_add_data_func (path, GINT_TO_POINTER (view), function);
    }
}

int
main (int argc, char **argv)
{
  km_test_init (&argc, &argv);
  add_for_each_view ("picks", test_picks);
  add_for_each_view ("arrows", test_arrows);
  g_test_add_func ("/diagram/focus-chain", test_focus_chain);
  g_test_add_func ("/diagram/toggle", test_toggle);
  g_test_add_func ("/diagram/notify", test_notify);
  g_test_add_func ("/diagram/no-drawing", test_no_drawing);
  g_test_add_func ("/diagram/tags", test_tags);
  g_test_add_func ("/diagram/conditions", test_conditions);
  g_test_add_func ("/diagram/extent", test_extent);
  g_test_add_func ("/diagram/ahead", test_ahead);
  return g_test_run ();
}
