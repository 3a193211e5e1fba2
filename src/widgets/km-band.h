/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-types.h"

G_BEGIN_DECLS

GtkWidget *km_band_pips_new (void);
void km_band_pips_set (GtkWidget *pips, KmBand band);

G_END_DECLS
