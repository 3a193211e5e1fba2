/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-view.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-page-aside.h"
#include "km-page-blocks.h"
#include "km-page-facts.h"
#include "km-reason-list.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

#define TEXT_WIDTH 580
#define PANE_TEXT_WIDTH 620
#define NAV_WIDTH 240

/**
 * KmPageView:
 *
 * Built anew for each page; only the page in view exists. CSS node `page`.
 */
struct _KmPageView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nav;
  GtkWidget *nav_list;
  GtkWidget *nav_line;
  GtkWidget *scroller;
  GtkWidget *title;
  GPtrArray *headings; /* of GtkWidget, borrowed: the headings of the sections in order */

  KmAssessment *assessment;
  KmLibrary *library;
  KmAtlas *atlas;
  KmPage *page;
  KmPageBuilder builder;
  gboolean wide;
  KmUrgency level; /* what the page was built for */
  guint scroll_source;
  double wanted_scroll;
};

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

static void
on_answer (KmReasonList *list, const char *question_id, gpointer user_data)
{
  g_signal_emit (user_data, signals[ANSWER], 0, question_id);
}

/* ---- head: title, names, summary, facts --------------------------------------------------- */

static GtkWidget *
make_title (KmPageView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *also = g_strjoinv (", ", (char **) km_page_get_also (self->page));

  self->title = km_heading_new (km_page_get_title (self->page), 1, "km-title");
  gtk_box_append (GTK_BOX (box), self->title);
  if (*also != '\0')
    gtk_box_append (GTK_BOX (box), km_label_new (also, "km-dim", NULL));
  else if (km_page_get_purpose (self->page) != NULL)
    gtk_box_append (GTK_BOX (box), km_label_new (km_page_get_purpose (self->page), "km-dim", NULL));
  return box;
}

static void
append_summary (KmPageView *self, GtkWidget *article, const KmSection *section)
{
  const char *css_class = self->wide ? "km-lead" : "km-body";
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind != KM_BLOCK_STEPS && block->kind != KM_BLOCK_PARAGRAPH
          && block->kind != KM_BLOCK_LIST)
        {
          gtk_box_append (GTK_BOX (box), km_page_block_new (&self->builder, block));
          continue;
        }
      for (guint j = 0; j < block->texts->len; j++)
        gtk_box_append (
            GTK_BOX (box),
            km_page_text_new (&self->builder, g_ptr_array_index (block->texts, j), css_class));
    }
  if (km_page_get_closing (self->page) != NULL)
    gtk_box_append (GTK_BOX (box),
                    km_label_new (km_page_get_closing (self->page), "km-small", "km-dim", NULL));
  gtk_box_append (GTK_BOX (article), box);
}

/* While a warning sign decides how soon, the page must not say later. */
static const char *
how_soon (KmPageView *self, const KmCondition *condition)
{
  if (self->level >= KM_URGENCY_WITHIN_DAYS && self->level > condition->urgency)
    return km_library_get_level_text (self->library, self->level)->brief;
  return condition->how_soon;
}

static void
append_condition (KmPageView *self, GtkWidget *article, const KmCondition *condition)
{
  GtkWidget *facts = km_page_facts_new (condition, how_soon (self, condition), self->wide);
  GtkWidget *reasons = km_reason_list_new (self->assessment, condition);

  gtk_widget_set_margin_top (facts, 6);
  gtk_widget_set_margin_bottom (facts, 6);
  gtk_box_append (GTK_BOX (article), facts);
  g_signal_connect (reasons, "answer", G_CALLBACK (on_answer), self);
  gtk_box_append (GTK_BOX (article), reasons);
}

/* ---- sections ------------------------------------------------------------------------------ */

static GtkWidget *
append_heading (KmPageView *self, GtkWidget *article, const char *text)
{
  GtkWidget *heading = km_heading_new (text, 2, "km-section");

  gtk_widget_set_margin_top (heading, 12);
  gtk_box_append (GTK_BOX (article), heading);
  g_ptr_array_add (self->headings, heading);
  return heading;
}

/* Advice on exercise and running steps back while someone should be seen first. */
static gboolean
is_held_back (KmPageView *self, const KmSection *section)
{
  static const char *const kinds[]
      = { "week", "exercises", "return", "steps", "dose", "level", NULL };

  if (self->level < KM_URGENCY_SAME_DAY || km_page_get_kind (self->page) == KM_PAGE_QUESTION)
    return FALSE;
  if (km_page_get_kind (self->page) == KM_PAGE_GUIDE)
    return FALSE;
  return g_strv_contains (kinds, section->kind);
}

