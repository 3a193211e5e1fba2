/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-loader.h"
#include "km-search-hints.h"
#include "km-search-row.h"
#include "km-search-view.h"
#include "km-test-window.h"

static KmLookup *lookup;

/* The first of a type in the tree that is shown. */
static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
get_row (GtkWidget *view, int position)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (view, GTK_TYPE_LIST_BOX));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (list, position));
}

static const char *
get_id (GtkWidget *view, int position)
{
  return km_search_hit_get_id (km_search_row_get_hit (KM_SEARCH_ROW (get_row (view, position))));
}

static GtkWidget *
make (const char *words)
{
  GtkWidget *view = km_search_view_new (lookup);

  km_search_view_set_words (KM_SEARCH_VIEW (view), words);
  return view;
}

static gboolean
is_in_first (GtkWidget *view, const char *id, int n)
{
  for (int i = 0; i < n && i < (int) km_search_view_get_n_rows (KM_SEARCH_VIEW (view)); i++)
    if (g_str_equal (get_id (view, i), id))
      return TRUE;
  return FALSE;
}

static void
on_open (KmSearchView *view, KmSearchHit *hit, gpointer data)
{
  g_set_object ((KmSearchHit **) data, hit);
}

/* Results follow each letter; what is asked for stands in the first rows. */
static void
test_results (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (make ("it ba"));
  KmSearchView *self = KM_SEARCH_VIEW (view);

  g_assert_true (is_in_first (view, "itb", 3));
  km_search_view_set_words (self, "it band pain");
  g_assert_true (is_in_first (view, "itb", 1));
  g_assert_cmpstr (km_search_view_get_words (self), ==, "it band pain");
  g_assert_null (find_widget (view, KM_TYPE_SEARCH_HINTS));
  km_search_view_set_words (self, "gives way");
  g_assert_false (is_in_first (view, "itb", 3));
  km_search_view_set_words (self, " \t ");
  g_assert_cmpuint (km_search_view_get_n_rows (self), ==, 0);
  g_assert_nonnull (find_widget (view, KM_TYPE_SEARCH_HINTS));
}

/* Enter opens the best; a row opens itself. */
static void
test_open (void)
{
  GtkWidget *view = make ("it band pain");
  GtkWidget *window = km_test_show (view, 700, 500);
  g_autoptr (KmSearchHit) opened = NULL;
  GtkWidget *entry = find_widget (view, GTK_TYPE_SEARCH_ENTRY);

  g_signal_connect (view, "open", G_CALLBACK (on_open), &opened);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (km_search_hit_get_id (opened), ==, "itb");
  gtk_widget_activate (get_row (view, 1));
  g_assert_cmpstr (km_search_hit_get_id (opened), ==, get_id (view, 1));
  km_test_close (window);
}

