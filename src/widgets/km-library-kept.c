/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-library-view-private.h"

#include "km-heading.h"
#include "km-library-rows.h"

#include <glib/gi18n.h>

/* An empty list says what would fill it. */
static void
append_empty (GtkWidget *column, const char *title, const char *text)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "why");
  gtk_box_append (GTK_BOX (card), km_label_new (title, "km-heading", NULL));
  gtk_box_append (GTK_BOX (card), km_label_new (text, "km-dim", "km-body", NULL));
  gtk_box_append (GTK_BOX (column), card);
}

static GtkWidget *
make_page_row (KmLibrary *library, KmPage *page)
{
  const KmCondition *condition = km_library_get_condition (library, km_page_get_id (page));

  return condition != NULL ? km_library_condition_row_new (library, condition)
                           : km_library_page_row_new (page);
}

static GtkWidget *
make_remove_button (const KmKept *kept)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Remove the bookmark %s"), kept->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "tiny");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove the bookmark"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-bookmark");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kept->page);
  return button;
}

/* A page that went with an update of the guide. */
static GtkWidget *
make_lost_row (const KmKept *kept)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const char *what = _ ("This page is no longer in the guide.");
  g_autofree char *name = g_strdup_printf ("%s. %s", kept->title, what);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), km_label_new (kept->title, "km-heading", "km-dim", NULL));
  gtk_box_append (GTK_BOX (texts), km_label_new (what, "km-small", "km-dim", NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), texts);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
append_remove (GtkWidget *row, const KmKept *kept)
{
  GtkWidget *content = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_object_ref (content);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), NULL);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), make_remove_button (kept));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_unref (content);
}

/**
 * km_library_kept_fill_bookmarks:
 * @self: a library view
 * @column: what to add them to
 *
 * Pages that were kept, the last one first, each with a way to remove it.
 */
void
km_library_kept_fill_bookmarks (KmLibraryView *self, GtkWidget *column)
{
  GPtrArray *bookmarks = self->reader != NULL ? km_reading_get_bookmarks (self->reader) : NULL;
  GtkWidget *rows;

  if (bookmarks == NULL || bookmarks->len == 0)
    {
      append_empty (column, _ ("No bookmarks yet"),
                    _ ("Open a page and press “Bookmark” below it, or Ctrl and D. It is kept here "
                       "until you remove it."));
      return;
    }
  rows = km_library_rows_new ();
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const KmKept *kept = g_ptr_array_index (bookmarks, i);
      KmPage *page = km_library_get_page (self->library, kept->page);
      GtkWidget *row = page != NULL ? make_page_row (self->library, page) : make_lost_row (kept);

      append_remove (row, kept);
      gtk_list_box_append (GTK_LIST_BOX (rows), row);
    }
  gtk_box_append (GTK_BOX (column), rows);
}

static GtkWidget *
make_continue (KmPage *page, double share)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *name = g_strdup_printf (_ ("Continue reading: %s"), km_page_get_title (page));
  g_autofree char *where = NULL;

  /* Translators: how far a page was read */
  where = share > 0.01 ? g_strdup_printf (_ ("You were %d %% down the page."), (int) (share * 100))
                       : g_strdup (_ ("You were at its top."));
  gtk_box_append (GTK_BOX (texts), km_label_new (name, "km-heading", NULL));
  gtk_box_append (GTK_BOX (texts), km_label_new (where, "km-small", NULL));
  gtk_button_set_child (GTK_BUTTON (button), texts);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.continue");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where, -1);
  return button;
}

/**
 * km_library_kept_fill_recent:
 * @self: a library view
 * @column: what to add them to
 *
 * Pages that were read, the last one first. Those that are gone are left out.
 */
void
km_library_kept_fill_recent (KmLibraryView *self, GtkWidget *column)
{
  GPtrArray *recent = self->reader != NULL ? km_reading_get_recent (self->reader) : NULL;
  GtkWidget *rows = km_library_rows_new ();
  guint n = 0;

  for (guint i = 0; recent != NULL && i < recent->len; i++)
    {
      const KmKept *kept = g_ptr_array_index (recent, i);
      KmPage *page = km_library_get_page (self->library, kept->page);

      if (page == NULL)
        continue;
      if (i == 0)
        gtk_box_append (GTK_BOX (column), make_continue (page, kept->share));
      gtk_list_box_append (GTK_LIST_BOX (rows), make_page_row (self->library, page));
      n++;
    }
  if (n == 0)
    {
      g_object_unref (g_object_ref_sink (rows));
      append_empty (column, _ ("Nothing read yet"),
                    _ ("Pages you open are listed here, so that you can go on where you stopped."));
      return;
    }
  gtk_box_append (GTK_BOX (column), rows);
  gtk_box_append (GTK_BOX (column),
                  km_label_new (_ ("“Forget the last session” in the menu clears this list."),
                                "km-small", "km-dim", NULL));
}
