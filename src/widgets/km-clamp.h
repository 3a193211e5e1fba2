/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KM_TYPE_CLAMP (km_clamp_get_type ())
G_DECLARE_FINAL_TYPE (KmClamp, km_clamp, KM, CLAMP, GtkWidget)

GtkWidget *km_clamp_new (int maximum);
GtkWidget *km_clamp_new_for_text (int characters);
void km_clamp_set_child (KmClamp *self, GtkWidget *child);
GtkWidget *km_clamp_get_child (KmClamp *self);
int km_clamp_scale (GtkWidget *widget, int pixels);

G_END_DECLS
