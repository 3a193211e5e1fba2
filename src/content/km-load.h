/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document that passed its schema to core objects; one small file for each format. None of
 * these trusts the schema with memory: what is missing becomes empty text. */
#pragma once

#include "km-library.h"
#include "km-message.h"
#include "km-xml.h"

G_BEGIN_DECLS

/**
 * KmLoad:
 * @library: the library being filled
 * @issues: (element-type KmIssue): gets what is wrong
 * @file: name of the file being loaded
 * @headings: heading of each kind of section, from sections.xml
 * @closings: closing line of each kind of page, from urgency.xml
 *
 * A library being filled.
 */
typedef struct
{
  KmLibrary *library;
  GPtrArray *issues;
  const char *file;
  GHashTable *headings;
  GHashTable *closings;
} KmLoad;

typedef void (*KmLoadFunc) (KmLoad *load, const xmlNode *root);

void km_load_condition (KmLoad *load, const xmlNode *root);
void km_load_exercise (KmLoad *load, const xmlNode *root);
void km_load_faq (KmLoad *load, const xmlNode *root);
void km_load_flags (KmLoad *load, const xmlNode *root);
void km_load_glossary (KmLoad *load, const xmlNode *root);
void km_load_guide (KmLoad *load, const xmlNode *root);
void km_load_questions (KmLoad *load, const xmlNode *root);
void km_load_sections (KmLoad *load, const xmlNode *root);
void km_load_sources (KmLoad *load, const xmlNode *root);
void km_load_spots (KmLoad *load, const xmlNode *root);
void km_load_structures (KmLoad *load, const xmlNode *root);
void km_load_synonyms (KmLoad *load, const xmlNode *root);
void km_load_urgency (KmLoad *load, const xmlNode *root);

/* Pieces that several formats share. */
void km_load_error (KmLoad *load, const xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void km_load_taken (KmLoad *load, const xmlNode *node);
char *km_load_dup_id (const xmlNode *node);
char *km_load_child_text (const xmlNode *node, const char *name);
char *km_load_child_raw (const xmlNode *node, const char *name);
char **km_load_child_texts (const xmlNode *node, const char *list, const char *item);
char **km_load_sources_of (const xmlNode *node);
KmText *km_load_text (const xmlNode *node);
KmPage *km_load_new_page (KmLoad *load, const xmlNode *root, KmPageKind kind);
void km_load_blocks (const xmlNode *parent, KmSection *section);

G_END_DECLS
