/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-flow.h"

G_BEGIN_DECLS

struct _KmFlow
{
  PangoContext *context;
  GPtrArray *strips;
  double width;
  double size;
  double gap;
  double start; /* inset of what is added next */
  double end;
  gboolean rtl;
  gboolean in_panel;
  gboolean panel_begun;
  guint32 fill;
  guint32 bar;
};

KmStrip *km_flow_add_strip (KmFlow *self, KmStripRole role, double height);
KmItem *km_flow_add_item (KmFlow *self,
                          KmStrip *strip,
                          KmItemKind kind,
                          double x,
                          double y,
                          double width);
void km_flow_add_fill (KmFlow *self,
                       KmStrip *strip,
                       double x,
                       double y,
                       double width,
                       double height,
                       guint32 colour);
void km_flow_add_single (KmFlow *self,
                         KmStrip *strip,
                         KmInk ink,
                         const char *markup,
                         double x,
                         double y,
                         double width,
                         PangoAlignment alignment);

G_END_DECLS
