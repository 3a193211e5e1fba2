/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * KmExit:
 * @KM_EXIT_OK: done
 * @KM_EXIT_FAILED: it could not be done, or a checked file has mistakes
 * @KM_EXIT_USAGE: the command line is wrong; one line says how
 *
 * Exit codes.
 */
typedef enum
{
  KM_EXIT_OK = 0,
  KM_EXIT_FAILED = 1,
  KM_EXIT_USAGE = 2,
} KmExit;

gboolean km_cli_handles (int argc, char **argv);
int km_cli_run (int argc, char **argv);

G_END_DECLS
