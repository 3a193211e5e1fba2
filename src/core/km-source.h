/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a statement rests on when no source was read, or when it states no medical fact. */
#define KM_SOURCE_PRACTICE "practice"
#define KM_SOURCE_NONE "none"

/**
 * KmSource:
 * @id: its key, "JOSR2020"
 * @kind: guideline, review, trial, cohort, case, study, textbook or web
 * @year: year of publication, or 0
 * @read: what of it was read: full, page, abstract or secondary
 * @title: its title
 * @publisher: (nullable): journal or publisher
 * @link: (nullable): where it can be found
 * @note: (nullable): what else to know about it
 *
 * A citation. Filled by the loader, owned by the library, immutable after.
 */
typedef struct
{
  char *id;
  char *kind;
  guint year;
  char *read;
  char *title;
  char *publisher;
  char *link;
  char *note;
} KmSource;

KmSource *km_source_new (const char *id);
void km_source_free (KmSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSource, km_source_free)

G_END_DECLS
