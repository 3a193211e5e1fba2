/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-view-private.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-page-actions.h"
#include "km-page-aside.h"
#include "km-page-hint.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

/* Of running text: small print has a tenth more, and all lines should have 45 to 75. */
#define LINE_LENGTH 65
#define PANE_MARGIN 24
#define NAV_WIDTH 240

/* So many letters fit the narrowest window in text of twice the size. */
#define LONG_WORD 14
#define LARGE_TEXT 200

G_DEFINE_FINAL_TYPE (KmPageView, km_page_view, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  ANSWER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_link (const char *page_id, gpointer user_data)
{
  g_signal_emit (user_data, signals[OPEN], 0, page_id);
}

/**
 * km_page_view_emit_answer:
 * @self: a page view
 * @question_id: a question that a reason lacks
 */
void
km_page_view_emit_answer (KmPageView *self, const char *question_id)
{
  g_signal_emit (self, signals[ANSWER], 0, question_id);
}

/* ---- wide page: contents on one side, a picture on the other --------------------------------- */

static GtkWidget *
make_content (KmPageView *self)
{
  GtkWidget *clamp = km_clamp_new_for_text (LINE_LENGTH);
  GtkWidget *row;

  self->article = km_page_view_make_article (self);
  km_clamp_set_child (KM_CLAMP (clamp), self->article);
  if (!self->wide)
    {
      gtk_widget_set_margin_start (clamp, PANE_MARGIN);
      gtk_widget_set_margin_end (clamp, PANE_MARGIN);
      return clamp;
    }
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 36);
  /* Springs instead of an alignment: GTK would search the width of every label for the height. */
  gtk_box_append (GTK_BOX (row), km_spring_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (row), clamp);
  gtk_box_append (GTK_BOX (row), km_page_aside_new (self->page, self->atlas, GTK_WIDGET (self)));
  gtk_box_append (GTK_BOX (row), km_spring_new (GTK_ORIENTATION_HORIZONTAL));
  return row;
}

/* ---- contents: a list beside a wide page, a menu under a narrow one ----------------------------
 */

static void
fill_contents (KmPageView *self, GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < self->headings->len; i++)
    {
      const char *words = gtk_label_get_label (g_ptr_array_index (self->headings, i));
      GtkWidget *entry = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (entry), km_label_new (words, NULL));
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                      -1);
      gtk_list_box_append (list, entry);
    }
}

static void
on_contents_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  guint position = (guint) gtk_list_box_row_get_index (row);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  km_page_view_scroll_to_section (user_data, position);
}

static GtkWidget *
make_contents (KmPageView *self, GtkWidget *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "places");
  gtk_widget_add_css_class (list, "contents");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title,
                                  NULL, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_contents_activated), self);
  return list;
}

/* Made anew each time it opens, as the page may be another. */
static void
make_contents_menu (GtkMenuButton *button, gpointer user_data)
{
  KmPageView *self = KM_PAGE_VIEW (user_data);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = km_scroller_new (box);
  GtkWidget *title = km_heading_new (_ ("On this page"), 2, "km-heading");
  GtkWidget *list = make_contents (self, title);

  gtk_widget_set_margin_start (title, 12);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  fill_contents (self, GTK_LIST_BOX (list));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              gtk_widget_get_height (GTK_WIDGET (self)) * 3 / 4);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_contents_button (KmPageView *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_contents_menu, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("On this page"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("On this page"), -1);
  return button;
}

static void
fill_foot (KmPageView *self)
{
  GtkWidget *child;
  GtkWidget *actions;

  while ((child = gtk_widget_get_first_child (self->foot)) != NULL)
    gtk_box_remove (GTK_BOX (self->foot), child);
  gtk_widget_set_visible (self->foot, !self->wide && self->page != NULL);
  if (self->wide || self->page == NULL)
    return;
  actions = km_page_actions_new (self->page, FALSE);
  gtk_widget_set_hexpand (actions, TRUE);
  gtk_box_append (GTK_BOX (self->foot), make_contents_button (self));
  gtk_box_append (GTK_BOX (self->foot), actions);
}

/* ---- finding words -----------------------------------------------------------------------------
 */

static void
show_hit (KmPageView *self, guint position)
{
  km_page_find_set_current (self->find, position);
  km_find_bar_set_result (KM_FIND_BAR (self->find_bar), position + 1,
                          km_page_find_get_n_hits (self->find));
  km_page_view_reveal_hit (self);
}

static void
look_again (KmPageView *self)
{
  if (!gtk_widget_get_visible (self->find_bar))
    return;
  km_page_find_run (self->find, self->article,
                    km_find_bar_get_words (KM_FIND_BAR (self->find_bar)));
  km_find_bar_set_result (KM_FIND_BAR (self->find_bar),
                          MIN (1, km_page_find_get_n_hits (self->find)),
                          km_page_find_get_n_hits (self->find));
}

