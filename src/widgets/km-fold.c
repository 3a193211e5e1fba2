/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-fold.h"

#include "km-clamp.h"

#define MAX_PANES 3
/* Width of the last pane beside others for lines of 45 characters, in px at the font the design was
 * made with. */
#define READING_WIDTH 360
/* More than this is of no use to the lines of the last pane; a working pane makes more of it. */
#define ROOMY_WIDTH 720
/* Two panes need this much; below it reading beside the knee is no help. */
#define TWO_PANES_WIDTH 720

/**
 * KmFold:
 *
 * Children are laid out from the leading edge with a hairline between them. Panes that are folded
 * away are not mapped, not in the order of Tab, and hidden from assistive technology. CSS node
 * `fold`.
 */
struct _KmFold
{
  GtkWidget parent_instance;

  GtkWidget *panes[MAX_PANES];
  GtkWidget *lines[MAX_PANES - 1];
  int widths[MAX_PANES]; /* 0: the rest */
  guint n;
  guint shown;
  guint working; /* the working pane last shown: the knee or the questions */
  guint n_visible;
  gboolean visible[MAX_PANES];
  guint notify_source;
};

G_DEFINE_FINAL_TYPE (KmFold, km_fold, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_PANES,
  PROP_SHOWN,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static guint
panes_that_fit (KmFold *self, int width)
{
  int all = km_clamp_scale (GTK_WIDGET (self), READING_WIDTH);

  for (guint i = 0; i < self->n; i++)
    all += km_clamp_scale (GTK_WIDGET (self), self->widths[i]);
  if (self->n == MAX_PANES && width >= all)
    return 3;
  return width >= km_clamp_scale (GTK_WIDGET (self), TWO_PANES_WIDTH) ? 2 : 1;
}

static void
choose_visible (KmFold *self, guint n_visible)
{
  for (guint i = 0; i < self->n; i++)
    {
      if (n_visible >= self->n)
        self->visible[i] = TRUE;
      else if (n_visible == 1)
        self->visible[i] = i == self->shown;
      else if (self->shown == 0)
        self->visible[i] = i < 2;
      else
        self->visible[i] = i == self->shown || i == (self->shown == 1 ? 0 : self->working);
    }
}

/* The focus must not stay in a pane that goes out of sight, and GTK would put it anywhere. */
static void
move_focus (KmFold *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->n; i++)
    if (!self->visible[i]
        && (focus == self->panes[i] || gtk_widget_is_ancestor (focus, self->panes[i])))
      {
        if (!gtk_widget_child_focus (self->panes[self->shown], GTK_DIR_TAB_FORWARD))
          gtk_root_set_focus (root, NULL);
        return;
      }
}

static gboolean
notify_panes (gpointer user_data)
{
  KmFold *self = KM_FOLD (user_data);

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PANES]);
  return G_SOURCE_REMOVE;
}

static void
show_pane (KmFold *self, guint pane)
{
  gboolean visible = self->visible[pane];

  if (gtk_widget_get_child_visible (self->panes[pane]) == visible)
    return;
  gtk_widget_set_child_visible (self->panes[pane], visible);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->panes[pane]), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !visible, -1);
}

/* Panes come before the focus moves, and the focus moves before panes go. */
static void
apply_visible (KmFold *self, guint n_visible)
{
  choose_visible (self, n_visible);
  for (guint i = 0; i < self->n; i++)
    if (self->visible[i])
      show_pane (self, i);
  move_focus (self);
  for (guint i = 0; i < self->n; i++)
    if (!self->visible[i])
      show_pane (self, i);
  if (n_visible != self->n_visible)
    {
      self->n_visible = n_visible;
      if (self->notify_source == 0)
        self->notify_source = g_idle_add (notify_panes, self);
    }
}

static void
km_fold_measure (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size,
                 int *minimum,
                 int *natural,
                 int *minimum_baseline,
                 int *natural_baseline)
{
  KmFold *self = KM_FOLD (widget);

  for (guint i = 0; i < self->n; i++)
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (self->panes[i], orientation, -1, &child_minimum, &child_natural, NULL,
                          NULL);
      *minimum = MAX (*minimum, child_minimum);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += self->widths[i] > 0 ? km_clamp_scale (widget, self->widths[i]) : child_natural;
      else
        *natural = MAX (*natural, child_natural);
    }
  *natural = MAX (*natural, *minimum);
}

/* What a large window has to spare goes to the working panes, most of it to the first: the drawing
 * gets larger. None grows by more than half. */
static int
get_share (KmFold *self, guint pane, int width)
{
  int wanted = km_clamp_scale (GTK_WIDGET (self), self->widths[pane]);
  int spare = width - km_clamp_scale (GTK_WIDGET (self), ROOMY_WIDTH);

  for (guint i = 0; i < self->n; i++)
    spare -= km_clamp_scale (GTK_WIDGET (self), self->widths[i]);
  return CLAMP (pane == 0 ? spare * 2 / 3 : spare - spare * 2 / 3, 0, wanted / 2);
}

