/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"
#include "km-page-view-private.h"
#include "km-preferences.h"
#include "km-test-window.h"
#include "km-traits.h"
#include "km-window-private.h"

#include <glib/gstdio.h>

/* The narrowest window there is. */
#define NARROW 360

static KmLookup *lookup;
static KmAtlas *atlas;

typedef struct
{
  KmWindow *window;
} Fixture;

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = km_preferences_dup_path ();

  g_remove (path);
  fixture->window = km_window_new (NULL, lookup, atlas);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), NARROW, 740);
  gtk_window_present (GTK_WINDOW (fixture->window));
  km_test_wait (is_shown, fixture->window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  km_test_wait (is_gone, &window);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

typedef struct
{
  KmWindow *window;
  guint size;
  int normal; /* 1000 px at normal size */
} Wanted;

static gboolean
has_size (gpointer data)
{
  const Wanted *wanted = data;

  int measure = km_clamp_scale (GTK_WIDGET (wanted->window), 1000);

  return ABS (measure - wanted->normal * (int) wanted->size / 100) <= 1
         && wanted->window->width_source == 0;
}

static gboolean
is_calm (gpointer data)
{
  return KM_WINDOW (data)->width_source == 0;
}

static int
measure_width (KmWindow *window)
{
  int minimum;

  km_test_wait (is_calm, window);
  km_test_settle ();
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  return minimum;
}

/* Every screen of the guide fits a narrow window however large the text. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  static const char *const lists[]
      = { "all", "serious", "exercises", "guides", "questions", "glossary", "bookmarks", "recent" };
  static const char *const pages[]
      = { "itb", "meniscus", "warning-signs", "guide-return", "bridge" };

  km_reading_set_text_size (fixture->window->reader, KM_TEXT_SIZE_MAX);
  for (guint i = 0; i < 3; i++)
    {
      km_window_show_pane (fixture->window, (int) i);
      g_test_message ("pane %u: %d", i, measure_width (fixture->window));
      g_assert_cmpint (measure_width (fixture->window), <=, NARROW);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      km_window_open_library (fixture->window, lists[i]);
      g_test_message ("%s: %d", lists[i], measure_width (fixture->window));
      g_assert_cmpint (measure_width (fixture->window), <=, NARROW);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (km_window_open_page (fixture->window, pages[i]));
      act (fixture, "win.find-words");
      g_test_message ("%s: %d", pages[i], measure_width (fixture->window));
      g_assert_cmpint (measure_width (fixture->window), <=, NARROW);
    }
}

/* Two conditions are a place like any other: back leads to where one was. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  KmWindow *window = fixture->window;
  const KmPlace *place;

  g_assert_false (km_window_compare (window, "itb", "no-such-thing"));
  km_window_open_library (window, "all");
  km_window_open_page (window, "itb");
  g_assert_true (km_window_compare (window, "itb", "meniscus"));
  g_assert_null (km_window_get_page_view (window));
  g_assert_true (gtk_widget_get_mapped (window->compare));
  g_assert_true (km_window_compare (window, "itb", "pfp"));
  act (fixture, "win.back");
  place = km_history_get_current (window->history);
  g_assert_cmpstr (place->compared[1], ==, "meniscus");
  act (fixture, "win.back");
  g_assert_cmpstr (km_history_get_current (window->history)->page, ==, "itb");
  act (fixture, "win.forward");
  g_assert_true (gtk_widget_get_mapped (window->compare));
  km_reading_set_text_size (window->reader, KM_TEXT_SIZE_MAX);
  g_assert_cmpint (measure_width (window), <=, NARROW);
}

/* Every condition has something to tell, and tells it once. */
static void
test_traits (void)
{
  KmLibrary *library = km_lookup_get_library (lookup);
  GPtrArray *conditions = km_library_get_conditions (library);

  for (guint i = 0; i < conditions->len; i++)
    {
      const KmCondition *condition = g_ptr_array_index (conditions, i);
      guint n = 0;

      for (int trait = 0; trait < KM_N_TRAITS; trait++)
        {
          g_autoptr (GPtrArray) statements = km_traits_dup (library, condition, trait);

          g_assert_cmpuint (statements->len, <=, KM_TRAITS_MAX);
          n += statements->len;
        }
      g_test_message ("%s: %u", condition->id, n);
      g_assert_cmpuint (n, >=, 2);
    }
}

static void
test_hint (Fixture *fixture, gconstpointer data)
{
  KmPageView *view;

  km_window_open_library (fixture->window, "all");
  km_window_open_page (fixture->window, "itb");
  view = km_window_get_page_view (fixture->window);
  g_assert_nonnull (view->hint);
  act (fixture, "win.dismiss-hint");
  g_assert_null (view->hint);
  km_window_open_page (fixture->window, "pfp");
  g_assert_null (view->hint);
}

/* A bookmark outlives its page, says so, and can be removed. */
static void
test_lost_bookmark (Fixture *fixture, gconstpointer data)
{
  KmReading *reader = fixture->window->reader;

  km_reading_add_bookmark (reader, "gone", "A page of old");
  km_window_open_library (fixture->window, "bookmarks");
  g_assert_false (km_window_open_page (fixture->window, "gone"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove-bookmark",
                                             "s", "gone"));
  km_test_settle ();
  g_assert_cmpuint (km_reading_get_bookmarks (reader)->len, ==, 0);
}

/* What was read last and is no longer there gives way to what was read before. */
static void
test_continue (Fixture *fixture, gconstpointer data)
{
  KmWindow *window = fixture->window;

  g_assert_null (km_window_get_last_read (window));
  km_reading_add_recent (window->reader, "gone", "A page of old");
  g_assert_null (km_window_get_last_read (window));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (window), "win.continue", NULL)
                  && km_window_get_page_view (window) != NULL);
  km_window_open_library (window, "recent");
  km_window_open_page (window, "itb");
  act (fixture, "win.back");
  km_reading_add_recent (window->reader, "gone", "A page of old");
  km_window_open_library (window, "recent");
  act (fixture, "win.continue");
  g_assert_cmpstr (km_history_get_current (window->history)->page, ==, "itb");
}

