/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What assistive technology is told of the questions, the ranking, the pages and the lists. */
#include "km-answer-list.h"
#include "km-clamp.h"
#include "km-expander.h"
#include "km-fold.h"
#include "km-heading.h"
#include "km-library-view.h"
#include "km-loader.h"
#include "km-match-list.h"
#include "km-option-row.h"
#include "km-page-view.h"
#include "km-picture.h"
#include "km-question-pane.h"
#include "km-question-view.h"
#include "km-reason-list.h"
#include "km-scroller.h"
#include "km-stack.h"
#include "km-steps.h"
#include "km-test-window.h"
#include "km-urgency-banner.h"
#include "km-urgent-view.h"

static KmLibrary *library;
static KmAtlas *atlas;

static void
answer (KmAssessment *assessment, const char *question, const char *option)
{
  const char *options[] = { option, NULL };

  g_assert_true (km_assessment_answer (assessment, question, options, NULL));
}

static gboolean
is_hidden (GtkWidget *widget)
{
  g_autofree char *wrong = NULL;

  if (!gtk_widget_get_visible (widget))
    return TRUE;
  if (!gtk_test_accessible_has_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN))
    return FALSE;
  wrong = gtk_test_accessible_check_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN,
                                           TRUE);
  return wrong == NULL;
}

static gboolean
has_name (GtkAccessible *accessible)
{
  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* GTK 4.8 takes the words of a label in a button for its name, and of a label for its own. */
static gboolean
speaks_for_itself (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return TRUE;
  return GTK_IS_BUTTON (widget)
         && (gtk_button_get_label (GTK_BUTTON (widget)) != NULL
             || GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))));
}

static gboolean
is_decoration (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))
         == GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

/* Nothing in sight of assistive technology would say its C type, nor would anything that holds
 * others be passed over with all of them. */
static void
check_tree (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (is_hidden (widget))
    return;
  if (GTK_IS_EDITABLE (widget))
    {
      g_assert_true (has_name (GTK_ACCESSIBLE (widget)));
      return;
    }
  switch ((int) role)
    {
    case GTK_ACCESSIBLE_ROLE_PRESENTATION:
    case GTK_ACCESSIBLE_ROLE_NONE:
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (GTK_IS_LABEL (child) || gtk_widget_get_focusable (child)
            || G_OBJECT_TYPE (child) == G_OBJECT_TYPE (widget))
          if (!g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkGizmo") && !is_decoration (child))
            g_error ("a %s is passed over, and a %s in it", G_OBJECT_TYPE_NAME (widget),
                     G_OBJECT_TYPE_NAME (child));
      return;
    case GTK_ACCESSIBLE_ROLE_GROUP:
    case GTK_ACCESSIBLE_ROLE_LABEL:
    case GTK_ACCESSIBLE_ROLE_SEPARATOR:
    case GTK_ACCESSIBLE_ROLE_TAB_PANEL:
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
      break;
    default:
      if (!has_name (GTK_ACCESSIBLE (widget)) && !speaks_for_itself (widget))
        g_error ("a %s of role %d without a name", G_OBJECT_TYPE_NAME (widget), role);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_tree (child);
}

/* ---- small things -------------------------------------------------------------------------- */

static void
test_heading (void)
{
  for (int level = 1; level <= 3; level++)
    {
      g_autoptr (GtkWidget) heading
          = g_object_ref_sink (km_heading_new ("Where does it hurt?", level, "km-title"));

      gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
      gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, level);
      g_assert_true (gtk_widget_get_focusable (heading));
    }
}

static void
test_option_row (void)
{
  for (int many = 0; many < 2; many++)
    {
      g_autoptr (GtkWidget) row
          = g_object_ref_sink (km_option_row_new ("slow", "Slowly, over days", many));

      gtk_test_accessible_assert_role (row, many ? GTK_ACCESSIBLE_ROLE_CHECKBOX
                                                 : GTK_ACCESSIBLE_ROLE_RADIO);
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Slowly, over days");
      gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                        GTK_ACCESSIBLE_TRISTATE_FALSE);
      gtk_widget_activate_action (row, "option.choose", NULL);
      gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                        GTK_ACCESSIBLE_TRISTATE_TRUE);
      check_tree (row);
    }
}

