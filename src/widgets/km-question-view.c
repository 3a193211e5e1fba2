/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-question-view.h"

#include "km-heading.h"
#include "km-option-row.h"
#include "km-pair.h"

#include <glib/gi18n.h>

/**
 * KmQuestionView:
 *
 * CSS node `question`.
 */
struct _KmQuestionView
{
  GtkWidget parent_instance;

  GtkWidget *body;
  GtkWidget *progress_box;
  GtkWidget *progress_label;
  GtkWidget *progress_bar;
  GtkWidget *question_label;
  GtkWidget *hint_label;
  GtkWidget *options_box;
  GtkWidget *buttons;
  GtkWidget *why_button;
  GtkWidget *why_icon;
  GtkWidget *why_revealer;
  GtkWidget *why_label;
  GtkWidget *back_button;
  GtkWidget *next_button;

  KmAssessment *assessment;
  const KmQuestion *question; /* owned by the library; NULL when nothing is left to ask */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (KmQuestionView, km_question_view, GTK_TYPE_WIDGET)

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_question (KmQuestionView *self, const KmQuestion *question);

static KmOptionRow *
first_row (KmQuestionView *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->options_box);

  return child != NULL ? KM_OPTION_ROW (child) : NULL;
}

static KmOptionRow *
next_row (KmOptionRow *row)
{
  GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  return child != NULL ? KM_OPTION_ROW (child) : NULL;
}

static gboolean
row_is_on (KmOptionRow *row)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (row));
}

/* "None of these" and "not sure" do not stand beside other answers. */
static gboolean
row_stands_alone (KmQuestionView *self, KmOptionRow *row)
{
  const KmOption *option = km_question_find_option (self->question, km_option_row_get_id (row));

  return option->role == KM_OPTION_CALM || option->role == KM_OPTION_UNSURE;
}

static void
release_others (KmQuestionView *self, KmOptionRow *chosen)
{
  gboolean alone = row_stands_alone (self, chosen);

  for (KmOptionRow *row = first_row (self); row != NULL; row = next_row (row))
    if (row != chosen && (alone || row_stands_alone (self, row)))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (row), FALSE);
}

static void
update_buttons (KmQuestionView *self)
{
  gboolean chosen = FALSE;

  for (KmOptionRow *row = first_row (self); row != NULL; row = next_row (row))
    {
      chosen |= row_is_on (row);
      if (row_is_on (row))
        gtk_widget_add_css_class (GTK_WIDGET (row), "chosen");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "chosen");
    }
  gtk_widget_set_sensitive (self->next_button, chosen);
}

static void
on_option_toggled (GtkCheckButton *button, gpointer user_data)
{
  KmQuestionView *self = KM_QUESTION_VIEW (user_data);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  if (self->filling)
    return;
  if (!self->question->many && !gtk_check_button_get_active (button))
    return;
  self->filling = TRUE;
  if (self->question->many && gtk_check_button_get_active (button))
    release_others (self, KM_OPTION_ROW (button));
  for (KmOptionRow *row = first_row (self); row != NULL; row = next_row (row))
    if (row_is_on (row))
      g_ptr_array_add (chosen, (gpointer) km_option_row_get_id (row));
  g_ptr_array_add (chosen, NULL);
  km_assessment_answer (self->assessment, self->question->id, (const char *const *) chosen->pdata,
                        NULL);
  self->filling = FALSE;
  update_buttons (self);
}

static void
clear_options (KmQuestionView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->options_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->options_box), child);
}

static void
go_next (KmQuestionView *self)
{
  const KmQuestion *next = km_assessment_get_next_question (self->assessment);

  show_question (self, next);
  km_question_view_focus (self);
  if (next == NULL)
    g_signal_emit (self, signals[FINISHED], 0);
}

/* A second click, or Enter, on the row already chosen means Next. */
static void
on_row_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  KmQuestionView *self = KM_QUESTION_VIEW (user_data);
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (!self->question->many && row_is_on (KM_OPTION_ROW (row)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      go_next (self);
    }
}

