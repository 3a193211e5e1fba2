/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

void km_test_clear_home (void);
