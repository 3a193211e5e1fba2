/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "km-types.h"

G_BEGIN_DECLS

/**
 * KmRunKind:
 * @KM_RUN_TEXT: plain text
 * @KM_RUN_STRONG: words that matter
 * @KM_RUN_LINK: a link; the target is a page id
 * @KM_RUN_TERM: a medical word; the target is a glossary id
 */
typedef enum
{
  KM_RUN_TEXT,
  KM_RUN_STRONG,
  KM_RUN_LINK,
  KM_RUN_TERM,
} KmRunKind;

/**
 * KmRun:
 * @kind: what the words are
 * @text: the words, white space collapsed
 * @target: (nullable): the page or glossary id of a link or term
 */
typedef struct
{
  KmRunKind kind;
  char *text;
  char *target;
} KmRun;

/**
 * KmText:
 * @id: (nullable): name of the piece within its page
 * @runs: (element-type KmRun): the words in order
 * @sources: (array zero-terminated=1): source keys, `practice` or `none`; in a table those of a row
 *   are on its last cell
 *
 * A paragraph, list item, step or table cell.
 */
typedef struct
{
  char *id;
  GPtrArray *runs;
  char **sources;
} KmText;

/**
 * KmBlockKind:
 * @KM_BLOCK_PARAGRAPH: running text
 * @KM_BLOCK_WARNING: a call-out
 * @KM_BLOCK_LIST: a list
 * @KM_BLOCK_STEPS: a numbered list
 * @KM_BLOCK_TABLE: a table; the texts are its cells row by row, the head first
 * @KM_BLOCK_PICTURE: a view of the knee with lit structures and marked spots; the text is its
 * caption
 * @KM_BLOCK_FIGURE: the picture of an exercise; the text is its caption
 * @KM_BLOCK_PRINT: a log (the texts are columns) or checklist (the texts are boxes) to print
 * @KM_BLOCK_URGENT: the fixed wording of an urgency level; the text, if any, says when it holds
 * @KM_BLOCK_ASK: questions people ask, by page id in @targets
 */
typedef enum
{
  KM_BLOCK_PARAGRAPH,
  KM_BLOCK_WARNING,
  KM_BLOCK_LIST,
  KM_BLOCK_STEPS,
  KM_BLOCK_TABLE,
  KM_BLOCK_PICTURE,
  KM_BLOCK_FIGURE,
  KM_BLOCK_PRINT,
  KM_BLOCK_URGENT,
  KM_BLOCK_ASK,
} KmBlockKind;

/**
 * KmBlock:
 * @kind: what it is; says which of the other fields count
 * @id: (nullable): name of the block within its page
 * @texts: (element-type KmText): see #KmBlockKind
 * @n_columns: columns of a table
 * @view: view of a picture
 * @layer: layer of a picture
 * @structures: (nullable) (array zero-terminated=1): structures a picture lights
 * @spots: (nullable) (array zero-terminated=1): spots a picture marks
 * @exercise: (nullable): exercise id of a figure
 * @title: (nullable): title of a print block
 * @checklist: whether a print block is a checklist rather than a log
 * @urgency: level of an urgent block
 * @extras: (nullable) (array zero-terminated=1): extra lines of an urgent block
 * @targets: (nullable) (array zero-terminated=1): page ids of an ask block
 */
typedef struct
{
  KmBlockKind kind;
  char *id;
  GPtrArray *texts;
  guint n_columns;
  KmView view;
  KmLayer layer;
  char **structures;
  char **spots;
  char *exercise;
  char *title;
  gboolean checklist;
  KmUrgency urgency;
  char **extras;
  char **targets;
} KmBlock;

/**
 * KmSection:
 * @kind: what the section is for, a kind of sections.xml, or `answer`
 * @heading: (nullable): its heading; the answer to a question people ask has none
 * @blocks: (element-type KmBlock): its blocks in order
 */
typedef struct
{
  char *kind;
  char *heading;
  GPtrArray *blocks;
} KmSection;

KmRun *km_run_new (KmRunKind kind, const char *text, const char *target);
KmText *km_text_new (void);
char *km_text_to_string (const KmText *text);
KmBlock *km_block_new (KmBlockKind kind);
KmSection *km_section_new (const char *kind, const char *heading);
char **km_section_dup_links (const KmSection *section);
void km_run_free (KmRun *run);
void km_text_free (KmText *text);
void km_block_free (KmBlock *block);
void km_section_free (KmSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmRun, km_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmText, km_text_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmBlock, km_block_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KmSection, km_section_free)

/**
 * KmPage:
 *
 * One page of the guide: what it means, never how it looks. Filled by the loader, immutable after.
 */
#define KM_TYPE_PAGE (km_page_get_type ())
G_DECLARE_FINAL_TYPE (KmPage, km_page, KM, PAGE, GObject)

KmPage *km_page_new (KmPageKind kind, const char *id, const char *title);
void km_page_set_also (KmPage *self, char **also);
void km_page_set_keywords (KmPage *self, char **keywords);
void km_page_set_topic (KmPage *self, const char *topic);
void km_page_set_purpose (KmPage *self, const char *purpose);
void km_page_set_dose (KmPage *self, const char *dose);
void km_page_set_reviewed (KmPage *self, const char *reviewed);
void km_page_set_closing (KmPage *self, const char *closing);
void km_page_set_conditions (KmPage *self, char **conditions);
void km_page_take_section (KmPage *self, KmSection *section);

const char *km_page_get_id (KmPage *self);
KmPageKind km_page_get_kind (KmPage *self);
const char *km_page_get_title (KmPage *self);
const char *const *km_page_get_also (KmPage *self);
const char *const *km_page_get_keywords (KmPage *self);
const char *km_page_get_topic (KmPage *self);
const char *km_page_get_purpose (KmPage *self);
const char *km_page_get_dose (KmPage *self);
const char *km_page_get_reviewed (KmPage *self);
char *km_page_dup_month (KmPage *self);
char *km_page_dup_checked (KmPage *self);
const char *km_page_get_closing (KmPage *self);
const char *const *km_page_get_conditions (KmPage *self);
guint km_page_get_n_sections (KmPage *self);
const KmSection *km_page_get_section (KmPage *self, guint position);
const KmSection *km_page_find_section (KmPage *self, const char *kind);
char **km_page_dup_sources (KmPage *self);

G_END_DECLS
