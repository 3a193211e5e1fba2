/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-print-sources.h"

#include <glib/gi18n.h>

/* Marks stay together, and with their text. */
#define BETWEEN ",\302\240"

/* How many of the last sources stand on one page. */
#define LAST_TOGETHER 5

struct _KmPrintSources
{
  KmLibrary *library;
  GPtrArray *used;    /* const KmSource, in the order of their numbers */
  gboolean practised; /* whether a statement rests on common practice */
};

KmPrintSources *
km_print_sources_new (KmLibrary *library)
{
  KmPrintSources *self = g_new0 (KmPrintSources, 1);

  self->library = library;
  self->used = g_ptr_array_new ();
  return self;
}

void
km_print_sources_free (KmPrintSources *self)
{
  g_ptr_array_unref (self->used);
  g_free (self);
}

static guint
number_of (KmPrintSources *self, const KmSource *source)
{
  guint position;

  if (g_ptr_array_find (self->used, source, &position))
    return position + 1;
  g_ptr_array_add (self->used, (gpointer) source);
  return self->used->len;
}

/* "1, 4, P" for what a text rests on; empty when it states no fact. */
static char *
dup_marks (KmPrintSources *self, const KmText *text)
{
  GString *marks = g_string_new (NULL);

  for (char **key = text->sources; *key != NULL; key++)
    {
      const KmSource *source = km_library_get_source (self->library, *key);

      if (source != NULL)
        g_string_append_printf (marks, "%s%u", marks->len > 0 ? BETWEEN : "",
                                number_of (self, source));
      else if (g_str_equal (*key, KM_SOURCE_PRACTICE))
        {
          /* Translators: one letter, for "common practice", beside the numbers of sources */
          g_string_append_printf (marks, "%s%s", marks->len > 0 ? BETWEEN : "", _ ("P"));
          self->practised = TRUE;
        }
    }
  return g_string_free (marks, FALSE);
}

/**
 * km_print_sources_markup:
 * @self: (nullable): the sources so far
 * @text: a text
 *
 * Returns: (transfer full): the text as Pango markup, with the numbers of its sources
 */
char *
km_print_sources_markup (KmPrintSources *self, const KmText *text)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *marks = self != NULL ? dup_marks (self, text) : g_strdup ("");

  for (guint i = 0; i < text->runs->len; i++)
    {
      const KmRun *run = g_ptr_array_index (text->runs, i);
      g_autofree char *words = g_markup_escape_text (run->text, -1);

      g_string_append_printf (markup, run->kind == KM_RUN_STRONG ? "<b>%s</b>" : "%s", words);
    }
  if (*marks != '\0')
    g_string_append_printf (
        markup, "\302\240<span size=\"62%%\" rise=\"3pt\" fgcolor=\"#55504d\">%s</span>", marks);
  return g_string_free (markup, FALSE);
}

static char *
dup_source (const KmSource *source)
{
  GString *line = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (source->title, -1);

  g_string_append_printf (line, "<span fgcolor=\"#1e1c1d\">%s</span>", title);
  if (source->publisher != NULL)
    {
      g_autofree char *publisher = g_markup_escape_text (source->publisher, -1);

      g_string_append_printf (line, "\302\240· %s", publisher);
    }
  if (source->year > 0)
    g_string_append_printf (line, "\302\240·\302\240%u", source->year);
  if (source->link != NULL)
    {
      g_autofree char *link = g_markup_escape_text (source->link, -1);

      g_string_append_printf (line, "\302\240· %s", link);
    }
  return g_string_free (line, FALSE);
}

/**
 * km_print_sources_add:
 * @self: the sources
 * @flow: gets the list of them
 *
 * Adds the list that the numbers point to.
 */
void
km_print_sources_add (KmPrintSources *self, KmFlow *flow)
{
  if (self->used->len == 0 && !self->practised)
    return;
  km_flow_gap (flow, 1.4);
  km_flow_add_heading (flow, KM_INK_HEADING, _ ("Sources"));
  km_flow_gap (flow, 0.3);
  if (self->practised)
    {
      km_flow_add_text (flow, KM_INK_SMALL,
                        /* Translators: "P" is the letter that stands for common practice */
                        _ ("P: common practice. No source was read for it."));
      if (self->used->len > 0)
        km_flow_keep (flow);
    }
  for (guint i = 0; i < self->used->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *line = dup_source (g_ptr_array_index (self->used, i));

      km_flow_gap (flow, 0.2);
      km_flow_add_marked (flow, KM_INK_SMALL, number, line);
      /* Not a few of them alone on the last page. */
      if (i + 1 < self->used->len && i + LAST_TOGETHER >= self->used->len)
        km_flow_keep (flow);
    }
}
