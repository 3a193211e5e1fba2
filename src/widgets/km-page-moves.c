/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-page-view-private.h"

#include "km-heading.h"

/* Room left above a heading that was jumped to, and lines kept in view when turning a page, px. */
#define HEADING_ROOM 12
#define PAGE_OVERLAP 48

/* Frames until a page that was just built has its final height. */
#define LAYOUT_FRAMES 3

static GtkAdjustment *
get_adjustment (KmPageView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static GtkWidget *
get_content (KmPageView *self)
{
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scroller));

  return GTK_IS_VIEWPORT (content) ? gtk_viewport_get_child (GTK_VIEWPORT (content)) : content;
}

/* ---- the place on the page ----------------------------------------------------------------- */

/**
 * km_page_view_get_scroll:
 * @self: a page view
 *
 * Returns: how far the page is scrolled, in px
 */
double
km_page_view_get_scroll (KmPageView *self)
{
  return self->scroll_pending && !self->scroll_is_share
             ? self->wanted_scroll
             : gtk_adjustment_get_value (get_adjustment (self));
}

/**
 * km_page_view_get_share:
 * @self: a page view
 *
 * Returns: how far the page is scrolled, from 0 for its top to 1 for its end; the same at any size
 *   of the text
 */
double
km_page_view_get_share (KmPageView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double upper = gtk_adjustment_get_upper (adjustment);

  if (self->scroll_pending && self->scroll_is_share)
    return self->wanted_scroll;
  return upper > 0 ? km_page_view_get_scroll (self) / upper : 0;
}

static void
apply_scroll (KmPageView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_adjustment_set_value (adjustment,
                            self->scroll_is_share
                                ? self->wanted_scroll * gtk_adjustment_get_upper (adjustment)
                                : self->wanted_scroll);
}

static gboolean
on_scroll_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KmPageView *self = KM_PAGE_VIEW (widget);

  if (!gtk_widget_get_mapped (widget))
    return G_SOURCE_CONTINUE;
  if (self->focus_wanted > 0)
    km_page_view_set_focus (self, self->focus_wanted);
  self->focus_wanted = 0;
  apply_scroll (self);
  if (--self->scroll_ticks > 0)
    return G_SOURCE_CONTINUE;
  self->scroll_pending = FALSE;
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
want_scroll (KmPageView *self, double position, gboolean is_share)
{
  self->wanted_scroll = position;
  self->scroll_is_share = is_share;
  self->scroll_pending = TRUE;
  self->scroll_ticks = LAYOUT_FRAMES;
  if (self->scroll_tick == 0)
    self->scroll_tick
        = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_scroll_tick, NULL, NULL);
}

/**
 * km_page_view_set_scroll:
 * @self: a page view
 * @position: how far to scroll, in px; takes effect once the page is laid out
 */
void
km_page_view_set_scroll (KmPageView *self, double position)
{
  want_scroll (self, position, FALSE);
}

/**
 * km_page_view_set_share:
 * @self: a page view
 * @share: how far to scroll, from 0 to 1; takes effect once the page is laid out
 */
void
km_page_view_set_share (KmPageView *self, double share)
{
  want_scroll (self, share, TRUE);
}

static void
scroll_to (KmPageView *self, double position)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  self->scroll_pending = FALSE;
  gtk_adjustment_set_value (get_adjustment (self), position);
}

/**
 * km_page_view_stop_moves:
 * @self: a page view that goes away
 */
void
km_page_view_stop_moves (KmPageView *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
}

/* Scrolls only when the hit is not well in view. */
static void
reveal_hit (KmPageView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double top = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  guint current = km_page_find_get_current (self->find);
  GtkWidget *label = km_page_find_get_label (self->find, current);
  graphene_rect_t area;
  graphene_point_t at;

  km_page_find_get_area (self->find, current, &area);
  if (!gtk_widget_compute_point (label, get_content (self), &area.origin, &at))
    return;
  if (at.y < top + HEADING_ROOM || at.y + area.size.height > top + page - PAGE_OVERLAP)
    scroll_to (self, MAX (0, at.y - page / 3));
}

static gboolean
on_reveal_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  KmPageView *self = KM_PAGE_VIEW (widget);

  if (km_page_find_get_n_hits (self->find) > 0)
    reveal_hit (self);
  if (--self->reveal_ticks > 0)
    return G_SOURCE_CONTINUE;
  self->reveal_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * km_page_view_reveal_hit:
 * @self: a page view
 *
 * Scrolls so that the current hit is well in view, once what hid it is unfolded and laid out.
 */
void
km_page_view_reveal_hit (KmPageView *self)
{
  self->reveal_ticks = LAYOUT_FRAMES;
  if (self->reveal_tick == 0)
    self->reveal_tick
        = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_reveal_tick, NULL, NULL);
}

