/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-page-blocks.h"

#include "km-expander.h"
#include "km-heading.h"
#include "km-markup.h"
#include "km-page-urgent.h"
#include "km-picture.h"
#include "km-row.h"
#include "km-steps.h"

#include <glib/gi18n.h>

static void
show_term (GtkWidget *label, const KmTerm *term)
{
  g_autofree char *meaning = km_text_to_string (term->meaning);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = km_label_new (meaning, "km-body", NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (text), 36);
  gtk_box_append (GTK_BOX (box), km_label_new (term->name, "km-heading", NULL));
  gtk_box_append (GTK_BOX (box), text);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, label);
  g_signal_connect_after (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
on_activate_link (GtkLabel *label, const char *uri, gpointer user_data)
{
  const KmPageBuilder *builder = user_data;

  if (g_str_has_prefix (uri, KM_LINK_PAGE))
    builder->on_link (uri + strlen (KM_LINK_PAGE), builder->user_data);
  else if (g_str_has_prefix (uri, KM_LINK_TERM))
    {
      const KmTerm *term = km_library_get_term (builder->library, uri + strlen (KM_LINK_TERM));

      if (term != NULL)
        show_term (GTK_WIDGET (label), term);
    }
  return TRUE;
}

/* Text that leaves the guide says where it comes from and how fresh it is. */
static void
on_copy (GtkLabel *label, gpointer user_data)
{
  const KmPageBuilder *builder = user_data;
  g_autofree char *chosen = NULL;
  g_autofree char *text = NULL;
  int start;
  int end;

  if (builder->source_line == NULL || !gtk_label_get_selection_bounds (label, &start, &end))
    return;
  chosen = g_utf8_substring (gtk_label_get_text (label), start, end);
  text = g_strdup_printf ("%s\n\n%s", chosen, builder->source_line);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (label)), text);
  g_signal_stop_emission_by_name (label, "copy-clipboard");
}

static void
make_selectable (const KmPageBuilder *builder, GtkWidget *label)
{
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect (label, "copy-clipboard", G_CALLBACK (on_copy), (gpointer) builder);
}

/* Breaks between words alone where no word is long: to find its least width GTK lays a label out as
 * narrow as can be, and one letter a line costs many times as much as one word a line. */
static void
break_between_words (GtkLabel *label, guint long_word)
{
  guint length = 0;

  for (const char *c = gtk_label_get_text (label); *c != '\0'; c = g_utf8_next_char (c))
    {
      length = g_unichar_isspace (g_utf8_get_char (c)) ? 0 : length + 1;
      if (length > long_word)
        return;
    }
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD);
}

/**
 * km_page_text_new:
 * @builder: what builders need to know; outlives the widget
 * @text: a text
 * @css_class: its style class
 *
 * Returns: (transfer floating): a label with its links alive
 */
GtkWidget *
km_page_text_new (const KmPageBuilder *builder, const KmText *text, const char *css_class)
{
  g_autofree char *markup = km_markup_from_text (text, builder->library);
  GtkWidget *label = km_label_new ("", css_class, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  break_between_words (GTK_LABEL (label), builder->long_word);
  make_selectable (builder, label);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link), (gpointer) builder);
  return label;
}

static const KmText *
text_at (const KmBlock *block, guint position)
{
  return g_ptr_array_index (block->texts, position);
}

static GtkWidget *
make_list (const KmPageBuilder *builder, const KmBlock *block)
{
  GtkWidget *list = km_list_new (6);

  for (guint i = 0; i < block->texts->len; i++)
    {
      GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                     "spacing", 9, NULL);
      GtkWidget *bullet = km_label_new ("•", "km-dim", "km-body", NULL);
      GtkWidget *text = km_page_text_new (builder, text_at (block, i), "km-body");

      gtk_label_set_yalign (GTK_LABEL (bullet), 0.0);
      gtk_widget_set_hexpand (text, TRUE);
      km_row_append (row, bullet);
      km_row_append (row, text);
      gtk_box_append (GTK_BOX (list), row);
    }
  return list;
}

