/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *km_scroller_new (GtkWidget *child);
void km_scroller_quiet_bars (GtkScrolledWindow *scroller);

G_END_DECLS
