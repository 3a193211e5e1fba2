/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-spot-list.h"

#include <glib/gi18n.h>

#include "km-option-row.h"
#include "km-scroller.h"

#define HEIGHT 420

struct _KmSpotList
{
  GtkWidget parent_instance;

  KmAssessment *assessment;
  GPtrArray *rows; /* KmOptionRow */
};

G_DEFINE_FINAL_TYPE (KmSpotList, km_spot_list, GTK_TYPE_WIDGET)

enum
{
  TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_toggled (GtkCheckButton *row, KmSpotList *self)
{
  g_signal_emit (self, signals[TOGGLED], 0, km_option_row_get_id (KM_OPTION_ROW (row)));
}

static void
update (KmSpotList *self)
{
  const KmAnswers *answers = km_assessment_get_answers (self->assessment);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkCheckButton *row = g_ptr_array_index (self->rows, i);
      const char *id = km_option_row_get_id (KM_OPTION_ROW (row));

      g_signal_handlers_block_by_func (row, on_row_toggled, self);
      gtk_check_button_set_active (row, km_answers_has_option (answers, KM_KEY_SPOT, id));
      g_signal_handlers_unblock_by_func (row, on_row_toggled, self);
    }
}

static void
km_spot_list_dispose (GObject *object)
{
  KmSpotList *self = KM_SPOT_LIST (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->assessment);
  g_ptr_array_set_size (self->rows, 0);
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (km_spot_list_parent_class)->dispose (object);
}

static void
km_spot_list_finalize (GObject *object)
{
  g_ptr_array_unref (KM_SPOT_LIST (object)->rows);
  G_OBJECT_CLASS (km_spot_list_parent_class)->finalize (object);
}

static void
km_spot_list_class_init (KmSpotListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = km_spot_list_dispose;
  object_class->finalize = km_spot_list_finalize;
  /**
   * KmSpotList::toggled:
   * @self: the list
   * @spot: id of a spot
   *
   * The person wants the spot chosen, or no longer chosen.
   */
  signals[TOGGLED]
      = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  gtk_widget_class_set_css_name (widget_class, "spotlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
km_spot_list_init (KmSpotList *self)
{
  self->rows = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All places that can hurt"), -1);
}

/**
 * km_spot_list_new:
 * @assessment: whose spots are shown; who listens to `toggled` changes them
 *
 * Returns: (transfer floating): a list of all spots
 */
GtkWidget *
km_spot_list_new (KmAssessment *assessment)
{
  KmSpotList *self = g_object_new (KM_TYPE_SPOT_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = km_scroller_new (box);
  GPtrArray *spots = km_library_get_spots (km_assessment_get_library (assessment));

  self->assessment = g_object_ref (assessment);
  for (guint i = 0; i < spots->len; i++)
    {
      const KmSpot *spot = g_ptr_array_index (spots, i);
      GtkWidget *row = km_option_row_new (spot->id, spot->name, TRUE);

      g_signal_connect (row, "toggled", G_CALLBACK (on_row_toggled), self);
      gtk_box_append (GTK_BOX (box), row);
      g_ptr_array_add (self->rows, row);
    }
  g_object_set (scroller, "propagate-natural-width", TRUE, "propagate-natural-height", TRUE,
                "max-content-height", HEIGHT, NULL);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  g_signal_connect_object (assessment, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
