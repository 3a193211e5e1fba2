/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-library-glossary.h"

#include "km-heading.h"

/* Frames until a list that was just built has its place; the first tick comes before layout. */
#define TICKS_TO_LAY_OUT 3
#define SPACE_ABOVE 24

static gint
compare_terms (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const KmTerm *const *) a)->name, (*(const KmTerm *const *) b)->name);
}

static GtkWidget *
make_row (const KmTerm *term)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 1, NULL);
  GtkWidget *name = km_heading_new (term->name, 2, "km-heading");
  g_autofree char *meaning = km_text_to_string (term->meaning);

  gtk_widget_add_css_class (row, "term");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), km_label_new (meaning, "km-body", NULL));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name,
                                  NULL, -1);
  g_object_set_data (G_OBJECT (row), "term", (char *) term->id);
  return row;
}

/**
 * km_library_glossary_new:
 * @library: the library; outlives the list
 *
 * Returns: (transfer floating): the words of the glossary from A to Z, with what they mean
 */
GtkWidget *
km_library_glossary_new (KmLibrary *library)
{
  GPtrArray *terms = km_library_get_terms (library);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GtkWidget *list = km_list_new (0);

  for (guint i = 0; i < terms->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (terms, i));
  g_ptr_array_sort (sorted, compare_terms);
  for (guint i = 0; i < sorted->len; i++)
    gtk_box_append (GTK_BOX (list), make_row (g_ptr_array_index (sorted, i)));
  return list;
}

static gboolean
on_tick (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  guint *n_ticks = user_data;
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *viewport = gtk_widget_get_ancestor (row, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (++*n_ticks < TICKS_TO_LAY_OUT || scroller == NULL || viewport == NULL)
    return G_SOURCE_CONTINUE;
  km_heading_take_focus (gtk_widget_get_first_child (row));
  if (gtk_widget_compute_bounds (row, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                              MAX (0, bounds.origin.y - SPACE_ABOVE));
  return G_SOURCE_REMOVE;
}

/**
 * km_library_glossary_point_out:
 * @glossary: what km_library_glossary_new() made, in a scrolled window
 * @term_id: a word
 *
 * Marks a word, brings it into view once the list is laid out, and moves the focus to it.
 */
void
km_library_glossary_point_out (GtkWidget *glossary, const char *term_id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (glossary); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "term"), term_id) != 0)
        {
          gtk_widget_remove_css_class (row, "found");
          continue;
        }
      gtk_widget_add_css_class (row, "found");
      gtk_widget_add_tick_callback (row, on_tick, g_new0 (guint, 1), g_free);
    }
}
