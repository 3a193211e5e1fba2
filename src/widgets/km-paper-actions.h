/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *km_paper_actions_new (GtkWidget **save, GtkWidget **print);

G_END_DECLS
