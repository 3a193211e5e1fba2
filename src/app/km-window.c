/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-compare-view.h"
#include "km-diagram-pane.h"
#include "km-scroller.h"
#include "km-segmented.h"
#include "km-stack.h"

#include <glib/gi18n.h>

/* Wide enough for the contents beside the text in the library; narrow enough for one thing at a
 * time. In px at the font the design was made with. */
#define WIDE_WIDTH 1020
#define NARROW_WIDTH 600

G_DEFINE_FINAL_TYPE (KmWindow, km_window, GTK_TYPE_APPLICATION_WINDOW)

/* ---- where the reader is --------------------------------------------------------------------- */

static KmPageView *
current_page_view (KmWindow *self)
{
  KmPlace *place = km_history_get_current (self->history);

  return KM_PAGE_VIEW (place != NULL && place->library ? self->library_page : self->find_page);
}

static void
make_find_page (KmWindow *self)
{
  if (self->find_page != NULL)
    return;
  self->find_page = km_page_view_new ();
  km_page_view_set_models (KM_PAGE_VIEW (self->find_page), self->assessment, self->atlas);
  g_signal_connect_swapped (self->find_page, "open", G_CALLBACK (km_window_open_page), self);
  g_signal_connect_swapped (self->find_page, "answer", G_CALLBACK (km_window_ask), self);
  km_stack_add (GTK_STACK (self->reading), self->find_page, _ ("Page of the guide"));
}

static void
apply_find (KmWindow *self, const KmPlace *place)
{
  KmPage *page = km_library_get_page (self->library, place->page);
  const KmCondition *condition = km_library_get_condition (self->library, place->page);

  if (page != NULL)
    make_find_page (self);
  km_stack_show (GTK_STACK (self->reading), page != NULL ? self->find_page : self->warnings);
  if (page != NULL)
    {
      km_page_view_show_page (KM_PAGE_VIEW (self->find_page), page);
      km_page_view_set_scroll (KM_PAGE_VIEW (self->find_page), place->scroll);
    }
  km_question_pane_select (self->questions, condition != NULL ? condition->id : NULL);
  km_diagram_pane_set_condition (self->diagram, condition);
  km_fold_set_shown (self->fold, (guint) place->pane);
}

static void
apply_library (KmWindow *self, const KmPlace *place)
{
  KmPage *page = km_library_get_page (self->library, place->page);

  km_stack_show (GTK_STACK (self->library_stack), page != NULL ? self->library_page : self->lists);
  if (page == NULL)
    {
      km_library_view_show_place (KM_LIBRARY_VIEW (self->lists), place->list);
      if (place->term != NULL)
        km_library_view_show_term (KM_LIBRARY_VIEW (self->lists), place->term);
    }
  else
    {
      km_page_view_show_page (KM_PAGE_VIEW (self->library_page), page);
      km_page_view_set_scroll (KM_PAGE_VIEW (self->library_page), place->scroll);
    }
}

static void
make_library (KmWindow *self)
{
  if (self->library_stack != NULL)
    return;
  self->lists = g_object_new (KM_TYPE_LIBRARY_VIEW, NULL);
  self->library_page = km_page_view_new ();
  self->library_stack = gtk_stack_new ();
  km_stack_add (GTK_STACK (self->library_stack), self->lists, _ ("Lists of the library"));
  km_stack_add (GTK_STACK (self->library_stack), self->library_page, _ ("Page of the guide"));
  gtk_widget_set_hexpand (self->library_stack, TRUE);
  km_library_view_set_models (KM_LIBRARY_VIEW (self->lists), self->library, self->atlas,
                              self->reader);
  km_page_view_set_models (KM_PAGE_VIEW (self->library_page), self->assessment, self->atlas);
  g_signal_connect_swapped (self->lists, "place", G_CALLBACK (km_window_open_library), self);
  g_signal_connect_swapped (self->library_page, "open", G_CALLBACK (km_window_open_page), self);
  g_signal_connect_swapped (self->library_page, "answer", G_CALLBACK (km_window_ask), self);
  gtk_box_append (GTK_BOX (self->library_box), self->library_stack);
  km_window_update_width (self);
}

static void
apply_part (KmWindow *self, const KmPlace *place)
{
  if (place->library)
    make_library (self);
  km_stack_show (GTK_STACK (self->places),
                 place->library ? self->library_box : GTK_WIDGET (self->fold));
  km_segmented_set_active (self->switcher, place->library ? "library" : "find");
  if (place->compared[0] != NULL)
    km_window_apply_compare (self, place);
  else if (place->library)
    apply_library (self, place);
  else
    apply_find (self, place);
}

