/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-answer-list.h"

#include "km-heading.h"

#include <glib/gi18n.h>

/**
 * KmAnswerList:
 *
 * CSS nodes `answers` > label and `list.answers`.
 */
struct _KmAnswerList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *list;
  KmAssessment *assessment;
};

G_DEFINE_FINAL_TYPE (KmAnswerList, km_answer_list, GTK_TYPE_WIDGET)

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
join_labels (const KmQuestion *question, const char *const *options)
{
  GString *text = g_string_new (NULL);

  for (; *options != NULL; options++)
    {
      const KmOption *option = km_question_find_option (question, *options);

      if (option == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, option->label);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (const KmQuestion *question, const char *const *options)
{
  g_autofree char *answer = join_labels (question, options);
  g_autofree char *name
      = g_strdup_printf (_ ("%s: %s. Change this answer."), question->brief, answer);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = km_label_new (question->brief, "km-small", "km-dim", NULL);
  GtkWidget *right = km_label_new (answer, "km-small", NULL);

  gtk_widget_set_hexpand (left, TRUE);
  gtk_label_set_yalign (GTK_LABEL (left), 0.0);
  gtk_label_set_xalign (GTK_LABEL (right), 1.0);
  gtk_label_set_justify (GTK_LABEL (right), GTK_JUSTIFY_RIGHT);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_box_append (GTK_BOX (box), km_icon_new ("document-edit-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "question", (gpointer) question);
  return row;
}

static void
refill (KmAnswerList *self)
{
  const KmAnswers *answers = km_assessment_get_counted (self->assessment);
  const char *const *ids = km_answers_get_questions (answers);
  KmLibrary *library = km_assessment_get_library (self->assessment);
  GtkListBoxRow *row;
  gboolean any = FALSE;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (; *ids != NULL; ids++)
    {
      /* Spots and side are seen and changed on the drawing. */
      if (g_str_equal (*ids, KM_KEY_SPOT) || g_str_equal (*ids, KM_KEY_SIDE))
        continue;
      gtk_list_box_append (
          GTK_LIST_BOX (self->list),
          make_row (km_library_get_question (library, *ids), km_answers_get (answers, *ids)));
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  const KmQuestion *question = g_object_get_data (G_OBJECT (row), "question");

  g_signal_emit (user_data, signals[CHANGE], 0, question->id);
}

static void
km_answer_list_dispose (GObject *object)
{
  KmAnswerList *self = KM_ANSWER_LIST (object);

  g_clear_object (&self->assessment);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (km_answer_list_parent_class)->dispose (object);
}

static void
km_answer_list_class_init (KmAnswerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_answer_list_dispose;
  signals[CHANGE] = g_signal_new ("change", KM_TYPE_ANSWER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "answers");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_answer_list_init (KmAnswerList *self)
{
  GtkWidget *title = km_heading_new (_ ("Your answers"), 3, "km-heading");

  gtk_widget_add_css_class (title, "km-small");
  gtk_widget_add_css_class (title, "km-dim");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "answers");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), self->list);
}

/**
 * km_answer_list_set_assessment:
 * @self: an answer list
 * @assessment: whose answers are listed
 */
void
km_answer_list_set_assessment (KmAnswerList *self, KmAssessment *assessment)
{
  g_return_if_fail (self->assessment == NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
}
