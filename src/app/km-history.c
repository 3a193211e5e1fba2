/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-history.h"

struct _KmHistory
{
  GPtrArray *places;
  int position;
};

/**
 * km_place_new:
 * @library: whether it lies in the library
 * @list: (nullable): list of the library
 * @page: (nullable): page shown
 * @pane: pane of Find
 *
 * Returns: (transfer full): a place
 */
KmPlace *
km_place_new (gboolean library, const char *list, const char *page, int pane)
{
  KmPlace *place = g_new0 (KmPlace, 1);

  place->library = library;
  place->list = g_strdup (list);
  place->page = g_strdup (page);
  place->pane = pane;
  return place;
}

/**
 * km_place_equal:
 * @a: a place
 * @b: a place
 *
 * Returns: whether both are the same place, however far scrolled
 */
gboolean
km_place_equal (const KmPlace *a, const KmPlace *b)
{
  return a->library == b->library && a->pane == b->pane && g_strcmp0 (a->list, b->list) == 0
         && g_strcmp0 (a->page, b->page) == 0 && g_strcmp0 (a->term, b->term) == 0
         && g_strcmp0 (a->words, b->words) == 0 && g_strcmp0 (a->compared[0], b->compared[0]) == 0
         && g_strcmp0 (a->compared[1], b->compared[1]) == 0;
}

void
km_place_free (KmPlace *place)
{
  g_free (place->list);
  g_free (place->page);
  g_free (place->term);
  g_free (place->words);
  g_free (place->compared[0]);
  g_free (place->compared[1]);
  g_free (place);
}

/**
 * km_history_new:
 *
 * Returns: (transfer full): a history without places
 */
KmHistory *
km_history_new (void)
{
  KmHistory *history = g_new0 (KmHistory, 1);

  history->places = g_ptr_array_new_with_free_func ((GDestroyNotify) km_place_free);
  history->position = -1;
  return history;
}

void
km_history_free (KmHistory *history)
{
  g_ptr_array_unref (history->places);
  g_free (history);
}

/**
 * km_history_push:
 * @history: a history
 * @place: (transfer full): where the reader goes
 *
 * Forgets what lay ahead. Going to the same place again is no step.
 */
void
km_history_push (KmHistory *history, KmPlace *place)
{
  KmPlace *current = km_history_get_current (history);

  if (current != NULL && km_place_equal (current, place))
    {
      km_place_free (place);
      return;
    }
  g_ptr_array_set_size (history->places, history->position + 1);
  g_ptr_array_add (history->places, place);
  history->position++;
}

/**
 * km_history_get_current:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): where the reader is
 */
KmPlace *
km_history_get_current (KmHistory *history)
{
  return history->position >= 0 ? g_ptr_array_index (history->places, history->position) : NULL;
}

/**
 * km_history_can_go:
 * @history: a history
 * @step: -1 for back, 1 for forward
 *
 * Returns: whether there is such a place
 */
gboolean
km_history_can_go (KmHistory *history, int step)
{
  int target = history->position + step;

  return target >= 0 && target < (int) history->places->len;
}

/**
 * km_history_go:
 * @history: a history
 * @step: -1 for back, 1 for forward
 *
 * Returns: (transfer none) (nullable): where the reader is now, %NULL when there was no such place
 */
KmPlace *
km_history_go (KmHistory *history, int step)
{
  if (!km_history_can_go (history, step))
    return NULL;
  history->position += step;
  return km_history_get_current (history);
}
