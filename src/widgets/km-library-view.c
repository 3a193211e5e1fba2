/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-library-view.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-library-glossary.h"
#include "km-library-rows.h"
#include "km-markup.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

#define NAV_WIDTH 240
#define LIST_WIDTH 760
#define TILES_WIDTH 828

/* The places of the library, in order. Areas are those of the spots. */
typedef struct
{
  const char *id;
  const char *name;
  const char *area; /* NULL: not a place on the knee */
  KmView view;
  const char *spot;
} Place;

static const Place places[] = {
  { "all", N_ ("All places"), NULL, 0, NULL },
  { "front", N_ ("Front of the knee"), "front", KM_VIEW_FRONT, "kneecap-front" },
  { "above", N_ ("Above the kneecap"), "above", KM_VIEW_FRONT, "above-kneecap" },
  { "below", N_ ("Below the kneecap"), "below", KM_VIEW_FRONT, "tendon" },
  { "inner", N_ ("Inner side"), "inner", KM_VIEW_INNER, "inner-joint-line" },
  { "outer", N_ ("Outer side"), "outer", KM_VIEW_OUTER, "outer-bump" },
  { "behind", N_ ("Behind"), "behind", KM_VIEW_BEHIND, "behind-knee" },
  { "lower-leg", N_ ("Calf and shin"), "lower-leg", KM_VIEW_BEHIND, "upper-calf" },
  { "whole", N_ ("Whole knee"), "whole", KM_VIEW_FRONT, NULL },
  { "serious", N_ ("Do not miss"), NULL, 0, NULL },
  { "exercises", N_ ("Exercises"), NULL, 0, NULL },
  { "guides", N_ ("Guides"), NULL, 0, NULL },
  { "questions", N_ ("Questions people ask"), NULL, 0, NULL },
  { "glossary", N_ ("Words explained"), NULL, 0, NULL },
};

#define FIRST_OF_MORE 9

/**
 * KmLibraryView:
 *
 * Only the place in view is built. CSS node `library`.
 */
struct _KmLibraryView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nav;
  GtkWidget *line;
  GtkWidget *scroller;
  GtkWidget *lists[2];
  GtkWidget *glossary; /* while it is in view */
  KmLibrary *library;
  KmAtlas *atlas;
  const Place *place;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (KmLibraryView, km_library_view, GTK_TYPE_WIDGET)

enum
{
  PLACE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
area_of (KmLibrary *library, const KmCondition *condition)
{
  for (char **id = condition->spots; *id != NULL; id++)
    {
      const KmSpot *spot = km_library_get_spot (library, *id);

      if (spot != NULL && !g_str_equal (spot->area, "unsure"))
        return spot->area;
    }
  return "whole";
}

static gboolean
belongs (KmLibraryView *self, const KmCondition *condition, const Place *place)
{
  if (g_str_equal (place->id, "serious"))
    return condition->serious;
  if (place->area == NULL)
    return TRUE;
  return g_str_equal (area_of (self->library, condition), place->area);
}

static guint
count (KmLibraryView *self, const Place *place)
{
  GPtrArray *conditions = km_library_get_conditions (self->library);
  guint n = 0;

  if (g_str_equal (place->id, "exercises"))
    return g_list_model_get_n_items (km_library_get_pages (self->library, KM_PAGE_EXERCISE));
  if (g_str_equal (place->id, "guides"))
    return g_list_model_get_n_items (km_library_get_pages (self->library, KM_PAGE_GUIDE));
  if (g_str_equal (place->id, "questions"))
    return g_list_model_get_n_items (km_library_get_pages (self->library, KM_PAGE_QUESTION));
  if (g_str_equal (place->id, "glossary"))
    return km_library_get_terms (self->library)->len;
  for (guint i = 0; i < conditions->len; i++)
    if (belongs (self, g_ptr_array_index (conditions, i), place))
      n++;
  return n;
}

/* ---- contents ------------------------------------------------------------------------------ */

static GtkWidget *
make_column (const char *title, const char *second)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (head), km_heading_new (title, 1, "km-title"));
  if (second != NULL)
    gtk_box_append (GTK_BOX (head), km_label_new (second, "km-dim", NULL));
  gtk_box_append (GTK_BOX (column), head);
  return column;
}

