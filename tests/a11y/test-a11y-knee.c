/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-diagram-pane.h"
#include "km-segmented.h"
#include "km-spot-button.h"
#include "km-spot-card.h"
#include "km-spot-list.h"
#include "km-test-spots.h"
#include "km-test-window.h"

/* Each spot says its name, knee and view, and whether it is chosen. */
static void
test_spots (void)
{
  static const char *const views[] = { "front", "outer side", "inner side", "behind", "bent" };
  static const char *const knees[] = { "left knee", "right knee", "both knees" };
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (KmLibrary) library = km_test_load_spots ();
  g_autoptr (GtkWidget) widget = g_object_ref_sink (km_diagram_new ());
  KmDiagram *diagram = KM_DIAGRAM (widget);

  km_diagram_set_library (diagram, library);
  km_diagram_set_atlas (diagram, atlas);
  for (int i = 0; i < KM_N_VIEWS * 3; i++)
    {
      int view = i / 3, side = i % 3;

      km_diagram_set_view (diagram, (KmView) view);
      km_diagram_set_side (diagram, (KmSide) side);
      gtk_test_accessible_assert_role (diagram, GTK_ACCESSIBLE_ROLE_GROUP);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (diagram),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      for (GtkWidget *spot = gtk_widget_get_first_child (widget); KM_IS_SPOT_BUTTON (spot);
           spot = gtk_widget_get_next_sibling (spot))
        {
          const KmSpot *known
              = km_library_get_spot (library, km_spot_button_get_id (KM_SPOT_BUTTON (spot)));
          g_autofree char *label
              = g_strdup_printf ("%s, %s, %s", known->name, knees[side], views[view]);

          gtk_test_accessible_assert_role (spot, GTK_ACCESSIBLE_ROLE_CHECKBOX);
          gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
          gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                               known->sentence);
          gtk_test_accessible_assert_state (spot, GTK_ACCESSIBLE_STATE_CHECKED,
                                            GTK_ACCESSIBLE_TRISTATE_FALSE);
        }
    }
}

static void
test_checked (void)
{
  const char *chosen[] = { "tendon", NULL };
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (GtkWidget) widget = g_object_ref_sink (km_diagram_new ());
  KmDiagram *diagram = KM_DIAGRAM (widget);

  km_diagram_set_atlas (diagram, atlas);
  km_diagram_set_chosen (diagram, chosen);
  gtk_test_accessible_assert_state (km_diagram_get_spot (diagram, "tendon"),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  km_diagram_set_chosen (diagram, NULL);
  gtk_test_accessible_assert_state (km_diagram_get_spot (diagram, "tendon"),
                                    GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static void
test_segmented (void)
{
  g_autoptr (GtkWidget) group = g_object_ref_sink (km_segmented_new ("Which knee"));
  GtkWidget *first;

  km_segmented_append (KM_SEGMENTED (group), "left", "Left");
  km_segmented_append (KM_SEGMENTED (group), "right", "Right");
  km_segmented_set_active (KM_SEGMENTED (group), "left");
  first = gtk_widget_get_first_child (group);
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL, "Which knee");
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  km_segmented_set_active (KM_SEGMENTED (group), "right");
  gtk_test_accessible_assert_state (first, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* What can be reached or groups things has a name; otherwise its C type would be read out. */
static void
check_names (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));
  gboolean needs_name = role == GTK_ACCESSIBLE_ROLE_BUTTON || role == GTK_ACCESSIBLE_ROLE_CHECKBOX
                        || role == GTK_ACCESSIBLE_ROLE_RADIO
                        || role == GTK_ACCESSIBLE_ROLE_RADIO_GROUP
                        || role == GTK_ACCESSIBLE_ROLE_LIST || role == GTK_ACCESSIBLE_ROLE_LIST_ITEM
                        || (role == GTK_ACCESSIBLE_ROLE_GROUP
                            && g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Km"));

  if (needs_name && !has_name (widget))
    g_error ("a %s without a name", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_pane (void)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (KmLibrary) library = km_test_load_spots ();
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  GtkWidget *pane = g_object_ref_sink (km_diagram_pane_new (assessment, atlas));
  GtkWidget *list = g_object_ref_sink (km_spot_list_new (assessment));

  check_names (pane);
  check_names (list);
  km_assessment_toggle_spot (assessment, "tendon");
  check_names (pane);
  km_assessment_toggle_spot (assessment, "whole");
  check_names (pane);
  g_object_unref (list);
  g_object_unref (pane);
}

int
main (int argc, char **argv)
{
  km_test_init (&argc, &argv);
  g_test_add_func ("/a11y/knee/spots", test_spots);
  g_test_add_func ("/a11y/knee/checked", test_checked);
  g_test_add_func ("/a11y/knee/segmented", test_segmented);
  g_test_add_func ("/a11y/knee/pane", test_pane);
  return g_test_run ();
}
