/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-diagram-private.h"
#include "km-spot-names.h"

#define FADE_TIME (150 * G_TIME_SPAN_MILLISECOND)

G_DEFINE_FINAL_TYPE (KmDiagram, km_diagram, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_VIEW,
  PROP_LAYER,
  PROP_SIDE,
  N_PROPS
};

enum
{
  SPOT_TOGGLED,
  SPOT_HOVERED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

gboolean
km_diagram_is_mirrored (KmDiagram *self)
{
  return self->side == KM_SIDE_LEFT;
}

void
km_diagram_emit_hovered (KmDiagram *self, const char *spot_id)
{
  g_signal_emit (self, signals[SPOT_HOVERED], 0, spot_id);
}

static void
on_spot_toggled (KmSpotButton *spot, KmDiagram *self)
{
  g_signal_emit (self, signals[SPOT_TOGGLED], 0, km_spot_button_get_id (spot));
}

static void
name_spots (KmDiagram *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      KmSpotButton *spot = g_ptr_array_index (self->spots, i);
      const char *id = km_spot_button_get_id (spot);
      const KmSpot *known = self->library != NULL ? km_library_get_spot (self->library, id) : NULL;
      g_autofree char *label
          = km_spot_name_in_view (km_diagram_get_spot_name (self, spot), self->side, self->view);
      g_autofree char *description
          = self->library != NULL ? km_spot_description (self->library, id) : g_strdup ("");

      km_spot_button_set_names (spot, label, known != NULL ? known->sentence : NULL, description);
    }
}

static void
remove_spots (KmDiagram *self)
{
  km_diagram_forget_spots (self);
  for (guint i = 0; i < self->spots->len; i++)
    {
      GtkWidget *spot = g_ptr_array_index (self->spots, i);

      g_signal_handlers_disconnect_by_data (spot, self);
      gtk_widget_unparent (spot);
    }
  g_ptr_array_set_size (self->spots, 0);
}

static void
update_checked (KmDiagram *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      KmSpotButton *spot = g_ptr_array_index (self->spots, i);

      km_spot_button_set_checked (spot, self->chosen != NULL
                                            && g_strv_contains ((const char *const *) self->chosen,
                                                                km_spot_button_get_id (spot)));
    }
  km_diagram_drop_extent (self);
  km_diagram_update_tags (self);
}

static void
add_spots (KmDiagram *self)
{
  GPtrArray *masks = km_drawing_get_masks (self->drawing, km_diagram_is_mirrored (self));
  gboolean contrast = km_knee_get_theme (self->knee) >= KM_ART_HIGH_CONTRAST;

  for (guint i = 0; i < masks->len; i++)
    {
      GtkWidget *spot = km_spot_button_new (self->drawing, i, km_diagram_is_mirrored (self));

      km_spot_button_set_contrast (KM_SPOT_BUTTON (spot), contrast);
      g_signal_connect (spot, "toggled", G_CALLBACK (on_spot_toggled), self);
      km_diagram_watch_spot (self, spot);
      gtk_widget_insert_before (spot, GTK_WIDGET (self), self->orient[0]);
      g_ptr_array_add (self->spots, spot);
    }
  name_spots (self);
}

/* The view, the knee or the drawings changed: other spots, other words. */
static void
rebuild (KmDiagram *self)
{
  const char *left, *right;
  g_autoptr (GError) error = NULL;

  remove_spots (self);
  self->drawing
      = self->atlas != NULL ? km_atlas_get_drawing (self->atlas, self->view, &error) : NULL;
  if (error != NULL)
    g_message ("%s", error->message);
  km_knee_set_mirrored (self->knee, km_diagram_is_mirrored (self));
  km_knee_set_drawing (self->knee, self->drawing);
  if (self->drawing != NULL)
    add_spots (self);
  km_view_orientation (self->view, km_diagram_is_mirrored (self), &left, &right);
  gtk_label_set_label (GTK_LABEL (self->orient[0]), left);
  gtk_label_set_label (GTK_LABEL (self->orient[1]), right);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  km_view_name (self->side, self->view), -1);
  update_checked (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
follow_theme (KmDiagram *self)
{
  gboolean contrast;

  if (!km_knee_follow (self->knee, GTK_WIDGET (self)))
    return;
  contrast = km_knee_get_theme (self->knee) >= KM_ART_HIGH_CONTRAST;
  for (guint i = 0; i < self->spots->len; i++)
    km_spot_button_set_contrast (g_ptr_array_index (self->spots, i), contrast);
  km_diagram_drop_extent (self);
}

/* ---- fading from one layer to another ------------------------------------------------------ */

static gboolean
on_fade_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KmDiagram *self = KM_DIAGRAM (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double part;

  if (self->fade_start == 0)
    self->fade_start = now;
  part = (double) (now - self->fade_start) / FADE_TIME;
  km_knee_set_fade (self->knee, MIN (part, 1));
  if (part < 1)
    return G_SOURCE_CONTINUE;
  self->fade_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
on_knee_invalidated (KmDiagram *self)
{
  km_diagram_update_structure (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_layer_changed (KmKnee *knee, KmDiagram *self)
{
  gboolean animate;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animate,
                NULL);
  if (!animate || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  km_knee_set_fade (knee, 0);
  self->fade_start = 0;
  if (self->fade_tick == 0)
    self->fade_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_fade_tick, NULL, NULL);
}

/* ---- widget -------------------------------------------------------------------------------- */

static void
on_settings_changed (KmDiagram *self)
{
  follow_theme (self);
}

static void
km_diagram_root (GtkWidget *widget)
{
  GtkSettings *settings;

  GTK_WIDGET_CLASS (km_diagram_parent_class)->root (widget);
  settings = gtk_widget_get_settings (widget);
  g_signal_connect_swapped (settings, "notify::gtk-theme-name", G_CALLBACK (on_settings_changed),
                            widget);
  g_signal_connect_swapped (settings, "notify::gtk-application-prefer-dark-theme",
                            G_CALLBACK (on_settings_changed), widget);
  follow_theme (KM_DIAGRAM (widget));
}

static void
km_diagram_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), on_settings_changed,
                                        widget);
  GTK_WIDGET_CLASS (km_diagram_parent_class)->unroot (widget);
}