/* Makes the widgets show the current place of the history. */
static void
apply_place (KmWindow *self)
{
  const KmPlace *place = km_history_get_current (self->history);

  self->applying = TRUE;
  if (place->words != NULL)
    km_window_apply_search (self, place);
  else
    apply_part (self, place);
  self->applying = FALSE;
  km_window_note_page (self);
  km_window_update_actions (self);
  km_window_queue_save (self);
}

static void
remember_place (KmWindow *self)
{
  KmPlace *place = km_history_get_current (self->history);

  if (place != NULL && place->page != NULL)
    {
      place->scroll = km_page_view_get_scroll (current_page_view (self));
      place->open = km_page_view_get_open (current_page_view (self));
      place->focus = km_page_view_get_focus (current_page_view (self));
    }
  km_window_note_place (self);
}

/**
 * km_window_go:
 * @self: a window
 * @place: (transfer full): where to go
 *
 * Goes to a place and remembers the way back.
 */
void
km_window_go (KmWindow *self, KmPlace *place)
{
  remember_place (self);
  km_history_push (self->history, place);
  apply_place (self);
}

/* What had the focus is out of sight. Left alone, GTK would give it to the first button of the
 * header. */
static void
restore_focus (KmWindow *self)
{
  const KmPlace *here = km_history_get_current (self->history);
  KmPageView *view = km_window_get_page_view (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean in_view = focus != NULL && gtk_widget_get_mapped (focus)
                     && gtk_widget_is_ancestor (focus, self->places);

  if (view != NULL)
    km_page_view_set_focus (view, here->focus);
  else if (here->compared[0] != NULL)
    km_compare_view_focus_title (KM_COMPARE_VIEW (self->compare));
  else if (here->words != NULL || in_view)
    return;
  else if (here->library)
    km_library_view_take_focus (KM_LIBRARY_VIEW (self->lists));
  else
    {
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      gtk_widget_child_focus (self->places, GTK_DIR_TAB_FORWARD);
    }
}

/**
 * km_window_step:
 * @self: a window
 * @step: -1 for back, 1 for forward
 *
 * Goes through the places one has been at. What was open on a page is open; the focus is where it
 * was on a page, unless what has it now stays in sight.
 */
void
km_window_step (KmWindow *self, int step)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  KmPageView *view;

  if (!km_history_can_go (self->history, step))
    return;
  if (focus != NULL)
    g_object_ref (focus);
  remember_place (self);
  km_history_go (self->history, step);
  apply_place (self);
  view = km_window_get_page_view (self);
  if (view != NULL)
    km_page_view_set_open (view, km_history_get_current (self->history)->open);
  if (focus == NULL || !gtk_widget_get_mapped (focus))
    restore_focus (self);
  g_clear_object (&focus);
}

/**
 * km_window_open_library:
 * @self: a window
 * @list: (nullable): a list of the library
 */
void
km_window_open_library (KmWindow *self, const char *list)
{
  km_window_go (self, km_place_new (TRUE, list, NULL, 0));
}

/**
 * km_window_open_page:
 * @self: a window
 * @page_id: a page
 *
 * Opens a page where the reader is: beside the questions in Find, over the whole window in the
 * library.
 *
 * Returns: whether there is such a page
 */
gboolean
km_window_open_page (KmWindow *self, const char *page_id)
{
  const KmPlace *here = km_history_get_current (self->history);

  if (km_library_get_page (self->library, page_id) == NULL)
    return FALSE;
  if (here->library)
    km_window_go (self, km_place_new (TRUE, here->list, page_id, 0));
  else
    km_window_go (self, km_place_new (FALSE, NULL, page_id, KM_PANE_READING));
  if (km_fold_get_n_panes (self->fold) < 3 || here->library)
    km_page_view_focus_title (current_page_view (self));
  return TRUE;
}

/**
 * km_window_show_pane:
 * @self: a window
 * @pane: a pane of Find
 *
 * Shows a pane of Find where they take turns.
 */
void
km_window_show_pane (KmWindow *self, int pane)
{
  const KmPlace *here = km_history_get_current (self->history);
  const char *page = here->library ? NULL : here->page;

  km_window_go (self, km_place_new (FALSE, NULL, page, pane));
}