static void
test_containers (void)
{
  GtkWidget *inside = gtk_label_new ("Words");
  g_autoptr (GtkWidget) clamp = g_object_ref_sink (km_clamp_new (400));
  g_autoptr (GtkWidget) scroller = g_object_ref_sink (km_scroller_new (clamp));
  g_autoptr (GtkWidget) expander
      = g_object_ref_sink (km_expander_new ("3 sources", gtk_label_new ("One")));
  g_autoptr (GtkWidget) steps = g_object_ref_sink (km_steps_new ());
  GtkWidget *step;

  /* What only lays out must not hide what it holds. */
  km_clamp_set_child (KM_CLAMP (clamp), inside);
  gtk_test_accessible_assert_role (clamp, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (is_hidden (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller))));
  g_assert_true (is_hidden (gtk_scrolled_window_get_hscrollbar (GTK_SCROLLED_WINDOW (scroller))));
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL, "3 sources");
  check_tree (expander);
  km_steps_append_string (steps, "Pick one or more places.");
  gtk_test_accessible_assert_role (steps, GTK_ACCESSIBLE_ROLE_LIST);
  step = gtk_widget_get_first_child (steps);
  gtk_test_accessible_assert_role (step, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  check_tree (steps);
}

static void
test_stack (void)
{
  g_autoptr (GtkWidget) stack = g_object_ref_sink (gtk_stack_new ());
  GtkWidget *children[3];

  for (int i = 0; i < 3; i++)
    {
      children[i] = gtk_button_new_with_label ("Child");
      km_stack_add (GTK_STACK (stack), children[i], "A page");
      gtk_test_accessible_assert_property (gtk_stack_get_page (GTK_STACK (stack), children[i]),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, "A page");
    }
  for (int shown = 2; shown >= 0; shown--)
    {
      km_stack_show (GTK_STACK (stack), children[shown]);
      for (int i = 0; i < 3; i++)
        g_assert_true (is_hidden (children[i]) == (i != shown));
    }
}

static void
test_picture (void)
{
  g_autoptr (GtkWidget) picture = g_object_ref_sink (
      km_picture_new_for_knee (atlas, KM_VIEW_FRONT, KM_LAYER_SKIN, NULL, NULL));

  gtk_test_accessible_assert_role (picture, GTK_ACCESSIBLE_ROLE_IMG);
}

/* ---- the panes ----------------------------------------------------------------------------- */

