/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-library-filter.h"

#include "km-heading.h"

#include <glib/gi18n.h>

#define NO_ENTRIES (-1)

/* Rows and tiles of the library, and words of the glossary. */
static gboolean
is_entry (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_FLOW_BOX_CHILD (widget)
         || g_object_get_data (G_OBJECT (widget), "term") != NULL;
}

static void
collect_words (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s ", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

static gboolean
matches (GtkWidget *entry, const char *needle)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (*needle == '\0')
    return TRUE;
  collect_words (entry, words);
  return g_str_match_string (needle, words->str, TRUE);
}

/* Shows the entries that match and the groups that have any; returns how many, or %NO_ENTRIES for a
 * widget that has nothing to do with entries. */
static int
filter (GtkWidget *widget, const char *needle)
{
  int total = NO_ENTRIES;

  if (is_entry (widget))
    {
      gboolean visible = matches (widget, needle);

      gtk_widget_set_visible (widget, visible);
      return visible;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int n = filter (child, needle);

      if (n == NO_ENTRIES)
        continue;
      if (!is_entry (child))
        gtk_widget_set_visible (child, n > 0);
      total = MAX (total, 0) + n;
    }
  return total;
}

static void
on_search_changed (GtkSearchEntry *entry, gpointer user_data)
{
  GtkWidget *nothing = g_object_get_data (G_OBJECT (entry), "nothing");
  const char *needle = gtk_editable_get_text (GTK_EDITABLE (entry));

  gtk_widget_set_visible (nothing, filter (user_data, needle) == 0);
}

/**
 * km_library_filter_new:
 * @column: a column of the library; outlives the entry
 *
 * An entry that leaves only the rows, tiles and words of @column that hold every word typed, whole
 * or begun, with and without accents.
 *
 * Returns: (transfer floating): the entry, with a line for when nothing is left
 */
GtkWidget *
km_library_filter_new (GtkWidget *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *nothing = km_label_new (
      _ ("Nothing here has these words. Ctrl and K searches the whole guide."), "km-dim", NULL);

  g_object_set (entry, "placeholder-text", _ ("Show only…"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show only what has these words"), -1);
  gtk_widget_set_visible (nothing, FALSE);
  g_object_set_data (G_OBJECT (entry), "nothing", nothing);
  g_signal_connect (entry, "search-changed", G_CALLBACK (on_search_changed), column);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), nothing);
  return box;
}
