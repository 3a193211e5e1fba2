/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Percent of the font of the desktop. */
#define KM_TEXT_SIZE_MIN 80
#define KM_TEXT_SIZE_NORMAL 100
#define KM_TEXT_SIZE_MAX 300

/* More pages than these are not kept as read. */
#define KM_RECENT_MAX 10

/**
 * KmKept:
 * @page: id of a page
 * @title: its title when it was kept, for when it is there no more
 * @share: how far it was scrolled, from 0 to 1
 *
 * A page that was marked or read.
 */
typedef struct
{
  char *page;
  char *title;
  double share;
} KmKept;

/**
 * KmReading:
 *
 * How somebody likes to read, and where they were: text size, bookmarks, pages read of late, and
 * whether the hint was put away. Emits `changed` after each change that shows.
 */
#define KM_TYPE_READING (km_reading_get_type ())
G_DECLARE_FINAL_TYPE (KmReading, km_reading, KM, READING, GObject)

KmReading *km_reading_new (void);

guint km_reading_get_text_size (KmReading *self);
void km_reading_set_text_size (KmReading *self, guint percent);
guint km_reading_get_next_text_size (KmReading *self, int step);

gboolean km_reading_has_bookmark (KmReading *self, const char *page);
void km_reading_add_bookmark (KmReading *self, const char *page, const char *title);
void km_reading_remove_bookmark (KmReading *self, const char *page);
GPtrArray *km_reading_get_bookmarks (KmReading *self);

void km_reading_add_recent (KmReading *self, const char *page, const char *title);
void km_reading_set_share (KmReading *self, const char *page, double share);
void km_reading_clear_recent (KmReading *self);
GPtrArray *km_reading_get_recent (KmReading *self);

gboolean km_reading_get_hint_seen (KmReading *self);
void km_reading_set_hint_seen (KmReading *self, gboolean seen);

G_END_DECLS
