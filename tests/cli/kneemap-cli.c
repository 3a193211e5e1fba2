/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line alone, without the window: what the shell tests run. */
#include "km-cli.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  return km_cli_handles (argc, argv) ? km_cli_run (argc, argv) : KM_EXIT_USAGE;
}
