/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-scroller.h"

/**
 * km_scroller_quiet_bars:
 * @scroller: a scrolled window
 *
 * Scroll bars have no name on GTK 4.8 but that of their C type, and say nothing that a reader of
 * the tree needs: assistive technology passes over them.
 */
void
km_scroller_quiet_bars (GtkScrolledWindow *scroller)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_scrolled_window_get_hscrollbar (scroller)),
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_scrolled_window_get_vscrollbar (scroller)),
                               GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/**
 * km_scroller_new:
 * @child: (nullable): what it scrolls
 *
 * Returns: (transfer floating): a box that scrolls up and down, never sideways
 */
GtkWidget *
km_scroller_new (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  km_scroller_quiet_bars (GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}
