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

G_END_DECLS
