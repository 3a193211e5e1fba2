/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "km-atlas.h"
#include "km-library.h"

G_BEGIN_DECLS

/**
 * KmPageBuilder:
 * @library: where links lead
 * @atlas: the drawings
 * @on_link: called with a page id when a link to a page is followed
 * @user_data: data for @on_link
 * @source_line: (nullable): added to text that is copied from the page
 * @long_word: so many letters are sure to fit the narrowest pane
 *
 * What the builders of blocks need to know.
 */
typedef struct
{
  KmLibrary *library;
  KmAtlas *atlas;
  void (*on_link) (const char *page_id, gpointer user_data);
  gpointer user_data;
  const char *source_line;
  guint long_word;
} KmPageBuilder;

GtkWidget *km_page_block_new (const KmPageBuilder *builder, const KmBlock *block);
GtkWidget *km_page_text_new (const KmPageBuilder *builder,
                             const KmText *text,
                             const char *css_class);
GtkWidget *km_page_sources_new (const KmPageBuilder *builder, KmPage *page);

G_END_DECLS