static gint
compare_conditions (gconstpointer a, gconstpointer b)
{
  const KmCondition *first = *(const KmCondition *const *) a;
  const KmCondition *second = *(const KmCondition *const *) b;

  if (first->prior != second->prior)
    return first->prior > second->prior ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

/* Common ones first, as most people look for those. */
static GtkWidget *
make_condition_rows (KmLibraryView *self, const Place *place)
{
  GPtrArray *conditions = km_library_get_conditions (self->library);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  GtkWidget *rows = km_library_rows_new ();

  for (guint i = 0; i < conditions->len; i++)
    if (belongs (self, g_ptr_array_index (conditions, i), place))
      g_ptr_array_add (chosen, g_ptr_array_index (conditions, i));
  g_ptr_array_sort (chosen, compare_conditions);
  for (guint i = 0; i < chosen->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (rows), km_library_condition_row_new (
                                                  self->library, g_ptr_array_index (chosen, i)));
  return rows;
}

static void
append_area (KmLibraryView *self, GtkWidget *column, const Place *place)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), km_heading_new (_ (place->name), 2, "km-section"));
  gtk_box_append (GTK_BOX (texts), make_condition_rows (self, place));
  if (!self->narrow)
    gtk_box_append (GTK_BOX (row), km_library_locator_new (self->atlas, place->view, place->spot));
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (column), row);
}

static GtkWidget *
make_conditions (KmLibraryView *self, const Place *place)
{
  guint total = km_library_get_conditions (self->library)->len;
  guint serious = count (self, &places[FIRST_OF_MORE]);
  g_autofree char *first
      = g_strdup_printf (ngettext ("%u condition.", "%u conditions.", total), total);
  g_autofree char *second = g_strdup_printf (
      ngettext ("%u of them must not be missed.", "%u of them must not be missed.", serious),
      serious);
  g_autofree char *both = g_strdup_printf ("%s %s", first, second);
  GtkWidget *column = make_column (_ ("Conditions by place"), both);

  for (guint i = 1; i < FIRST_OF_MORE; i++)
    if (place->area == NULL || place == &places[i])
      append_area (self, column, &places[i]);
  return column;
}

static GtkWidget *
make_serious (KmLibraryView *self, const Place *place)
{
  GtkWidget *column
      = make_column (_ ("Do not miss"), _ ("Rare, but each needs to be seen soon. Read the warning "
                                           "signs once, and come back if one starts."));
  GtkWidget *rows = km_library_rows_new ();
  KmPage *page = km_library_get_page (self->library, "warning-signs");

  if (page != NULL)
    {
      gtk_list_box_append (GTK_LIST_BOX (rows), km_library_page_row_new (page));
      gtk_box_append (GTK_BOX (column), rows);
    }
  gtk_box_append (GTK_BOX (column), make_condition_rows (self, place));
  return column;
}

static GtkWidget *
make_exercises (KmLibraryView *self)
{
  GListModel *pages = km_library_get_pages (self->library, KM_PAGE_EXERCISE);
  GtkWidget *column
      = make_column (_ ("Exercises"), _ ("Pain up to 3 of 10 is fine while you do them. Worse next "
                                         "morning? Make it easier."));
  GtkWidget *tiles = g_object_new (GTK_TYPE_FLOW_BOX, "homogeneous", TRUE, "column-spacing", 18,
                                   "row-spacing", 18, "selection-mode", GTK_SELECTION_NONE,
                                   "min-children-per-line", 1, "max-children-per-line", 3, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (KmPage) page = g_list_model_get_item (pages, i);
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                    km_library_exercise_tile_new (page));
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (tiles), child);
    }
  gtk_box_append (GTK_BOX (column), tiles);
  return column;
}

