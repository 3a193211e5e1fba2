/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-urgent-view.h"

#include "km-heading.h"
#include "km-steps.h"

#include <glib/gi18n.h>

/**
 * KmUrgentView:
 *
 * CSS node `urgent`.
 */
struct _KmUrgentView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *steps_box;
  GtkWidget *tell_title;
  GtkWidget *tell_box;
  GtkWidget *copy_button;
  KmAssessment *assessment;
  char *told;
};

G_DEFINE_FINAL_TYPE (KmUrgentView, km_urgent_view, GTK_TYPE_WIDGET)

enum
{
  GO_ON,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill_steps (KmUrgentView *self, KmUrgency level)
{
  KmLibrary *library = km_assessment_get_library (self->assessment);
  const KmLevelText *text = km_library_get_level_text (library, level);
  GPtrArray *flags = km_assessment_get_flags (self->assessment);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *steps = km_steps_new ();

  clear_box (self->steps_box);
  for (char **step = text->steps; *step != NULL; step++)
    km_steps_append_string (steps, *step);
  for (guint i = 0; i < flags->len; i++)
    {
      const KmRedFlag *flag = g_ptr_array_index (flags, i);

      if (flag->level != level)
        continue;
      for (char **extra = flag->extras; extra != NULL && *extra != NULL; extra++)
        if (g_hash_table_add (seen, *extra) && km_library_get_extra (library, *extra) != NULL)
          km_steps_append_string (steps, km_library_get_extra (library, *extra));
    }
  gtk_box_append (GTK_BOX (self->steps_box), steps);
}

static gboolean
is_alarm (const KmQuestion *question, const char *option_id)
{
  const KmOption *option = km_question_find_option (question, option_id);

  return option != NULL && option->role == KM_OPTION_ALARM;
}

/* What a doctor asks first stands first: alarm signs, then the rest in the order told. */
static void
append_statements (GString *told, KmAssessment *assessment, gboolean alarms)
{
  const KmAnswers *answers = km_assessment_get_counted (assessment);
  const char *const *ids = km_answers_get_questions (answers);

  for (; *ids != NULL; ids++)
    {
      const KmQuestion *question
          = km_library_get_question (km_assessment_get_library (assessment), *ids);
      const char *const *options = km_answers_get (answers, *ids);

      if (g_str_equal (*ids, KM_KEY_SPOT) || g_str_equal (*ids, KM_KEY_SIDE))
        continue;
      for (; *options != NULL; options++)
        {
          const KmOption *option = km_question_find_option (question, *options);

          if (option->role != KM_OPTION_UNSURE && is_alarm (question, *options) == alarms)
            g_string_append_printf (told, "%s\n", option->statement);
        }
    }
}

static void
append_place (GString *told, KmAssessment *assessment)
{
  const KmAnswers *answers = km_assessment_get_counted (assessment);
  KmLibrary *library = km_assessment_get_library (assessment);
  const char *const *sides = km_answers_get (answers, KM_KEY_SIDE);
  const char *const *spots = km_answers_get (answers, KM_KEY_SPOT);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (sides != NULL)
    g_ptr_array_add (
        parts, km_question_find_option (km_library_get_question (library, KM_KEY_SIDE), sides[0])
                   ->statement);
  for (; spots != NULL && *spots != NULL; spots++)
    g_ptr_array_add (parts, km_library_get_spot (library, *spots)->name);
  if (parts->len == 0)
    return;
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (" · ", (char **) parts->pdata);
  g_string_append_printf (told, "%s\n", joined);
}

static void
fill_told (KmUrgentView *self)
{
  GString *told = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  append_place (told, self->assessment);
  append_statements (told, self->assessment, TRUE);
  append_statements (told, self->assessment, FALSE);
  g_strchomp (told->str);
  g_free (self->told);
  self->told = g_string_free (told, FALSE);
  lines = g_strsplit (self->told, "\n", -1);
  clear_box (self->tell_box);
  for (char **line = lines; *line != NULL; line++)
    {
      GtkWidget *label = km_label_new (*line, NULL);

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (self->tell_box), label);
    }
}

static void
update (KmUrgentView *self)
{
  KmUrgency level = km_assessment_get_urgency (self->assessment);

  if (level < KM_URGENCY_SAME_DAY)
    return;
  fill_steps (self, level);
  fill_told (self);
}

static void
on_go_on_clicked (KmUrgentView *self)
{
  g_signal_emit (self, signals[GO_ON], 0);
}

static void
on_copy_clicked (KmUrgentView *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->told);
  gtk_button_set_label (GTK_BUTTON (self->copy_button), _ ("Copied"));
}

static void
km_urgent_view_dispose (GObject *object)
{
  KmUrgentView *self = KM_URGENT_VIEW (object);

  g_clear_object (&self->assessment);
  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (km_urgent_view_parent_class)->dispose (object);
}

static void
km_urgent_view_class_init (KmUrgentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_urgent_view_dispose;
  signals[GO_ON] = g_signal_new ("go-on", KM_TYPE_URGENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "urgent-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_buttons (KmUrgentView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *go_on = gtk_button_new_with_label (_ ("Go on with the questions"));

  km_style_as_link (go_on);
  gtk_widget_set_margin_start (go_on, 0);
  gtk_widget_set_hexpand (go_on, TRUE);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (go_on))), TRUE);
  self->copy_button = gtk_button_new_with_label (_ ("Copy"));
  g_signal_connect_swapped (go_on, "clicked", G_CALLBACK (on_go_on_clicked), self);
  g_signal_connect_swapped (self->copy_button, "clicked", G_CALLBACK (on_copy_clicked), self);
  gtk_box_append (GTK_BOX (buttons), go_on);
  gtk_box_append (GTK_BOX (buttons), self->copy_button);
  return buttons;
}

static void
km_urgent_view_init (KmUrgentView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  self->steps_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->tell_title = km_heading_new (_ ("What to tell them"), 2, "km-section");
  gtk_widget_set_margin_top (self->tell_title, 12);
  self->tell_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->tell_box, "card");
  gtk_widget_add_css_class (self->tell_box, "why");
  gtk_box_append (GTK_BOX (self->box), km_heading_new (_ ("What to do now"), 2, "km-question"));
  gtk_box_append (GTK_BOX (self->box), self->steps_box);
  gtk_box_append (GTK_BOX (self->box), self->tell_title);
  gtk_box_append (GTK_BOX (self->box), self->tell_box);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * km_urgent_view_set_assessment:
 * @self: an urgent view
 * @assessment: whose urgency it explains
 */
void
km_urgent_view_set_assessment (KmUrgentView *self, KmAssessment *assessment)
{
  g_return_if_fail (self->assessment == NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * km_urgent_view_focus_tell:
 * @self: an urgent view
 *
 * Moves the focus to what to tell them, so that it is scrolled into view and read.
 */
void
km_urgent_view_focus_tell (KmUrgentView *self)
{
  km_heading_take_focus (self->tell_title);
}
