/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-library.h"

G_BEGIN_DECLS

void km_help_show_keys (GtkWindow *parent);
void km_help_show_about (GtkWindow *parent, KmLibrary *library);

G_END_DECLS
