/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-assessment.h"

G_BEGIN_DECLS

/**
 * KmMatchList:
 *
 * What fits so far, best first; or, when nothing fits well, whom to see. Emits `open` with the
 * page id when a row is pressed.
 */
#define KM_TYPE_MATCH_LIST (km_match_list_get_type ())
G_DECLARE_FINAL_TYPE (KmMatchList, km_match_list, KM, MATCH_LIST, GtkWidget)

void km_match_list_set_assessment (KmMatchList *self, KmAssessment *assessment);
void km_match_list_set_whole (KmMatchList *self, gboolean whole);
void km_match_list_select (KmMatchList *self, const char *condition_id);

G_END_DECLS
