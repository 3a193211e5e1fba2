/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-start-view.h"

#include "km-heading.h"
#include "km-row.h"
#include "km-steps.h"

#include <glib/gi18n.h>

/**
 * KmStartView:
 *
 * CSS node `start`.
 */
struct _KmStartView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *resume_button;
  GtkWidget *notice_label;
};

G_DEFINE_FINAL_TYPE (KmStartView, km_start_view, GTK_TYPE_WIDGET)

enum
{
  RESUME,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_resume_clicked (KmStartView *self)
{
  g_signal_emit (self, signals[RESUME], 0);
}

static void
km_start_view_dispose (GObject *object)
{
  KmStartView *self = KM_START_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (km_start_view_parent_class)->dispose (object);
}

static void
km_start_view_class_init (KmStartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_start_view_dispose;
  signals[RESUME] = g_signal_new ("resume", KM_TYPE_START_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "start");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_middle (KmStartView *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *steps = km_steps_new ();

  gtk_widget_set_margin_start (middle, 30);
  gtk_widget_set_margin_end (middle, 30);
  gtk_box_append (GTK_BOX (middle), km_heading_new (_ ("Where does it hurt?"), 1, "km-title"));
  gtk_box_append (GTK_BOX (middle),
                  km_label_new (_ ("Click the sore place on the knee. You will see at once what it "
                                   "may be."),
                                "km-lead", "km-dim", NULL));
  km_steps_append_string (steps, _ ("Pick one or more places."));
  km_steps_append_string (steps, _ ("Answer a few short questions."));
  km_steps_append_string (steps, _ ("Read what may help, and when to be seen."));
  gtk_widget_set_margin_top (steps, 12);
  gtk_widget_set_margin_bottom (steps, 12);
  gtk_box_append (GTK_BOX (middle), steps);
  self->resume_button = gtk_button_new_with_label (_ ("Go on from last time"));
  gtk_widget_set_halign (self->resume_button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->resume_button, FALSE);
  g_signal_connect_swapped (self->resume_button, "clicked", G_CALLBACK (on_resume_clicked), self);
  gtk_box_append (GTK_BOX (middle), self->resume_button);
  return middle;
}

static void
km_start_view_init (KmStartView *self)
{
  GtkWidget *foot
      = km_label_new (_ ("Kneemap informs. It does not diagnose."), "km-small", "km-dim", NULL);

  self->notice_label = km_label_new ("", "km-small", NULL);
  gtk_widget_set_margin_start (self->notice_label, 30);
  gtk_widget_set_margin_end (self->notice_label, 30);
  gtk_widget_set_margin_bottom (self->notice_label, 12);
  gtk_widget_set_visible (self->notice_label, FALSE);
  gtk_widget_set_margin_start (foot, 30);
  gtk_widget_set_margin_end (foot, 30);
  gtk_widget_set_margin_bottom (foot, 18);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), km_spring_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->box), make_middle (self));
  gtk_box_append (GTK_BOX (self->box), km_spring_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (self->box), self->notice_label);
  gtk_box_append (GTK_BOX (self->box), foot);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * km_start_view_set_can_resume:
 * @self: a start view
 * @can_resume: whether there is a last session to go on from
 */
void
km_start_view_set_can_resume (KmStartView *self, gboolean can_resume)
{
  gtk_widget_set_visible (self->resume_button, can_resume);
}

/**
 * km_start_view_set_notice:
 * @self: a start view
 * @notice: (nullable): something that could not be done, in one line
 */
void
km_start_view_set_notice (KmStartView *self, const char *notice)
{
  gtk_label_set_label (GTK_LABEL (self->notice_label), notice != NULL ? notice : "");
  gtk_widget_set_visible (self->notice_label, notice != NULL);
}

static GtkWidget *
make_alarm (const KmSection *section, const char *css_class, const char *icon_name, guint limit)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 9);
  GtkWidget *heading = km_heading_new (section->heading, 3, "km-heading");
  guint n = 0;

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "alarm");
  gtk_widget_add_css_class (card, css_class);
  gtk_widget_set_hexpand (heading, TRUE);
  km_row_append (title, km_icon_new (icon_name));
  km_row_append (title, heading);
  gtk_box_append (GTK_BOX (card), title);
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind != KM_BLOCK_LIST)
        continue;
      for (guint j = 0; j < block->texts->len && n < limit; j++, n++)
        {
          g_autofree char *text = km_text_to_string (g_ptr_array_index (block->texts, j));
          GtkWidget *label = km_label_new (text, NULL);

          gtk_widget_set_margin_start (label, 25);
          gtk_box_append (GTK_BOX (card), label);
        }
    }
  return card;
}

/**
 * km_warning_list_new:
 * @library: the library
 *
 * The signs that come before everything else, for the first screen: the first of each list on the
 * page of warning signs, with a way to the whole of it.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
km_warning_list_new (KmLibrary *library)
{
  KmPage *page = km_library_get_page (library, "warning-signs");
  const KmSection *now = page != NULL ? km_page_find_section (page, "emergency") : NULL;
  const KmSection *today = page != NULL ? km_page_find_section (page, "same-day") : NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *more = gtk_button_new ();
  GtkWidget *more_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_box_append (GTK_BOX (box), km_heading_new (_ ("First, get help if"), 2, "km-question"));
  if (now != NULL)
    gtk_box_append (GTK_BOX (box), make_alarm (now, "emergency-list", "call-start-symbolic", 6));
  if (today != NULL)
    gtk_box_append (GTK_BOX (box), make_alarm (today, "today-list", "dialog-warning-symbolic", 6));
  gtk_box_append (GTK_BOX (more_box), km_label_new (_ ("The whole list"), NULL));
  gtk_box_append (GTK_BOX (more_box), km_icon_new ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (more), more_box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (more), "s", "warning-signs");
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The whole list"), -1);
  km_style_as_link (more);
  gtk_box_append (GTK_BOX (box), more);
  return box;
}
