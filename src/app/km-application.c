/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-application.h"

#include "km-appearance.h"
#include "km-help.h"
#include "km-loader.h"
#include "km-search-provider.h"
#include "km-window.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define KM_EXIT_ERROR 1
/* How long to wait for another search of the overview, when there is no window. */
#define IDLE_TIME_MS 30000

struct _KmApplication
{
  GtkApplication parent_instance;

  GThread *reader; /* of the rest of the library */
  GError *load_error;
  KmLibrary *library;
  KmLookup *lookup;
  KmAtlas *atlas;
  KmAppearance *appearance;
  KmSearchProvider *provider;
  gboolean exit_after_startup;
  gboolean open_every_page;
  guint next_page;
  char *start_page;
  char *start_list;
  char *start_words;
  char *start_size;
  char *start_pane;
  gboolean resume;
};

G_DEFINE_FINAL_TYPE (KmApplication, km_application, GTK_TYPE_APPLICATION)

/* ---- the guide: what the first screen shows, then the rest ----------------------------------- */

static gboolean
on_read (gpointer user_data)
{
  km_library_fill (KM_APPLICATION (user_data)->library);
  return G_SOURCE_REMOVE;
}

static gpointer
read_rest (gpointer user_data)
{
  KmApplication *self = user_data;
  KmLibrary *rest = km_loader_load (NULL, &self->load_error);

  g_idle_add (on_read, self);
  return rest;
}

/* Once the first screen is painted: until then it would only be in the way. */
static void
start_reading_rest (KmApplication *self)
{
  if (self->reader == NULL && !km_library_is_filled (self->library))
    self->reader = g_thread_new ("reader", read_rest, self);
}

/* Somebody needs it. */
static KmLibrary *
bring_rest (gpointer user_data, GError **error)
{
  KmApplication *self = user_data;
  KmLibrary *rest;

  if (self->reader == NULL)
    return km_loader_load (NULL, error);
  rest = g_thread_join (g_steal_pointer (&self->reader));
  if (self->load_error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->load_error));
  return rest;
}

static void
report (const GError *error)
{
  g_printerr (_ ("kneemap: the guide could not be loaded: %s\n"), error->message);
}

static void
on_filled (KmLibrary *library, const GError *error, KmApplication *self)
{
  if (error == NULL)
    return;
  report (error);
  g_application_quit (G_APPLICATION (self));
}

static gboolean
open_library (KmApplication *self)
{
  g_autoptr (GError) error = NULL;

  self->library = km_loader_load_first (&error);
  if (self->library == NULL)
    {
      report (error);
      return FALSE;
    }
  km_library_set_rest (self->library, bring_rest, self);
  g_signal_connect_object (self->library, "filled", G_CALLBACK (on_filled), self, 0);
  return TRUE;
}

static void
close_library (KmApplication *self)
{
  g_autoptr (KmLibrary) rest = self->reader != NULL ? g_thread_join (self->reader) : NULL;

  while (g_idle_remove_by_data (self))
    ;
  if (self->library != NULL)
    km_library_set_rest (self->library, NULL, NULL);
  g_clear_object (&self->library);
}

/* ---- windows --------------------------------------------------------------------------------- */

static KmWindow *
ensure_window (KmApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    return KM_WINDOW (window);
  if (self->library == NULL)
    return NULL;
  /* With a window there is no staying on without one. */
  g_application_set_inactivity_timeout (G_APPLICATION (self), 0);
  return km_window_new (GTK_APPLICATION (self), self->lookup, self->atlas);
}

/* For measuring: the next page of the guide in the order of the library, a frame each. */
static gboolean
open_next_page (KmApplication *self)
{
  guint position = self->next_page++;

  for (int kind = 0; kind < KM_N_PAGE_KINDS; kind++)
    {
      GListModel *pages = km_library_get_pages (self->library, kind);
      guint n = g_list_model_get_n_items (pages);

      if (position < n)
        {
          g_autoptr (KmPage) page = g_list_model_get_item (pages, position);

          return km_window_open_page (ensure_window (self), km_page_get_id (page));
        }
      position -= n;
    }
  return FALSE;
}

