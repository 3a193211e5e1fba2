/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-plain-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Narrower than this a table column is no column any more. */
#define COLUMN_MIN 10

static guint
columns_of (const char *text, gssize length)
{
  guint n = 0;

  for (const char *c = text; length < 0 ? *c != '\0' : c < text + length; c = g_utf8_next_char (c))
    n += g_unichar_iszerowidth (g_utf8_get_char (c)) ? 0
         : g_unichar_iswide (g_utf8_get_char (c))    ? 2
                                                     : 1;
  return n;
}

static void
pad (GString *out, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, ' ');
}

/**
 * km_plain_text_wrap:
 * @out: where the lines go
 * @text: running text
 * @first: what the first line begins with
 * @rest: what each other line begins with
 * @width: columns of a line
 *
 * Breaks @text at spaces. A word longer than a line stands on one of its own.
 */
void
km_plain_text_wrap (GString *out,
                    const char *text,
                    const char *first,
                    const char *rest,
                    guint width)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  guint used = columns_of (first, -1), start = used;

  g_string_append (out, first);
  for (char **word = words; *word != NULL; word++)
    {
      guint length = columns_of (*word, -1);

      if (length == 0)
        continue;
      if (used > start && used + 1 + length > width)
        {
          g_string_append_c (out, '\n');
          g_string_append (out, rest);
          used = start = columns_of (rest, -1);
        }
      if (used > start)
        {
          g_string_append_c (out, ' ');
          used++;
        }
      g_string_append (out, *word);
      used += length;
    }
  g_string_append_c (out, '\n');
}

static void
add_paragraph (GString *out, const char *text)
{
  km_plain_text_wrap (out, text, "", "", KM_PLAIN_TEXT_WIDTH);
}

static void
add_line_of (GString *out, char c, guint n)
{
  while (n-- > 0)
    g_string_append_c (out, c);
  g_string_append_c (out, '\n');
}

static void
add_heading (GString *out, const char *text)
{
  g_string_append_printf (out, "\n%s\n", text);
  add_line_of (out, '-', columns_of (text, -1));
}

static void
add_items (GString *out, const KmBlock *block)
{
  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *text = km_text_to_string (g_ptr_array_index (block->texts, i));
      g_autofree char *mark
          = block->kind == KM_BLOCK_STEPS ? g_strdup_printf ("%2u. ", i + 1) : g_strdup ("  - ");

      km_plain_text_wrap (out, text, mark, "    ", KM_PLAIN_TEXT_WIDTH);
    }
}

/* Shares the width out: no column wider than it needs, the rest in equal parts. */
static void
measure_columns (char **cells, guint n_cells, guint n_columns, guint *widths)
{
  guint room = KM_PLAIN_TEXT_WIDTH - 3 * (n_columns - 1), total = 0;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = COLUMN_MIN;
  for (guint i = 0; i < n_cells; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], columns_of (cells[i], -1));
  for (guint i = 0; i < n_columns; i++)
    total += widths[i];
  while (total > room)
    {
      guint widest = 0;

      for (guint i = 1; i < n_columns; i++)
        if (widths[i] > widths[widest])
          widest = i;
      if (widths[widest] <= COLUMN_MIN)
        return;
      widths[widest]--;
      total--;
    }
}

static void
add_row (GString *out, char **cells, guint n_columns, const guint *widths)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  gboolean more = TRUE;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      km_plain_text_wrap (cell, cells[i], "", "", widths[i]);
      g_ptr_array_add (lines, g_strsplit (cell->str, "\n", -1));
    }
  for (guint line = 0; more; line++)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      more = FALSE;
      for (guint i = 0; i < n_columns; i++)
        {
          char **part = g_ptr_array_index (lines, i);
          const char *text = line < g_strv_length (part) ? part[line] : "";

          g_string_append (row, text);
          pad (row, widths[i] + 3 - MIN (columns_of (text, -1), widths[i]));
          more = more || line + 2 < g_strv_length (part);
        }
      g_string_append_printf (out, "%s\n", g_strchomp (row->str));
    }
}

static void
add_table (GString *out, const KmBlock *block)
{
  guint n_columns = MAX (block->n_columns, 1);
  guint n_rows = block->texts->len / n_columns;
  g_auto (GStrv) cells = g_new0 (char *, block->texts->len + 1);
  g_autofree guint *widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < block->texts->len; i++)
    cells[i] = km_text_to_string (g_ptr_array_index (block->texts, i));
  measure_columns (cells, n_rows * n_columns, n_columns, widths);
  for (guint row = 0; row < n_rows; row++)
    {
      add_row (out, cells + row * n_columns, n_columns, widths);
      if (row == 0)
        add_line_of (out, '-', KM_PLAIN_TEXT_WIDTH);
    }
}

static void
add_print (GString *out, const KmBlock *block)
{
  if (block->title != NULL)
    add_paragraph (out, block->title);
  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *text = km_text_to_string (g_ptr_array_index (block->texts, i));

      km_plain_text_wrap (out, text, block->checklist ? "  [ ] " : "  | ", "      ",
                          KM_PLAIN_TEXT_WIDTH);
    }
}

/* Level, situation, fixed text and extra lines: the words are those of the banner. */
static void
add_urgent (GString *out, KmLibrary *library, const KmBlock *block)
{
  const KmLevelText *level = km_library_get_level_text (library, block->urgency);
  g_autoptr (GString) text = g_string_new (NULL);

  if (level == NULL)
    return;
  g_string_append_printf (out, "! %s\n", level->title);
  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *when = km_text_to_string (g_ptr_array_index (block->texts, i));

      g_string_append_printf (text, "%s ", when);
    }
  for (char **step = level->steps; *step != NULL; step++)
    g_string_append_printf (text, "%s ", *step);
  for (char **extra = block->extras; extra != NULL && *extra != NULL; extra++)
    if (km_library_get_extra (library, *extra) != NULL)
      g_string_append_printf (text, "%s ", km_library_get_extra (library, *extra));
  km_plain_text_wrap (out, text->str, "  ", "  ", KM_PLAIN_TEXT_WIDTH);
}

