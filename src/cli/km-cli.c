/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-cli-private.h"

#include "km-check.h"
#include "km-loader.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *arguments;
  const char *help;
  int (*run) (KmLibrary *library, char **arguments);
} Command;

static const Command commands[] = {
  { "list", N_ ("spots|questions|conditions|guides|exercises|sources"),
    N_ ("Prints one item a line, its parts separated by tabs, the id first."), km_cli_list },
  { "show", N_ ("ID"), N_ ("Prints a page as plain text. ID as in “list”."), km_cli_show },
  { "search", N_ ("WORDS..."),
    N_ ("Prints the pages that answer, best first: id, title, matching line."), km_cli_search },
  { "assess", N_ ("[KEY=VALUE ...] [-]"),
    N_ ("Prints how soon to be seen, what it may be, and why. Keys are “spot”, “side” and the "
        "questions of “list questions”; with - answers are read from standard input, one a line."),
    km_cli_assess },
  { "check", N_ ("FILE..."), N_ ("Checks content files; prints file, line and reason."), NULL },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];
  return NULL;
}

/**
 * km_cli_fail: (skip)
 * @format: what is wrong with the command line, in one line
 *
 * Says so on standard error.
 *
 * Returns: %KM_EXIT_USAGE
 */
int
km_cli_fail (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_strdelimit (message, "\r\n", ' ');
  g_printerr ("kneemap: %s\n", message);
  return KM_EXIT_USAGE;
}

static void
print_usage (const Command *command)
{
  g_print (_ ("Usage: kneemap %s %s\n"), command->name, _ (command->arguments));
  g_print ("%s\n", _ (command->help));
}

static int
print_help (void)
{
  g_print ("%s\n\n", _ ("Kneemap informs; it never diagnoses. It may raise an alarm, it never "
                        "clears one."));
  g_print (_ ("Usage: %s\n"), "kneemap");
  g_print ("       kneemap --page ID\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("       kneemap %s %s\n", commands[i].name, _ (commands[i].arguments));
  g_print ("       kneemap --version\n       kneemap --help\n\n");
  g_print ("%s\n", _ ("“kneemap COMMAND --help” says more about a command."));
  return KM_EXIT_OK;
}

static int
check (char **files)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  gboolean good;

  if (*files == NULL)
    return km_cli_fail (_ ("check: no file given"));
  good = km_check_files (files, issues);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *line = km_issue_to_string (g_ptr_array_index (issues, i));

      g_print ("%s\n", line);
    }
  return good ? KM_EXIT_OK : KM_EXIT_FAILED;
}

static int
run_command (const Command *command, char **arguments)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KmLibrary) library = NULL;

  if (g_strv_contains ((const char *const *) arguments, "--help"))
    {
      print_usage (command);
      return KM_EXIT_OK;
    }
  if (command->run == NULL)
    return check (arguments);
  library = km_loader_load (issues, &error);
  if (library == NULL)
    {
      g_printerr ("kneemap: %s\n", error != NULL ? error->message : _ ("no content"));
      return KM_EXIT_FAILED;
    }
  return command->run (library, arguments);
}

/**
 * km_cli_handles:
 * @argc: number of arguments
 * @argv: (array length=argc): arguments, the program first
 *
 * Returns: whether these are for the command line rather than for the window
 */
gboolean
km_cli_handles (int argc, char **argv)
{
  if (argc < 2)
    return FALSE;
  return argv[1][0] != '-' || g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "--help")
         || g_str_equal (argv[1], "-h");
}

/**
 * km_cli_run:
 * @argc: number of arguments
 * @argv: (array length=argc): arguments for which km_cli_handles() is true
 *
 * Runs one command. Needs no display.
 *
 * Returns: a #KmExit
 */
int
km_cli_run (int argc, char **argv)
{
  const Command *command = find_command (argv[1]);

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("kneemap %s\n", KM_VERSION);
      return KM_EXIT_OK;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    return print_help ();
  if (command == NULL)
    return km_cli_fail (
        _ ("unknown command “%s”; allowed: list, show, search, assess, check, --page, --version, "
           "--help"),
        argv[1]);
  return run_command (command, argv + 2);
}
