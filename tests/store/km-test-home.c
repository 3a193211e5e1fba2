/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-test-home.h"

#include "km-session.h"

#include <glib/gstdio.h>

/**
 * km_test_clear_home:
 *
 * Removes everything that is kept: every test starts in an empty home.
 */
void
km_test_clear_home (void)
{
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (file), ==, 0);
    }
  g_remove (folder);
}
