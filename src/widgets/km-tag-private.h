/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-spot-button.h"

G_BEGIN_DECLS

/*
 * KmTag:
 * @label: the words
 * @spot: (nullable): the spot it names
 * @point: where it points to when it names no spot
 *
 * A name on the diagram. It stands above what it names and stays inside the pane.
 */
typedef struct
{
  GtkWidget *label;
  KmSpotButton *spot;
  KmPoint point;
  GtkAllocation box;
} KmTag;

void km_tag_init (KmTag *tag, GtkWidget *parent, gboolean quiet);
void km_tag_show_spot (KmTag *tag, KmSpotButton *spot, const char *name, const char *more);
void km_tag_show_point (KmTag *tag, KmPoint point, const char *name);
void km_tag_place (KmTag *tag, int width, int height, const KmTag *other);

G_END_DECLS
