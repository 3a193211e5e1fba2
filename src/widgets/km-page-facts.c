/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-facts.h"

#include "km-heading.h"
#include "km-row.h"

#include <glib/gi18n.h>

static void
append_fact_row (GtkGrid *grid, int row, const char *icon_name, const char *word, const char *value)
{
  GtkWidget *icon = km_icon_new (icon_name);
  GtkWidget *name = km_label_new (word, "km-dim", NULL);
  GtkWidget *text = km_label_new (value, NULL);

  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_grid_attach (grid, icon, 0, row, 1, 1);
  gtk_grid_attach (grid, name, 1, row, 1, 1);
  gtk_grid_attach (grid, text, 2, row, 1, 1);
}

static GtkWidget *
make_facts_grid (const KmCondition *condition, const char *how_soon)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "facts");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  append_fact_row (GTK_GRID (grid), 0, "mark-location-symbolic", _ ("Where"), condition->where);
  append_fact_row (GTK_GRID (grid), 1, "x-office-calendar-symbolic", _ ("How soon"), how_soon);
  append_fact_row (GTK_GRID (grid), 2, "document-open-recent-symbolic", _ ("How long"),
                   condition->how_long);
  return grid;
}

static void
append_glance (GtkBox *glance, const char *icon_name, const char *word, const char *value)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 6);
  GtkWidget *name = km_label_new (word, "km-small", "km-dim", NULL);

  gtk_widget_set_hexpand (name, TRUE);
  km_row_append (head, km_icon_new (icon_name));
  km_row_append (head, name);
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), km_label_new (value, "km-small", "km-heading", NULL));
  gtk_box_append (glance, column);
}

static GtkWidget *
make_facts_glance (const KmCondition *condition, const char *how_soon)
{
  GtkWidget *glance = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_set_homogeneous (GTK_BOX (glance), TRUE);
  gtk_widget_add_css_class (glance, "glance");
  append_glance (GTK_BOX (glance), "mark-location-symbolic", _ ("Where"), condition->where);
  append_glance (GTK_BOX (glance), "x-office-calendar-symbolic", _ ("How soon"), how_soon);
  append_glance (GTK_BOX (glance), "document-open-recent-symbolic", _ ("How long"),
                 condition->how_long);
  return glance;
}

/**
 * km_page_facts_new:
 * @condition: a condition
 * @how_soon: how soon to be seen
 * @wide: whether there is room for three columns
 *
 * Returns: (transfer floating): where, how soon and how long, at a glance
 */
GtkWidget *
km_page_facts_new (const KmCondition *condition, const char *how_soon, gboolean wide)
{
  return wide ? make_facts_glance (condition, how_soon) : make_facts_grid (condition, how_soon);
}
