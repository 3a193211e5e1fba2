/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-mask.h"

G_BEGIN_DECLS

GPtrArray *km_trace_outlines (cairo_surface_t *alpha,
                              KmPoint origin,
                              double resolution,
                              double tolerance);

G_END_DECLS
