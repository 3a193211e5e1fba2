/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-spot-button.h"

#include <math.h>

/* The widest mark goes this far beyond the shape. */
#define MARGIN 8

struct _KmSpotButton
{
  GtkWidget parent_instance;

  KmDrawing *drawing;
  GPtrArray *masks; /* owned by the drawing */
  guint index;
  double scale;   /* pixels in a drawing unit */
  KmPoint origin; /* top left corner of the drawing, in this widget's pixels */
  gboolean checked;
  gboolean contrast;
};

G_DEFINE_FINAL_TYPE (KmSpotButton, km_spot_button, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHECKED,
  N_PROPS
};

enum
{
  TOGGLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA black = { 0, 0, 0, 1 };
static const GdkRGBA teal = { 0.0431f, 0.4314f, 0.4157f, 1 };       /* #0b6e6a */
static const GdkRGBA shadow = { 0.2275f, 0.1412f, 0.0941f, 0.75f }; /* #3a2418 */
static const GdkRGBA rim = { 0.2902f, 0.1843f, 0.1333f, 0.9f };     /* #4a2f22 */

static gboolean
has_state (KmSpotButton *self, GtkStateFlags flag)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & flag) != 0;
}

static const GdkRGBA *
mark_colour (KmSpotButton *self)
{
  return self->contrast ? &black : &teal;
}

static void
set_source (cairo_t *cr, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue,
                         (double) colour->alpha * alpha);
}

static void
append_shape (KmSpotButton *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, self->origin.x, self->origin.y);
  cairo_scale (cr, self->scale, self->scale);
  km_mask_append_path (km_spot_button_get_mask (self), cr);
  cairo_restore (cr);
}

/* Three lines on top of one another, white, mark, white; or two when @inner is 0. */
static void
draw_rings (KmSpotButton *self, cairo_t *cr, double outer, double middle, double inner)
{
  append_shape (self, cr);
  set_source (cr, &white, 1);
  cairo_set_line_width (cr, outer);
  cairo_stroke_preserve (cr);
  set_source (cr, mark_colour (self), 1);
  cairo_set_line_width (cr, middle);
  cairo_stroke_preserve (cr);
  if (inner > 0)
    {
      set_source (cr, &white, 1);
      cairo_set_line_width (cr, inner);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static KmPoint
part_point (KmSpotButton *self, guint part)
{
  KmPoint p = km_mask_get_label_point (km_spot_button_get_mask (self), part);

  return (KmPoint){ self->origin.x + p.x * self->scale, self->origin.y + p.y * self->scale };
}

static void
draw_dots (KmSpotButton *self, cairo_t *cr)
{
  for (guint i = 0; i < km_mask_get_n_parts (km_spot_button_get_mask (self)); i++)
    {
      KmPoint p = part_point (self, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, p.x, p.y, 3.4, 0, 2 * G_PI);
    }
  set_source (cr, &white, 0.96);
  cairo_fill_preserve (cr);
  set_source (cr, self->contrast ? &black : &rim, 1);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

static void
draw_ticks (KmSpotButton *self, cairo_t *cr)
{
  for (guint i = 0; i < km_mask_get_n_parts (km_spot_button_get_mask (self)); i++)
    {
      KmPoint p = part_point (self, i);

      cairo_move_to (cr, p.x - 6, p.y);
      cairo_line_to (cr, p.x - 1.5, p.y + 4.5);
      cairo_line_to (cr, p.x + 6.5, p.y - 5);
    }
  set_source (cr, &white, 1);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

static void
draw_chosen (KmSpotButton *self, cairo_t *cr, gboolean focus)
{
  append_shape (self, cr);
  set_source (cr, mark_colour (self), self->contrast ? 0.85 : 0.62);
  cairo_fill (cr);
  if (focus)
    draw_rings (self, cr, 11, 8, 3);
  else
    draw_rings (self, cr, 4.5, 2, 0);
  draw_ticks (self, cr);
}

static void
draw_hover (KmSpotButton *self, cairo_t *cr)
{
  append_shape (self, cr);
  set_source (cr, &white, has_state (self, GTK_STATE_FLAG_ACTIVE) ? 0.55 : 0.34);
  cairo_fill_preserve (cr);
  set_source (cr, &shadow, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  set_source (cr, &white, 1);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
km_spot_button_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KmSpotButton *self = KM_SPOT_BUTTON (widget);
  gboolean focus = has_state (self, GTK_STATE_FLAG_FOCUS_VISIBLE);
  graphene_rect_t area;
  cairo_t *cr;

  graphene_rect_init (&area, -MARGIN, -MARGIN, (float) gtk_widget_get_width (widget) + 2 * MARGIN,
                      (float) gtk_widget_get_height (widget) + 2 * MARGIN);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (self->checked)
    draw_chosen (self, cr, focus);
  else
    {
      if (has_state (self, GTK_STATE_FLAG_PRELIGHT))
        draw_hover (self, cr);
      if (focus)
        draw_rings (self, cr, 9, 6, 2);
      if (focus || !has_state (self, GTK_STATE_FLAG_PRELIGHT))
        draw_dots (self, cr);
    }
  cairo_destroy (cr);
}

/* Where shapes lie close together the nearest one counts, so each spot looks at all of them. */
static gboolean
km_spot_button_contains (GtkWidget *widget, double x, double y)
{
  KmSpotButton *self = KM_SPOT_BUTTON (widget);
  double tolerance = KM_SPOT_TOLERANCE / self->scale;

  x = (x - self->origin.x) / self->scale;
  y = (y - self->origin.y) / self->scale;
  return km_mask_contains (km_spot_button_get_mask (self), x, y, tolerance)
         && km_masks_pick (self->masks, x, y, tolerance) == (int) self->index;
}

static void
km_spot_button_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (km_spot_button_parent_class)->state_flags_changed (widget, previous);
}

static void
activate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[TOGGLED], 0);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *widget)
{
  gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_ACTIVE, FALSE);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *widget)
{
  gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_ACTIVE);
  if (!gtk_widget_contains (widget, x, y))
    return;
  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, "spot.activate", NULL);
}

