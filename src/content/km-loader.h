/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-issue.h"
#include "km-library.h"

G_BEGIN_DECLS

KmLibrary *km_loader_load (GPtrArray *issues, GError **error);
KmLibrary *km_loader_load_first (GError **error);

G_END_DECLS