/**
 * km_window_ask:
 * @self: a window
 * @question_id: a question
 *
 * Shows the questions and asks one of them.
 */
void
km_window_ask (KmWindow *self, const char *question_id)
{
  km_window_show_pane (self, KM_PANE_QUESTIONS);
  km_question_pane_ask (self->questions, question_id);
}

/**
 * km_window_set_start_size:
 * @self: a window not yet shown
 * @width: width to start with, in px
 * @height: height to start with, in px
 */
void
km_window_set_start_size (KmWindow *self, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  km_window_update_width (self);
}

/**
 * km_window_is_complete:
 * @self: a window
 *
 * Returns: whether everything in view is drawn, the knee too
 */
gboolean
km_window_is_complete (KmWindow *self)
{
  return km_diagram_is_current (km_diagram_pane_get_diagram (self->diagram));
}

/* ---- widths -----------------------------------------------------------------------------------
 */

/**
 * km_window_update_width:
 * @self: a window
 *
 * Tells everything that cares how much room there is.
 */
void
km_window_update_width (KmWindow *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height;
  gboolean narrow;
  gboolean wide;

  if (width <= 0)
    gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  narrow = width < km_clamp_scale (GTK_WIDGET (self), NARROW_WIDTH);
  wide = width >= km_clamp_scale (GTK_WIDGET (self), WIDE_WIDTH);
  gtk_widget_set_visible (self->forward_button, !narrow);
  km_window_place_switcher (self, narrow);
  km_window_update_search_width (self, narrow);
  km_urgency_banner_set_narrow (KM_URGENCY_BANNER (self->banner), narrow);
  if (self->library_stack != NULL)
    {
      km_library_view_set_narrow (KM_LIBRARY_VIEW (self->lists), narrow);
      km_page_view_set_wide (KM_PAGE_VIEW (self->library_page), wide);
      if (self->compare != NULL)
        km_compare_view_set_narrow (KM_COMPARE_VIEW (self->compare), narrow);
    }
}

static gboolean
on_width_settled (gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);

  self->width_source = 0;
  km_window_update_width (self);
  km_window_follow_font (self);
  return G_SOURCE_REMOVE;
}

static void
km_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KmWindow *self = KM_WINDOW (widget);

  GTK_WIDGET_CLASS (km_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* What follows from the width may not change while sizes are handed out. */
  if (width != self->last_width && self->width_source == 0)
    self->width_source = g_idle_add (on_width_settled, self);
  self->last_width = width;
}

static void
km_window_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  KmWindow *self = KM_WINDOW (widget);

  GTK_WIDGET_CLASS (km_window_parent_class)->css_changed (widget, change);
  if (self->diagram != NULL && self->width_source == 0)
    self->width_source = g_idle_add (on_width_settled, self);
}

/* ---- signals ----------------------------------------------------------------------------------
 */

static void
on_tell (KmWindow *self)
{
  km_window_show_pane (self, KM_PANE_QUESTIONS);
  km_question_pane_show_tell (self->questions);
}

static void
on_change_answer (KmWindow *self)
{
  km_window_show_pane (self, KM_PANE_QUESTIONS);
  km_question_pane_show_answers (self->questions);
}

static void
on_resume (KmWindow *self)
{
  km_window_go_on (self);
}

static void
on_fold_changed (KmWindow *self)
{
  km_window_update_bottom_bar (self);
  km_window_update_actions (self);
}

static void
on_assessment_changed (KmWindow *self)
{
  km_window_update_bottom_bar (self);
  km_window_update_actions (self);
  km_window_queue_save (self);
}

/* ---- building ---------------------------------------------------------------------------------
 */

static void
make_find (KmWindow *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *knee;
  GtkWidget *scroller = km_scroller_new (km_warning_list_new (self->library));

  self->diagram = KM_DIAGRAM_PANE (km_diagram_pane_new (self->assessment, self->atlas));
  self->bottom_bar = km_window_make_bottom_bar (self);
  /* In a low window, or under a banner, the pane scrolls rather than hold the window open. */
  knee = km_scroller_new (GTK_WIDGET (self->diagram));
  gtk_widget_set_vexpand (knee, TRUE);
  gtk_box_append (GTK_BOX (first), knee);
  gtk_box_append (GTK_BOX (first), self->bottom_bar);

  self->questions = KM_QUESTION_PANE (km_question_pane_new (self->assessment));
  g_signal_connect_swapped (self->questions, "open", G_CALLBACK (km_window_open_page), self);
  g_signal_connect_swapped (self->questions, "resume", G_CALLBACK (on_resume), self);

  self->warnings = scroller;
  gtk_widget_add_css_class (scroller, "pane");
  gtk_widget_add_css_class (scroller, "reading");
  self->reading = gtk_stack_new ();
  km_stack_add (GTK_STACK (self->reading), self->warnings, _ ("Warning signs"));

  km_fold_append (self->fold, first, 372);
  km_fold_append (self->fold, GTK_WIDGET (self->questions), 396);
  km_fold_append (self->fold, self->reading, 0);
  g_signal_connect_swapped (self->fold, "notify::n-panes", G_CALLBACK (on_fold_changed), self);
}

