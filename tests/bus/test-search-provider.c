/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The overview of the desktop against the real program, over a session bus of their own: the bus
 * starts the program, as it does after a login. */
#include <gio/gio.h>
#include <string.h>

#define NAME "io.github.kneemap.Kneemap"
#define PATH "/io/github/kneemap/Kneemap"
#define PROVIDER PATH "/SearchProvider"
#define INTERFACE "org.gnome.Shell.SearchProvider2"
#define PATIENCE_MS 20000

static GDBusConnection *bus;

static GVariant *
call (const char *path, const char *interface, const char *method, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer
      = g_dbus_connection_call_sync (bus, NAME, path, interface, method, parameters, NULL,
                                     G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static char **
search (const char *method, const char *previous, const char *words)
{
  g_auto (GStrv) terms = g_strsplit (words, " ", -1);
  const char *const before[] = { previous, NULL };
  g_autoptr (GVariant) answer = call (PROVIDER, INTERFACE, method,
                                      previous != NULL ? g_variant_new ("(^as^as)", before, terms)
                                                       : g_variant_new ("(^as)", terms));
  char **ids;

  g_variant_get (answer, "(^as)", &ids);
  return ids;
}

static char **
find (const char *words)
{
  return search ("GetInitialResultSet", NULL, words);
}

static guint
position (char **ids, const char *id)
{
  guint i = 0;

  while (ids[i] != NULL && !g_str_equal (ids[i], id))
    i++;
  return i;
}

static guint
count_windows (void)
{
  g_autoptr (GVariant) answer
      = call (PATH "/window", "org.freedesktop.DBus.Introspectable", "Introspect", NULL);
  g_autoptr (GDBusNodeInfo) node = NULL;
  const char *xml;
  guint n = 0;

  g_variant_get (answer, "(&s)", &xml);
  node = g_dbus_node_info_new_for_xml (xml, NULL);
  while (node->nodes != NULL && node->nodes[n] != NULL)
    n++;
  return n;
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for (gboolean (*done) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_MS * 1000;
  guint source = g_timeout_add (20, on_tick, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

static gboolean
has_windows (gpointer wanted)
{
  return count_windows () == GPOINTER_TO_UINT (wanted);
}

static void
wait_for_windows (guint wanted)
{
  wait_for (has_windows, GUINT_TO_POINTER (wanted));
}

/* The program answers, and nobody sees it. */
static void
test_find (void)
{
  g_auto (GStrv) ids = find ("runner's knee");
  g_auto (GStrv) fewer = search ("GetSubsearchResultSet", "pfp", "runner's knee sauna");

  g_assert_cmpuint (position (ids, "pfp"), <, 3);
  g_assert_cmpuint (g_strv_length (ids), <=, 8);
  g_assert_cmpuint (g_strv_length (fewer), >, 0);
  g_assert_cmpuint (count_windows (), ==, 0);
}

/* The overview asks with every word anybody types for anything. */
static void
test_find_nothing (void)
{
  static const char *const words[]
      = { "",         " ",
          "k",        "kn",
          "qqqqxx",   "patelofemorl",
          "\x01\x02", "\xf0\x9f\x8f\x83\xf0\x9f\x8f\x83\xf0\x9f\x8f\x83" };
  g_autofree char *long_word = g_strnfill (10000, 'x');
  g_auto (GStrv) none = find (long_word);

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) ids = find (words[i]);

      g_assert_cmpuint (g_strv_length (ids), ==, 0);
    }
}

static void
test_metas (void)
{
  static const char *const asked[]
      = { "itb", "no-such-page", "glossary:it-band", "glossary:", NULL };
  g_auto (GStrv) ids = find ("IT band pain");
  g_autoptr (GVariant) answer
      = call (PROVIDER, INTERFACE, "GetResultMetas", g_variant_new ("(^as)", asked));
  g_autoptr (GVariant) metas = g_variant_get_child_value (answer, 0);
  g_autoptr (GVariant) first = NULL;
  g_autoptr (GVariant) second = NULL;
  const char *text;

  g_assert_cmpuint (position (ids, "itb"), ==, 0);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 2);
  first = g_variant_get_child_value (metas, 0);
  g_assert_true (g_variant_lookup (first, "id", "&s", &text));
  g_assert_cmpstr (text, ==, "itb");
  g_assert_true (g_variant_lookup (first, "name", "&s", &text));
  g_assert_nonnull (strstr (text, "Iliotibial"));
  g_assert_true (g_variant_lookup (first, "description", "&s", &text));
  g_assert_nonnull (strstr (text, "IT band"));
  g_assert_true (g_variant_lookup (first, "gicon", "&s", &text));
  g_assert_cmpstr (text, ==, NAME);
  second = g_variant_get_child_value (metas, 1);
  g_assert_true (g_variant_lookup (second, "name", "&s", &text));
  g_assert_cmpstr (text, ==, "IT band");
  g_assert_cmpuint (count_windows (), ==, 0);
}

static void
open_and_search (const char *id)
{
  static const char *const terms[] = { "knee", "pain", NULL };

  g_variant_unref (
      call (PROVIDER, INTERFACE, "ActivateResult", g_variant_new ("(s^asu)", id, terms, 0)));
  g_variant_unref (call (PROVIDER, INTERFACE, "LaunchSearch", g_variant_new ("(^asu)", terms, 0)));
}

/* One window, whatever is opened, and none that stays away for an id that is no more. */
static void
test_open (void)
{
  open_and_search ("pfp");
  wait_for_windows (1);
  open_and_search ("glossary:it-band");
  open_and_search ("no-such-page");
  open_and_search ("glossary:no-such-word");
  open_and_search ("");
  g_assert_cmpuint (count_windows (), ==, 1);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
on_vanished (GDBusConnection *connection, const char *name, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
quit (void)
{
  gboolean gone = FALSE;
  guint watch;

  g_variant_unref (
      call (PATH, "org.gtk.Actions", "Activate", g_variant_new ("(sava{sv})", "quit", NULL, NULL)));
  watch = g_bus_watch_name_on_connection (bus, NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                          on_vanished, &gone, NULL);
  wait_for (is_set, &gone);
  g_bus_unwatch_name (watch);
}

/* What the entry of the program in the overview does: DBusActivatable. */
static void
test_activate (void)
{
  quit ();
  g_variant_unref (
      call (PATH, "org.freedesktop.Application", "Activate", g_variant_new ("(a{sv})", NULL)));
  wait_for_windows (1);
  g_variant_unref (call (PATH, "org.freedesktop.Application", "ActivateAction",
                         g_variant_new ("(sava{sv})", "about", NULL, NULL)));
  quit ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GTestDBus) dbus = NULL;
  g_autofree char *home = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  home = g_dir_make_tmp ("kneemap-bus-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  dbus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (dbus, g_test_get_dir (G_TEST_BUILT));
  g_test_dbus_up (dbus);
  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/search-provider/find", test_find);
  g_test_add_func ("/search-provider/find-nothing", test_find_nothing);
  g_test_add_func ("/search-provider/metas", test_metas);
  g_test_add_func ("/search-provider/open", test_open);
  g_test_add_func ("/search-provider/activate", test_activate);
  status = g_test_run ();
  g_clear_object (&bus);
  g_test_dbus_down (dbus);
  return status;
}
