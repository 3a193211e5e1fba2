/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-library-view-private.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-library-glossary.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

#define NAV_WIDTH 240
#define LIST_WIDTH 760
#define TILES_WIDTH 828

G_DEFINE_FINAL_TYPE (KmLibraryView, km_library_view, GTK_TYPE_WIDGET)

enum
{
  PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
rebuild (KmLibraryView *self)
{
  GtkWidget *clamp = NULL;

  self->glossary = NULL;
  if (self->place != NULL)
    {
      GtkWidget *content = km_library_places_make (self, self->place);
      int margin = self->narrow ? 18 : 36;

      self->title = gtk_widget_get_first_child (gtk_widget_get_first_child (content));
      gtk_widget_set_margin_top (content, 24);
      gtk_widget_set_margin_bottom (content, 36);
      gtk_widget_set_margin_start (content, margin);
      gtk_widget_set_margin_end (content, margin);
      clamp = km_clamp_new (g_str_equal (self->place->id, "exercises") ? TILES_WIDTH + 72
                                                                       : LIST_WIDTH + 72);
      km_clamp_set_child (KM_CLAMP (clamp), content);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_visible (self->nav, !self->narrow || self->place == NULL);
  gtk_widget_set_visible (self->line, !self->narrow);
  gtk_widget_set_visible (self->scroller, !self->narrow || self->place != NULL);
  gtk_widget_set_hexpand (self->nav, self->narrow);
  gtk_widget_set_size_request (
      self->nav, self->narrow ? -1 : km_clamp_scale (GTK_WIDGET (self), NAV_WIDTH), -1);
}

/* ---- navigation ----------------------------------------------------------------------------- */

static GtkWidget *
make_nav_row (KmLibraryView *self, const KmLibraryPlace *place)
{
  g_autofree char *number = g_strdup_printf ("%u", km_library_places_count (self, place));
  g_autofree char *name = g_strdup_printf ("%s, %s", _ (place->name), number);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = km_label_new (_ (place->name), NULL);
  GtkWidget *tail = km_label_new (number, "km-small", "km-dim", "km-number", NULL);

  g_object_set_data (G_OBJECT (row), "tail", tail);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "place", (gpointer) place);
  return row;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  KmLibraryView *self = KM_LIBRARY_VIEW (user_data);
  const KmLibraryPlace *place = g_object_get_data (G_OBJECT (row), "place");

  g_signal_emit (self, signals[PLACE], 0, place->id);
}

/* By hand: the lists share one choice, and moving the focus must not change it. */
static void
mark_row (KmLibraryView *self)
{
  for (int i = 0; i < KM_LIBRARY_GROUPS; i++)
    {
      GtkListBoxRow *row;

      for (int j = 0;
           (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->lists[i]), j)) != NULL; j++)
        {
          gboolean chosen
              = self->place != NULL && g_object_get_data (G_OBJECT (row), "place") == self->place;

          if (chosen)
            gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
          else
            gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
          gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen,
                                       -1);
        }
    }
}

/* ---- what was kept may change while it is in view ---------------------------------------------
 */

static void
update_tail (KmLibraryView *self, GtkListBoxRow *row)
{
  const KmLibraryPlace *place = g_object_get_data (G_OBJECT (row), "place");
  g_autofree char *number = g_strdup_printf ("%u", km_library_places_count (self, place));
  g_autofree char *name = g_strdup_printf ("%s, %s", _ (place->name), number);

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "tail"), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
refresh_kept (gpointer user_data)
{
  KmLibraryView *self = KM_LIBRARY_VIEW (user_data);
  GtkListBox *list = GTK_LIST_BOX (self->lists[KM_LIBRARY_GROUPS - 1]);
  GtkListBoxRow *row;

  self->refresh_source = 0;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    update_tail (self, row);
  if (self->place != NULL && self->place->group == KM_LIBRARY_GROUPS - 1)
    {
      rebuild (self);
      /* The row that had the focus may be gone. */
      if (gtk_widget_get_mapped (self->scroller)
          && gtk_root_get_focus (gtk_widget_get_root (self->scroller)) == NULL)
        gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
    }
  return G_SOURCE_REMOVE;
}

/* Later: a row that was just pressed must not go while it is being pressed. */
static void
on_reading_changed (KmLibraryView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_kept, self);
}