/* The first hit from where the reader is. */
static void
on_find_changed (KmPageView *self)
{
  guint n;

  look_again (self);
  n = km_page_find_get_n_hits (self->find);
  if (n > 0)
    show_hit (self, km_page_view_get_first_below (self, self->find));
}

static void
on_find_step (KmFindBar *bar, int step, gpointer user_data)
{
  km_page_view_find_step (user_data, step);
}

/**
 * km_page_view_find:
 * @self: a page view
 * @words: (nullable): what to look for; %NULL for what is in the bar
 *
 * Opens the bar that finds words on the page.
 */
void
km_page_view_find (KmPageView *self, const char *words)
{
  gtk_widget_set_visible (self->find_bar, TRUE);
  if (words != NULL)
    km_find_bar_set_words (KM_FIND_BAR (self->find_bar), words);
  km_find_bar_take_focus (KM_FIND_BAR (self->find_bar));
  on_find_changed (self);
}

/**
 * km_page_view_find_step:
 * @self: a page view
 * @step: 1 for the next hit, -1 for the one before
 *
 * Goes from hit to hit, round and round. Opens the bar when it is closed.
 */
void
km_page_view_find_step (KmPageView *self, int step)
{
  guint n = km_page_find_get_n_hits (self->find);

  if (!gtk_widget_get_visible (self->find_bar))
    km_page_view_find (self, NULL);
  else if (n > 0)
    show_hit (self, (km_page_find_get_current (self->find) + n + (guint) step) % n);
}

/**
 * km_page_view_end_find:
 * @self: a page view
 *
 * Closes the bar and takes the marks away. The focus goes to where the last hit was.
 */
void
km_page_view_end_find (KmPageView *self)
{
  gboolean taken;

  if (!gtk_widget_get_visible (self->find_bar))
    return;
  taken = km_page_find_take_focus (self->find);
  km_page_find_clear (self->find);
  gtk_widget_set_visible (self->find_bar, FALSE);
  if (!taken && self->title != NULL)
    km_heading_take_focus (self->title);
}

/* ---- building ----------------------------------------------------------------------------------
 */

static void
set_source_line (KmPageView *self)
{
  g_autofree char *date = km_page_dup_month (self->page);

  g_free (self->source_line);
  /* Translators: added to text that was copied: title of the page, month and year. */
  self->source_line
      = g_strdup_printf (_ ("Kneemap, %s, facts checked %s"), km_page_get_title (self->page), date);
  self->builder.source_line = self->source_line;
}

/* When what is built anew had the focus, GTK would give it to whatever comes first for Tab. */
static void
rebuild (KmPageView *self, guint64 open, guint focus)
{
  km_page_find_clear (self->find);
  self->title = NULL;
  self->article = NULL;
  g_ptr_array_set_size (self->headings, 0);
  self->level = km_assessment_get_urgency (self->assessment);
  if (self->page != NULL)
    set_source_line (self);
  self->builder.long_word
      = LONG_WORD * LARGE_TEXT / MAX (km_clamp_scale (GTK_WIDGET (self), 100), LARGE_TEXT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 self->page != NULL ? make_content (self) : NULL);
  gtk_widget_set_visible (self->nav, self->wide && self->page != NULL);
  gtk_widget_set_visible (self->nav_line, self->wide && self->page != NULL);
  gtk_widget_set_size_request (self->nav, km_clamp_scale (GTK_WIDGET (self), NAV_WIDTH), -1);
  if (self->wide)
    fill_contents (self, GTK_LIST_BOX (self->nav_list));
  fill_foot (self);
  km_page_view_set_open (self, open);
  look_again (self);
  if (focus > 0)
    km_page_view_set_focus (self, focus);
}

static void
rebuild_same (KmPageView *self)
{
  rebuild (self, km_page_view_get_open (self), km_page_view_get_focus (self));
}

/* Reasons come and go with every answer; a page is built anew only when the urgency changes. */
static void
on_changed (KmPageView *self)
{
  if (self->page == NULL)
    return;
  if (km_assessment_get_urgency (self->assessment) == self->level)
    look_again (self);
  else
    {
      double scroll = km_page_view_get_scroll (self);

      rebuild_same (self);
      km_page_view_set_scroll (self, scroll);
    }
}

static void
km_page_view_dispose (GObject *object)
{
  KmPageView *self = KM_PAGE_VIEW (object);

  km_page_view_stop_moves (self);
  g_clear_pointer (&self->find, km_page_find_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->assessment);
  g_clear_object (&self->library);
  g_clear_object (&self->atlas);
  g_clear_object (&self->page);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->source_line, g_free);
  G_OBJECT_CLASS (km_page_view_parent_class)->dispose (object);
}

