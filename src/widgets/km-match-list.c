/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-match-list.h"

#include "km-band.h"
#include "km-heading.h"
#include "km-row.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

/* A longer list would bury what fits; the rest can be reached through the library. */
#define MAX_ROWS 6

/* How much of the list is in sight at once, in px. */
#define LIST_HEIGHT 186

/* The parts of a row that change. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *pips;
  GtkWidget *name;
  GtkWidget *description;
  const KmCondition *condition;
} Row;

/**
 * KmMatchList:
 *
 * A row that stays is filled again: a screen reader that is at it finds it there after the next
 * answer. CSS node `matchlist` with a `list.matches` in it.
 */
struct _KmMatchList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *scroller;
  GtkWidget *view;
  GtkWidget *unclear;
  GtkWidget *advice;
  GtkWidget *page_link;
  Row rows[MAX_ROWS];
  guint n_rows;
  KmAssessment *assessment;
  char *chosen;
};

G_DEFINE_FINAL_TYPE (KmMatchList, km_match_list, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
describe (KmMatch *match)
{
  guint n_for = km_match_get_n_for (match);
  guint n_against = km_match_get_n_against (match);
  g_autofree char *support
      = g_strdup_printf (ngettext ("%u answer for", "%u answers for", n_for), n_for);

  if (n_against == 0)
    /* Translators: how well a condition fits, then how many answers speak for it */
    return g_strdup_printf (_ ("%s · %s"), km_band_to_words (km_match_get_band (match)), support);
  /* Translators: how well a condition fits, then how many answers speak for and against it */
  return g_strdup_printf (_ ("%s · %s, %u against"), km_band_to_words (km_match_get_band (match)),
                          support, n_against);
}

static void
make_row (Row *row)
{
  GtkWidget *box = km_row_new (GTK_ACCESSIBLE_ROLE_GROUP, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  row->row = gtk_list_box_row_new ();
  row->pips = km_band_pips_new ();
  row->name = km_label_new ("", "km-heading", NULL);
  row->description = km_label_new ("", "km-small", "km-dim", NULL);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), row->name);
  gtk_box_append (GTK_BOX (texts), row->description);
  km_row_append (box, row->pips);
  km_row_append (box, texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
}

static void
fill_row (Row *row, KmMatch *match)
{
  const KmCondition *condition = km_match_get_condition (match);
  g_autofree char *description = describe (match);

  row->condition = condition;
  km_band_pips_set (row->pips, km_match_get_band (match));
  gtk_label_set_label (GTK_LABEL (row->name), condition->name);
  gtk_label_set_label (GTK_LABEL (row->description), description);
  /* What has the focus is the row; by itself it would say nothing. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  condition->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

/* By hand, because moving the focus must not move the mark. */
static void
mark_chosen (KmMatchList *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      GtkWidget *row = self->rows[i].row;
      gboolean chosen = g_strcmp0 (self->rows[i].condition->id, self->chosen) == 0;

      if (chosen)
        gtk_widget_set_state_flags (row, GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (row, GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
    }
}

/* What to do when nothing fits: a page about something common, or a visit. */
static void
fill_unclear (KmMatchList *self)
{
  KmLibrary *library = km_assessment_get_library (self->assessment);
  const char *id = km_answers_get_page (km_assessment_get_counted (self->assessment));
  KmPage *page = id != NULL ? km_library_get_page (library, id) : NULL;
  gboolean at_home
      = page != NULL && km_assessment_get_urgency (self->assessment) == KM_URGENCY_SELF_CARE;

  gtk_label_set_label (
      GTK_LABEL (self->advice),
      at_home ? _ ("No cause in this guide fits your answers well. The page below is about what "
                   "you describe. Be seen if a warning sign starts.")
              : _ ("Your answers match no page clearly. Book a visit with a doctor or "
                   "physiotherapist. Go sooner if a warning sign starts."));
  if (page != NULL)
    gtk_button_set_label (GTK_BUTTON (self->page_link), km_page_get_title (page));
  gtk_widget_set_visible (self->page_link, page != NULL);
}

static void
refill (KmMatchList *self)
{
  GListModel *matches = km_assessment_get_matches (self->assessment);
  gboolean any = !km_answers_is_empty (km_assessment_get_answers (self->assessment));
  guint n = any ? MIN (g_list_model_get_n_items (matches), MAX_ROWS) : 0;
  guint n_fitting = 0;
  gboolean unclear;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KmMatch) match = g_list_model_get_item (matches, i);

      if (km_match_get_band (match) == KM_BAND_NONE)
        continue;
      if (n_fitting == self->n_rows)
        {
          make_row (&self->rows[self->n_rows]);
          gtk_list_box_append (GTK_LIST_BOX (self->view), self->rows[self->n_rows++].row);
        }
      fill_row (&self->rows[n_fitting++], match);
    }
  while (self->n_rows > n_fitting)
    gtk_list_box_remove (GTK_LIST_BOX (self->view), self->rows[--self->n_rows].row);
  unclear = any && (n_fitting == 0 || km_assessment_get_unclear (self->assessment));
  if (unclear)
    fill_unclear (self);
  gtk_widget_set_visible (self->unclear, unclear);
  gtk_widget_set_visible (self->scroller, n_fitting > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  mark_chosen (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  KmMatchList *self = KM_MATCH_LIST (user_data);

  g_signal_emit (self, signals[OPEN], 0,
                 self->rows[gtk_list_box_row_get_index (row)].condition->id);
}

static GtkWidget *
make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = km_heading_new (_ ("What fits so far"), 2, "km-heading");
  GtkWidget *note
      = km_label_new (_ ("likely matches, not a diagnosis"), "km-small", "km-dim", NULL);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 1.0);
  gtk_label_set_yalign (GTK_LABEL (note), 1.0);
  gtk_widget_set_margin_top (head, 12);
  gtk_widget_set_margin_bottom (head, 4);
  gtk_widget_set_margin_start (head, 18);
  gtk_widget_set_margin_end (head, 18);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), note);
  return head;
}