static void
on_after_paint (GdkFrameClock *clock, gpointer user_data)
{
  KmApplication *self = KM_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* The frame is complete when the knee is in it. */
  if (!KM_IS_WINDOW (window) || !km_window_is_complete (KM_WINDOW (window)))
    return;
  if (!self->exit_after_startup)
    {
      g_signal_handlers_disconnect_by_func (clock, on_after_paint, self);
      start_reading_rest (self);
      return;
    }
  if (!self->open_every_page || !open_next_page (self))
    g_application_quit (G_APPLICATION (self));
}

static void
on_realize (GtkWidget *window, gpointer user_data)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (on_after_paint), user_data, 0);
}

/* What the command line asked the first window to show. */
static void
apply_start_options (KmApplication *self, KmWindow *window)
{
  g_autofree char *page = g_steal_pointer (&self->start_page);
  g_autofree char *list = g_steal_pointer (&self->start_list);
  g_autofree char *words = g_steal_pointer (&self->start_words);
  g_autofree char *pane = g_steal_pointer (&self->start_pane);
  g_autofree char *size = g_steal_pointer (&self->start_size);
  int width;
  int height;

  if (size != NULL && sscanf (size, "%dx%d", &width, &height) == 2)
    km_window_set_start_size (window, width, height);
  if (self->resume)
    km_window_go_on (window);
  if (pane != NULL)
    km_window_show_pane (window, g_str_equal (pane, "knee") ? KM_PANE_DIAGRAM : KM_PANE_QUESTIONS);
  if (list != NULL)
    km_window_open_library (window, list);
  if (words != NULL)
    km_window_search (window, words);
  if (page != NULL && !km_window_open_page (window, page))
    g_printerr (_ ("kneemap: there is no page “%s”\n"), page);
}

static void
km_application_activate (GApplication *application)
{
  KmApplication *self = KM_APPLICATION (application);
  KmWindow *window = ensure_window (self);

  if (window == NULL)
    return;
  if (self->exit_after_startup || !km_library_is_filled (self->library))
    g_signal_connect_object (window, "realize", G_CALLBACK (on_realize), self, G_CONNECT_AFTER);
  apply_start_options (self, window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_page (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KmApplication *self = KM_APPLICATION (user_data);
  KmWindow *window = ensure_window (self);
  const char *page_id = g_variant_get_string (parameter, NULL);

  if (window == NULL)
    return;
  if (!km_window_open_page (window, page_id))
    g_printerr (_ ("kneemap: there is no page “%s”\n"), page_id);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (user_data))) != NULL)
    gtk_window_destroy (window);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  km_help_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                      KM_APPLICATION (user_data)->library);
}

static void
km_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "page", on_page, "s", NULL, NULL, { 0 } },
    { "about", on_about, NULL, NULL, NULL, { 0 } },
    { "quit", on_quit, NULL, NULL, NULL, { 0 } },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  KmApplication *self = KM_APPLICATION (application);

  G_APPLICATION_CLASS (km_application_parent_class)->startup (application);
  if (!open_library (self))
    return;
  self->lookup = km_lookup_new (self->library);
  km_search_provider_set_lookup (self->provider, self->lookup);
  self->appearance = km_appearance_new (gdk_display_get_default ());
  km_appearance_set_bus (self->appearance, g_application_get_dbus_connection (application));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
}

/* ---- the overview of the desktop ------------------------------------------------------------- */

