/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-library.h"

G_BEGIN_DECLS

/* The list of the words that are explained. */
GtkWidget *km_library_glossary_new (KmLibrary *library);
void km_library_glossary_point_out (GtkWidget *glossary, const char *term_id);

G_END_DECLS
