/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "km-diagram-pane.h"
#include "km-loader.h"

/* Shows the pane for the eye to judge; not installed. */

static char *size = NULL;
static char *view = NULL;
static char *layer = NULL;
static char *side = NULL;
static char *chosen = NULL;
static char *lit = NULL;
static char *theme = NULL;
static char *font = NULL;
static gboolean rtl = FALSE;

static const GOptionEntry entries[] = {
  { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the window", "WxH" },
  { "view", 0, 0, G_OPTION_ARG_STRING, &view, "View", "front" },
  { "layer", 0, 0, G_OPTION_ARG_STRING, &layer, "Layer", "skin" },
  { "side", 0, 0, G_OPTION_ARG_STRING, &side, "Knee", "right" },
  { "chosen", 0, 0, G_OPTION_ARG_STRING, &chosen, "Chosen spots", "A,B" },
  { "lit", 0, 0, G_OPTION_ARG_STRING, &lit, "Condition to light", "ID" },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme, "light, dark, hc, hc-dark", "THEME" },
  { "font", 0, 0, G_OPTION_ARG_STRING, &font, "Font", "NAME SIZE" },
  { "rtl", 0, 0, G_OPTION_ARG_NONE, &rtl, "Right to left", NULL },
  { NULL },
};

static int
parse (GType type, const char *word, int fallback)
{
  int value = fallback;

  km_enum_from_nick (type, word, &value);
  return value;
}

static void
use_sheet (const char *name, guint priority)
{
  g_autofree char *path = g_strconcat ("/io/github/kneemap/Kneemap/style/", name, NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider), priority);
}

static void
use_theme (void)
{
  gboolean contrast = theme != NULL && g_str_has_prefix (theme, "hc");
  gboolean dark = theme != NULL && g_str_has_suffix (theme, "dark");

  g_object_set (gtk_settings_get_default (), "gtk-theme-name", contrast ? "Default-hc" : "Default",
                "gtk-application-prefer-dark-theme", dark, "gtk-font-name",
                font != NULL ? font : "Cantarell 11", "gtk-icon-theme-name", "Adwaita",
                "gtk-decoration-layout", ":close", "gtk-xft-antialias", 1, "gtk-xft-hinting", 1,
                "gtk-xft-hintstyle", "hintslight", "gtk-xft-rgba", "none", NULL);
  use_sheet ("style.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  if (dark)
    use_sheet ("style-dark.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  if (contrast)
    use_sheet ("style-hc.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2);
  if (rtl)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

static void
choose_spots (KmAssessment *assessment)
{
  g_auto (GStrv) spots = chosen != NULL ? g_strsplit (chosen, ",", -1) : NULL;

  for (char **spot = spots; spot != NULL && *spot != NULL; spot++)
    km_assessment_toggle_spot (assessment, *spot);
}

static GtkWidget *
make_pane (void)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();
  g_autoptr (KmLibrary) library = km_loader_load (NULL, NULL);
  g_autoptr (KmAssessment) assessment = km_assessment_new (library);
  KmDiagramPane *pane = KM_DIAGRAM_PANE (km_diagram_pane_new (assessment, atlas));

  km_diagram_pane_set_state (pane, (KmView) parse (KM_TYPE_VIEW, view, KM_VIEW_FRONT),
                             (KmLayer) parse (KM_TYPE_LAYER, layer, KM_LAYER_SKIN),
                             (KmSide) parse (KM_TYPE_SIDE, side, KM_SIDE_RIGHT));
  choose_spots (assessment);
  if (lit != NULL)
    km_diagram_pane_set_condition (pane, km_library_get_condition (library, lit));
  return GTK_WIDGET (pane);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  int width = 372, height = 733;
  GtkWidget *window;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL))
    return EXIT_FAILURE;
  gtk_init ();
  use_theme ();
  if (size != NULL)
    sscanf (size, "%dx%d", &width, &height);
  window = gtk_window_new ();
  gtk_widget_add_css_class (window, "kneemap");
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), make_pane ());
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return EXIT_SUCCESS;
}
