/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"
#include "km-types.h"

G_BEGIN_DECLS

char *km_spot_name_in_view (const char *name, KmSide side, KmView view);
char *km_spot_name_on_knee (const char *name, KmSide side);
char *km_spot_conditions (KmLibrary *library, const char *spot_id);
char *km_spot_description (KmLibrary *library, const char *spot_id);
const char *km_view_name (KmSide side, KmView view);
void km_view_orientation (KmView view, gboolean mirrored, const char **left, const char **right);
char *km_structure_label (const KmStructure *structure);

G_END_DECLS
