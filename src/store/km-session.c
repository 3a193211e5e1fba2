/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-session.h"

#include "km-store-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME "session.ini"
#define GROUP "Session"
#define VERSION 1
#define ANSWERS_TYPE "a(sas)"

/* Far more than every answer to every question. */
#define MAX_SIZE (256 * 1024)

G_DEFINE_QUARK (km_store_error, km_store_error)

/**
 * km_session_new:
 *
 * Returns: (transfer full): a session with nothing in it
 */
KmSession *
km_session_new (void)
{
  return g_new0 (KmSession, 1);
}

void
km_session_free (KmSession *session)
{
  g_clear_pointer (&session->answers, g_variant_unref);
  g_free (session->page);
  g_free (session);
}

/**
 * km_session_dup_path:
 *
 * Returns: (transfer full): where the session lies
 */
char *
km_session_dup_path (void)
{
  return km_store_dup_path (FILE_NAME);
}

/**
 * km_session_exists:
 *
 * Returns: whether there is a session to load
 */
gboolean
km_session_exists (void)
{
  g_autofree char *path = km_session_dup_path ();

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
set_aside (const char *path, KmStoreError code, const char *reason, GError **error)
{
  g_autofree char *aside = km_store_dup_aside_path (path);
  g_autofree char *name = g_filename_display_basename (aside);

  if (g_rename (path, aside) == 0)
    g_set_error (error, KM_STORE_ERROR, code,
                 _ ("The last session could not be read: %s. It was kept as “%s”."), reason, name);
  else
    g_set_error (
        error, KM_STORE_ERROR, code,
        _ ("The last session could not be read: %s. It could not be set aside either: %s."), reason,
        g_strerror (errno));
}

static gboolean
get_enum (GKeyFile *file, const char *key, GType type, int *value, GError **error)
{
  g_autofree char *nick = g_key_file_get_string (file, GROUP, key, error);

  if (nick == NULL)
    return FALSE;
  if (km_enum_from_nick (type, nick, value))
    return TRUE;
  g_set_error (error, KM_STORE_ERROR, KM_STORE_ERROR_CORRUPT, _ ("%s cannot be “%s”"), key, nick);
  return FALSE;
}

static gboolean
get_answers (GKeyFile *file, KmSession *session, GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, "Answers", error);

  if (text == NULL)
    return FALSE;
  session->answers = g_variant_parse (G_VARIANT_TYPE (ANSWERS_TYPE), text, NULL, NULL, error);
  return session->answers != NULL;
}

static KmSession *
parse (GKeyFile *file, GError **error)
{
  g_autoptr (KmSession) session = km_session_new ();
  int view = KM_VIEW_FRONT;
  int layer = KM_LAYER_SKIN;
  int side = KM_SIDE_RIGHT;

  if (!get_enum (file, "View", KM_TYPE_VIEW, &view, error)
      || !get_enum (file, "Layer", KM_TYPE_LAYER, &layer, error)
      || !get_enum (file, "Side", KM_TYPE_SIDE, &side, error)
      || !get_answers (file, session, error))
    return NULL;
  session->view = view;
  session->layer = layer;
  session->side = side;
  session->page = g_key_file_get_string (file, GROUP, "Page", NULL);
  return g_steal_pointer (&session);
}

static gboolean
read_text (const char *path, char **text, gsize *length, GError **error)
{
  const char *reason;

  if (km_store_read (path, MAX_SIZE, text, length, &reason, error))
    return TRUE;
  if (reason != NULL)
    set_aside (path, KM_STORE_ERROR_CORRUPT, reason, error);
  else
    g_prefix_error (error, "%s", _ ("The last session could not be read: "));
  return FALSE;
}

/**
 * km_session_load:
 * @error: return location for a #KmStoreError or #GFileError
 *
 * A file that cannot be understood, or that a newer version wrote, is renamed, never overwritten,
 * and the error says so in words for the user.
 *
 * Returns: (transfer full) (nullable): the last session; %NULL without an error when there is none
 */
KmSession *
km_session_load (GError **error)
{
  g_autofree char *path = km_session_dup_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *text = NULL;
  KmSession *session;
  gsize length;
  int version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  if (!read_text (path, &text, &length, error))
    return NULL;
  if (!g_utf8_validate_len (text, length, NULL)
      || !g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, &reason))
    {
      set_aside (path, KM_STORE_ERROR_CORRUPT,
                 reason != NULL ? reason->message : _ ("it is not text"), error);
      return NULL;
    }
  version = g_key_file_get_integer (file, GROUP, "Version", &reason);
  if (reason == NULL && version > VERSION)
    {
      set_aside (path, KM_STORE_ERROR_VERSION, _ ("a newer version of Kneemap wrote it"), error);
      return NULL;
    }
  session = reason == NULL && version == VERSION ? parse (file, &reason) : NULL;
  if (session == NULL)
    set_aside (path, KM_STORE_ERROR_CORRUPT,
               reason != NULL ? reason->message : _ ("it names no version"), error);
  return session;
}

static char *
to_text (const KmSession *session, gsize *length)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *answers = NULL;

  if (session->answers != NULL)
    answers = g_variant_print (session->answers, FALSE);
  g_key_file_set_integer (file, GROUP, "Version", VERSION);
  g_key_file_set_string (file, GROUP, "Answers", answers != NULL ? answers : "[]");
  if (session->page != NULL)
    g_key_file_set_string (file, GROUP, "Page", session->page);
  g_key_file_set_string (file, GROUP, "View", km_enum_to_nick (KM_TYPE_VIEW, session->view));
  g_key_file_set_string (file, GROUP, "Layer", km_enum_to_nick (KM_TYPE_LAYER, session->layer));
  g_key_file_set_string (file, GROUP, "Side", km_enum_to_nick (KM_TYPE_SIDE, session->side));
  return g_key_file_to_data (file, length, NULL);
}

/**
 * km_session_save:
 * @session: a session
 * @error: return location for a #GFileError
 *
 * Writes the session so that there is always a whole one, the old or the new, and nobody else can
 * read it.
 *
 * Returns: whether it was written; the old one is left as it was when not
 */
gboolean
km_session_save (const KmSession *session, GError **error)
{
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (
      session->answers == NULL
          || g_variant_is_of_type (session->answers, G_VARIANT_TYPE (ANSWERS_TYPE)),
      FALSE);

  text = to_text (session, &length);
  if (km_store_write (path, text, length, error))
    return TRUE;
  g_prefix_error (error, "%s", _ ("The session could not be saved: "));
  return FALSE;
}

static gboolean
remove_file (const char *path, GError **error)
{
  int code;

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  code = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _ ("The session could not be removed: %s: %s"), path, g_strerror (code));
  return FALSE;
}

/**
 * km_session_forget:
 * @error: return location for a #GFileError
 *
 * Removes the session, whatever was set aside and what an interrupted writing left: afterwards
 * nothing of it is there.
 *
 * Returns: whether nothing is left
 */
gboolean
km_session_forget (GError **error)
{
  g_autofree char *path = km_session_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!remove_file (path, error))
    return FALSE;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, FILE_NAME "."))
      {
        g_autofree char *aside = g_build_filename (folder, name, NULL);

        if (!remove_file (aside, error))
          return FALSE;
      }
  return TRUE;
}
