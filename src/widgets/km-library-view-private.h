/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-library-view.h"

G_BEGIN_DECLS

/**
 * KmLibraryPlace:
 * @id: its id
 * @name: its name, to be translated
 * @group: which list it stands in, from 0
 * @area: (nullable): area of the spots; %NULL when it is no place on the knee
 * @view: the view that shows it
 * @spot: (nullable): the spot to mark on it
 *
 * A place of the library.
 */
typedef struct
{
  const char *id;
  const char *name;
  guint group;
  const char *area;
  KmView view;
  const char *spot;
} KmLibraryPlace;

#define KM_LIBRARY_GROUPS 3

/**
 * KmLibraryView:
 *
 * Only the place in view is built. CSS node `library`.
 */
struct _KmLibraryView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *nav;
  GtkWidget *line;
  GtkWidget *scroller;
  GtkWidget *lists[KM_LIBRARY_GROUPS];
  GtkWidget *title;    /* of the place in view */
  GtkWidget *glossary; /* while it is in view */
  KmLibrary *library;
  KmAtlas *atlas;
  const KmLibraryPlace *place;
  gboolean narrow;
  KmReading *reader;
  guint refresh_source;
};

/* The places, in order: km-library-places.c */
const KmLibraryPlace *km_library_places_get (guint position);
const KmLibraryPlace *km_library_places_find (const char *id);
guint km_library_places_count (KmLibraryView *self, const KmLibraryPlace *place);
GtkWidget *km_library_places_make (KmLibraryView *self, const KmLibraryPlace *place);

/* What somebody kept: km-library-kept.c */
void km_library_kept_fill_bookmarks (KmLibraryView *self, GtkWidget *column);
void km_library_kept_fill_recent (KmLibraryView *self, GtkWidget *column);

G_END_DECLS
