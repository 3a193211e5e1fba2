/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-print-operation.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _KmPrintOperation
{
  GtkPrintOperation parent_instance;

  KmPrintable *printable;
  KmLayout *layout;
  gboolean previewing;
  GtkPageSetup *preview_setup;
};

G_DEFINE_FINAL_TYPE (KmPrintOperation, km_print_operation, GTK_TYPE_PRINT_OPERATION)

/**
 * km_paper_from_setup:
 * @setup: a page setup
 *
 * Returns: its paper, the way it lies
 */
KmPaper
km_paper_from_setup (GtkPageSetup *setup)
{
  return (KmPaper){ gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                    gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS) };
}

static void
lay_out (KmPrintOperation *self, GtkPrintContext *context)
{
  KmPaper paper = { gtk_print_context_get_width (context), gtk_print_context_get_height (context) };
  cairo_surface_t *target = cairo_get_target (gtk_print_context_get_cairo_context (context));

  g_clear_pointer (&self->layout, km_layout_free);
  self->layout = km_printable_lay_out (self->printable, &paper);
  if (cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_PDF)
    cairo_pdf_surface_set_metadata (target, CAIRO_PDF_METADATA_TITLE,
                                    km_layout_get_title (self->layout));
}

static void
km_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  KmPrintOperation *self = KM_PRINT_OPERATION (operation);

  if (self->previewing)
    {
      g_set_object (&self->preview_setup, gtk_print_context_get_page_setup (context));
      gtk_print_operation_set_n_pages (operation, 1);
      gtk_print_operation_cancel (operation);
      return;
    }
  lay_out (self, context);
  gtk_print_operation_set_n_pages (operation, (int) km_layout_get_n_pages (self->layout));
}

static void
km_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  KmPrintOperation *self = KM_PRINT_OPERATION (operation);

  km_layout_draw_page (self->layout, (guint) page, gtk_print_context_get_cairo_context (context));
}

/* The toolkit would start a program of the desktop, and do nothing at all where there is none. So
 * its button only notes the paper that was chosen, for a preview of our own. */
static gboolean
km_print_operation_preview (GtkPrintOperation *operation,
                            GtkPrintOperationPreview *preview,
                            GtkPrintContext *context,
                            GtkWindow *parent)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  KM_PRINT_OPERATION (operation)->previewing = TRUE;
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}

static void
km_print_operation_finalize (GObject *object)
{
  KmPrintOperation *self = KM_PRINT_OPERATION (object);

  g_clear_pointer (&self->layout, km_layout_free);
  g_clear_object (&self->preview_setup);
  g_clear_object (&self->printable);
  G_OBJECT_CLASS (km_print_operation_parent_class)->finalize (object);
}

static void
km_print_operation_class_init (KmPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = km_print_operation_finalize;
  operation_class->begin_print = km_print_operation_begin_print;
  operation_class->draw_page = km_print_operation_draw_page;
  operation_class->preview = km_print_operation_preview;
}

static void
km_print_operation_init (KmPrintOperation *self)
{
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The layout has margins of its own, the same from every printer. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
}

/* What the dialog offers when it prints to a file: else it is "output.pdf" in the folder that the
 * program happened to be started from. */
static void
set_file_name (KmPrintOperation *self)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *name = km_printable_dup_file_name (self->printable);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, km_printable_get_folder ());
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (self), settings);
}

/**
 * km_print_operation_new:
 * @printable: what to print
 * @setup: the paper
 *
 * Returns: (transfer full): an operation, to run or to export
 */
KmPrintOperation *
km_print_operation_new (KmPrintable *printable, GtkPageSetup *setup)
{
  KmPrintOperation *self = g_object_new (KM_TYPE_PRINT_OPERATION, NULL);

  self->printable = g_object_ref (printable);
  gtk_print_operation_set_job_name (GTK_PRINT_OPERATION (self), km_printable_get_name (printable));
  gtk_print_operation_set_default_page_setup (GTK_PRINT_OPERATION (self), setup);
  set_file_name (self);
  return self;
}

/**
 * km_print_operation_ask:
 * @self: an operation
 * @parent: the window that asks
 * @preview: (out) (transfer full) (nullable): the paper that was chosen, if one wants to see the
 *   pages on it rather than to print
 * @error: return location for a #GError
 *
 * Shows the print dialog, and prints.
 *
 * Returns: %GTK_PRINT_OPERATION_RESULT_APPLY if it was printed, another when it was cancelled or
 *   @preview is set, or %GTK_PRINT_OPERATION_RESULT_ERROR with @error set
 */
GtkPrintOperationResult
km_print_operation_ask (KmPrintOperation *self,
                        GtkWindow *parent,
                        GtkPageSetup **preview,
                        GError **error)
{
  GtkPrintOperationResult result = gtk_print_operation_run (
      GTK_PRINT_OPERATION (self), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);

  *preview = g_steal_pointer (&self->preview_setup);
  return result;
}

static gboolean
set_write_error (GError **error, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  /* Translators: the name of a file, and why it cannot be written */
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("Cannot write “%s”: %s"), name, reason);
  return FALSE;
}

/* Cairo does not say when the disk was full: a PDF that was written to its end says so itself. */
static gboolean
is_whole (const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &text, &length, NULL) && length > 64
         && g_strstr_len (text + length - 32, 32, "%%EOF") != NULL;
}

static gboolean
export_to (KmPrintOperation *self, const char *path, const char *shown, GError **error)
{
  g_autoptr (GError) local = NULL;

  gtk_print_operation_set_export_filename (GTK_PRINT_OPERATION (self), path);
  if (gtk_print_operation_run (GTK_PRINT_OPERATION (self), GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                               &local)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    return set_write_error (error, shown, local != NULL ? local->message : g_strerror (EIO));
  if (!is_whole (path))
    return set_write_error (error, shown, _ ("the disk may be full"));
  return TRUE;
}

/**
 * km_print_operation_export:
 * @self: an operation
 * @path: the file to write
 * @error: return location for a #GFileError
 *
 * Writes a PDF file, with neither printer nor display. A file of that name is replaced once the new
 * one is whole; if it cannot be, it stays as it was.
 *
 * Returns: whether the file was written
 */
gboolean
km_print_operation_export (KmPrintOperation *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  /* A name of its own: a name as long as may be could not be made longer. */
  g_autofree char *draft = g_build_filename (folder, ".kneemap-XXXXXX", NULL);
  gboolean done;
  int fd;

  g_return_val_if_fail (KM_IS_PRINT_OPERATION (self), FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return set_write_error (error, path, _ ("it is not an ordinary file"));
  if (g_file_test (path, G_FILE_TEST_EXISTS) && g_access (path, W_OK) != 0)
    return set_write_error (error, path, g_strerror (errno));
  fd = g_mkstemp (draft);
  if (fd < 0)
    return set_write_error (error, path, g_strerror (errno));
  close (fd);
  done = export_to (self, draft, path, error);
  if (done && g_rename (draft, path) != 0)
    done = set_write_error (error, path, g_strerror (errno));
  if (!done)
    g_unlink (draft);
  return done;
}
