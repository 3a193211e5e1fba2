/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-history.h"

static void
go (KmHistory *history, const char *page)
{
  km_history_push (history, km_place_new (FALSE, NULL, page, 2));
}

static void
assert_at (KmHistory *history, const char *page)
{
  g_assert_cmpstr (km_history_get_current (history)->page, ==, page);
}

static void
test_empty (void)
{
  g_autoptr (KmHistory) history = km_history_new ();

  g_assert_null (km_history_get_current (history));
  g_assert_false (km_history_can_go (history, -1));
  g_assert_false (km_history_can_go (history, 1));
  g_assert_null (km_history_go (history, -1));
  g_assert_null (km_history_go (history, 1));
}

static void
test_back_and_forward (void)
{
  g_autoptr (KmHistory) history = km_history_new ();

  go (history, "itb");
  go (history, "pfp");
  go (history, "dvt");
  g_assert_false (km_history_can_go (history, 1));
  g_assert_nonnull (km_history_go (history, -1));
  assert_at (history, "pfp");
  g_assert_nonnull (km_history_go (history, -1));
  assert_at (history, "itb");
  g_assert_false (km_history_can_go (history, -1));
  g_assert_null (km_history_go (history, -1));
  assert_at (history, "itb");
  g_assert_nonnull (km_history_go (history, 1));
  assert_at (history, "pfp");
}

/* Going somewhere new forgets what lay ahead. */
static void
test_ahead (void)
{
  g_autoptr (KmHistory) history = km_history_new ();

  go (history, "itb");
  go (history, "pfp");
  go (history, "dvt");
  km_history_go (history, -1);
  km_history_go (history, -1);
  go (history, "mcl");
  assert_at (history, "mcl");
  g_assert_false (km_history_can_go (history, 1));
  km_history_go (history, -1);
  assert_at (history, "itb");
  g_assert_false (km_history_can_go (history, -1));
}

/* The same place again is no step, however far it is scrolled; and where it was scrolled stays. */
static void
test_same (void)
{
  g_autoptr (KmHistory) history = km_history_new ();

  go (history, "itb");
  km_history_get_current (history)->scroll = 120;
  go (history, "itb");
  g_assert_false (km_history_can_go (history, -1));
  g_assert_cmpfloat (km_history_get_current (history)->scroll, ==, 120);
  km_history_push (history, km_place_new (FALSE, NULL, "itb", 0));
  g_assert_true (km_history_can_go (history, -1));
  km_history_go (history, -1);
  g_assert_cmpfloat (km_history_get_current (history)->scroll, ==, 120);
}

static void
test_equal (void)
{
  g_autoptr (KmPlace) place = km_place_new (TRUE, "guides", "ice", 0);
  g_autoptr (KmPlace) same = km_place_new (TRUE, "guides", "ice", 0);
  g_autoptr (KmPlace) list = km_place_new (TRUE, "all", "ice", 0);
  g_autoptr (KmPlace) page = km_place_new (TRUE, "guides", NULL, 0);
  g_autoptr (KmPlace) find = km_place_new (FALSE, "guides", "ice", 0);

  g_assert_true (km_place_equal (place, same));
  g_assert_false (km_place_equal (place, list));
  g_assert_false (km_place_equal (place, page));
  g_assert_false (km_place_equal (place, find));
}

/* Against a plain list and a position, over many random steps. */
static void
test_random (void)
{
  g_autoptr (KmHistory) history = km_history_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  int position = -1;

  for (int i = 0; i < 3000; i++)
    {
      int step = g_test_rand_int_range (-1, 2);

      if (step == 0)
        {
          char *page = g_strdup_printf ("%d", g_test_rand_int_range (0, 4));

          go (history, page);
          if (position >= 0 && g_str_equal (g_ptr_array_index (places, position), page))
            g_free (page);
          else
            {
              g_ptr_array_set_size (places, position + 1);
              g_ptr_array_add (places, page);
              position++;
            }
        }
      else if (km_history_go (history, step) != NULL)
        position += step;
      g_assert_true (km_history_can_go (history, -1) == (position > 0));
      g_assert_true (km_history_can_go (history, 1) == (position + 1 < (int) places->len));
      if (position >= 0)
        assert_at (history, g_ptr_array_index (places, position));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/empty", test_empty);
  g_test_add_func ("/history/back-and-forward", test_back_and_forward);
  g_test_add_func ("/history/ahead", test_ahead);
  g_test_add_func ("/history/same", test_same);
  g_test_add_func ("/history/equal", test_equal);
  g_test_add_func ("/history/random", test_random);
  return g_test_run ();
}
