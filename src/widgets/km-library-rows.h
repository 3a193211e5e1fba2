/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-atlas.h"
#include "km-library.h"

G_BEGIN_DECLS

GtkWidget *km_library_condition_row_new (KmLibrary *library, const KmCondition *condition);
GtkWidget *km_library_page_row_new (KmPage *page);
GtkWidget *km_library_exercise_row_new (KmPage *page);
GtkWidget *km_library_exercise_tile_new (KmPage *page);
GtkWidget *km_library_rows_new (void);
GtkWidget *km_library_locator_new (KmAtlas *atlas, KmView view, const char *spot);

G_END_DECLS
