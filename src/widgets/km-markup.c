/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-markup.h"

#include <string.h>

static void
append_term (GString *markup, const KmRun *run, const char *escaped, KmLibrary *library)
{
  const KmTerm *term = km_library_get_term (library, run->target);
  g_autofree char *meaning = term != NULL ? km_text_to_string (term->meaning) : NULL;
  g_autofree char *title = meaning != NULL ? g_markup_escape_text (meaning, -1) : NULL;

  if (term == NULL)
    g_string_append (markup, escaped);
  else
    g_string_append_printf (markup, "<a href=\"" KM_LINK_TERM "%s\" title=\"%s\">%s</a>",
                            run->target, title, escaped);
}

/**
 * km_markup_from_text:
 * @text: a text of a page
 * @library: where its links lead
 *
 * Every word is escaped; only our own tags remain.
 *
 * Returns: (transfer full): Pango mark-up with links of the schemes above
 */
char *
km_markup_from_text (const KmText *text, KmLibrary *library)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < text->runs->len; i++)
    {
      const KmRun *run = g_ptr_array_index (text->runs, i);
      g_autofree char *escaped = g_markup_escape_text (run->text, -1);

      if (run->kind == KM_RUN_STRONG)
        g_string_append_printf (markup, "<b>%s</b>", escaped);
      else if (run->kind == KM_RUN_LINK && km_library_get_page (library, run->target) != NULL)
        g_string_append_printf (markup, "<a href=\"" KM_LINK_PAGE "%s\">%s</a>", run->target,
                                escaped);
      else if (run->kind == KM_RUN_TERM)
        append_term (markup, run, escaped, library);
      else
        g_string_append (markup, escaped);
    }
  return g_string_free (markup, FALSE);
}