/* A correction is said, and a guess is never opened by Enter. */
static void
test_corrected_and_none (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (make ("patelofemoral"));
  g_autoptr (KmSearchHit) opened = NULL;

  g_assert_true (says (view, "Showing results for “\u2068patellofemoral\u2069”"));
  g_assert_true (is_in_first (view, "pfp", 1));
  km_search_view_set_words (KM_SEARCH_VIEW (view), "pfoz");
  g_assert_true (says (view, "Nothing found for “\u2068pfoz\u2069”"));
  g_assert_true (says (view, "Did you mean one of these words?"));
  g_assert_true (says (view, "Pages about “pop”"));
  g_assert_cmpuint (km_search_view_get_n_rows (KM_SEARCH_VIEW (view)), >, 0);
  g_signal_connect (view, "open", G_CALLBACK (on_open), &opened);
  g_signal_emit_by_name (find_widget (view, GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_null (opened);
  km_search_view_set_words (KM_SEARCH_VIEW (view), "qqqqqq");
  g_assert_true (says (view, "Nothing found for “\u2068qqqqqq\u2069”"));
  g_assert_cmpuint (km_search_view_get_n_rows (KM_SEARCH_VIEW (view)), ==, 0);
}

static void
count_clip (PangoAttrList *list, guint length, guint *n_bold)
{
  GSList *all = pango_attr_list_get_attributes (list);

  for (GSList *l = all; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      g_assert_cmpuint (attribute->start_index, <, attribute->end_index);
      g_assert_cmpuint (attribute->end_index, <=, length);
      *n_bold += attribute->klass->type == PANGO_ATTR_WEIGHT;
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
}

static void
count_marks (GtkWidget *root, guint *n_bold)
{
  if (GTK_IS_LABEL (root) && gtk_label_get_attributes (GTK_LABEL (root)) != NULL)
    count_clip (gtk_label_get_attributes (GTK_LABEL (root)),
                (guint) strlen (gtk_label_get_label (GTK_LABEL (root))), n_bold);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_marks (child, n_bold);
}

/* Every row says what it is and what is urgent, and marks what answers. */
static void
test_rows (void)
{
  GtkWidget *view = make ("hot swollen knee");
  GtkWidget *window = km_test_show (view, 700, 500);
  guint n = km_search_view_get_n_rows (KM_SEARCH_VIEW (view));

  g_assert_cmpuint (n, >, 10);
  g_assert_true (is_in_first (view, "septic-joint", 3));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = get_row (view, (int) i);
      guint n_bold = 0;

      count_marks (row, &n_bold);
      g_assert_cmpuint (n_bold, >, 0);
      g_assert_true (
          gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
      if (g_str_equal (get_id (view, (int) i), "septic-joint"))
        {
          g_assert_true (says (row, "Get help now"));
          gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                               "Septic arthritis, Condition. Get help now");
        }
    }
  km_test_close (window);
}

static gboolean
has_focus (gpointer widget)
{
  return gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN;
}

/* Back from a page the focus is on its row; when the row is gone, in the entry. */
static void
test_focus (void)
{
  GtkWidget *view = make ("it band pain");
  GtkWidget *window = km_test_show (view, 700, 500);
  GtkWidget *entry = find_widget (view, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *row = get_row (view, 2);

  km_search_view_focus (KM_SEARCH_VIEW (view));
  km_test_wait (has_focus, entry);
  gtk_widget_activate (row);
  km_search_view_focus_opened (KM_SEARCH_VIEW (view));
  km_test_wait (has_focus, row);
  km_search_view_set_words (KM_SEARCH_VIEW (view), "sauna");
  km_search_view_focus_opened (KM_SEARCH_VIEW (view));
  km_test_wait (has_focus, entry);
  km_test_close (window);
}

/* Whatever is pasted: no warning, no markup taken for markup, nothing wider than the window. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "a",
                                        "<b>&amp;\"'</b>",
                                        "%s%n",
                                        "\x01\x1b[31m\n\t",
                                        "\u200f\u202e\u2066",
                                        "שלום מرحبا ",
                                        "\U0001f3c3",
                                        "e\u0301\u0301\u0301" };
  GtkWidget *view = make ("");
  GtkWidget *window = km_test_show (view, 360, 600);
  int minimum;

  km_search_view_set_narrow (KM_SEARCH_VIEW (view), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (glong n = 0; n < 10000; n += g_utf8_strlen (pieces[i], -1))
        g_string_append (text, pieces[i]);
      km_search_view_set_words (KM_SEARCH_VIEW (view), text->str);
      km_test_settle ();
      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
  km_search_view_set_words (KM_SEARCH_VIEW (view), "it band pain");
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (is_in_first (view, "itb", 1));
  km_test_close (window);
}

/* No word of the guide is too long for the narrowest window with text of twice the size. */
static void
test_long_words (void)
{
  g_autoptr (GtkCssProvider) large = gtk_css_provider_new ();
  GtkWidget *view = make ("");
  GtkWidget *window = km_test_show (view, 360, 600);
  KmLibrary *library = km_lookup_get_library (lookup);

  gtk_css_provider_load_from_data (large, "window.kneemap { font-size: 200%; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (large),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 3);
  km_search_view_set_narrow (KM_SEARCH_VIEW (view), TRUE);
  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *pages = km_library_get_pages (library, (KmPageKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, i);
          int minimum;

          km_search_view_set_words (KM_SEARCH_VIEW (view), km_page_get_title (page));
          gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
          g_test_message ("%s: %d", km_page_get_title (page), minimum);
          g_assert_cmpint (minimum, <=, 360);
        }
    }
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (large));
  km_test_close (window);
}

static void
test_quote (void)
{
  g_autofree char *calm = km_search_hints_quote ("a\nb\x01\u202e<i>");
  g_autofree char *many = g_strnfill (500, 'x');
  g_autofree char *cut = km_search_hints_quote (many);

  g_assert_cmpstr (calm, ==, "\u2068a b  <i>\u2069");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 63);
}

static void
test_names (void)
{
  g_autoptr (GtkWidget) view = g_object_ref_sink (make (""));
  GtkWidget *entry = find_widget (view, GTK_TYPE_SEARCH_ENTRY);

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search the guide");
  km_search_view_set_words (KM_SEARCH_VIEW (view), "pfoz");
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Nothing found. Pages about “pop”");
  gtk_test_accessible_assert_property (find_widget (view, GTK_TYPE_LIST_BOX),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Results");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KmLibrary) library = NULL;
  int status;

  km_test_init (&argc, &argv);
  library = km_loader_load (NULL, &error);
  g_assert_no_error (error);
  lookup = km_lookup_new (library);
  g_test_add_func ("/search-view/results", test_results);
  g_test_add_func ("/search-view/open", test_open);
  g_test_add_func ("/search-view/corrected-and-none", test_corrected_and_none);
  g_test_add_func ("/search-view/rows", test_rows);
  g_test_add_func ("/search-view/focus", test_focus);
  g_test_add_func ("/search-view/hostile", test_hostile);
  g_test_add_func ("/search-view/long-words", test_long_words);
  g_test_add_func ("/search-view/quote", test_quote);
  g_test_add_func ("/search-view/names", test_names);
  status = g_test_run ();
  g_clear_object (&lookup);
  return status;
}