static void
on_warnings_clicked (KmMatchList *self)
{
  g_signal_emit (self, signals[OPEN], 0, "warning-signs");
}

static void
on_page_clicked (KmMatchList *self)
{
  const char *id = km_answers_get_page (km_assessment_get_counted (self->assessment));

  if (id != NULL)
    g_signal_emit (self, signals[OPEN], 0, id);
}

static GtkWidget *
make_link (KmMatchList *self, const char *label, GCallback on_clicked)
{
  GtkWidget *link = gtk_button_new_with_label (label);

  km_style_as_link (link);
  gtk_widget_set_margin_start (link, 8);
  g_signal_connect_swapped (link, "clicked", on_clicked, self);
  return link;
}

static GtkWidget *
make_unclear (KmMatchList *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *links = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "why");
  gtk_widget_set_margin_start (card, 12);
  gtk_widget_set_margin_end (card, 12);
  gtk_widget_set_margin_bottom (card, 12);
  self->advice = km_label_new ("", NULL);
  self->page_link = make_link (self, "", G_CALLBACK (on_page_clicked));
  gtk_box_append (GTK_BOX (card), km_heading_new (_ ("Nothing fits well"), 3, "km-heading"));
  gtk_box_append (GTK_BOX (card), self->advice);
  gtk_box_append (GTK_BOX (links), self->page_link);
  gtk_box_append (GTK_BOX (links),
                  make_link (self, _ ("Read the warning signs"), G_CALLBACK (on_warnings_clicked)));
  gtk_box_append (GTK_BOX (card), links);
  return card;
}

static void
km_match_list_dispose (GObject *object)
{
  KmMatchList *self = KM_MATCH_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (km_match_list_parent_class)->dispose (object);
}

static void
km_match_list_class_init (KmMatchListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_match_list_dispose;
  signals[OPEN] = g_signal_new ("open", KM_TYPE_MATCH_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "matchlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_match_list_init (KmMatchList *self)
{
  GtkWidget *head = make_head ();

  self->view = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->view), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->view, "matches");
  gtk_widget_set_margin_start (self->view, 6);
  gtk_widget_set_margin_end (self->view, 6);
  gtk_widget_set_margin_bottom (self->view, 9);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_widget_get_first_child (head), NULL, -1);
  g_signal_connect (self->view, "row-activated", G_CALLBACK (on_row_activated), self);

  self->scroller = km_scroller_new (self->view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), LIST_HEIGHT);

  self->unclear = make_unclear (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->unclear);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * km_match_list_set_whole:
 * @self: a match list
 * @whole: whether all of it is shown, as where it lies in something that scrolls
 */
void
km_match_list_set_whole (KmMatchList *self, gboolean whole)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  gtk_scrolled_window_set_max_content_height (scroller, whole ? -1 : LIST_HEIGHT);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER,
                                  whole ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

/**
 * km_match_list_set_assessment:
 * @self: a match list
 * @assessment: whose matches are listed
 */
void
km_match_list_set_assessment (KmMatchList *self, KmAssessment *assessment)
{
  g_return_if_fail (self->assessment == NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  refill (self);
}

/**
 * km_match_list_select:
 * @self: a match list
 * @condition_id: (nullable): the condition whose page is open
 *
 * Marks a row; it stays marked wherever the ranking moves it.
 */
void
km_match_list_select (KmMatchList *self, const char *condition_id)
{
  g_free (self->chosen);
  self->chosen = g_strdup (condition_id);
  mark_chosen (self);
}
