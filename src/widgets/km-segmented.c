/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-segmented.h"

#define GAP 2

struct _KmSegmented
{
  GtkWidget parent_instance;

  const char *active; /* interned */
  gboolean one_row;
};

G_DEFINE_FINAL_TYPE (KmSegmented, km_segmented, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
segment_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "km-segment-id");
}

static guint
count_children (KmSegmented *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* Natural width of all in a row and of the widest, and the height of one row. */
static void
measure_row (KmSegmented *self, int *row, int *widest, int *height)
{
  *row = *widest = *height = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int width, tall;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &tall, NULL, NULL);
      *row += width + (*row > 0 ? GAP : 0);
      *widest = MAX (*widest, width);
      *height = MAX (*height, tall);
    }
}

static guint
find_columns (KmSegmented *self, int width)
{
  guint n = MAX (count_children (self), 1);
  int row, widest, height;

  measure_row (self, &row, &widest, &height);
  if (self->one_row || width < 0 || row <= width)
    return n;
  return n > 2 && 2 * widest + GAP <= width ? 2 : 1;
}

static GtkSizeRequestMode
km_segmented_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
km_segmented_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  KmSegmented *self = KM_SEGMENTED (widget);
  int row, widest, height;

  measure_row (self, &row, &widest, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->one_row ? row : widest;
      *natural = row;
    }
  else
    {
      guint n = MAX (count_children (self), 1);
      guint columns = find_columns (self, for_size);
      int rows = (int) ((n + columns - 1) / columns);

      *minimum = *natural = rows * height + (rows - 1) * GAP;
    }
}

static void
allocate_child (KmSegmented *self, GtkWidget *child, int x, int y, int width, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

/* One row: what is left over is shared out evenly, as GtkBox does. */
static void
allocate_row (KmSegmented *self, int width, int height, int spare)
{
  int left = (int) count_children (self);
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), left--)
    {
      int natural;
      int share = spare / left;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      allocate_child (self, child, x, 0, natural + share, height);
      spare -= share;
      x += natural + share + GAP;
    }
}

static void
allocate_grid (KmSegmented *self, int columns, int width, int height)
{
  int column_width = (width - (columns - 1) * GAP) / columns;
  int index = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), index++)
    {
      int column = index % columns;
      /* An odd one at the end takes the whole row. */
      gboolean alone = column == 0 && gtk_widget_get_next_sibling (child) == NULL;

      allocate_child (self, child, column * (column_width + GAP), index / columns * (height + GAP),
                      alone ? width : column_width, height);
    }
}

static void
km_segmented_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmSegmented *self = KM_SEGMENTED (widget);
  guint columns = find_columns (self, width);
  int row, widest, row_height;

  measure_row (self, &row, &widest, &row_height);
  if (columns == count_children (self))
    allocate_row (self, width, height, MAX (width - row, 0));
  else
    allocate_grid (self, (int) columns, width, row_height);
}

static GtkWidget *
find_button (KmSegmented *self, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (segment_id (child), id) == 0)
      return child;
  return NULL;
}

/* The next choice in reading order; round at the ends, as radio groups do. */
static GtkWidget *
find_next (KmSegmented *self, GtkWidget *from, GtkDirectionType direction)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean forward = direction == GTK_DIR_DOWN || direction == (rtl ? GTK_DIR_LEFT : GTK_DIR_RIGHT);
  GtkWidget *next
      = forward ? gtk_widget_get_next_sibling (from) : gtk_widget_get_prev_sibling (from);

  if (next != NULL)
    return next;
  return forward ? gtk_widget_get_first_child (GTK_WIDGET (self))
                 : gtk_widget_get_last_child (GTK_WIDGET (self));
}

static gboolean
km_segmented_focus (GtkWidget *widget, GtkDirectionType direction)
{
  KmSegmented *self = KM_SEGMENTED (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  GtkWidget *entry;

  if (current == NULL)
    {
      entry = self->active != NULL ? find_button (self, self->active) : NULL;
      if (entry == NULL)
        entry = gtk_widget_get_first_child (widget);
      return entry != NULL && gtk_widget_grab_focus (entry);
    }
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  current = find_next (self, current, direction);
  gtk_widget_grab_focus (current);
  km_segmented_set_active (self, segment_id (current));
  return TRUE;
}

static void
km_segmented_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_string (value, KM_SEGMENTED (object)->active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
km_segmented_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    km_segmented_set_active (KM_SEGMENTED (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
km_segmented_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (km_segmented_parent_class)->dispose (object);
}

static void
km_segmented_class_init (KmSegmentedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = km_segmented_dispose;
  object_class->get_property = km_segmented_get_property;
  object_class->set_property = km_segmented_set_property;
  widget_class->get_request_mode = km_segmented_get_request_mode;
  widget_class->measure = km_segmented_measure;
  widget_class->size_allocate = km_segmented_size_allocate;
  widget_class->focus = km_segmented_focus;

  /**
   * KmSegmented:active: (nullable)
   *
   * Id of the choice, or %NULL for none.
   */
  properties[PROP_ACTIVE]
      = g_param_spec_string ("active", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "segmented");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
km_segmented_init (KmSegmented *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "segmented");
}

/**
 * km_segmented_new:
 * @label: what is chosen here, for assistive technology
 *
 * Returns: (transfer floating): an empty group
 */
GtkWidget *
km_segmented_new (const char *label)
{
  GtkWidget *self = g_object_new (KM_TYPE_SEGMENTED, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

static void
on_toggled (GtkToggleButton *button, KmSegmented *self)
{
  gboolean on = gtk_toggle_button_get_active (button);

  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
  if (on)
    km_segmented_set_active (self, segment_id (GTK_WIDGET (button)));
}

/**
 * km_segmented_append:
 * @self: a group
 * @id: id of the choice
 * @label: its words
 *
 * Adds a choice at the end.
 */
void
km_segmented_append (KmSegmented *self, const char *id, const char *label)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  GtkWidget *button;

  g_return_if_fail (KM_IS_SEGMENTED (self));
  g_return_if_fail (id != NULL && label != NULL);

  button = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", label, "accessible-role",
                         GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  g_object_set_data (G_OBJECT (button), "km-segment-id", (char *) g_intern_string (id));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  if (g_strcmp0 (self->active, id) == 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/**
 * km_segmented_set_active:
 * @self: a group
 * @id: (nullable): the choice, or %NULL for none
 *
 * Chooses. An id that is not there yet is chosen when it is added.
 */
void
km_segmented_set_active (KmSegmented *self, const char *id)
{
  GtkWidget *before;
  GtkWidget *button;

  g_return_if_fail (KM_IS_SEGMENTED (self));

  if (g_strcmp0 (self->active, id) == 0)
    return;
  before = self->active != NULL ? find_button (self, self->active) : NULL;
  button = id != NULL ? find_button (self, id) : NULL;
  self->active = g_intern_string (id);
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else if (before != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (before), FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * km_segmented_set_one_row:
 * @self: a group
 * @one_row: whether it stays in one row however little room there is, as in a header bar, which is
 *   no higher for it
 */
void
km_segmented_set_one_row (KmSegmented *self, gboolean one_row)
{
  g_return_if_fail (KM_IS_SEGMENTED (self));

  self->one_row = one_row;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * km_segmented_get_active:
 * @self: a group
 *
 * Returns: (nullable): id of the choice
 */
const char *
km_segmented_get_active (KmSegmented *self)
{
  g_return_val_if_fail (KM_IS_SEGMENTED (self), NULL);

  return self->active;
}
