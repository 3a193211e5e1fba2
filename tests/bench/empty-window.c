/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An empty GTK 4 window that ends after its first frame: what the program is measured against. */

#include <gtk/gtk.h>

static void
on_after_paint (GdkFrameClock *clock, gpointer application)
{
  g_application_quit (application);
}

static void
on_realize (GtkWidget *window, gpointer application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint),
                    application);
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = gtk_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 780);
  g_signal_connect_after (window, "realize", G_CALLBACK (on_realize), application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GtkApplication) application
      = gtk_application_new ("io.github.kneemap.EmptyWindow", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