static void
on_stopped (GtkGestureClick *gesture, GtkWidget *widget)
{
  gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_ACTIVE);
}

static void
km_spot_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHECKED)
    g_value_set_boolean (value, KM_SPOT_BUTTON (object)->checked);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
km_spot_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHECKED)
    km_spot_button_set_checked (KM_SPOT_BUTTON (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
km_spot_button_finalize (GObject *object)
{
  g_clear_object (&KM_SPOT_BUTTON (object)->drawing);
  G_OBJECT_CLASS (km_spot_button_parent_class)->finalize (object);
}

static void
km_spot_button_class_init (KmSpotButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[]
      = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  object_class->finalize = km_spot_button_finalize;
  object_class->get_property = km_spot_button_get_property;
  object_class->set_property = km_spot_button_set_property;
  widget_class->snapshot = km_spot_button_snapshot;
  widget_class->contains = km_spot_button_contains;
  widget_class->state_flags_changed = km_spot_button_state_flags_changed;

  /**
   * KmSpotButton:checked:
   *
   * Whether the spot is chosen.
   */
  properties[PROP_CHECKED]
      = g_param_spec_boolean ("checked", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KmSpotButton::toggled:
   *
   * The person wants the spot chosen, or no longer chosen.
   */
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[TOGGLED]);
  gtk_widget_class_install_action (widget_class, "spot.activate", NULL, activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "spot.activate", NULL);
  gtk_widget_class_set_css_name (widget_class, "spot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
km_spot_button_init (KmSpotButton *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->scale = 1;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_cursor_from_name (widget, "pointer");
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (click, "stopped", G_CALLBACK (on_stopped), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * km_spot_button_new:
 * @drawing: the drawing it lies on
 * @index: its place among the masks of @drawing
 * @mirrored: whether it is the left knee
 *
 * Returns: (transfer floating): a spot; place it before it is shown
 */
GtkWidget *
km_spot_button_new (KmDrawing *drawing, guint index, gboolean mirrored)
{
  KmSpotButton *self = g_object_new (KM_TYPE_SPOT_BUTTON, NULL);

  self->drawing = g_object_ref (drawing);
  self->masks = km_drawing_get_masks (drawing, mirrored);
  self->index = index;
  return GTK_WIDGET (self);
}

/**
 * km_spot_button_get_id:
 * @self: a spot
 *
 * Returns: (transfer none): id of the spot
 */
const char *
km_spot_button_get_id (KmSpotButton *self)
{
  g_return_val_if_fail (KM_IS_SPOT_BUTTON (self), NULL);

  return km_mask_get_id (km_spot_button_get_mask (self));
}

/**
 * km_spot_button_get_mask:
 * @self: a spot
 *
 * Returns: (transfer none): its shape
 */
const KmMask *
km_spot_button_get_mask (KmSpotButton *self)
{
  g_return_val_if_fail (KM_IS_SPOT_BUTTON (self), NULL);

  return g_ptr_array_index (self->masks, self->index);
}

/**
 * km_spot_button_set_names:
 * @self: a spot
 * @label: what it is called, with knee and view
 * @sentence: (nullable): what lies there
 * @description: what lies there and is felt there, for assistive technology
 */
void
km_spot_button_set_names (KmSpotButton *self,
                          const char *label,
                          const char *sentence,
                          const char *description)
{
  g_return_if_fail (KM_IS_SPOT_BUTTON (self));

  /* GTK takes a tooltip for the description. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
km_spot_button_set_checked (KmSpotButton *self, gboolean checked)
{
  g_return_if_fail (KM_IS_SPOT_BUTTON (self));

  checked = checked != FALSE;
  if (self->checked == checked)
    return;
  self->checked = checked;
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
      checked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKED]);
}

gboolean
km_spot_button_get_checked (KmSpotButton *self)
{
  g_return_val_if_fail (KM_IS_SPOT_BUTTON (self), FALSE);

  return self->checked;
}

/**
 * km_spot_button_set_contrast:
 * @self: a spot
 * @contrast: whether marks are black rather than teal, for high contrast
 */
void
km_spot_button_set_contrast (KmSpotButton *self, gboolean contrast)
{
  g_return_if_fail (KM_IS_SPOT_BUTTON (self));

  if (self->contrast == contrast)
    return;
  self->contrast = contrast;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * km_spot_button_place:
 * @self: a spot
 * @scale: pixels in a drawing unit
 * @x: left edge of the drawing
 * @y: top edge of the drawing
 *
 * Allocates the spot the bounding box of its shape; @x and @y are in the parent's pixels.
 */
void
km_spot_button_place (KmSpotButton *self, double scale, double x, double y)
{
  KmBounds b;
  GtkAllocation box;

  g_return_if_fail (KM_IS_SPOT_BUTTON (self));

  b = km_mask_get_bounds (km_spot_button_get_mask (self));
  box.x = (int) floor (x + b.x * scale);
  box.y = (int) floor (y + b.y * scale);
  box.width = (int) ceil (x + (b.x + b.width) * scale) - box.x;
  box.height = (int) ceil (y + (b.y + b.height) * scale) - box.y;
  gtk_widget_size_allocate (GTK_WIDGET (self), &box, -1);
  if (self->scale == scale && self->origin.x == x - box.x && self->origin.y == y - box.y)
    return;
  self->scale = scale;
  self->origin = (KmPoint){ x - box.x, y - box.y };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * km_spot_button_is_marked:
 * @self: a spot
 *
 * Returns: whether it shows more than its dot, so that it should be painted over the others
 */
gboolean
km_spot_button_is_marked (KmSpotButton *self)
{
  g_return_val_if_fail (KM_IS_SPOT_BUTTON (self), FALSE);

  return self->checked || has_state (self, GTK_STATE_FLAG_PRELIGHT)
         || has_state (self, GTK_STATE_FLAG_FOCUS_VISIBLE);
}
