/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-page.h"

G_BEGIN_DECLS

GtkWidget *km_page_actions_new (KmPage *page, gboolean aside);

G_END_DECLS
