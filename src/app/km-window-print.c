/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-print.h"
#include "km-visit-dialog.h"

#include <glib/gi18n.h>

/* What is being saved while the file is chosen. */
typedef struct
{
  KmWindow *window;
  KmPage *page;
  KmVisitParts parts; /* of the visit sheet; 0 for the page */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_clear_object (&saving->page);
  g_free (saving);
}

static KmPage *
current_page (KmWindow *self)
{
  const KmPlace *here = km_history_get_current (self->history);

  return here != NULL ? km_library_get_page (self->library, here->page) : NULL;
}

static void
say_failed (KmWindow *self, const char *title, GError *error)
{
  GtkWidget *dialog = gtk_message_dialog_new (GTK_WINDOW (self),
                                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", title);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", error->message);
  gtk_widget_add_css_class (dialog, "kneemap");
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- on paper ------------------------------------------------------------------------------ */

static void
on_print_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmWindow *self = KM_WINDOW (widget);
  KmPage *page = current_page (self);
  g_autoptr (GError) error = NULL;

  if (page != NULL
      && km_print_page_run (page, self->assessment, self->atlas, GTK_WINDOW (self), &error)
             == GTK_PRINT_OPERATION_RESULT_ERROR)
    say_failed (self, _ ("This page could not be printed"), error);
}

static void
on_print_exercises (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmWindow *self = KM_WINDOW (widget);
  KmPage *page = current_page (self);
  g_autoptr (GError) error = NULL;

  if (page != NULL
      && km_print_exercises_run (page, self->assessment, self->atlas, GTK_WINDOW (self), &error)
             == GTK_PRINT_OPERATION_RESULT_ERROR)
    say_failed (self, _ ("The exercise sheet could not be printed"), error);
}

/* ---- into a file --------------------------------------------------------------------------- */

static void
on_file_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Saving *saving = user_data;
  KmWindow *self = saving->window;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;
  gboolean saved;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_peek_path (file);
      if (path == NULL)
        {
          saved = FALSE;
          g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _ ("Only a folder of this computer will do."));
        }
      else if (saving->parts != 0)
        saved = km_print_visit_export (self->assessment, self->atlas, saving->parts, path, &error);
      else
        saved = km_print_page_export (saving->page, self->assessment, self->atlas, path, &error);
      if (!saved)
        say_failed (self, _ ("The PDF could not be saved"), error);
    }
  saving_free (saving);
  g_object_unref (dialog);
}

static void
choose_file (KmWindow *self, KmPage *page, KmVisitParts parts, const char *name)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *file_name = g_strdup_printf ("%s.pdf", name);
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_ ("Save as PDF"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  saving->window = g_object_ref (self);
  saving->page = page != NULL ? g_object_ref (page) : NULL;
  saving->parts = parts;
  g_strdelimit (file_name, "/\\:", ' ');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_save_pdf (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmWindow *self = KM_WINDOW (widget);
  KmPage *page = current_page (self);

  if (page != NULL)
    choose_file (self, page, 0, km_page_get_title (page));
}

/* ---- the visit sheet ------------------------------------------------------------------------- */

static void
on_visit_print (KmVisitDialog *dialog, guint parts, gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (km_print_visit_run (self->assessment, self->atlas, parts, GTK_WINDOW (self), &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    say_failed (self, _ ("The visit sheet could not be printed"), error);
}

static void
on_visit_save (KmVisitDialog *dialog, guint parts, gpointer user_data)
{
  choose_file (user_data, NULL, parts, _ ("Visit sheet"));
}

static void
on_print_visit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    guint part;
    const char *name;
  } parts[] = {
    { KM_VISIT_KNEE, N_ ("The knee with the sore places") },
    { KM_VISIT_WARNINGS, N_ ("Warning signs, and what you answered") },
    { KM_VISIT_ANSWERS, N_ ("Your other answers") },
    { KM_VISIT_MATCHES, N_ ("What fits best (not a diagnosis)") },
    { KM_VISIT_QUESTIONS, N_ ("Questions to ask") },
    { KM_VISIT_NOTES, N_ ("Lines for notes") },
  };
  GtkWidget *dialog = km_visit_dialog_new (GTK_WINDOW (widget));

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    km_visit_dialog_append (KM_VISIT_DIALOG (dialog), parts[i].part, _ (parts[i].name));
  g_signal_connect_object (dialog, "print", G_CALLBACK (on_visit_print), widget, 0);
  g_signal_connect_object (dialog, "save", G_CALLBACK (on_visit_save), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * km_window_class_install_print:
 * @widget_class: the class of the window
 *
 * What can be put on paper or into a file.
 */
void
km_window_class_install_print (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print-page", NULL, on_print_page);
  gtk_widget_class_install_action (widget_class, "win.print-exercises", NULL, on_print_exercises);
  gtk_widget_class_install_action (widget_class, "win.print-visit", NULL, on_print_visit);
  gtk_widget_class_install_action (widget_class, "win.save-pdf", NULL, on_save_pdf);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print-page",
                                       NULL);
}

/**
 * km_window_update_print:
 * @self: a window
 *
 * Sets what there is to print just now.
 */
void
km_window_update_print (KmWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  KmPage *page = current_page (self);
  gboolean any = !km_answers_is_empty (km_assessment_get_answers (self->assessment));

  gtk_widget_action_set_enabled (widget, "win.print-page", page != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-pdf", page != NULL);
  gtk_widget_action_set_enabled (widget, "win.print-exercises",
                                 page != NULL && km_print_exercises_has_any (page, self->library));
  gtk_widget_action_set_enabled (widget, "win.print-visit", any);
}