static void
add_option (KmQuestionView *self, const KmOption *option, GtkCheckButton *group)
{
  GtkWidget *row = km_option_row_new (option->id, option->label, self->question->many);
  GtkGesture *click = gtk_gesture_click_new ();

  if (!self->question->many && group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (row), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row),
                               km_answers_has_option (km_assessment_get_answers (self->assessment),
                                                      self->question->id, option->id));
  g_signal_connect (row, "toggled", G_CALLBACK (on_option_toggled), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_row_pressed), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (self->options_box), row);
}

static const char *
previous_question (KmQuestionView *self)
{
  const char *const *ids = km_answers_get_questions (km_assessment_get_counted (self->assessment));
  const char *previous = NULL;

  for (; *ids != NULL; ids++)
    {
      if (self->question != NULL && g_str_equal (*ids, self->question->id))
        break;
      if (!g_str_equal (*ids, KM_KEY_SPOT) && !g_str_equal (*ids, KM_KEY_SIDE))
        previous = *ids;
    }
  return previous;
}

static void
update_progress (KmQuestionView *self)
{
  guint answered = km_assessment_get_n_answered (self->assessment);
  guint expected = MAX (km_assessment_get_n_expected (self->assessment), answered);
  gboolean given
      = self->question != NULL
        && km_answers_has (km_assessment_get_answers (self->assessment), self->question->id);
  guint number = given ? answered : answered + 1;
  g_autofree char *text = NULL;

  expected = MAX (expected, number);
  if (self->question == NULL)
    text = g_strdup_printf (ngettext ("%u question answered", "%u questions answered", answered),
                            answered);
  else
    /* Translators: which question this is, and about how many there may be */
    text = g_strdup_printf (_ ("Question %u of about %u"), number, expected);
  gtk_widget_set_sensitive (self->back_button, previous_question (self) != NULL);
  gtk_label_set_label (GTK_LABEL (self->progress_label), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar),
                                 self->question == NULL ? 1.0
                                                        : MIN (1.0, (double) number / expected));
}

static void
show_end (KmQuestionView *self)
{
  gtk_label_set_label (GTK_LABEL (self->question_label), _ ("That is enough to go on"));
  gtk_label_set_label (GTK_LABEL (self->hint_label),
                       _ ("More questions would not change the list below. Open a row to read "
                          "what may help. You can still change any answer."));
}

static void
reveal_why (KmQuestionView *self, gboolean reveal)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->why_revealer), reveal);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->why_icon),
                                reveal ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->why_revealer), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !reveal, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->why_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               reveal, -1);
}

static void
show_question (KmQuestionView *self, const KmQuestion *question)
{
  gboolean ask = question != NULL;
  gboolean many = ask && question->many;

  self->question = question;
  self->filling = TRUE;
  clear_options (self);
  gtk_widget_set_visible (self->options_box, ask);
  gtk_widget_set_visible (self->buttons, ask);
  gtk_widget_set_visible (self->hint_label, many || !ask);
  reveal_why (self, FALSE);
  if (ask)
    {
      gtk_label_set_label (GTK_LABEL (self->question_label), question->text);
      gtk_label_set_label (GTK_LABEL (self->hint_label), _ ("You can choose more than one."));
      gtk_label_set_label (GTK_LABEL (self->why_label), question->why);
      for (guint i = 0; i < question->options->len; i++)
        add_option (self, km_question_get_option (question, i),
                    GTK_CHECK_BUTTON (first_row (self)));
      update_buttons (self);
    }
  else
    show_end (self);
  self->filling = FALSE;
  update_progress (self);
}

static void
on_back_clicked (KmQuestionView *self)
{
  const char *previous = previous_question (self);

  if (previous != NULL)
    km_question_view_ask (self, previous);
}

static void
on_next_clicked (KmQuestionView *self)
{
  go_next (self);
}

static void
on_why_clicked (KmQuestionView *self)
{
  reveal_why (self, !gtk_revealer_get_reveal_child (GTK_REVEALER (self->why_revealer)));
}

