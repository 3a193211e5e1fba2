/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "km-search-provider.h"

#define INTERFACE "org.gnome.Shell.SearchProvider2"
#define INTERFACE_FILE "/io/github/kneemap/Kneemap/dbus/" INTERFACE ".xml"
/* The overview shows about five. */
#define MAX_RESULTS 8
/* Shorter words begin too much to be worth a line in the overview. */
#define MIN_CHARS 3

/**
 * KmSearchProvider:
 *
 * The overview asks in steps: first for the ids of results, then for what to show of each. The
 * hits of the last search are kept between the two, so that the line that answers can be shown.
 */
struct _KmSearchProvider
{
  GObject parent_instance;

  GDBusConnection *connection;
  guint registration;
  KmLookup *lookup;
  GHashTable *hits; /* id -> KmSearchHit, of the last search */
};

G_DEFINE_FINAL_TYPE (KmSearchProvider, km_search_provider, G_TYPE_OBJECT)

enum
{
  CALLED,
  OPEN,
  SEARCH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- results ------------------------------------------------------------------------------- */

/* Results that need a correction first stay out: the overview searches everything for words that
 * may well be meant for somebody else. */
static GVariant *
find (KmSearchProvider *self, const char *const *terms)
{
  g_autofree char *words = g_strjoinv (" ", (char **) terms);
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("(as)"));
  g_variant_builder_open (&ids, G_VARIANT_TYPE ("as"));
  g_hash_table_remove_all (self->hits);
  if (g_utf8_strlen (words, -1) >= MIN_CHARS)
    {
      g_autoptr (KmSearchResults) results = km_lookup_run (self->lookup, words, MAX_RESULTS);

      for (guint i = 0; results->corrected == NULL && i < results->hits->len; i++)
        {
          KmSearchHit *hit = g_ptr_array_index (results->hits, i);
          const char *id = km_search_hit_get_id (hit);

          g_variant_builder_add (&ids, "s", id);
          g_hash_table_insert (self->hits, g_strdup (id), g_object_ref (hit));
        }
    }
  g_variant_builder_close (&ids);
  return g_variant_builder_end (&ids);
}

/* What is known of an id without the search it came from. */
static gboolean
describe_id (KmLibrary *library, const char *id, const char **name, const char **second)
{
  KmPage *page = km_library_get_page (library, id);
  const char *colon = strchr (id, ':');
  const KmTerm *term = colon != NULL ? km_library_get_term (library, colon + 1) : NULL;

  if (page != NULL)
    {
      *name = km_page_get_title (page);
      *second = km_page_get_purpose (page);
    }
  else if (term != NULL)
    *name = term->name;
  return *name != NULL;
}

static void
add_meta (KmSearchProvider *self, GVariantBuilder *metas, const char *id)
{
  KmSearchHit *hit = g_hash_table_lookup (self->hits, id);
  const char *name = NULL;
  const char *second = NULL;

  if (hit != NULL)
    {
      name = km_search_hit_get_title (hit);
      second = km_search_hit_get_line (hit);
    }
  else if (!describe_id (km_lookup_get_library (self->lookup), id, &name, &second))
    return;
  g_variant_builder_open (metas, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (KM_APP_ID));
  if (second != NULL && *second != '\0')
    g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (second));
  g_variant_builder_close (metas);
}

static GVariant *
describe (KmSearchProvider *self, const char *const *ids)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("(aa{sv})"));
  g_variant_builder_open (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (; *ids != NULL; ids++)
    add_meta (self, &metas, *ids);
  g_variant_builder_close (&metas);
  return g_variant_builder_end (&metas);
}

/* ---- the bus ------------------------------------------------------------------------------- */

static GVariant *
answer (KmSearchProvider *self, const char *method, GVariant *parameters)
{
  g_autofree const char **words = NULL;
  const char *id;
  guint timestamp;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      return find (self, words);
    }
  if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      /* A search is quicker than going through what was found before. */
      g_variant_get (parameters, "(as^a&s)", NULL, &words);
      return find (self, words);
    }
  if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &words);
      return describe (self, words);
    }
  if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&sasu)", &id, NULL, &timestamp);
      g_signal_emit (self, signals[OPEN], 0, id, timestamp);
      return NULL;
    }
  if (g_str_equal (method, "LaunchSearch"))
    {
      g_autofree char *joined = NULL;

      g_variant_get (parameters, "(^a&su)", &words, &timestamp);
      joined = g_strjoinv (" ", (char **) words);
      g_signal_emit (self, signals[SEARCH], 0, joined, timestamp);
    }
  return NULL;
}

static void
on_call (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  KmSearchProvider *self = KM_SEARCH_PROVIDER (user_data);

  if (self->lookup == NULL)
    {
      g_dbus_method_invocation_return_error_literal (invocation, G_DBUS_ERROR, G_DBUS_ERROR_FAILED,
                                                     "The guide could not be loaded");
      return;
    }
  g_signal_emit (self, signals[CALLED], 0);
  g_dbus_method_invocation_return_value (invocation, answer (self, method, parameters));
}

static GDBusNodeInfo *
load_interface (void)
{
  g_autoptr (GBytes) xml = g_resources_lookup_data (INTERFACE_FILE, 0, NULL);

  return g_dbus_node_info_new_for_xml (g_bytes_get_data (xml, NULL), NULL);
}

static void
km_search_provider_dispose (GObject *object)
{
  KmSearchProvider *self = KM_SEARCH_PROVIDER (object);

  km_search_provider_unexport (self);
  g_clear_object (&self->lookup);
  g_clear_pointer (&self->hits, g_hash_table_unref);
  G_OBJECT_CLASS (km_search_provider_parent_class)->dispose (object);
}

static void
km_search_provider_class_init (KmSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = km_search_provider_dispose;
  signals[CALLED] = g_signal_new ("called", KM_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[OPEN] = g_signal_new ("open", KM_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[SEARCH] = g_signal_new ("search", KM_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
km_search_provider_init (KmSearchProvider *self)
{
  self->hits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

KmSearchProvider *
km_search_provider_new (void)
{
  return g_object_new (KM_TYPE_SEARCH_PROVIDER, NULL);
}

/**
 * km_search_provider_set_lookup:
 * @self: a provider
 * @lookup: the search
 *
 * Until then every call fails.
 */
void
km_search_provider_set_lookup (KmSearchProvider *self, KmLookup *lookup)
{
  g_set_object (&self->lookup, lookup);
}

/**
 * km_search_provider_export:
 * @self: a provider
 * @connection: the session bus
 * @application_path: path of the application's own object
 * @error: return location for an error
 *
 * Returns: whether it can be called now
 */
gboolean
km_search_provider_export (KmSearchProvider *self,
                           GDBusConnection *connection,
                           const char *application_path,
                           GError **error)
{
  static const GDBusInterfaceVTable vtable = { on_call, NULL, NULL, { 0 } };
  g_autofree char *path = g_strconcat (application_path, "/SearchProvider", NULL);
  GDBusNodeInfo *node = load_interface ();

  self->registration = g_dbus_connection_register_object (
      connection, path, g_dbus_node_info_lookup_interface (node, INTERFACE), &vtable, self, NULL,
      error);
  g_dbus_node_info_unref (node);
  if (self->registration == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

/**
 * km_search_provider_unexport:
 * @self: a provider
 */
void
km_search_provider_unexport (KmSearchProvider *self)
{
  if (self->connection != NULL)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  g_clear_object (&self->connection);
}