static void
append_away (KmPageView *self, GtkWidget *article)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  append_heading (self, article, _ ("Exercises and running"));
  gtk_widget_add_css_class (box, "away");
  gtk_box_append (GTK_BOX (box), km_label_new (_ ("Put away for now"), "km-heading", NULL));
  gtk_box_append (GTK_BOX (box),
                  km_label_new (_ ("Your answers say that you should be seen first. You will find "
                                   "them here again once you have been seen and start over."),
                                "km-dim", NULL));
  gtk_box_append (GTK_BOX (article), box);
}

static void
append_section (KmPageView *self, GtkWidget *article, const KmSection *section)
{
  const KmBlock *map = self->wide ? km_page_find_map (self->page) : NULL;

  if (section->heading != NULL)
    append_heading (self, article, section->heading);
  for (guint i = 0; i < section->blocks->len; i++)
    if (g_ptr_array_index (section->blocks, i) != map)
      gtk_box_append (GTK_BOX (article),
                      km_page_block_new (&self->builder, g_ptr_array_index (section->blocks, i)));
}

static void
append_sections (KmPageView *self, GtkWidget *article)
{
  const KmCondition *condition
      = km_library_get_condition (self->library, km_page_get_id (self->page));
  gboolean away_said = FALSE;
  gboolean head_done = condition == NULL;

  for (guint i = 0; i < km_page_get_n_sections (self->page); i++)
    {
      const KmSection *section = km_page_get_section (self->page, i);
      gboolean is_summary = g_str_equal (section->kind, "summary");

      if (!head_done && !is_summary && !g_str_equal (section->kind, "now"))
        {
          append_condition (self, article, condition);
          head_done = TRUE;
        }
      if (is_summary)
        append_summary (self, article, section);
      else if (!is_held_back (self, section))
        append_section (self, article, section);
      else if (!away_said)
        {
          append_away (self, article);
          away_said = TRUE;
        }
    }
  if (!head_done)
    append_condition (self, article, condition);
}

static GtkWidget *
make_article (KmPageView *self)
{
  GtkWidget *article = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  int margin = self->wide ? 36 : 24;

  gtk_widget_set_margin_top (article, self->wide ? 30 : 18);
  gtk_widget_set_margin_bottom (article, 36);
  gtk_widget_set_margin_start (article, self->wide ? 0 : margin);
  gtk_widget_set_margin_end (article, self->wide ? 0 : margin);
  gtk_box_append (GTK_BOX (article), make_title (self));
  append_sections (self, article);
  append_heading (self, article, _ ("Sources"));
  gtk_box_append (GTK_BOX (article), km_page_sources_new (&self->builder, self->page));
  return article;
}

/* ---- wide page: contents on one side, a picture on the other --------------------------------- */

static GtkWidget *
make_content (KmPageView *self)
{
  GtkWidget *clamp = km_clamp_new (self->wide ? TEXT_WIDTH : PANE_TEXT_WIDTH);
  GtkWidget *aside
      = self->wide ? km_page_aside_new (self->page, self->atlas, GTK_WIDGET (self)) : NULL;
  GtkWidget *row;

  km_clamp_set_child (KM_CLAMP (clamp), make_article (self));
  if (!self->wide)
    return clamp;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 36);
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (row, 36);
  gtk_widget_set_margin_end (row, 36);
  gtk_box_append (GTK_BOX (row), clamp);
  if (aside != NULL)
    gtk_box_append (GTK_BOX (row), aside);
  return row;
}

static void
fill_nav (KmPageView *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->nav_list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->nav_list), GTK_WIDGET (row));
  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkLabel *heading = g_ptr_array_index (self->headings, i);

      gtk_list_box_append (GTK_LIST_BOX (self->nav_list),
                           km_label_new (gtk_label_get_label (heading), NULL));
    }
}

static void
on_nav_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  km_page_view_scroll_to_section (user_data, (guint) gtk_list_box_row_get_index (row));
}

static void
rebuild (KmPageView *self)
{
  self->title = NULL;
  g_ptr_array_set_size (self->headings, 0);
  self->level = km_assessment_get_urgency (self->assessment);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 self->page != NULL ? make_content (self) : NULL);
  gtk_widget_set_visible (self->nav, self->wide && self->page != NULL);
  gtk_widget_set_visible (self->nav_line, self->wide && self->page != NULL);
  if (self->wide)
    fill_nav (self);
}

static void
on_changed (KmPageView *self)
{
  if (km_assessment_get_urgency (self->assessment) != self->level && self->page != NULL)
    {
      double scroll = km_page_view_get_scroll (self);

      rebuild (self);
      km_page_view_set_scroll (self, scroll);
    }
}