static void
km_diagram_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KmDiagram *self = KM_DIAGRAM (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_enum (value, (int) self->view);
      break;
    case PROP_LAYER:
      g_value_set_enum (value, (int) self->layer);
      break;
    case PROP_SIDE:
      g_value_set_enum (value, (int) self->side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
km_diagram_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KmDiagram *self = KM_DIAGRAM (object);

  switch (id)
    {
    case PROP_VIEW:
      km_diagram_set_view (self, (KmView) g_value_get_enum (value));
      break;
    case PROP_LAYER:
      km_diagram_set_layer (self, (KmLayer) g_value_get_enum (value));
      break;
    case PROP_SIDE:
      km_diagram_set_side (self, (KmSide) g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
km_diagram_dispose (GObject *object)
{
  KmDiagram *self = KM_DIAGRAM (object);
  GtkWidget *child;

  if (self->knee != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->knee, self);
      remove_spots (self);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sore);
  g_clear_object (&self->knee);
  g_clear_object (&self->atlas);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (km_diagram_parent_class)->dispose (object);
}

static void
km_diagram_finalize (GObject *object)
{
  KmDiagram *self = KM_DIAGRAM (object);

  g_ptr_array_unref (self->spots);
  g_strfreev (self->chosen);
  G_OBJECT_CLASS (km_diagram_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  /**
   * KmDiagram:view:
   *
   * Which drawing is shown.
   */
  properties[PROP_VIEW]
      = g_param_spec_enum ("view", NULL, NULL, KM_TYPE_VIEW, KM_VIEW_FRONT, flags);
  /**
   * KmDiagram:layer:
   *
   * Which layer is shown.
   */
  properties[PROP_LAYER]
      = g_param_spec_enum ("layer", NULL, NULL, KM_TYPE_LAYER, KM_LAYER_SKIN, flags);
  /**
   * KmDiagram:side:
   *
   * Which knee is shown; for both, the right one stands for them.
   */
  properties[PROP_SIDE]
      = g_param_spec_enum ("side", NULL, NULL, KM_TYPE_SIDE, KM_SIDE_RIGHT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (KmDiagramClass *klass)
{
  /**
   * KmDiagram::spot-toggled:
   * @self: the diagram
   * @spot: id of a spot
   *
   * The person wants the spot chosen, or no longer chosen.
   */
  signals[SPOT_TOGGLED]
      = g_signal_new ("spot-toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * KmDiagram::spot-hovered:
   * @self: the diagram
   * @spot: (nullable): id of the spot under the pointer
   */
  signals[SPOT_HOVERED]
      = g_signal_new ("spot-hovered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
km_diagram_class_init (KmDiagramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = km_diagram_dispose;
  object_class->finalize = km_diagram_finalize;
  object_class->get_property = km_diagram_get_property;
  object_class->set_property = km_diagram_set_property;
  widget_class->root = km_diagram_root;
  widget_class->unroot = km_diagram_unroot;
  km_diagram_class_init_layout (widget_class);
  install_properties (object_class);
  install_signals (klass);
  gtk_widget_class_set_css_name (widget_class, "diagram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_diagram_init (KmDiagram *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->side = KM_SIDE_RIGHT;
  self->spots = g_ptr_array_new ();
  self->knee = km_knee_new ();
  g_signal_connect_swapped (self->knee, "invalidate-contents", G_CALLBACK (on_knee_invalidated),
                            self);
  g_signal_connect (self->knee, "layer-changed", G_CALLBACK (on_layer_changed), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (on_settings_changed), NULL);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  for (int i = 0; i < 2; i++)
    {
      self->orient[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE, NULL);
      gtk_widget_add_css_class (self->orient[i], "orient");
      gtk_widget_set_parent (self->orient[i], widget);
    }
  km_diagram_init_tags (self);
  rebuild (self);
}

/**
 * km_diagram_new:
 *
 * Returns: (transfer floating): a diagram; it stays empty until it gets an atlas
 */
GtkWidget *
km_diagram_new (void)
{
  return g_object_new (KM_TYPE_DIAGRAM, NULL);
}

/**
 * km_diagram_set_atlas:
 * @self: a diagram
 * @atlas: the drawings
 */
void
km_diagram_set_atlas (KmDiagram *self, KmAtlas *atlas)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  if (g_set_object (&self->atlas, atlas))
    rebuild (self);
}

/**
 * km_diagram_set_library:
 * @self: a diagram
 * @library: where spots have their names
 */
void
km_diagram_set_library (KmDiagram *self, KmLibrary *library)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  if (!g_set_object (&self->library, library))
    return;
  name_spots (self);
  if (library != NULL && !km_library_is_filled (library))
    g_signal_connect_object (library, "filled", G_CALLBACK (name_spots), self, G_CONNECT_SWAPPED);
  km_diagram_update_tags (self);
}

void
km_diagram_set_view (KmDiagram *self, KmView view)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  if (self->view == view)
    return;
  self->view = view;
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

KmView
km_diagram_get_view (KmDiagram *self)
{
  g_return_val_if_fail (KM_IS_DIAGRAM (self), KM_VIEW_FRONT);

  return self->view;
}

void
km_diagram_set_layer (KmDiagram *self, KmLayer layer)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  if (self->layer == layer)
    return;
  self->layer = layer;
  km_diagram_set_structure (self, NULL);
  km_knee_set_layer (self->knee, layer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYER]);
}

KmLayer
km_diagram_get_layer (KmDiagram *self)
{
  g_return_val_if_fail (KM_IS_DIAGRAM (self), KM_LAYER_SKIN);

  return self->layer;
}

void
km_diagram_set_side (KmDiagram *self, KmSide side)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  if (self->side == side)
    return;
  self->side = side;
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

KmSide
km_diagram_get_side (KmDiagram *self)
{
  g_return_val_if_fail (KM_IS_DIAGRAM (self), KM_SIDE_RIGHT);

  return self->side;
}

/**
 * km_diagram_set_chosen:
 * @self: a diagram
 * @spot_ids: (nullable) (array zero-terminated=1): the chosen spots, the last one chosen last;
 * those of other views may be among them
 */
void
km_diagram_set_chosen (KmDiagram *self, const char *const *spot_ids)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  if (self->chosen != NULL && spot_ids != NULL
      && g_strv_equal ((const char *const *) self->chosen, spot_ids))
    return;
  g_strfreev (self->chosen);
  self->chosen = g_strdupv ((char **) spot_ids);
  update_checked (self);
}

/**
 * km_diagram_set_lit:
 * @self: a diagram
 * @structures: (nullable) (array zero-terminated=1): structures to light
 * @under_skin: the layer whose outlines show through the skin
 */
void
km_diagram_set_lit (KmDiagram *self, const char *const *structures, KmLayer under_skin)
{
  g_return_if_fail (KM_IS_DIAGRAM (self));

  km_knee_set_lit (self->knee, structures, under_skin);
}

/**
 * km_diagram_has_drawing:
 * @self: a diagram
 *
 * Returns: whether there is a drawing of the present view; if not, the list of spots must do
 */
gboolean
km_diagram_has_drawing (KmDiagram *self)
{
  g_return_val_if_fail (KM_IS_DIAGRAM (self), FALSE);

  return self->drawing != NULL;
}

/**
 * km_diagram_is_current:
 * @self: a diagram
 *
 * Returns: whether the present view has been rendered
 */
gboolean
km_diagram_is_current (KmDiagram *self)
{
  g_return_val_if_fail (KM_IS_DIAGRAM (self), FALSE);

  return km_knee_is_current (self->knee);
}

/**
 * km_diagram_get_spot:
 * @self: a diagram
 * @spot_id: a spot
 *
 * Returns: (transfer none) (nullable): its widget, if the present view has one
 */
GtkWidget *
km_diagram_get_spot (KmDiagram *self, const char *spot_id)
{
  g_return_val_if_fail (KM_IS_DIAGRAM (self), NULL);

  for (guint i = 0; i < self->spots->len; i++)
    if (strcmp (km_spot_button_get_id (g_ptr_array_index (self->spots, i)), spot_id) == 0)
      return g_ptr_array_index (self->spots, i);
  return NULL;
}
