/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-answer-list.h"
#include "km-option-row.h"
#include "km-question-view.h"
#include "km-test-library.h"
#include "km-test-window.h"

static KmLibrary *library;

typedef struct
{
  KmAssessment *assessment;
  KmQuestionView *view;
  GtkWidget *answers;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->assessment = km_assessment_new (library);
  fixture->view = KM_QUESTION_VIEW (km_question_view_new ());
  fixture->answers = g_object_new (KM_TYPE_ANSWER_LIST, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  gtk_box_append (GTK_BOX (box), fixture->answers);
  km_question_view_set_assessment (fixture->view, fixture->assessment);
  km_answer_list_set_assessment (KM_ANSWER_LIST (fixture->answers), fixture->assessment);
  fixture->window = km_test_show (box, 396, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->assessment);
}

static GtkCheckButton *
get_row (Fixture *fixture, const char *words)
{
  GtkWidget *row = km_test_find (GTK_WIDGET (fixture->view), KM_TYPE_OPTION_ROW, words);

  g_assert_nonnull (row);
  return GTK_CHECK_BUTTON (row);
}

static gboolean
is_on (Fixture *fixture, const char *words)
{
  return gtk_check_button_get_active (get_row (fixture, words));
}

static void
choose (Fixture *fixture, const char *words)
{
  gtk_widget_activate (GTK_WIDGET (get_row (fixture, words)));
}

static GtkWidget *
get_button (Fixture *fixture, const char *words)
{
  return km_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_BUTTON, words);
}

static void
press (Fixture *fixture, const char *words)
{
  g_assert_true (gtk_widget_is_sensitive (get_button (fixture, words)));
  g_signal_emit_by_name (get_button (fixture, words), "clicked");
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static char *
dup_answer (Fixture *fixture, const char *question)
{
  const char *const *options
      = km_answers_get (km_assessment_get_answers (fixture->assessment), question);

  return options != NULL ? g_strjoinv (" ", (char **) options) : g_strdup ("");
}

static void
assert_answer (Fixture *fixture, const char *question, const char *expected)
{
  g_autofree char *answer = dup_answer (fixture, question);

  g_assert_cmpstr (answer, ==, expected);
}

/* Choosing answers at once; Next goes on, Back returns and shows what was chosen. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (km_question_view_get_question (fixture->view));

  g_assert_cmpstr (first, ==, "onset");
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Next")));
  choose (fixture, "slow");
  assert_answer (fixture, "onset", "slow");
  g_assert_cmpstr (km_question_view_get_question (fixture->view), ==, "onset");
  choose (fixture, "injury");
  assert_answer (fixture, "onset", "injury");
  g_assert_false (is_on (fixture, "slow"));
  press (fixture, "Next");
  g_assert_cmpstr (km_question_view_get_question (fixture->view), !=, "onset");
  g_assert_true (KM_IS_OPTION_ROW (get_focus (fixture)));
  press (fixture, "Back");
  g_assert_cmpstr (km_question_view_get_question (fixture->view), ==, "onset");
  g_assert_true (is_on (fixture, "injury"));
  g_assert_true (get_focus (fixture) == GTK_WIDGET (get_row (fixture, "injury")));
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Back")));
}

/* "None of these" and "not sure" stand alone; the others stand together. */
static void
test_exclusive (Fixture *fixture, gconstpointer data)
{
  km_question_view_ask (fixture->view, "foot");
  choose (fixture, "numb");
  choose (fixture, "tired");
  assert_answer (fixture, "foot", "numb tired");
  choose (fixture, "none");
  assert_answer (fixture, "foot", "none");
  g_assert_false (is_on (fixture, "numb"));
  choose (fixture, "tired");
  assert_answer (fixture, "foot", "tired");
  choose (fixture, "unsure");
  assert_answer (fixture, "foot", "unsure");
  choose (fixture, "unsure");
  assert_answer (fixture, "foot", "");
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture, "Next")));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_assert_true (km_test_press_key (view, GDK_KEY_2));
  assert_answer (fixture, "onset", "injury");
  g_assert_true (get_focus (fixture) == GTK_WIDGET (get_row (fixture, "injury")));
  g_assert_true (km_test_press_key (view, GDK_KEY_KP_1));
  assert_answer (fixture, "onset", "slow");
  /* There is no ninth answer, no answer nought, and letters choose nothing. */
  g_assert_false (km_test_press_key (view, GDK_KEY_9));
  g_assert_false (km_test_press_key (view, GDK_KEY_0));
  g_assert_false (km_test_press_key (view, GDK_KEY_a));
  assert_answer (fixture, "onset", "slow");
  /* Enter on what is chosen goes on, elsewhere it is left alone. */
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, "unsure")));
  g_assert_false (km_test_press_key (view, GDK_KEY_Return));
  gtk_widget_grab_focus (GTK_WIDGET (get_row (fixture, "slow")));
  g_assert_true (km_test_press_key (view, GDK_KEY_Return));
  g_assert_cmpstr (km_question_view_get_question (fixture->view), !=, "onset");
  /* Where several may be chosen a digit also takes back. */
  km_question_view_ask (fixture->view, "foot");
  km_test_press_key (view, GDK_KEY_2);
  km_test_press_key (view, GDK_KEY_3);
  assert_answer (fixture, "foot", "numb cold");
  km_test_press_key (view, GDK_KEY_2);
  assert_answer (fixture, "foot", "cold");
}

