/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KmPlace:
 * @library: whether it lies in the library rather than in Find
 * @list: (nullable): list of the library
 * @page: (nullable): page shown
 * @pane: pane of Find that a folded window shows, from 0
 * @scroll: how far the page is scrolled, in px
 * @open: what was opened on the page, as km_page_view_get_open() says
 * @focus: what of the page has the focus, as km_page_view_get_focus() counts
 * @term: (nullable): word of the glossary that is pointed out in the list of them
 * @words: (nullable): what is searched for; %NULL when the place is not the search
 * @compared: (nullable): two conditions side by side; both or none
 *
 * A place one can come back to.
 */
typedef struct
{
  gboolean library;
  char *list;
  char *page;
  int pane;
  double scroll;
  guint64 open;
  guint focus;
  char *term;
  char *words;
  char *compared[2];
} KmPlace;

KmPlace *km_place_new (gboolean library, const char *list, const char *page, int pane);
gboolean km_place_equal (const KmPlace *a, const KmPlace *b);
void km_place_free (KmPlace *place);

/**
 * KmHistory:
 *
 * Where the reader has been: back and forward.
 */
typedef struct _KmHistory KmHistory;

KmHistory *km_history_new (void);
void km_history_free (KmHistory *history);
void km_history_push (KmHistory *history, KmPlace *place);
KmPlace *km_history_get_current (KmHistory *history);
gboolean km_history_can_go (KmHistory *history, int step);
KmPlace *km_history_go (KmHistory *history, int step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmPlace, km_place_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmHistory, km_history_free)

G_END_DECLS
