/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmAppearance:
 *
 * Follows the desktop: dark or light, high contrast. GTK 4.8 does not read the dark preference
 * itself, so it is asked of the settings portal, without ever waiting for it.
 */
#define KM_TYPE_APPEARANCE (km_appearance_get_type ())
G_DECLARE_FINAL_TYPE (KmAppearance, km_appearance, KM, APPEARANCE, GObject)

KmAppearance *km_appearance_new (GdkDisplay *display);
void km_appearance_set_bus (KmAppearance *self, GDBusConnection *bus);

G_END_DECLS
