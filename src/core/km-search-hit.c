/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-search-hit-private.h"

struct _KmSearchHit
{
  GObject parent_instance;

  KmSearchHitData data;
  char *id;
};

G_DEFINE_FINAL_TYPE (KmSearchHit, km_search_hit, G_TYPE_OBJECT)

static void
km_search_hit_finalize (GObject *object)
{
  KmSearchHit *self = KM_SEARCH_HIT (object);

  g_free (self->id);
  g_free ((char *) self->data.line);
  g_clear_object (&self->data.page);
  g_clear_pointer (&self->data.title_marks, g_array_unref);
  g_clear_pointer (&self->data.line_marks, g_array_unref);
  g_clear_object (&self->data.library);
  G_OBJECT_CLASS (km_search_hit_parent_class)->finalize (object);
}

static void
km_search_hit_class_init (KmSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = km_search_hit_finalize;
}

static void
km_search_hit_init (KmSearchHit *self)
{
}

/**
 * km_search_hit_new:
 * @data: what it is made of; the marks are taken over, the line is copied
 *
 * Returns: (transfer full): a result
 */
KmSearchHit *
km_search_hit_new (const KmSearchHitData *data)
{
  KmSearchHit *self = g_object_new (KM_TYPE_SEARCH_HIT, NULL);

  self->data = *data;
  g_object_ref (data->library);
  if (data->page != NULL)
    g_object_ref (data->page);
  self->data.line = g_strdup (data->line);
  self->id = data->page != NULL ? g_strdup (km_page_get_id (data->page))
                                : g_strconcat (KM_GLOSSARY_PREFIX, data->term->id, NULL);
  return self;
}

/**
 * km_search_hit_get_page:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the page; %NULL for a word of the glossary
 */
KmPage *
km_search_hit_get_page (KmSearchHit *self)
{
  return self->data.page;
}

/**
 * km_search_hit_get_term:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the word of the glossary; %NULL for a page
 */
const KmTerm *
km_search_hit_get_term (KmSearchHit *self)
{
  return self->data.term;
}

/**
 * km_search_hit_get_id:
 * @self: a result
 *
 * Returns: (transfer none): the id of the page, or `glossary:` and the id of the word
 */
const char *
km_search_hit_get_id (KmSearchHit *self)
{
  return self->id;
}

/**
 * km_search_hit_get_title:
 * @self: a result
 *
 * Returns: (transfer none): the title of the page, or the word
 */
const char *
km_search_hit_get_title (KmSearchHit *self)
{
  return self->data.page != NULL ? km_page_get_title (self->data.page) : self->data.term->name;
}

static const KmSearchRange *
get_marks (const GArray *marks, guint *n)
{
  *n = marks != NULL ? marks->len : 0;
  return *n > 0 ? (const KmSearchRange *) (gpointer) marks->data : NULL;
}

/**
 * km_search_hit_get_title_marks:
 * @self: a result
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n): the parts of the title that answer, in
 * order
 */
const KmSearchRange *
km_search_hit_get_title_marks (KmSearchHit *self, guint *n)
{
  return get_marks (self->data.title_marks, n);
}

/**
 * km_search_hit_get_line:
 * @self: a result
 *
 * Returns: (transfer none): the line that answers best, or, when only the title does, the first
 *   sentence; plain text
 */
const char *
km_search_hit_get_line (KmSearchHit *self)
{
  return self->data.line;
}

/**
 * km_search_hit_get_line_marks:
 * @self: a result
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n): the parts of the line that answer, in order
 */
const KmSearchRange *
km_search_hit_get_line_marks (KmSearchHit *self, guint *n)
{
  return get_marks (self->data.line_marks, n);
}

/**
 * km_search_hit_get_field:
 * @self: a result
 *
 * Returns: where the line comes from
 */
KmSearchField
km_search_hit_get_field (KmSearchHit *self)
{
  return self->data.field;
}

/**
 * km_search_hit_get_section:
 * @self: a result
 *
 * Returns: position of the section of the page the line stands in, or -1 when it is in none
 */
int
km_search_hit_get_section (KmSearchHit *self)
{
  return self->data.section;
}

/**
 * km_search_hit_get_block:
 * @self: a result
 *
 * Returns: position of the block of that section the line stands in, or -1 when it is in none
 */
int
km_search_hit_get_block (KmSearchHit *self)
{
  return self->data.block;
}

/**
 * km_search_hit_get_score:
 * @self: a result
 *
 * Returns: how well it answers; compares with other results of the same search only
 */
double
km_search_hit_get_score (KmSearchHit *self)
{
  return self->data.score;
}
