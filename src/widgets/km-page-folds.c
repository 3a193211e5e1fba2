/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-page-view-private.h"

/* What can be opened on a page is numbered in reading order; a page has a few, never 64. */
#define MAX_FOLDS 64

typedef void (*FoldFunc) (GtkExpander *fold, guint position, guint64 *open);

static void
walk (GtkWidget *widget, guint *n, FoldFunc look, guint64 *open)
{
  if (GTK_IS_EXPANDER (widget))
    {
      if (*n < MAX_FOLDS)
        look (GTK_EXPANDER (widget), *n, open);
      *n += 1;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, n, look, open);
}

static void
note_fold (GtkExpander *fold, guint position, guint64 *open)
{
  if (gtk_expander_get_expanded (fold))
    *open |= G_GUINT64_CONSTANT (1) << position;
}

static void
set_fold (GtkExpander *fold, guint position, guint64 *open)
{
  gtk_expander_set_expanded (fold, (*open >> position & 1) != 0);
}

/**
 * km_page_view_get_open:
 * @self: a page view
 *
 * Returns: what the reader has opened on the page, such as answers to questions: a bit for each
 */
guint64
km_page_view_get_open (KmPageView *self)
{
  guint64 open = 0;
  guint n = 0;

  if (self->article != NULL)
    walk (self->article, &n, note_fold, &open);
  return open;
}

/**
 * km_page_view_set_open:
 * @self: a page view
 * @open: what km_page_view_get_open() returned for the same page
 *
 * Opens again what the reader had opened, so that the page is as long as it was.
 */
void
km_page_view_set_open (KmPageView *self, guint64 open)
{
  guint n = 0;

  if (self->article != NULL)
    walk (self->article, &n, set_fold, &open);
}
