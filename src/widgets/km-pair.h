/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KM_TYPE_PAIR (km_pair_get_type ())
G_DECLARE_FINAL_TYPE (KmPair, km_pair, KM, PAIR, GtkWidget)

GtkWidget *km_pair_new (GtkWidget *first, GtkWidget *second, int spacing);

G_END_DECLS