static void
km_page_view_class_init (KmPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_page_view_dispose;
  signals[OPEN] = g_signal_new ("open", KM_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ANSWER] = g_signal_new ("answer", KM_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_nav (KmPageView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = km_scroller_new (box);
  GtkWidget *title = km_heading_new (_ ("On this page"), 2, "km-heading");

  gtk_widget_add_css_class (title, "km-small");
  gtk_widget_add_css_class (title, "km-dim");
  gtk_widget_set_margin_start (title, 12);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  self->nav_list = make_contents (self, title);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->nav_list), GTK_SELECTION_BROWSE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->nav_list);
  gtk_widget_add_css_class (scroller, "pane");
  return scroller;
}

static GtkWidget *
make_find_bar (KmPageView *self)
{
  GtkWidget *bar = km_find_bar_new ();

  gtk_widget_set_visible (bar, FALSE);
  g_signal_connect_swapped (bar, "changed", G_CALLBACK (on_find_changed), self);
  g_signal_connect (bar, "step", G_CALLBACK (on_find_step), self);
  g_signal_connect_swapped (bar, "closed", G_CALLBACK (km_page_view_end_find), self);
  return bar;
}

static void
km_page_view_init (KmPageView *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->headings = g_ptr_array_new ();
  self->find = km_page_find_new ();
  self->nav = make_nav (self);
  self->nav_line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->find_bar = make_find_bar (self);
  self->scroller = km_scroller_new (NULL);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->foot, "foot");
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_widget_add_css_class (self->column, "pane");
  gtk_widget_add_css_class (self->column, "reading");
  gtk_box_append (GTK_BOX (self->column), self->find_bar);
  gtk_box_append (GTK_BOX (self->column), self->scroller);
  gtk_box_append (GTK_BOX (self->column), self->foot);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->nav);
  gtk_box_append (GTK_BOX (self->box), self->nav_line);
  gtk_box_append (GTK_BOX (self->box), self->column);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (self->nav, FALSE);
  gtk_widget_set_visible (self->nav_line, FALSE);
  km_page_view_init_moves (self);
}

GtkWidget *
km_page_view_new (void)
{
  return g_object_new (KM_TYPE_PAGE_VIEW, NULL);
}

/**
 * km_page_view_set_models:
 * @self: a page view
 * @assessment: whose answers say why a condition fits
 * @atlas: the drawings
 */
void
km_page_view_set_models (KmPageView *self, KmAssessment *assessment, KmAtlas *atlas)
{
  g_return_if_fail (self->assessment == NULL);

  self->assessment = g_object_ref (assessment);
  self->library = g_object_ref (km_assessment_get_library (assessment));
  self->atlas = g_object_ref (atlas);
  self->builder = (KmPageBuilder){ self->library, atlas, on_link, self, NULL, LONG_WORD };
  g_signal_connect_object (assessment, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/**
 * km_page_view_set_hint:
 * @self: a page view
 * @shown: whether the hint for new readers stands above the foot
 */
void
km_page_view_set_hint (KmPageView *self, gboolean shown)
{
  if (shown == (self->hint != NULL))
    return;
  if (shown)
    {
      self->hint = km_page_hint_new ();
      gtk_box_insert_child_after (GTK_BOX (self->column), self->hint, self->scroller);
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->column), self->hint);
      self->hint = NULL;
    }
}

/**
 * km_page_view_refresh:
 * @self: a page view
 *
 * Builds the page anew, as when the font is another. The reader stays where they were.
 */
void
km_page_view_refresh (KmPageView *self)
{
  double share = km_page_view_get_share (self);

  if (self->page == NULL)
    return;
  rebuild_same (self);
  km_page_view_set_share (self, share);
}

/**
 * km_page_view_set_wide:
 * @self: a page view
 * @wide: whether there is room for a list of contents and a picture beside the text
 */
void
km_page_view_set_wide (KmPageView *self, gboolean wide)
{
  if (self->wide == wide)
    return;
  self->wide = wide;
  km_page_view_refresh (self);
}

/**
 * km_page_view_show_page:
 * @self: a page view
 * @page: (nullable): the page to show
 *
 * When the focus is in the text, as after a link was followed, it goes to the new title, so that a
 * screen reader says which page this is.
 */
void
km_page_view_show_page (KmPageView *self, KmPage *page)
{
  if (self->page == page)
    return;
  g_set_object (&self->page, page);
  rebuild (self, 0, MIN (km_page_view_get_focus (self), 1));
  km_page_view_set_scroll (self, 0);
}

/**
 * km_page_view_get_page:
 * @self: a page view
 *
 * Returns: (transfer none) (nullable): the page shown
 */
KmPage *
km_page_view_get_page (KmPageView *self)
{
  return self->page;
}