static GtkWidget *
append_nav_list (KmLibraryView *self, GtkWidget *box, const char *title)
{
  GtkWidget *heading = km_heading_new (title, 2, "km-heading");
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (heading, "km-small");
  gtk_widget_add_css_class (heading, "km-dim");
  gtk_widget_set_margin_top (heading, 8);
  gtk_widget_set_margin_bottom (heading, 2);
  gtk_widget_set_margin_start (heading, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "places");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static void
km_library_view_dispose (GObject *object)
{
  KmLibraryView *self = KM_LIBRARY_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->library);
  g_clear_object (&self->atlas);
  g_clear_object (&self->reader);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  G_OBJECT_CLASS (km_library_view_parent_class)->dispose (object);
}

static void
km_library_view_class_init (KmLibraryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_library_view_dispose;
  signals[PLACE] = g_signal_new ("place", KM_TYPE_LIBRARY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "library");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_nav (KmLibraryView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *scroller = km_scroller_new (box);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  self->lists[0] = append_nav_list (self, box, _ ("Conditions"));
  self->lists[1] = append_nav_list (self, box, _ ("More"));
  self->lists[2] = append_nav_list (self, box, _ ("Yours"));
  gtk_widget_add_css_class (scroller, "pane");
  return scroller;
}

static void
km_library_view_init (KmLibraryView *self)
{
  self->nav = make_nav (self);
  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->scroller = km_scroller_new (NULL);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "pane");
  gtk_widget_add_css_class (self->scroller, "reading");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->nav);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * km_library_view_set_models:
 * @self: a library view
 * @library: what it lists
 * @atlas: the drawings
 * @reader: (nullable): bookmarks and pages read of late
 */
void
km_library_view_set_models (KmLibraryView *self,
                            KmLibrary *library,
                            KmAtlas *atlas,
                            KmReading *reader)
{
  const KmLibraryPlace *place;

  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->atlas = g_object_ref (atlas);
  if (reader != NULL)
    {
      self->reader = g_object_ref (reader);
      g_signal_connect_object (reader, "changed", G_CALLBACK (on_reading_changed), self,
                               G_CONNECT_SWAPPED);
    }
  for (guint i = 0; (place = km_library_places_get (i)) != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->lists[place->group]), make_nav_row (self, place));
}

/**
 * km_library_view_set_narrow:
 * @self: a library view
 * @narrow: whether the list of places and a place have to take turns
 */
void
km_library_view_set_narrow (KmLibraryView *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->library != NULL)
    rebuild (self);
}

/* Where the list and a place take turns, what had the focus is about to go. */
static gboolean
take_focus_away (KmLibraryView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!self->narrow || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;
  gtk_root_set_focus (root, NULL);
  return TRUE;
}

/* To the title of the place, or back to the row that led to it. */
static void
give_focus (KmLibraryView *self, const KmLibraryPlace *before)
{
  if (self->place != NULL)
    {
      km_heading_take_focus (self->title);
      return;
    }
  for (int i = 0; i < KM_LIBRARY_GROUPS; i++)
    {
      GtkListBoxRow *row;

      for (int j = 0;
           (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->lists[i]), j)) != NULL; j++)
        if (g_object_get_data (G_OBJECT (row), "place") == before)
          gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

/**
 * km_library_view_take_focus:
 * @self: a library view
 *
 * Moves the focus to the title of the place, so that a screen reader says where one is; or to the
 * list of places, when that is all there is.
 */
void
km_library_view_take_focus (KmLibraryView *self)
{
  if (self->place == NULL || !km_heading_take_focus (self->title))
    {
      gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
    }
}

/**
 * km_library_view_show_place:
 * @self: a library view
 * @place: (nullable): id of a place; %NULL for the list of places, or for the first where both fit
 */
void
km_library_view_show_place (KmLibraryView *self, const char *place)
{
  const KmLibraryPlace *found = km_library_places_find (place);
  const KmLibraryPlace *before;
  gboolean had_focus;

  if (found == NULL && !self->narrow)
    found = km_library_places_get (0);
  if (found == self->place
      && gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller)) != NULL)
    return;
  before = self->place;
  had_focus = take_focus_away (self);
  self->place = found;
  mark_row (self);
  rebuild (self);
  if (had_focus)
    give_focus (self, before);
}

/**
 * km_library_view_show_term:
 * @self: a library view that shows the glossary
 * @term_id: a word
 *
 * Points a word of the glossary out.
 */
void
km_library_view_show_term (KmLibraryView *self, const char *term_id)
{
  if (self->glossary != NULL)
    km_library_glossary_point_out (self->glossary, term_id);
}

/**
 * km_library_view_get_place:
 * @self: a library view
 *
 * Returns: (nullable): id of the place shown
 */
const char *
km_library_view_get_place (KmLibraryView *self)
{
  return self->place != NULL ? self->place->id : NULL;
}
