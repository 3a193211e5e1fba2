/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-page.h"

#include <glib/gi18n.h>

struct _KmPage
{
  GObject parent_instance;

  KmPageKind kind;
  char *id;
  char *title;
  char **also;
  char **keywords;
  char *topic;
  char *purpose;
  char *dose;
  char *reviewed;
  char *closing;
  char **conditions;
  GPtrArray *sections;
};

G_DEFINE_FINAL_TYPE (KmPage, km_page, G_TYPE_OBJECT)

static const char *const no_strings[] = { NULL };

/**
 * km_run_new:
 * @kind: what the words are
 * @text: the words
 * @target: (nullable): page or glossary id
 *
 * Returns: (transfer full): a run
 */
KmRun *
km_run_new (KmRunKind kind, const char *text, const char *target)
{
  KmRun *run = g_new0 (KmRun, 1);

  run->kind = kind;
  run->text = g_strdup (text);
  run->target = g_strdup (target);
  return run;
}

/**
 * km_text_new:
 *
 * Returns: (transfer full): a text without runs and sources
 */
KmText *
km_text_new (void)
{
  KmText *text = g_new0 (KmText, 1);

  text->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) km_run_free);
  text->sources = g_new0 (char *, 1);
  return text;
}

/**
 * km_text_to_string:
 * @text: a text
 *
 * Returns: (transfer full): its words without mark-up
 */
char *
km_text_to_string (const KmText *text)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < text->runs->len; i++)
    g_string_append (string, ((KmRun *) g_ptr_array_index (text->runs, i))->text);
  return g_string_free (string, FALSE);
}

/**
 * km_block_new:
 * @kind: what it is
 *
 * Returns: (transfer full): an empty block
 */
KmBlock *
km_block_new (KmBlockKind kind)
{
  KmBlock *block = g_new0 (KmBlock, 1);

  block->kind = kind;
  block->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) km_text_free);
  return block;
}

/**
 * km_section_new:
 * @kind: what the section is for
 * @heading: its heading
 *
 * Returns: (transfer full): an empty section
 */
KmSection *
km_section_new (const char *kind, const char *heading)
{
  KmSection *section = g_new0 (KmSection, 1);

  section->kind = g_strdup (kind);
  section->heading = g_strdup (heading);
  section->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) km_block_free);
  return section;
}

static void
collect_links (const KmText *text, GHashTable *seen, GStrvBuilder *links)
{
  for (guint i = 0; i < text->runs->len; i++)
    {
      const KmRun *run = g_ptr_array_index (text->runs, i);

      if (run->kind == KM_RUN_LINK && g_hash_table_add (seen, run->target))
        g_strv_builder_add (links, run->target);
    }
}

/**
 * km_section_dup_links:
 * @section: a section
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the pages it links to, each once, in
 *   order
 */
char **
km_section_dup_links (const KmSection *section)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) links = g_strv_builder_new ();

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const KmBlock *block = g_ptr_array_index (section->blocks, i);

      for (guint j = 0; j < block->texts->len; j++)
        collect_links (g_ptr_array_index (block->texts, j), seen, links);
    }
  return g_strv_builder_end (links);
}

void
km_run_free (KmRun *run)
{
  g_free (run->text);
  g_free (run->target);
  g_free (run);
}

void
km_text_free (KmText *text)
{
  g_free (text->id);
  g_ptr_array_unref (text->runs);
  g_strfreev (text->sources);
  g_free (text);
}

void
km_block_free (KmBlock *block)
{
  g_free (block->id);
  g_ptr_array_unref (block->texts);
  g_strfreev (block->structures);
  g_strfreev (block->spots);
  g_free (block->exercise);
  g_free (block->title);
  g_strfreev (block->extras);
  g_strfreev (block->targets);
  g_free (block);
}

void
km_section_free (KmSection *section)
{
  g_free (section->kind);
  g_free (section->heading);
  g_ptr_array_unref (section->blocks);
  g_free (section);
}

