/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-library-view-private.h"

#include "km-heading.h"
#include "km-library-filter.h"
#include "km-library-glossary.h"
#include "km-library-rows.h"

#include <glib/gi18n.h>

static const KmLibraryPlace places[] = {
  { "all", N_ ("All places"), 0, NULL, 0, NULL },
  { "front", N_ ("Front of the knee"), 0, "front", KM_VIEW_FRONT, "kneecap-front" },
  { "above", N_ ("Above the kneecap"), 0, "above", KM_VIEW_FRONT, "above-kneecap" },
  { "below", N_ ("Below the kneecap"), 0, "below", KM_VIEW_FRONT, "tendon" },
  { "inner", N_ ("Inner side"), 0, "inner", KM_VIEW_INNER, "inner-joint-line" },
  { "outer", N_ ("Outer side"), 0, "outer", KM_VIEW_OUTER, "outer-bump" },
  { "behind", N_ ("Behind"), 0, "behind", KM_VIEW_BEHIND, "behind-knee" },
  { "lower-leg", N_ ("Calf and shin"), 0, "lower-leg", KM_VIEW_BEHIND, "upper-calf" },
  { "whole", N_ ("Whole knee"), 0, "whole", KM_VIEW_FRONT, NULL },
  { "serious", N_ ("Do not miss"), 1, NULL, 0, NULL },
  { "exercises", N_ ("Exercises"), 1, NULL, 0, NULL },
  { "guides", N_ ("Guides"), 1, NULL, 0, NULL },
  { "questions", N_ ("Questions people ask"), 1, NULL, 0, NULL },
  { "glossary", N_ ("Words explained"), 1, NULL, 0, NULL },
  { "bookmarks", N_ ("Bookmarks"), 2, NULL, 0, NULL },
  { "recent", N_ ("Recently read"), 2, NULL, 0, NULL },
};

/**
 * km_library_places_get:
 * @position: which place, from 0
 *
 * Returns: (nullable): the place; %NULL after the last
 */
const KmLibraryPlace *
km_library_places_get (guint position)
{
  return position < G_N_ELEMENTS (places) ? &places[position] : NULL;
}

/**
 * km_library_places_find:
 * @id: (nullable): id of a place
 *
 * Returns: (nullable): the place
 */
const KmLibraryPlace *
km_library_places_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].id, id) == 0)
      return &places[i];
  return NULL;
}

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
belongs (KmLibraryView *self, const KmCondition *condition, const KmLibraryPlace *place)
{
  if (g_str_equal (place->id, "serious"))
    return condition->serious;
  if (place->area == NULL)
    return TRUE;
  return g_str_equal (area_of (self->library, condition), place->area);
}

/**
 * km_library_places_count:
 * @self: a library view
 * @place: a place
 *
 * Returns: how much there is
 */
guint
km_library_places_count (KmLibraryView *self, const KmLibraryPlace *place)
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
  if (g_str_equal (place->id, "bookmarks"))
    return self->reader != NULL ? km_reading_get_bookmarks (self->reader)->len : 0;
  if (g_str_equal (place->id, "recent"))
    return self->reader != NULL ? km_reading_get_recent (self->reader)->len : 0;
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
make_condition_rows (KmLibraryView *self, const KmLibraryPlace *place)
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
append_area (KmLibraryView *self, GtkWidget *column, const KmLibraryPlace *place)
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
make_conditions (KmLibraryView *self, const KmLibraryPlace *place)
{
  guint total = km_library_get_conditions (self->library)->len;
  guint serious = km_library_places_count (self, km_library_places_find ("serious"));
  g_autofree char *first
      = g_strdup_printf (ngettext ("%u condition.", "%u conditions.", total), total);
  g_autofree char *second = g_strdup_printf (
      ngettext ("%u of them must not be missed.", "%u of them must not be missed.", serious),
      serious);
  g_autofree char *both = g_strdup_printf ("%s %s", first, second);
  GtkWidget *column = make_column (_ ("Conditions by place"), both);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].area != NULL && (place->area == NULL || place == &places[i]))
      append_area (self, column, &places[i]);
  return column;
}

static GtkWidget *
make_serious (KmLibraryView *self, const KmLibraryPlace *place)
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
  GtkWidget *tiles = g_object_new (GTK_TYPE_FLOW_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                   "homogeneous", TRUE, "column-spacing", 18, "row-spacing", 18,
                                   "selection-mode", GTK_SELECTION_NONE, "min-children-per-line", 1,
                                   "max-children-per-line", 3, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (KmPage) page = g_list_model_get_item (pages, i);

      km_flow_append (tiles, km_library_exercise_tile_new (page));
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
make_bookmarks (KmLibraryView *self)
{
  GtkWidget *column = make_column (_ ("Bookmarks"), NULL);

  km_library_kept_fill_bookmarks (self, column);
  return column;
}

static GtkWidget *
make_recent (KmLibraryView *self)
{
  GtkWidget *column = make_column (_ ("Recently read"), NULL);

  km_library_kept_fill_recent (self, column);
  return column;
}

static GtkWidget *
make_contents (KmLibraryView *self, const KmLibraryPlace *place)
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
  if (g_str_equal (place->id, "bookmarks"))
    return make_bookmarks (self);
  if (g_str_equal (place->id, "recent"))
    return make_recent (self);
  return make_conditions (self, place);
}

/**
 * km_library_places_make:
 * @self: a library view
 * @place: a place
 *
 * Returns: (transfer floating): what is there, with a filter over the long lists
 */
GtkWidget *
km_library_places_make (KmLibraryView *self, const KmLibraryPlace *place)
{
  static const char *const long_ones[]
      = { "all", "exercises", "guides", "questions", "glossary", NULL };
  GtkWidget *column = make_contents (self, place);

  if (g_strv_contains (long_ones, place->id))
    gtk_box_insert_child_after (GTK_BOX (column), km_library_filter_new (column),
                                gtk_widget_get_first_child (column));
  return column;
}
