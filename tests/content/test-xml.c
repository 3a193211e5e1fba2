/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-schema.h"
#include "km-xml.h"

#include <locale.h>
#include <string.h>

static xmlDoc *
read_text (const char *text, GPtrArray *issues)
{
  return km_xml_read ("test.xml", text, strlen (text), issues);
}

static void
check_refused (const char *text, guint line)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (xmlDoc) doc = read_text (text, issues);
  const KmIssue *issue;

  g_assert_null (doc);
  g_assert_cmpuint (issues->len, ==, 1);
  issue = g_ptr_array_index (issues, 0);
  g_assert_cmpuint (issue->line, ==, line);
  g_assert_cmpint (issue->severity, ==, KM_SEVERITY_ERROR);
}

static void
check_content (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (xmlDoc) doc = read_text (text, issues);
  xmlChar *content;

  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_nonnull (doc);
  content = xmlNodeGetContent (xmlDocGetRootElement (doc));
  g_assert_cmpstr ((const char *) content, ==, expected);
  xmlFree (content);
}

static void
test_plain (void)
{
  check_content ("<a>one &amp; two &#x41;</a>", "one & two A");
  check_content ("\xef\xbb\xbf<a>after a byte order mark</a>", "after a byte order mark");
  check_content ("<a><![CDATA[<b>]]></a>", "<b>");
  check_content ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xc3\xa4</a>", "ä");
  check_content ("<?xml-stylesheet href=\"http://example.org/x\"?><a>x</a>", "x");
}

static void
test_refused (void)
{
  check_refused ("", 1);
  check_refused ("<a>", 1);
  check_refused ("<a>\n&b;</a>", 2);
  check_refused ("\n<!DOCTYPE a>\n<a/>", 2);
  check_refused ("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>", 1);
  check_refused ("<!DOCTYPE a [<!ENTITY % b SYSTEM \"file:///etc/passwd\"> %b;]><a/>", 1);
  check_refused ("<a/><b/>", 1);
}

static char *
nest (guint depth)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (string, "<a>");
  for (guint i = 0; i < depth; i++)
    g_string_append (string, "</a>");
  return g_string_free (string, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *allowed = nest (KM_XML_MAX_DEPTH);
  g_autofree char *too_deep = nest (KM_XML_MAX_DEPTH + 1);

  check_content (allowed, "");
  check_refused (too_deep, 1);
}

/* Line numbers do not end where a short integer does. */
static void
test_many_lines (void)
{
  g_autofree char *lines = g_strnfill (70000, '\n');
  g_autofree char *text = g_strconcat ("<a>", lines, "<b>text</b>\n", lines, "</c>", NULL);
  g_autofree char *good = g_strconcat ("<a>", lines, "<b>text</b></a>", NULL);
  g_autoptr (GPtrArray) issues = km_issues_new ();
  g_autoptr (xmlDoc) doc = read_text (good, issues);

  check_refused (text, 140002);
  g_assert_nonnull (doc);
  g_assert_cmpuint (km_xml_line (km_xml_child (xmlDocGetRootElement (doc), "b")), ==, 70001);
}

/* Once we have read anything, libxml2 opens nothing else for anybody. */
static void
test_nothing_else (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "good", "guide.xml", NULL);
  const int quiet = XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

  km_xml_init ();
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (xmlReadFile (path, NULL, quiet));
  g_assert_null (xmlReadFile ("resource://" KM_RESOURCES "content/spots.xml", NULL, quiet));
  g_assert_null (
      xmlReadFile ("resource://" KM_RESOURCES "schema/../content/spots.xml", NULL, quiet));
  g_assert_null (xmlReadFile ("http://127.0.0.1:9/x.xml", NULL, quiet));
}

static void
test_schemas (void)
{
  static const char *const formats[]
      = { "condition", "exercise", "faq",     "glossary", "guide",      "questions",
          "red-flags", "sections", "sources", "spots",    "structures", "urgency" };
  g_autoptr (KmSchemas) schemas = km_schemas_new ();
  g_autoptr (GPtrArray) said = km_issues_new ();
  g_autoptr (xmlDoc) doc = read_text ("<nothing/>", said);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GPtrArray) issues = km_issues_new ();

      g_assert_false (km_schemas_validate (schemas, formats[i], doc, "test.xml", issues));
      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_true (g_str_has_prefix (((KmIssue *) g_ptr_array_index (issues, 0))->text,
                                       "not as the format asks"));
    }
  g_assert_false (km_schemas_validate (schemas, "no-such-format", doc, "test.xml", said));
  g_assert_cmpuint (said->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/xml/plain", test_plain);
  g_test_add_func ("/content/xml/refused", test_refused);
  g_test_add_func ("/content/xml/depth", test_depth);
  g_test_add_func ("/content/xml/many-lines", test_many_lines);
  g_test_add_func ("/content/xml/nothing-else", test_nothing_else);
  g_test_add_func ("/content/xml/schemas", test_schemas);
  return g_test_run ();
}