static GtkWidget *
make_steps (const KmPageBuilder *builder, const KmBlock *block)
{
  GtkWidget *steps = km_steps_new ();

  for (guint i = 0; i < block->texts->len; i++)
    km_steps_append (steps, km_page_text_new (builder, text_at (block, i), "km-body"));
  return steps;
}

static GtkWidget *
make_table (const KmPageBuilder *builder, const KmBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();
  guint n_rows = block->texts->len / block->n_columns;

  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "why");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < block->n_columns; column++)
      {
        const KmText *text = text_at (block, row * block->n_columns + column);
        GtkWidget *cell = km_page_text_new (builder, text, row == 0 ? "km-heading" : "km-body");

        if (row == 0)
          {
            gtk_widget_add_css_class (cell, "km-small");
            gtk_widget_add_css_class (cell, "km-dim");
          }
        gtk_widget_set_hexpand (cell, TRUE);
        /* Columns share what there is. */
        gtk_label_set_wrap_mode (GTK_LABEL (cell), PANGO_WRAP_WORD_CHAR);
        gtk_label_set_yalign (GTK_LABEL (cell), 0.0);
        gtk_grid_attach (GTK_GRID (grid), cell, (int) column, (int) row * 2, 1, 1);
        if (column == 0 && row > 0)
          gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0,
                           (int) row * 2 - 1, (int) block->n_columns, 1);
      }
  return grid;
}

static GtkWidget *
make_note (const KmPageBuilder *builder, const KmBlock *block)
{
  GtkWidget *note = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 9);
  GtkWidget *text = km_page_text_new (builder, text_at (block, 0), "km-body");

  gtk_widget_add_css_class (note, "note");
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take care"), -1);
  km_row_append (note, km_icon_new ("dialog-warning-symbolic"));
  km_row_append (note, text);
  return note;
}

static GtkWidget *
make_picture (const KmPageBuilder *builder, const KmBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *caption = km_text_to_string (text_at (block, 0));
  GtkWidget *picture = block->kind == KM_BLOCK_FIGURE
                           ? km_picture_new_for_exercise (block->exercise)
                           : km_picture_new_for_knee (builder->atlas, block->view, block->layer,
                                                      (const char *const *) block->structures,
                                                      (const char *const *) block->spots);

  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  -1);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), km_label_new (caption, "km-small", "km-dim", NULL));
  return box;
}

static GtkWidget *
make_print (const KmPageBuilder *builder, const KmBlock *block)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "why");
  gtk_box_append (GTK_BOX (card), km_label_new (block->title, "km-heading", NULL));
  if (block->checklist)
    {
      for (guint i = 0; i < block->texts->len; i++)
        {
          g_autofree char *text = km_text_to_string (text_at (block, i));
          GtkWidget *check = gtk_check_button_new ();

          km_quiet_icons (check);
          gtk_check_button_set_child (GTK_CHECK_BUTTON (check), km_label_new (text, NULL));
          gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          text, -1);
          gtk_box_append (GTK_BOX (card), check);
        }
    }
  else
    {
      GString *columns = g_string_new (NULL);

      for (guint i = 0; i < block->texts->len; i++)
        {
          g_autofree char *text = km_text_to_string (text_at (block, i));

          g_string_append_printf (columns, "%s%s", i > 0 ? " · " : "", text);
        }
      gtk_box_append (GTK_BOX (card), km_label_new (columns->str, "km-dim", NULL));
      g_string_free (columns, TRUE);
    }
  return card;
}

static GtkWidget *
make_question (const KmPageBuilder *builder, KmPage *page)
{
  GtkWidget *answer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const KmSection *section
      = km_page_get_n_sections (page) > 0 ? km_page_get_section (page, 0) : NULL;

  gtk_widget_set_margin_start (answer, 24);
  gtk_widget_set_margin_top (answer, 6);
  gtk_widget_set_margin_bottom (answer, 6);
  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    gtk_box_append (GTK_BOX (answer),
                    km_page_block_new (builder, g_ptr_array_index (section->blocks, i)));
  return km_expander_new (km_page_get_title (page), answer);
}

