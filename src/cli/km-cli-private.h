/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-cli.h"
#include "km-library.h"

G_BEGIN_DECLS

/* A command gets its own arguments, without the program and its name, and returns a #KmExit. */
int km_cli_list (KmLibrary *library, char **arguments);
int km_cli_show (KmLibrary *library, char **arguments);
int km_cli_search (KmLibrary *library, char **arguments);
int km_cli_assess (KmLibrary *library, char **arguments);

int km_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
