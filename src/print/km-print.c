/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-print.h"

#include "km-print-operation.h"

#include <glib/gi18n.h>

/* A document to lay out. */
typedef struct
{
  KmPage *page;
  KmAssessment *assessment;
  KmAtlas *atlas;
  KmVisitParts parts;
} Job;

static Job *
job_new (KmPage *page, KmAssessment *assessment, KmAtlas *atlas, KmVisitParts parts)
{
  Job *job = g_new0 (Job, 1);

  job->page = page != NULL ? g_object_ref (page) : NULL;
  job->assessment = g_object_ref (assessment);
  job->atlas = g_object_ref (atlas);
  job->parts = parts;
  return job;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->page);
  g_object_unref (job->assessment);
  g_object_unref (job->atlas);
  g_free (job);
}

static KmLayout *
lay_out_page (const KmPaper *paper, gpointer user_data)
{
  const Job *job = user_data;

  return km_print_page_lay_out (job->page, job->assessment, job->atlas, paper);
}

static KmLayout *
lay_out_exercises (const KmPaper *paper, gpointer user_data)
{
  const Job *job = user_data;

  return km_print_exercises_lay_out (job->page, job->assessment, job->atlas, paper);
}

static KmLayout *
lay_out_visit (const KmPaper *paper, gpointer user_data)
{
  const Job *job = user_data;

  return km_print_visit_lay_out (job->assessment, job->atlas, job->parts, paper);
}

static KmPrintOperation *
page_operation (KmPage *page, KmAssessment *assessment, KmAtlas *atlas)
{
  return km_print_operation_new (km_page_get_title (page), lay_out_page,
                                 job_new (page, assessment, atlas, 0), (GDestroyNotify) job_free);
}

static KmPrintOperation *
exercises_operation (KmPage *page, KmAssessment *assessment, KmAtlas *atlas)
{
  return km_print_operation_new (km_page_get_title (page), lay_out_exercises,
                                 job_new (page, assessment, atlas, 0), (GDestroyNotify) job_free);
}

/* The queue of a printer is seen by others: the name of the job says nothing about health. */
static KmPrintOperation *
visit_operation (KmAssessment *assessment, KmAtlas *atlas, KmVisitParts parts)
{
  return km_print_operation_new (_ ("Visit sheet"), lay_out_visit,
                                 job_new (NULL, assessment, atlas, parts),
                                 (GDestroyNotify) job_free);
}

static GtkPrintOperationResult
run (KmPrintOperation *operation, GtkWindow *parent, GError **error)
{
  return gtk_print_operation_run (GTK_PRINT_OPERATION (operation),
                                  GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
}

/**
 * km_print_page_run:
 * @page: a page of the guide
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @parent: (nullable): the window that asks
 * @error: return location for a #GError
 *
 * Shows the print dialog, which has a preview, and prints the page.
 *
 * Returns: whether it was printed or cancelled, or failed with @error set
 */
GtkPrintOperationResult
km_print_page_run (KmPage *page,
                   KmAssessment *assessment,
                   KmAtlas *atlas,
                   GtkWindow *parent,
                   GError **error)
{
  g_autoptr (KmPrintOperation) operation = page_operation (page, assessment, atlas);

  return run (operation, parent, error);
}

/**
 * km_print_page_export:
 * @page: a page of the guide
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @path: the file to write
 * @error: return location for a #GFileError
 *
 * Returns: whether the page was written as a PDF file
 */
gboolean
km_print_page_export (KmPage *page,
                      KmAssessment *assessment,
                      KmAtlas *atlas,
                      const char *path,
                      GError **error)
{
  g_autoptr (KmPrintOperation) operation = page_operation (page, assessment, atlas);

  return km_print_operation_export (operation, path, error);
}

/**
 * km_print_exercises_run:
 * @page: a condition for which km_print_exercises_has_any(), or an exercise
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @parent: (nullable): the window that asks
 * @error: return location for a #GError
 *
 * Shows the print dialog, which has a preview, and prints the exercise sheet.
 *
 * Returns: whether it was printed or cancelled, or failed with @error set
 */
GtkPrintOperationResult
km_print_exercises_run (KmPage *page,
                        KmAssessment *assessment,
                        KmAtlas *atlas,
                        GtkWindow *parent,
                        GError **error)
{
  g_autoptr (KmPrintOperation) operation = exercises_operation (page, assessment, atlas);

  return run (operation, parent, error);
}

/**
 * km_print_exercises_export:
 * @page: a condition for which km_print_exercises_has_any(), or an exercise
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @path: the file to write
 * @error: return location for a #GFileError
 *
 * Returns: whether the exercise sheet was written as a PDF file
 */
gboolean
km_print_exercises_export (KmPage *page,
                           KmAssessment *assessment,
                           KmAtlas *atlas,
                           const char *path,
                           GError **error)
{
  g_autoptr (KmPrintOperation) operation = exercises_operation (page, assessment, atlas);

  return km_print_operation_export (operation, path, error);
}

/**
 * km_print_visit_run:
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @parts: the parts that the person wants on the sheet
 * @parent: (nullable): the window that asks
 * @error: return location for a #GError
 *
 * Shows the print dialog, which has a preview, and prints the visit sheet.
 *
 * Returns: whether it was printed or cancelled, or failed with @error set
 */
GtkPrintOperationResult
km_print_visit_run (KmAssessment *assessment,
                    KmAtlas *atlas,
                    KmVisitParts parts,
                    GtkWindow *parent,
                    GError **error)
{
  g_autoptr (KmPrintOperation) operation = visit_operation (assessment, atlas, parts);

  return run (operation, parent, error);
}

/**
 * km_print_visit_export:
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @parts: the parts that the person wants on the sheet
 * @path: the file to write
 * @error: return location for a #GFileError
 *
 * Returns: whether the visit sheet was written as a PDF file
 */
gboolean
km_print_visit_export (KmAssessment *assessment,
                       KmAtlas *atlas,
                       KmVisitParts parts,
                       const char *path,
                       GError **error)
{
  g_autoptr (KmPrintOperation) operation = visit_operation (assessment, atlas, parts);

  return km_print_operation_export (operation, path, error);
}
