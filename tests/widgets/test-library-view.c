/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-library-view.h"
#include "km-loader.h"
#include "km-test-window.h"

static KmLibrary *library;

typedef struct
{
  KmReading *reader;
  KmLibraryView *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KmAtlas) atlas = km_atlas_new ();

  fixture->reader = km_reading_new ();
  fixture->view = g_object_new (KM_TYPE_LIBRARY_VIEW, NULL);
  km_library_view_set_models (fixture->view, library, atlas, fixture->reader);
  km_library_view_show_place (fixture->view, NULL);
  fixture->window = km_test_show (GTK_WIDGET (fixture->view), 1180, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  km_test_close (fixture->window);
  g_assert_finalize_object (fixture->reader);
}

/* Everything here that opens a page, by the page it opens. */
static void
collect_pages (GtkWidget *widget, GHashTable *pages)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_ACTIONABLE (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.page") == 0)
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_hash_table_add (pages, g_variant_dup_string (target, NULL));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_pages (child, pages);
}

static GHashTable *
show (Fixture *fixture, const char *place)
{
  GHashTable *pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  km_library_view_show_place (fixture->view, place);
  km_test_settle ();
  collect_pages (GTK_WIDGET (fixture->view), pages);
  return pages;
}

static void
assert_all (GHashTable *pages, KmPageKind kind)
{
  GListModel *all = km_library_get_pages (library, kind);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (KmPage) page = g_list_model_get_item (all, i);

      if (!g_hash_table_contains (pages, km_page_get_id (page)))
        g_error ("the library does not lead to %s", km_page_get_id (page));
    }
}

/* Every page of the guide can be reached, without the drawing and without searching. */
static void
test_reach (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *place;
    KmPageKind kind;
  } places[] = { { "all", KM_PAGE_CONDITION },
                 { "exercises", KM_PAGE_EXERCISE },
                 { "guides", KM_PAGE_GUIDE },
                 { "questions", KM_PAGE_QUESTION } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GHashTable) pages = show (fixture, places[i].place);

      assert_all (pages, places[i].kind);
      g_assert_cmpstr (km_library_view_get_place (fixture->view), ==, places[i].place);
    }
}

/* Each condition stands under one area and no other, and what is serious under that too. */
static void
test_areas (Fixture *fixture, gconstpointer data)
{
  static const char *const areas[]
      = { "front", "above", "below", "inner", "outer", "behind", "lower-leg", "whole" };
  GPtrArray *conditions = km_library_get_conditions (library);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) serious = show (fixture, "serious");

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_autoptr (GHashTable) pages = show (fixture, areas[i]);
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, pages);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (!g_hash_table_add (seen, g_strdup (id)))
          g_error ("%s is in two areas", (char *) id);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, conditions->len);
  for (guint i = 0; i < conditions->len; i++)
    {
      const KmCondition *condition = g_ptr_array_index (conditions, i);

      g_assert_true (g_hash_table_contains (serious, condition->id) == condition->serious);
    }
}

static void
test_glossary (Fixture *fixture, gconstpointer data)
{
  GPtrArray *terms = km_library_get_terms (library);

  km_library_view_show_place (fixture->view, "glossary");
  km_test_settle ();
  for (guint i = 0; i < terms->len; i++)
    {
      const KmTerm *term = g_ptr_array_index (terms, i);

      if (km_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, term->name) == NULL)
        g_error ("the word %s is not explained", term->name);
    }
}

/* Where both do not fit, the list of places comes first, and takes turns with a place. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GtkRoot *root = GTK_ROOT (fixture->window);
  GtkWidget *row;

  km_library_view_set_narrow (fixture->view, TRUE);
  km_library_view_show_place (fixture->view, NULL);
  g_assert_null (km_library_view_get_place (fixture->view));
  row = km_test_find (view, GTK_TYPE_LIST_BOX_ROW, "Do not miss");
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  km_library_view_show_place (fixture->view, "serious");
  g_assert_null (km_test_find (view, GTK_TYPE_LIST_BOX_ROW, "Words explained"));
  /* The focus goes to the title and back again. */
  g_assert_true (GTK_IS_LABEL (gtk_root_get_focus (root)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_root_get_focus (root))), ==, "Do not miss");
  km_library_view_show_place (fixture->view, NULL);
  g_assert_true (gtk_root_get_focus (root) == row);
  km_library_view_set_narrow (fixture->view, FALSE);
  km_library_view_show_place (fixture->view, "nosuch");
  g_assert_cmpstr (km_library_view_get_place (fixture->view), ==, "all");
}

static void
on_place (KmLibraryView *view, const char *place, char **chosen)
{
  g_free (*chosen);
  *chosen = g_strdup (place);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  g_autofree char *chosen = NULL;

  g_signal_connect (fixture->view, "place", G_CALLBACK (on_place), &chosen);
  gtk_widget_activate (
      km_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_BOX_ROW, "Words explained"));
  g_assert_cmpstr (chosen, ==, "glossary");
  g_signal_handlers_disconnect_by_data (fixture->view, &chosen);
}

int
main (int argc, char *argv[])
{
  km_test_init (&argc, &argv);
  library = km_loader_load (NULL, NULL);
  g_assert_nonnull (library);
#define ADD(name, function) \
  g_test_add ("/library-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("reach", test_reach);
  ADD ("areas", test_areas);
  ADD ("glossary", test_glossary);
  ADD ("narrow", test_narrow);
  ADD ("choose", test_choose);
  return g_test_run ();
}
