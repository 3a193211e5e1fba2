/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-print-operation.h"
#include "km-print-preview.h"
#include "km-visit-dialog.h"

#include <glib/gi18n.h>

/* What is being saved while the file is chosen. */
typedef struct
{
  GtkWindow *parent; /* the window, or its preview */
  KmPrintable *printable;
  GtkPageSetup *setup;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->parent);
  g_object_unref (saving->printable);
  g_object_unref (saving->setup);
  g_free (saving);
}

static KmPage *
current_page (KmWindow *self)
{
  const KmPlace *here = km_history_get_current (self->history);

  return here != NULL ? km_library_get_page (self->library, here->page) : NULL;
}

static void
say_failed (GtkWindow *parent, const char *title, GError *error)
{
  GtkWidget *dialog
      = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                                GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE, "%s", title);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", error->message);
  gtk_widget_add_css_class (dialog, "kneemap");
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- into a file --------------------------------------------------------------------------- */

static gboolean
save_to (Saving *saving, GFile *file, GError **error)
{
  g_autoptr (KmPrintOperation) operation
      = km_print_operation_new (saving->printable, saving->setup);

  if (g_file_peek_path (file) != NULL)
    return km_print_operation_export (operation, g_file_peek_path (file), error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("Only a folder of this computer will do."));
  return FALSE;
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (!save_to (saving, file, &error))
        say_failed (saving->parent, _ ("The PDF could not be saved"), error);
      else if (KM_IS_PRINT_PREVIEW (saving->parent))
        {
          g_autofree char *name = g_file_get_parse_name (file);
          /* Translators: the name of a file */
          g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);

          km_print_preview_say (KM_PRINT_PREVIEW (saving->parent), text);
        }
    }
  saving_free (saving);
  g_object_unref (dialog);
}

static void
choose_file (GtkWindow *parent, KmPrintable *printable, GtkPageSetup *setup)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *name = km_printable_dup_file_name (printable);
  g_autofree char *file_name = g_strdup_printf ("%s.pdf", name);
  g_autoptr (GFile) folder = g_file_new_for_path (km_printable_get_folder ());
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Save as PDF"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  saving->parent = g_object_ref (parent);
  saving->printable = g_object_ref (printable);
  saving->setup = g_object_ref (setup);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_chosen), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* On the usual paper of the country. */
static void
save_as_pdf (KmWindow *self, KmPrintable *printable)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  choose_file (GTK_WINDOW (self), printable, setup);
}

/* ---- on paper ------------------------------------------------------------------------------ */

static void
on_preview_save (KmPrintPreview *preview)
{
  choose_file (GTK_WINDOW (preview), km_print_preview_get_printable (preview),
               km_print_preview_get_page_setup (preview));
}

/* Once it is printed the preview has done its work. When the dialog was cancelled, or wants to show
 * the pages on other paper, it stays. */
static void
on_preview_print (KmPrintPreview *preview)
{
  KmPrintable *printable = km_print_preview_get_printable (preview);
  g_autoptr (KmPrintPreview) kept = g_object_ref (preview);
  g_autoptr (KmPrintOperation) operation
      = km_print_operation_new (printable, km_print_preview_get_page_setup (preview));
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result
      = km_print_operation_ask (operation, GTK_WINDOW (preview), &setup, &error);

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      /* Translators: the name of a page */
      g_autofree char *title
          = g_strdup_printf (_ ("“%s” could not be printed"), km_printable_get_name (printable));

      say_failed (GTK_WINDOW (preview), title, error);
    }
  else if (setup != NULL)
    km_print_preview_set_page_setup (preview, setup);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    gtk_window_destroy (GTK_WINDOW (preview));
}

static void
preview (KmWindow *self, KmPrintable *printable)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkWidget *window = km_print_preview_new (GTK_WINDOW (self), printable, setup);

  g_signal_connect (window, "print", G_CALLBACK (on_preview_print), NULL);
  g_signal_connect (window, "save", G_CALLBACK (on_preview_save), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_print_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmWindow *self = KM_WINDOW (widget);
  KmPage *page = current_page (self);
  g_autoptr (KmPrintable) printable = NULL;

  if (page == NULL)
    return;
  if (g_str_equal (name, "win.print-exercises"))
    printable = km_printable_new_exercises (page, self->assessment, self->atlas);
  else
    printable = km_printable_new_page (page, self->assessment, self->atlas);
  if (g_str_equal (name, "win.save-pdf"))
    save_as_pdf (self, printable);
  else
    preview (self, printable);
}

/* ---- the visit sheet ------------------------------------------------------------------------- */

static void
on_visit_print (KmVisitDialog *dialog, guint parts, gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);
  g_autoptr (KmPrintable) printable = km_printable_new_visit (self->assessment, self->atlas, parts);

  preview (self, printable);
}

static void
on_visit_save (KmVisitDialog *dialog, guint parts, gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);
  g_autoptr (KmPrintable) printable = km_printable_new_visit (self->assessment, self->atlas, parts);

  save_as_pdf (self, printable);
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
  gtk_widget_class_install_action (widget_class, "win.print-exercises", NULL, on_print_page);
  gtk_widget_class_install_action (widget_class, "win.print-visit", NULL, on_print_visit);
  gtk_widget_class_install_action (widget_class, "win.save-pdf", NULL, on_print_page);
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