static void
test_second_click (Fixture *fixture, gconstpointer data)
{
  km_test_click (GTK_WIDGET (get_row (fixture, "slow")));
  g_assert_cmpstr (km_question_view_get_question (fixture->view), ==, "onset");
  choose (fixture, "slow");
  km_test_click (GTK_WIDGET (get_row (fixture, "injury")));
  g_assert_cmpstr (km_question_view_get_question (fixture->view), ==, "onset");
  km_test_click (GTK_WIDGET (get_row (fixture, "slow")));
  g_assert_cmpstr (km_question_view_get_question (fixture->view), !=, "onset");
  /* Of several that may be chosen, a second click takes one back and never goes on. */
  km_question_view_ask (fixture->view, "foot");
  choose (fixture, "cold");
  km_test_click (GTK_WIDGET (get_row (fixture, "cold")));
  g_assert_cmpstr (km_question_view_get_question (fixture->view), ==, "foot");
}

static void
test_why (Fixture *fixture, gconstpointer data)
{
  GtkWidget *why = get_button (fixture, "Why we ask");

  g_assert_nonnull (why);
  g_signal_emit_by_name (why, "clicked");
  g_assert_nonnull (km_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, "It matters."));
  gtk_test_accessible_assert_state (why, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  choose (fixture, "slow");
  press (fixture, "Next");
  gtk_test_accessible_assert_state (why, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
}

static void
on_finished (KmQuestionView *view, gboolean *finished)
{
  *finished = TRUE;
}

/* At the end it says so, and the focus is on that. */
static void
test_end (Fixture *fixture, gconstpointer data)
{
  gboolean finished = FALSE;

  g_signal_connect (fixture->view, "finished", G_CALLBACK (on_finished), &finished);
  for (int i = 0; i < 10 && km_question_view_get_question (fixture->view) != NULL; i++)
    {
      km_test_press_key (GTK_WIDGET (fixture->view), GDK_KEY_1);
      press (fixture, "Next");
    }
  g_assert_null (km_question_view_get_question (fixture->view));
  g_assert_true (finished);
  g_assert_true (GTK_IS_LABEL (get_focus (fixture)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_focus (fixture))), ==,
                   "That is enough to go on");
  g_assert_null (get_button (fixture, "Next"));
}

/* A question that another answer closes makes way, and its answer leaves the list. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  const char *slow[] = { "slow", NULL };
  const char *injury[] = { "injury", NULL };

  km_assessment_answer (fixture->assessment, "onset", injury, NULL);
  km_question_view_ask (fixture->view, "twist");
  choose (fixture, "yes");
  g_assert_nonnull (km_test_find (fixture->answers, GTK_TYPE_LABEL, "twist"));
  km_assessment_answer (fixture->assessment, "onset", slow, NULL);
  g_assert_cmpstr (km_question_view_get_question (fixture->view), !=, "twist");
  g_assert_null (km_test_find (fixture->answers, GTK_TYPE_LABEL, "twist"));
  g_assert_nonnull (km_test_find (fixture->answers, GTK_TYPE_LABEL, "onset"));
  /* Back does not lead to it either. */
  km_question_view_ask (fixture->view, "downhill");
  choose (fixture, "yes");
  press (fixture, "Back");
  g_assert_cmpstr (km_question_view_get_question (fixture->view), ==, "onset");
  /* It was said, and counts again when it applies again. */
  km_assessment_answer (fixture->assessment, "onset", injury, NULL);
  g_assert_nonnull (km_test_find (fixture->answers, GTK_TYPE_LABEL, "twist"));
}

static void
on_change (KmAnswerList *list, const char *question, char **asked)
{
  g_free (*asked);
  *asked = g_strdup (question);
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asked = NULL;
  GtkWidget *row;

  g_assert_false (gtk_widget_get_visible (fixture->answers));
  km_assessment_toggle_spot (fixture->assessment, "calf");
  /* Spots are seen and changed on the drawing. */
  g_assert_false (gtk_widget_get_visible (fixture->answers));
  km_question_view_ask (fixture->view, "onset");
  choose (fixture, "slow");
  g_assert_true (gtk_widget_get_visible (fixture->answers));
  g_signal_connect (fixture->answers, "change", G_CALLBACK (on_change), &asked);
  row = km_test_find (fixture->answers, GTK_TYPE_LIST_BOX_ROW, "onset");
  gtk_widget_activate (row);
  g_assert_cmpstr (asked, ==, "onset");
  g_signal_handlers_disconnect_by_data (fixture->answers, &asked);
}

int
main (int argc, char *argv[])
{
  km_test_init (&argc, &argv);
  library = km_test_library_new ();
#define ADD(name, function) \
  g_test_add ("/question-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("choose", test_choose);
  ADD ("exclusive", test_exclusive);
  ADD ("keys", test_keys);
  ADD ("second-click", test_second_click);
  ADD ("why", test_why);
  ADD ("end", test_end);
  ADD ("closed", test_closed);
  ADD ("answers", test_answers);
  return g_test_run ();
}
