/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-store-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define FOLDER "kneemap"
#define ASIDE ".damaged-"

/**
 * km_store_dup_path:
 * @name: name of a file
 *
 * Returns: (transfer full): where it lies
 */
char *
km_store_dup_path (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), FOLDER, name, NULL);
}

/**
 * km_store_dup_aside_path:
 * @path: a file that cannot be understood
 *
 * Returns: (transfer full): a name for it that is not taken: nothing that was set aside is ever
 *   overwritten
 */
char *
km_store_dup_aside_path (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  char *aside = g_strconcat (path, ASIDE, date, NULL);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s" ASIDE "%s-%u", path, date, i);
    }
  return aside;
}

/**
 * km_store_read:
 * @path: a file
 * @max_size: far more than it can rightly have, in bytes
 * @text: (out) (transfer full): what is in it
 * @length: (out): its length
 * @reason: (out): why it cannot be one of ours, in words; %NULL when it may be
 * @error: return location for a #GFileError
 *
 * Returns: whether it was read
 */
gboolean
km_store_read (const char *path,
               gsize max_size,
               char **text,
               gsize *length,
               const char **reason,
               GError **error)
{
  GStatBuf info;

  *reason = NULL;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    *reason = _ ("it is not a regular file");
  else if (g_stat (path, &info) == 0 && (gsize) info.st_size > max_size)
    *reason = _ ("it is far too large");
  return *reason == NULL && g_file_get_contents (path, text, length, error);
}

/**
 * km_store_write:
 * @path: a file
 * @text: what to put in it
 * @length: its length
 * @error: return location for a #GFileError
 *
 * Writes so that there is always a whole file, the old or the new, and nobody else can read it.
 *
 * Returns: whether it was written; the old one is left as it was when not
 */
gboolean
km_store_write (const char *path, const char *text, gsize length, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", folder,
                   g_strerror (code));
      return FALSE;
    }
  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}
