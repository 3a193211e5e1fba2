/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-view-private.h"

#include "km-heading.h"
#include "km-library-rows.h"
#include "km-page-aside.h"
#include "km-page-facts.h"
#include "km-page-urgent.h"
#include "km-reason-list.h"

#include <glib/gi18n.h>

static void
on_answer (KmReasonList *list, const char *question_id, gpointer user_data)
{
  km_page_view_emit_answer (user_data, question_id);
}

static GtkWidget *
make_title (KmPageView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *also = g_strjoinv (", ", (char **) km_page_get_also (self->page));

  self->title = km_heading_new (km_page_get_title (self->page), 1, "km-title");
  gtk_box_append (GTK_BOX (box), self->title);
  if (*also != '\0')
    gtk_box_append (GTK_BOX (box), km_label_new (also, "km-dim", NULL));
  else if (km_page_get_purpose (self->page) != NULL)
    gtk_box_append (GTK_BOX (box), km_label_new (km_page_get_purpose (self->page), "km-dim", NULL));
  return box;
}

static void
append_summary (KmPageView *self, GtkWidget *article, const KmSection *section)
{
  const char *css_class = self->wide ? "km-lead" : "km-body";
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind != KM_BLOCK_STEPS && block->kind != KM_BLOCK_PARAGRAPH
          && block->kind != KM_BLOCK_LIST)
        {
          gtk_box_append (GTK_BOX (box), km_page_block_new (&self->builder, block));
          continue;
        }
      for (guint j = 0; j < block->texts->len; j++)
        gtk_box_append (
            GTK_BOX (box),
            km_page_text_new (&self->builder, g_ptr_array_index (block->texts, j), css_class));
    }
  if (km_page_get_closing (self->page) != NULL)
    gtk_box_append (GTK_BOX (box),
                    km_label_new (km_page_get_closing (self->page), "km-small", "km-dim", NULL));
  gtk_box_append (GTK_BOX (article), box);
}

/* While a warning sign decides how soon, the page must not say later. */
static const char *
how_soon (KmPageView *self, const KmCondition *condition)
{
  if (self->level >= KM_URGENCY_WITHIN_DAYS && self->level > condition->urgency)
    return km_library_get_level_text (self->library, self->level)->brief;
  return condition->how_soon;
}

static void
append_condition (KmPageView *self, GtkWidget *article, const KmCondition *condition)
{
  GtkWidget *facts = km_page_facts_new (condition, how_soon (self, condition), self->wide);
  GtkWidget *reasons = km_reason_list_new (self->assessment, condition);

  gtk_widget_set_margin_top (facts, 6);
  gtk_widget_set_margin_bottom (facts, 6);
  gtk_box_append (GTK_BOX (article), facts);
  g_signal_connect (reasons, "answer", G_CALLBACK (on_answer), self);
  gtk_box_append (GTK_BOX (article), reasons);
}

/* ---- sections ------------------------------------------------------------------------------ */

static GtkWidget *
append_heading (KmPageView *self, GtkWidget *article, const char *text)
{
  GtkWidget *heading = km_heading_new (text, 2, "km-section");

  gtk_widget_set_margin_top (heading, 12);
  gtk_box_append (GTK_BOX (article), heading);
  g_ptr_array_add (self->headings, heading);
  return heading;
}

/* Advice on exercise and running steps back while someone should be seen first. */
static gboolean
is_held_back (KmPageView *self, const KmSection *section)
{
  static const char *const kinds[]
      = { "week", "exercises", "return", "steps", "dose", "level", NULL };

  if (self->level < KM_URGENCY_SAME_DAY || km_page_get_kind (self->page) == KM_PAGE_QUESTION)
    return FALSE;
  if (km_page_get_kind (self->page) == KM_PAGE_GUIDE)
    return FALSE;
  return g_strv_contains (kinds, section->kind);
}

