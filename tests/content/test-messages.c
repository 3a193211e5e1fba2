/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What xgettext extracts from a content file and what the loader looks up must be the same strings:
 * one test path for each shipped file. The look-ups are caught by standing in for g_dgettext() and
 * g_dpgettext2(), which the content library calls. */
#include "km-document.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

/* Message as CONTEXT \004 ID, or ID alone; the set being collected. */
static GHashTable *looked_up;
static GHashTable *extracted; /* file -> set of messages */

const char *
g_dgettext (const char *domain, const char *id)
{
  if (looked_up != NULL && g_strcmp0 (domain, "kneemap") == 0)
    g_hash_table_add (looked_up, g_strdup (id));
  return id;
}

const char *
g_dpgettext2 (const char *domain, const char *context, const char *id)
{
  if (looked_up != NULL && g_strcmp0 (domain, "kneemap") == 0)
    g_hash_table_add (looked_up, g_strconcat (context, "\004", id, NULL));
  return id;
}

static GHashTable *
set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The string of a line such as: msgid "Say \"no\"" */
static void
append_quoted (GString *string, const char *line)
{
  const char *start = strchr (line, '"');
  const char *end = strrchr (line, '"');
  g_autofree char *quoted = NULL;
  g_autofree char *plain = NULL;

  if (start == NULL || end == start)
    return;
  quoted = g_strndup (start + 1, (gsize) (end - start - 1));
  plain = g_strcompress (quoted);
  g_string_append (string, plain);
}

static void
add_references (const char *line, GPtrArray *files)
{
  g_auto (GStrv) words = g_strsplit (line + 3, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      char *colon = strrchr (*word, ':');

      if (colon == NULL)
        continue;
      *colon = '\0';
      g_ptr_array_add (files, g_strdup (*word));
    }
}

static void
add_message (GPtrArray *files, const GString *context, const GString *id)
{
  if (id->len == 0)
    return;
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      GHashTable *set = g_hash_table_lookup (extracted, file);

      if (set == NULL)
        {
          set = set_new ();
          g_hash_table_insert (extracted, g_strdup (file), set);
        }
      g_hash_table_add (set, context->len > 0 ? g_strconcat (context->str, "\004", id->str, NULL)
                                              : g_strdup (id->str));
    }
}

static void
parse_template (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) context = g_string_new (NULL);
  g_autoptr (GString) id = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  GString *current = other;

  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "#: "))
        add_references (*line, files);
      else if (g_str_has_prefix (*line, "msgctxt "))
        current = context;
      else if (g_str_has_prefix (*line, "msgid "))
        current = id;
      else if (g_str_has_prefix (*line, "msgstr "))
        current = other;
      else if (**line == '\0')
        {
          add_message (files, context, id);
          g_ptr_array_set_size (files, 0);
          g_string_truncate (context, 0);
          g_string_truncate (id, 0);
          current = other;
          continue;
        }
      append_quoted (current, *line);
    }
}

static gboolean
extract (GPtrArray *documents)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *resources = g_test_build_filename (G_TEST_DIST, "..", "resources", NULL);
  g_autofree char *output = NULL;
  g_auto (GStrv) arguments = NULL;

  g_strv_builder_add_many (builder, "xgettext", "--from-code=UTF-8", "--no-wrap", "-o", "-", NULL);
  for (guint i = 0; i < documents->len; i++)
    {
      const KmDocument *document = g_ptr_array_index (documents, i);

      if (!g_str_has_suffix (document->file, "/sources.xml"))
        g_strv_builder_add (builder, document->file);
    }
  arguments = g_strv_builder_end (builder);
  g_subprocess_launcher_set_cwd (launcher, resources);
  g_subprocess_launcher_setenv (launcher, "GETTEXTDATADIRS", resources, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, NULL);
  if (process == NULL)
    return FALSE;
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (process));
  extracted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify) g_hash_table_unref);
  parse_template (output);
  return TRUE;
}

static void
report_missing (GHashTable *in, GHashTable *from, const char *text)
{
  GHashTableIter iter;
  gpointer message;

  g_hash_table_iter_init (&iter, in);
  while (g_hash_table_iter_next (&iter, &message, NULL))
    if (from == NULL || !g_hash_table_contains (from, message))
      g_test_fail_printf ("%s: %s", text, (char *) message);
}

static void
test_file (gconstpointer data)
{
  const KmDocument *document = data;
  KmDocument *documents[] = { (KmDocument *) document };
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (KmLibrary) library = NULL;
  g_autoptr (GHashTable) none = set_new ();
  GHashTable *wanted = g_hash_table_lookup (extracted, document->file);

  g_ptr_array_add (list, documents[0]);
  looked_up = set_new ();
  library = km_documents_build (list, issues);
  if (!g_str_has_suffix (document->file, "/sources.xml"))
    g_assert_cmpuint (g_hash_table_size (looked_up), >, 0);
  report_missing (looked_up, wanted, "looked up but not extracted");
  report_missing (wanted != NULL ? wanted : none, looked_up, "extracted but never looked up");
  g_clear_pointer (&looked_up, g_hash_table_unref);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (GPtrArray) documents = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  documents = km_documents_read_shipped (issues);
  if (!extract (documents))
    {
      g_print ("1..0 # SKIP xgettext is not installed\n");
      return 0;
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const KmDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *path = g_strconcat ("/content/messages/", document->file, NULL);

      g_test_add_data_func (path, document, test_file);
    }
  status = g_test_run ();
  g_hash_table_unref (extracted);
  return status;
}
