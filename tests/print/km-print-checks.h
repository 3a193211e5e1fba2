/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked for on every page. */
#pragma once

#include "km-layout.h"

G_BEGIN_DECLS

void km_print_check_layout (KmLayout *layout, const KmPaper *paper, const char *name);
void km_print_check_book (KmLayout *layout, const char *name);

G_END_DECLS