static GtkWidget *
find_role (GtkWidget *widget, GtkAccessibleRole role)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find_role (child, role) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The options are a group that has the question for its name. */
static void
test_question (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  g_autoptr (GtkWidget) view = g_object_ref_sink (km_question_view_new ());
  GtkWidget *heading;
  GtkWidget *group;

  km_question_view_set_assessment (KM_QUESTION_VIEW (view), assessment);
  heading = find_role (view, GTK_ACCESSIBLE_ROLE_HEADING);
  group = find_role (view, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  gtk_test_accessible_assert_relation (group, GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL);
  g_assert_nonnull (find_role (group, GTK_ACCESSIBLE_ROLE_RADIO));
  check_tree (view);
  km_question_view_ask (KM_QUESTION_VIEW (view), "foot-signs");
  g_assert_nonnull (find_role (view, GTK_ACCESSIBLE_ROLE_CHECKBOX));
  g_assert_null (find_role (view, GTK_ACCESSIBLE_ROLE_RADIO));
  check_tree (view);
}

static void
test_lists (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  g_autoptr (GtkWidget) answers = g_object_ref_sink (g_object_new (KM_TYPE_ANSWER_LIST, NULL));
  g_autoptr (GtkWidget) matches = g_object_ref_sink (g_object_new (KM_TYPE_MATCH_LIST, NULL));
  const KmQuestion *onset = km_library_get_question (library, "onset");
  g_autofree char *name = NULL;
  GtkWidget *row;

  km_answer_list_set_assessment (KM_ANSWER_LIST (answers), assessment);
  km_match_list_set_assessment (KM_MATCH_LIST (matches), assessment);
  g_assert_true (is_hidden (answers) && is_hidden (matches));
  km_assessment_toggle_spot (assessment, "outer-bump");
  answer (assessment, "onset", "gradual");
  row = find_role (answers, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  name = g_strdup_printf ("%s: %s. Change this answer.", onset->brief,
                          km_question_find_option (onset, "gradual")->label);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  row = find_role (matches, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Iliotibial band syndrome");
  g_assert_true (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  km_match_list_select (KM_MATCH_LIST (matches), "itb");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  check_tree (answers);
  check_tree (matches);
}

static void
test_reasons (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  const KmCondition *itb = km_library_get_condition (library, "itb");
  g_autoptr (GtkWidget) reasons = NULL;

  km_assessment_toggle_spot (assessment, "outer-bump");
  answer (assessment, "onset", "gradual");
  reasons = g_object_ref_sink (km_reason_list_new (assessment, itb));
  gtk_test_accessible_assert_property (find_role (reasons, GTK_ACCESSIBLE_ROLE_HEADING),
                                       GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  g_assert_true (has_name (GTK_ACCESSIBLE (find_role (reasons, GTK_ACCESSIBLE_ROLE_LIST))));
  check_tree (reasons);
}

static void
test_urgent (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  g_autoptr (GtkWidget) banner = g_object_ref_sink (g_object_new (KM_TYPE_URGENCY_BANNER, NULL));
  g_autoptr (GtkWidget) view = g_object_ref_sink (g_object_new (KM_TYPE_URGENT_VIEW, NULL));

  km_urgency_banner_set_assessment (KM_URGENCY_BANNER (banner), assessment);
  km_urgent_view_set_assessment (KM_URGENT_VIEW (view), assessment);
  g_assert_true (is_hidden (banner));
  answer (assessment, "fever", "yes");
  answer (assessment, "hot-red", "hot-red");
  g_assert_false (is_hidden (banner));
  gtk_test_accessible_assert_role (banner, GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_true (has_name (GTK_ACCESSIBLE (banner)));
  gtk_test_accessible_assert_property (find_role (banner, GTK_ACCESSIBLE_ROLE_HEADING),
                                       GTK_ACCESSIBLE_PROPERTY_LEVEL, 1);
  check_tree (banner);
  check_tree (view);
}

/* The pane at each of its stages: start, questions, urgent, gone on, started over. */
static void
test_question_pane (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  g_autoptr (GtkWidget) pane = g_object_ref_sink (km_question_pane_new (assessment));

  check_tree (pane);
  km_assessment_toggle_spot (assessment, "outer-bump");
  check_tree (pane);
  answer (assessment, "fever", "yes");
  answer (assessment, "hot-red", "hot-red");
  check_tree (pane);
  km_question_pane_ask (KM_QUESTION_PANE (pane), "onset");
  check_tree (pane);
  km_assessment_clear (assessment);
  check_tree (pane);
}

static void
test_fold (void)
{
  g_autoptr (GtkWidget) fold = g_object_ref_sink (km_fold_new ());

  km_fold_append (KM_FOLD (fold), gtk_button_new_with_label ("Knee"), 372);
  gtk_test_accessible_assert_role (fold, GTK_ACCESSIBLE_ROLE_GROUP);
  check_tree (fold);
}

static void
test_library (void)
{
  static const char *const places[] = { "all",   "serious",  "exercises", "guides", "questions",
                                        "front", "glossary", "bookmarks", "recent" };
  g_autoptr (KmReading) reader = km_reading_new ();
  g_autoptr (GtkWidget) view = g_object_ref_sink (g_object_new (KM_TYPE_LIBRARY_VIEW, NULL));

  km_library_view_set_models (KM_LIBRARY_VIEW (view), library, atlas, reader);
  for (int narrow = 0; narrow < 2; narrow++)
    {
      km_library_view_set_narrow (KM_LIBRARY_VIEW (view), narrow);
      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          km_library_view_show_place (KM_LIBRARY_VIEW (view), places[i]);
          check_tree (view);
        }
    }
  g_object_run_dispose (G_OBJECT (view));
}

static void
test_pages (void)
{
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  g_autoptr (GtkWidget) view = g_object_ref_sink (km_page_view_new ());

  km_assessment_toggle_spot (assessment, "outer-bump");
  km_page_view_set_models (KM_PAGE_VIEW (view), assessment, atlas);
  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *pages = km_library_get_pages (library, (KmPageKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

          km_page_view_set_wide (KM_PAGE_VIEW (view), i % 2);
          km_page_view_show_page (KM_PAGE_VIEW (view), page);
          check_tree (view);
        }
    }
}

int
main (int argc, char **argv)
{
  km_test_init (&argc, &argv);
  library = km_loader_load (NULL, NULL);
  g_assert_nonnull (library);
  atlas = km_atlas_new ();
  g_test_add_func ("/a11y/find/heading", test_heading);
  g_test_add_func ("/a11y/find/option-row", test_option_row);
  g_test_add_func ("/a11y/find/containers", test_containers);
  g_test_add_func ("/a11y/find/stack", test_stack);
  g_test_add_func ("/a11y/find/picture", test_picture);
  g_test_add_func ("/a11y/find/question", test_question);
  g_test_add_func ("/a11y/find/lists", test_lists);
  g_test_add_func ("/a11y/find/reasons", test_reasons);
  g_test_add_func ("/a11y/find/urgent", test_urgent);
  g_test_add_func ("/a11y/find/question-pane", test_question_pane);
  g_test_add_func ("/a11y/find/fold", test_fold);
  g_test_add_func ("/a11y/find/library", test_library);
  g_test_add_func ("/a11y/find/pages", test_pages);
  return g_test_run ();
}
