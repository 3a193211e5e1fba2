/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KmApplication:
 *
 * Starts up, loads the guide and opens the window.
 */
#define KM_TYPE_APPLICATION (km_application_get_type ())
G_DECLARE_FINAL_TYPE (KmApplication, km_application, KM, APPLICATION, GtkApplication)

KmApplication *km_application_new (void);

G_END_DECLS
