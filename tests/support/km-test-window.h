/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*KmTestCondition) (gpointer data);

void km_test_init (int *argc, char ***argv);
GtkWidget *km_test_show (GtkWidget *child, int width, int height);
void km_test_close (GtkWidget *window);
void km_test_wait (KmTestCondition done, gpointer data);
void km_test_settle (void);

GtkWidget *km_test_find (GtkWidget *root, GType type, const char *words);
guint km_test_count (GtkWidget *root, GType type);
gboolean km_test_press_key (GtkWidget *widget, guint keyval);
void km_test_click (GtkWidget *widget);

G_END_DECLS
