/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-question-pane.h"

#include "km-answer-list.h"
#include "km-clamp.h"
#include "km-match-list.h"
#include "km-question-view.h"
#include "km-scroller.h"
#include "km-stack.h"
#include "km-urgent-view.h"

#include <glib/gi18n.h>

/* How much of the urgent view is always in sight, in px. */
#define URGENT_HEIGHT 190

/* Lower than this, a question and what fits so far have no room to scroll each for itself. In px at
 * the font the design was made with. */
#define LOW_HEIGHT 400

/**
 * KmQuestionPane:
 *
 * CSS node `questions`.
 */
struct _KmQuestionPane
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *start_scroller;
  GtkWidget *start;
  GtkWidget *asking;
  GtkWidget *scroller;
  GtkWidget *column; /* what scrolls */
  GtkWidget *question;
  GtkWidget *urgent;
  GtkWidget *answers;
  GtkWidget *line;
  GtkWidget *matches;
  KmAssessment *assessment;
  char *selected;
  gboolean went_on; /* asked to go on with the questions while it is urgent */
  KmUrgency level;
  gboolean low; /* what fits so far scrolls with the question */
  guint height_source;
};

G_DEFINE_FINAL_TYPE (KmQuestionPane, km_question_pane, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  RESUME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void make_questions (KmQuestionPane *self);

/* GTK would move the focus from what is hidden to whatever comes next, and only at the next frame:
 * after whoever wants the focus now has taken it. */
static void
hide (KmQuestionPane *self, GtkWidget *child)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == child || gtk_widget_is_ancestor (focus, child)))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_visible (child, FALSE);
}

static void
update (KmQuestionPane *self)
{
  gboolean empty = km_answers_is_empty (km_assessment_get_answers (self->assessment));
  KmUrgency level = km_assessment_get_urgency (self->assessment);
  gboolean urgent;

  if (empty)
    gtk_widget_set_visible (self->start_scroller, TRUE);
  else
    hide (self, self->start_scroller);
  if (self->scroller == NULL)
    {
      /* The first frame shows the start; the questions are made with the first answer. */
      if (empty)
        return;
      make_questions (self);
    }

  /* A level that rises takes over again, whatever was chosen before. */
  if (level > self->level || level < KM_URGENCY_SAME_DAY)
    self->went_on = FALSE;
  self->level = level;
  urgent = level >= KM_URGENCY_SAME_DAY && !self->went_on;
  km_stack_show (GTK_STACK (self->stack), empty ? self->start_scroller : self->asking);
  /* In a low window what to do now comes before what it may be. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              urgent ? URGENT_HEIGHT : -1);
  hide (self, urgent ? self->question : self->urgent);
  gtk_widget_set_visible (urgent ? self->urgent : self->question, TRUE);
}

/* In a low pane, as under a banner or with large text, what fits so far comes after the answers
 * rather than leave the question a line or two. */
static void
set_low (KmQuestionPane *self, gboolean low)
{
  g_autoptr (GtkWidget) matches = g_object_ref (self->matches);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (low == self->low)
    return;
  self->low = low;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, matches))
    focus = NULL;
  gtk_box_remove (GTK_BOX (low ? self->asking : self->column), matches);
  gtk_box_append (GTK_BOX (low ? self->column : self->asking), matches);
  gtk_widget_set_visible (self->line, !low);
  km_match_list_set_whole (KM_MATCH_LIST (matches), low);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

static gboolean
on_height_settled (gpointer user_data)
{
  KmQuestionPane *self = user_data;
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  self->height_source = 0;
  if (self->scroller != NULL && height > 0)
    set_low (self, height < km_clamp_scale (GTK_WIDGET (self), LOW_HEIGHT));
  return G_SOURCE_REMOVE;
}

static void
km_question_pane_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (KM_QUESTION_PANE (widget)->stack, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
km_question_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmQuestionPane *self = KM_QUESTION_PANE (widget);

  gtk_widget_size_allocate (self->stack, &(GtkAllocation){ 0, 0, width, height }, -1);
  /* What follows from the height may not change while sizes are handed out. */
  if (self->height_source == 0)
    self->height_source = g_idle_add (on_height_settled, self);
}

static void
on_go_on (KmQuestionPane *self)
{
  self->went_on = TRUE;
  update (self);
  km_question_view_focus (KM_QUESTION_VIEW (self->question));
}

static void
on_change (KmAnswerList *list, const char *question_id, gpointer user_data)
{
  km_question_pane_ask (user_data, question_id);
}

static void
on_open (KmMatchList *list, const char *page_id, gpointer user_data)
{
  g_signal_emit (user_data, signals[OPEN], 0, page_id);
}

static void
on_resume (KmQuestionPane *self)
{
  g_signal_emit (self, signals[RESUME], 0);
}

