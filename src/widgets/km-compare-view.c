/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-compare-view.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-picture.h"
#include "km-scroller.h"
#include "km-traits.h"

#include <glib/gi18n.h>

#define VIEW_WIDTH 900
#define PICTURE_WIDTH 120
#define PICTURE_HEIGHT 150
#define MAX_STEPS 4
#define MAX_DIFFERENCES 6

struct _KmCompareView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *title;
  KmAssessment *assessment;
  KmLibrary *library;
  KmAtlas *atlas;
  const KmCondition *conditions[2];
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (KmCompareView, km_compare_view, GTK_TYPE_WIDGET)

/* ---- cells --------------------------------------------------------------------------------- */

static GtkWidget *
make_text (const char *text)
{
  GtkWidget *label = km_label_new (text, "km-body", NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static void
append_item (GtkWidget *list, const char *text)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 9, NULL);
  GtkWidget *bullet = km_label_new ("•", "km-dim", "km-body", NULL);
  GtkWidget *label = make_text (text);

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (list), row);
}

static GtkWidget *
make_empty (void)
{
  return km_label_new (_ ("Nothing that most people tell."), "km-dim", "km-body", NULL);
}

static GtkWidget *
make_where (KmCompareView *self, const KmCondition *condition)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = km_picture_new_for_knee (self->atlas, condition->view, condition->layer,
                                                (const char *const *) condition->structures,
                                                (const char *const *) condition->spots);

  km_picture_set_size (KM_PICTURE (picture), km_clamp_scale (GTK_WIDGET (self), PICTURE_WIDTH),
                       km_clamp_scale (GTK_WIDGET (self), PICTURE_HEIGHT));
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  condition->where, -1);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), make_text (condition->where));
  return box;
}

static GtkWidget *
make_traits (KmCompareView *self, const KmCondition *condition, KmTrait trait)
{
  g_autoptr (GPtrArray) statements = km_traits_dup (self->library, condition, trait);
  GtkWidget *list;

  if (statements->len == 0)
    return make_empty ();
  list = km_list_new (6);
  for (guint i = 0; i < statements->len; i++)
    append_item (list, g_ptr_array_index (statements, i));
  return list;
}

static GtkWidget *
make_story (KmCompareView *self, const KmCondition *condition)
{
  return make_traits (self, condition, KM_TRAIT_STORY);
}

static GtkWidget *
make_loads (KmCompareView *self, const KmCondition *condition)
{
  return make_traits (self, condition, KM_TRAIT_LOAD);
}

static GtkWidget *
make_signs (KmCompareView *self, const KmCondition *condition)
{
  return make_traits (self, condition, KM_TRAIT_SIGN);
}

/* While somebody should be seen first, the page puts its advice away, and so does this. */
static GtkWidget *
make_first_steps (KmCompareView *self, const KmCondition *condition)
{
  const KmSection *section = km_page_find_section (condition->page, "now");
  GtkWidget *list = km_list_new (6);
  guint n = 0;

  if (section == NULL && km_assessment_get_urgency (self->assessment) < KM_URGENCY_SAME_DAY)
    section = km_page_find_section (condition->page, "week");
  for (guint i = 0; section != NULL && i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      for (guint j = 0; block->kind == KM_BLOCK_STEPS && j < block->texts->len && n < MAX_STEPS;
           j++, n++)
        {
          g_autofree char *text = km_text_to_string (g_ptr_array_index (block->texts, j));

          append_item (list, text);
        }
    }
  if (n > 0)
    return list;
  g_object_unref (g_object_ref_sink (list));
  if (km_assessment_get_urgency (self->assessment) >= KM_URGENCY_SAME_DAY)
    return km_label_new (_ ("Put away for now: your answers say that you should be seen first."),
                         "km-dim", "km-body", NULL);
  return km_label_new (_ ("See its page."), "km-dim", "km-body", NULL);
}

static GtkWidget *
make_how_soon (KmCompareView *self, const KmCondition *condition)
{
  KmUrgency level = km_assessment_get_urgency (self->assessment);

  /* A warning sign decides for every condition: nothing may say later. */
  if (level >= KM_URGENCY_WITHIN_DAYS && level > condition->urgency)
    return make_text (km_library_get_level_text (self->library, level)->brief);
  return make_text (condition->how_soon);
}

static GtkWidget *
make_how_long (KmCompareView *self, const KmCondition *condition)
{
  return make_text (condition->how_long);
}

static GtkWidget *
make_differences (KmCompareView *self, const KmCondition *condition)
{
  g_autoptr (GPtrArray) reasons
      = km_assessment_dup_differences (self->assessment, self->conditions[0], self->conditions[1]);
  KmSign sign = condition == self->conditions[0] ? KM_SIGN_FITS : KM_SIGN_AGAINST;
  GtkWidget *list = km_list_new (6);
  guint n = 0;

  for (guint i = 0; i < reasons->len && n < MAX_DIFFERENCES; i++)
    {
      const KmReason *reason = g_ptr_array_index (reasons, i);

      if (reason->sign != sign || reason->option == NULL)
        continue;
      append_item (list, reason->option->statement);
      n++;
    }
  if (n > 0)
    return list;
  g_object_unref (g_object_ref_sink (list));
  return make_empty ();
}

/* ---- rows ---------------------------------------------------------------------------------- */

typedef GtkWidget *(*MakeCell) (KmCompareView *self, const KmCondition *condition);

static GtkWidget *
make_cells (KmCompareView *self)
{
  GtkWidget *cells = gtk_box_new (
      self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, self->narrow ? 12 : 24);

  gtk_box_set_homogeneous (GTK_BOX (cells), !self->narrow);
  return cells;
}