static void
km_window_dispose (GObject *object)
{
  KmWindow *self = KM_WINDOW (object);

  km_window_dispose_search (self);
  g_clear_handle_id (&self->width_source, g_source_remove);
  if (self->save_source != 0 && self->diagram != NULL)
    km_window_save (self);
  g_clear_handle_id (&self->save_source, g_source_remove);
  km_window_dispose_reading (self);
  km_window_dispose_text (self);
  self->diagram = NULL;
  g_clear_object (&self->assessment);
  g_clear_object (&self->library);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->history, km_history_free);
  g_clear_pointer (&self->last_session, km_session_free);
  /* The window lets go of its title bar itself, and must find it alive for that. */
  G_OBJECT_CLASS (km_window_parent_class)->dispose (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), KM_TYPE_WINDOW);
}

static void
km_window_class_init (KmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_window_dispose;
  widget_class->size_allocate = km_window_size_allocate;
  widget_class->css_changed = km_window_css_changed;
  g_type_ensure (KM_TYPE_FOLD);
  g_type_ensure (KM_TYPE_URGENCY_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kneemap/Kneemap/ui/km-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KmWindow, header);
  gtk_widget_class_bind_template_child (widget_class, KmWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, KmWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, KmWindow, narrow_section);
  gtk_widget_class_bind_template_child (widget_class, KmWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, KmWindow, places);
  gtk_widget_class_bind_template_child (widget_class, KmWindow, fold);
  gtk_widget_class_bind_template_child (widget_class, KmWindow, library_box);
  gtk_widget_class_bind_template_callback (widget_class, on_tell);
  gtk_widget_class_bind_template_callback (widget_class, on_change_answer);
  km_window_class_install_actions (widget_class);
  km_window_class_install_reading (widget_class);
  km_window_class_install_keeping (widget_class);
  km_window_class_install_text (widget_class);
  km_window_class_install_print (widget_class);
  km_window_class_install_compare (widget_class);
}

static void
km_window_init (KmWindow *self)
{
  self->history = km_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  km_window_init_reading (self);
  km_window_init_text (self);
}

/**
 * km_window_new:
 * @application: the application
 * @lookup: the search of everything the guide knows
 * @atlas: the drawings
 *
 * Returns: (transfer none): a window, owned by the toolkit
 */
KmWindow *
km_window_new (GtkApplication *application, KmLookup *lookup, KmAtlas *atlas)
{
  KmWindow *self = g_object_new (KM_TYPE_WINDOW, "application", application, NULL);

  self->lookup = g_object_ref (lookup);
  self->library = g_object_ref (km_lookup_get_library (lookup));
  self->atlas = g_object_ref (atlas);
  self->assessment = km_assessment_new (self->library);
  km_stack_label (GTK_STACK (self->places), GTK_WIDGET (self->fold), _ ("Find"));
  km_stack_label (GTK_STACK (self->places), self->library_box, _ ("Library"));
  km_window_make_switcher (self);
  make_find (self);
  km_urgency_banner_set_assessment (KM_URGENCY_BANNER (self->banner), self->assessment);
  g_signal_connect_object (self->assessment, "changed", G_CALLBACK (on_assessment_changed), self,
                           G_CONNECT_SWAPPED);
  if (!km_library_is_filled (self->library))
    g_signal_connect_object (self->library, "filled", G_CALLBACK (km_window_update_actions), self,
                             G_CONNECT_SWAPPED);
  km_history_push (self->history, km_place_new (FALSE, NULL, NULL, KM_PANE_DIAGRAM));
  km_window_load_reading (self);
  km_window_load_session (self);
  km_window_update_width (self);
  km_window_update_bottom_bar (self);
  apply_place (self);
  return self;
}
