/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-stack.h"

/*
 * To assistive technology a page of a GtkStack is a panel of its own. On GTK 4.8 it says its C type
 * until it is named, and it stays there, with all it holds, while another page is shown.
 */

/**
 * km_stack_label:
 * @stack: a stack
 * @child: one of its children
 * @label: what the page is, in a word or two
 */
void
km_stack_label (GtkStack *stack, GtkWidget *child, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_stack_get_page (stack, child)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * km_stack_add:
 * @stack: a stack
 * @child: a child to add
 * @label: what the page is, in a word or two
 */
void
km_stack_add (GtkStack *stack, GtkWidget *child, const char *label)
{
  gtk_stack_add_child (stack, child);
  km_stack_label (stack, child, label);
  km_stack_show (stack, gtk_stack_get_visible_child (stack));
}

/**
 * km_stack_show:
 * @stack: a stack
 * @child: the child to show, to the eye and to assistive technology
 */
void
km_stack_show (GtkStack *stack, GtkWidget *child)
{
  gtk_stack_set_visible_child (stack, child);
  for (GtkWidget *each = gtk_widget_get_first_child (GTK_WIDGET (stack)); each != NULL;
       each = gtk_widget_get_next_sibling (each))
    gtk_accessible_update_state (GTK_ACCESSIBLE (each), GTK_ACCESSIBLE_STATE_HIDDEN, each != child,
                                 -1);
}
