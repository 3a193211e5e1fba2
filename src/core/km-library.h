/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "km-condition.h"
#include "km-page.h"
#include "km-question.h"
#include "km-red-flag.h"
#include "km-source.h"
#include "km-spot.h"
#include "km-structure.h"
#include "km-term.h"

G_BEGIN_DECLS

/**
 * KmLevelText:
 * @title: banner title, in the imperative
 * @brief: short form for lists
 * @steps: (array zero-terminated=1): the fixed text, sentence by sentence
 *
 * The fixed wording of an urgency level.
 */
typedef struct
{
  char *title;
  char *brief;
  char **steps;
} KmLevelText;

/**
 * KmLibrary:
 *
 * Everything the guide knows, by id. The loader fills it and calls km_library_seal(); from then on
 * it is immutable and shared by reference.
 *
 * With km_library_set_rest() it holds at first no more than a first screen needs: the spots, the
 * structures, the fixed wordings, and maybe a page. Whoever asks for anything else gets it all the
 * same, once it is brought. That happens in the thread of the one who asks, which must be one
 * thread.
 */
#define KM_TYPE_LIBRARY (km_library_get_type ())
G_DECLARE_FINAL_TYPE (KmLibrary, km_library, KM, LIBRARY, GObject)

/**
 * KmLibraryBring:
 * @data: what was given to km_library_set_rest()
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a sealed library of everything
 */
typedef KmLibrary *(*KmLibraryBring) (gpointer data, GError **error);

KmLibrary *km_library_new (void);

/* Filling, before km_library_seal (). Each returns FALSE, and frees what it was given, when the id
 * is taken. */
gboolean km_library_take_spot (KmLibrary *self, KmSpot *spot);
gboolean km_library_take_structure (KmLibrary *self, KmStructure *structure);
gboolean km_library_take_question (KmLibrary *self, KmQuestion *question);
gboolean km_library_take_red_flag (KmLibrary *self, KmRedFlag *flag);
gboolean km_library_take_source (KmLibrary *self, KmSource *source);
gboolean km_library_take_term (KmLibrary *self, KmTerm *term);
gboolean km_library_take_condition (KmLibrary *self, KmCondition *condition);
gboolean km_library_take_page (KmLibrary *self, KmPage *page);
void km_library_take_level_text (KmLibrary *self, KmUrgency level, KmLevelText *text);
void km_library_set_extra (KmLibrary *self, const char *id, const char *text);
void km_library_take_synonyms (KmLibrary *self, char **names);
void km_library_add_ignored_words (KmLibrary *self, const char *const *words);
void km_library_seal (KmLibrary *self);

void km_library_set_rest (KmLibrary *self, KmLibraryBring bring, gpointer data);
void km_library_fill (KmLibrary *self);
gboolean km_library_is_filled (KmLibrary *self);

/* All of a kind, in the order of the content: arrays of const pointers, owned by the library. */
GPtrArray *km_library_get_spots (KmLibrary *self);
GPtrArray *km_library_get_structures (KmLibrary *self);
GPtrArray *km_library_get_questions (KmLibrary *self);
GPtrArray *km_library_get_red_flags (KmLibrary *self);
GPtrArray *km_library_get_sources (KmLibrary *self);
GPtrArray *km_library_get_terms (KmLibrary *self);
GPtrArray *km_library_get_conditions (KmLibrary *self);
GListModel *km_library_get_pages (KmLibrary *self, KmPageKind kind);

/* By id; NULL when there is none. */
const KmSpot *km_library_get_spot (KmLibrary *self, const char *id);
const KmStructure *km_library_get_structure (KmLibrary *self, const char *id);
const KmQuestion *km_library_get_question (KmLibrary *self, const char *id);
const KmRedFlag *km_library_get_red_flag (KmLibrary *self, const char *id);
const KmSource *km_library_get_source (KmLibrary *self, const char *id);
const KmTerm *km_library_get_term (KmLibrary *self, const char *id);
const KmCondition *km_library_get_condition (KmLibrary *self, const char *id);
KmPage *km_library_get_page (KmLibrary *self, const char *id);

const KmLevelText *km_library_get_level_text (KmLibrary *self, KmUrgency level);
char *km_library_dup_level_text (KmLibrary *self, KmUrgency level);
const char *km_library_get_extra (KmLibrary *self, const char *id);

/* For search. */
GPtrArray *km_library_get_synonyms (KmLibrary *self);
const char *const *km_library_get_ignored_words (KmLibrary *self);

G_END_DECLS