/* Each search lets a program without a window live a little longer. */
static void
on_provider_called (KmApplication *self)
{
  if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    g_application_set_inactivity_timeout (G_APPLICATION (self), IDLE_TIME_MS);
  g_application_hold (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

static void
on_provider_open (KmApplication *self, const char *id, guint timestamp)
{
  KmWindow *window = ensure_window (self);

  km_window_open_result (window, id);
  gtk_window_present_with_time (GTK_WINDOW (window), timestamp);
}

static void
on_provider_search (KmApplication *self, const char *words, guint timestamp)
{
  KmWindow *window = ensure_window (self);

  km_window_search (window, words);
  gtk_window_present_with_time (GTK_WINDOW (window), timestamp);
}

/* Before the name is taken: whoever called the name into being finds the object there. */
static gboolean
km_application_dbus_register (GApplication *application,
                              GDBusConnection *connection,
                              const char *object_path,
                              GError **error)
{
  if (!G_APPLICATION_CLASS (km_application_parent_class)
           ->dbus_register (application, connection, object_path, error))
    return FALSE;
  return km_search_provider_export (KM_APPLICATION (application)->provider, connection, object_path,
                                    error);
}

static void
km_application_dbus_unregister (GApplication *application,
                                GDBusConnection *connection,
                                const char *object_path)
{
  km_search_provider_unexport (KM_APPLICATION (application)->provider);
  G_APPLICATION_CLASS (km_application_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

/* ---- starting -------------------------------------------------------------------------------- */

static int
km_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  KmApplication *self = KM_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  g_variant_dict_lookup (options, "exit-after-startup", "b", &self->exit_after_startup);
  g_variant_dict_lookup (options, "open-every-page", "b", &self->open_every_page);
  g_variant_dict_lookup (options, "resume", "b", &self->resume);
  g_variant_dict_lookup (options, "list", "s", &self->start_list);
  g_variant_dict_lookup (options, "words", "s", &self->start_words);
  g_variant_dict_lookup (options, "window-size", "s", &self->start_size);
  g_variant_dict_lookup (options, "pane", "s", &self->start_pane);
  if (!g_variant_dict_lookup (options, "page", "s", &self->start_page))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("kneemap: %s\n", error->message);
      return KM_EXIT_ERROR;
    }
  /* A program that runs already opens the page in its window. */
  if (!g_application_get_is_remote (application))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "page",
                                  g_variant_new_string (self->start_page));
  return 0;
}

static void
km_application_dispose (GObject *object)
{
  KmApplication *self = KM_APPLICATION (object);

  g_clear_object (&self->provider);
  g_clear_object (&self->appearance);
  g_clear_object (&self->atlas);
  g_clear_object (&self->lookup);
  close_library (self);
  g_clear_error (&self->load_error);
  G_OBJECT_CLASS (km_application_parent_class)->dispose (object);
}

static void
km_application_class_init (KmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = km_application_dispose;
  application_class->startup = km_application_startup;
  application_class->activate = km_application_activate;
  application_class->dbus_register = km_application_dbus_register;
  application_class->dbus_unregister = km_application_dbus_unregister;
  application_class->handle_local_options = km_application_handle_local_options;
}

static void
km_application_init (KmApplication *self)
{
  static const GOptionEntry entries[] = {
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open a page of the guide"), N_ ("ID") },
    { "resume", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Go on from the last session"), NULL },
    { "list", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "pane", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "words", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "window-size", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "open-every-page", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  self->provider = km_search_provider_new ();
  g_signal_connect_swapped (self->provider, "called", G_CALLBACK (on_provider_called), self);
  g_signal_connect_swapped (self->provider, "open", G_CALLBACK (on_provider_open), self);
  g_signal_connect_swapped (self->provider, "search", G_CALLBACK (on_provider_search), self);
  /* Reading the first drawing takes about as long as GTK takes to start. */
  self->atlas = km_atlas_new ();
  km_atlas_prepare (self->atlas, KM_VIEW_FRONT);
}

/**
 * km_application_new:
 *
 * Returns: (transfer full): the application
 */
KmApplication *
km_application_new (void)
{
  return g_object_new (KM_TYPE_APPLICATION, "application-id", KM_APP_ID, NULL);
}
