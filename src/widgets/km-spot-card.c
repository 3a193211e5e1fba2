/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-spot-card.h"

#include <glib/gi18n.h>

#include "km-heading.h"
#include "km-row.h"
#include "km-segmented.h"
#include "km-spot-list.h"
#include "km-spot-names.h"

struct _KmSpotCard
{
  GtkWidget parent_instance;

  KmAssessment *assessment;
  KmSide side;
  GtkWidget *popover; /* made when first opened */

  GtkWidget *body;
  GtkLabel *title;
  GtkWidget *list_button;
  GtkWidget *spots;
  GPtrArray *listed; /* of KmSpot: what spots lists */
  GtkFlowBox *chips;
  GtkWidget *size_box;
  KmSegmented *sizes;
};

G_DEFINE_FINAL_TYPE (KmSpotCard, km_spot_card, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Places that cannot be pointed to. */
static const struct
{
  const char *id;
  const char *label;
} chips[] = {
  /* Translators: three answers to "Hard to point to?", on small buttons. */
  { "deep", N_ ("Deep inside") },
  { "whole", N_ ("All over") },
  { "not-sure", N_ ("Not sure") },
};

static const struct
{
  const char *id;
  const char *label;
} sizes[] = {
  /* Translators: how large the sore area is, on small buttons. */
  { "finger", N_ ("One finger") },
  { "hand", N_ ("A hand") },
  { "all", N_ ("All over") },
};

static void
on_remove (GtkButton *button, KmSpotCard *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "km-spot-id");

  /* The row goes, and the focus with it. */
  gtk_widget_grab_focus (self->list_button);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static GtkWidget *
make_remove_button (KmSpotCard *self, const KmSpot *spot)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: takes away the mark on a sore spot; %s is its name. */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), spot->name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "tiny");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "km-spot-id", (char *) g_intern_string (spot->id));
  g_signal_connect (button, "clicked", G_CALLBACK (on_remove), self);
  return button;
}

/* One spot: its sentence, because the title has its name. Several: their names. */
static void
add_row (KmSpotCard *self, const KmSpot *spot, gboolean alone)
{
  GtkWidget *row = km_row_new (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 6);
  GtkWidget *text = km_label_new (alone ? spot->sentence : spot->name, NULL);

  if (alone)
    {
      gtk_widget_add_css_class (text, "km-small");
      gtk_widget_add_css_class (text, "km-dim");
    }
  gtk_widget_set_hexpand (text, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spot->name,
                                  -1);
  km_row_append (row, text);
  km_row_append (row, make_remove_button (self, spot));
  gtk_box_append (GTK_BOX (self->spots), row);
}

static char *
dup_title (KmSpotCard *self, GPtrArray *chosen)
{
  static const char *const several[] = {
    /* Translators: how many sore spots were marked; always two or more. */
    N_ ("%u places, left knee"),
    N_ ("%u places, right knee"),
    N_ ("%u places, both knees"),
  };
  const KmSpot *spot;

  if (chosen->len == 0)
    return g_strdup (_ ("Hard to point to?"));
  if (chosen->len == 1)
    {
      spot = g_ptr_array_index (chosen, 0);
      return km_spot_name_on_knee (spot->name, self->side);
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (several[self->side]), chosen->len);
#pragma GCC diagnostic pop
}

static GPtrArray *
find_chosen (KmSpotCard *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  KmLibrary *library = km_assessment_get_library (self->assessment);
  const char *const *ids
      = km_answers_get (km_assessment_get_answers (self->assessment), KM_KEY_SPOT);

  for (; ids != NULL && *ids != NULL; ids++)
    {
      const KmSpot *spot = km_library_get_spot (library, *ids);

      if (spot != NULL)
        g_ptr_array_add (chosen, (gpointer) spot);
    }
  return chosen;
}

static void
update_size (KmSpotCard *self, gboolean shown)
{
  KmLibrary *library = km_assessment_get_library (self->assessment);
  const char *const *size
      = km_answers_get (km_assessment_get_answers (self->assessment), KM_KEY_EXTENT);

  gtk_widget_set_visible (self->size_box,
                          shown && km_library_get_question (library, KM_KEY_EXTENT) != NULL);
  km_segmented_set_active (self->sizes, size != NULL ? size[0] : NULL);
}

static gboolean
are_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

/* Rows are made anew only for other spots, so that an answer does not take the focus from them. */
static void
list_spots (KmSpotCard *self, GPtrArray *chosen)
{
  GtkWidget *row;

  if (are_equal (self->listed, chosen))
    return;
  while ((row = gtk_widget_get_first_child (self->spots)) != NULL)
    gtk_box_remove (GTK_BOX (self->spots), row);
  for (guint i = 0; i < chosen->len; i++)
    add_row (self, g_ptr_array_index (chosen, i), chosen->len == 1);
  g_ptr_array_unref (self->listed);
  self->listed = g_ptr_array_ref (chosen);
}