static void
km_page_finalize (GObject *object)
{
  KmPage *self = KM_PAGE (object);

  g_free (self->id);
  g_free (self->title);
  g_strfreev (self->also);
  g_strfreev (self->keywords);
  g_free (self->topic);
  g_free (self->purpose);
  g_free (self->dose);
  g_free (self->reviewed);
  g_free (self->closing);
  g_strfreev (self->conditions);
  g_ptr_array_unref (self->sections);
  G_OBJECT_CLASS (km_page_parent_class)->finalize (object);
}

static void
km_page_class_init (KmPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_page_finalize;
}

static void
km_page_init (KmPage *self)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) km_section_free);
}

/**
 * km_page_new:
 * @kind: what the page is about
 * @id: its id, unique in the guide
 * @title: its title
 *
 * Returns: (transfer full): a page without sections
 */
KmPage *
km_page_new (KmPageKind kind, const char *id, const char *title)
{
  KmPage *self = g_object_new (KM_TYPE_PAGE, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  return self;
}

static void
replace_strings (char ***place, char **strings)
{
  g_strfreev (*place);
  *place = g_strdupv (strings);
}

static void
replace_string (char **place, const char *string)
{
  g_free (*place);
  *place = g_strdup (string);
}

/**
 * km_page_set_also:
 * @self: a page
 * @also: (nullable) (array zero-terminated=1): its other names
 */
void
km_page_set_also (KmPage *self, char **also)
{
  replace_strings (&self->also, also);
}

/**
 * km_page_set_keywords:
 * @self: a page
 * @keywords: (nullable) (array zero-terminated=1): words people type to find it
 */
void
km_page_set_keywords (KmPage *self, char **keywords)
{
  replace_strings (&self->keywords, keywords);
}

/**
 * km_page_set_topic:
 * @self: a page
 * @topic: (nullable): the group the library lists it in
 */
void
km_page_set_topic (KmPage *self, const char *topic)
{
  replace_string (&self->topic, topic);
}

/**
 * km_page_set_purpose:
 * @self: a page
 * @purpose: (nullable): what it is for, in one short line
 */
void
km_page_set_purpose (KmPage *self, const char *purpose)
{
  replace_string (&self->purpose, purpose);
}

/**
 * km_page_set_dose:
 * @self: an exercise
 * @dose: (nullable): how much, in one short line
 */
void
km_page_set_dose (KmPage *self, const char *dose)
{
  replace_string (&self->dose, dose);
}

/**
 * km_page_set_reviewed:
 * @self: a page
 * @reviewed: (nullable): when its facts were last checked, as YYYY-MM
 */
void
km_page_set_reviewed (KmPage *self, const char *reviewed)
{
  replace_string (&self->reviewed, reviewed);
}

/**
 * km_page_set_closing:
 * @self: a page
 * @closing: (nullable): the one line that closes its summary
 */
void
km_page_set_closing (KmPage *self, const char *closing)
{
  replace_string (&self->closing, closing);
}

/**
 * km_page_set_conditions:
 * @self: an exercise
 * @conditions: (nullable) (array zero-terminated=1): ids of the conditions it serves
 */
void
km_page_set_conditions (KmPage *self, char **conditions)
{
  replace_strings (&self->conditions, conditions);
}

/**
 * km_page_take_section:
 * @self: a page
 * @section: (transfer full): its next section
 */
void
km_page_take_section (KmPage *self, KmSection *section)
{
  g_ptr_array_add (self->sections, section);
}

const char *
km_page_get_id (KmPage *self)
{
  return self->id;
}

KmPageKind
km_page_get_kind (KmPage *self)
{
  return self->kind;
}

const char *
km_page_get_title (KmPage *self)
{
  return self->title;
}

static const char *const *
strings_or_none (char **strings)
{
  return strings != NULL ? (const char *const *) strings : no_strings;
}

/**
 * km_page_get_also:
 * @self: a page
 *
 * Returns: (transfer none) (array zero-terminated=1): its other names, possibly none
 */
const char *const *
km_page_get_also (KmPage *self)
{
  return strings_or_none (self->also);
}

/**
 * km_page_get_keywords:
 * @self: a page
 *
 * Returns: (transfer none) (array zero-terminated=1): words people type to find it, possibly none
 */
const char *const *
km_page_get_keywords (KmPage *self)
{
  return strings_or_none (self->keywords);
}

const char *
km_page_get_topic (KmPage *self)
{
  return self->topic;
}

const char *
km_page_get_purpose (KmPage *self)
{
  return self->purpose;
}

const char *
km_page_get_dose (KmPage *self)
{
  return self->dose;
}

const char *
km_page_get_reviewed (KmPage *self)
{
  return self->reviewed;
}

/**
 * km_page_dup_month:
 * @self: a page
 *
 * Returns: (transfer full): when its facts were last checked, in words
 */
char *
km_page_dup_month (KmPage *self)
{
  g_autofree char *iso = g_strdup_printf ("%s-01T00:00:00Z", self->reviewed);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (iso, NULL);
  /* Translators: a month and a year, as in "November 2026" */
  char *month = date != NULL ? g_date_time_format (date, _ ("%B %Y")) : NULL;

  return month != NULL ? month : g_strdup (self->reviewed);
}

/**
 * km_page_dup_checked:
 * @self: a page
 *
 * Returns: (transfer full): when its facts were last checked, and that no clinician has, for its
 * foot
 */
char *
km_page_dup_checked (KmPage *self)
{
  g_autofree char *month = km_page_dup_month (self);

  return g_strdup_printf (_ ("Facts checked: %s. A clinician has not yet checked this page."),
                          month);
}

const char *
km_page_get_closing (KmPage *self)
{
  return self->closing;
}

/**
 * km_page_get_conditions:
 * @self: a page
 *
 * Returns: (transfer none) (array zero-terminated=1): conditions an exercise serves, possibly none
 */
const char *const *
km_page_get_conditions (KmPage *self)
{
  return strings_or_none (self->conditions);
}

guint
km_page_get_n_sections (KmPage *self)
{
  return self->sections->len;
}

/**
 * km_page_get_section:
 * @self: a page
 * @position: which one, from 0
 *
 * Returns: (transfer none): the section
 */
const KmSection *
km_page_get_section (KmPage *self, guint position)
{
  g_return_val_if_fail (position < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, position);
}

/**
 * km_page_find_section:
 * @self: a page
 * @kind: a kind of section
 *
 * Returns: (transfer none) (nullable): the first section of that kind
 */
const KmSection *
km_page_find_section (KmPage *self, const char *kind)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const KmSection *section = g_ptr_array_index (self->sections, i);

      if (g_str_equal (section->kind, kind))
        return section;
    }
  return NULL;
}

/**
 * km_page_dup_sources:
 * @self: a page
 *
 * The keys of every source the page rests on, in the order of first use, without the marks for
 * common practice and for no claim.
 *
 * Returns: (transfer full) (array zero-terminated=1): source keys
 */
char **
km_page_dup_sources (KmPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **keys;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const KmSection *section = g_ptr_array_index (self->sections, i);

      for (guint j = 0; j < section->blocks->len; j++)
        {
          const KmBlock *block = g_ptr_array_index (section->blocks, j);

          for (guint k = 0; k < block->texts->len; k++)
            {
              const KmText *text = g_ptr_array_index (block->texts, k);

              for (char **key = text->sources; *key != NULL; key++)
                if (g_ascii_isupper (**key) && g_hash_table_add (seen, *key))
                  g_strv_builder_add (builder, *key);
            }
        }
    }
  keys = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return keys;
}
