/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-issue.h"

#include <glib/gi18n.h>

/**
 * km_issues_new:
 *
 * Returns: (transfer full) (element-type KmIssue): an empty list of issues
 */
GPtrArray *
km_issues_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) km_issue_free);
}

/**
 * km_issues_add:
 * @issues: a list of issues
 * @severity: how bad it is
 * @file: the file it is in
 * @line: the line; 0 counts as 1
 * @format: what is wrong, as for printf()
 * @...: arguments of @format
 *
 * Adds an issue.
 */
void
km_issues_add (GPtrArray *issues,
               KmSeverity severity,
               const char *file,
               guint line,
               const char *format,
               ...)
{
  KmIssue *issue = g_new0 (KmIssue, 1);
  va_list arguments;

  issue->severity = severity;
  issue->file = g_strdup (file);
  issue->line = MAX (line, 1);
  va_start (arguments, format);
  issue->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (issues, issue);
}

/**
 * km_issues_have_errors:
 * @issues: a list of issues
 *
 * Returns: whether any of them is an error
 */
gboolean
km_issues_have_errors (GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    if (((KmIssue *) g_ptr_array_index (issues, i))->severity == KM_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

static int
compare_issues (gconstpointer a, gconstpointer b)
{
  const KmIssue *first = *(KmIssue *const *) a;
  const KmIssue *second = *(KmIssue *const *) b;
  int order = g_strcmp0 (first->file, second->file);

  if (order == 0)
    order = (first->line > second->line) - (first->line < second->line);
  if (order == 0)
    order = (second->severity > first->severity) - (second->severity < first->severity);
  return order != 0 ? order : g_strcmp0 (first->text, second->text);
}

/**
 * km_issues_sort:
 * @issues: a list of issues
 *
 * Sorts by file, then by line.
 */
void
km_issues_sort (GPtrArray *issues)
{
  g_ptr_array_sort (issues, compare_issues);
}

void
km_issue_free (KmIssue *issue)
{
  g_free (issue->file);
  g_free (issue->text);
  g_free (issue);
}

/**
 * km_issue_to_string:
 * @issue: an issue
 *
 * Returns: (transfer full): one line, as compilers write it
 */
char *
km_issue_to_string (const KmIssue *issue)
{
  if (issue->severity == KM_SEVERITY_WARNING)
    /* Translators: file, line and text of a warning about a content file */
    return g_strdup_printf (_ ("%s:%u: warning: %s"), issue->file, issue->line, issue->text);
  return g_strdup_printf ("%s:%u: %s", issue->file, issue->line, issue->text);
}