static void
update (KmSpotCard *self)
{
  g_autoptr (GPtrArray) chosen = find_chosen (self);
  g_autofree char *title = dup_title (self, chosen);

  list_spots (self, chosen);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->spots, chosen->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), chosen->len == 0);
  update_size (self, chosen->len > 0);
}

static void
on_size_changed (KmSegmented *segmented, GParamSpec *pspec, KmSpotCard *self)
{
  const char *options[] = { km_segmented_get_active (segmented), NULL };

  if (options[0] == NULL || self->assessment == NULL)
    return;
  km_assessment_answer (self->assessment, KM_KEY_EXTENT, options, NULL);
}

static void
on_chip_clicked (GtkButton *button, KmSpotCard *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "km-spot-id"));
}

static void
on_list_toggled (KmSpotCard *self, const char *spot_id)
{
  g_signal_emit (self, signals[CHOSEN], 0, spot_id);
}

static void
on_popover_closed (KmSpotCard *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->list_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               FALSE, -1);
}

static void
on_list_clicked (KmSpotCard *self)
{
  GtkWidget *list;
  graphene_rect_t b;

  if (self->popover == NULL)
    {
      list = km_spot_list_new (self->assessment);
      g_signal_connect_swapped (list, "toggled", G_CALLBACK (on_list_toggled), self);
      self->popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->popover), list);
      gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_TOP);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->list_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               TRUE, -1);
  if (gtk_widget_compute_bounds (self->list_button, GTK_WIDGET (self), &b))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) b.origin.x, (int) b.origin.y,
                                                  (int) b.size.width, (int) b.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
km_spot_card_dispose (GObject *object)
{
  KmSpotCard *self = KM_SPOT_CARD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_object (&self->assessment);
  gtk_widget_dispose_template (GTK_WIDGET (self), KM_TYPE_SPOT_CARD);
  G_OBJECT_CLASS (km_spot_card_parent_class)->dispose (object);
}

static void
km_spot_card_class_init (KmSpotCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = km_spot_card_dispose;
  /**
   * KmSpotCard::chosen:
   * @self: the card
   * @spot: id of a spot
   *
   * The person wants the spot chosen, or no longer chosen.
   */
  signals[CHOSEN]
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  g_type_ensure (KM_TYPE_SEGMENTED);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kneemap/Kneemap/ui/km-spot-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KmSpotCard, body);
  gtk_widget_class_bind_template_child (widget_class, KmSpotCard, title);
  gtk_widget_class_bind_template_child (widget_class, KmSpotCard, list_button);
  gtk_widget_class_bind_template_child (widget_class, KmSpotCard, spots);
  gtk_widget_class_bind_template_child (widget_class, KmSpotCard, chips);
  gtk_widget_class_bind_template_child (widget_class, KmSpotCard, size_box);
  gtk_widget_class_bind_template_child (widget_class, KmSpotCard, sizes);
  gtk_widget_class_bind_template_callback (widget_class, on_list_clicked);
  gtk_widget_class_set_css_name (widget_class, "spotcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_spot_card_init (KmSpotCard *self)
{
  self->side = KM_SIDE_RIGHT;
  self->listed = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Where it hurts"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      GtkWidget *chip = gtk_button_new_with_label (_ (chips[i].label));

      gtk_widget_add_css_class (chip, "chip");
      g_object_set_data (G_OBJECT (chip), "km-spot-id", (char *) chips[i].id);
      g_signal_connect (chip, "clicked", G_CALLBACK (on_chip_clicked), self);
      km_flow_append (GTK_WIDGET (self->chips), chip);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    km_segmented_append (self->sizes, sizes[i].id, _ (sizes[i].label));
  g_signal_connect (self->sizes, "notify::active", G_CALLBACK (on_size_changed), self);
}

/**
 * km_spot_card_set_assessment:
 * @self: a card
 * @assessment: whose spots are shown; who listens to `chosen` changes them
 */
void
km_spot_card_set_assessment (KmSpotCard *self, KmAssessment *assessment)
{
  g_return_if_fail (KM_IS_SPOT_CARD (self));
  g_return_if_fail (self->assessment == NULL);

  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * km_spot_card_set_side:
 * @self: a card
 * @side: which knee the words speak of
 */
void
km_spot_card_set_side (KmSpotCard *self, KmSide side)
{
  g_return_if_fail (KM_IS_SPOT_CARD (self));

  if (self->side == side)
    return;
  self->side = side;
  if (self->assessment != NULL)
    update (self);
}
