/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-print-preview.h"

#include "km-heading.h"
#include "km-paper-actions.h"
#include "km-paper-view.h"
#include "km-print-operation.h"
#include "km-scroller.h"

#include <glib/gi18n.h>

/* No larger than the window it belongs to, and no larger than a sheet needs. */
#define WIDEST 640
#define HIGHEST 860
/* A click of a wheel, which may come in parts. */
#define TURN 1.0

static const double zooms[] = { 1, 1.5, 2, 3, KM_PAPER_MAX_ZOOM };

struct _KmPrintPreview
{
  GtkWindow parent_instance;

  KmPrintable *printable;
  GtkPageSetup *setup;

  GtkWidget *paper;
  GtkWidget *scroller;
  GtkWidget *number;
  GtkWidget *message;
  GtkWidget *print;
  guint zoom;
  gboolean zoomed; /* and not yet laid out */
  double wheel;
};

G_DEFINE_FINAL_TYPE (KmPrintPreview, km_print_preview, GTK_TYPE_WINDOW)

enum
{
  PRINT,
  SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- pages ----------------------------------------------------------------------------------- */

static void
update (KmPrintPreview *self)
{
  KmPaperView *paper = KM_PAPER_VIEW (self->paper);
  guint page = km_paper_view_get_page (paper);
  guint n = km_paper_view_get_n_pages (paper);
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, n);

  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", page + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.larger",
                                 self->zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.smaller", self->zoom > 0);
}

static GtkAdjustment *
get_adjustment (KmPrintPreview *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/* From its top, or its end when one came from the page after it. */
static void
turn_to (KmPrintPreview *self, guint page, gboolean from_below)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (page >= km_paper_view_get_n_pages (KM_PAPER_VIEW (self->paper)))
    return;
  km_paper_view_set_page (KM_PAPER_VIEW (self->paper), page);
  gtk_adjustment_set_value (adjustment, from_below ? gtk_adjustment_get_upper (adjustment) : 0);
  update (self);
}

static void
on_turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmPrintPreview *self = KM_PRINT_PREVIEW (widget);
  guint page = km_paper_view_get_page (KM_PAPER_VIEW (self->paper));

  turn_to (self, g_str_equal (name, "preview.next") ? page + 1 : page - 1, FALSE);
}

static void
on_turn_to_end (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmPrintPreview *self = KM_PRINT_PREVIEW (widget);
  guint n = km_paper_view_get_n_pages (KM_PAPER_VIEW (self->paper));

  turn_to (self, g_str_equal (name, "preview.last") ? n - 1 : 0, FALSE);
}

/* Where there is nothing left to scroll, the wheel turns the page. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, KmPrintPreview *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double value = gtk_adjustment_get_value (adjustment);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  guint page = km_paper_view_get_page (KM_PAPER_VIEW (self->paper));

  if ((dy > 0 && value < end - 1) || (dy < 0 && value > 1))
    {
      self->wheel = 0;
      return GDK_EVENT_PROPAGATE;
    }
  self->wheel += dy;
  if (self->wheel <= -TURN)
    turn_to (self, page - 1, TRUE);
  else if (self->wheel >= TURN)
    turn_to (self, page + 1, FALSE);
  else
    return GDK_EVENT_STOP;
  self->wheel = 0;
  return GDK_EVENT_STOP;
}

/* ---- zoom ------------------------------------------------------------------------------------ */

static void
set_zoom (KmPrintPreview *self, guint zoom)
{
  if (zoom >= G_N_ELEMENTS (zooms))
    return;
  self->zoom = zoom;
  self->zoomed = TRUE;
  km_paper_view_set_zoom (KM_PAPER_VIEW (self->paper), zooms[zoom]);
  update (self);
}

/* The middle of the sheet, where its text is, comes into view first. */
static void
on_width_changed (GtkAdjustment *adjustment, KmPrintPreview *self)
{
  double room = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (!self->zoomed || room <= 0)
    return;
  self->zoomed = FALSE;
  gtk_adjustment_set_value (adjustment, room / 2);
}

static void
on_larger (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (KM_PRINT_PREVIEW (widget), KM_PRINT_PREVIEW (widget)->zoom + 1);
}

static void
on_smaller (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (KM_PRINT_PREVIEW (widget), KM_PRINT_PREVIEW (widget)->zoom - 1);
}

static void
on_whole (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_zoom (KM_PRINT_PREVIEW (widget), 0);
}

/* ---- print and save -------------------------------------------------------------------------- */

static void
on_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[PRINT], 0);
}

static void
on_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SAVE], 0);
}

/* ---- the window ------------------------------------------------------------------------------ */

static void
km_print_preview_finalize (GObject *object)
{
  KmPrintPreview *self = KM_PRINT_PREVIEW (object);

  g_clear_object (&self->printable);
  g_clear_object (&self->setup);
  G_OBJECT_CLASS (km_print_preview_parent_class)->finalize (object);
}

