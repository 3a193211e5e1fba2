/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"
#include "km-atlas.h"
#include "km-diagram.h"

G_BEGIN_DECLS

/**
 * KmDiagramPane:
 *
 * Where it hurts: the knee to point at, the choice of view, knee and layer, and a card that says in
 * words what was pointed at.
 *
 * CSS: node `diagrampane` with classes `.pane` and `.stage`.
 */
#define KM_TYPE_DIAGRAM_PANE (km_diagram_pane_get_type ())
G_DECLARE_FINAL_TYPE (KmDiagramPane, km_diagram_pane, KM, DIAGRAM_PANE, GtkWidget)

GtkWidget *km_diagram_pane_new (KmAssessment *assessment, KmAtlas *atlas);
KmDiagram *km_diagram_pane_get_diagram (KmDiagramPane *self);
void km_diagram_pane_set_condition (KmDiagramPane *self, const KmCondition *condition);
void km_diagram_pane_get_state (KmDiagramPane *self, KmView *view, KmLayer *layer, KmSide *side);
void km_diagram_pane_set_state (KmDiagramPane *self, KmView view, KmLayer layer, KmSide side);

G_END_DECLS
