/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-atlas.h"
#include "km-drawing.h"
#include "km-library.h"

G_BEGIN_DECLS

/**
 * KmDiagram:
 *
 * The knee to point at: one view and layer of one knee, with a #KmSpotButton for each spot. Tab
 * goes through the spots, arrow keys go to the next one in that direction. It only shows which
 * spots are chosen; whoever listens to `spot-toggled` decides.
 *
 * CSS: node `diagram`, with a `spot` for each spot, `label.tag` for names and `label.orient` for
 * the words left and right, which are physical: neither they nor the drawing flip in right-to-left.
 */
#define KM_TYPE_DIAGRAM (km_diagram_get_type ())
G_DECLARE_FINAL_TYPE (KmDiagram, km_diagram, KM, DIAGRAM, GtkWidget)

GtkWidget *km_diagram_new (void);
void km_diagram_set_atlas (KmDiagram *self, KmAtlas *atlas);
void km_diagram_set_library (KmDiagram *self, KmLibrary *library);

void km_diagram_set_view (KmDiagram *self, KmView view);
KmView km_diagram_get_view (KmDiagram *self);
void km_diagram_set_layer (KmDiagram *self, KmLayer layer);
KmLayer km_diagram_get_layer (KmDiagram *self);
void km_diagram_set_side (KmDiagram *self, KmSide side);
KmSide km_diagram_get_side (KmDiagram *self);

void km_diagram_set_chosen (KmDiagram *self, const char *const *spot_ids);
void km_diagram_set_extent (KmDiagram *self, KmExtent extent);
KmExtent km_diagram_get_extent (KmDiagram *self);
void km_diagram_set_lit (KmDiagram *self, const char *const *structures, KmLayer under_skin);
gboolean km_diagram_has_drawing (KmDiagram *self);
gboolean km_diagram_is_current (KmDiagram *self);
GtkWidget *km_diagram_get_spot (KmDiagram *self, const char *spot_id);

G_END_DECLS