/* Digits choose a row. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                gpointer user_data)
{
  KmQuestionView *self = KM_QUESTION_VIEW (user_data);
  guint number = gdk_keyval_to_unicode (keyval) - '0';
  guint position = 1;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

      if (!KM_IS_OPTION_ROW (focus) || !row_is_on (KM_OPTION_ROW (focus)))
        return GDK_EVENT_PROPAGATE;
      go_next (self);
      return GDK_EVENT_STOP;
    }
  if (number < 1 || number > 9)
    return GDK_EVENT_PROPAGATE;
  for (KmOptionRow *row = first_row (self); row != NULL; row = next_row (row), position++)
    if (position == number)
      {
        gtk_widget_grab_focus (GTK_WIDGET (row));
        gtk_check_button_set_active (GTK_CHECK_BUTTON (row),
                                     !self->question->many || !row_is_on (row));
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
on_changed (KmAssessment *assessment, gpointer user_data)
{
  KmQuestionView *self = KM_QUESTION_VIEW (user_data);
  const KmAnswers *answers = km_assessment_get_counted (assessment);

  if (self->filling)
    {
      update_progress (self);
      return;
    }
  /* A question that has just been closed by another answer, or not answered yet, makes way. */
  if (self->question == NULL || !km_answers_has (answers, self->question->id))
    show_question (self, km_assessment_get_next_question (assessment));
  else
    show_question (self, self->question);
}

static void
km_question_view_dispose (GObject *object)
{
  KmQuestionView *self = KM_QUESTION_VIEW (object);

  g_clear_object (&self->assessment);
  gtk_widget_dispose_template (GTK_WIDGET (self), KM_TYPE_QUESTION_VIEW);
  G_OBJECT_CLASS (km_question_view_parent_class)->dispose (object);
}

static void
km_question_view_class_init (KmQuestionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_question_view_dispose;
  signals[FINISHED] = g_signal_new ("finished", KM_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (KM_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kneemap/Kneemap/ui/km-question-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, body);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, progress_box);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, progress_label);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, question_label);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, hint_label);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, options_box);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, buttons);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, why_button);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, why_icon);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, why_revealer);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, why_label);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, back_button);
  gtk_widget_class_bind_template_child (widget_class, KmQuestionView, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_why_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
}

static void
km_question_view_init (KmQuestionView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
km_question_view_new (void)
{
  return g_object_new (KM_TYPE_QUESTION_VIEW, NULL);
}

/**
 * km_question_view_set_assessment:
 * @self: a question view
 * @assessment: whose questions are asked
 */
void
km_question_view_set_assessment (KmQuestionView *self, KmAssessment *assessment)
{
  g_return_if_fail (self->assessment == NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (on_changed), self, 0);
  show_question (self, km_assessment_get_next_question (assessment));
}

/**
 * km_question_view_ask:
 * @self: a question view
 * @question_id: a question, answered before or not
 *
 * Shows a question again, to change its answer, and moves the focus to it.
 */
void
km_question_view_ask (KmQuestionView *self, const char *question_id)
{
  const KmQuestion *question
      = km_library_get_question (km_assessment_get_library (self->assessment), question_id);

  if (question == NULL)
    return;
  show_question (self, question);
  km_question_view_focus (self);
}

/**
 * km_question_view_focus:
 * @self: a question view
 *
 * Moves the focus to the chosen option, or the first, or to the words at the end.
 */
void
km_question_view_focus (KmQuestionView *self)
{
  KmOptionRow *target = first_row (self);

  for (KmOptionRow *row = target; row != NULL; row = next_row (row))
    if (row_is_on (row))
      target = row;
  if (target != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (target));
  else
    km_heading_take_focus (self->question_label);
}

/**
 * km_question_view_get_question:
 * @self: a question view
 *
 * Returns: (nullable): id of the question shown, %NULL at the end
 */
const char *
km_question_view_get_question (KmQuestionView *self)
{
  return self->question != NULL ? self->question->id : NULL;
}
