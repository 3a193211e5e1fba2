/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-option-row.h"

#include "km-heading.h"

/**
 * KmOptionRow:
 *
 * A stock check button lists no action to assistive technology on GTK 4.8, and keeps the role of a
 * check box when grouped; both are mended here. CSS node `checkbutton.option`.
 */
struct _KmOptionRow
{
  GtkCheckButton parent_instance;

  char *id;
};

G_DEFINE_FINAL_TYPE (KmOptionRow, km_option_row, GTK_TYPE_CHECK_BUTTON)

static void
on_choose (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
km_option_row_finalize (GObject *object)
{
  g_free (KM_OPTION_ROW (object)->id);
  G_OBJECT_CLASS (km_option_row_parent_class)->finalize (object);
}

static void
km_option_row_class_init (KmOptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = km_option_row_finalize;
  gtk_widget_class_set_css_name (widget_class, "checkbutton");
  gtk_widget_class_install_action (widget_class, "option.choose", NULL, on_choose);
}

static void
km_option_row_init (KmOptionRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "option");
  km_quiet_icons (GTK_WIDGET (self));
}

/**
 * km_option_row_new:
 * @id: id of the option
 * @label: the answer
 * @many: whether several may be chosen, so that it is a check box rather than a radio button
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
km_option_row_new (const char *id, const char *label, gboolean many)
{
  KmOptionRow *self
      = g_object_new (KM_TYPE_OPTION_ROW, "accessible-role",
                      many ? GTK_ACCESSIBLE_ROLE_CHECKBOX : GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *text = km_label_new (label, NULL);

  self->id = g_strdup (id);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

const char *
km_option_row_get_id (KmOptionRow *self)
{
  return self->id;
}
