/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-reading.h"

G_BEGIN_DECLS

char *km_preferences_dup_path (void);
gboolean km_preferences_load (KmReading *reading, GError **error);
gboolean km_preferences_save (KmReading *reading, GError **error);

G_END_DECLS
