/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-compare-chooser.h"

#include "km-heading.h"
#include "km-scroller.h"
#include "km-text-find.h"

#include <glib/gi18n.h>

/* More matches than these are no longer what fits best. */
#define MAX_MATCHES 5

struct _KmCompareChooser
{
  GtkWindow parent_instance;

  GtkWidget *entry;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (KmCompareChooser, km_compare_chooser, GTK_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const KmCondition *
row_condition (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "condition");
}

static gboolean
row_is_match (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "match") != NULL;
}

/* At the beginning of a word: few names begin like that, many have it somewhere. */
static gboolean
has_words (const char *text, const char *words)
{
  g_autoptr (GArray) ranges = km_text_find (text, words);

  for (guint i = 0; i < ranges->len; i++)
    {
      const char *start = text + g_array_index (ranges, KmSearchRange, i).start;

      if (start == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))))
        return TRUE;
    }
  return FALSE;
}

static gboolean
filter (GtkListBoxRow *row, gpointer user_data)
{
  KmCompareChooser *self = KM_COMPARE_CHOOSER (user_data);
  const KmCondition *condition = row_condition (row);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (*words == '\0' || has_words (condition->name, words)
      || has_words (condition->short_name, words))
    return TRUE;
  for (const char *const *also = km_page_get_also (condition->page); also != NULL && *also != NULL;
       also++)
    if (has_words (*also, words))
      return TRUE;
  return FALSE;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GtkWidget *heading;

  if (before != NULL && row_is_match (before) == row_is_match (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = km_heading_new (row_is_match (row) ? _ ("Fits best so far") : _ ("All conditions"), 2,
                            "km-heading");
  gtk_widget_add_css_class (heading, "km-small");
  gtk_widget_add_css_class (heading, "km-dim");
  gtk_widget_set_margin_top (heading, 9);
  gtk_widget_set_margin_bottom (heading, 3);
  gtk_widget_set_margin_start (heading, 12);
  gtk_list_box_row_set_header (row, heading);
}

static void
on_chosen (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  KmCompareChooser *self = KM_COMPARE_CHOOSER (user_data);
  const char *id = row_condition (row)->id;

  g_object_ref (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CHOSEN], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
on_words_changed (KmCompareChooser *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
}

/* Enter takes the first that is left. */
static void
on_activate (KmCompareChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (filter (row, self))
      {
        on_chosen (GTK_LIST_BOX (self->list), row, self);
        return;
      }
}

static void
km_compare_chooser_class_init (KmCompareChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", KM_TYPE_COMPARE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
km_compare_chooser_init (KmCompareChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller;

  self->entry = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Name of a condition"),
                              "width-chars", 6, "margin-top", 9, "margin-bottom", 9, "margin-start",
                              12, "margin-end", 12, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of a condition"), -1);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "places");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Conditions"), -1);
  gtk_list_box_set_placeholder (
      GTK_LIST_BOX (self->list),
      km_label_new (_ ("No condition has that name. A shorter word may help."), "km-dim", NULL));
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, NULL, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_words_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  scroller = km_scroller_new (self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_margin_start (self->list, 6);
  gtk_widget_set_margin_end (self->list, 6);
  gtk_widget_set_margin_bottom (self->list, 12);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 400, 560);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kneemap");
}

static void
append (KmCompareChooser *self, const KmCondition *condition, gboolean is_match)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *name = g_strdup_printf ("%s, %s", condition->name, condition->short_name);

  gtk_box_append (GTK_BOX (texts), km_label_new (condition->name, "km-heading", NULL));
  gtk_box_append (GTK_BOX (texts),
                  km_label_new (condition->short_name, "km-small", "km-dim", NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "condition", (gpointer) condition);
  if (is_match)
    g_object_set_data (G_OBJECT (row), "match", row);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(const KmCondition *const *) a)->name,
                         (*(const KmCondition *const *) b)->name);
}

static void
fill (KmCompareChooser *self, KmAssessment *assessment, const KmCondition *beside)
{
  GListModel *matches = km_assessment_get_matches (assessment);
  GPtrArray *conditions = km_library_get_conditions (km_assessment_get_library (assessment));
  gboolean any = !km_answers_is_empty (km_assessment_get_answers (assessment));
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; any && i < g_list_model_get_n_items (matches) && n < MAX_MATCHES; i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);
      const KmCondition *condition = km_match_get_condition (match);

      if (condition == beside || km_match_get_band (match) == KM_BAND_NONE)
        continue;
      append (self, condition, TRUE);
      n++;
    }
  for (guint i = 0; i < conditions->len; i++)
    if (g_ptr_array_index (conditions, i) != beside)
      g_ptr_array_add (rest, g_ptr_array_index (conditions, i));
  g_ptr_array_sort (rest, compare_names);
  for (guint i = 0; i < rest->len; i++)
    append (self, g_ptr_array_index (rest, i), FALSE);
}

/**
 * km_compare_chooser_new:
 * @parent: the window it belongs to
 * @assessment: what fits best so far
 * @beside: the condition that another is to stand beside
 *
 * Returns: (transfer none): a dialog, owned by the toolkit
 */
GtkWidget *
km_compare_chooser_new (GtkWindow *parent, KmAssessment *assessment, const KmCondition *beside)
{
  KmCompareChooser *self
      = g_object_new (KM_TYPE_COMPARE_CHOOSER, "transient-for", parent, "modal", TRUE,
                      "destroy-with-parent", TRUE, "title", _ ("Compare with"), NULL);

  fill (self, assessment, beside);
  gtk_widget_grab_focus (self->entry);
  return GTK_WIDGET (self);
}
