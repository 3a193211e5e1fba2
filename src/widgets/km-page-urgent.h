/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-page-blocks.h"

G_BEGIN_DECLS

GtkWidget *km_page_urgent_new (const KmPageBuilder *builder,
                               const KmBlock *const *blocks,
                               guint n_blocks);

G_END_DECLS
