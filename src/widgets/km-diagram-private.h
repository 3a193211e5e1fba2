/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-diagram.h"

#include "km-knee.h"
#include "km-spot-button.h"
#include "km-tag-private.h"

G_BEGIN_DECLS

/* The diagram is one widget in four files: what it shows, where things lie, the size of the sore
 * area, and the names. */

#define KM_DIAGRAM_MAX_TAGS 2

struct _KmDiagram
{
  GtkWidget parent_instance;

  KmAtlas *atlas;
  KmLibrary *library;
  KmView view;
  KmLayer layer;
  KmSide side;
  char **chosen; /* in the order in which they were chosen */
  KmExtent extent;

  KmKnee *knee;
  KmDrawing *drawing;   /* owned by the atlas */
  graphene_rect_t area; /* where the drawing lies */
  guint fade_tick;
  gint64 fade_start;

  GdkTexture *sore; /* the mark of how large the sore area is, and the scale it was made for */
  double sore_scale;

  GPtrArray *spots; /* KmSpotButton, children, in the order of the masks */
  GtkWidget *orient[2];
  KmTag chosen_tags[KM_DIAGRAM_MAX_TAGS];
  KmTag quiet_tag;
  KmSpotButton *hovered;
  const char *structure; /* under the pointer; owned by the drawing */
  gboolean pointed;      /* whether the pointer is over the diagram */
  KmPoint pointer;
};

gboolean km_diagram_is_mirrored (KmDiagram *self);

/* km-diagram-layout.c */
void km_diagram_class_init_layout (GtkWidgetClass *widget_class);

/* km-diagram-extent.c */
void km_diagram_drop_extent (KmDiagram *self);
void km_diagram_snapshot_extent (KmDiagram *self, GtkSnapshot *snapshot);

/* km-diagram-tags.c */
void km_diagram_init_tags (KmDiagram *self);
const char *km_diagram_get_spot_name (KmDiagram *self, KmSpotButton *spot);
void km_diagram_update_tags (KmDiagram *self);
void km_diagram_watch_spot (KmDiagram *self, GtkWidget *spot);
void km_diagram_forget_spots (KmDiagram *self);
void km_diagram_set_structure (KmDiagram *self, const char *structure);
void km_diagram_update_structure (KmDiagram *self);
void km_diagram_emit_hovered (KmDiagram *self, const char *spot_id);

G_END_DECLS
