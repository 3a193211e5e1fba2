/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-condition.h"

G_BEGIN_DECLS

GtkWidget *km_page_facts_new (const KmCondition *condition, const char *how_soon, gboolean wide);

G_END_DECLS