/* To the ear, and below each other, a cell says whose it is. */
static GtkWidget *
make_cell (KmCompareView *self, const KmCondition *condition, GtkWidget *content)
{
  GtkWidget *cell
      = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "orientation",
                      GTK_ORIENTATION_VERTICAL, "spacing", 3, "valign", GTK_ALIGN_START, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  condition->name, -1);
  if (self->narrow)
    gtk_box_append (GTK_BOX (cell), km_label_new (condition->name, "km-small", "km-heading", NULL));
  gtk_box_append (GTK_BOX (cell), content);
  return cell;
}

static void
append_row (KmCompareView *self, const char *title, MakeCell make)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *cells = make_cells (self);

  gtk_box_append (GTK_BOX (row), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (row), km_heading_new (title, 2, "km-section"));
  for (int i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (cells),
                    make_cell (self, self->conditions[i], make (self, self->conditions[i])));
  gtk_box_append (GTK_BOX (row), cells);
  gtk_box_append (GTK_BOX (self->column), row);
}

static GtkWidget *
make_link (const char *label, const char *name, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), km_label_new (label, NULL));
  km_style_as_link (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_name (const KmCondition *condition, const KmCondition *other)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *open = g_strdup_printf (_ ("Open the page %s"), condition->name);
  g_autofree char *change = g_strdup_printf (_ ("Choose another in place of %s"), condition->name);

  gtk_box_append (GTK_BOX (box), km_heading_new (condition->name, 2, "km-question"));
  gtk_box_append (GTK_BOX (box), km_label_new (condition->short_name, "km-dim", NULL));
  gtk_box_append (GTK_BOX (box), make_link (_ ("Open its page"), open, "win.page", condition->id));
  gtk_box_append (GTK_BOX (box),
                  make_link (_ ("Choose another"), change, "win.compare-with", other->id));
  return box;
}

static void
rebuild (KmCompareView *self)
{
  static const struct
  {
    const char *title;
    MakeCell make;
  } rows[] = {
    { N_ ("Where"), make_where },
    { N_ ("How it starts"), make_story },
    { N_ ("Worse and better"), make_loads },
    { N_ ("Signs"), make_signs },
    { N_ ("First steps"), make_first_steps },
    { N_ ("How soon"), make_how_soon },
    { N_ ("How long"), make_how_long },
    { N_ ("What tells them apart"), make_differences },
  };
  GtkWidget *clamp = km_clamp_new (VIEW_WIDTH);
  GtkWidget *cells = make_cells (self);
  int margin = self->narrow ? 18 : 36;

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->column, 24);
  gtk_widget_set_margin_bottom (self->column, 36);
  gtk_widget_set_margin_start (self->column, margin);
  gtk_widget_set_margin_end (self->column, margin);
  self->title = km_heading_new (_ ("Compare"), 1, "km-title");
  gtk_box_append (GTK_BOX (self->column), self->title);
  gtk_box_append (GTK_BOX (cells), make_name (self->conditions[0], self->conditions[1]));
  gtk_box_append (GTK_BOX (cells), make_name (self->conditions[1], self->conditions[0]));
  gtk_box_append (GTK_BOX (self->column), cells);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    append_row (self, _ (rows[i].title), rows[i].make);
  gtk_box_append (GTK_BOX (self->column),
                  km_label_new (_ ("What most people with each tell; yours may differ. This "
                                   "informs, it is not a diagnosis."),
                                "km-small", "km-dim", NULL));
  km_clamp_set_child (KM_CLAMP (clamp), self->column);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
}

static void
on_changed (KmCompareView *self)
{
  if (self->conditions[0] != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    rebuild (self);
}

static void
km_compare_view_dispose (GObject *object)
{
  KmCompareView *self = KM_COMPARE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->assessment);
  g_clear_object (&self->library);
  g_clear_object (&self->atlas);
  G_OBJECT_CLASS (km_compare_view_parent_class)->dispose (object);
}

static void
km_compare_view_class_init (KmCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_compare_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "compare");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_compare_view_init (KmCompareView *self)
{
  self->scroller = km_scroller_new (NULL);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "pane");
  gtk_widget_add_css_class (self->scroller, "reading");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Two conditions compared"), -1);
}

/**
 * km_compare_view_new:
 * @assessment: whose answers may put advice away
 * @atlas: the drawings
 *
 * Returns: (transfer floating): a view with nothing to compare yet
 */
GtkWidget *
km_compare_view_new (KmAssessment *assessment, KmAtlas *atlas)
{
  KmCompareView *self = g_object_new (KM_TYPE_COMPARE_VIEW, NULL);

  self->assessment = g_object_ref (assessment);
  self->library = g_object_ref (km_assessment_get_library (assessment));
  self->atlas = g_object_ref (atlas);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * km_compare_view_show:
 * @self: a view
 * @first: a condition
 * @second: another
 */
void
km_compare_view_show (KmCompareView *self, const KmCondition *first, const KmCondition *second)
{
  self->conditions[0] = first;
  self->conditions[1] = second;
  rebuild (self);
}

/**
 * km_compare_view_set_narrow:
 * @self: a view
 * @narrow: whether the two have to stand below each other
 */
void
km_compare_view_set_narrow (KmCompareView *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->conditions[0] != NULL)
    rebuild (self);
}

/**
 * km_compare_view_focus_title:
 * @self: a view
 *
 * Moves the focus to the title, so that a screen reader says what this is.
 */
void
km_compare_view_focus_title (KmCompareView *self)
{
  if (self->title != NULL)
    km_heading_take_focus (self->title);
}
