/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-match-list.h"
#include "km-test-library.h"
#include "km-test-window.h"

static KmLibrary *library;

typedef struct
{
  KmAssessment *assessment;
  GtkWidget *list;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->assessment = km_assessment_new (library);
  fixture->list = g_object_new (KM_TYPE_MATCH_LIST, NULL);
  gtk_box_append (GTK_BOX (box), fixture->list);
  km_match_list_set_assessment (KM_MATCH_LIST (fixture->list), fixture->assessment);
  fixture->window = km_test_show (box, 396, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->assessment);
}

static void
tell (Fixture *fixture, const char *pairs)
{
  g_autoptr (KmAnswers) answers = km_test_answers (library, pairs);

  km_assessment_set_answers (fixture->assessment, answers);
  km_test_settle ();
}

static GtkListBoxRow *
get_row (Fixture *fixture, int position)
{
  GtkWidget *box = km_test_find (fixture->list, GTK_TYPE_LIST_BOX, NULL);

  return box != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), position) : NULL;
}

/* The rows are the matches that fit, best first, each with its band in words. */
static void
assert_in_step (Fixture *fixture)
{
  GListModel *matches = km_assessment_get_matches (fixture->assessment);
  int shown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (matches); i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);
      GtkListBoxRow *row;

      if (km_match_get_band (match) == KM_BAND_NONE)
        continue;
      row = get_row (fixture, shown++);
      g_assert_nonnull (row);
      g_assert_nonnull (
          km_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, km_match_get_condition (match)->name));
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           km_match_get_condition (match)->name);
    }
  g_assert_null (get_row (fixture, shown));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->list));
  tell (fixture, "spot=outer-bump downhill=yes");
  g_assert_true (gtk_widget_get_visible (fixture->list));
  assert_in_step (fixture);
  g_assert_nonnull (km_test_find (GTK_WIDGET (get_row (fixture, 0)), GTK_TYPE_LABEL, "band"));
  tell (fixture, "spot=inner-line onset=injury twist=yes");
  assert_in_step (fixture);
  g_assert_nonnull (km_test_find (GTK_WIDGET (get_row (fixture, 0)), GTK_TYPE_LABEL, "tear"));
  tell (fixture, "");
  g_assert_false (gtk_widget_get_visible (fixture->list));
}

static gboolean
is_marked (GtkListBoxRow *row)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_SELECTED) != 0;
}

/* The mark is on the condition whose page is open, wherever it goes, and only there. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  static const char *const stories[]
      = { "spot=outer-bump", "spot=inner-line", "spot=outer-bump onset=slow" };

  km_match_list_select (KM_MATCH_LIST (fixture->list), "tear");
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      GtkListBoxRow *row;

      tell (fixture, stories[i]);
      for (int j = 0; (row = get_row (fixture, j)) != NULL; j++)
        {
          gboolean tear = km_test_find (GTK_WIDGET (row), GTK_TYPE_LABEL, "tear") != NULL;

          g_assert_true (is_marked (row) == tear);
          gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, tear);
        }
    }
  /* Moving the focus does not move it. */
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, 0)));
  gtk_widget_child_focus (fixture->list, GTK_DIR_DOWN);
  km_match_list_select (KM_MATCH_LIST (fixture->list), NULL);
  for (int j = 0; get_row (fixture, j) != NULL; j++)
    g_assert_false (is_marked (get_row (fixture, j)));
}

/* Tab comes in at the best match, whichever was best before. */
static void
test_tab (Fixture *fixture, gconstpointer data)
{
  tell (fixture, "spot=outer-bump");
  tell (fixture, "spot=inner-line onset=injury twist=yes");
  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (fixture->list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (get_row (fixture, 0)));
}

/* Who reads the list finds the row there after the next answer, and the focus in it. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row;

  tell (fixture, "spot=outer-bump");
  row = get_row (fixture, 0);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  tell (fixture, "spot=inner-line onset=injury twist=yes");
  assert_in_step (fixture);
  g_assert_true (get_row (fixture, 0) == row);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (row)));
}

static void
on_open (KmMatchList *list, const char *page, char **opened)
{
  g_free (*opened);
  *opened = g_strdup (page);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autofree char *opened = NULL;

  g_signal_connect (fixture->list, "open", G_CALLBACK (on_open), &opened);
  tell (fixture, "spot=outer-bump");
  gtk_widget_activate (GTK_WIDGET (get_row (fixture, 0)));
  g_assert_cmpstr (opened, ==, "band");
  g_signal_handlers_disconnect_by_data (fixture->list, &opened);
}

/* When nothing fits it says so, says whom to see, and leads to the warning signs. */
static void
test_unclear (Fixture *fixture, gconstpointer data)
{
  g_autofree char *opened = NULL;
  const char *story = "onset=unsure fever=unsure downhill=unsure swelling=unsure";
  GtkWidget *link;

  tell (fixture, "spot=outer-bump downhill=yes onset=slow swelling=none fever=no");
  g_assert_false (km_assessment_get_unclear (fixture->assessment));
  g_assert_null (km_test_find (fixture->list, GTK_TYPE_BUTTON, "Read the warning signs"));
  tell (fixture, story);
  if (!km_assessment_get_unclear (fixture->assessment))
    {
      g_test_skip ("the small library finds something in everything");
      return;
    }
  link = km_test_find (fixture->list, GTK_TYPE_BUTTON, "Read the warning signs");
  g_assert_nonnull (link);
  g_signal_connect (fixture->list, "open", G_CALLBACK (on_open), &opened);
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (opened, ==, "warning-signs");
  g_signal_handlers_disconnect_by_data (fixture->list, &opened);
}

/* When nothing fits, and an answer speaks for something that has a page, it leads there as well. */
static void
test_unclear_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *opened = NULL;
  const KmQuestion *question = km_library_get_question (library, "elsewhere");
  KmOption *many = (KmOption *) km_question_find_option (question, "many");
  GtkWidget *link;

  tell (fixture, "onset=unsure fever=unsure downhill=unsure swelling=unsure elsewhere=many");
  g_assert_true (km_assessment_get_unclear (fixture->assessment));
  g_assert_null (km_test_find (fixture->list, GTK_TYPE_BUTTON, "Aches all over"));
  many->page = g_strdup ("aches");
  tell (fixture, "onset=unsure fever=unsure swelling=unsure elsewhere=many");
  g_assert_true (km_assessment_get_unclear (fixture->assessment));
  link = km_test_find (fixture->list, GTK_TYPE_BUTTON, "Aches all over");
  g_assert_nonnull (link);
  g_signal_connect (fixture->list, "open", G_CALLBACK (on_open), &opened);
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpstr (opened, ==, "aches");
  g_signal_handlers_disconnect_by_data (fixture->list, &opened);
  g_clear_pointer (&many->page, g_free);
}

int
main (int argc, char *argv[])
{
  km_test_init (&argc, &argv);
  library = km_test_library_new ();
  g_assert_true (
      km_library_take_page (library, km_page_new (KM_PAGE_GUIDE, "aches", "Aches all over")));
#define ADD(name, function) \
  g_test_add ("/match-list/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("order", test_order);
  ADD ("mark", test_mark);
  ADD ("tab", test_tab);
  ADD ("rows-stay", test_rows_stay);
  ADD ("open", test_open);
  ADD ("unclear", test_unclear);
  ADD ("unclear-page", test_unclear_page);
  return g_test_run ();
}
