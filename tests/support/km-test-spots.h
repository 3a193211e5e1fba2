/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

KmLibrary *km_test_load_spots (void);

G_END_DECLS
