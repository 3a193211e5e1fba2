/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-atlas.h"
#include "km-page.h"

G_BEGIN_DECLS

const KmBlock *km_page_find_map (KmPage *page);
GtkWidget *km_page_aside_new (KmPage *page, KmAtlas *atlas, GtkWidget *beside);

G_END_DECLS
