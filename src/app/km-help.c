/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-help.h"

#include <glib/gi18n.h>

#define KEYS_FILE "/io/github/kneemap/Kneemap/ui/help-overlay.ui"

/**
 * km_help_show_keys:
 * @parent: the window
 *
 * Shows every key. The window is made when it is asked for: the toolkit would make it at the start
 * of the program.
 */
void
km_help_show_keys (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (KEYS_FILE);
  GtkWindow *keys = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_widget_add_css_class (GTK_WIDGET (keys), "kneemap");
  gtk_window_set_transient_for (keys, parent);
  gtk_window_set_destroy_with_parent (keys, TRUE);
  gtk_window_present (keys);
}

static char *
dup_comments (KmLibrary *library)
{
  guint n_conditions = km_library_get_conditions (library)->len;
  guint n_sources = km_library_get_sources (library)->len;
  g_autofree char *conditions
      = g_strdup_printf (ngettext ("%u condition", "%u conditions", n_conditions), n_conditions);
  g_autofree char *sources
      = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);

  /* Translators: the first %s is "48 conditions", the second "350 sources". */
  return g_strdup_printf (_ ("An offline guide for runners with knee pain.\n\nIt informs and does "
                             "not diagnose. No clinician has checked it yet.\n\n%s, resting on %s; "
                             "each page names its own.\n\nNothing you enter leaves this computer."),
                          conditions, sources);
}

/**
 * km_help_show_about:
 * @parent: the window
 * @library: the guide
 *
 * Says what this is, who stands for it, and under which licences it may be passed on.
 */
void
km_help_show_about (GtkWindow *parent, KmLibrary *library)
{
  static const char *const content[]
      = { N_ ("CC BY-SA 4.0 https://creativecommons.org/licenses/by-sa/4.0/"), NULL };
  const char *translated[] = { _ (content[0]), NULL };
  g_autofree char *comments = dup_comments (library);
  GtkWidget *about = g_object_new (
      GTK_TYPE_ABOUT_DIALOG, "program-name", _ ("Kneemap"), "version", KM_VERSION, "logo-icon-name",
      KM_APP_ID, "comments", comments, "license-type", GTK_LICENSE_GPL_3_0, "copyright",
      _ ("The text and the drawings may be used, changed and passed on under CC BY-SA 4.0."),
      "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, NULL);

  gtk_about_dialog_add_credit_section (GTK_ABOUT_DIALOG (about), _ ("Text and drawings"),
                                       translated);
  gtk_widget_add_css_class (about, "kneemap");
  gtk_window_present (GTK_WINDOW (about));
}