static void
append_away (KmPageView *self, GtkWidget *article)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  append_heading (self, article, _ ("Exercises and running"));
  gtk_widget_add_css_class (box, "away");
  gtk_box_append (GTK_BOX (box), km_label_new (_ ("Put away for now"), "km-heading", NULL));
  gtk_box_append (GTK_BOX (box),
                  km_label_new (_ ("Your answers say that you should be seen first. You will find "
                                   "them here again once you have been seen and start over."),
                                "km-dim", NULL));
  gtk_box_append (GTK_BOX (article), box);
}

/* Urgent blocks of one level that follow each other share a card. */
static guint
count_urgent (const KmSection *section, guint from)
{
  const KmBlock *first = g_ptr_array_index (section->blocks, from);
  guint n = 0;

  if (first->kind != KM_BLOCK_URGENT)
    return 0;
  for (guint i = from; i < section->blocks->len; i++, n++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->kind != KM_BLOCK_URGENT || block->urgency != first->urgency)
        break;
    }
  return n;
}

/* The exercises a plan links to, each once, with their figures. */
static void
append_exercise_rows (KmPageView *self, GtkWidget *article, const KmSection *section)
{
  g_auto (GStrv) ids = km_section_dup_links (section);
  GtkWidget *rows = km_library_rows_new ();

  for (char **id = ids; *id != NULL; id++)
    {
      KmPage *page = km_library_get_page (self->library, *id);

      if (page != NULL && km_page_get_kind (page) == KM_PAGE_EXERCISE)
        gtk_list_box_append (GTK_LIST_BOX (rows), km_library_exercise_row_new (page));
    }
  if (gtk_widget_get_first_child (rows) != NULL)
    gtk_box_append (GTK_BOX (article), rows);
  else
    g_object_unref (g_object_ref_sink (rows));
}

static void
append_section (KmPageView *self, GtkWidget *article, const KmSection *section)
{
  const KmBlock *map = self->wide ? km_page_find_map (self->page) : NULL;
  gboolean plan = g_str_equal (section->kind, "exercises");

  if (section->heading != NULL)
    append_heading (self, article, section->heading);
  for (guint i = 0; i < section->blocks->len;)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);
      guint n_urgent = count_urgent (section, i);

      if (n_urgent > 1)
        gtk_box_append (GTK_BOX (article),
                        km_page_urgent_new (&self->builder,
                                            (const KmBlock *const *) section->blocks->pdata + i,
                                            n_urgent));
      else if (block != map && !(plan && block->kind == KM_BLOCK_FIGURE))
        gtk_box_append (GTK_BOX (article), km_page_block_new (&self->builder, block));
      i += MAX (n_urgent, 1);
    }
  if (plan)
    append_exercise_rows (self, article, section);
}

static void
append_sections (KmPageView *self, GtkWidget *article)
{
  const KmCondition *condition
      = km_library_get_condition (self->library, km_page_get_id (self->page));
  gboolean away_said = FALSE;
  gboolean head_done = condition == NULL;

  for (guint i = 0; i < km_page_get_n_sections (self->page); i++)
    {
      const KmSection *section = km_page_get_section (self->page, i);
      gboolean is_summary = g_str_equal (section->kind, "summary");

      if (!head_done && !is_summary && !g_str_equal (section->kind, "now"))
        {
          append_condition (self, article, condition);
          head_done = TRUE;
        }
      if (is_summary)
        append_summary (self, article, section);
      else if (!is_held_back (self, section))
        append_section (self, article, section);
      else if (!away_said)
        {
          append_away (self, article);
          away_said = TRUE;
        }
    }
  if (!head_done)
    append_condition (self, article, condition);
}

/**
 * km_page_view_make_article:
 * @self: a page view that has a page
 *
 * Notes the title and the headings on the way.
 *
 * Returns: (transfer floating): the page from its title to its sources
 */
GtkWidget *
km_page_view_make_article (KmPageView *self)
{
  GtkWidget *article = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_top (article, self->wide ? 30 : 18);
  gtk_widget_set_margin_bottom (article, 36);
  gtk_box_append (GTK_BOX (article), make_title (self));
  append_sections (self, article);
  append_heading (self, article, _ ("Sources"));
  gtk_box_append (GTK_BOX (article), km_page_sources_new (&self->builder, self->page));
  return article;
}
