/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-search-view.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-scroller.h"
#include "km-search-hints.h"
#include "km-search-row.h"

#include <glib/gi18n.h>

#define WIDTH 760
/* More than anybody reads through. */
#define MAX_HITS 24
/* What a window shows without scrolling, and a frame has time for. */
#define FIRST_HITS 12

/**
 * KmSearchView:
 *
 * The rows are made once and filled again as one types. CSS node `search-view`.
 */
struct _KmSearchView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkWidget *page;
  GtkWidget *hints;
  GtkWidget *note;
  GtkWidget *list;
  GtkWidget *rows[MAX_HITS];

  KmLookup *lookup;
  char *opened;    /* id of the result opened last */
  GPtrArray *hits; /* of KmSearchHit: what is listed, or will be in a moment */
  guint n_rows;
  guint more_source;
  gboolean narrow;
  gboolean found; /* whether the rows are results, not guesses */
};

G_DEFINE_FINAL_TYPE (KmSearchView, km_search_view, GTK_TYPE_WIDGET)

enum
{
  PROP_WORDS = 1,
  N_PROPS
};

enum
{
  OPEN,
  CLOSE,
  LIBRARY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- results ------------------------------------------------------------------------------- */

/* Whether there is anything to look for at all. */
static gboolean
has_words (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isgraph (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

static void
fill_rows (KmSearchView *self, guint end)
{
  KmLibrary *library = km_lookup_get_library (self->lookup);

  for (; self->n_rows < end; self->n_rows++)
    {
      guint i = self->n_rows;

      if (self->rows[i] == NULL)
        {
          self->rows[i] = km_search_row_new ();
          km_search_row_set_narrow (KM_SEARCH_ROW (self->rows[i]), self->narrow);
          gtk_list_box_append (GTK_LIST_BOX (self->list), self->rows[i]);
        }
      km_search_row_set_hit (KM_SEARCH_ROW (self->rows[i]), library,
                             g_ptr_array_index (self->hits, i));
      gtk_widget_set_visible (self->rows[i], TRUE);
    }
}

static gboolean
on_more (gpointer user_data)
{
  KmSearchView *self = KM_SEARCH_VIEW (user_data);

  self->more_source = 0;
  fill_rows (self, MIN (self->hits->len, MAX_HITS));
  return G_SOURCE_REMOVE;
}

/* What is below the edge of the window follows once what is above is painted, unless another key
 * comes first. */
static void
fill_list (KmSearchView *self, GPtrArray *hits)
{
  guint n = MIN (hits->len, MAX_HITS);

  g_clear_pointer (&self->hits, g_ptr_array_unref);
  self->hits = g_ptr_array_ref (hits);
  self->n_rows = 0;
  fill_rows (self, MIN (n, FIRST_HITS));
  if (n > FIRST_HITS)
    self->more_source = g_idle_add_full (G_PRIORITY_LOW, on_more, self, NULL);
  for (guint i = MAX (n, self->n_rows); i < MAX_HITS && self->rows[i] != NULL; i++)
    gtk_widget_set_visible (self->rows[i], FALSE);
  gtk_widget_set_visible (self->list, n > 0);
}

/* Says above the list what it is, when it is not simply what was asked for. */
static void
update_note (KmSearchView *self, const KmSearchResults *results)
{
  g_autofree char *note = NULL;

  if (results->hits->len > 0 && results->corrected != NULL && *results->corrected != '\0')
    {
      g_autofree char *quoted = km_search_hints_quote (results->corrected);

      note = g_strdup_printf (_ ("Showing results for “%s”"), quoted);
    }
  else if (results->near_hits->len > 0)
    note = g_strdup_printf (_ ("Pages about “%s”"), results->near_words[0]);
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
}

/* A screen reader says it with the entry, where the focus stays while one types. */
static void
describe (KmSearchView *self, guint n_hits)
{
  g_autofree char *count
      = n_hits == 0
            ? g_strdup (_ ("Nothing found"))
            : g_strdup_printf (ngettext ("%u page found", "%u pages found", n_hits), n_hits);
  const char *note = gtk_label_get_label (GTK_LABEL (self->note));
  g_autofree char *both = g_strdup_printf ("%s. %s", count, note);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  *note != '\0' ? both : count, -1);
}

static void
show_results (KmSearchView *self, const char *words)
{
  g_autoptr (KmSearchResults) results = km_lookup_run (self->lookup, words, MAX_HITS);

  self->found = results->hits->len > 0;
  if (!self->found)
    km_search_hints_show_none (KM_SEARCH_HINTS (self->hints), words, results->near_words);
  gtk_widget_set_visible (self->hints, !self->found);
  update_note (self, results);
  fill_list (self, self->found ? results->hits : results->near_hits);
  describe (self, results->hits->len);
}

static void
show_start (KmSearchView *self)
{
  self->found = FALSE;
  self->n_rows = 0;
  km_search_hints_show_start (KM_SEARCH_HINTS (self->hints));
  gtk_widget_set_visible (self->hints, TRUE);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
on_changed (KmSearchView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_handle_id (&self->more_source, g_source_remove);
  if (has_words (words))
    show_results (self, words);
  else
    show_start (self);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/* ---- keys ---------------------------------------------------------------------------------- */

static void
open_row (KmSearchView *self, KmSearchRow *row)
{
  KmSearchHit *hit = km_search_row_get_hit (row);

  g_free (self->opened);
  self->opened = g_strdup (km_search_hit_get_id (hit));
  g_signal_emit (self, signals[OPEN], 0, hit);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  open_row (KM_SEARCH_VIEW (user_data), KM_SEARCH_ROW (row));
}

/* Enter in the entry opens what is best, unless nothing was found and the list is a guess. */
static void
on_activate (KmSearchView *self)
{
  if (self->found)
    open_row (self, KM_SEARCH_ROW (self->rows[0]));
}

static void
close_view (KmSearchView *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *parameters, gpointer user_data)
{
  close_view (KM_SEARCH_VIEW (widget));
  return TRUE;
}

static gboolean
on_entry_key (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType state,
              gpointer user_data)
{
  KmSearchView *self = KM_SEARCH_VIEW (user_data);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || self->n_rows == 0)
    return FALSE;
  gtk_widget_grab_focus (self->rows[0]);
  return TRUE;
}

/* Before the entry, which gets every key of the view that nobody else wants, takes Enter for its
 * own. */
static gboolean
on_list_key (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             gpointer user_data)
{
  KmSearchView *self = KM_SEARCH_VIEW (user_data);
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  if (row == NULL
      || (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter
          && key != GDK_KEY_space && key != GDK_KEY_KP_Space))
    return FALSE;
  open_row (self, KM_SEARCH_ROW (row));
  return TRUE;
}

static gboolean
on_list_failed (GtkWidget *list, GtkDirectionType direction, gpointer user_data)
{
  KmSearchView *self = KM_SEARCH_VIEW (user_data);

  if (direction != GTK_DIR_UP)
    return FALSE;
  gtk_widget_grab_focus (self->entry);
  return TRUE;
}

static void
on_hint_words (KmSearchView *self, const char *words)
{
  km_search_view_set_words (self, words);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
on_hint_library (KmSearchView *self)
{
  g_signal_emit (self, signals[LIBRARY], 0);
}

/* ---- building ------------------------------------------------------------------------------ */

static GtkWidget *
make_bar (KmSearchView *self)
{
  GtkWidget *clamp = km_clamp_new (WIDTH);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _ ("Search the guide"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the guide"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (close_view), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key), self);
  gtk_widget_add_controller (self->entry, keys);
  km_clamp_set_child (KM_CLAMP (clamp), self->entry);
  self->bar = clamp;
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 12);
  return clamp;
}

static GtkWidget *
make_content (KmSearchView *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->hints = km_search_hints_new ();
  g_signal_connect_swapped (self->hints, "words", G_CALLBACK (on_hint_words), self);
  g_signal_connect_swapped (self->hints, "library", G_CALLBACK (on_hint_library), self);
  self->note = km_label_new ("", "km-dim", NULL);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "rows");
  gtk_widget_add_css_class (self->list, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Results"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (self->list, "keynav-failed", G_CALLBACK (on_list_failed), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_list_key), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (content), self->hints);
  gtk_box_append (GTK_BOX (content), self->note);
  gtk_box_append (GTK_BOX (content), self->list);
  self->page = km_clamp_new (WIDTH);
  gtk_widget_set_margin_top (self->page, 18);
  gtk_widget_set_margin_bottom (self->page, 36);
  km_clamp_set_child (KM_CLAMP (self->page), content);
  return self->page;
}

static void
km_search_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORDS)
    g_value_set_string (value, km_search_view_get_words (KM_SEARCH_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
km_search_view_dispose (GObject *object)
{
  KmSearchView *self = KM_SEARCH_VIEW (object);

  if (self->entry != NULL)
    gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), NULL);
  self->entry = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_handle_id (&self->more_source, g_source_remove);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_object (&self->lookup);
  g_clear_pointer (&self->opened, g_free);
  G_OBJECT_CLASS (km_search_view_parent_class)->dispose (object);
}

static void
km_search_view_class_init (KmSearchViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = km_search_view_get_property;
  object_class->dispose = km_search_view_dispose;

  /**
   * KmSearchView:words:
   *
   * What is typed in the entry.
   */
  properties[PROP_WORDS]
      = g_param_spec_string ("words", NULL, NULL, NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPEN] = g_signal_new ("open", KM_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, KM_TYPE_SEARCH_HIT);
  signals[CLOSE] = g_signal_new ("close", KM_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[LIBRARY] = g_signal_new ("library", KM_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "search-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
km_search_view_init (KmSearchView *self)
{
  GtkWidget *bar = make_bar (self);

  self->scroller = km_scroller_new (make_content (self));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "pane");
  gtk_widget_add_css_class (self->scroller, "reading");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  /* Typing anywhere in the view goes to the entry. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
  km_search_view_set_narrow (self, FALSE);
}

/**
 * km_search_view_new:
 * @lookup: the search
 *
 * Returns: (transfer floating): a view of it
 */
GtkWidget *
km_search_view_new (KmLookup *lookup)
{
  KmSearchView *self = g_object_new (KM_TYPE_SEARCH_VIEW, NULL);

  self->lookup = g_object_ref (lookup);
  return GTK_WIDGET (self);
}

/**
 * km_search_view_set_words:
 * @self: a search view
 * @words: what to search for
 */
void
km_search_view_set_words (KmSearchView *self, const char *words)
{
  if (!g_str_equal (words, km_search_view_get_words (self)))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
}

/**
 * km_search_view_get_words:
 * @self: a search view
 *
 * Returns: (transfer none): what is typed in the entry
 */
const char *
km_search_view_get_words (KmSearchView *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * km_search_view_set_narrow:
 * @self: a search view
 * @narrow: whether there is little room
 */
void
km_search_view_set_narrow (KmSearchView *self, gboolean narrow)
{
  int margin = narrow ? 12 : 24;

  self->narrow = narrow;
  for (guint i = 0; i < MAX_HITS && self->rows[i] != NULL; i++)
    km_search_row_set_narrow (KM_SEARCH_ROW (self->rows[i]), narrow);
  km_search_hints_set_narrow (KM_SEARCH_HINTS (self->hints), narrow);
  gtk_widget_set_margin_start (self->bar, margin);
  gtk_widget_set_margin_end (self->bar, margin);
  gtk_widget_set_margin_start (self->page, margin);
  gtk_widget_set_margin_end (self->page, margin);
}

/**
 * km_search_view_focus:
 * @self: a search view
 *
 * Moves the focus to the entry, with what it holds chosen, so that typing replaces it.
 */
void
km_search_view_focus (KmSearchView *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * km_search_view_focus_opened:
 * @self: a search view
 *
 * Moves the focus to the result opened last, for whoever comes back from it; to the entry when it
 * is no longer there.
 */
void
km_search_view_focus_opened (KmSearchView *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      KmSearchHit *hit = km_search_row_get_hit (KM_SEARCH_ROW (self->rows[i]));

      if (g_strcmp0 (km_search_hit_get_id (hit), self->opened) == 0)
        {
          gtk_widget_grab_focus (self->rows[i]);
          return;
        }
    }
  km_search_view_focus (self);
}

/**
 * km_search_view_get_n_rows:
 * @self: a search view
 *
 * Returns: how many results are listed
 */
guint
km_search_view_get_n_rows (KmSearchView *self)
{
  return self->n_rows;
}
