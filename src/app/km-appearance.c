/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "km-appearance"

#include "km-appearance.h"

#include "km-theme.h"

#define STYLE_PATH "/io/github/kneemap/Kneemap/style/"
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"
#define COLOR_SCHEME "color-scheme"
#define PREFER_DARK 1

/* A sheet over the base: loaded when it is first needed. */
typedef struct
{
  const char *name;
  GtkCssProvider *provider;
  gboolean on;
} Sheet;

struct _KmAppearance
{
  GObject parent_instance;

  GdkDisplay *display;
  GtkSettings *settings;
  GtkCssProvider *base;
  Sheet dark;
  Sheet contrast;
  GDBusProxy *portal;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (KmAppearance, km_appearance, G_TYPE_OBJECT)

static GtkCssProvider *
load_sheet (const char *name)
{
  g_autofree char *path = g_strconcat (STYLE_PATH, name, NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  return provider;
}

static void
switch_sheet (GdkDisplay *display, Sheet *sheet, gboolean on, int above)
{
  if (sheet->on == on)
    return;
  sheet->on = on;
  if (sheet->provider == NULL)
    sheet->provider = load_sheet (sheet->name);
  if (on)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (sheet->provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + above);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (sheet->provider));
}

static void
update_sheets (KmAppearance *self)
{
  KmArtTheme theme = km_theme_of_settings (self->settings);
  gboolean dark = theme == KM_ART_DARK || theme == KM_ART_HIGH_CONTRAST_DARK;
  gboolean contrast = theme == KM_ART_HIGH_CONTRAST || theme == KM_ART_HIGH_CONTRAST_DARK;

  switch_sheet (self->display, &self->dark, dark, 1);
  switch_sheet (self->display, &self->contrast, contrast, 2);
}

/* The portal wraps the value twice in `Read`, once in the signal. */
static gboolean
unpack_scheme (GVariant *value, guint32 *scheme)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return FALSE;
  *scheme = g_variant_get_uint32 (inner);
  return TRUE;
}

static void
apply_scheme (KmAppearance *self, GVariant *value)
{
  guint32 scheme;

  if (unpack_scheme (value, &scheme))
    g_object_set (self->settings, "gtk-application-prefer-dark-theme", scheme == PREFER_DARK, NULL);
}

static void
on_portal_signal (GDBusProxy *proxy,
                  const char *sender_name,
                  const char *signal_name,
                  GVariant *parameters,
                  gpointer user_data)
{
  const char *group;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_str_equal (signal_name, "SettingChanged")
      || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, APPEARANCE) && g_str_equal (key, COLOR_SCHEME))
    apply_scheme (user_data, value);
}

static void
on_scheme_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, &error);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    {
      g_debug ("no colour scheme from the settings portal: %s", error->message);
      return;
    }
  if (!g_variant_is_of_type (reply, G_VARIANT_TYPE ("(v)")))
    return;
  value = g_variant_get_child_value (reply, 0);
  apply_scheme (user_data, value);
}

static void
on_portal_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GDBusProxy *portal = g_dbus_proxy_new_finish (result, &error);
  KmAppearance *self;

  if (portal == NULL)
    {
      g_debug ("no settings portal: %s", error->message);
      return;
    }
  self = KM_APPEARANCE (user_data);
  self->portal = portal;
  g_signal_connect_object (portal, "g-signal", G_CALLBACK (on_portal_signal), self, 0);
  g_dbus_proxy_call (portal, "Read", g_variant_new ("(ss)", APPEARANCE, COLOR_SCHEME),
                     G_DBUS_CALL_FLAGS_NONE, 2000, self->cancellable, on_scheme_read, self);
}

static void
km_appearance_dispose (GObject *object)
{
  KmAppearance *self = KM_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portal);
  g_clear_object (&self->base);
  g_clear_object (&self->dark.provider);
  g_clear_object (&self->contrast.provider);
  G_OBJECT_CLASS (km_appearance_parent_class)->dispose (object);
}

static void
km_appearance_class_init (KmAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = km_appearance_dispose;
}

static void
km_appearance_init (KmAppearance *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * km_appearance_new:
 * @display: the display
 *
 * Loads the style sheets and keeps them in step with the settings of the desktop.
 *
 * Returns: (transfer full): the appearance
 */
KmAppearance *
km_appearance_new (GdkDisplay *display)
{
  KmAppearance *self = g_object_new (KM_TYPE_APPEARANCE, NULL);

  self->display = display;
  self->settings = gtk_settings_get_for_display (display);
  /* Moving through a page must not look as if all of it was chosen, one paragraph after the other;
   * GTK 4.8 also complains when a label does that while nothing has the focus. */
  g_object_set (self->settings, "gtk-label-select-on-focus", FALSE, NULL);
  self->base = load_sheet ("style.css");
  self->dark.name = "style-dark.css";
  self->contrast.name = "style-hc.css";
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (self->base),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (self->settings, "notify::gtk-theme-name", G_CALLBACK (update_sheets),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_sheets), self, G_CONNECT_SWAPPED);
  update_sheets (self);
  return self;
}

/**
 * km_appearance_set_bus:
 * @self: the appearance
 * @bus: (nullable): the session bus; without one it stays as it is
 *
 * Asks the settings portal for the dark preference, in its own time. Nothing is asked when the
 * GTK_THEME variable decides.
 */
void
km_appearance_set_bus (KmAppearance *self, GDBusConnection *bus)
{
  if (bus == NULL || g_getenv ("GTK_THEME") != NULL)
    return;
  g_dbus_proxy_new (bus, G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES, NULL, PORTAL_NAME, PORTAL_PATH,
                    PORTAL_INTERFACE, self->cancellable, on_portal_ready, self);
}
