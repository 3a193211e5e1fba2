/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-appearance.h"
#include "km-test-window.h"
#include "km-theme.h"

#include <signal.h>
#include <unistd.h>

#define GROUP "org.freedesktop.appearance"
#define KEY "color-scheme"

static const char portal_xml[]
    = "<node><interface name='org.freedesktop.portal.Settings'>"
      "<method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='v' direction='out'/></method>"
      "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
      "</interface></node>";

/* How long a test may take: what waits for the bus in one go cannot be stopped otherwise. */
#define PATIENCE_S 30

/* One bus for all tests. */
static GTestDBus *bus;

/* A portal on the bus that says what it is told to say, and who listens. */
typedef struct
{
  GDBusConnection *portal;
  GDBusConnection *connection;
  KmAppearance *appearance;
  GVariant *answer; /* NULL: the portal answers with an error */
  guint asked;
  guint object;
  guint name;
  gboolean owned;
} Fixture;

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->asked++;
  if (fixture->answer != NULL)
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(v)", fixture->answer));
  else
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.NotFound",
                                                "Requested setting not found");
}

static void
on_owned (GDBusConnection *connection, const char *name, gpointer user_data)
{
  ((Fixture *) user_data)->owned = TRUE;
}

static gboolean
is_owned (gpointer data)
{
  return ((Fixture *) data)->owned;
}

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static void
on_too_late (int number)
{
  static const char text[] = "\nBail out! The test waits for something that does not come\n";

  if (write (STDOUT_FILENO, text, sizeof text - 1) >= 0)
    abort ();
}

static gboolean
get_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &dark, NULL);
  return dark;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GDBusInterfaceVTable table = { on_call, NULL, NULL, { 0 } };
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (portal_xml, NULL);

  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", FALSE, NULL);
  alarm (PATIENCE_S);
  fixture->portal = connect_to_bus ();
  fixture->connection = connect_to_bus ();
  fixture->object
      = g_dbus_connection_register_object (fixture->portal, "/org/freedesktop/portal/desktop",
                                           info->interfaces[0], &table, fixture, NULL, NULL);
  fixture->name
      = g_bus_own_name_on_connection (fixture->portal, "org.freedesktop.portal.Desktop",
                                      G_BUS_NAME_OWNER_FLAGS_NONE, on_owned, NULL, fixture, NULL);
  km_test_wait (is_owned, fixture);
  fixture->appearance = km_appearance_new (gdk_display_get_default ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->appearance);
  g_bus_unown_name (fixture->name);
  g_dbus_connection_unregister_object (fixture->portal, fixture->object);
  g_dbus_connection_close_sync (fixture->portal, NULL, NULL);
  g_dbus_connection_close_sync (fixture->connection, NULL, NULL);
  g_object_unref (fixture->portal);
  g_object_unref (fixture->connection);
  g_clear_pointer (&fixture->answer, g_variant_unref);
  alarm (0);
}

static void
answer (Fixture *fixture, const char *text)
{
  g_clear_pointer (&fixture->answer, g_variant_unref);
  fixture->answer = g_variant_ref_sink (g_variant_new_parsed (text));
}

/* What is sent on a connection arrives in order, so an answer to this has everything before it. */
static void
on_pong (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) reply
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
ping (GDBusConnection *connection)
{
  gboolean done = FALSE;

  g_dbus_connection_call (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus.Peer", "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE,
                          2000, NULL, on_pong, &done);
  km_test_wait (is_set, &done);
}

static void
signal_change (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (fixture->portal, NULL, "/org/freedesktop/portal/desktop",
                                 "org.freedesktop.portal.Settings", "SettingChanged",
                                 g_variant_ref_sink (g_variant_new_parsed (text)), &error);
  g_assert_no_error (error);
  ping (fixture->portal);
  ping (fixture->connection);
  km_test_settle ();
}

static gboolean
was_asked (gpointer data)
{
  return ((Fixture *) data)->asked > 0;
}

static void
ask (Fixture *fixture)
{
  km_appearance_set_bus (fixture->appearance, fixture->connection);
  km_test_wait (was_asked, fixture);
  ping (fixture->portal);
  ping (fixture->connection);
  km_test_settle ();
}

/* The portal wraps its answer twice, older ones once. */
static void
test_dark (Fixture *fixture, gconstpointer data)
{
  answer (fixture, data);
  ask (fixture);
  g_assert_true (get_dark ());
  g_assert_cmpuint (fixture->asked, ==, 1);
}

static void
test_light (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", TRUE, NULL);
  answer (fixture, data);
  ask (fixture);
  g_assert_false (get_dark ());
}

static void
test_follow (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "<<uint32 0>>");
  ask (fixture);
  g_assert_false (get_dark ());
  signal_change (fixture, "('" GROUP "', '" KEY "', <uint32 1>)");
  g_assert_true (get_dark ());
  signal_change (fixture, "('" GROUP "', '" KEY "', <uint32 2>)");
  g_assert_false (get_dark ());
  signal_change (fixture, "('" GROUP "', '" KEY "', <uint32 1>)");
  /* Others' settings, and values nobody knows. */
  signal_change (fixture, "('" GROUP "', 'accent-color', <uint32 0>)");
  signal_change (fixture, "('org.gnome.desktop.interface', '" KEY "', <'default'>)");
  g_assert_true (get_dark ());
  signal_change (fixture, "('" GROUP "', '" KEY "', <uint32 99>)");
  g_assert_false (get_dark ());
}

