/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-issue.h"

G_BEGIN_DECLS

gboolean km_check_files (char **files, GPtrArray *issues);

G_END_DECLS
