/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-flow.h"
#include "km-library.h"

G_BEGIN_DECLS

/**
 * KmPrintSources:
 *
 * The sources of a document, numbered as they come up, so that a reader of the paper can tell what
 * each statement rests on.
 */
typedef struct _KmPrintSources KmPrintSources;

KmPrintSources *km_print_sources_new (KmLibrary *library);
void km_print_sources_free (KmPrintSources *self);

char *km_print_sources_markup (KmPrintSources *self, const KmText *text);
void km_print_sources_add (KmPrintSources *self, KmFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmPrintSources, km_print_sources_free)

G_END_DECLS