static GtkWidget *
make_guides (KmLibraryView *self)
{
  static const struct
  {
    const char *topic;
    const char *name;
  } topics[] = {
    { "start", N_ ("Start here") },      { "running", N_ ("Running") },
    { "care", N_ ("Looking after it") }, { "return", N_ ("Back to running") },
    { "clinician", N_ ("Being seen") },
  };
  GListModel *pages = km_library_get_pages (self->library, KM_PAGE_GUIDE);
  GtkWidget *column = make_column (_ ("Guides"), NULL);

  for (guint t = 0; t < G_N_ELEMENTS (topics); t++)
    {
      GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
      GtkWidget *rows = km_library_rows_new ();

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

          if (g_strcmp0 (km_page_get_topic (page), topics[t].topic) == 0)
            gtk_list_box_append (GTK_LIST_BOX (rows), km_library_page_row_new (page));
        }
      gtk_box_append (GTK_BOX (group), km_heading_new (_ (topics[t].name), 2, "km-section"));
      gtk_box_append (GTK_BOX (group), rows);
      if (gtk_widget_get_first_child (rows) != NULL)
        gtk_box_append (GTK_BOX (column), group);
      else
        g_object_unref (g_object_ref_sink (group));
    }
  return column;
}

static GtkWidget *
make_questions (KmLibraryView *self)
{
  GListModel *pages = km_library_get_pages (self->library, KM_PAGE_QUESTION);
  GtkWidget *column = make_column (_ ("Questions people ask"), NULL);
  GtkWidget *rows = km_library_rows_new ();

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

      gtk_list_box_append (GTK_LIST_BOX (rows), km_library_page_row_new (page));
    }
  gtk_box_append (GTK_BOX (column), rows);
  return column;
}

static GtkWidget *
make_glossary (KmLibraryView *self)
{
  GtkWidget *column = make_column (_ ("Words explained"), NULL);

  self->glossary = km_library_glossary_new (self->library);
  gtk_box_append (GTK_BOX (column), self->glossary);
  return column;
}

static GtkWidget *
make_content (KmLibraryView *self, const Place *place)
{
  if (g_str_equal (place->id, "serious"))
    return make_serious (self, place);
  if (g_str_equal (place->id, "exercises"))
    return make_exercises (self);
  if (g_str_equal (place->id, "guides"))
    return make_guides (self);
  if (g_str_equal (place->id, "questions"))
    return make_questions (self);
  if (g_str_equal (place->id, "glossary"))
    return make_glossary (self);
  return make_conditions (self, place);
}

static void
rebuild (KmLibraryView *self)
{
  GtkWidget *clamp = NULL;

  self->glossary = NULL;
  if (self->place != NULL)
    {
      GtkWidget *content = make_content (self, self->place);
      int margin = self->narrow ? 18 : 36;

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
}

/* ---- navigation ----------------------------------------------------------------------------- */

static GtkWidget *
make_nav_row (KmLibraryView *self, const Place *place)
{
  g_autofree char *number = g_strdup_printf ("%u", count (self, place));
  g_autofree char *name = g_strdup_printf ("%s, %s", _ (place->name), number);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = km_label_new (_ (place->name), NULL);
  GtkWidget *tail = km_label_new (number, "km-small", "km-dim", "km-number", NULL);

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
  const Place *place = g_object_get_data (G_OBJECT (row), "place");

  g_signal_emit (self, signals[PLACE], 0, place->id);
}

/* By hand: two lists share one choice, and moving the focus must not change it. */
static void
mark_row (KmLibraryView *self)
{
  for (int i = 0; i < 2; i++)
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
  gtk_widget_set_size_request (scroller, NAV_WIDTH, -1);
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
 */
void
km_library_view_set_models (KmLibraryView *self, KmLibrary *library, KmAtlas *atlas)
{
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  self->atlas = g_object_ref (atlas);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->lists[i < FIRST_OF_MORE ? 0 : 1]),
                         make_nav_row (self, &places[i]));
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

/**
 * km_library_view_show_place:
 * @self: a library view
 * @place: (nullable): id of a place; %NULL for the list of places, or for the first where both fit
 */
void
km_library_view_show_place (KmLibraryView *self, const char *place)
{
  const Place *found = self->narrow ? NULL : &places[0];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].id, place) == 0)
      found = &places[i];
  if (found == self->place
      && gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller)) != NULL)
    return;
  self->place = found;
  mark_row (self);
  rebuild (self);
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
