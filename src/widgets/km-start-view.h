/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-library.h"

G_BEGIN_DECLS

/**
 * KmStartView:
 *
 * What the question pane shows before anything is chosen. Emits `resume` to go on from last time.
 */
#define KM_TYPE_START_VIEW (km_start_view_get_type ())
G_DECLARE_FINAL_TYPE (KmStartView, km_start_view, KM, START_VIEW, GtkWidget)

void km_start_view_set_can_resume (KmStartView *self, gboolean can_resume);
void km_start_view_set_notice (KmStartView *self, const char *notice);

GtkWidget *km_warning_list_new (KmLibrary *library);

G_END_DECLS
