/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-printable.h"

#include <glib/gi18n.h>

/* Bytes of a file name: file systems take 255, and ".pdf" or a number may be added. */
#define LONGEST_NAME 120

typedef enum
{
  PAGE,
  EXERCISES,
  VISIT,
} Kind;

struct _KmPrintable
{
  GObject parent_instance;

  Kind kind;
  char *name;
  KmPage *page; /* none for a visit sheet */
  KmAssessment *assessment;
  KmAtlas *atlas;
  KmVisitParts parts;
};

G_DEFINE_FINAL_TYPE (KmPrintable, km_printable, G_TYPE_OBJECT)

static void
km_printable_finalize (GObject *object)
{
  KmPrintable *self = KM_PRINTABLE (object);

  g_clear_object (&self->page);
  g_clear_object (&self->assessment);
  g_clear_object (&self->atlas);
  g_free (self->name);
  G_OBJECT_CLASS (km_printable_parent_class)->finalize (object);
}

static void
km_printable_class_init (KmPrintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_printable_finalize;
}

static void
km_printable_init (KmPrintable *self)
{
}

static KmPrintable *
printable_new (Kind kind, char *name, KmPage *page, KmAssessment *assessment, KmAtlas *atlas)
{
  KmPrintable *self = g_object_new (KM_TYPE_PRINTABLE, NULL);

  self->kind = kind;
  self->name = name;
  self->page = page != NULL ? g_object_ref (page) : NULL;
  self->assessment = g_object_ref (assessment);
  self->atlas = g_object_ref (atlas);
  return self;
}

/**
 * km_printable_new_page:
 * @page: a page of the guide
 * @assessment: what was answered so far
 * @atlas: the drawings
 *
 * Returns: (transfer full): the page, to print
 */
KmPrintable *
km_printable_new_page (KmPage *page, KmAssessment *assessment, KmAtlas *atlas)
{
  return printable_new (PAGE, g_strdup (km_page_get_title (page)), page, assessment, atlas);
}

/**
 * km_printable_new_exercises:
 * @page: a condition for which km_print_exercises_has_any(), or an exercise
 * @assessment: what was answered so far
 * @atlas: the drawings
 *
 * Returns: (transfer full): its exercise sheet
 */
KmPrintable *
km_printable_new_exercises (KmPage *page, KmAssessment *assessment, KmAtlas *atlas)
{
  char *name = km_print_exercises_dup_title (page, km_assessment_get_library (assessment));

  return printable_new (EXERCISES, name, page, assessment, atlas);
}

/**
 * km_printable_new_visit:
 * @assessment: what was answered so far
 * @atlas: the drawings
 * @parts: the parts that the person wants on the sheet
 *
 * Returns: (transfer full): the visit sheet
 */
KmPrintable *
km_printable_new_visit (KmAssessment *assessment, KmAtlas *atlas, KmVisitParts parts)
{
  /* The queue of a printer is seen by others: the name of the job says nothing about health. */
  KmPrintable *self = printable_new (VISIT, g_strdup (_ ("Visit sheet")), NULL, assessment, atlas);

  self->parts = parts;
  return self;
}

/**
 * km_printable_get_name:
 * @self: a printable
 *
 * Returns: its name, for people and for the queue of a printer
 */
const char *
km_printable_get_name (KmPrintable *self)
{
  g_return_val_if_fail (KM_IS_PRINTABLE (self), NULL);

  return self->name;
}

/**
 * km_printable_dup_file_name:
 * @self: a printable
 *
 * Returns: (transfer full): its name as that of a file, without an extension
 */
char *
km_printable_dup_file_name (KmPrintable *self)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (KM_IS_PRINTABLE (self), NULL);

  parts = g_strsplit (self->name, ": ", -1);
  name = g_strjoinv (" - ", parts);
  g_strdelimit (name, "/\\:", ' ');
  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, LONGEST_NAME), LONGEST_NAME));
}

/**
 * km_printable_get_folder:
 *
 * Returns: where files of documents go, unless another folder is chosen
 */
const char *
km_printable_get_folder (void)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR) ? folder : g_get_home_dir ();
}

/**
 * km_printable_lay_out:
 * @self: a printable
 * @paper: the paper that was chosen
 *
 * Returns: (transfer full): the document on that paper
 */
KmLayout *
km_printable_lay_out (KmPrintable *self, const KmPaper *paper)
{
  g_return_val_if_fail (KM_IS_PRINTABLE (self), NULL);

  switch (self->kind)
    {
    case EXERCISES:
      return km_print_exercises_lay_out (self->page, self->assessment, self->atlas, paper);
    case VISIT:
      return km_print_visit_lay_out (self->assessment, self->atlas, self->parts, paper);
    case PAGE:
    default:
      return km_print_page_lay_out (self->page, self->assessment, self->atlas, paper);
    }
}
