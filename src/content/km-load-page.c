/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "km-load.h"

#include <glib/gi18n.h>

static void
load_items (const xmlNode *node, KmBlock *block)
{
  for (const xmlNode *item = km_xml_first (node); item != NULL; item = km_xml_next (item))
    g_ptr_array_add (block->texts, km_load_text (item));
}

/* What a row rests on goes with its last cell, where a reader looks for it. */
static void
load_table (const xmlNode *node, KmBlock *block)
{
  for (const xmlNode *row = km_xml_first (node); row != NULL; row = km_xml_next (row))
    {
      KmText *cell = NULL;
      guint n_cells = 0;

      for (const xmlNode *at = km_xml_first (row); at != NULL; at = km_xml_next (at))
        {
          cell = km_load_text (at);
          g_ptr_array_add (block->texts, cell);
          n_cells++;
        }
      if (km_xml_is (row, "head"))
        block->n_columns = n_cells;
      else if (cell != NULL)
        {
          g_strfreev (cell->sources);
          cell->sources = km_load_sources_of (row);
        }
    }
}

static void
load_picture (const xmlNode *node, KmBlock *block)
{
  block->view = km_xml_get_enum (node, "view", KM_TYPE_VIEW, KM_VIEW_FRONT);
  block->layer = km_xml_get_enum (node, "layer", KM_TYPE_LAYER, KM_LAYER_SKIN);
  block->structures = km_xml_get_words (node, "structures");
  block->spots = km_xml_get_words (node, "spots");
  g_ptr_array_add (block->texts, km_load_text (node));
}

static void
load_figure (const xmlNode *node, KmBlock *block)
{
  block->exercise = km_xml_get (node, "exercise");
  g_ptr_array_add (block->texts, km_load_text (node));
}

static void
load_print (const xmlNode *node, KmBlock *block)
{
  g_autofree char *kind = km_xml_get (node, "kind");

  block->checklist = g_strcmp0 (kind, "checklist") == 0;
  block->title = km_load_child_text (node, "name");
  for (const xmlNode *item = km_xml_first (node); item != NULL; item = km_xml_next (item))
    if (km_xml_is (item, "item"))
      {
        KmText *text = km_load_text (item);

        g_strfreev (text->sources);
        text->sources = km_load_sources_of (node);
        g_ptr_array_add (block->texts, text);
      }
}

static void
load_urgent (const xmlNode *node, KmBlock *block)
{
  const xmlNode *when = km_xml_child (node, "when");

  block->urgency = km_xml_get_enum (node, "level", KM_TYPE_URGENCY, KM_URGENCY_EMERGENCY);
  block->extras = km_xml_get_words (node, "extra");
  if (when != NULL)
    {
      KmText *text = km_load_text (when);

      g_strfreev (text->sources);
      text->sources = km_load_sources_of (node);
      g_ptr_array_add (block->texts, text);
    }
}

static void
load_ask (const xmlNode *node, KmBlock *block)
{
  block->targets = km_xml_get_words (node, "questions");
}

static void
load_single (const xmlNode *node, KmBlock *block)
{
  g_ptr_array_add (block->texts, km_load_text (node));
}

static const struct
{
  const char *name;
  KmBlockKind kind;
  void (*load) (const xmlNode *node, KmBlock *block);
} block_formats[] = {
  { "p", KM_BLOCK_PARAGRAPH, load_single },   { "warning", KM_BLOCK_WARNING, load_single },
  { "list", KM_BLOCK_LIST, load_items },      { "steps", KM_BLOCK_STEPS, load_items },
  { "table", KM_BLOCK_TABLE, load_table },    { "picture", KM_BLOCK_PICTURE, load_picture },
  { "figure", KM_BLOCK_FIGURE, load_figure }, { "print", KM_BLOCK_PRINT, load_print },
  { "urgent", KM_BLOCK_URGENT, load_urgent }, { "ask", KM_BLOCK_ASK, load_ask },
};

static KmBlock *
load_block (const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (block_formats); i++)
    if (km_xml_is (node, block_formats[i].name))
      {
        KmBlock *block = km_block_new (block_formats[i].kind);

        block->id = km_xml_get (node, "id");
        block_formats[i].load (node, block);
        return block;
      }
  return NULL;
}

/**
 * km_load_blocks:
 * @parent: an element with blocks
 * @section: the section that gets them
 *
 * Elements that are no blocks are passed over.
 */
void
km_load_blocks (const xmlNode *parent, KmSection *section)
{
  for (const xmlNode *node = km_xml_first (parent); node != NULL; node = km_xml_next (node))
    {
      KmBlock *block = load_block (node);

      if (block != NULL)
        g_ptr_array_add (section->blocks, block);
    }
}

static void
load_section (KmLoad *load, const xmlNode *node, KmPage *page)
{
  g_autofree char *kind = km_xml_get (node, "kind");
  const xmlNode *own = km_xml_child (node, "heading");
  g_autofree char *heading = own != NULL ? km_message_dup_text (own) : NULL;
  KmSection *section;

  if (heading == NULL && kind != NULL)
    heading = g_strdup (g_hash_table_lookup (load->headings, kind));
  if (heading == NULL)
    km_load_error (load, node, _ ("the section “%s” needs a <heading>"), kind != NULL ? kind : "");
  section = km_section_new (kind != NULL ? kind : "", heading != NULL ? heading : "");
  km_load_blocks (node, section);
  km_page_take_section (page, section);
}

/**
 * km_load_new_page:
 * @load: a library being filled
 * @root: an element with the head and, unless it is an entry of the questions people ask, the
 *   sections of a page
 * @kind: what the page is about
 *
 * Returns: (transfer full): the page
 */
KmPage *
km_load_new_page (KmLoad *load, const xmlNode *root, KmPageKind kind)
{
  g_autofree char *id = km_load_dup_id (root);
  g_autofree char *title = km_load_child_text (root, "name");
  g_auto (GStrv) also = km_load_child_texts (root, "also", "name");
  g_auto (GStrv) keywords = km_load_child_texts (root, "keywords", "word");
  g_autofree char *reviewed = km_xml_get (root, "reviewed");
  KmPage *page = km_page_new (kind, id, title);

  km_page_set_also (page, also);
  km_page_set_keywords (page, keywords);
  km_page_set_reviewed (page, reviewed);
  km_page_set_closing (
      page, g_hash_table_lookup (load->closings, kind == KM_PAGE_QUESTION
                                                     ? "faq"
                                                     : km_enum_to_nick (KM_TYPE_PAGE_KIND, kind)));
  for (const xmlNode *node = km_xml_first (km_xml_child (root, "page")); node != NULL;
       node = km_xml_next (node))
    load_section (load, node, page);
  return page;
}
