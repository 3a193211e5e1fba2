/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-diagram-pane.h"

#include <glib/gi18n.h>

#include "km-scroller.h"
#include "km-segmented.h"
#include "km-spot-card.h"

/* The word for both side views in the choice of views; the others go by their own. */
#define SIDE_VIEW "side"

struct _KmDiagramPane
{
  GtkWidget parent_instance;

  KmAssessment *assessment;
  KmView side_view; /* outer or inner, whichever was shown last */
  gboolean updating;

  GtkWidget *body;
  KmSegmented *views;
  GtkWidget *stage;
  KmDiagram *diagram;
  GtkWidget *flip;
  GtkLabel *flip_label;
  GtkWidget *failure;
  KmSegmented *sides;
  KmSegmented *layers;
  KmSpotCard *card;
};

G_DEFINE_FINAL_TYPE (KmDiagramPane, km_diagram_pane, GTK_TYPE_WIDGET)

static gboolean
is_side_view (KmView view)
{
  return view == KM_VIEW_OUTER || view == KM_VIEW_INNER;
}

/* Sets all controls by what the diagram shows. */
static void
update_controls (KmDiagramPane *self)
{
  KmView view = km_diagram_get_view (self->diagram);
  KmSide side = km_diagram_get_side (self->diagram);
  gboolean drawn = km_diagram_has_drawing (self->diagram);

  if (is_side_view (view))
    self->side_view = view;
  self->updating = TRUE;
  km_segmented_set_active (
      self->views, is_side_view (view) ? SIDE_VIEW : km_enum_to_nick (KM_TYPE_VIEW, (int) view));
  km_segmented_set_active (self->sides, km_enum_to_nick (KM_TYPE_SIDE, (int) side));
  km_segmented_set_active (
      self->layers, km_enum_to_nick (KM_TYPE_LAYER, (int) km_diagram_get_layer (self->diagram)));
  self->updating = FALSE;
  gtk_widget_set_visible (self->flip, is_side_view (view));
  gtk_label_set_label (self->flip_label,
                       view == KM_VIEW_OUTER ? _ ("Show inner side") : _ ("Show outer side"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "knee.flip-side", is_side_view (view));
  gtk_widget_set_visible (self->stage, drawn);
  gtk_widget_set_visible (self->failure, !drawn);
  km_spot_card_set_side (self->card, side);
}

static KmExtent
find_extent (const KmAnswers *answers)
{
  const char *const *size = km_answers_get (answers, KM_KEY_EXTENT);

  if (g_strcmp0 (size != NULL ? size[0] : NULL, "all") == 0)
    return KM_EXTENT_ALL;
  return g_strcmp0 (size != NULL ? size[0] : NULL, "hand") == 0 ? KM_EXTENT_HAND : KM_EXTENT_FINGER;
}

/* Follows the answers. */
static void
update (KmDiagramPane *self)
{
  const KmAnswers *answers = km_assessment_get_answers (self->assessment);
  const char *const *side = km_answers_get (answers, KM_KEY_SIDE);
  int value;

  if (side != NULL && km_enum_from_nick (KM_TYPE_SIDE, side[0], &value))
    km_diagram_set_side (self->diagram, (KmSide) value);
  km_diagram_set_chosen (self->diagram, km_answers_get (answers, KM_KEY_SPOT));
  km_diagram_set_extent (self->diagram, find_extent (answers));
}

static void
answer_side (KmDiagramPane *self, KmSide side)
{
  const char *options[] = { km_enum_to_nick (KM_TYPE_SIDE, (int) side), NULL };

  km_assessment_answer (self->assessment, KM_KEY_SIDE, options, NULL);
}

static void
on_spot_toggled (KmDiagramPane *self, const char *spot_id)
{
  /* The knee that was shown is the one that was meant. */
  if (!km_answers_has (km_assessment_get_answers (self->assessment), KM_KEY_SIDE))
    answer_side (self, km_diagram_get_side (self->diagram));
  km_assessment_toggle_spot (self->assessment, spot_id);
}

/* A place chosen by its name is shown where it lies. */
static void
on_chosen_in_list (KmDiagramPane *self, const char *spot_id)
{
  KmLibrary *library = km_assessment_get_library (self->assessment);
  const KmSpot *spot = km_library_get_spot (library, spot_id);
  KmView view = km_diagram_get_view (self->diagram);

  on_spot_toggled (self, spot_id);
  if (spot == NULL || spot->views == 0 || (spot->views >> view & 1) == 1
      || !km_answers_has_option (km_assessment_get_answers (self->assessment), KM_KEY_SPOT,
                                 spot_id))
    return;
  for (int i = 0; i < KM_N_VIEWS; i++)
    if (spot->views >> i & 1)
      {
        km_diagram_set_view (self->diagram, (KmView) i);
        return;
      }
}

static void
on_view_chosen (KmDiagramPane *self)
{
  const char *id = km_segmented_get_active (self->views);
  int view = (int) self->side_view;

  if (self->updating)
    return;
  if (g_strcmp0 (id, SIDE_VIEW) == 0 || km_enum_from_nick (KM_TYPE_VIEW, id, &view))
    km_diagram_set_view (self->diagram, (KmView) view);
}

static void
on_layer_chosen (KmDiagramPane *self)
{
  int layer;

  if (!self->updating
      && km_enum_from_nick (KM_TYPE_LAYER, km_segmented_get_active (self->layers), &layer))
    km_diagram_set_layer (self->diagram, (KmLayer) layer);
}

static void
on_side_chosen (KmDiagramPane *self)
{
  int side;

  if (self->updating
      || !km_enum_from_nick (KM_TYPE_SIDE, km_segmented_get_active (self->sides), &side))
    return;
  km_diagram_set_side (self->diagram, (KmSide) side);
  if (self->assessment != NULL)
    answer_side (self, (KmSide) side);
}

static void
flip_side (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KmDiagramPane *self = KM_DIAGRAM_PANE (widget);
  KmView view = km_diagram_get_view (self->diagram);

  km_diagram_set_view (self->diagram, view == KM_VIEW_OUTER ? KM_VIEW_INNER : KM_VIEW_OUTER);
}

static void
km_diagram_pane_dispose (GObject *object)
{
  KmDiagramPane *self = KM_DIAGRAM_PANE (object);

  g_clear_object (&self->assessment);
  gtk_widget_dispose_template (GTK_WIDGET (self), KM_TYPE_DIAGRAM_PANE);
  G_OBJECT_CLASS (km_diagram_pane_parent_class)->dispose (object);
}

static void
km_diagram_pane_class_init (KmDiagramPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_diagram_pane_dispose;
  g_type_ensure (KM_TYPE_DIAGRAM);
  g_type_ensure (KM_TYPE_SEGMENTED);
  g_type_ensure (KM_TYPE_SPOT_CARD);
  gtk_widget_class_install_action (widget_class, "knee.flip-side", NULL, flip_side);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kneemap/Kneemap/ui/km-diagram-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, body);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, views);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, stage);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, diagram);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, flip);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, flip_label);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, failure);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, sides);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, layers);
  gtk_widget_class_bind_template_child (widget_class, KmDiagramPane, card);
  gtk_widget_class_bind_template_callback (widget_class, on_spot_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_in_list);
  gtk_widget_class_set_css_name (widget_class, "diagrampane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_choices (KmDiagramPane *self)
{
  /* Translators: views of the knee, on buttons. */
  km_segmented_append (self->views, "front", _ ("Front"));
  km_segmented_append (self->views, SIDE_VIEW, _ ("Side"));
  km_segmented_append (self->views, "behind", _ ("Behind"));
  km_segmented_append (self->views, "below", _ ("Below"));
  /* Translators: which knee hurts, on small buttons. */
  km_segmented_append (self->sides, "left", C_ ("knee", "Left"));
  km_segmented_append (self->sides, "right", C_ ("knee", "Right"));
  km_segmented_append (self->sides, "both", C_ ("knee", "Both"));
  /* Translators: layers of the drawing, on small buttons. */
  km_segmented_append (self->layers, "skin", _ ("Skin"));
  km_segmented_append (self->layers, "muscle", _ ("Muscle"));
  km_segmented_append (self->layers, "bone", _ ("Bone"));
}

static void
km_diagram_pane_init (KmDiagramPane *self)
{
  self->side_view = KM_VIEW_OUTER;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The knee"), -1);
  km_scroller_quiet_bars (GTK_SCROLLED_WINDOW (self->body));
  add_choices (self);
  g_signal_connect_swapped (self->views, "notify::active", G_CALLBACK (on_view_chosen), self);
  g_signal_connect_swapped (self->sides, "notify::active", G_CALLBACK (on_side_chosen), self);
  g_signal_connect_swapped (self->layers, "notify::active", G_CALLBACK (on_layer_chosen), self);
  g_signal_connect_swapped (self->diagram, "notify::view", G_CALLBACK (update_controls), self);
  g_signal_connect_swapped (self->diagram, "notify::layer", G_CALLBACK (update_controls), self);
  g_signal_connect_swapped (self->diagram, "notify::side", G_CALLBACK (update_controls), self);
}

/**
 * km_diagram_pane_new:
 * @assessment: the answers it shows and changes
 * @atlas: the drawings
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
km_diagram_pane_new (KmAssessment *assessment, KmAtlas *atlas)
{
  KmDiagramPane *self = g_object_new (KM_TYPE_DIAGRAM_PANE, NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  km_diagram_set_library (self->diagram, km_assessment_get_library (assessment));
  km_diagram_set_atlas (self->diagram, atlas);
  km_spot_card_set_assessment (self->card, assessment);
  update (self);
  update_controls (self);
  return GTK_WIDGET (self);
}

/**
 * km_diagram_pane_get_diagram:
 * @self: a pane
 *
 * Returns: (transfer none): its diagram
 */
KmDiagram *
km_diagram_pane_get_diagram (KmDiagramPane *self)
{
  g_return_val_if_fail (KM_IS_DIAGRAM_PANE (self), NULL);

  return self->diagram;
}

/* Whether @view would still show what was pointed at. */
static gboolean
shows_a_chosen_spot (KmDiagramPane *self, const char *const *chosen, KmView view)
{
  KmLibrary *library = km_assessment_get_library (self->assessment);

  for (; *chosen != NULL; chosen++)
    if (km_spot_is_on (km_library_get_spot (library, *chosen), view))
      return TRUE;
  return FALSE;
}

/**
 * km_diagram_pane_set_condition:
 * @self: a pane
 * @condition: (nullable): the condition whose page is open
 *
 * Lights the structures of @condition, and turns the knee to the view that shows them best, unless
 * what was pointed at would go out of sight. While nothing is pointed at, the layer follows too.
 */
void
km_diagram_pane_set_condition (KmDiagramPane *self, const KmCondition *condition)
{
  const char *const *chosen;

  g_return_if_fail (KM_IS_DIAGRAM_PANE (self));

  km_diagram_set_lit (self->diagram,
                      condition != NULL ? (const char *const *) condition->structures : NULL,
                      condition != NULL ? condition->layer : KM_LAYER_MUSCLE);
  if (condition == NULL)
    return;
  chosen = km_answers_get (km_assessment_get_answers (self->assessment), KM_KEY_SPOT);
  if (chosen == NULL)
    km_diagram_set_layer (self->diagram, condition->layer);
  if (chosen == NULL || shows_a_chosen_spot (self, chosen, condition->view))
    km_diagram_set_view (self->diagram, condition->view);
}

/**
 * km_diagram_pane_get_state:
 * @self: a pane
 * @view: (out): the view shown
 * @layer: (out): the layer shown
 * @side: (out): the knee shown
 *
 * For the session.
 */
void
km_diagram_pane_get_state (KmDiagramPane *self, KmView *view, KmLayer *layer, KmSide *side)
{
  g_return_if_fail (KM_IS_DIAGRAM_PANE (self));

  *view = km_diagram_get_view (self->diagram);
  *layer = km_diagram_get_layer (self->diagram);
  *side = km_diagram_get_side (self->diagram);
}

/**
 * km_diagram_pane_set_state:
 * @self: a pane
 * @view: the view to show
 * @layer: the layer to show
 * @side: the knee to show; the answers are left as they are
 */
void
km_diagram_pane_set_state (KmDiagramPane *self, KmView view, KmLayer layer, KmSide side)
{
  g_return_if_fail (KM_IS_DIAGRAM_PANE (self));

  km_diagram_set_side (self->diagram, side);
  km_diagram_set_layer (self->diagram, layer);
  km_diagram_set_view (self->diagram, view);
}
