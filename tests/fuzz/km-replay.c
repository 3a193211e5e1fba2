/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for libFuzzer: runs the entry point on every file of the given folders, whole, cut
 * short and with bytes changed in ways that are the same each time. */
#include "km-fuzz.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#define N_CHANGED 8

static void
run (const char *data, gsize length)
{
  LLVMFuzzerTestOneInput ((const uint8_t *) data, length);
}

static void
run_changed (const char *data, gsize length, GRand *dice)
{
  for (guint i = 0; i < N_CHANGED && length > 0; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      guint n_changes = (guint) g_rand_int_range (dice, 1, 6);

      while (n_changes-- > 0)
        copy[g_rand_int_range (dice, 0, (gint32) length)] = (char) g_rand_int_range (dice, 0, 256);
      run (copy, length);
      run (copy, (gsize) g_rand_int_range (dice, 0, (gint32) length));
    }
}

static guint
replay_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GRand) dice = g_rand_new_with_seed (20261120);
  const char *name;
  guint n_files = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (!g_file_get_contents (file, &data, &length, NULL))
        continue;
      run (data, length);
      run_changed (data, length, dice);
      n_files++;
    }
  return n_files;
}

int
main (int argc, char *argv[])
{
  guint n_files = 0;

  for (int i = 1; i < argc; i++)
    n_files += replay_folder (argv[i]);
  printf ("%u files survived\n", n_files);
  return n_files > 0 ? 0 : 1;
}