static void
km_print_preview_class_init (KmPrintPreviewClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "preview.previous", on_turn },     { "preview.next", on_turn },
    { "preview.first", on_turn_to_end }, { "preview.last", on_turn_to_end },
    { "preview.larger", on_larger },     { "preview.smaller", on_smaller },
    { "preview.whole", on_whole },       { "preview.print", on_print },
    { "preview.save", on_save },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = km_print_preview_finalize;
  signals[PRINT] = g_signal_new ("print", KM_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", KM_TYPE_PRINT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

static GtkWidget *
make_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* Where the title would be: the name of the document stands on its first page. */
static GtkWidget *
make_pager (KmPrintPreview *self)
{
  GtkWidget *pager = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                   "spacing", 6, NULL);

  self->number = gtk_label_new ("");
  gtk_widget_add_css_class (self->number, "km-number");
  gtk_box_append (GTK_BOX (pager),
                  make_button ("go-previous-symbolic", _ ("Previous page"), "preview.previous"));
  gtk_box_append (GTK_BOX (pager), self->number);
  gtk_box_append (GTK_BOX (pager),
                  make_button ("go-next-symbolic", _ ("Next page"), "preview.next"));
  return pager;
}

static GtkWidget *
make_header (KmPrintPreview *self)
{
  GtkWidget *header = gtk_header_bar_new ();

  gtk_header_bar_pack_start (GTK_HEADER_BAR (header),
                             make_button ("zoom-out-symbolic", _ ("Smaller"), "preview.smaller"));
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header),
                             make_button ("zoom-in-symbolic", _ ("Larger"), "preview.larger"));
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (header), make_pager (self));
  return header;
}

static GtkWidget *
make_bar (KmPrintPreview *self)
{
  GtkWidget *save;
  GtkWidget *bar = km_paper_actions_new (&save, &self->print);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "preview.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "preview.print");
  gtk_widget_add_css_class (bar, "bottombar");
  return bar;
}

static void
add_paper (KmPrintPreview *self)
{
  GtkEventController *wheel
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->paper = km_paper_view_new ();
  self->scroller = km_scroller_new (self->paper);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_event_controller_set_name (wheel, "pages");
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                    "changed", G_CALLBACK (on_width_changed), self);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (self->scroller, wheel);
}

/* Before whatever has the focus: a flow box would take the keys that turn the pages. */
static void
add_keys (KmPrintPreview *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Page_Up, 0, "preview.previous" },
    { GDK_KEY_Page_Down, 0, "preview.next" },
    { GDK_KEY_Home, 0, "preview.first" },
    { GDK_KEY_End, 0, "preview.last" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "preview.larger" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "preview.larger" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.larger" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "preview.smaller" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.smaller" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "preview.whole" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "preview.print" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "preview.save" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
km_print_preview_init (KmPrintPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_paper (self);
  add_keys (self);
  self->message = km_label_new ("", "km-small", NULL);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_margin_top (self->message, 9);
  gtk_widget_set_margin_start (self->message, 12);
  gtk_widget_set_margin_end (self->message, 12);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_SEPARATOR, "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_window_set_titlebar (GTK_WINDOW (self), make_header (self));
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_focus (GTK_WINDOW (self), self->print);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kneemap");
  gtk_widget_add_css_class (GTK_WIDGET (self), "preview");
}

/**
 * km_print_preview_new:
 * @parent: the window it belongs to
 * @printable: what to show
 * @setup: the paper
 *
 * Returns: (transfer none): a preview, owned by the toolkit
 */
GtkWidget *
km_print_preview_new (GtkWindow *parent, KmPrintable *printable, GtkPageSetup *setup)
{
  KmPrintPreview *self = g_object_new (KM_TYPE_PRINT_PREVIEW, "transient-for", parent, "modal",
                                       TRUE, "destroy-with-parent", TRUE, NULL);
  int width = gtk_widget_get_width (GTK_WIDGET (parent));
  int height = gtk_widget_get_height (GTK_WIDGET (parent));

  self->printable = g_object_ref (printable);
  gtk_window_set_title (GTK_WINDOW (self), km_printable_get_name (printable));
  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (width, WIDEST) : WIDEST,
                               height > 0 ? MIN (height, HIGHEST) : HIGHEST);
  km_print_preview_set_page_setup (self, setup);
  return GTK_WIDGET (self);
}

KmPrintable *
km_print_preview_get_printable (KmPrintPreview *self)
{
  g_return_val_if_fail (KM_IS_PRINT_PREVIEW (self), NULL);

  return self->printable;
}

GtkPageSetup *
km_print_preview_get_page_setup (KmPrintPreview *self)
{
  g_return_val_if_fail (KM_IS_PRINT_PREVIEW (self), NULL);

  return self->setup;
}

/**
 * km_print_preview_set_page_setup:
 * @self: a preview
 * @setup: the paper
 *
 * Shows the pages as they are on that paper.
 */
void
km_print_preview_set_page_setup (KmPrintPreview *self, GtkPageSetup *setup)
{
  KmPaper paper;

  g_return_if_fail (KM_IS_PRINT_PREVIEW (self));

  g_set_object (&self->setup, setup);
  paper = km_paper_from_setup (setup);
  km_paper_view_take_layout (KM_PAPER_VIEW (self->paper),
                             km_printable_lay_out (self->printable, &paper), &paper);
  update (self);
}

/**
 * km_print_preview_say:
 * @self: a preview
 * @text: one line
 *
 * Says what was done.
 */
void
km_print_preview_say (KmPrintPreview *self, const char *text)
{
  g_return_if_fail (KM_IS_PRINT_PREVIEW (self));

  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, TRUE);
}
