/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library.h"

G_BEGIN_DECLS

/* Things of one kind: in order, and by id. The array owns them. */
typedef struct
{
  GPtrArray *list;
  GHashTable *by_id;
} KmShelf;

struct _KmLibrary
{
  GObject parent_instance;

  KmShelf spots;
  KmShelf structures;
  KmShelf questions;
  KmShelf red_flags;
  KmShelf sources;
  KmShelf terms;
  KmShelf conditions;
  GHashTable *pages;
  GListStore *pages_by_kind[KM_N_PAGE_KINDS];
  KmLevelText *levels[KM_N_URGENCIES];
  GHashTable *extras;
  GPtrArray *synonyms;      /* GStrv */
  GPtrArray *ignored_words; /* char *, %NULL at the end */
  KmQuestion *spot_question;
  KmQuestion *side_question;

  KmLibraryBring bring; /* NULL when everything is here */
  gpointer bring_data;
  KmLibrary *rest; /* what it came from; keeps what was here before it */
};

G_END_DECLS
