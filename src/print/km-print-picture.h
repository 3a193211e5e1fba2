/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-atlas.h"

G_BEGIN_DECLS

/**
 * KmPrintPicture:
 *
 * A picture to print: a view of the knee with lit structures and marked spots, or the figure of an
 * exercise. Figures are drawn as vectors; the knee, which has a blur, is rendered as finely as a
 * printer shows.
 */
typedef struct _KmPrintPicture KmPrintPicture;

KmPrintPicture *km_print_picture_new_knee (KmAtlas *atlas,
                                           KmView view,
                                           KmLayer layer,
                                           const char *const *structures,
                                           const char *const *spots,
                                           gboolean mirrored);
KmPrintPicture *km_print_picture_new_figure (const char *exercise_id);
void km_print_picture_set_numbers (KmPrintPicture *self, const guint *numbers);
void km_print_picture_free (KmPrintPicture *self);

double km_print_picture_get_ratio (const KmPrintPicture *self);
void km_print_picture_draw (KmPrintPicture *self, cairo_t *cr, double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmPrintPicture, km_print_picture_free)

G_END_DECLS
