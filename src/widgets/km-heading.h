/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *km_heading_new (const char *text, int level, const char *css_class);
GtkWidget *km_label_new (const char *text, ...) G_GNUC_NULL_TERMINATED;
void km_style_as_link (GtkWidget *button);
GtkWidget *km_icon_new (const char *icon_name);
GtkWidget *km_spring_new (GtkOrientation orientation);
GtkWidget *km_list_new (int spacing);
void km_quiet_icons (GtkWidget *widget);
void km_flow_append (GtkWidget *flow, GtkWidget *child);

gboolean km_heading_take_focus (GtkWidget *heading);

G_END_DECLS
