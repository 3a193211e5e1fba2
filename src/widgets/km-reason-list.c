/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-reason-list.h"

#include "km-heading.h"
#include "km-row.h"

#include <glib/gi18n.h>

/* More reasons than these would be a wall; the strongest come first. */
#define MAX_REASONS 8
#define MAX_OPEN 3

/**
 * KmReasonList:
 *
 * CSS node `reasons`.
 */
struct _KmReasonList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *card;
  KmAssessment *assessment;
  const KmCondition *condition;
};

G_DEFINE_FINAL_TYPE (KmReasonList, km_reason_list, GTK_TYPE_WIDGET)

enum
{
  ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_answer_clicked (GtkButton *button, gpointer user_data)
{
  const KmQuestion *question = g_object_get_data (G_OBJECT (button), "question");

  g_signal_emit (user_data, signals[ANSWER], 0, question->id);
}

static GtkWidget *
make_mark (KmSign sign)
{
  GtkWidget *ring;

  if (sign == KM_SIGN_FITS)
    return km_icon_new ("object-select-symbolic");
  if (sign == KM_SIGN_AGAINST)
    return km_icon_new ("list-remove-symbolic");
  ring = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign",
                       GTK_ALIGN_CENTER, "valign", GTK_ALIGN_START, "margin-top", 3, NULL);
  gtk_widget_add_css_class (ring, "ring");
  return ring;
}

static GtkWidget *
make_answer_button (KmReasonList *self, const KmQuestion *question)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Answer"));
  g_autofree char *name = g_strdup_printf (_ ("Answer: %s"), question->text);

  gtk_widget_add_css_class (button, "km-link");
  gtk_widget_add_css_class (button, "km-small");
  gtk_widget_add_css_class (button, "snug");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "question", (gpointer) question);
  g_signal_connect (button, "clicked", G_CALLBACK (on_answer_clicked), self);
  return button;
}

static GtkWidget *
make_row (KmReasonList *self, const KmReason *reason)
{
  static const char *const classes[] = { "fits", "against", "open" };
  GtkWidget *row = km_row_new (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 9);
  GtkWidget *text = km_label_new (
      reason->option != NULL ? reason->option->statement : reason->question->text, NULL);

  gtk_widget_add_css_class (row, "reason");
  gtk_widget_add_css_class (row, classes[reason->sign]);
  gtk_widget_set_hexpand (text, TRUE);
  km_row_append (row, make_mark (reason->sign));
  km_row_append (row, text);
  if (reason->sign == KM_SIGN_OPEN)
    km_row_append (row, make_answer_button (self, reason->question));
  return row;
}

static void
append_group (KmReasonList *self, GPtrArray *reasons, KmSign sign, const char *title, guint limit)
{
  GtkWidget *heading = km_heading_new (title, 3, "km-heading");
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 5);
  GtkWidget *list = km_list_new (5);
  guint n = 0;

  gtk_widget_add_css_class (heading, "km-small");
  gtk_widget_add_css_class (heading, "km-dim");
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), list);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  for (guint i = 0; i < reasons->len && n < limit; i++)
    {
      const KmReason *reason = g_ptr_array_index (reasons, i);

      if (reason->sign != sign)
        continue;
      gtk_box_append (GTK_BOX (list), make_row (self, reason));
      n++;
    }
  if (n > 0)
    gtk_box_append (GTK_BOX (self->card), group);
  else
    g_object_unref (g_object_ref_sink (group));
}

static void
refill (KmReasonList *self)
{
  g_autoptr (GPtrArray) reasons = km_assessment_dup_reasons (self->assessment, self->condition);
  gboolean any = !km_answers_is_empty (km_assessment_get_answers (self->assessment));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->card)) != NULL)
    gtk_box_remove (GTK_BOX (self->card), child);
  append_group (self, reasons, KM_SIGN_FITS, _ ("Fits"), MAX_REASONS);
  append_group (self, reasons, KM_SIGN_AGAINST, _ ("Does not fit"), MAX_REASONS);
  append_group (self, reasons, KM_SIGN_OPEN, _ ("Not asked yet"), MAX_OPEN);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          any && gtk_widget_get_first_child (self->card) != NULL);
}

static void
km_reason_list_dispose (GObject *object)
{
  KmReasonList *self = KM_REASON_LIST (object);

  g_clear_object (&self->assessment);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (km_reason_list_parent_class)->dispose (object);
}

static void
km_reason_list_class_init (KmReasonListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_reason_list_dispose;
  signals[ANSWER] = g_signal_new ("answer", KM_TYPE_REASON_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reasons");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_reason_list_init (KmReasonList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "why");
  gtk_box_append (GTK_BOX (self->box), km_heading_new (_ ("Why it fits you"), 2, "km-section"));
  gtk_box_append (GTK_BOX (self->box), self->card);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * km_reason_list_new:
 * @assessment: whose answers count
 * @condition: the condition they may fit
 *
 * Returns: (transfer floating): a list that follows the answers
 */
GtkWidget *
km_reason_list_new (KmAssessment *assessment, const KmCondition *condition)
{
  KmReasonList *self = g_object_new (KM_TYPE_REASON_LIST, NULL);

  self->assessment = g_object_ref (assessment);
  self->condition = condition;
  g_signal_connect_object (assessment, "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
  return GTK_WIDGET (self);
}
