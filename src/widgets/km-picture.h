/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-atlas.h"

G_BEGIN_DECLS

/**
 * KmPicture:
 *
 * A still picture: a view of the knee with lit structures and marked spots, or the figure of an
 * exercise. Drawn when first seen, and again for another size or theme.
 */
#define KM_TYPE_PICTURE (km_picture_get_type ())
G_DECLARE_FINAL_TYPE (KmPicture, km_picture, KM, PICTURE, GtkWidget)

GtkWidget *km_picture_new_for_knee (KmAtlas *atlas,
                                    KmView view,
                                    KmLayer layer,
                                    const char *const *structures,
                                    const char *const *spots);
GtkWidget *km_picture_new_for_exercise (const char *exercise_id);
void km_picture_set_size (KmPicture *self, int width, int height);
void km_picture_set_crop (KmPicture *self, const KmBounds *crop);
void km_picture_set_mirrored (KmPicture *self, gboolean mirrored);

G_END_DECLS
