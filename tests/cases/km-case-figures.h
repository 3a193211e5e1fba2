/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-case-table.h"

G_BEGIN_DECLS

#define KM_CASE_FIGURES_COLUMNS 3

GStrv km_case_figures (GArray *interview, GArray *all_answers, GArray *doubtful);
char *km_case_figures_to_xml (const char *const *cells, const char *id);

G_END_DECLS