/* A working pane gives way as far as it can before the last one gets too narrow to read. */
static int
width_of (KmFold *self, guint pane, int width)
{
  int minimum;
  int wanted;
  guint last = pane;

  for (guint i = 0; i < self->n; i++)
    if (self->visible[i])
      last = i;
  if (self->n_visible == 1)
    return width;
  if (pane != last)
    {
      gtk_widget_measure (self->panes[pane], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      wanted = km_clamp_scale (GTK_WIDGET (self), self->widths[pane]);
      if (self->n_visible == 2)
        wanted = MIN (wanted, width - 1 - km_clamp_scale (GTK_WIDGET (self), READING_WIDTH));
      else
        wanted += get_share (self, pane, width);
      return MAX (minimum, wanted);
    }
  return -1;
}

static void
km_fold_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmFold *self = KM_FOLD (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;
  gboolean first = TRUE;

  apply_visible (self, panes_that_fit (self, width));
  for (guint i = 0; i < self->n; i++)
    {
      int line = 0;
      int wanted;
      GtkAllocation allocation;

      if (i > 0)
        gtk_widget_set_child_visible (self->lines[i - 1], self->visible[i] && !first);
      if (!self->visible[i])
        continue;
      if (!first)
        {
          line = 1;
          allocation = (GtkAllocation){ rtl ? width - x - line : x, 0, line, height };
          gtk_widget_size_allocate (self->lines[i - 1], &allocation, -1);
        }
      x += line;
      wanted = width_of (self, i, width);
      if (wanted < 0 || wanted > width - x)
        wanted = width - x;
      allocation = (GtkAllocation){ rtl ? width - x - wanted : x, 0, wanted, height };
      gtk_widget_size_allocate (self->panes[i], &allocation, -1);
      x += wanted;
      first = FALSE;
    }
}

static void
km_fold_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  KmFold *self = KM_FOLD (object);

  if (property_id == PROP_N_PANES)
    g_value_set_uint (value, self->n_visible);
  else if (property_id == PROP_SHOWN)
    g_value_set_uint (value, self->shown);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
km_fold_dispose (GObject *object)
{
  KmFold *self = KM_FOLD (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->panes[i], gtk_widget_unparent);
  for (guint i = 0; i + 1 < self->n; i++)
    g_clear_pointer (&self->lines[i], gtk_widget_unparent);
  self->n = 0;
  G_OBJECT_CLASS (km_fold_parent_class)->dispose (object);
}

static void
km_fold_class_init (KmFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = km_fold_dispose;
  object_class->get_property = km_fold_get_property;
  widget_class->measure = km_fold_measure;
  widget_class->size_allocate = km_fold_size_allocate;

  /**
   * KmFold:n-panes:
   *
   * How many panes stand side by side, 1 to 3. Notified after the frame that changed it.
   */
  properties[PROP_N_PANES]
      = g_param_spec_uint ("n-panes", NULL, NULL, 0, MAX_PANES, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * KmFold:shown:
   *
   * The pane shown where they take turns.
   */
  properties[PROP_SHOWN]
      = g_param_spec_uint ("shown", NULL, NULL, 0, MAX_PANES - 1, 0,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_css_name (widget_class, "fold");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
km_fold_init (KmFold *self)
{
}

GtkWidget *
km_fold_new (void)
{
  return g_object_new (KM_TYPE_FOLD, NULL);
}

/**
 * km_fold_append:
 * @self: a fold
 * @child: its next pane, three at most
 * @width: width of the pane beside others, in px at the font the design was made with; 0 for the
 *   rest
 */
void
km_fold_append (KmFold *self, GtkWidget *child, int width)
{
  g_return_if_fail (self->n < MAX_PANES);

  if (self->n > 0)
    {
      self->lines[self->n - 1] = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
      gtk_widget_set_parent (self->lines[self->n - 1], GTK_WIDGET (self));
    }
  self->panes[self->n] = child;
  self->widths[self->n] = width;
  self->visible[self->n] = TRUE;
  self->n++;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * km_fold_set_shown:
 * @self: a fold
 * @pane: the pane to show where they take turns
 */
void
km_fold_set_shown (KmFold *self, guint pane)
{
  g_return_if_fail (pane < self->n);

  if (self->shown == pane)
    return;
  self->shown = pane;
  if (pane + 1 < self->n)
    self->working = pane;
  if (self->n_visible > 0)
    apply_visible (self, self->n_visible);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

guint
km_fold_get_shown (KmFold *self)
{
  return self->shown;
}

/**
 * km_fold_get_n_panes:
 * @self: a fold
 *
 * Returns: how many panes stand side by side, 1 to 3; 0 before the first layout
 */
guint
km_fold_get_n_panes (KmFold *self)
{
  return self->n_visible;
}

/**
 * km_fold_is_visible:
 * @self: a fold
 * @pane: a pane
 *
 * Returns: whether the pane is in view
 */
gboolean
km_fold_is_visible (KmFold *self, guint pane)
{
  return pane < self->n && self->visible[pane];
}
