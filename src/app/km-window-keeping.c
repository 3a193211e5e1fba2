/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-window-private.h"

#include "km-preferences.h"

#include <glib/gi18n.h>

/* Long enough for a burst of changes to be written once, in seconds. */
#define SAVE_DELAY 1

enum
{
  PROP_BOOKMARKED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* ---- the file ------------------------------------------------------------------------------ */

static void
save (KmWindow *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  if (self->keep_failed || km_preferences_save (self->reader, &error))
    return;
  /* Said once: the program goes on without. */
  self->keep_failed = TRUE;
  g_printerr ("kneemap: %s\n", error->message);
}

static gboolean
on_save_due (gpointer user_data)
{
  KmWindow *self = KM_WINDOW (user_data);

  self->keep_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
update_hint (KmWindow *self)
{
  KmPageView *view = km_window_get_page_view (self);

  if (view != NULL)
    km_page_view_set_hint (view, !km_reading_get_hint_seen (self->reader));
}

static void
on_reading_changed (KmWindow *self)
{
  if (self->keep_source == 0)
    self->keep_source = g_timeout_add_seconds (SAVE_DELAY, on_save_due, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOKMARKED]);
  update_hint (self);
  km_window_update_text_size (self);
}

/**
 * km_window_load_reading:
 * @self: a window
 *
 * Reads how somebody likes to read. What cannot be read is said, not lost.
 */
void
km_window_load_reading (KmWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->reader = km_reading_new ();
  if (!km_preferences_load (self->reader, &error))
    {
      g_printerr ("kneemap: %s\n", error->message);
      km_start_view_set_notice (km_question_pane_get_start (self->questions), error->message);
    }
  km_window_update_text_size (self);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (on_reading_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * km_window_dispose_reading:
 * @self: a window that goes away
 */
void
km_window_dispose_reading (KmWindow *self)
{
  if (self->reader != NULL && self->keep_source != 0)
    {
      km_window_note_place (self);
      save (self);
    }
  g_clear_handle_id (&self->keep_source, g_source_remove);
  g_clear_object (&self->reader);
}

/* ---- where one was ------------------------------------------------------------------------- */

static KmPage *
current_page (KmWindow *self)
{
  const KmPlace *here = km_history_get_current (self->history);

  return here != NULL ? km_library_get_page (self->library, here->page) : NULL;
}

/**
 * km_window_note_page:
 * @self: a window
 *
 * Notes which page is open now, and whether it is kept.
 */
void
km_window_note_page (KmWindow *self)
{
  KmPage *page = current_page (self);
  GPtrArray *recent = km_reading_get_recent (self->reader);
  const KmKept *last = recent->len > 0 ? g_ptr_array_index (recent, 0) : NULL;

  if (page != NULL && (last == NULL || !g_str_equal (last->page, km_page_get_id (page))))
    km_reading_add_recent (self->reader, km_page_get_id (page), km_page_get_title (page));
  update_hint (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOOKMARKED]);
}

/**
 * km_window_note_place:
 * @self: a window
 *
 * Notes how far the open page is scrolled, before it is left.
 */
void
km_window_note_place (KmWindow *self)
{
  KmPageView *view = km_window_get_page_view (self);
  KmPage *page = current_page (self);

  if (view != NULL && page != NULL)
    km_reading_set_share (self->reader, km_page_get_id (page), km_page_view_get_share (view));
}

/**
 * km_window_get_last_read:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the page read last of those that the guide still has
 */
const KmKept *
km_window_get_last_read (KmWindow *self)
{
  GPtrArray *recent = km_reading_get_recent (self->reader);

  for (guint i = 0; i < recent->len; i++)
    {
      const KmKept *kept = g_ptr_array_index (recent, i);

      if (km_library_get_page (self->library, kept->page) != NULL)
        return kept;
    }
  return NULL;
}

/**
 * km_window_can_continue:
 * @self: a window
 *
 * Returns: whether a page was read before; while the library is not filled, whether the guide still
 *   has it is not known
 */
gboolean
km_window_can_continue (KmWindow *self)
{
  if (!km_library_is_filled (self->library))
    return km_reading_get_recent (self->reader)->len > 0;
  return km_window_get_last_read (self) != NULL;
}

static void
on_continue (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KmWindow *self = KM_WINDOW (widget);
  const KmKept *last = km_window_get_last_read (self);
  g_autofree char *page = last != NULL ? g_strdup (last->page) : NULL;
  double share = last != NULL ? last->share : 0;

  if (page != NULL && km_window_open_page (self, page))
    km_page_view_set_share (km_window_get_page_view (self), share);
}

/* ---- bookmarks ----------------------------------------------------------------------------- */

static void
on_dismiss_hint (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_reading_set_hint_seen (KM_WINDOW (widget)->reader, TRUE);
}

static void
on_remove_bookmark (GtkWidget *widget, const char *name, GVariant *parameter)
{
  km_reading_remove_bookmark (KM_WINDOW (widget)->reader, g_variant_get_string (parameter, NULL));
}

static void
set_bookmarked (KmWindow *self, gboolean bookmarked)
{
  KmPage *page = current_page (self);

  if (page == NULL)
    return;
  if (bookmarked)
    km_reading_add_bookmark (self->reader, km_page_get_id (page), km_page_get_title (page));
  else
    km_reading_remove_bookmark (self->reader, km_page_get_id (page));
}

static gboolean
get_bookmarked (KmWindow *self)
{
  KmPage *page = self->reader != NULL ? current_page (self) : NULL;

  return page != NULL && km_reading_has_bookmark (self->reader, km_page_get_id (page));
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BOOKMARKED)
    set_bookmarked (KM_WINDOW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BOOKMARKED)
    g_value_set_boolean (value, get_bookmarked (KM_WINDOW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/**
 * km_window_class_install_keeping:
 * @widget_class: the class of the window
 *
 * What is kept of reading: bookmarks, and where one was.
 */
void
km_window_class_install_keeping (GtkWidgetClass *widget_class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (widget_class);

  object_class->set_property = set_property;
  object_class->get_property = get_property;
  properties[PROP_BOOKMARKED]
      = g_param_spec_boolean ("bookmarked", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_install_property_action (widget_class, "win.bookmark", "bookmarked");
  gtk_widget_class_install_action (widget_class, "win.remove-bookmark", "s", on_remove_bookmark);
  gtk_widget_class_install_action (widget_class, "win.continue", NULL, on_continue);
  gtk_widget_class_install_action (widget_class, "win.dismiss-hint", NULL, on_dismiss_hint);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "win.bookmark",
                                       NULL);
}
