/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-application.h"
#include "km-cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define SOCKET_PREFIX "unix:path="

/* Whether @address can be a bus: it is not switched off, and its socket exists. */
static gboolean
may_be_bus (const char *address)
{
  g_auto (GStrv) parts = g_strsplit_set (address, "=,;", 3);

  if (*address == '\0' || g_str_has_prefix (address, "disabled:"))
    return FALSE;
  if (!g_str_equal (parts[0], "unix:path") || parts[1] == NULL)
    return TRUE;
  return g_file_test (parts[1], G_FILE_TEST_EXISTS);
}

/* Without a session bus nothing can listen for accessibility, and GTK would try to start one, or
 * complain at every step. */
static void
spare_missing_bus (void)
{
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  if (address != NULL ? !may_be_bus (address) : !g_file_test (socket, G_FILE_TEST_EXISTS))
    g_setenv ("GTK_A11Y", "none", FALSE);
}

/* Drawings are rendered in threads, and each thread's own pool of memory would keep its peak. */
static void
share_memory_pools (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, 128 * 1024);
  mallopt (M_TRIM_THRESHOLD, 128 * 1024);
#endif
}

int
main (int argc, char **argv)
{
  g_autoptr (KmApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (km_cli_handles (argc, argv))
    return km_cli_run (argc, argv);

  share_memory_pools ();
  spare_missing_bus ();
  application = km_application_new ();
  if (!gtk_init_check ())
    {
      g_printerr (_ ("kneemap: there is no display. “kneemap --help” names what works without "
                     "one.\n"));
      return KM_EXIT_FAILED;
    }
  return g_application_run (G_APPLICATION (application), argc, argv);
}
