/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-visit-dialog.h"

#include "km-heading.h"
#include "km-paper-actions.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

struct _KmVisitDialog
{
  GtkWindow parent_instance;

  GtkWidget *parts;
  GtkWidget *print;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (KmVisitDialog, km_visit_dialog, GTK_TYPE_WINDOW)

enum
{
  PRINT,
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_parts (KmVisitDialog *self)
{
  guint parts = 0;

  for (GtkWidget *check = gtk_widget_get_first_child (self->parts); check != NULL;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      parts |= GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "part"));
  return parts;
}

static void
on_toggled (KmVisitDialog *self)
{
  gboolean any = get_parts (self) != 0;

  gtk_widget_set_sensitive (self->print, any);
  gtk_widget_set_sensitive (self->save, any);
}

static void
finish (KmVisitDialog *self, guint signal)
{
  guint parts = get_parts (self);

  g_object_ref (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[signal], 0, parts);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
on_print (KmVisitDialog *self)
{
  finish (self, PRINT);
}

static void
on_save (KmVisitDialog *self)
{
  finish (self, SAVE);
}

static void
km_visit_dialog_class_init (KmVisitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[PRINT] = g_signal_new ("print", KM_TYPE_VISIT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SAVE] = g_signal_new ("save", KM_TYPE_VISIT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_buttons (KmVisitDialog *self)
{
  GtkWidget *row = km_paper_actions_new (&self->save, &self->print);

  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (on_save), self);
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (on_print), self);
  return row;
}

static void
km_visit_dialog_init (KmVisitDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *text = km_label_new (
      _ ("One page to take along. Choose what it says. Nothing of it is kept."), "km-body", NULL);
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *scroller = km_scroller_new (box);

  self->parts = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                              "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->parts), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  text, NULL, -1);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), self->parts);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_window_set_title (GTK_WINDOW (self), _ ("Sheet for your visit"));
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_window_set_child (GTK_WINDOW (self), scroller);
  gtk_window_set_default_size (GTK_WINDOW (self), 400, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kneemap");
}

/**
 * km_visit_dialog_new:
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a dialog without parts, owned by the toolkit
 */
GtkWidget *
km_visit_dialog_new (GtkWindow *parent)
{
  return g_object_new (KM_TYPE_VISIT_DIALOG, "transient-for", parent, "modal", TRUE,
                       "destroy-with-parent", TRUE, NULL);
}

/**
 * km_visit_dialog_append:
 * @self: a dialog
 * @part: its bit
 * @name: what it is called
 *
 * Offers a part of the sheet, chosen at first.
 */
void
km_visit_dialog_append (KmVisitDialog *self, guint part, const char *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), km_label_new (name, NULL));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "part", GUINT_TO_POINTER (part));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (self->parts), check);
}