static GtkWidget *
make_ask (const KmPageBuilder *builder, const KmBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  for (char **id = block->targets; id != NULL && *id != NULL; id++)
    {
      KmPage *page = km_library_get_page (builder->library, *id);

      if (page != NULL)
        gtk_box_append (GTK_BOX (box), make_question (builder, page));
    }
  return box;
}

/**
 * km_page_block_new:
 * @builder: what builders need to know; outlives the widget
 * @block: a block of a page
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
km_page_block_new (const KmPageBuilder *builder, const KmBlock *block)
{
  switch (block->kind)
    {
    case KM_BLOCK_LIST:
      return make_list (builder, block);
    case KM_BLOCK_STEPS:
      return make_steps (builder, block);
    case KM_BLOCK_TABLE:
      return make_table (builder, block);
    case KM_BLOCK_WARNING:
      return make_note (builder, block);
    case KM_BLOCK_PICTURE:
    case KM_BLOCK_FIGURE:
      return make_picture (builder, block);
    case KM_BLOCK_PRINT:
      return make_print (builder, block);
    case KM_BLOCK_URGENT:
      return km_page_urgent_new (builder, &block, 1);
    case KM_BLOCK_ASK:
      return make_ask (builder, block);
    case KM_BLOCK_PARAGRAPH:
    default:
      return km_page_text_new (builder, text_at (block, 0), "km-body");
    }
}

static const char *
source_kind (const KmSource *source)
{
  static const struct
  {
    const char *kind;
    const char *words;
  } kinds[] = {
    { "guideline", N_ ("Guideline") }, { "review", N_ ("Review of studies") },
    { "trial", N_ ("Trial") },         { "cohort", N_ ("People followed over time") },
    { "case", N_ ("Case report") },    { "study", N_ ("Study") },
    { "textbook", N_ ("Textbook") },   { "web", N_ ("Health website") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, source->kind) == 0)
      return _ (kinds[i].words);
  return source->kind;
}

static GtkWidget *
make_source (const KmPageBuilder *builder, const KmSource *source)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 1, NULL);
  GtkWidget *title = km_label_new (source->title, NULL);
  GString *line = g_string_new (source_kind (source));

  if (source->publisher != NULL)
    g_string_append_printf (line, " · %s", source->publisher);
  if (source->year > 0)
    g_string_append_printf (line, " · %u", source->year);
  if (source->link != NULL)
    g_string_append_printf (line, " · %s", source->link);
  make_selectable (builder, title);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), km_label_new (line->str, "km-small", "km-dim", NULL));
  g_string_free (line, TRUE);
  return box;
}

/**
 * km_page_sources_new:
 * @builder: what builders need to know; outlives the widget
 * @page: a page
 *
 * Returns: (transfer floating): what the page rests on, when it was checked, and by whom it was not
 */
GtkWidget *
km_page_sources_new (const KmPageBuilder *builder, KmPage *page)
{
  g_auto (GStrv) keys = km_page_dup_sources (page);
  g_autofree char *checked = km_page_dup_checked (page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = km_list_new (9);
  guint n = 0;

  gtk_widget_set_margin_top (list, 9);
  gtk_widget_set_margin_start (list, 24);
  for (char **key = keys; *key != NULL; key++)
    {
      const KmSource *source = km_library_get_source (builder->library, *key);

      if (source == NULL)
        continue;
      gtk_box_append (GTK_BOX (list), make_source (builder, source));
      n++;
    }
  if (n > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u source", "%u sources", n), n);

      gtk_box_append (GTK_BOX (box), km_expander_new (title, list));
    }
  else
    g_object_unref (g_object_ref_sink (list));
  gtk_box_append (GTK_BOX (box), km_label_new (checked, "km-small", "km-dim", NULL));
  return box;
}
