/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-page-urgent.h"

#include "km-heading.h"
#include "km-row.h"

static const char *const level_icons[KM_N_URGENCIES]
    = { "object-select-symbolic", "x-office-calendar-symbolic", "x-office-calendar-symbolic",
        "dialog-warning-symbolic", "call-start-symbolic" };
static const char *const level_classes[KM_N_URGENCIES]
    = { "calm-list", "calm-list", "days-list", "today-list", "emergency-list" };

static char *
dup_extras (const KmPageBuilder *builder, const KmBlock *block)
{
  GString *text = g_string_new (NULL);

  for (char **extra = block->extras; extra != NULL && *extra != NULL; extra++)
    if (km_library_get_extra (builder->library, *extra) != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              km_library_get_extra (builder->library, *extra));
  return g_string_free (text, FALSE);
}

static void
append_text (GtkWidget *card, const char *text)
{
  GtkWidget *label = km_label_new (text, "km-body", NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (card), label);
}

static void
append_when (const KmPageBuilder *builder, GtkWidget *card, const KmBlock *block)
{
  GtkWidget *when;

  if (block->texts->len == 0)
    return;
  when = km_page_text_new (builder, g_ptr_array_index (block->texts, 0), "km-body");
  gtk_widget_add_css_class (when, "km-when");
  gtk_box_append (GTK_BOX (card), when);
}

/* What holds for one of several situations stands with it; what holds for all comes last, once. */
static void
append_situations (const KmPageBuilder *builder,
                   GtkWidget *card,
                   const KmBlock *const *blocks,
                   guint n_blocks)
{
  g_autofree char *fixed = km_library_dup_level_text (builder->library, blocks[0]->urgency);

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *extras = dup_extras (builder, blocks[i]);

      append_when (builder, card, blocks[i]);
      if (n_blocks > 1 && *extras != '\0')
        append_text (card, extras);
      else if (*extras != '\0')
        {
          char *joined = g_strjoin (" ", fixed, extras, NULL);

          g_free (fixed);
          fixed = joined;
        }
    }
  append_text (card, fixed);
}

/**
 * km_page_urgent_new:
 * @builder: what builders need to know; outlives the widget
 * @blocks: (array length=n_blocks): urgent blocks of one level that follow each other
 * @n_blocks: how many, at least one
 *
 * Someone in fear should read what to do once, not once for each situation.
 *
 * Returns: (transfer floating): a card with the situations and the fixed wording of the level
 */
GtkWidget *
km_page_urgent_new (const KmPageBuilder *builder, const KmBlock *const *blocks, guint n_blocks)
{
  KmUrgency level = blocks[0]->urgency;
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  GtkWidget *title = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 9);
  GtkWidget *heading = km_heading_new (km_library_get_level_text (builder->library, level)->title,
                                       3, "km-heading");

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "alarm");
  gtk_widget_add_css_class (card, level_classes[level]);
  km_row_append (title, km_icon_new (level_icons[level]));
  km_row_append (title, heading);
  gtk_box_append (GTK_BOX (card), title);
  append_situations (builder, card, blocks, n_blocks);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  return card;
}
