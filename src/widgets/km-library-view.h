/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-atlas.h"
#include "km-library.h"
#include "km-reading.h"

G_BEGIN_DECLS

/**
 * KmLibraryView:
 *
 * Everything in the guide without the diagram: conditions by place, what must not be missed,
 * exercises, guides, questions, the glossary, and what was kept. Emits `open` with a page id and
 * `place` with the id of a place when one is chosen.
 */
#define KM_TYPE_LIBRARY_VIEW (km_library_view_get_type ())
G_DECLARE_FINAL_TYPE (KmLibraryView, km_library_view, KM, LIBRARY_VIEW, GtkWidget)

void km_library_view_set_models (KmLibraryView *self,
                                 KmLibrary *library,
                                 KmAtlas *atlas,
                                 KmReading *reader);
void km_library_view_set_narrow (KmLibraryView *self, gboolean narrow);
void km_library_view_show_place (KmLibraryView *self, const char *place);
void km_library_view_show_term (KmLibraryView *self, const char *term_id);
void km_library_view_take_focus (KmLibraryView *self);
const char *km_library_view_get_place (KmLibraryView *self);

G_END_DECLS
