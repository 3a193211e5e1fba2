/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-diagram-pane.h"
#include "km-segmented.h"
#include "km-spot-card.h"
#include "km-spot-list.h"
#include "km-test-spots.h"
#include "km-test-window.h"

typedef struct
{
  KmAssessment *assessment;
  KmDiagramPane *pane;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (KmLibrary) library = km_test_load_spots ();

  fixture->assessment = km_assessment_new (library);
  fixture->pane = KM_DIAGRAM_PANE (km_diagram_pane_new (fixture->assessment, atlas));
  fixture->window = km_test_show (GTK_WIDGET (fixture->pane), 372, 733);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer assessment = fixture->assessment;

  km_test_close (fixture->window);
  g_object_add_weak_pointer (assessment, &assessment);
  g_object_unref (fixture->assessment);
  km_test_wait (is_gone, &assessment);
}

static const char *
only_answer (Fixture *fixture, const char *question)
{
  const char *const *options
      = km_answers_get (km_assessment_get_answers (fixture->assessment), question);

  g_assert_true (options == NULL || options[1] == NULL);
  return options != NULL ? options[0] : NULL;
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (label == NULL
          || (GTK_IS_BUTTON (widget)
              && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
          || (GTK_IS_LABEL (widget)
              && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), label) == 0)
          || g_strcmp0 (gtk_widget_get_tooltip_text (widget), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
says (Fixture *fixture, const char *text)
{
  GtkWidget *label = find (GTK_WIDGET (fixture->pane), GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_point (Fixture *fixture, gconstpointer data)
{
  KmDiagram *diagram = km_diagram_pane_get_diagram (fixture->pane);

  g_assert_true (says (fixture, "Hard to point to?"));
  gtk_widget_activate (km_diagram_get_spot (diagram, "outer-bump"));
  g_assert_cmpstr (only_answer (fixture, KM_KEY_SPOT), ==, "outer-bump");
  /* The knee that was shown is the knee that was meant. */
  g_assert_cmpstr (only_answer (fixture, KM_KEY_SIDE), ==, "right");
  km_test_settle ();
  g_assert_true (says (fixture, "Outer bump, right knee"));
  g_assert_false (says (fixture, "Hard to point to?"));
  press (fixture, "A hand");
  g_assert_cmpstr (only_answer (fixture, KM_KEY_EXTENT), ==, "hand");
  g_assert_cmpint (km_diagram_get_extent (diagram), ==, KM_EXTENT_HAND);
  press (fixture, "Both");
  g_assert_cmpstr (only_answer (fixture, KM_KEY_SIDE), ==, "both");
  km_test_settle ();
  g_assert_true (says (fixture, "Outer bump, both knees"));
  press (fixture, "Remove Outer bump");
  g_assert_null (only_answer (fixture, KM_KEY_SPOT));
  km_test_settle ();
  g_assert_true (says (fixture, "Hard to point to?"));
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  KmDiagram *diagram = km_diagram_pane_get_diagram (fixture->pane);

  gtk_widget_activate (km_diagram_get_spot (diagram, "tendon"));
  gtk_widget_activate (km_diagram_get_spot (diagram, "outer-bump"));
  km_test_settle ();
  g_assert_true (says (fixture, "2 places, right knee"));
  g_assert_true (says (fixture, "Kneecap tendon"));
  press (fixture, "Remove Kneecap tendon");
  km_test_settle ();
  g_assert_true (says (fixture, "Outer bump, right knee"));
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Deep inside");
  g_assert_cmpstr (only_answer (fixture, KM_KEY_SPOT), ==, "deep");
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  KmDiagram *diagram = km_diagram_pane_get_diagram (fixture->pane);
  KmView view;
  KmLayer layer;
  KmSide side;

  press (fixture, "Side");
  g_assert_cmpint (km_diagram_get_view (diagram), ==, KM_VIEW_OUTER);
  g_assert_true (says (fixture, "Show inner side"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->pane), "knee.flip-side", NULL));
  g_assert_cmpint (km_diagram_get_view (diagram), ==, KM_VIEW_INNER);
  press (fixture, "Behind");
  press (fixture, "Side");
  g_assert_cmpint (km_diagram_get_view (diagram), ==, KM_VIEW_INNER);
  press (fixture, "Bone");
  press (fixture, "Left");
  km_diagram_pane_get_state (fixture->pane, &view, &layer, &side);
  g_assert_cmpint (view, ==, KM_VIEW_INNER);
  g_assert_cmpint (layer, ==, KM_LAYER_BONE);
  g_assert_cmpint (side, ==, KM_SIDE_LEFT);
  km_diagram_pane_set_state (fixture->pane, KM_VIEW_BELOW, KM_LAYER_SKIN, KM_SIDE_RIGHT);
  g_assert_cmpint (km_diagram_get_view (diagram), ==, KM_VIEW_BELOW);
  /* The answer stays as it was given. */
  g_assert_cmpstr (only_answer (fixture, KM_KEY_SIDE), ==, "left");
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  KmDiagram *diagram = km_diagram_pane_get_diagram (fixture->pane);
  GtkWidget *list, *row;

  press (fixture, "List");
  list = find (GTK_WIDGET (fixture->pane), KM_TYPE_SPOT_LIST, NULL);
  g_assert_nonnull (list);
  row = gtk_widget_get_parent (find (list, GTK_TYPE_LABEL, "Hollow behind the knee"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
  g_assert_cmpstr (only_answer (fixture, KM_KEY_SPOT), ==, "behind-knee");
  /* It is shown where it lies, and the list follows the drawing. */
  g_assert_cmpint (km_diagram_get_view (diagram), ==, KM_VIEW_OUTER);
  gtk_widget_activate (km_diagram_get_spot (diagram, "behind-knee"));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)));
  /* GTK 4.8 never frees a popover that is destroyed while it is open. */
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER)));
  km_test_settle ();
}

static void
test_no_drawing (void)
{
  g_autoptr (KmLibrary) library = km_test_load_spots ();
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  GtkWidget *window = km_test_show (km_diagram_pane_new (assessment, NULL), 372, 733);
  Fixture fixture
      = { assessment, KM_DIAGRAM_PANE (gtk_window_get_child (GTK_WINDOW (window))), window };

  g_assert_true (says (&fixture,
                       "This drawing cannot be shown. Choose the sore place from the list "
                       "of places."));
  press (&fixture, "All over");
  g_assert_cmpstr (only_answer (&fixture, KM_KEY_SPOT), ==, "whole");
  km_test_close (window);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->pane), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  km_assessment_toggle_spot (fixture->assessment, "deep");
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 22", NULL);
  km_test_settle ();
  gtk_widget_measure (GTK_WIDGET (fixture->pane), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* What is answered elsewhere leaves the list of the chosen spots, and the focus in it, alone. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  km_assessment_toggle_spot (fixture->assessment, "outer-bump");
  button = find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Remove Outer bump");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (fixture->assessment, "changed");
  g_assert_true (find (GTK_WIDGET (fixture->pane), GTK_TYPE_BUTTON, "Remove Outer bump") == button);
  g_assert_true (gtk_widget_is_focus (button));
}

int
main (int argc, char **argv)
{
  km_test_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/diagram-pane/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("point", test_point);
  ADD ("several", test_several);
  ADD ("chips", test_chips);
  ADD ("views", test_views);
  ADD ("list", test_list);
  ADD ("narrow", test_narrow);
  ADD ("rows-stay", test_rows_stay);
  g_test_add_func ("/diagram-pane/no-drawing", test_no_drawing);
  return g_test_run ();
}
