/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-diagram-private.h"
#include "km-neighbours.h"

#define MIN_WIDTH 200
#define MIN_HEIGHT 240
#define NATURAL_HEIGHT 540
#define ORIENT_MARGIN 12

/* The parent's own, to chain up to. */
static gboolean (*parent_focus) (GtkWidget *widget, GtkDirectionType direction);

static void
km_diagram_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? MIN_WIDTH : MIN_HEIGHT;
  *natural = across ? NATURAL_HEIGHT * KM_DRAWING_WIDTH / KM_DRAWING_HEIGHT : NATURAL_HEIGHT;
}

static void
place_drawing (KmDiagram *self, int width, int height)
{
  int across = MIN (width, height * KM_DRAWING_WIDTH / KM_DRAWING_HEIGHT);
  int down = across * KM_DRAWING_HEIGHT / KM_DRAWING_WIDTH;

  graphene_rect_init (&self->area, (float) ((width - across) / 2), (float) ((height - down) / 2),
                      (float) across, (float) down);
}

static void
place_words (KmDiagram *self, int width)
{
  double joint = (double) self->area.origin.y
                 + (double) self->area.size.height * KM_DRAWING_JOINT / KM_DRAWING_HEIGHT;

  for (int i = 0; i < 2; i++)
    {
      GtkRequisition size;
      GtkAllocation box;

      gtk_widget_get_preferred_size (self->orient[i], NULL, &size);
      box.x = i == 0 ? ORIENT_MARGIN : width - ORIENT_MARGIN - size.width;
      box.y = (int) joint - size.height / 2;
      box.width = size.width;
      box.height = size.height;
      gtk_widget_size_allocate (self->orient[i], &box, -1);
    }
}

static void
km_diagram_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmDiagram *self = KM_DIAGRAM (widget);
  double scale;

  place_drawing (self, width, height);
  scale = (double) self->area.size.width / KM_DRAWING_WIDTH;
  km_knee_set_width (self->knee, (double) self->area.size.width);
  for (guint i = 0; i < self->spots->len; i++)
    km_spot_button_place (g_ptr_array_index (self->spots, i), MAX (scale, 0.01),
                          (double) self->area.origin.x, (double) self->area.origin.y);
  place_words (self, width);
  for (guint i = 0; i < KM_DIAGRAM_MAX_TAGS; i++)
    km_tag_place (&self->chosen_tags[i], width, height, &self->chosen_tags[1 - i]);
  km_tag_place (&self->quiet_tag, width, height, NULL);
}

static void
snapshot_spots (KmDiagram *self, GtkSnapshot *snapshot, gboolean marked)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      KmSpotButton *spot = g_ptr_array_index (self->spots, i);

      if (km_spot_button_is_marked (spot) == marked)
        gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (spot), snapshot);
    }
}

static void
km_diagram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KmDiagram *self = KM_DIAGRAM (widget);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &self->area.origin);
  gdk_paintable_snapshot (GDK_PAINTABLE (self->knee), snapshot, (double) self->area.size.width,
                          (double) self->area.size.height);
  gtk_snapshot_restore (snapshot);
  gtk_widget_snapshot_child (widget, self->orient[0], snapshot);
  gtk_widget_snapshot_child (widget, self->orient[1], snapshot);
  /* Marks of the new view never lie on the old one. */
  if (!km_knee_is_current (self->knee))
    return;
  km_diagram_snapshot_extent (self, snapshot);
  snapshot_spots (self, snapshot, FALSE);
  snapshot_spots (self, snapshot, TRUE);
  for (guint i = 0; i < KM_DIAGRAM_MAX_TAGS; i++)
    gtk_widget_snapshot_child (widget, self->chosen_tags[i].label, snapshot);
  gtk_widget_snapshot_child (widget, self->quiet_tag.label, snapshot);
}

static gboolean
move_focus (KmDiagram *self, KmSpotButton *from, GtkDirectionType direction)
{
  KmDirection towards;
  guint index;
  int to;

  switch (direction)
    {
    case GTK_DIR_UP:
      towards = KM_DIRECTION_UP;
      break;
    case GTK_DIR_DOWN:
      towards = KM_DIRECTION_DOWN;
      break;
    case GTK_DIR_LEFT:
      towards = KM_DIRECTION_LEFT;
      break;
    default:
      towards = KM_DIRECTION_RIGHT;
      break;
    }
  if (!g_ptr_array_find (self->spots, from, &index))
    return FALSE;
  to = km_neighbours_find (km_drawing_get_masks (self->drawing, km_diagram_is_mirrored (self)),
                           index, towards);
  return to >= 0 && gtk_widget_grab_focus (g_ptr_array_index (self->spots, (guint) to));
}

static gboolean
km_diagram_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *current = gtk_widget_get_focus_child (widget);

  if (KM_IS_SPOT_BUTTON (current) && direction != GTK_DIR_TAB_FORWARD
      && direction != GTK_DIR_TAB_BACKWARD)
    return move_focus (KM_DIAGRAM (widget), KM_SPOT_BUTTON (current), direction);
  return parent_focus (widget, direction);
}

void
km_diagram_class_init_layout (GtkWidgetClass *widget_class)
{
  parent_focus = widget_class->focus;
  widget_class->measure = km_diagram_measure;
  widget_class->size_allocate = km_diagram_size_allocate;
  widget_class->snapshot = km_diagram_snapshot;
  widget_class->focus = km_diagram_focus;
}