/**
 * km_page_view_get_first_below:
 * @self: a page view
 * @find: hits on its page, at least one
 *
 * Returns: the first hit from the top of what is in view, or the first of all
 */
guint
km_page_view_get_first_below (KmPageView *self, KmPageFind *find)
{
  double top = km_page_view_get_scroll (self);

  for (guint i = 0; i < km_page_find_get_n_hits (find); i++)
    {
      GtkWidget *label = km_page_find_get_label (find, i);
      graphene_rect_t area;
      graphene_point_t at;

      if (!gtk_widget_get_mapped (label))
        continue;
      km_page_find_get_area (find, i, &area);
      if (gtk_widget_compute_point (label, get_content (self), &area.origin, &at) && at.y >= top)
        return i;
    }
  return 0;
}

/* ---- headings ------------------------------------------------------------------------------ */

/**
 * km_page_view_find_heading:
 * @self: a page view
 * @text: the heading of a section
 *
 * Returns: which heading of those shown says @text, from 0; -1 when none does
 */
int
km_page_view_find_heading (KmPageView *self, const char *text)
{
  for (guint i = 0; i < self->headings->len; i++)
    if (g_str_equal (gtk_label_get_label (g_ptr_array_index (self->headings, i)), text))
      return (int) i;
  return -1;
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

  if (position >= self->headings->len)
    return;
  heading = g_ptr_array_index (self->headings, position);
  km_heading_take_focus (heading);
  if (gtk_widget_compute_bounds (heading, get_content (self), &bounds))
    scroll_to (self, MAX (0, bounds.origin.y - HEADING_ROOM));
}

/**
 * km_page_view_move_heading:
 * @self: a page view
 * @direction: 1 for the next heading, -1 for the one before
 *
 * Moves from heading to heading: from the one that has the focus, or from where the page is
 * scrolled to.
 */
void
km_page_view_move_heading (KmPageView *self, int direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  double top = km_page_view_get_scroll (self) + HEADING_ROOM;
  int target = -1;
  guint here;

  if (focus != NULL && g_ptr_array_find (self->headings, focus, &here))
    target = (int) here + direction;
  else
    for (guint i = 0; i < self->headings->len; i++)
      {
        graphene_rect_t bounds;

        if (!gtk_widget_compute_bounds (g_ptr_array_index (self->headings, i), get_content (self),
                                        &bounds))
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
 * Moves the focus to the title, so that a screen reader says which page this is; as soon as it is
 * in sight.
 */
void
km_page_view_focus_title (KmPageView *self)
{
  if (self->title == NULL)
    return;
  km_page_view_set_focus (self, 0);
  km_page_view_set_scroll (self, 0);
}

/* The list of contents says which section is in view. */
static void
mark_section (KmPageView *self)
{
  double top = km_page_view_get_scroll (self) + 3 * HEADING_ROOM;
  int section = 0;

  if (!self->wide || self->headings->len == 0)
    return;
  for (guint i = 0; i < self->headings->len; i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (g_ptr_array_index (self->headings, i), get_content (self),
                                     &bounds)
          && bounds.origin.y <= top)
        section = (int) i;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->nav_list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->nav_list), section));
}

/* ---- keys ---------------------------------------------------------------------------------- */

static void
turn_page (KmPageView *self, int direction)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double step = MAX (PAGE_OVERLAP, gtk_adjustment_get_page_size (adjustment) - PAGE_OVERLAP);

  scroll_to (self, gtk_adjustment_get_value (adjustment) + direction * step);
}

/* Before the label that has the focus takes them for its caret; words being typed keep them. */
static gboolean
on_page_key (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             gpointer user_data)
{
  KmPageView *self = KM_PAGE_VIEW (user_data);
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (held != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      scroll_to (self, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      scroll_to (self, gtk_adjustment_get_upper (get_adjustment (self)));
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      turn_page (self, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      turn_page (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* After everything on the page that Space and Escape could mean something to. */
static gboolean
on_late_key (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             gpointer user_data)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Escape && held == 0
      && gtk_widget_get_visible (KM_PAGE_VIEW (user_data)->find_bar))
    {
      km_page_view_end_find (user_data);
      return TRUE;
    }
  if (keyval != GDK_KEY_space || (held & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  turn_page (user_data, held != 0 ? -1 : 1);
  return TRUE;
}

/**
 * km_page_view_init_moves:
 * @self: a page view
 *
 * Listens to the keys that move through a page.
 */
void
km_page_view_init_moves (KmPageView *self)
{
  GtkEventController *pages = gtk_event_controller_key_new ();
  GtkEventController *space = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (pages, GTK_PHASE_CAPTURE);
  g_signal_connect (pages, "key-pressed", G_CALLBACK (on_page_key), self);
  g_signal_connect (space, "key-pressed", G_CALLBACK (on_late_key), self);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (mark_section), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, pages);
  gtk_widget_add_controller (self->scroller, space);
}
