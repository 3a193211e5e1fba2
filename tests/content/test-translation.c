/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Look-up of content in a small made-up catalogue, and the way back to English when it will not
 * do. */
#include "km-message.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

static char *
render (GPtrArray *runs)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const KmRun *run = g_ptr_array_index (runs, i);

      if (run->kind == KM_RUN_TEXT)
        g_string_append (string, run->text);
      else
        g_string_append_printf (string, "{%d %s %s}", run->kind,
                                run->target != NULL ? run->target : "-", run->text);
    }
  return g_string_free (string, FALSE);
}

static void
check (const char *xml, const char *expected)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (xmlDoc) doc = km_xml_read ("test", xml, strlen (xml), issues);
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (doc);
  runs = km_message_dup_runs (xmlDocGetRootElement (doc));
  text = render (runs);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_found (void)
{
  check ("<p>Run flat.</p>", "Lauf flach.");
  check ("<p>\n    Run\n    flat.\n  </p>", "Lauf flach.");
  check ("<p>Read <link to=\"itb\">IT band pain</link> now.</p>",
         "Jetzt {2 itb ITB-Schmerz} lesen.");
  check ("<p>Salt &amp; ice, 3 &lt; 4</p>", "Salz & Eis, 3 < 4");
  check ("<p>The <term ref=\"mcl\">MCL</term> and <b>all</b>.</p>",
         "{1 - Alles} und {3 mcl das MCL}.");
}

static void
test_context (void)
{
  check ("<name>Bridge</name>", "Brücke (Übung)");
  check ("<p>Bridge</p>", "Steg");
}

static void
test_fallback (void)
{
  check ("<p>Not in the catalogue.</p>", "Not in the catalogue.");
  check ("<p>Broken <b>mark-up</b>.</p>", "Broken {1 - mark-up}.");
  check ("<p>Other <link to=\"itb\">target</link>.</p>", "Other {2 itb target}.");
  check ("<p>Lost <b>mark-up</b>.</p>", "Lost {1 - mark-up}.");
  check ("<p>Added mark-up.</p>", "Added mark-up.");
  check ("<p>Foreign mark-up.</p>", "Foreign mark-up.");
  check ("<p>Doctype.</p>", "Doctype.");
  check ("<p></p>", "");
}

static gboolean
make_catalogue (const char *folder)
{
  g_autofree char *messages = g_build_filename (folder, "xx", "LC_MESSAGES", NULL);
  g_autofree char *output = g_build_filename (messages, "kneemap.mo", NULL);
  g_autofree char *input = g_test_build_filename (G_TEST_DIST, "data", "xx.po", NULL);
  g_autoptr (GSubprocess) process = NULL;

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "msgfmt", "-o", output, input, NULL);
  if (process == NULL)
    return FALSE;
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  return TRUE;
}

static void
remove_catalogue (const char *folder)
{
  const char *const parts[] = { "xx/LC_MESSAGES/kneemap.mo", "xx/LC_MESSAGES", "xx", "" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_build_filename (folder, parts[i], NULL);

      g_remove (path);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("kneemap-XXXXXX", NULL);
  int status = 0;

  g_setenv ("LANGUAGE", "xx", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  if (make_catalogue (folder))
    {
      bindtextdomain ("kneemap", folder);
      bind_textdomain_codeset ("kneemap", "UTF-8");
      textdomain ("kneemap");
      g_test_add_func ("/content/translation/found", test_found);
      g_test_add_func ("/content/translation/context", test_context);
      g_test_add_func ("/content/translation/fallback", test_fallback);
      status = g_test_run ();
    }
  else
    g_print ("1..0 # SKIP msgfmt is not installed\n");
  remove_catalogue (folder);
  return status;
}