static void
test_malformed (Fixture *fixture, gconstpointer data)
{
  static const char *const values[]
      = { "<'dark'>", "<@au [1]>", "<{'a': <1>}>", "<-1>", "<true>", "<int64 1>", "<()>" };

  answer (fixture, data);
  ask (fixture);
  g_assert_false (get_dark ());
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *change = g_strdup_printf ("('" GROUP "', '" KEY "', %s)", values[i]);
      g_autoptr (GVariant) parsed = g_variant_parse (NULL, change, NULL, NULL, NULL);

      g_assert_nonnull (parsed);
      g_dbus_connection_emit_signal (fixture->portal, NULL, "/org/freedesktop/portal/desktop",
                                     "org.freedesktop.portal.Settings", "SettingChanged", parsed,
                                     NULL);
      ping (fixture->portal);
      ping (fixture->connection);
      km_test_settle ();
      g_assert_false (get_dark ());
    }
  /* A signal of another shape altogether. */
  signal_change (fixture, "(1, 2)");
  signal_change (fixture, "('" GROUP "', '" KEY "', <uint32 1>)");
  g_assert_true (get_dark ());
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  ask (fixture);
  g_assert_false (get_dark ());
}

/* Somebody closes the program before the portal has answered. */
static void
test_gone_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KmAppearance) other = km_appearance_new (gdk_display_get_default ());

  answer (fixture, "<<uint32 1>>");
  km_appearance_set_bus (other, fixture->connection);
  g_assert_finalize_object (g_steal_pointer (&other));
  ping (fixture->connection);
  ping (fixture->portal);
  ping (fixture->connection);
  km_test_settle ();
  g_assert_false (get_dark ());
}

static void
test_no_bus (Fixture *fixture, gconstpointer data)
{
  km_appearance_set_bus (fixture->appearance, NULL);
  km_test_settle ();
  g_assert_false (get_dark ());
  g_assert_cmpuint (fixture->asked, ==, 0);
}

/* GTK_THEME decides alone. */
static void
test_theme_wins (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "<<uint32 1>>");
  g_setenv ("GTK_THEME", "Default", TRUE);
  km_appearance_set_bus (fixture->appearance, fixture->connection);
  g_unsetenv ("GTK_THEME");
  ping (fixture->connection);
  ping (fixture->portal);
  km_test_settle ();
  g_assert_cmpuint (fixture->asked, ==, 0);
  g_assert_false (get_dark ());
}

/* The sheets and the drawings go by the same names. */
static void
test_names (void)
{
  static const struct
  {
    const char *name;
    KmArtTheme theme;
  } themes[] = {
    { "Default", KM_ART_LIGHT },
    { "Adwaita", KM_ART_LIGHT },
    { "Default-dark", KM_ART_DARK },
    { "Adwaita-dark", KM_ART_DARK },
    { "Default-hc", KM_ART_HIGH_CONTRAST },
    { "HighContrast", KM_ART_HIGH_CONTRAST },
    { "Default-hc-dark", KM_ART_HIGH_CONTRAST_DARK },
    { "HighContrastInverse", KM_ART_HIGH_CONTRAST_DARK },
  };
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_object_set (settings, "gtk-theme-name", themes[i].name, NULL);
      g_assert_cmpint (km_theme_of_settings (settings), ==, themes[i].theme);
    }
  gtk_settings_reset_property (settings, "gtk-theme-name");
}

int
main (int argc, char *argv[])
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));
  int status;

  signal (SIGALRM, on_too_late);
  /* Before GTK has any threads: GTestDBus forks a process that looks after the bus, and under
   * AddressSanitizer that process never ends when a thread was about to allocate memory. */
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  /* It hides the display, and GTK has no business on the bus. */
  g_setenv ("DISPLAY", display, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  km_test_init (&argc, &argv);
#define ADD(name, data, function) \
  g_test_add ("/appearance/" name, Fixture, data, set_up, function, tear_down)
  ADD ("dark", "<<uint32 1>>", test_dark);
  ADD ("dark-once", "<uint32 1>", test_dark);
  ADD ("light", "<<uint32 2>>", test_light);
  ADD ("none", "<<uint32 0>>", test_light);
  ADD ("unknown", "<<uint32 3>>", test_light);
  ADD ("follow", NULL, test_follow);
  ADD ("malformed", "<'dark'>", test_malformed);
  ADD ("malformed-deep", "<<<<'dark'>>>>", test_malformed);
  ADD ("error", NULL, test_error);
  ADD ("gone-before", NULL, test_gone_before);
  ADD ("no-bus", NULL, test_no_bus);
  ADD ("theme-wins", NULL, test_theme_wins);
  g_test_add_func ("/appearance/names", test_names);
  status = g_test_run ();
  g_test_dbus_down (bus);
  g_object_unref (bus);
  return status;
}