static void
add_ask (GString *out, KmLibrary *library, const KmBlock *block)
{
  for (char **target = block->targets; target != NULL && *target != NULL; target++)
    {
      KmPage *page = km_library_get_page (library, *target);
      g_autofree char *line = NULL;

      if (page == NULL)
        continue;
      line = g_strdup_printf ("%s (%s)", km_page_get_title (page), *target);
      km_plain_text_wrap (out, line, "  - ", "    ", KM_PLAIN_TEXT_WIDTH);
    }
}

static void
add_texts (GString *out, const KmBlock *block, const char *format)
{
  for (guint i = 0; i < block->texts->len; i++)
    {
      g_autofree char *text = km_text_to_string (g_ptr_array_index (block->texts, i));
      g_autofree char *line = g_strconcat (format, text, NULL);

      add_paragraph (out, line);
    }
}

static void
add_block (GString *out, KmLibrary *library, const KmBlock *block)
{
  switch (block->kind)
    {
    case KM_BLOCK_LIST:
    case KM_BLOCK_STEPS:
      add_items (out, block);
      break;
    case KM_BLOCK_TABLE:
      add_table (out, block);
      break;
    case KM_BLOCK_PRINT:
      add_print (out, block);
      break;
    case KM_BLOCK_URGENT:
      add_urgent (out, library, block);
      break;
    case KM_BLOCK_ASK:
      add_ask (out, library, block);
      break;
    case KM_BLOCK_PICTURE:
    case KM_BLOCK_FIGURE:
      add_texts (out, block, _ ("Picture: "));
      break;
    case KM_BLOCK_WARNING:
      add_texts (out, block, _ ("Careful: "));
      break;
    case KM_BLOCK_PARAGRAPH:
    default:
      add_texts (out, block, "");
      break;
    }
}

static void
add_section (GString *out, KmLibrary *library, const KmSection *section)
{
  if (section->heading != NULL)
    add_heading (out, section->heading);
  for (guint i = 0; i < section->blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      add_block (out, library, g_ptr_array_index (section->blocks, i));
    }
}

static void
add_fact (GString *out, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (out, "%s: %s\n", name, value);
}

static void
add_head (GString *out, KmLibrary *library, KmPage *page)
{
  const KmCondition *condition = km_library_get_condition (library, km_page_get_id (page));
  const char *const *also = km_page_get_also (page);

  g_string_append_printf (out, "%s\n", km_page_get_title (page));
  add_line_of (out, '=', columns_of (km_page_get_title (page), -1));
  if (also != NULL && *also != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", (char **) also);
      g_autofree char *line = g_strdup_printf (_ ("Also called: %s."), names);

      add_paragraph (out, line);
    }
  if (condition != NULL)
    {
      add_fact (out, _ ("Where"), condition->where);
      add_fact (out, _ ("How soon"), condition->how_soon);
      add_fact (out, _ ("How long"), condition->how_long);
    }
  add_fact (out, _ ("For"), km_page_get_purpose (page));
  add_fact (out, _ ("How much"), km_page_get_dose (page));
}

static void
add_sources (GString *out, KmLibrary *library, KmPage *page)
{
  g_auto (GStrv) keys = km_page_dup_sources (page);

  if (*keys != NULL)
    add_heading (out, _ ("Sources"));
  for (char **key = keys; *key != NULL; key++)
    {
      const KmSource *source = km_library_get_source (library, *key);
      g_autofree char *line = g_strdup_printf ("%s: %s", *key, source != NULL ? source->title : "");

      km_plain_text_wrap (out, line, "  - ", "    ", KM_PLAIN_TEXT_WIDTH);
    }
}

/**
 * km_plain_text_from_page:
 * @library: the library
 * @page: one of its pages
 *
 * Returns: (transfer full): @page as text for a terminal, with headings and wrapped lines
 */
char *
km_plain_text_from_page (KmLibrary *library, KmPage *page)
{
  GString *out = g_string_new (NULL);

  add_head (out, library, page);
  for (guint i = 0; i < km_page_get_n_sections (page); i++)
    add_section (out, library, km_page_get_section (page, i));
  add_sources (out, library, page);
  g_string_append_c (out, '\n');
  if (km_page_get_closing (page) != NULL)
    add_paragraph (out, km_page_get_closing (page));
  if (km_page_get_reviewed (page) != NULL)
    {
      g_autofree char *checked = km_page_dup_checked (page);

      g_string_append_printf (out, "%s\n", checked);
    }
  return g_string_free (out, FALSE);
}

/**
 * km_plain_text_from_term:
 * @term: a word of the glossary
 *
 * Returns: (transfer full): the word, its other forms and its meaning as text for a terminal
 */
char *
km_plain_text_from_term (const KmTerm *term)
{
  GString *out = g_string_new (term->name);
  g_autofree char *also = term->also != NULL ? g_strjoinv (", ", term->also) : g_strdup ("");
  g_autofree char *meaning = km_text_to_string (term->meaning);

  g_string_append_c (out, '\n');
  if (*also != '\0')
    km_plain_text_wrap (out, also, "  ", "  ", KM_PLAIN_TEXT_WIDTH);
  g_string_append_c (out, '\n');
  km_plain_text_wrap (out, meaning, "", "", KM_PLAIN_TEXT_WIDTH);
  return g_string_free (out, FALSE);
}
