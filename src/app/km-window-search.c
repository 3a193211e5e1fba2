/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-stack.h"

#include <glib/gi18n.h>

#define GLOSSARY "glossary"
#define GLOSSARY_PREFIX "glossary:"
/* Frames a page may take to be laid out. */
#define MAX_TICKS 30

/* ---- going to the section that answers ------------------------------------------------------- */

typedef struct
{
  KmPageView *view;
  int heading;
  guint n_ticks;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_object_unref (reveal->view);
  g_free (reveal);
}

/* The first tick comes before the page is laid out, so a page has places at the second at best. */
static gboolean
on_reveal_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KmWindow *self = KM_WINDOW (widget);
  Reveal *reveal = user_data;

  reveal->n_ticks++;
  if (reveal->n_ticks < 3 || !gtk_widget_get_mapped (GTK_WIDGET (reveal->view)))
    return reveal->n_ticks < MAX_TICKS;
  self->reveal_tick = 0;
  km_page_view_scroll_to_section (reveal->view, (guint) reveal->heading);
  return G_SOURCE_REMOVE;
}

/* Unless it is on top anyway. A section that steps back behind an urgent finding has no heading. */
static void
reveal_section (KmWindow *self, KmSearchHit *hit)
{
  int position = km_search_hit_get_section (hit);
  const KmSection *section
      = position >= 0 ? km_page_get_section (km_search_hit_get_page (hit), (guint) position) : NULL;
  KmPageView *view = km_window_get_page_view (self);
  int heading = -1;
  Reveal *reveal;

  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  if (section != NULL && section->heading != NULL)
    heading = km_page_view_find_heading (view, section->heading);
  if (heading < 0)
    {
      km_page_view_focus_title (view);
      return;
    }
  reveal = g_new0 (Reveal, 1);
  reveal->view = g_object_ref (view);
  reveal->heading = heading;
  self->reveal_tick
      = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_reveal_tick, reveal, reveal_free);
}

/* ---- results --------------------------------------------------------------------------------- */

static void
open_term (KmWindow *self, const char *term_id)
{
  KmPlace *place = km_place_new (TRUE, GLOSSARY, NULL, 0);

  place->term = g_strdup (term_id);
  km_window_go (self, place);
}

static void
on_open (KmWindow *self, KmSearchHit *hit)
{
  const KmTerm *term = km_search_hit_get_term (hit);

  if (term != NULL)
    open_term (self, term->id);
  else if (km_window_open_page (self, km_search_hit_get_id (hit)))
    reveal_section (self, hit);
}

/**
 * km_window_open_result:
 * @self: a window
 * @id: the id of a result: of a page, or `glossary:` and the id of a word
 *
 * Returns: whether there is such a result
 */
gboolean
km_window_open_result (KmWindow *self, const char *id)
{
  if (!g_str_has_prefix (id, GLOSSARY_PREFIX))
    return km_window_open_page (self, id);
  id += strlen (GLOSSARY_PREFIX);
  if (km_library_get_term (self->library, id) == NULL)
    return FALSE;
  open_term (self, id);
  return TRUE;
}

/* ---- the place ------------------------------------------------------------------------------- */

static void
on_close (KmWindow *self)
{
  GtkWidget *focus = self->focus_before_search;

  km_window_step (self, -1);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

static void
on_library (KmWindow *self)
{
  km_window_open_library (self, NULL);
}

/* The place in the history keeps what was searched for last. */
static void
on_words (KmWindow *self)
{
  KmPlace *here = km_history_get_current (self->history);

  if (here->words == NULL || self->applying)
    return;
  g_free (here->words);
  here->words = g_strdup (km_search_view_get_words (KM_SEARCH_VIEW (self->search)));
}

static gboolean
on_prepare (gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);

  self->prepare_source = 0;
  km_lookup_prepare (self->lookup);
  return G_SOURCE_REMOVE;
}

/* The index is made once the view is painted, while the first word is being typed. */
static void
make_search (KmWindow *self)
{
  if (self->search != NULL)
    return;
  self->search = km_search_view_new (self->lookup);
  g_signal_connect_swapped (self->search, "open", G_CALLBACK (on_open), self);
  g_signal_connect_swapped (self->search, "close", G_CALLBACK (on_close), self);
  g_signal_connect_swapped (self->search, "library", G_CALLBACK (on_library), self);
  g_signal_connect_swapped (self->search, "notify::words", G_CALLBACK (on_words), self);
  km_stack_add (GTK_STACK (self->places), self->search, _ ("Search"));
  self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, on_prepare, self, NULL);
  km_window_update_width (self);
}

/**
 * km_window_apply_search:
 * @self: a window
 * @place: a place with words
 *
 * Makes the search be in view.
 */
void
km_window_apply_search (KmWindow *self, const KmPlace *place)
{
  make_search (self);
  km_stack_show (GTK_STACK (self->places), self->search);
  km_segmented_set_active (self->switcher, NULL);
  km_search_view_set_words (KM_SEARCH_VIEW (self->search), place->words);
  km_search_view_focus_opened (KM_SEARCH_VIEW (self->search));
}

/**
 * km_window_search:
 * @self: a window
 * @words: (nullable): what to search for; %NULL to search for the same as the last time
 *
 * Goes to the search. Who is there already gets the entry.
 */
void
km_window_search (KmWindow *self, const char *words)
{
  const KmPlace *here = km_history_get_current (self->history);
  KmSearchView *view;

  if (here->words == NULL)
    {
      KmPlace *place = km_place_new (here->library, here->list, NULL, here->pane);

      g_set_weak_pointer (&self->focus_before_search, gtk_window_get_focus (GTK_WINDOW (self)));
      make_search (self);
      place->words = g_strdup (km_search_view_get_words (KM_SEARCH_VIEW (self->search)));
      km_window_go (self, place);
    }
  view = KM_SEARCH_VIEW (self->search);
  if (words != NULL)
    km_search_view_set_words (view, words);
  km_search_view_focus (view);
}

/**
 * km_window_update_search_width:
 * @self: a window
 * @narrow: whether the header has no room for all its buttons
 *
 * Under 600 px the search and the way forward move into the menu.
 */
void
km_window_update_search_width (KmWindow *self, gboolean narrow)
{
  gboolean in_menu = g_menu_model_get_n_items (G_MENU_MODEL (self->narrow_section)) > 0;

  gtk_widget_set_visible (self->search_button, !narrow);
  if (self->search != NULL)
    km_search_view_set_narrow (KM_SEARCH_VIEW (self->search), narrow);
  if (narrow == in_menu)
    return;
  g_menu_remove_all (self->narrow_section);
  if (!narrow)
    return;
  g_menu_append (self->narrow_section, _ ("_Search"), "win.search");
  g_menu_append (self->narrow_section, _ ("_Forward"), "win.forward");
}

/**
 * km_window_dispose_search:
 * @self: a window
 */
void
km_window_dispose_search (KmWindow *self)
{
  g_clear_handle_id (&self->prepare_source, g_source_remove);
  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  g_clear_weak_pointer (&self->focus_before_search);
  g_clear_object (&self->lookup);
}
