/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-preferences.h"

#include "km-session.h"
#include "km-store-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define FILE_NAME "preferences.ini"
#define GROUP "Reading"
#define VERSION 1
#define BOOKMARKS_TYPE "a(ss)"
#define RECENT_TYPE "a(ssd)"

/* Far more than a bookmark for every page. */
#define MAX_SIZE (256 * 1024)
#define MAX_BOOKMARKS 1000

/**
 * km_preferences_dup_path:
 *
 * Returns: (transfer full): where the preferences lie
 */
char *
km_preferences_dup_path (void)
{
  return km_store_dup_path (FILE_NAME);
}

static void
set_aside (const char *path, KmStoreError code, const char *reason, GError **error)
{
  g_autofree char *aside = km_store_dup_aside_path (path);
  g_autofree char *name = g_filename_display_basename (aside);

  if (g_rename (path, aside) == 0)
    g_set_error (error, KM_STORE_ERROR, code,
                 _ ("Bookmarks and text size could not be read: %s. They were kept as “%s”."),
                 reason, name);
  else
    g_set_error (error, KM_STORE_ERROR, code,
                 _ ("Bookmarks and text size could not be read: %s. They could not be set aside "
                    "either: %s."),
                 reason, g_strerror (errno));
}

/* A list that is missing is empty; one that cannot be understood is an error. */
static GVariant *
get_list (GKeyFile *file, const char *key, const char *type, GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);
  GVariant *list
      = g_variant_parse (G_VARIANT_TYPE (type), text != NULL ? text : "[]", NULL, NULL, error);

  return list != NULL ? g_variant_take_ref (list) : NULL;
}

/* Lists are kept with the newest first, and added to at the front. */
static gboolean
fill_lists (KmReading *reading, GKeyFile *file, GError **error)
{
  g_autoptr (GVariant) bookmarks = get_list (file, "Bookmarks", BOOKMARKS_TYPE, error);
  g_autoptr (GVariant) recent = NULL;
  const char *page;
  const char *title;
  double share;

  if (bookmarks == NULL)
    return FALSE;
  for (gsize i = MIN (g_variant_n_children (bookmarks), MAX_BOOKMARKS); i > 0; i--)
    {
      g_variant_get_child (bookmarks, i - 1, "(&s&s)", &page, &title);
      km_reading_add_bookmark (reading, page, title);
    }
  recent = get_list (file, "Recent", RECENT_TYPE, error);
  if (recent == NULL)
    return FALSE;
  for (gsize i = MIN (g_variant_n_children (recent), KM_RECENT_MAX); i > 0; i--)
    {
      g_variant_get_child (recent, i - 1, "(&s&sd)", &page, &title, &share);
      km_reading_add_recent (reading, page, title);
      km_reading_set_share (reading, page, share);
    }
  return TRUE;
}

static gboolean
parse (KmReading *reading, GKeyFile *file, GError **error)
{
  int version = g_key_file_get_integer (file, GROUP, "Version", error);
  int size;

  if (version <= 0)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, KM_STORE_ERROR, KM_STORE_ERROR_CORRUPT,
                             _ ("it names no version"));
      return FALSE;
    }
  if (version > VERSION)
    {
      g_set_error_literal (error, KM_STORE_ERROR, KM_STORE_ERROR_VERSION,
                           _ ("a newer version of Kneemap wrote it"));
      return FALSE;
    }
  /* A size or a switch that makes no sense is no reason to lose the bookmarks. */
  size = g_key_file_get_integer (file, GROUP, "TextSize", NULL);
  if (size > 0)
    km_reading_set_text_size (reading, (guint) size);
  km_reading_set_hint_seen (reading, g_key_file_get_boolean (file, GROUP, "HintSeen", NULL));
  return fill_lists (reading, file, error);
}

/**
 * km_preferences_load:
 * @reading: (inout): filled with what was kept
 * @error: return location for a #KmStoreError or #GFileError
 *
 * A file that cannot be understood, or that a newer version wrote, is renamed, never overwritten,
 * and the error says so in words for the user.
 *
 * Returns: whether there is nothing to complain of; a file that is not there is fine
 */
gboolean
km_preferences_load (KmReading *reading, GError **error)
{
  g_autofree char *path = km_preferences_dup_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) fault = NULL;
  g_autofree char *text = NULL;
  const char *reason;
  gsize length;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!km_store_read (path, MAX_SIZE, &text, &length, &reason, error))
    {
      if (reason != NULL)
        set_aside (path, KM_STORE_ERROR_CORRUPT, reason, error);
      else
        g_prefix_error (error, "%s", _ ("Bookmarks and text size could not be read: "));
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      set_aside (path, KM_STORE_ERROR_CORRUPT, _ ("it is not text"), error);
      return FALSE;
    }
  if (g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, &fault)
      && parse (reading, file, &fault))
    return TRUE;
  set_aside (path,
             g_error_matches (fault, KM_STORE_ERROR, KM_STORE_ERROR_VERSION)
                 ? KM_STORE_ERROR_VERSION
                 : KM_STORE_ERROR_CORRUPT,
             fault->message, error);
  return FALSE;
}

static void
set_lists (GKeyFile *file, KmReading *reading)
{
  GPtrArray *bookmarks = km_reading_get_bookmarks (reading);
  GPtrArray *recent = km_reading_get_recent (reading);
  g_auto (GVariantBuilder) kept = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (BOOKMARKS_TYPE));
  g_auto (GVariantBuilder) read = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (RECENT_TYPE));
  g_autoptr (GVariant) kept_list = NULL;
  g_autoptr (GVariant) read_list = NULL;
  g_autofree char *kept_text = NULL;
  g_autofree char *read_text = NULL;

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const KmKept *page = g_ptr_array_index (bookmarks, i);

      g_variant_builder_add (&kept, "(ss)", page->page, page->title);
    }
  for (guint i = 0; i < recent->len; i++)
    {
      const KmKept *page = g_ptr_array_index (recent, i);

      g_variant_builder_add (&read, "(ssd)", page->page, page->title, page->share);
    }
  kept_list = g_variant_ref_sink (g_variant_builder_end (&kept));
  read_list = g_variant_ref_sink (g_variant_builder_end (&read));
  kept_text = g_variant_print (kept_list, FALSE);
  read_text = g_variant_print (read_list, FALSE);
  g_key_file_set_string (file, GROUP, "Bookmarks", kept_text);
  g_key_file_set_string (file, GROUP, "Recent", read_text);
}

/**
 * km_preferences_save:
 * @reading: what to keep
 * @error: return location for a #GFileError
 *
 * Writes the preferences so that there is always a whole file and nobody else can read it.
 *
 * Returns: whether they were written
 */
gboolean
km_preferences_save (KmReading *reading, GError **error)
{
  g_autofree char *path = km_preferences_dup_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length;

  g_key_file_set_integer (file, GROUP, "Version", VERSION);
  g_key_file_set_integer (file, GROUP, "TextSize", (int) km_reading_get_text_size (reading));
  g_key_file_set_boolean (file, GROUP, "HintSeen", km_reading_get_hint_seen (reading));
  set_lists (file, reading);
  text = g_key_file_to_data (file, &length, NULL);
  if (km_store_write (path, text, length, error))
    return TRUE;
  g_prefix_error (error, "%s", _ ("Bookmarks and text size could not be saved: "));
  return FALSE;
}
