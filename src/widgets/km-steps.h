/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *km_steps_new (void);
void km_steps_append (GtkWidget *steps, GtkWidget *content);
void km_steps_append_string (GtkWidget *steps, const char *text);

G_END_DECLS
