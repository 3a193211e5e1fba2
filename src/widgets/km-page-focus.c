/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-page-view-private.h"

#include "km-heading.h"

/* What can have the focus on a page is numbered in reading order, the title first. */

#define TITLE 1

static GtkWidget *
walk (GtkWidget *widget, guint *n, guint wanted, GtkWidget *focus)
{
  gboolean whole = GTK_IS_LABEL (widget);

  if (gtk_widget_get_focusable (widget))
    {
      *n += 1;
      if (*n == wanted || widget == focus
          || (whole && focus != NULL && gtk_widget_is_ancestor (focus, widget)))
        return widget;
    }
  for (GtkWidget *child = whole ? NULL : gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = walk (child, n, wanted, focus);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * km_page_view_get_focus:
 * @self: a page view
 *
 * Returns: what of the text of the page has the focus, counted from 1 for the title; 0 when the
 *   focus is elsewhere
 */
guint
km_page_view_get_focus (KmPageView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint n = 0;

  if (focus == NULL || self->article == NULL || !gtk_widget_is_ancestor (focus, self->article))
    return 0;
  return walk (self->article, &n, 0, focus) != NULL ? n : 0;
}

/**
 * km_page_view_set_focus:
 * @self: a page view
 * @position: what is to have the focus, as km_page_view_get_focus() counts; the title when there
 *   is no such thing
 *
 * Moves the focus to the page as soon as it is in sight. Where it is scrolled to is not for this
 * to say.
 */
void
km_page_view_set_focus (KmPageView *self, guint position)
{
  GtkWidget *widget = NULL;
  guint n = 0;

  self->focus_wanted = 0;
  if (self->article == NULL)
    return;
  if (position > TITLE)
    widget = walk (self->article, &n, position, NULL);
  if (!km_heading_take_focus (widget != NULL ? widget : self->title))
    self->focus_wanted = MAX (position, TITLE);
}
