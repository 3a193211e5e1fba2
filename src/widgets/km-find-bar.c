/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-find-bar.h"

#include "km-clamp.h"
#include "km-heading.h"
#include "km-pair.h"

#include <glib/gi18n.h>

/* Wide enough for what people look for. */
#define BAR_WIDTH 580

struct _KmFindBar
{
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *previous;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (KmFindBar, km_find_bar, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  STEP,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_step (KmFindBar *self, int step)
{
  g_signal_emit (self, signals[STEP], 0, step);
}

static void
on_changed (KmFindBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_next (KmFindBar *self)
{
  emit_step (self, 1);
}

static void
on_previous (KmFindBar *self)
{
  emit_step (self, -1);
}

static void
on_close (KmFindBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        gpointer user_data)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!enter || (state & GDK_SHIFT_MASK) == 0)
    return FALSE;
  emit_step (user_data, -1);
  return TRUE;
}

static void
km_find_bar_dispose (GObject *object)
{
  KmFindBar *self = KM_FIND_BAR (object);

  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  G_OBJECT_CLASS (km_find_bar_parent_class)->dispose (object);
}

static void
km_find_bar_class_init (KmFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_find_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", KM_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[STEP] = g_signal_new ("step", KM_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CLOSED] = g_signal_new ("closed", KM_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static GtkWidget *
make_button (KmFindBar *self, const char *icon_name, const char *name, GCallback on_clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", on_clicked, self);
  return button;
}

static void
make_entry (KmFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = g_object_new (GTK_TYPE_SEARCH_ENTRY, "placeholder-text", _ ("Find on this page"),
                              "width-chars", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find on this page"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->entry, "next-match", G_CALLBACK (on_next), self);
  g_signal_connect_swapped (self->entry, "previous-match", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (on_close), self);
}

static void
km_find_bar_init (KmFindBar *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *close
      = make_button (self, "window-close-symbolic", _ ("Close"), G_CALLBACK (on_close));

  make_entry (self);
  self->previous
      = make_button (self, "go-up-symbolic", _ ("Previous hit"), G_CALLBACK (on_previous));
  self->next = make_button (self, "go-down-symbolic", _ ("Next hit"), G_CALLBACK (on_next));
  self->count = km_label_new ("", "km-small", "km-dim", "km-number", NULL);
  gtk_widget_set_visible (self->count, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->count, NULL, -1);
  gtk_box_append (GTK_BOX (buttons), self->previous);
  gtk_box_append (GTK_BOX (buttons), self->next);
  gtk_box_append (GTK_BOX (buttons), close);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (column), km_pair_new (self->entry, buttons, 3));
  gtk_box_append (GTK_BOX (column), self->count);
  self->clamp = km_clamp_new (BAR_WIDTH);
  km_clamp_set_child (KM_CLAMP (self->clamp), column);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
  km_find_bar_set_result (self, 0, 0);
}

GtkWidget *
km_find_bar_new (void)
{
  return g_object_new (KM_TYPE_FIND_BAR, NULL);
}

/**
 * km_find_bar_get_words:
 * @self: a find bar
 *
 * Returns: (transfer none): what to look for, perhaps nothing
 */
const char *
km_find_bar_get_words (KmFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
km_find_bar_set_words (KmFindBar *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
}

/**
 * km_find_bar_set_result:
 * @self: a find bar
 * @current: which hit is shown, from 1; 0 for none
 * @total: how many there are
 *
 * Says what was found.
 */
void
km_find_bar_set_result (KmFindBar *self, guint current, guint total)
{
  gboolean any = *km_find_bar_get_words (self) != '\0';
  g_autofree char *text = NULL;

  if (total > 0)
    /* Translators: which hit of how many, "3 of 12" */
    text = g_strdup_printf (_ ("%u of %u"), current, total);
  else
    text = g_strdup (_ ("Not on this page. A shorter word may help."));
  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, any);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  any ? text : "", -1);
  gtk_widget_set_sensitive (self->previous, total > 0);
  gtk_widget_set_sensitive (self->next, total > 0);
}

/**
 * km_find_bar_take_focus:
 * @self: a find bar
 *
 * Puts the focus into the words, all of them chosen, so that typing replaces them.
 */
void
km_find_bar_take_focus (KmFindBar *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