static void
km_question_pane_dispose (GObject *object)
{
  KmQuestionPane *self = KM_QUESTION_PANE (object);

  g_clear_handle_id (&self->height_source, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->selected, g_free);
  G_OBJECT_CLASS (km_question_pane_parent_class)->dispose (object);
}

static void
km_question_pane_class_init (KmQuestionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_question_pane_dispose;
  signals[OPEN] = g_signal_new ("open", KM_TYPE_QUESTION_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RESUME] = g_signal_new ("resume", KM_TYPE_QUESTION_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  widget_class->measure = km_question_pane_measure;
  widget_class->size_allocate = km_question_pane_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "questions");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_questions (KmQuestionPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  self->question = km_question_view_new ();
  self->urgent = g_object_new (KM_TYPE_URGENT_VIEW, NULL);
  self->answers = g_object_new (KM_TYPE_ANSWER_LIST, "margin-start", 18, "margin-end", 18,
                                "margin-bottom", 18, NULL);
  self->matches = g_object_new (KM_TYPE_MATCH_LIST, NULL);
  self->scroller = km_scroller_new (self->column);
  gtk_box_append (GTK_BOX (self->column), self->urgent);
  gtk_box_append (GTK_BOX (self->column), self->question);
  gtk_box_append (GTK_BOX (self->column), self->answers);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), self->line);
  gtk_box_append (GTK_BOX (box), self->matches);
  g_signal_connect_swapped (self->urgent, "go-on", G_CALLBACK (on_go_on), self);
  g_signal_connect (self->answers, "change", G_CALLBACK (on_change), self);
  g_signal_connect (self->matches, "open", G_CALLBACK (on_open), self);
  km_question_view_set_assessment (KM_QUESTION_VIEW (self->question), self->assessment);
  km_urgent_view_set_assessment (KM_URGENT_VIEW (self->urgent), self->assessment);
  km_answer_list_set_assessment (KM_ANSWER_LIST (self->answers), self->assessment);
  km_match_list_set_assessment (KM_MATCH_LIST (self->matches), self->assessment);
  km_match_list_select (KM_MATCH_LIST (self->matches), self->selected);
  self->asking = box;
  km_stack_add (GTK_STACK (self->stack), box, _ ("Questions"));
}

static void
km_question_pane_init (KmQuestionPane *self)
{
  self->start = g_object_new (KM_TYPE_START_VIEW, NULL);
  self->start_scroller = km_scroller_new (self->start);
  g_signal_connect_swapped (self->start, "resume", G_CALLBACK (on_resume), self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), TRUE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  km_stack_add (GTK_STACK (self->stack), self->start_scroller, _ ("How to start"));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "pane");
}

/**
 * km_question_pane_new:
 * @assessment: whose questions are asked
 *
 * Returns: (transfer floating): a pane
 */
GtkWidget *
km_question_pane_new (KmAssessment *assessment)
{
  KmQuestionPane *self = g_object_new (KM_TYPE_QUESTION_PANE, NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

static void
scroll_to (KmQuestionPane *self, double position)
{
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), position);
}

/**
 * km_question_pane_ask:
 * @self: a pane
 * @question_id: a question, answered before or not
 *
 * Asks a question, again or ahead of its turn, also while it is urgent.
 */
void
km_question_pane_ask (KmQuestionPane *self, const char *question_id)
{
  if (self->scroller == NULL)
    make_questions (self);
  self->went_on = TRUE;
  update (self);
  km_stack_show (GTK_STACK (self->stack), self->asking);
  km_question_view_ask (KM_QUESTION_VIEW (self->question), question_id);
  scroll_to (self, 0);
}

/**
 * km_question_pane_show_tell:
 * @self: a pane
 *
 * Shows what to tell whoever sees them.
 */
void
km_question_pane_show_tell (KmQuestionPane *self)
{
  g_return_if_fail (self->scroller != NULL);

  self->went_on = FALSE;
  update (self);
  km_urgent_view_focus_tell (KM_URGENT_VIEW (self->urgent));
}

/**
 * km_question_pane_show_answers:
 * @self: a pane
 *
 * Moves the focus to the list of answers, to change one.
 */
void
km_question_pane_show_answers (KmQuestionPane *self)
{
  if (self->scroller != NULL)
    gtk_widget_child_focus (self->answers, GTK_DIR_TAB_FORWARD);
}

/**
 * km_question_pane_select:
 * @self: a pane
 * @condition_id: (nullable): the condition whose page is open
 */
void
km_question_pane_select (KmQuestionPane *self, const char *condition_id)
{
  g_free (self->selected);
  self->selected = g_strdup (condition_id);
  if (self->scroller != NULL)
    km_match_list_select (KM_MATCH_LIST (self->matches), condition_id);
}

/**
 * km_question_pane_get_start:
 * @self: a pane
 *
 * Returns: (transfer none): what it shows before anything is chosen
 */
KmStartView *
km_question_pane_get_start (KmQuestionPane *self)
{
  return KM_START_VIEW (self->start);
}
