/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-diagram-private.h"
#include "km-spot-names.h"

const char *
km_diagram_get_spot_name (KmDiagram *self, KmSpotButton *spot)
{
  const char *id = km_spot_button_get_id (spot);
  const KmSpot *known = self->library != NULL ? km_library_get_spot (self->library, id) : NULL;

  return known != NULL && known->name != NULL ? known->name : id;
}

static gboolean
has_chosen_tag (KmDiagram *self, KmSpotButton *spot)
{
  for (guint i = 0; i < KM_DIAGRAM_MAX_TAGS; i++)
    if (self->chosen_tags[i].spot == spot && gtk_widget_get_visible (self->chosen_tags[i].label))
      return TRUE;
  return FALSE;
}

static KmSpotButton *
find_focused (KmDiagram *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (!KM_IS_SPOT_BUTTON (focus)
      || !(gtk_widget_get_state_flags (focus) & GTK_STATE_FLAG_FOCUS_VISIBLE))
    return NULL;
  return KM_SPOT_BUTTON (focus);
}

/* The spot that the person looks at now: its tag says what is found there. */
static KmSpotButton *
find_looked_at (KmDiagram *self)
{
  return self->hovered != NULL ? self->hovered : find_focused (self);
}

static void
show_tag (KmDiagram *self, KmTag *tag, KmSpotButton *spot)
{
  g_autofree char *found = NULL;

  if (spot != NULL && self->library != NULL && spot == find_looked_at (self))
    found = km_spot_conditions (self->library, km_spot_button_get_id (spot));
  km_tag_show_spot (tag, spot, spot != NULL ? km_diagram_get_spot_name (self, spot) : NULL, found);
}

/* One or two chosen spots keep their names in view; of more, only the last, because the spot card
 * names them all. */
static void
update_chosen_tags (KmDiagram *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  guint first;

  for (guint i = 0; self->chosen != NULL && self->chosen[i] != NULL; i++)
    {
      GtkWidget *spot = km_diagram_get_spot (self, self->chosen[i]);

      if (spot != NULL)
        g_ptr_array_add (shown, spot);
    }
  first = shown->len > KM_DIAGRAM_MAX_TAGS ? shown->len - 1 : 0;
  for (guint i = 0; i < KM_DIAGRAM_MAX_TAGS; i++)
    show_tag (self, &self->chosen_tags[i],
              first + i < shown->len ? g_ptr_array_index (shown, first + i) : NULL);
}

static char *
dup_structure_label (KmDiagram *self)
{
  const KmStructure *structure = NULL;

  if (self->structure != NULL && self->hovered == NULL && self->library != NULL)
    structure = km_library_get_structure (self->library, self->structure);
  return structure != NULL ? km_structure_label (structure) : NULL;
}

static void
update_quiet_tag (KmDiagram *self)
{
  KmSpotButton *spot = find_looked_at (self);
  g_autofree char *structure = dup_structure_label (self);

  if (structure != NULL)
    km_tag_show_point (&self->quiet_tag, self->pointer, structure);
  else if (spot != NULL && !has_chosen_tag (self, spot))
    show_tag (self, &self->quiet_tag, spot);
  else
    show_tag (self, &self->quiet_tag, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
km_diagram_update_tags (KmDiagram *self)
{
  update_chosen_tags (self);
  update_quiet_tag (self);
}

static void
on_spot_state_changed (GtkWidget *widget, GtkStateFlags before, KmDiagram *self)
{
  KmSpotButton *spot = KM_SPOT_BUTTON (widget);
  gboolean over = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0;
  KmSpotButton *hovered = over ? spot : self->hovered == spot ? NULL : self->hovered;

  if (hovered != self->hovered)
    {
      self->hovered = hovered;
      km_diagram_emit_hovered (self, hovered != NULL ? km_spot_button_get_id (hovered) : NULL);
    }
  km_diagram_update_tags (self);
  /* A marked spot is painted over its neighbours. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
km_diagram_set_structure (KmDiagram *self, const char *structure)
{
  if (self->structure == NULL && structure == NULL)
    return;
  self->structure = structure;
  update_quiet_tag (self);
}

/* Looks what lies under the pointer; also when the map of structures has just arrived. */
void
km_diagram_update_structure (KmDiagram *self)
{
  double scale = (double) self->area.size.width / KM_DRAWING_WIDTH;
  KmPoint at;

  if (!self->pointed || self->layer == KM_LAYER_SKIN || self->drawing == NULL || scale <= 0)
    {
      km_diagram_set_structure (self, NULL);
      return;
    }
  at.x = (self->pointer.x - (double) self->area.origin.x) / scale;
  at.y = (self->pointer.y - (double) self->area.origin.y) / scale;
  km_diagram_set_structure (self, km_knee_get_structure_at (self->knee, at.x, at.y));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, KmDiagram *self)
{
  self->pointed = TRUE;
  self->pointer = (KmPoint){ x, y };
  km_diagram_update_structure (self);
}

static void
on_leave (GtkEventControllerMotion *motion, KmDiagram *self)
{
  self->pointed = FALSE;
  km_diagram_update_structure (self);
}

void
km_diagram_watch_spot (KmDiagram *self, GtkWidget *spot)
{
  g_signal_connect (spot, "state-flags-changed", G_CALLBACK (on_spot_state_changed), self);
}

/* The spots are about to go. */
void
km_diagram_forget_spots (KmDiagram *self)
{
  self->hovered = NULL;
  self->structure = NULL;
  for (guint i = 0; i < KM_DIAGRAM_MAX_TAGS; i++)
    km_tag_show_spot (&self->chosen_tags[i], NULL, NULL, NULL);
  km_tag_show_spot (&self->quiet_tag, NULL, NULL, NULL);
}

void
km_diagram_init_tags (KmDiagram *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  for (guint i = 0; i < KM_DIAGRAM_MAX_TAGS; i++)
    km_tag_init (&self->chosen_tags[i], GTK_WIDGET (self), FALSE);
  km_tag_init (&self->quiet_tag, GTK_WIDGET (self), TRUE);
}