static void
test_text_size (Fixture *fixture, gconstpointer data)
{
  Wanted wanted = { fixture->window, 110, km_clamp_scale (GTK_WIDGET (fixture->window), 1000) };

  act (fixture, "win.text-larger");
  km_test_wait (has_size, &wanted);
  act (fixture, "win.text-smaller");
  act (fixture, "win.text-smaller");
  wanted.size = 90;
  km_test_wait (has_size, &wanted);
  for (int i = 0; i < 12; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.text-larger", NULL);
  wanted.size = KM_TEXT_SIZE_MAX;
  km_test_wait (has_size, &wanted);
  act (fixture, "win.text-normal");
  wanted.size = 100;
  km_test_wait (has_size, &wanted);
}

static void
test_bookmark (Fixture *fixture, gconstpointer data)
{
  KmReading *reader = fixture->window->reader;

  km_window_open_library (fixture->window, "all");
  km_window_open_page (fixture->window, "itb");
  act (fixture, "win.bookmark");
  g_assert_true (km_reading_has_bookmark (reader, "itb"));
  g_assert_nonnull (km_test_find (fixture->window->library_page, GTK_TYPE_LABEL, "Bookmarked"));
  act (fixture, "win.back");
  km_window_open_page (fixture->window, "pfp");
  g_assert_nonnull (km_test_find (fixture->window->library_page, GTK_TYPE_LABEL, "Bookmark"));
  g_assert_null (km_test_find (fixture->window->library_page, GTK_TYPE_LABEL, "Bookmarked"));
  act (fixture, "win.back");
  /* The button comes into the window when the page is kept already. */
  km_window_open_page (fixture->window, "itb");
  g_assert_nonnull (km_test_find (fixture->window->library_page, GTK_TYPE_LABEL, "Bookmarked"));
  km_window_open_page (fixture->window, "pfp");
  g_assert_false (km_reading_has_bookmark (reader, "pfp"));
  act (fixture, "win.bookmark");
  act (fixture, "win.bookmark");
  g_assert_false (km_reading_has_bookmark (reader, "pfp"));
  g_assert_true (km_reading_has_bookmark (reader, "itb"));
  act (fixture, "win.forget");
  g_assert_true (km_reading_has_bookmark (reader, "itb"));
  g_assert_cmpuint (km_reading_get_recent (reader)->len, ==, 0);
}

/* Back to a page is back to the same place on it, with the same answers open. */
static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  KmPageView *view;

  km_window_open_library (fixture->window, "all");
  km_window_open_page (fixture->window, "itb");
  view = km_window_get_page_view (fixture->window);
  km_page_view_set_scroll (view, 500);
  km_page_view_set_open (view, 1);
  km_window_open_page (fixture->window, "pfp");
  g_assert_cmpfloat (km_page_view_get_scroll (view), ==, 0);
  act (fixture, "win.back");
  g_assert_cmpfloat (km_page_view_get_scroll (view), ==, 500);
  g_assert_cmpuint (km_page_view_get_open (view), ==, 1);
  act (fixture, "win.forward");
  g_assert_cmpuint (km_page_view_get_open (view), ==, 0);
  g_assert_cmpfloat (km_page_view_get_scroll (view), ==, 0);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  return --*(int *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
are_drawn (gpointer data)
{
  return *(int *) data <= 0;
}

/* GTK gives the focus of what is out of sight to something else only once a frame is drawn. */
static GtkWidget *
wait_focus (KmWindow *window)
{
  int frames = 4;

  gtk_widget_add_tick_callback (GTK_WIDGET (window), on_frame, &frames, NULL);
  km_test_wait (are_drawn, &frames);
  km_test_settle ();
  return gtk_window_get_focus (GTK_WINDOW (window));
}

static gboolean
is_in (GtkWidget *focus, GtkWidget *widget)
{
  g_test_message ("the focus is on a %s", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
  return focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_is_ancestor (focus, widget);
}

/* Wherever one goes back to, the focus is in what is in view and not on a button of the header. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  KmWindow *window = fixture->window;

  km_window_open_library (window, "all");
  g_assert_true (is_in (wait_focus (window), window->library_box));
  km_window_search (window, "meniscal");
  g_assert_true (is_in (wait_focus (window), window->search));
  km_window_open_result (window, "meniscus");
  g_assert_true (wait_focus (window) == km_window_get_page_view (window)->title);
  km_window_open_page (window, "pfp");
  g_assert_true (wait_focus (window) == km_window_get_page_view (window)->title);
  act (fixture, "win.back");
  g_assert_true (wait_focus (window) == km_window_get_page_view (window)->title);
  act (fixture, "win.back");
  g_assert_true (is_in (wait_focus (window), window->search));
  act (fixture, "win.back");
  g_assert_true (is_in (wait_focus (window), window->lists));
  act (fixture, "win.back");
  g_assert_true (is_in (wait_focus (window), GTK_WIDGET (window->fold)));
  act (fixture, "win.forward");
  g_assert_true (is_in (wait_focus (window), window->lists));
}

/* Where the list of places and a place take turns, back is back to the row that led there. */
static void
test_focus_of_places (Fixture *fixture, gconstpointer data)
{
  KmWindow *window = fixture->window;
  GtkWidget *row;

  km_window_open_library (window, NULL);
  row = km_test_find (window->lists, GTK_TYPE_LIST_BOX_ROW, "Guides");
  g_assert_true (gtk_widget_grab_focus (row));
  km_window_open_library (window, "guides");
  g_assert_true (is_in (wait_focus (window), window->lists));
  act (fixture, "win.back");
  g_assert_true (wait_focus (window) == row);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Rows that open a page and are not hidden, themselves or with a group. */
static guint
count_rows (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (GTK_IS_LIST_BOX_ROW (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.page") == 0)
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

static guint
rows_for (Fixture *fixture, GtkWidget *entry, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  return count_rows (fixture->window->lists);
}

/* The filter of a list leaves what has the words, and says when nothing is left. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  guint all;

  km_window_open_library (fixture->window, "guides");
  entry = find_widget (fixture->window->lists, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  all = count_rows (fixture->window->lists);
  g_assert_cmpuint (all, >, 20);
  g_assert_cmpuint (rows_for (fixture, entry, "pain sca"), ==, 1);
  g_assert_cmpuint (rows_for (fixture, entry, "zzzz"), ==, 0);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_next_sibling (entry)));
  g_assert_cmpuint (rows_for (fixture, entry, ""), ==, all);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_next_sibling (entry)));
}

static KmLibrary *
bring (gpointer data, GError **error)
{
  (*(guint *) data)++;
  return km_loader_load (NULL, error);
}

/* The first screen is shown before the guide is read, whatever is kept of earlier times; the first
 * click has it read. */
static void
test_first (Fixture *earlier, gconstpointer data)
{
  g_autoptr (KmLibrary) first = km_loader_load_first (NULL);
  g_autoptr (KmLookup) little = km_lookup_new (first);
  guint n_brought = 0;
  Fixture fixture;

  g_assert_true (km_window_open_page (earlier->window, "itb"));
  km_assessment_toggle_spot (earlier->window->assessment, "tendon");
  act (earlier, "win.bookmark");
  km_window_save (earlier->window);
  g_assert_true (km_preferences_save (earlier->window->reader, NULL));
  km_library_set_rest (first, bring, &n_brought);
  fixture.window = km_window_new (NULL, little, atlas);
  gtk_window_present (GTK_WINDOW (fixture.window));
  km_test_wait (is_shown, fixture.window);
  km_test_wait (is_calm, fixture.window);
  km_test_settle ();
  g_assert_cmpuint (n_brought, ==, 0);
  g_assert_true (km_window_can_continue (fixture.window));
  km_assessment_toggle_spot (fixture.window->assessment, "outer-bump");
  g_assert_cmpuint (n_brought, ==, 1);
  g_assert_true (km_window_open_page (fixture.window, "itb"));
  km_test_settle ();
  g_assert_true (km_window_can_continue (fixture.window));
  tear_down (&fixture, NULL);
  g_assert_cmpuint (n_brought, ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/window/text-size", test_text_size },
    { "/window/narrow", test_narrow },
    { "/window/bookmark", test_bookmark },
    { "/window/scroll", test_scroll },
    { "/window/compare", test_compare },
    { "/window/filter", test_filter },
    { "/window/hint", test_hint },
    { "/window/lost-bookmark", test_lost_bookmark },
    { "/window/continue", test_continue },
    { "/window/focus", test_focus },
    { "/window/focus-of-places", test_focus_of_places },
  };
  g_autofree char *home = g_dir_make_tmp ("kneemap-XXXXXX", NULL);
  g_autoptr (KmLibrary) library = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  km_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  library = km_loader_load (NULL, NULL);
  lookup = km_lookup_new (library);
  atlas = km_atlas_new ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/window/traits", test_traits);
  g_test_add ("/window/first", Fixture, NULL, set_up, test_first, tear_down);
  status = g_test_run ();
  g_object_unref (lookup);
  g_object_unref (atlas);
  return status;
}
