/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KmSeverity:
 * @KM_SEVERITY_WARNING: worth a look; the file can be used
 * @KM_SEVERITY_ERROR: the file must not be used as it is
 *
 * How bad an issue is.
 */
typedef enum
{
  KM_SEVERITY_WARNING,
  KM_SEVERITY_ERROR,
} KmSeverity;

/**
 * KmIssue:
 * @severity: how bad it is
 * @file: the file it is in
 * @line: the line, from 1
 * @text: what is wrong, in one line
 *
 * Something wrong with a content file, as data: the caller decides what to do with it.
 */
typedef struct
{
  KmSeverity severity;
  char *file;
  guint line;
  char *text;
} KmIssue;

GPtrArray *km_issues_new (void);
void km_issues_add (GPtrArray *issues,
                    KmSeverity severity,
                    const char *file,
                    guint line,
                    const char *format,
                    ...) G_GNUC_PRINTF (5, 6);
gboolean km_issues_have_errors (GPtrArray *issues);
void km_issues_sort (GPtrArray *issues);

void km_issue_free (KmIssue *issue);
char *km_issue_to_string (const KmIssue *issue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmIssue, km_issue_free)

G_END_DECLS