static void
km_page_view_dispose (GObject *object)
{
  KmPageView *self = KM_PAGE_VIEW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->assessment);
  g_clear_object (&self->library);
  g_clear_object (&self->atlas);
  g_clear_object (&self->page);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
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
  self->nav_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->nav_list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->nav_list, "places");
  gtk_widget_add_css_class (self->nav_list, "contents");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->nav_list),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  g_signal_connect (self->nav_list, "row-activated", G_CALLBACK (on_nav_activated), self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->nav_list);
  gtk_widget_set_size_request (scroller, NAV_WIDTH, -1);
  gtk_widget_add_css_class (scroller, "pane");
  return scroller;
}

static void
km_page_view_init (KmPageView *self)
{
  self->headings = g_ptr_array_new ();
  self->nav = make_nav (self);
  self->nav_line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  self->scroller = km_scroller_new (NULL);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "pane");
  gtk_widget_add_css_class (self->scroller, "reading");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->nav);
  gtk_box_append (GTK_BOX (self->box), self->nav_line);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (self->nav, FALSE);
  gtk_widget_set_visible (self->nav_line, FALSE);
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
  self->builder = (KmPageBuilder){ self->library, atlas, on_link, self };
  g_signal_connect_object (assessment, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
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
  if (self->page != NULL)
    rebuild (self);
}

/**
 * km_page_view_show_page:
 * @self: a page view
 * @page: (nullable): the page to show
 */
void
km_page_view_show_page (KmPageView *self, KmPage *page)
{
  if (self->page == page)
    return;
  g_set_object (&self->page, page);
  rebuild (self);
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

static GtkAdjustment *
get_adjustment (KmPageView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/**
 * km_page_view_get_scroll:
 * @self: a page view
 *
 * Returns: how far the page is scrolled, in px
 */
double
km_page_view_get_scroll (KmPageView *self)
{
  return self->scroll_source != 0 ? self->wanted_scroll
                                  : gtk_adjustment_get_value (get_adjustment (self));
}

static gboolean
apply_scroll (gpointer user_data)
{
  KmPageView *self = KM_PAGE_VIEW (user_data);

  self->scroll_source = 0;
  gtk_adjustment_set_value (get_adjustment (self), self->wanted_scroll);
  return G_SOURCE_REMOVE;
}

/**
 * km_page_view_set_scroll:
 * @self: a page view
 * @position: how far to scroll, in px; takes effect once the page is laid out
 */
void
km_page_view_set_scroll (KmPageView *self, double position)
{
  self->wanted_scroll = position;
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (G_PRIORITY_LOW, apply_scroll, self, NULL);
}

/**
 * km_page_view_scroll_to_section:
 * @self: a page view
 * @position: which heading, from 0
 *
 * Puts a heading at the top of the view and moves the focus to it.
 */
void
km_page_view_scroll_to_section (KmPageView *self, guint position)
{
  GtkWidget *heading;
  graphene_rect_t bounds;
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));

  if (position >= self->headings->len)
    return;
  heading = g_ptr_array_index (self->headings, position);
  gtk_widget_grab_focus (heading);
  if (GTK_IS_VIEWPORT (content))
    content = gtk_viewport_get_child (GTK_VIEWPORT (content));
  if (gtk_widget_compute_bounds (heading, content, &bounds))
    gtk_adjustment_set_value (get_adjustment (self), MAX (0, bounds.origin.y - 12));
}

/**
 * km_page_view_move_heading:
 * @self: a page view
 * @direction: 1 for the next heading, -1 for the one before
 *
 * Moves from heading to heading, from where the page is scrolled to.
 */
void
km_page_view_move_heading (KmPageView *self, int direction)
{
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));
  double top = km_page_view_get_scroll (self) + 12;
  int target = -1;

  if (GTK_IS_VIEWPORT (content))
    content = gtk_viewport_get_child (GTK_VIEWPORT (content));
  for (guint i = 0; i < self->headings->len; i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (g_ptr_array_index (self->headings, i), content, &bounds))
        continue;
      if (direction < 0 && bounds.origin.y < top - 1)
        target = (int) i;
      else if (direction > 0 && bounds.origin.y > top + 1)
        {
          target = (int) i;
          break;
        }
    }
  if (target >= 0)
    km_page_view_scroll_to_section (self, (guint) target);
  else if (direction < 0)
    km_page_view_focus_title (self);
}

/**
 * km_page_view_focus_title:
 * @self: a page view
 *
 * Moves the focus to the title, so that a screen reader says which page this is.
 */
void
km_page_view_focus_title (KmPageView *self)
{
  if (self->title == NULL)
    return;
  gtk_widget_grab_focus (self->title);
  km_page_view_set_scroll (self, 0);
}
